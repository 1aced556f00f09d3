import type { Random } from '../../stats/random.js';
import { anneal } from './annealing.js';
import { keepBest, makeRun, subjectOf } from './cluster-moves.js';
import { renumbered } from './cluster-order.js';
import type { ClusterProblem } from './cluster-problem.js';
import { moveSpot, settle } from './cluster-changes.js';
import { renew } from './cluster-energy.js';
import { startClusters } from './cluster-start.js';
import { between, type ClusterState } from './cluster-state.js';
import type { Budget, Pausing } from './limits.js';

const TEMPERATURES = { hot: 0.6, cold: 0.14, warm: 0.6, coldest: 0.05, allowance: 0.003, patience: 1e4 };
/** Spots in a region, about, and clusters at least. */
const REGION = 50;
const FEWEST = 4;
/** Proposals for a region at first, for each pair of its spots; every pass over all regions has more. */
const EFFORT = 10;
/** The share of tries that start afresh instead of from the clusters at hand. */
const FRESH = 0.5;
/** What every pass multiplies effort and size of the regions by. */
const MORE = 1.5;
const WIDER = 1.2;

/** Whether a problem is large enough for it to have regions. */
export function isRegional({ demand, clusterCapacity }: ClusterProblem): boolean {
  return demand.length > 2 * REGION && clusterCapacity.length > FEWEST;
}

/**
 * Anneals groups of neighbouring clusters, each by itself, until the budget is spent; what does not become
 * better is left as it was. So every part of a large problem gets many chances, where annealing the whole
 * gives all of it one.
 *
 * The state keeps its price; its total never rises and what is valid stays valid.
 * Source: Taillard and Voss (2002), POPMUSIC, 10.1007/978-1-4615-1507-4_27.
 */
export function* improveRegions(
  problem: ClusterProblem,
  state: ClusterState,
  random: Random,
  budget: Budget,
): Pausing<void> {
  const largest = state.home.length;
  let effort = EFFORT;
  let reach = REGION;
  for (let tries = 1; tries > 0;) {
    tries = 0;
    for (const seed of random.shuffle([...state.members.keys()])) {
      if (budget.progress() >= 1) return;
      const region = regionAround(state, seed, reach);
      if (region.length < FEWEST) continue;
      tries += 1;
      yield* improveRegion({ problem, state, random, budget, effort }, region);
    }
    effort *= MORE;
    reach = Math.min(reach * WIDER, largest);
  }
}

/** The clusters whose centres are nearest to that of a cluster, itself first, up to about as many spots. */
function regionAround(state: ClusterState, seed: number, spots: number): number[] {
  const middle = state.centre[seed] ?? -1;
  if (middle < 0) return [];
  const near = [...state.members.keys()]
    .filter((cluster) => (state.centre[cluster] ?? -1) >= 0)
    .map((cluster) => ({ cluster, apart: between(state, middle, state.centre[cluster] ?? 0) }))
    .sort((a, b) => a.apart - b.apart || a.cluster - b.cluster);
  const region: number[] = [];
  let size = 0;
  for (const { cluster } of near) {
    if (region.length >= FEWEST && size >= spots) break;
    region.push(cluster);
    size += state.members[cluster]?.length ?? 0;
  }
  return region;
}

interface Task {
  readonly problem: ClusterProblem;
  readonly state: ClusterState;
  readonly random: Random;
  readonly budget: Budget;
  readonly effort: number;
}

function* improveRegion(
  { problem, state, random, budget, effort }: Task,
  region: readonly number[],
): Pausing<void> {
  const spots = region.flatMap((cluster) => state.members[cluster] ?? []).sort((a, b) => a - b);
  const rank = new Map(region.map((cluster, index) => [cluster, index]));
  const home = Int32Array.from(spots, (spot) => rank.get(state.home[spot] ?? -1) ?? 0);
  const part = partOf(problem, state, spots, region);
  const run = makeRun(part, random, home);
  const before = run.bestTotal;
  keepBest(run);
  if (random.uniform() < FRESH) settle(run.state, startClusters(part, random), run.state.price);
  yield* anneal(subjectOf(run), ofRegion(budget, effort * spots.length ** 2), TEMPERATURES);
  keepBest(run);
  if (run.bestTotal >= before) return;
  for (const [place, spot] of spots.entries()) {
    const cluster = region[run.best[place] ?? 0] ?? 0;
    if (cluster !== state.home[spot]) moveSpot(state, spot, cluster);
  }
  for (const cluster of region) renew(state, cluster);
}

/** A share of the budget: so many proposals, and none once the budget is spent. */
function ofRegion(budget: Budget, proposals: number): Budget {
  let spent = 0;
  return {
    spend: (moves) => {
      spent += moves;
      budget.spend(moves);
    },
    progress: () => (budget.progress() >= 1 ? 1 : spent / proposals),
  };
}

/** The problem of some clusters and their spots alone, numbered by their place in the two lists. */
function partOf(
  problem: ClusterProblem,
  state: ClusterState,
  spots: readonly number[],
  clusters: readonly number[],
): ClusterProblem {
  const { isEligible, balance } = problem;
  const part = renumbered({ ...problem, distance: (a, b) => between(state, a, b) }, spots);
  const rank = new Map(clusters.map((cluster, index) => [cluster, index]));
  return {
    ...part,
    clusterCapacity: clusters.map((cluster) => problem.clusterCapacity[cluster] ?? 0),
    ...(isEligible && {
      isEligible: (spot, cluster) => isEligible(spots[spot] ?? -1, clusters[cluster] ?? -1),
    }),
    ...(part.previous && { previous: part.previous.map((cluster) => rank.get(cluster) ?? -1) }),
    ...(balance && {
      balance: { ...balance, floor: clusters.map((cluster) => balance.floor[cluster] ?? 0) },
    }),
  };
}
