// Two commands in turn, and what the operating system says of them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const TIME = '/usr/bin/time';

/** Runs a command to its end; CPU seconds and peak MiB by the operating system where it has GNU time. */
export function run([command, ...args], { endings = [0] } = {}) {
  const timed = existsSync(TIME);
  const all = timed ? [TIME, '-f', '\n%U %S %M', command, ...args] : [command, ...args];
  const started = performance.now();
  const done = spawnSync(all[0], all.slice(1), { encoding: 'utf8', maxBuffer: 1 << 28 });
  const wall = (performance.now() - started) / 1000;
  if (!endings.includes(done.status))
    throw new Error(`${command} ${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
  if (!timed) return { wall, cpu: wall, peak: Number.NaN, out: done.stdout };
  const [user, system, kilobytes] = done.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, cpu: user + system, peak: kilobytes / 1024, out: done.stdout };
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** A first pair that takes so many seconds is warm enough, and counts; one that takes even more is enough. */
const LONG = 8;
const ENOUGH = 20;

/** How many pairs there is time for, when one takes so many seconds; an odd number, so that the median is one of them. */
function pairsWithin({ pairs, seconds, least = 1 }, pair) {
  const times = Math.max(pair > ENOUGH ? 1 : least, Math.min(pairs, Math.floor(seconds / pair)));
  return times % 2 === 0 ? times - 1 : times;
}

/**
 * Runs two commands in turn, as often as asked for and as there is time. What the first pair found is compared before
 * anything counts; a short first pair only warms up.
 */
export function contest(ours, theirs, limits, compare = () => {}) {
  const pair = () => [run(ours), run(theirs)].map((each) => ({ ...each, inside: insideOf(each.out) }));
  const first = pair();
  compare(...first);
  const seconds = first[0].wall + first[1].wall;
  const times = pairsWithin(limits, seconds);
  const done = seconds > LONG ? [first] : [];
  while (done.length < times) done.push(pair());
  return measured(done);
}

/** CPU seconds that a stage says it took inside its process. */
function insideOf(out) {
  const [line] = out.split('\n', 1);
  return line.startsWith('{"cpu"') ? JSON.parse(line).cpu : Number.NaN;
}

/** Medians of pairs, and the median of the pairs' ratios. */
function measured(done) {
  const of = (side, key) => median(done.map((pair) => pair[side][key]));
  const ratio = (key) => median(done.map(([a, b]) => a[key] / b[key]));
  return {
    pairs: done.length,
    cpu: of(0, 'cpu'),
    wall: of(0, 'wall'),
    peak: of(0, 'peak'),
    inside: of(0, 'inside'),
    peerCpu: of(1, 'cpu'),
    peerWall: of(1, 'wall'),
    peerPeak: of(1, 'peak'),
    peerInside: of(1, 'inside'),
    cpuRatio: ratio('cpu'),
    wallRatio: ratio('wall'),
    peakRatio: ratio('peak'),
    insideRatio: ratio('inside'),
  };
}
