// Every step of the job beside what else does it: what is run, how results are compared, and what is wanted.
import { contest } from './contest.mjs';
import { bootstrapContests } from './steps/bootstrap.mjs';
import { insideContests } from './steps/inside.mjs';
import { nearContests } from './steps/near.mjs';
import { readingContests } from './steps/reading.mjs';
import { writingContests } from './steps/writing.mjs';

/** Seconds a stage may take, but for three pairs of the slowest. */
const SECONDS = 20;

/** Steps by group; a group makes its files when it is asked for. Wanted are a first figure and one to be ahead of all. */
export const GROUPS = {
  reading: readingContests,
  inside: insideContests,
  near: nearContests,
  bootstrap: bootstrapContests,
  writing: writingContests,
};

/** Every stage of a group beside its peers; one whose results differ is left out, and said. */
export function runStages(group, { folder, pairs, patient, say, left }) {
  const found = [];
  for (const stage of GROUPS[group]({ folder })) {
    const { step, against, first, ahead, there } = stage;
    const name = against === undefined ? step : `${step} against ${against}`;
    if (there !== undefined && !there()) {
      left.push(name);
      continue;
    }
    try {
      const one = { group, step, against, first, ahead, ...measure(stage, { pairs, patient }) };
      found.push(one);
      say(`stage   ${name}: ${one.isSo ?? `${one.ratio.toFixed(3)} (first ${first}, ahead ${ahead})`}`);
    } catch (error) {
      const why = `${name}: ${String(error.message).split('\n')[0]}`;
      say(`stage   ${why}`);
      left.push(why);
    }
  }
  return found;
}

function measure(stage, { pairs, patient }) {
  if (stage.holds !== undefined) return { isSo: stage.holds() };
  if (stage.value !== undefined) return { ratio: stage.value() };
  const by = stage.measure ?? 'inside';
  const peer = typeof stage.peer === 'function' ? stage.peer() : stage.peer;
  const found = contest(
    stage.ours,
    peer,
    { pairs, seconds: patient ? Infinity : SECONDS, least: Math.min(3, pairs) },
    (ours, theirs) => stage.compare?.(JSON.parse(ours.out), JSON.parse(theirs.out)),
  );
  const [ours, theirs] = {
    inside: ['inside', 'peerInside'],
    cpu: ['cpu', 'peerCpu'],
    wall: ['wall', 'peerWall'],
  }[by];
  return {
    measure: by,
    pairs: found.pairs,
    ratio: found[`${by}Ratio`],
    ours: found[ours],
    theirs: found[theirs],
  };
}
