// Figures of a run or of several, as JSON: a run that is cut off is gone on with, and a page is made of several.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import process from 'node:process';
import { versions } from './tools.mjs';

export function machine() {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

export function emptyResults() {
  return { machine: machine(), versions: versions(), start: [], jobs: [], stages: [], left: [] };
}

/** Later entries take the place of earlier ones with the same key. */
function joined(earlier, later, keyOf, merge = (_, b) => b) {
  const all = new Map(earlier.map((each) => [keyOf(each), each]));
  for (const each of later) {
    const before = all.get(keyOf(each));
    all.set(keyOf(each), before === undefined ? each : merge(before, each));
  }
  return [...all.values()];
}

const joinJobs = (a, b) => ({
  ...a,
  ...b,
  peers: joined(a.peers, b.peers, ({ kind, name }) => `${kind} ${name}`),
});

/** Two parts as one; what was measured again counts as it was the last time. */
export function join(a, b) {
  if (a.machine !== b.machine) throw new Error(`parts of two machines: ${a.machine} and ${b.machine}`);
  const joint = {
    machine: b.machine,
    versions: b.versions,
    start: joined(a.start, b.start, ({ name }) => name),
    jobs: joined(a.jobs, b.jobs, ({ size }) => size, joinJobs).sort((x, y) => x.size - y.size),
    stages: joined(a.stages, b.stages, ({ step, against }) => `${step} ${against}`),
  };
  const measured = new Set(joint.jobs.flatMap(({ peers }) => peers.map(({ name }) => name)));
  for (const { step, against } of joint.stages) measured.add(`${step} against ${against}`);
  return { ...joint, left: [...new Set([...a.left, ...b.left])].filter((name) => !measured.has(name)) };
}

export const load = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Keeps the figures in a file as they come, beside what it held before. */
export function keeper(path) {
  let kept = path !== undefined && existsSync(path) ? load(path) : undefined;
  return {
    kept: () => kept,
    add(results) {
      kept = kept === undefined ? results : join(kept, results);
      if (path !== undefined) writeFileSync(path, `${JSON.stringify(kept, undefined, 2)}\n`);
    },
  };
}
