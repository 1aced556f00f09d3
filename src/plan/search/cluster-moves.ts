import type { Random } from '../../stats/random.js';
import type { Annealed } from './annealing.js';
import { eligibilityGroups, type ClusterProblem } from './cluster-problem.js';
import { adjustPrice, makeClusterState, moveSpot, settle } from './cluster-changes.js';
import { energyAfter, linkCost, renew, roughChange } from './cluster-energy.js';
import { NOBODY, type ClusterState } from './cluster-state.js';
import { nearestByDistance, nearestByPoint, type NearestLists } from './nearest.js';

/** Neighbours listed per spot: a spot moves to a cluster that one of them is in. */
const NEIGHBOURS = 24;
/** Of 16 proposals, how many exchange two spots; the others move one. */
const SWAPS = 12;
/** How much better than its rough price a change may turn out, as a share of what new centres save at most. */
const SLACK = 0.6;
/** By which a cluster loses its centre: as a share of both clusters' energy. One in 16 is never weeded out. */
const SLACK_OF_CENTRES = 0.5;

/** One annealing of a problem: its present state and the best so far. */
export interface Run {
  readonly state: ClusterState;
  readonly near: NearestLists;
  readonly random: Random;
  /** Whether leaving a previous cluster costs anything. */
  readonly canReturn: boolean;
  readonly isEligible: ((spot: number, cluster: number) => boolean) | undefined;
  readonly best: Int32Array;
  bestTotal: number;
  /** The spot to propose a change for next: all take turns, so that what is near each other stays at hand. */
  next: number;
  /** Whether the present state is the best but not yet copied. */
  isPending: boolean;
}

/** Returns a run that starts from an assignment, given as each spot's cluster. */
export function makeRun(problem: ClusterProblem, random: Random, home: Int32Array): Run {
  const state = makeClusterState(problem, home);
  const run: Run = {
    state,
    near: neighboursOf(problem),
    random,
    canReturn: state.moveCost.some((cost) => cost > 0) && state.previous.some((cluster) => cluster >= 0),
    isEligible: problem.isEligible,
    best: state.home.slice(),
    bestTotal: Infinity,
    next: 0,
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

/** Returns the run as a subject of annealing. */
export function subjectOf(run: Run): Annealed {
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
  const spot = run.next;
  run.next = spot + 1 < state.home.length ? spot + 1 : 0;
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
  const slack = losesCentre
    ? SLACK_OF_CENTRES * energies
    : SLACK * ((state.slack[from] ?? 0) + (state.slack[to] ?? 0));
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
  renew(state, from);
  renew(state, to);
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
  renew(state, from);
  renew(state, to);
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

/** Copies the best state if it is the present one; to be called before that changes, and at the end. */
export function keepBest(run: Run): void {
  if (!run.isPending) return;
  run.best.set(run.state.home);
  run.isPending = false;
}

function backToBest(run: Run): void {
  keepBest(run);
  if (run.bestTotal < Infinity) settle(run.state, run.best, run.state.price);
}
