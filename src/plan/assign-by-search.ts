import { kmNearby, onPlane } from '../geo/distance.js';
import type { Position } from '../model/boundary.js';
import type { Random } from '../stats/random.js';
import {
  assignByRegretIn,
  weightOf,
  type Assign,
  type Assignment,
  type AssignmentProblem,
  type AssignStepwise,
} from './assign.js';
import { solveAssignmentStepwise } from './search/assignment-search.js';
import { solveClustersStepwise } from './search/cluster-search.js';
import { withoutPause } from './search/limits.js';
import { assignmentFromBases } from './search/fixed-bases.js';

/** Rounds of the quick start; the search does the rest. */
const START_ROUNDS = 2;
/** Moves tried for each part, within bounds that keep a plan quick. */
const MOVES_A_PART = 1500;
const FEWEST_MOVES = 60_000;
const MOST_MOVES = 2_000_000;
/** What taking a part from its present worker costs, in people-kilometres: nothing else is worth it. */
const MOVE_COST = 1e6;

/**
 * Assigns by regret first, which decides who is served, then by local search, which makes catchments compact: people
 * times kilometres over the parts served never get more, and no rule is given up. Workers that serve the same
 * populations are searched together, others apart. The same seed gives the same plan.
 * Once told to stop it returns the best so far, which then depends on when that was.
 */
export function assignBySearch(random: Random, shouldStop?: () => boolean): Assign {
  const assign = assignBySearchStepwise(random, shouldStop);
  return (problem) => withoutPause(assign(problem));
}

/** The same as `assignBySearch`, pausing often to tell what share of the work is done. */
export function assignBySearchStepwise(random: Random, shouldStop?: () => boolean): AssignStepwise {
  return function* (asked) {
    const problem = quickened(asked);
    const start = assignByRegretIn(START_ROUNDS)(problem);
    const workerOf = [...start];
    const groups = independentGroups(problem, start).filter(
      ({ parts, workers }) => parts.length > 1 && workers.length > 1,
    );
    for (const [at, group] of groups.entries()) {
      const search = searchGroup(problem, group, { random: random.fork(at), shouldStop });
      let step = search.next();
      for (; step.done !== true; step = search.next()) yield (at + step.value) / groups.length;
      const better = step.value;
      if (better === undefined || !improves(problem, group, { workerOf, better })) continue;
      for (const [index, part] of group.parts.entries()) workerOf[part] = better[index];
    }
    return withinReach(problem, workerOf);
  };
}

/**
 * Lets slots go of parts beyond their reach, so that an invented worker's spots can be walked; each goes to another
 * slot in reach with room, or to nobody, which calls for one more worker.
 */
function withinReach(problem: AssignmentProblem, workerOf: (number | undefined)[]): Assignment {
  const { workers, parts, candidates, kmBetween } = problem;
  const own = workers.map((): number[] => []);
  for (const [part, worker] of workerOf.entries()) if (worker !== undefined) own[worker]?.push(part);
  const centres = workers.map(({ hasBase }, worker) =>
    hasBase ? undefined : middleOf(problem, own[worker] ?? []),
  );
  const people = own.map((served) => served.reduce((sum, part) => sum + (parts[part]?.people ?? 0), 0));
  const spots = own.map((served) => served.length);
  const isInReach = (part: number, worker: number) => {
    const centre = centres[worker];
    return centre === undefined || kmBetween(part, centre) <= (workers[worker]?.reachKm ?? Infinity);
  };
  const far = [...workerOf.keys()].filter((part) => {
    const worker = workerOf[part];
    return worker !== undefined && !isInReach(part, worker);
  });
  for (const part of far) {
    const worker = workerOf[part] ?? 0;
    workerOf[part] = undefined;
    people[worker] = (people[worker] ?? 0) - (parts[part]?.people ?? 0);
    spots[worker] = (spots[worker] ?? 0) - 1;
  }
  for (const part of far) {
    const more = parts[part]?.people ?? 0;
    const next = (candidates[part] ?? []).find((worker) => {
      const limits = workers[worker];
      const hasRoom =
        (people[worker] ?? 0) + more <= (limits?.capacity ?? 0) &&
        (spots[worker] ?? 0) < (limits?.mostSpots ?? 0);
      return hasRoom && centres[worker] !== undefined && isInReach(part, worker);
    });
    if (next === undefined) continue;
    workerOf[part] = next;
    people[next] = (people[next] ?? 0) + more;
    spots[next] = (spots[next] ?? 0) + 1;
  }
  return workerOf;
}

/** The part from which the others are reached with the fewest people-kilometres; undefined without parts. */
function middleOf({ parts, kmBetween }: AssignmentProblem, served: readonly number[]): number | undefined {
  let middle: number | undefined;
  let least = Infinity;
  for (const centre of served) {
    const way = served.reduce((sum, part) => sum + weightOf(parts[part]) * kmBetween(part, centre), 0);
    if (way < least) [middle, least] = [centre, way];
  }
  return middle;
}

/** Parts and workers, by index, that share nobody with the rest. */
export interface Group {
  readonly parts: readonly number[];
  readonly workers: readonly number[];
}

/** The served parts (those with a worker) and their possible workers, split into groups that share no worker. */
export function independentGroups({ workers, candidates }: AssignmentProblem, start: Assignment): Group[] {
  const leader = workers.map((_, worker) => worker);
  const find = (worker: number): number => {
    let at = worker;
    while (leader[at] !== at) at = leader[at] ?? at;
    return at;
  };
  const served = [...start.keys()].filter((part) => start[part] !== undefined);
  for (const part of served) {
    const [first, ...others] = candidates[part] ?? [];
    for (const other of others) leader[find(other)] = find(first ?? other);
  }
  const groups = new Map<number, { parts: number[]; workers: number[] }>();
  for (const worker of workers.keys()) {
    const group = groups.get(find(worker)) ?? { parts: [], workers: [] };
    group.workers.push(worker);
    groups.set(find(worker), group);
  }
  for (const part of served) groups.get(find(candidates[part]?.[0] ?? 0))?.parts.push(part);
  return [...groups.values()].filter(({ parts }) => parts.length > 0);
}

/** Worker of each part of the group; undefined where the search finds none that keeps every rule. */
function* searchGroup(
  problem: AssignmentProblem,
  group: Group,
  { random, shouldStop }: { readonly random: Random; readonly shouldStop: (() => boolean) | undefined },
): Generator<number, number[] | undefined, void> {
  const { parts, workers } = group;
  const hasBases = workers.map((worker) => problem.workers[worker]?.hasBase === true);
  const allowed = setsOf(parts.map((part) => problem.candidates[part] ?? []));
  const isOpenToAll = allowed.every((own) => workers.every((worker) => own.has(worker)));
  const common = {
    demand: parts.map((part) => problem.parts[part]?.people ?? 0),
    weight: parts.map((part) => weightOf(problem.parts[part])),
    ...(isOpenToAll
      ? {}
      : { isEligible: (part: number, worker: number) => allowed[part]?.has(workers[worker] ?? -1) === true }),
    previous: parts.map((part) => workers.indexOf(problem.parts[part]?.previous ?? -1)),
    moveCost: parts.map(() => MOVE_COST),
  };
  const capacity = workers.map((worker) => problem.workers[worker]?.capacity ?? 0);
  const limits = {
    iterations: Math.min(MOST_MOVES, Math.max(FEWEST_MOVES, parts.length * MOVES_A_PART)),
    ...(shouldStop === undefined ? {} : { shouldStop }),
  };
  const at = (part: number) => parts[part] ?? 0;
  if (hasBases.every(Boolean)) {
    const distance = (part: number, worker: number) => problem.kmFromBase(at(part), workers[worker] ?? 0);
    const question = assignmentFromBases({ ...common, capacity, distance });
    return named(yield* solveAssignmentStepwise(question, random, limits), workers);
  }
  if (hasBases.some(Boolean)) return undefined;
  const distance = tabulated(parts.length, (part, other) => problem.kmBetween(at(part), at(other)));
  const positions = parts.length > MOST_TABULATED ? positionsOf(problem, parts) : undefined;
  const clusters = {
    ...common,
    ...(positions !== undefined && { points: onPlane(positions) }),
    clusterCapacity: capacity,
    distance,
  };
  return named(yield* solveClustersStepwise(clusters, random, limits), workers);
}

/** One set for each list, the same for lists that are the same in memory. */
function setsOf(lists: readonly (readonly number[])[]): ReadonlySet<number>[] {
  const known = new Map<readonly number[], ReadonlySet<number>>();
  return lists.map((list) => {
    const set = known.get(list) ?? new Set(list);
    known.set(list, set);
    return set;
  });
}

/** The same problem with distances that are quick to work out, where there are many parts and all have positions. */
function quickened(problem: AssignmentProblem): AssignmentProblem {
  const { parts } = problem;
  if (parts.length <= MOST_TABULATED) return problem;
  const positions = positionsOf(problem, [...parts.keys()]);
  return positions === undefined ? problem : { ...problem, kmBetween: kmNearby(positions) };
}

/** The positions of the parts; undefined unless all are known. */
function positionsOf(
  { positionOf }: AssignmentProblem,
  parts: readonly number[],
): readonly Position[] | undefined {
  const positions: Position[] = [];
  for (const part of parts) {
    const position = positionOf?.(part);
    if (position === undefined) return undefined;
    positions.push(position);
  }
  return positions;
}

/** Parts up to which distances are worked out once and kept; above, they are worked out quickly where positions are known. */
const MOST_TABULATED = 1500;

/** The same distances from a table where it is small enough to keep. */
function tabulated(
  size: number,
  distance: (a: number, b: number) => number,
): (a: number, b: number) => number {
  if (size > MOST_TABULATED) return distance;
  const table = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) table[a * size + b] = distance(a, b);
  }
  return (a, b) => table[a * size + b] ?? 0;
}

function named(
  { isFeasible, assignment }: { readonly isFeasible: boolean; readonly assignment: readonly number[] },
  workers: readonly number[],
): number[] | undefined {
  return isFeasible ? assignment.map((worker) => workers[worker] ?? 0) : undefined;
}

/** True when the found workers keep the limit on spots and need fewer people-kilometres than the present ones. */
function improves(
  problem: AssignmentProblem,
  { parts, workers }: Group,
  found: { readonly workerOf: Assignment; readonly better: readonly number[] },
): boolean {
  const present = parts.map((part) => found.workerOf[part] ?? 0);
  const isWithin = workers.every(
    (worker) =>
      found.better.filter((one) => one === worker).length <= (problem.workers[worker]?.mostSpots ?? Infinity),
  );
  return isWithin && travelOf(problem, parts, found.better) < travelOf(problem, parts, present);
}

/** Weight times kilometres to the base, or to the best middle among a slot's own parts; moving away from a worker costs. */
export function travelOf(
  problem: AssignmentProblem,
  parts: readonly number[],
  workerOf: readonly number[],
): number {
  const served = new Map<number, number[]>();
  let total = 0;
  for (const [index, part] of parts.entries()) {
    const worker = workerOf[index] ?? 0;
    served.set(worker, [...(served.get(worker) ?? []), part]);
    const before = problem.parts[part]?.previous;
    if (before !== undefined && before !== worker) total += MOVE_COST;
  }
  for (const [worker, own] of served) {
    const from = (km: (part: number) => number) =>
      own.reduce((sum, part) => sum + weightOf(problem.parts[part]) * km(part), 0);
    total += problem.workers[worker]?.hasBase
      ? from((part) => problem.kmFromBase(part, worker))
      : Math.min(...own.map((centre) => from((part) => problem.kmBetween(part, centre))));
  }
  return total;
}
