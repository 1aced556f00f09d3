import type { Random } from '../../stats/random.js';
import { anneal, type Annealed } from './annealing.js';
import { bestGrouping, isEnumerable, type Grouping } from './cluster-enumeration.js';
import { evaluateClusters } from './cluster-evaluation.js';
import {
  clusterObstacles,
  eligibilityGroups,
  type ClusterProblem,
  type ClusterSolution,
} from './cluster-problem.js';
import { startClusters } from './cluster-start.js';
import {
  NOBODY,
  adjustPrice,
  energyAfter,
  linkCost,
  makeClusterState,
  moveSpot,
  roughChange,
  setEnergy,
  settle,
  type ClusterState,
} from './cluster-state.js';
import { makeBudget, type Budget, type SearchLimits } from './limits.js';
import { nearestByDistance, nearestByPoint, type NearestLists } from './nearest.js';

/**
 * Returns the best grouping found, its cost and its validity computed afresh from it.
 *
 * Annealed shifts and swaps between neighbouring clusters; every change is priced with the best centre either
 * cluster would then have. A rough price with both centres kept weeds out most changes first.
 * With few groupings every one is tried, which is exact; otherwise nothing is proved optimal, and `not-found` means only that the search met no valid grouping in its time.
 * Sources: Mulvey and Beck (1984), 10.1016/0377-2217(84)90155-3; Osman and Christofides (1994),
 * 10.1016/0969-6016(94)90032-9.
 *
 * @example
 * // four spots at 0, 1, 10 and 11 on a line, one person each, two workers with room for two
 * const at = [0, 1, 10, 11];
 * const distance = (a: number, b: number) => Math.abs((at[a] ?? 0) - (at[b] ?? 0));
 * solveClusters({ demand: [1, 1, 1, 1], distance, clusterCapacity: [2, 2] }, makeRandom(1), { iterations: 1e4 })
 *   .objective; // 2
 */
export function solveClusters(
  problem: ClusterProblem,
  random: Random,
  limits: SearchLimits,
): ClusterSolution {
  const budget = makeBudget(limits);
  const obstacles = clusterObstacles(problem);
  if (obstacles.length > 0) {
    return { isFeasible: false, obstacles, assignment: [], centres: [], objective: Infinity };
  }
  const found = isEnumerable(problem) ? bestGrouping(problem) : undefined;
  const { assignment, centres } = found ?? searchGrouping(problem, random, budget);
  const measure = evaluateClusters(problem, assignment, centres);
  const isFeasible = measure.overload === 0 && measure.misplaced === 0;
  return {
    isFeasible,
    obstacles: isFeasible ? [] : [{ kind: 'not-found', overload: measure.overload }],
    assignment,
    centres,
    objective: measure.objective,
  };
}

/** Starts of a small problem, whose search is cheap and can get stuck; a large one has a single start. */
const STARTS = 6;
const SMALL = 40;

/** The best grouping of several starts that share the budget, those of valid ones first. */
function searchGrouping(problem: ClusterProblem, random: Random, budget: Budget): Grouping {
  const starts = problem.demand.length <= SMALL ? STARTS : 1;
  let best: Grouping | undefined;
  let least = Infinity;
  for (let start = 1; start <= starts; start += 1) {
    const grouping = annealGrouping(problem, random, partOf(budget, start, starts));
    const { objective, overload, misplaced } = evaluateClusters(
      problem,
      grouping.assignment,
      grouping.centres,
    );
    const value = overload > 0 || misplaced > 0 ? Number.MAX_VALUE : objective;
    if (best === undefined || value < least) {
      best = grouping;
      least = value;
    }
  }
  return best ?? { assignment: [], centres: [] };
}

/** The part of a budget that one of several starts may use. */
function partOf(budget: Budget, start: number, starts: number): Budget {
  return { spend: budget.spend, progress: () => budget.progress() * starts - (start - 1) };
}

function annealGrouping(problem: ClusterProblem, random: Random, budget: Budget): Grouping {
  const run = makeRun(problem, random);
  if (problem.demand.length > 1 && problem.clusterCapacity.length > 1) {
    anneal(subjectOf(run), budget, TEMPERATURES);
  }
  keepBest(run);
  // At this price every centre is one with room, where there is any.
  settle(run.state, run.bestTotal < Infinity ? run.best : run.state.home.slice(), 1e12);
  return { assignment: [...run.state.home], centres: [...run.state.centre] };
}

const TEMPERATURES = { hot: 0.8, cold: 0.14, warm: 0.8, coldest: 0.05, patience: 200 };
/** Neighbours listed per spot: a spot moves to a cluster that one of them is in. */
const NEIGHBOURS = 24;
/** Of 16 proposals, how many exchange two spots; the others move one. */
const SWAPS = 12;
/** How much better than its rough price a change may turn out, as a share of both clusters' energy. */
const SLACK = 0.15;
/** The same for a change by which a cluster loses its centre. One in 16 is never weeded out. */
const SLACK_OF_CENTRES = 0.5;

interface Run {
  readonly state: ClusterState;
  readonly near: NearestLists;
  readonly random: Random;
  /** Whether leaving a previous cluster costs anything. */
  readonly canReturn: boolean;
  readonly isEligible: ((spot: number, cluster: number) => boolean) | undefined;
  readonly best: Int32Array;
  bestTotal: number;
  /** Whether the present state is the best but not yet copied. */
  isPending: boolean;
}

function makeRun(problem: ClusterProblem, random: Random): Run {
  const state = makeClusterState(problem, startClusters(problem, random));
  const run: Run = {
    state,
    near: neighboursOf(problem),
    random,
    canReturn: state.moveCost.some((cost) => cost > 0) && state.previous.some((cluster) => cluster >= 0),
    isEligible: problem.isEligible,
    best: state.home.slice(),
    bestTotal: Infinity,
    isPending: false,
  };
  noteBest(run);
  return run;
}

/** By spot, the nearest spots that share an eligible cluster with it. */
function neighboursOf(problem: ClusterProblem): NearestLists {
  const size = problem.demand.length;
  const width = Math.min(NEIGHBOURS, size - 1);
  const groups = eligibilityGroups(problem);
  const options = groups.length === 1 ? { width } : { width, isAllowed: sharesCluster(groups, size) };
  return problem.points === undefined
    ? nearestByDistance(size, problem.distance, options)
    : nearestByPoint(problem.points, options);
}

function sharesCluster(
  groups: ReturnType<typeof eligibilityGroups>,
  size: number,
): (spot: number, other: number) => boolean {
  const groupOf = new Int32Array(size);
  const shares = groups.map((group, index) => {
    for (const spot of group.spots) groupOf[spot] = index;
    const own = new Set(group.clusters);
    return groups.map((other) => other.clusters.some((cluster) => own.has(cluster)));
  });
  return (spot, other) => shares[groupOf[spot] ?? 0]?.[groupOf[other] ?? 0] ?? false;
}

function subjectOf(run: Run): Annealed {
  const { state } = run;
  const size = state.home.length;
  let turns = 0;
  return {
    size,
    meanCost: () => (state.total - state.price * state.overload) / size,
    demand: state.demand.reduce((sum, one) => sum + one, 0),
    propose: run.canReturn
      ? (temperature) => {
          if (run.random.uint32() >>> 23 === 0) proposeReturn(run, temperature);
          else propose(run, temperature);
        }
      : (temperature) => propose(run, temperature),
    overload: () => state.overload,
    price: () => state.price,
    reprice: (price) => {
      turns += 1;
      if (turns % 256 === 0) settle(state, state.home.slice(), price);
      else adjustPrice(state, price);
    },
    hasBest: () => run.bestTotal < Infinity,
    backToBest: () => backToBest(run),
  };
}

function propose(run: Run, temperature: number): void {
  const { state, random } = run;
  const spot = Math.floor((random.uint32() / 4294967296) * state.home.length);
  const from = state.home[spot] ?? 0;
  const draw = random.uint32();
  const to = targetOf(run, spot, draw);
  if (to === from || run.isEligible?.(spot, to) === false) return;
  const list = state.members[to] ?? [];
  const isSwap = (draw & 15) < SWAPS && list.length > 0;
  const back = isSwap ? (list[(draw >>> 16) % list.length] ?? NOBODY) : NOBODY;
  if (back >= 0 && run.isEligible?.(back, from) === false) return;
  const threshold = -temperature * Math.log((1 + random.uint32()) / 4294967297);
  const energies = (state.energy[from] ?? 0) + (state.energy[to] ?? 0);
  const losesCentre = spot === state.centre[from] || back === state.centre[to];
  const slack = (losesCentre ? SLACK_OF_CENTRES : SLACK) * energies;
  if (draw >>> 28 !== 0 && roughChange(state, spot, back, to) > threshold + slack) return;
  const fromEnergy = energyAfter(state, from, spot, back);
  const toEnergy = energyAfter(state, to, back, spot);
  let change = fromEnergy + toEnergy - energies;
  change += linkCost(state, spot, to) - linkCost(state, spot, from);
  if (back >= 0) change += linkCost(state, back, from) - linkCost(state, back, to);
  if (change > threshold) return;
  keepBest(run);
  moveSpot(state, spot, to);
  if (back >= 0) moveSpot(state, back, from);
  setEnergy(state, from, fromEnergy);
  setEnergy(state, to, toEnergy);
  noteBest(run);
}

/** Exchanges all the spots of two clusters, so that some return to their previous one; undone if dearer. */
function proposeReturn(run: Run, temperature: number): void {
  const { state, random } = run;
  const spot = random.integer(state.home.length);
  const from = state.home[spot] ?? 0;
  const to = state.previous[spot] ?? -1;
  if (to < 0 || to === from) return;
  const leaving = [...(state.members[from] ?? [])];
  const coming = [...(state.members[to] ?? [])];
  const isAllowed = (spots: readonly number[], cluster: number): boolean =>
    run.isEligible === undefined || spots.every((one) => run.isEligible?.(one, cluster));
  if (!isAllowed(leaving, to) || !isAllowed(coming, from)) return;
  keepBest(run);
  const before = state.total;
  exchangeAll(state, { from, leaving, to, coming });
  if (state.total - before > -temperature * Math.log((1 + random.uint32()) / 4294967297)) {
    exchangeAll(state, { from, leaving: coming, to, coming: leaving });
  } else noteBest(run);
}

interface Exchange {
  readonly from: number;
  readonly leaving: readonly number[];
  readonly to: number;
  readonly coming: readonly number[];
}

function exchangeAll(state: ClusterState, { from, leaving, to, coming }: Exchange): void {
  for (const spot of leaving) moveSpot(state, spot, to);
  for (const spot of coming) moveSpot(state, spot, from);
  setEnergy(state, from, energyAfter(state, from, NOBODY, NOBODY));
  setEnergy(state, to, energyAfter(state, to, NOBODY, NOBODY));
}

/** The cluster of a random neighbour or, once in 128 times, any cluster, since some may be empty. */
function targetOf({ state, near, random }: Run, spot: number, draw: number): number {
  const count = near.count[spot] ?? 0;
  if (count === 0 || ((draw >>> 9) & 127) === 0) return random.integer(state.members.length);
  const other = near.items[spot * near.width + ((draw >>> 4) % count)] ?? 0;
  return state.home[other] ?? 0;
}

function noteBest(run: Run): void {
  const { state } = run;
  if (state.overload > 1e-6 || state.total >= run.bestTotal - 1e-9 * (1 + state.total)) return;
  run.bestTotal = state.total;
  run.isPending = true;
}

function keepBest(run: Run): void {
  if (!run.isPending) return;
  run.best.set(run.state.home);
  run.isPending = false;
}

function backToBest(run: Run): void {
  keepBest(run);
  if (run.bestTotal < Infinity) settle(run.state, run.best, run.state.price);
}
