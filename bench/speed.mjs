// How fast the program is, beside what people would use instead, in one run on one machine.
// usage: npm run bench [-- --sizes 10000,100000] [--full] [--pairs 7] [--with-peers] [--write]
//   --full        sizes 1e4, 1e5, 1e6 and 5e6    --with-peers  installs DuckDB, nodejs-polars and kdbush in .bench/ first
//   --write       writes docs/performance.md     --save FILE   the figures as JSON     --only JOB,…  some of: start, job, stages
// Every peer's result is compared with ours before its time is printed. A peer that is not installed is left out, and said.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { makeSpots } from './speed/make-spots.mjs';
import { page } from './speed/page.mjs';

const PACKAGES = '.bench';
const NODE_PEERS = [
  '@duckdb/node-api@1.5.6-r.1',
  'nodejs-polars@0.26.1',
  'nodejs-polars-linux-x64-gnu@0.26.1',
  'kdbush@4.1.0',
];
/** The files that peers write, by what they do: DuckDB runs our whole chain as SQL, the others a part of it. */
const FILES = {
  chain: ['municipalities.csv', 'national.csv'],
  groups: ['municipalities.csv'],
  spots: ['spots.csv', 'municipalities.csv'],
};

/** Peers that nobody waits for above so many rows. */
const SLOW = new Set(['R dplyr', 'pandas', 'csv-parse and plain JavaScript', 'awk']);
const MOST_FOR_SLOW = 1_000_000;

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    pairs: { type: 'string', default: '7' },
    full: { type: 'boolean', default: false },
    'with-peers': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    save: { type: 'string' },
    only: { type: 'string', default: 'start,job,stages' },
  },
});
const sizes = (options.full ? '10000,100000,1000000,5000000' : options.sizes).split(',').map(Number);
const pairs = Number(options.pairs);
const wanted = new Set(options.only.split(','));
const folder = join(tmpdir(), `spotwise-bench-${process.pid}`);
const say = (line) => process.stdout.write(`${line}\n`);
const NODE = process.execPath;
const PROGRAM = 'bin/spotwise.js';

if (options['with-peers']) installPeers();
mkdirSync(folder, { recursive: true });
try {
  const results = { machine: machine(), pairs, start: [], jobs: [], stages: [], left: [] };
  if (wanted.has('start')) results.start = startUp();
  if (wanted.has('job')) for (const size of sizes) results.jobs.push(job(size, results));
  if (wanted.has('stages')) results.stages = stages(results);
  if (options.save !== undefined) writeFileSync(options.save, `${JSON.stringify(results, undefined, 2)}\n`);
  if (options.write) {
    writeFileSync('docs/performance.md', page(results));
    say('written: docs/performance.md');
  }
  for (const line of new Set(results.left)) say(`not installed, left out: ${String(line)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function installPeers() {
  mkdirSync(PACKAGES, { recursive: true });
  if (!existsSync(join(PACKAGES, 'package.json')))
    writeFileSync(join(PACKAGES, 'package.json'), '{ "private": true }\n');
  const shell = process.platform === 'win32';
  spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', PACKAGES, ...NODE_PEERS],
    { stdio: 'inherit', shell },
  );
}

function machine() {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

/** Runs a command to its end; CPU seconds and peak MiB by the operating system where it has GNU time. */
function run([command, ...args]) {
  const timed = existsSync('/usr/bin/time');
  const started = performance.now();
  const done = timed
    ? spawnSync('/usr/bin/time', ['-f', '\n%U %S %M', command, ...args], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
    : spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const wall = (performance.now() - started) / 1000;
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
  if (!timed) return { wall, cpu: wall, peak: Number.NaN, out: done.stdout };
  const [user, system, kilobytes] = done.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, cpu: user + system, peak: kilobytes / 1024, out: done.stdout };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** Ours and a peer in turn, once both have run: medians, and the median of the pairs' ratios. */
function contest(ours, theirs, times = pairs) {
  const done = Array.from({ length: times }, () => [run(ours), run(theirs)]);
  const ratio = (of) => median(done.map(([a, b]) => of(a) / of(b)));
  return {
    cpu: median(done.map(([a]) => a.cpu)),
    peak: median(done.map(([a]) => a.peak)),
    peerCpu: median(done.map(([, b]) => b.cpu)),
    peerPeak: median(done.map(([, b]) => b.peak)),
    cpuRatio: ratio((each) => each.cpu),
    wallRatio: ratio((each) => each.wall),
  };
}

function startUp() {
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  run([NODE, PROGRAM, '--help']);
  run([NODE, empty]);
  const found = contest([NODE, PROGRAM, '--help'], [NODE, empty], Math.max(pairs, 15));
  say(`start   --help ÷ empty script: cpu ${found.cpuRatio.toFixed(2)}, wall ${found.wallRatio.toFixed(2)}`);
  return [{ name: '--help against an empty script', goal: 1.25, ...found }];
}

function script(name) {
  return join('bench', 'speed', 'peers', name);
}

function stage(name, ...args) {
  return [process.execPath, join('bench', 'speed', 'stages', name), ...args];
}

function isThere(...command) {
  return spawnSync(command[0], command.slice(1), { stdio: 'ignore' }).status === 0;
}

/** Programs that do a part of the job, with how to see whether they are there. */
function peersOf(spots, out, { kind, size }) {
  const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
  const all = kind === 'spots' ? ['spots'] : [];
  const peers = [
    {
      name: 'DuckDB in Node',
      there: existsSync(join(PACKAGES, 'node_modules', '@duckdb')),
      command: [NODE, script('duckdb.mjs'), PACKAGES, spots, out, ...all],
    },
    {
      name: 'nodejs-polars',
      there: existsSync(join(PACKAGES, 'node_modules', 'nodejs-polars')),
      command: [NODE, script('polars.mjs'), PACKAGES, spots, out, ...all],
    },
    {
      name: 'R data.table',
      there: isThere('Rscript', '-e', 'library(data.table)'),
      command: ['Rscript', script('data-table.R'), spots, out, ...all],
    },
    {
      name: 'R dplyr',
      there: isThere('Rscript', '-e', 'library(dplyr); library(data.table)'),
      command: ['Rscript', script('dplyr.R'), spots, out, ...all],
    },
    {
      name: 'pandas',
      there: isThere(python, '-c', 'import pandas'),
      command: [python, script('pandas.py'), spots, out, ...all],
    },
    {
      name: 'csv-parse and plain JavaScript',
      there: true,
      command: [NODE, script('csv-parse.mjs'), spots, out, ...all],
    },
    {
      name: 'awk',
      there: isThere('awk', 'BEGIN { exit 0 }'),
      command: [
        'awk',
        '-v',
        `OUT=${out}`,
        ...all.flatMap(() => ['-v', 'ALL=1']),
        '-f',
        script('job.awk'),
        spots,
      ],
    },
  ];
  const quick = (peer) => size <= MOST_FOR_SLOW || !SLOW.has(peer.name);
  return peers.filter(quick).map((peer) => ({ ...peer, kind }));
}

/** The whole job at one size; beside it the files of it that peers write too. */
function job(size, results) {
  const spots = join(folder, `spots-${size}.csv`);
  const [ourOut, peerOut] = ['ours', 'peer'].map((name) => join(folder, name));
  makeSpots(spots, size);
  mkdirSync(peerOut, { recursive: true });
  const everything = [NODE, PROGRAM, 'estimate', '--spots', spots, '--out', ourOut, '--quiet'];
  run(everything);
  const truth = totalsOf(ourOut, ['at_spots_low', 'at_spots', 'at_spots_high']);
  const times = size > 500_000 ? Math.min(pairs, size > 2_000_000 ? 3 : 5) : pairs;
  const done = Array.from({ length: times }, () => run(everything));
  const of = (key) => median(done.map((each) => each[key]));
  const found = { size, cpu: of('cpu'), wall: of('wall'), peak: of('peak'), peers: [] };
  say(
    `job     ${size} rows, everything: cpu ${found.cpu.toFixed(2)} s, wall ${found.wall.toFixed(2)} s, peak ${Math.round(found.peak)} MiB`,
  );
  for (const peer of [
    chainPeer(spots, ourOut, peerOut),
    ...peersOf(spots, peerOut, { kind: 'groups', size }),
    ...peersOf(spots, peerOut, { kind: 'spots', size }),
  ]) {
    if (!peer.there) {
      results.left.push(peer.name);
      continue;
    }
    const files = FILES[peer.kind];
    const ours = [...everything, '--only', files.join(',')];
    try {
      run(peer.command);
      if (peer.kind === 'chain') sameBytes(peer.name, ours, ourOut, peerOut);
      else sameTotals(peer.name, totalsOf(peerOut, ['low', 'estimate', 'high']), truth);
      const measured = contest(ours, peer.command, times);
      found.peers.push({ name: peer.name, kind: peer.kind, ...measured });
      say(
        `job     ${size} rows, ${files.join(' and ')} ÷ ${peer.name}: cpu ${measured.cpuRatio.toFixed(2)}, wall ${measured.wallRatio.toFixed(2)}, peak ${Math.round(measured.peak)} and ${Math.round(measured.peerPeak)} MiB`,
      );
    } catch (error) {
      say(`job     ${size} rows, ${peer.name}: ${String(error.message).split('\n')[0]}`);
    }
  }
  rmSync(spots);
  return found;
}

/** DuckDB doing the whole chain, by the SQL we print for it. */
function chainPeer(spots, ourOut, peerOut) {
  const sql = join(folder, 'chain.sql');
  writeFileSync(sql, run([NODE, PROGRAM, 'sql', '--spots', spots, '--dialect', 'duckdb']).out);
  return {
    name: 'DuckDB running our chain as SQL',
    kind: 'chain',
    there: existsSync(join(PACKAGES, 'node_modules', '@duckdb')),
    command: [NODE, script('duckdb-chain.mjs'), PACKAGES, sql, spots, peerOut],
  };
}

function sameBytes(name, ours, ourOut, peerOut) {
  run(ours);
  for (const file of FILES.chain) {
    if (!readFileSync(join(ourOut, file)).equals(readFileSync(join(peerOut, file))))
      throw new Error(`${name} differs in ${file}`);
  }
}

/** Low, estimate and high by municipality and population. */
function totalsOf(out, columns) {
  const [head, ...rows] = readFileSync(join(out, 'municipalities.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.replaceAll(/"([^"]*)"/g, (_, cell) => cell.replaceAll(',', ' ')).split(','));
  const at = (column) => head.indexOf(column);
  return new Map(
    rows.map((row) => [
      `${row[at('municipality')]},${row[at('population')]}`,
      columns.map((column) => Number(row[at(column)])),
    ]),
  );
}

function sameTotals(name, theirs, ours) {
  if (theirs.size !== ours.size)
    throw new Error(`${name} has ${theirs.size} rows where we have ${ours.size}`);
  for (const [key, numbers] of ours) {
    const other = theirs.get(key) ?? [];
    if (numbers.some((number, at) => Math.abs(number - other[at]) > 0.051))
      throw new Error(`${name} differs at ${key}: ${other.join(' ')} against ${numbers.join(' ')}`);
  }
}

/** Stages beside what else does them, CPU time inside the process. */
function stages(results) {
  const [points, polygons, strata] = ['points.csv', 'polygons.geojson', 'strata.csv'].map((name) =>
    join(folder, name),
  );
  const rows = '1000000';
  const spots = '100000';
  const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
  run(stage('inside.mjs', 'make', points, polygons, '1000000'));
  run(stage('bootstrap.mjs', 'make', spots, '0', strata));
  const table = join(folder, 'table.csv');
  makeSpots(table, Number(rows));
  const contests = [
    {
      name: `reading ${rows} rows of 25 columns, typed and checked, against csv-parse`,
      goal: 0.075,
      ours: stage('reading.mjs', 'ours', table),
      peer: stage('reading.mjs', 'csv-parse', table),
      agree: true,
      slow: true,
      there: true,
    },
    {
      name: `CSV of ${rows} rows against csv-stringify`,
      goal: 0.12,
      ours: stage('writing.mjs', 'csv', rows, join(folder, 'a')),
      peer: stage('writing.mjs', 'csv-stringify', rows, join(folder, 'b')),
      same: ['a', 'b'],
      there: true,
    },
    {
      name: `GeoJSON of ${rows} points against JSON.stringify`,
      goal: 0.6,
      ours: stage('writing.mjs', 'geojson', rows, join(folder, 'a')),
      peer: stage('writing.mjs', 'json-stringify', rows, join(folder, 'b')),
      there: true,
    },
    {
      name: '1,000,000 points into 38 outlines against geopandas',
      goal: 0.15,
      ours: stage('inside.mjs', 'ours', points, polygons),
      peer: [python, join('bench', 'speed', 'stages', 'inside.py'), points, polygons],
      agree: true,
      there: isThere(python, '-c', 'import geopandas; geopandas.GeoSeries.from_xy([0], [0]).sindex'),
    },
    {
      name: 'pairs within 50 m among 1,000,000 points against kdbush',
      goal: 0.4,
      ours: stage('near.mjs', 'ours', '1000000'),
      peer: stage('near.mjs', 'kdbush', '1000000', PACKAGES),
      agree: true,
      there: existsSync(join(PACKAGES, 'node_modules', 'kdbush')),
    },
    {
      name: 'bootstrap of 100,000 spots × 1,000 against simple-statistics',
      goal: 0.5,
      ours: stage('bootstrap.mjs', 'ours', spots, '1000'),
      peer: stage('bootstrap.mjs', 'simple-statistics', spots, '1000'),
      near: 0.005,
      there: true,
    },
    {
      name: 'bootstrap of 100,000 spots × 1,000 against R boot',
      goal: 0.08,
      ours: stage('bootstrap.mjs', 'ours', spots, '1000'),
      peer: ['Rscript', join('bench', 'speed', 'stages', 'bootstrap.R'), strata, '1000'],
      near: 0.005,
      slow: true,
      there: isThere('Rscript', '-e', 'library(boot)'),
    },
  ];
  return contests.flatMap((each) => {
    if (!each.there) {
      results.left.push(each.name);
      return [];
    }
    const times = each.slow ? Math.min(3, pairs) : pairs;
    const done = Array.from({ length: times }, () => [once(each.ours), once(each.peer)]);
    compareStage(each, done[0]);
    const ratio = median(done.map(([a, b]) => a.cpu / b.cpu));
    say(`stage   ${each.name}: cpu ${ratio.toFixed(3)} (wanted ${each.goal})`);
    return [
      {
        name: each.name,
        goal: each.goal,
        cpuRatio: ratio,
        cpu: median(done.map(([a]) => a.cpu)),
        peerCpu: median(done.map(([, b]) => b.cpu)),
      },
    ];
  });
}

/** What a stage found, and its CPU time. */
function once(command) {
  return JSON.parse(run(command).out);
}

function compareStage({ name, same, agree, near }, [ours, theirs]) {
  const differ = () =>
    new Error(`${name}: the results differ: ${JSON.stringify([ours.found, theirs.found])}`);
  if (same !== undefined) {
    const [a, b] = same.map((file) => readFileSync(join(folder, file)));
    if (!a.equals(b)) throw differ();
  }
  if (agree && JSON.stringify(ours.found) !== JSON.stringify(theirs.found)) throw differ();
  if (near !== undefined)
    for (const key of ['low', 'high'])
      if (Math.abs(ours.found[key] / theirs.found[key] - 1) > near) throw differ();
}
