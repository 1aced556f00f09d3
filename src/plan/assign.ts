import type { Position } from '../model/boundary.js';

/** A part to be given to one worker. */
export interface PartToAssign {
  readonly id: string;
  readonly people: number;
  /** What its distance is multiplied by; its people where left out. */
  readonly weight?: number;
  /** Parts of a lower tier are served first; a higher tier never takes their place. */
  readonly tier: number;
  /** The worker (by index) who has it now and keeps it while that is possible. */
  readonly previous: number | undefined;
}

/** What the distance of a part counts by. */
export const weightOf = (part: PartToAssign | undefined): number =>
  part?.weight ?? Math.max(1, part?.people ?? 1);

/** A worker (or pair) parts are given to. */
export interface WorkerToFill {
  readonly id: string;
  readonly capacity: number;
  readonly mostSpots: number;
  /** For a slot: the farthest a part may be from the middle of its parts; no limit where left out. */
  readonly reachKm?: number;
  /** False for a slot: its spots decide where it is. */
  readonly hasBase: boolean;
}

/** Parts, workers and who may serve what. Distances in kilometres. */
export interface AssignmentProblem {
  readonly parts: readonly PartToAssign[];
  readonly workers: readonly WorkerToFill[];
  /** Workers (by index) who may serve each part, in ascending order. */
  readonly candidates: readonly (readonly number[])[];
  readonly kmFromBase: (part: number, worker: number) => number;
  readonly kmBetween: (a: number, b: number) => number;
  /** Where a part is, if distances are those between such positions; makes large problems quicker. */
  readonly positionOf?: (part: number) => Position | undefined;
}

/** The worker (by index) of each part; undefined where none has room. */
export type Assignment = readonly (number | undefined)[];

/** Solves an assignment problem: most people of the lowest tiers first, then the least weight times kilometres. */
export type Assign = (problem: AssignmentProblem) => Assignment;

/** The same, pausing often to tell what share of the work is done. */
export type AssignStepwise = (problem: AssignmentProblem) => Generator<number, Assignment, void>;

const MOST_ROUNDS = 8;
const MOST_PASSES = 12;
/** Workers tried for a part before all of them are: its nearest ones. */
const NEAREST = 12;

/**
 * A feasible, compact assignment by regret insertion, ejection, shifts and swaps; slots move to the middle of their
 * parts between rounds. Deterministic, good but not proved optimal. Source: Mulvey and Beck 1984,
 * doi:10.1016/0377-2217(84)90155-3; Martello and Toth 1990, Knapsack Problems, chapter 7.
 */
export const assignByRegret: Assign = (problem) => assignByRegretIn(MOST_ROUNDS)(problem);

/** The same with so many rounds of moving slots at most: fewer are quicker and less compact. */
export function assignByRegretIn(rounds: number): Assign {
  return (problem) => insertByRegret(problem, rounds);
}

function insertByRegret(problem: AssignmentProblem, rounds: number): Assignment {
  let centres = firstCentres(problem);
  let best: State | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const state = fill(problem, centres);
    if (best === undefined || isBetter(state, best)) best = state;
    const moved = recentre(state);
    if (moved.every((centre, worker) => centre === centres[worker])) break;
    centres = moved;
  }
  if (best === undefined) return [];
  makeRoom(best);
  improve(best);
  makeRoom(best);
  return best.workerOf;
}

/** A partial solution that is changed in place. */
interface State {
  readonly problem: AssignmentProblem;
  readonly cost: (part: number, worker: number) => number;
  readonly nearest: readonly (readonly number[])[];
  readonly workerOf: (number | undefined)[];
  /** By part: what it costs where it is; 0 without a worker. */
  readonly paid: Float64Array;
  readonly partsOf: Set<number>[];
  readonly people: number[];
  /** Whether some parts are of another tier than others. */
  readonly hasTiers: boolean;
}

/** The part each slot starts from: the heaviest, then the ones far from those taken, weighted by people. */
function firstCentres({ parts, workers, candidates, kmBetween }: AssignmentProblem): (number | undefined)[] {
  const servable = workers.map((): number[] => []);
  for (const [part, of] of candidates.entries()) for (const worker of of) servable[worker]?.push(part);
  const away = parts.map(() => Infinity);
  return workers.map((worker, at) => {
    if (worker.hasBase) return undefined;
    let centre: number | undefined;
    let most = -1;
    for (const part of servable[at] ?? []) {
      const pull = weightOf(parts[part]) * Math.min(away[part] ?? 0, 1e6);
      if (pull > most) [centre, most] = [part, pull];
    }
    if (centre === undefined) return undefined;
    for (const part of servable[at] ?? []) {
      away[part] = Math.min(away[part] ?? Infinity, kmBetween(part, centre));
    }
    return centre;
  });
}

function emptyState(problem: AssignmentProblem, centres: readonly (number | undefined)[]): State {
  const { parts, workers, candidates } = problem;
  const cost = (part: number, worker: number) => {
    const centre = centres[worker];
    const km = centre === undefined ? problem.kmFromBase(part, worker) : problem.kmBetween(part, centre);
    return km * weightOf(parts[part]);
  };
  return {
    problem,
    cost,
    nearest: candidates.map((of, part) => nearestWorkers(of, (worker) => cost(part, worker))),
    workerOf: parts.map(() => undefined),
    paid: new Float64Array(parts.length),
    partsOf: workers.map(() => new Set()),
    people: workers.map(() => 0),
    hasTiers: new Set(parts.map(({ tier }) => tier)).size > 1,
  };
}

/** The cheapest few of the workers, cheapest first; equally cheap ones in the order given. */
function nearestWorkers(workers: readonly number[], cost: (worker: number) => number): number[] {
  const nearest: number[] = [];
  const costs: number[] = [];
  for (const worker of workers) {
    const here = cost(worker);
    if (nearest.length === NEAREST && here >= (costs[NEAREST - 1] ?? 0)) continue;
    let place = Math.min(nearest.length, NEAREST - 1);
    for (; place > 0 && (costs[place - 1] ?? 0) > here; place -= 1) {
      costs[place] = costs[place - 1] ?? 0;
      nearest[place] = nearest[place - 1] ?? 0;
    }
    costs[place] = here;
    nearest[place] = worker;
  }
  return nearest;
}

function hasRoom({ problem, people, partsOf }: State, worker: number, more: number): boolean {
  const limits = problem.workers[worker];
  if (limits === undefined) return false;
  return (people[worker] ?? 0) + more <= limits.capacity && (partsOf[worker]?.size ?? 0) < limits.mostSpots;
}

const peopleOf = ({ problem }: State, part: number) => problem.parts[part]?.people ?? 0;
const tierOf = ({ problem }: State, part: number) => problem.parts[part]?.tier ?? 0;
const isKept = ({ problem, workerOf }: State, part: number) =>
  workerOf[part] !== undefined && problem.parts[part]?.previous === workerOf[part];

const capacityOf = ({ problem }: State, worker: number) => problem.workers[worker]?.capacity ?? 0;

/** The wanted parts of a worker as they are now, whatever is given or taken while they are looked at. */
function servedBy(state: State, worker: number, isWanted: (part: number) => boolean): readonly number[] {
  let wanted: number[] | undefined;
  for (const part of state.partsOf[worker] ?? []) if (isWanted(part)) (wanted ??= []).push(part);
  return wanted ?? NO_PARTS;
}

const NO_PARTS: readonly number[] = [];

function give(state: State, part: number, worker: number): void {
  take(state, part);
  state.workerOf[part] = worker;
  state.paid[part] = state.cost(part, worker);
  state.partsOf[worker]?.add(part);
  state.people[worker] = (state.people[worker] ?? 0) + peopleOf(state, part);
}

function take(state: State, part: number): void {
  const worker = state.workerOf[part];
  if (worker === undefined) return;
  state.workerOf[part] = undefined;
  state.paid[part] = 0;
  state.partsOf[worker]?.delete(part);
  state.people[worker] = (state.people[worker] ?? 0) - peopleOf(state, part);
}

function fill(problem: AssignmentProblem, centres: readonly (number | undefined)[]): State {
  const state = emptyState(problem, centres);
  for (const [part, { previous, people }] of problem.parts.entries()) {
    if (previous === undefined || problem.candidates[part]?.includes(previous) !== true) continue;
    if (hasRoom(state, previous, people)) give(state, part, previous);
  }
  for (const part of inOrderOfRegret(state)) {
    const worker = cheapestWithRoom(state, part);
    if (worker !== undefined) give(state, part, worker);
  }
  return state;
}

/** Parts without a worker: lower tiers first, then those that lose most by not getting their first choice. */
function inOrderOfRegret(state: State): number[] {
  const { problem, nearest, cost, workerOf } = state;
  const regret = problem.parts.map((part, at) => {
    const [first, second] = nearest[at] ?? [];
    if (first === undefined || workerOf[at] !== undefined) return 0;
    return second === undefined ? Infinity : cost(at, second) - cost(at, first) + part.people;
  });
  return problem.parts
    .map((_, at) => at)
    .filter((at) => workerOf[at] === undefined)
    .sort((a, b) => {
      const [regretA, regretB] = [regret[a] ?? 0, regret[b] ?? 0];
      const byRegret = regretA === regretB ? 0 : regretB - regretA;
      return tierOf(state, a) - tierOf(state, b) || byRegret || a - b;
    });
}

function cheapestWithRoom(state: State, part: number): number | undefined {
  const people = peopleOf(state, part);
  const near = state.nearest[part]?.find((worker) => hasRoom(state, worker, people));
  if (near !== undefined) return near;
  let cheapest: number | undefined;
  let least = Infinity;
  for (const worker of state.problem.candidates[part] ?? []) {
    if (!hasRoom(state, worker, people)) continue;
    const cost = state.cost(part, worker);
    if (cost < least) [cheapest, least] = [worker, cost];
  }
  return cheapest;
}

/** Gives parts left over a worker by moving one part away, or by leaving out fewer people or people of a higher tier. */
function makeRoom(state: State): void {
  const left = () =>
    state.problem.parts
      .map((_, at) => at)
      .filter((at) => state.workerOf[at] === undefined && (state.problem.candidates[at] ?? []).length > 0)
      .sort(
        (a, b) => tierOf(state, a) - tierOf(state, b) || peopleOf(state, b) - peopleOf(state, a) || a - b,
      );
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const isChanged = left().filter((part) => insertAnyhow(state, part)).length > 0;
    if (!isChanged) return;
  }
}

function insertAnyhow(state: State, part: number): boolean {
  const worker = cheapestWithRoom(state, part);
  if (worker !== undefined) {
    give(state, part, worker);
    return true;
  }
  return moveAway(state, part) || replace(state, part);
}

function moveAway(state: State, part: number): boolean {
  const mostRoom = Math.max(
    ...state.problem.workers.map(({ capacity }, worker) => capacity - (state.people[worker] ?? 0)),
  );
  for (const worker of state.problem.candidates[part] ?? []) {
    const least = (state.people[worker] ?? 0) + peopleOf(state, part) - capacityOf(state, worker);
    if (least > mostRoom) continue;
    const mayMove = (other: number) => {
      const people = peopleOf(state, other);
      return people >= least && people <= mostRoom;
    };
    for (const other of servedBy(state, worker, mayMove)) {
      take(state, other);
      give(state, part, worker);
      const elsewhere = cheapestWithRoom(state, other);
      if (elsewhere !== undefined) {
        give(state, other, elsewhere);
        return true;
      }
      take(state, part);
      give(state, other, worker);
    }
  }
  return false;
}

function replace(state: State, part: number): boolean {
  for (const worker of state.problem.candidates[part] ?? []) {
    const room = capacityOf(state, worker) - (state.people[worker] ?? 0);
    if (room <= 0 && !state.hasTiers) continue;
    for (const other of state.partsOf[worker] ?? []) {
      const tiers = tierOf(state, part) - tierOf(state, other);
      const more = peopleOf(state, part) - peopleOf(state, other);
      if (tiers > 0 || (tiers === 0 && more <= 0) || more > room) continue;
      take(state, other);
      give(state, part, worker);
      return true;
    }
  }
  return false;
}

/** The part in the middle of each slot's parts, by weight times kilometres. */
function recentre({ problem, partsOf }: State): (number | undefined)[] {
  return problem.workers.map(({ hasBase }, worker) => {
    if (hasBase) return undefined;
    const parts = [...(partsOf[worker] ?? [])];
    let centre: number | undefined;
    let least = Infinity;
    for (const middle of parts) {
      let sum = 0;
      for (const part of parts) sum += problem.kmBetween(part, middle) * weightOf(problem.parts[part]);
      if (sum < least) [centre, least] = [middle, sum];
    }
    return centre;
  });
}

function isBetter(a: State, b: State): boolean {
  const tiers = [...new Set(a.problem.parts.map((part) => part.tier))].sort((x, y) => x - y);
  for (const tier of tiers) {
    const difference = coveredIn(a, tier) - coveredIn(b, tier);
    if (difference !== 0) return difference > 0;
  }
  return totalCost(a) < totalCost(b) - 1e-9;
}

function coveredIn(state: State, tier: number): number {
  let people = 0;
  for (const [part, worker] of state.workerOf.entries()) {
    if (worker !== undefined && tierOf(state, part) === tier) people += peopleOf(state, part);
  }
  return people;
}

function totalCost(state: State): number {
  let cost = 0;
  for (const [part, worker] of state.workerOf.entries()) {
    if (worker !== undefined) cost += state.cost(part, worker);
  }
  return cost;
}

/** Shifts parts to cheaper workers with room and swaps pairs while that saves people-kilometres. */
function improve(state: State): void {
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let isChanged = false;
    for (let part = 0; part < state.workerOf.length; part += 1) {
      if (state.workerOf[part] === undefined || isKept(state, part)) continue;
      if (shift(state, part) || swap(state, part)) isChanged = true;
    }
    if (!isChanged) return;
  }
}

function shift(state: State, part: number): boolean {
  const from = state.workerOf[part];
  if (from === undefined) return false;
  const now = state.paid[part] ?? 0;
  const people = peopleOf(state, part);
  const to = state.nearest[part]?.find(
    (worker) => worker !== from && hasRoom(state, worker, people) && state.cost(part, worker) < now - 1e-9,
  );
  if (to === undefined) return false;
  give(state, part, to);
  return true;
}

function swap(state: State, part: number): boolean {
  const from = state.workerOf[part];
  if (from === undefined) return false;
  for (const to of state.nearest[part] ?? []) {
    if (to === from) continue;
    const saved = (state.paid[part] ?? 0) - state.cost(part, to);
    for (const other of state.partsOf[to] ?? []) {
      // At best the other part costs nothing with its new worker.
      if (saved + (state.paid[other] ?? 0) <= 1e-9) continue;
      if (isKept(state, other) || !canSwap(state, part, other)) continue;
      if (saved + (state.paid[other] ?? 0) - state.cost(other, from) <= 1e-9) continue;
      give(state, part, to);
      give(state, other, from);
      return true;
    }
  }
  return false;
}

function canSwap(state: State, part: number, other: number): boolean {
  const [from, to] = [state.workerOf[part], state.workerOf[other]];
  if (from === undefined || to === undefined) return false;
  const more = peopleOf(state, part) - peopleOf(state, other);
  return (
    (state.people[to] ?? 0) + more <= (state.problem.workers[to]?.capacity ?? 0) &&
    (state.people[from] ?? 0) - more <= (state.problem.workers[from]?.capacity ?? 0) &&
    isAmong(state.problem.candidates[other] ?? [], from)
  );
}

/** Whether a number is in an ascending list. */
function isAmong(ascending: readonly number[], wanted: number): boolean {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === wanted;
}
