// What every torture step needs: the built program run as a user would run it, and looks at what it left.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const PROGRAM = join(ROOT, 'bin', 'spotwise.js');
const FAULT = join(ROOT, 'bench', 'torture', 'fault.mjs');

/** Runs the program in a folder; with a fault, that step on the disk goes wrong as bench/torture/fault.mjs says. */
export function spotwise(args, folder, { fault, count, env = {}, node = process.execPath, flags = [] } = {}) {
  const hook = fault === undefined && count === undefined ? [] : ['--import', FAULT];
  const given = {
    ...(fault === undefined ? {} : { FAULT: fault }),
    ...(count === undefined ? {} : { COUNT: count }),
  };
  return spawnSync(node, [...hook, ...flags, PROGRAM, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...given, ...env },
  });
}

/** Starts the program and sends it a signal after so many milliseconds; gives its exit code, signal and what it said. */
export function signalled(args, folder, { signal, wait, fault }) {
  return new Promise((done) => {
    const hook = fault === undefined ? [] : ['--import', FAULT];
    const child = spawn(process.execPath, [...hook, PROGRAM, ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...(fault === undefined ? {} : { FAULT: fault }) },
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const timer = wait === undefined ? undefined : setTimeout(() => child.kill(signal), wait);
    child.on('close', (code, by) => {
      clearTimeout(timer);
      done({ code, by, said });
    });
  });
}

/** One hash of everything below a folder, names included; undefined where there is no folder. */
export function hashOf(path) {
  if (!existsSync(path)) return undefined;
  const hash = createHash('sha256');
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).map((entry) => ({
    path: join(entry.parentPath, entry.name),
    isFile: entry.isFile(),
  }));
  for (const entry of entries.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(entry.path.slice(path.length)).update('\0');
    if (entry.isFile) hash.update(readFileSync(entry.path)).update('\0');
  }
  return hash.digest('hex');
}

/** Names of temporary files and folders beside results. */
export const leftovers = (folder) =>
  readdirSync(folder, { recursive: true }).filter((name) => name.includes('.spotwise-'));

/** A folder of that name with spots.csv of so many rows. */
export function townIn(folder, rows) {
  mkdirSync(folder, { recursive: true });
  const lines = Array.from({ length: rows }, (_, at) => `S${at},FSW,M${at % 40},${at % 9},${(at % 9) + 7}`);
  writeFileSync(join(folder, 'spots.csv'), `spot_id,population,municipality,min,max\n${lines.join('\n')}\n`);
  return folder;
}

/** Arguments that estimate the table by a rule of settling, so that two rules give two results. */
export const estimating = (settle, out = 'out') => [
  'estimate',
  '--spots',
  'spots.csv',
  '--out',
  out,
  '--quiet',
  '--settle',
  settle,
];

/** True where the text holds a stack trace. */
export const isTrace = (text) => /\n\s+at /.test(text);
