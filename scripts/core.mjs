// Compiles the core of the CSV reader and writes it down as text, with a hash of what it was compiled from.
// usage: npm run core    installs the compiler in .core/ first; nothing else of the project needs it
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = 'core/plain-rows.ts';
const INTO = 'src/formats/plain-core-bytes.ts';
const FOLDER = '.core';
const COMPILER = 'assemblyscript@0.28.20';
const FLAGS =
  '-O3 --noAssert --enable simd --enable bulk-memory --runtime stub --importMemory --initialMemory 1';

function run(command, args) {
  const done = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

mkdirSync(FOLDER, { recursive: true });
if (!existsSync(join(FOLDER, 'package.json')))
  writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }\n');
run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', FOLDER, COMPILER]);
const compiler = join(FOLDER, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
const into = join(FOLDER, 'core.wasm');
run(process.execPath, [compiler, SOURCE, '-o', into, ...FLAGS.split(' ')]);
const hash = createHash('sha256').update(readFileSync(SOURCE)).digest('hex');
const lines =
  readFileSync(into)
    .toString('base64')
    .match(/.{1,100}/g) ?? [];
writeFileSync(
  INTO,
  `// Written by \`npm run core\` with ${COMPILER}: do not edit.\n\n` +
    `/** SHA-256 of ${SOURCE} as it was compiled. */\nexport const CORE_SOURCE = '${hash}';\n\n` +
    `/** The compiled core, in base 64. */\nexport const CORE =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`,
);
