// Random and mutated inputs: half noise, half real files with bytes and parts changed. Each goes through the whole program
// in memory (and every hundredth through the real one): it may end with 0 or 1, within two seconds, and nothing else.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../dist/cli.js';
import { nodeWorld } from '../../dist/io/node.js';
import { FileError } from '../../dist/model/failure.js';
import { makeRandom } from '../../dist/stats/random.js';
import { isTrace, ROOT, spotwise } from './program.mjs';

const LONGEST_MS = 2000;

/** Of this process's own work, so that other programs on the machine do not count. */
const milliseconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Faults shown and kept as files; the rest only count. */
const MOST_KEPT = 12;
const SIGNS = [
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\r',
  '"',
  '""',
  "'",
  '0',
  '9',
  '12',
  '-',
  '+',
  '=',
  '.',
  '1e9',
  '0x1f',
  ' ',
  'é',
  '\u00a0',
  '\ufeff',
  '\u0000',
  '\u202e',
  '\u200b',
  '\u1031',
  'spot_id',
  'population',
  'municipality',
  'min',
  'max',
  'lat',
  'lon',
  'FSW',
  '__proto__',
  '{',
  '}',
  '[',
  ']',
  ':',
  '#',
  '&a',
  '*a',
  '<',
  '>',
  '%',
];

/** Where the inputs of a command go, and the line that reads them. */
const ROADS = {
  'spots.csv': ['estimate', 'in', '--out', 'out', '--population', 'X'],
  'reports.csv': ['check', 'in'],
  'attendance.csv': ['check', 'in'],
  'places.csv': ['check', 'in'],
  'workers.csv': ['check', 'in'],
  'boundaries.geojson': ['check', 'in'],
  'study.yaml': ['check', 'in'],
  'printed.csv': ['audit', 'in/printed.csv'],
};
const NAMES = Object.keys(ROADS);

export const fuzz = {
  title: 'random and mutated inputs',
  count: 20_000,
  run: async ({ count, seed, folder, say }) => {
    const random = makeRandom(seed);
    const known = seeds();
    const seen = { fine: 0, refused: 0, other: 0, trace: 0, late: 0, slowest: 0, program: 0 };
    const where = join(folder, 'fuzz');
    for (let turn = 0; turn < count; turn += 1) {
      const name = NAMES[random.integer(NAMES.length)];
      const bytes = turn % 2 === 0 ? noise(random) : mutated(known.get(name), random);
      const isProgram = turn % 100 === 99;
      const started = milliseconds();
      const done = isProgram ? asProgram(name, bytes, where) : await inMemory(name, bytes);
      const took = milliseconds() - started;
      seen.program += isProgram ? 1 : 0;
      if (!isProgram) seen.slowest = Math.max(seen.slowest, took);
      if (done.code === 0) seen.fine += 1;
      else if (done.code === 1) seen.refused += 1;
      else seen.other += 1;
      if (isTrace(done.said)) seen.trace += 1;
      if (took > LONGEST_MS && !isProgram) seen.late += 1;
      if ((done.code !== 0 && done.code !== 1) || isTrace(done.said) || (took > LONGEST_MS && !isProgram)) {
        const kept = `fuzz-${seed}-${turn}-${name}`;
        if (seen.other + seen.trace + seen.late > MOST_KEPT) continue;
        writeFileSync(kept, bytes);
        say(
          `exit ${done.code} after ${Math.round(took)} ms: kept as ${kept}: ${done.said.split('\n').slice(0, 3).join(' / ')}`,
        );
      }
    }
    say(
      `${count} inputs (${seen.program} of them to the real program): exit 0 ${seen.fine}, exit 1 ${seen.refused}, other ${seen.other}, traces ${seen.trace}, over 2 s ${seen.late}; slowest ${Math.round(seen.slowest)} ms`,
    );
    return seen.other + seen.trace + seen.late;
  },
};

/** Real files to change, by what they are read as: those of fixtures up to 20 kB, and one spots table for all. */
function seeds() {
  const found = new Map(NAMES.map((name) => [name, []]));
  const fixtures = join(ROOT, 'fixtures');
  for (const path of readdirSync(fixtures, { recursive: true })) {
    const name = path.split('/').at(-1);
    const full = join(fixtures, path);
    if (!statSync(full).isFile() || statSync(full).size > 20_000 || path.includes('/out/')) continue;
    if (found.has(name)) found.get(name).push(readFileSync(full));
    if (name === 'as-printed.csv' || name === 'places.csv') found.get('printed.csv').push(readFileSync(full));
  }
  return found;
}

const SPOTS =
  'spot_id,population,municipality,min,max,lat,lon\nA,FSW,North,4,10,42.641,21.161\nB,FSW,South,20,41,42.642,21.162\n';

const filesOf = (name, bytes) =>
  new Map([
    ['in/spots.csv', Buffer.from(SPOTS)],
    [`in/${name}`, bytes],
  ]);

const real = nodeWorld();

/** The whole program in this process, in the real world but for the disk and the terminal. */
async function inMemory(name, bytes) {
  const files = filesOf(name, bytes);
  let said = '';
  const sink = {
    isTerminal: false,
    columns: 80,
    write: async (text) => {
      said += text;
    },
  };
  const below = (path) => [...files.keys()].filter((known) => known.startsWith(`${real.join(path)}/`));
  const readFile = async (path) => {
    const found = files.get(real.join(path));
    if (found === undefined) throw new FileError(`cannot open ${path}: it does not exist`);
    return found;
  };
  const world = {
    ...real,
    stdout: sink,
    stderr: sink,
    environment: {},
    readFile,
    readPieces: async (path) => {
      const found = await readFile(path);
      return { size: found.length, pieces: [found] };
    },
    kindOf: async (path) => {
      if (files.has(real.join(path))) return 'file';
      return below(path).length > 0 ? 'folder' : undefined;
    },
    list: async (path) => below(path).map((known) => known.split('/')[1]),
    writeResult: async () => undefined,
    writeNewFolder: async () => undefined,
    writeFile: async () => undefined,
    renewFile: async () => undefined,
  };
  return { code: await main(ROADS[name], world), said };
}

/** The real program on a folder of its own. */
function asProgram(name, bytes, where) {
  rmSync(where, { recursive: true, force: true });
  mkdirSync(join(where, 'in'), { recursive: true });
  for (const [path, data] of filesOf(name, bytes)) writeFileSync(join(where, path), data);
  const done = spotwise(ROADS[name], where);
  return { code: done.status, said: `${done.stdout}${done.stderr}` };
}

function noise(random) {
  if (random.integer(10) === 0)
    return Buffer.from(Array.from({ length: random.integer(400) }, () => random.integer(256)));
  return Buffer.from(
    Array.from({ length: random.integer(200) }, () => SIGNS[random.integer(SIGNS.length)]).join(''),
  );
}

function mutated(originals, random) {
  let bytes = Buffer.from(originals[random.integer(originals.length)] ?? SPOTS);
  const changes = 1 + random.integer(6);
  for (let change = 0; change < changes && bytes.length > 0; change += 1) {
    const at = random.integer(bytes.length);
    const kind = random.integer(6);
    if (kind === 0) bytes[at] = random.integer(256);
    else if (kind === 1) bytes[at] ^= 1 << random.integer(8);
    else if (kind === 2) bytes = bytes.subarray(0, at);
    else if (kind === 3)
      bytes = Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(SIGNS[random.integer(SIGNS.length)]),
        bytes.subarray(at),
      ]);
    else if (kind === 4)
      bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.integer(20))]);
    else {
      const from = random.integer(bytes.length);
      bytes = Buffer.concat([
        bytes.subarray(0, at),
        bytes.subarray(from, from + random.integer(60)),
        bytes.subarray(at),
      ]);
    }
    bytes = Buffer.from(bytes);
  }
  return bytes;
}
