// Runs the joined program on the smallest study and keeps the code that V8 made of it meanwhile (dist/program/compiled).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

// V8 takes only code made under the flags of the run.
setFlagsFromString('--interrupt-budget=400000');
const { COMPILED, load, scripts } = createRequire(import.meta.url)('../bin/load.js');
const { main } = load('cli.cjs');
const { nodeWorld } = load('node.cjs');

const folder = mkdtempSync(join(tmpdir(), 'spotwise-compile-'));
const world = { ...nodeWorld(), stdout: silent(), stderr: silent() };
try {
  const code = await main(['run', 'fixtures/tiny', '--out', join(folder, 'out')], world);
  if (code !== 0) throw new Error(`run on the tiny study ended with ${code}`);
  mkdirSync(COMPILED, { recursive: true });
  for (const [name, script] of scripts)
    writeFileSync(join(COMPILED, `${name}.code`), script.createCachedData());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

function silent() {
  return { isTerminal: false, columns: 100, write: () => Promise.resolve() };
}
