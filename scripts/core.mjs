// Compiles the cores (of the CSV reader, of the writers, of resampling) and writes them down as text, each with a hash of
// what it was compiled from.
// usage: npm run core    installs the compiler in .core/ first; nothing else of the project needs it
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CORES = [
  { source: 'core/plain-rows.ts', into: 'src/formats/plain-core-bytes.ts' },
  { source: 'core/rows.ts', into: 'src/formats/row-core-bytes.ts' },
  { source: 'core/draws.ts', into: 'src/stats/draw-core-bytes.ts' },
  { source: 'core/first-look.ts', into: 'src/study/first-look-bytes.ts' },
  { source: 'core/near-pairs.ts', into: 'src/geo/near-core-bytes.ts' },
];
const FOLDER = '.core';
const COMPILER = 'assemblyscript@0.28.20';
const FLAGS =
  '-O3 --noAssert --enable simd --enable bulk-memory --runtime stub --importMemory --initialMemory 1';

function run(command, args) {
  const done = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function compile({ source, into }) {
  const compiler = join(FOLDER, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
  const bytes = join(FOLDER, 'core.wasm');
  run(process.execPath, [compiler, source, '-o', bytes, ...FLAGS.split(' ')]);
  const hash = createHash('sha256').update(readFileSync(source)).digest('hex');
  const lines =
    readFileSync(bytes)
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  writeFileSync(
    into,
    `// Written by \`npm run core\` with ${COMPILER}: do not edit.\n\n` +
      `/** SHA-256 of ${source} as it was compiled. */\nexport const CORE_SOURCE = '${hash}';\n\n` +
      `/** The compiled core, in base 64. */\nexport const CORE =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`,
  );
}

mkdirSync(FOLDER, { recursive: true });
if (!existsSync(join(FOLDER, 'package.json')))
  writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }\n');
run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', FOLDER, COMPILER]);
for (const core of CORES) compile(core);
