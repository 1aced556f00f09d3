// Faults at random moments, with counts: kills while a result is replaced, and mutated inputs.
// npm run torture -- [kills] [inputs] [seed]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeRandom } from '../dist/stats/random.js';

const PROGRAM = resolve('bin/spotwise.js');
const [kills = 200, inputs = 1000, seed = 1] = process.argv.slice(2).map(Number);
const say = (line) => process.stdout.write(`${line}\n`);

/** Arguments that estimate the table by a rule of settling, so that two rules give two results. */
const estimating = (settle) => [
  PROGRAM,
  'estimate',
  '--spots',
  'spots.csv',
  '--out',
  'out',
  '--quiet',
  '--settle',
  settle,
];

const folder = mkdtempSync(join(tmpdir(), 'spotwise-torture-'));
try {
  const killed = await killWhileReplacing(kills);
  say(
    `kills ${kills}: old ${killed.old}, new ${killed.fresh}, absent ${killed.absent}, mixed or torn ${killed.mixed}`,
  );
  say(`after them: ${killed.left} temporary folders left once a further run has tidied up`);
  const fed = feedMutated(inputs);
  say(
    `inputs ${inputs}: exit 0 ${fed.fine}, exit 1 ${fed.refused}, other ${fed.other}, stack traces ${fed.traces}, slowest ${fed.slowest} ms`,
  );
  process.exitCode = killed.mixed + killed.left + fed.other + fed.traces === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Replaces a result over and over, killing the program at a random moment, and looks at what stands there. */
async function killWhileReplacing(count) {
  const random = makeRandom(seed);
  const rows = Array.from({ length: 3000 }, (_, at) => `S${at},FSW,M${at % 40},${at % 9},${(at % 9) + 7}`);
  writeFileSync(join(folder, 'spots.csv'), `spot_id,population,municipality,min,max\n${rows.join('\n')}\n`);
  const out = join(folder, 'out');
  const run = (settle) => spawnSync(process.execPath, estimating(settle), { cwd: folder });
  const known = new Map();
  for (const settle of ['minimum', 'maximum']) {
    run(settle);
    known.set(settle, hashOf(out));
  }
  const started = Date.now();
  run('maximum');
  const typical = Date.now() - started;
  const counts = { old: 0, fresh: 0, absent: 0, mixed: 0, left: 0 };
  let present = 'maximum';
  for (let turn = 0; turn < count; turn += 1) {
    const next = present === 'maximum' ? 'minimum' : 'maximum';
    await killAfter(estimating(next), random.uniform() * typical * 1.3);
    const found = existsSync(out) ? hashOf(out) : undefined;
    if (found === undefined) counts.absent += 1;
    else if (found === known.get(next)) {
      counts.fresh += 1;
      present = next;
    } else if (found === known.get(present)) counts.old += 1;
    else counts.mixed += 1;
    if (found === undefined) run(present);
  }
  run(present);
  counts.left = readdirSync(folder).filter((name) => name.includes('.spotwise-')).length;
  return counts;
}

function killAfter(args, wait) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), wait);
    child.on('exit', () => {
      clearTimeout(timer);
      done();
    });
  });
}

function hashOf(path) {
  const hash = createHash('sha256');
  for (const name of readdirSync(path).sort()) hash.update(name).update(readFileSync(join(path, name)));
  return hash.digest('hex');
}

/** Feeds mutated and random tables to check; only exit codes 0 and 1 are right, and never a stack trace. */
function feedMutated(count) {
  const random = makeRandom(seed + 1);
  const original = readFileSync('fixtures/tiny/spots.csv');
  const fed = { fine: 0, refused: 0, other: 0, traces: 0, slowest: 0 };
  mkdirSync(join(folder, 'fuzz'));
  for (let turn = 0; turn < count; turn += 1) {
    const bytes = turn % 2 === 0 ? mutate(original, random) : noise(random);
    writeFileSync(join(folder, 'fuzz', 'spots.csv'), bytes);
    const started = Date.now();
    const done = spawnSync(
      process.execPath,
      [PROGRAM, 'check', '--spots', 'fuzz/spots.csv', '--population', 'X'],
      { cwd: folder, encoding: 'utf8' },
    );
    fed.slowest = Math.max(fed.slowest, Date.now() - started);
    if (done.status === 0) fed.fine += 1;
    else if (done.status === 1) fed.refused += 1;
    else fed.other += 1;
    if (/\n\s+at /.test(done.stderr)) fed.traces += 1;
  }
  return fed;
}

function mutate(original, random) {
  const bytes = Buffer.from(original);
  const changes = 1 + random.integer(6);
  for (let change = 0; change < changes; change += 1)
    bytes[random.integer(bytes.length)] = random.integer(256);
  const cut = random.integer(4) === 0 ? random.integer(bytes.length) : bytes.length;
  return bytes.subarray(0, cut);
}

function noise(random) {
  const signs = [
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '"',
    '0',
    '9',
    '-',
    '=',
    'é',
    '\u0000',
    'spot_id',
    'min',
    'max',
    '\u202e',
    '1e9',
    '0x1f',
    ' ',
  ];
  return Array.from({ length: random.integer(200) }, () => signs[random.integer(signs.length)]).join('');
}
