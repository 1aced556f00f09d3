// Faults on purpose, with counts. Each step stands in bench/torture/ and says what it tried and what went wrong.
// npm run torture -- [step…] [--count N] [--seed N]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './torture/fuzz.mjs';
import { kills } from './torture/kills.mjs';
import { disk } from './torture/disk.mjs';
import { signals } from './torture/signals.mjs';
import { steps } from './torture/steps.mjs';
import { volume } from './torture/volume.mjs';

const STEPS = { kills, steps, signals, disk, fuzz, volume };

const { values, positionals } = parseArgs({
  options: { count: { type: 'string' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !Object.hasOwn(STEPS, name));
if (unknown !== undefined) {
  process.stderr.write(`no torture step ${unknown}; there are ${Object.keys(STEPS).join(', ')}\n`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'spotwise-torture-'));
try {
  for (const name of positionals.length > 0 ? positionals : Object.keys(STEPS)) {
    const step = STEPS[name];
    process.stdout.write(`${name}: ${step.title}\n`);
    const started = Date.now();
    const wrong = await step.run({
      count: values.count === undefined ? step.count : Number(values.count),
      seed: Number(values.seed),
      folder,
      say: (line) => process.stdout.write(`  ${line}\n`),
    });
    process.stdout.write(
      `  ${wrong === 0 ? 'holds' : `FAILS: ${wrong} wrong`} (${Math.round((Date.now() - started) / 1000)} s)\n`,
    );
    if (wrong > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
