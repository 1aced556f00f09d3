// The whole job at one size, beside peers that do the same job, the same chain or a part of it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contest, median, run } from './contest.mjs';
import { chainPeer, FILES, peersOf } from './job-peers.mjs';
import { makeSpots } from './make-spots.mjs';
import { FAULT_CODES, spoilSpots } from './spoil-spots.mjs';
import { NODE, PROGRAM } from './tools.mjs';

/** Seconds a contest may take, by what the peer does; peers that do a part of the job get fewer pairs. */
const SECONDS = { same: 30, chain: 30, groups: 10, spots: 10 };
const MOST_PAIRS = { groups: 5, spots: 5 };
const ROWS_WITH_FAULTS = 10_000;

const estimate = (spots, out) => [NODE, PROGRAM, 'estimate', '--spots', spots, '--out', out, '--quiet'];

/** Everything, then every peer beside the files it writes too. */
export function job(size, { folder, pairs, patient, kinds, doubtful, say, left }) {
  const spots = join(folder, `spots-${size}.csv`);
  const [ourOut, peerOut] = ['ours', 'peer'].map((name) => join(folder, name));
  makeSpots(spots, size);
  mkdirSync(peerOut, { recursive: true });
  const everything = estimate(spots, ourOut);
  const found = { size, ...alone(everything, pairs), peers: [] };
  say(
    `job     ${size} rows, everything: cpu ${found.cpu.toFixed(2)} s, wall ${found.wall.toFixed(2)} s, peak ${Math.round(found.peak)} MiB`,
  );
  const truth = totalsOf(ourOut, ['at_spots_low', 'at_spots', 'at_spots_high']);
  const sql = join(folder, 'chain.sql');
  writeFileSync(sql, run([NODE, PROGRAM, 'sql', '--spots', spots, '--dialect', 'duckdb']).out);
  const peers = [
    ...peersOf({ kind: 'same', size, spots, out: peerOut }),
    chainPeer({ sql, spots, out: peerOut }),
    ...peersOf({ kind: 'groups', size, spots, out: peerOut }),
    ...peersOf({ kind: 'spots', size, spots, out: peerOut }),
  ].filter((peer) => kinds.has(peer.kind) && !(peer.kind === 'same' && doubtful.has(peer.name)));
  for (const peer of peers) {
    if (!peer.there()) {
      left.push(peer.name);
      continue;
    }
    const files = FILES[peer.kind];
    const limits = {
      pairs: Math.min(pairs, MOST_PAIRS[peer.kind] ?? pairs),
      seconds: patient ? Infinity : SECONDS[peer.kind],
      least: peer.kind === 'same' ? Math.min(3, pairs) : 1,
    };
    const compare = (_, theirs) => {
      if (peer.kind === 'same') sameFaults(peer.name, theirs.out, ourOut);
      if (peer.kind === 'same' || peer.kind === 'chain') sameBytes(peer, ourOut, peerOut);
      else sameTotals(peer.name, totalsOf(peerOut, ['low', 'estimate', 'high']), truth);
    };
    try {
      const measured = contest([...everything, '--only', files.join(',')], peer.command, limits, compare);
      found.peers.push({ name: peer.name, kind: peer.kind, ...measured });
      say(
        `job     ${size} rows, ${peer.kind}: ${files.join(' and ')} ÷ ${peer.name}: cpu ${measured.cpuRatio.toFixed(2)}, wall ${measured.wallRatio.toFixed(2)}, peak ${Math.round(measured.peak)} and ${Math.round(measured.peerPeak)} MiB (${measured.pairs} pairs)`,
      );
    } catch (error) {
      const why = `${peer.name} at ${size} rows: ${String(error.message).split('\n')[0]}`;
      say(`job     ${why}`);
      left.push(why);
    }
  }
  rmSync(spots);
  return found;
}

/** Medians of our own runs; the first only warms up where it is short. */
function alone(command, pairs) {
  const first = run(command);
  const times = Math.max(1, Math.min(pairs, Math.floor(40 / first.wall)));
  const done = first.wall > 10 ? [first] : [];
  while (done.length < times) done.push(run(command));
  const of = (key) => median(done.map((each) => each[key]));
  return { runs: done.length, cpu: of('cpu'), wall: of('wall'), peak: of('peak') };
}

/**
 * Peers that do the same job count the same faults as we do in a table full of them. Returns the names of those that do
 * not, which are not timed.
 */
export function checkPeers({ folder, say, left }) {
  const [spots, spoiled] = ['right.csv', 'wrong.csv'].map((name) => join(folder, name));
  makeSpots(spots, ROWS_WITH_FAULTS);
  spoilSpots(spots, spoiled);
  const said = run([NODE, PROGRAM, 'check', '--spots', spoiled, '--json'], { endings: [1] });
  const ours = new Map(FAULT_CODES.map((code) => [code, 0]));
  for (const { code } of JSON.parse(said.out).issues) ours.set(code, (ours.get(code) ?? 0) + 1);
  const doubtful = new Set();
  for (const peer of peersOf({ kind: 'same', size: ROWS_WITH_FAULTS, spots: spoiled, out: folder })) {
    if (!peer.there()) {
      left.push(peer.name);
      continue;
    }
    const theirs = JSON.parse(run(peer.command, { endings: [1] }).out);
    const differing = [...ours].filter(([code, count]) => theirs[code] !== count).map(([code]) => code);
    if (differing.length === 0) say(`check   ${peer.name} finds the faults we find, of ${ours.size} kinds`);
    else {
      doubtful.add(peer.name);
      left.push(`${peer.name} for the same job: it counts other faults (${differing.join(', ')})`);
    }
  }
  return doubtful;
}

function sameFaults(name, said, ourOut) {
  const { issues } = JSON.parse(readFileSync(join(ourOut, 'run.json'), 'utf8'));
  const theirs = Object.values(JSON.parse(said)).reduce((sum, count) => sum + count, 0);
  const ours = issues.error + issues.warning;
  if (theirs !== ours) throw new Error(`${name} finds ${theirs} faults where we find ${ours}`);
}

function sameBytes({ name, kind }, ourOut, peerOut) {
  for (const file of FILES[kind]) {
    const [ours, theirs] = [ourOut, peerOut].map((out) => readFileSync(join(out, file)));
    if (!ours.equals(theirs)) throw new Error(`${name} differs in ${file}`);
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
