import { isAbove, type ClusterProblem } from './cluster-problem.js';

/** What an assignment with its centres is worth, and every rule it breaks. */
export interface ClusterMeasure {
  /** Weighted distance, move costs and shortfall costs together. */
  readonly objective: number;
  /** The sum of weight × distance. */
  readonly distance: number;
  /** Spots that left their previous cluster. */
  readonly moved: number;
  /** Load missing below the floors. */
  readonly shortfall: number;
  /** Load above capacity, over all clusters. */
  readonly overload: number;
  /** Spots in no cluster, in one they are not eligible for, or in one without a centre. */
  readonly misplaced: number;
}

/**
 * Returns the measure of an assignment, computed from the problem alone, independently of any search.
 *
 * The assignment is valid when `overload` and `misplaced` are both 0.
 */
export function evaluateClusters(
  problem: ClusterProblem,
  assignment: readonly number[],
  centres: readonly number[],
): ClusterMeasure {
  const load = problem.clusterCapacity.map(() => 0);
  let distance = 0;
  let moved = 0;
  let moveCost = 0;
  let misplaced = 0;
  for (const [spot, demand] of problem.demand.entries()) {
    const cluster = assignment[spot] ?? -1;
    const centre = centres[cluster] ?? -1;
    const isValid = cluster >= 0 && centre >= 0 && (problem.isEligible?.(spot, cluster) ?? true);
    if (!isValid) misplaced += 1;
    if (centre >= 0) distance += (problem.weight?.[spot] ?? 1) * problem.distance(spot, centre);
    if (cluster >= 0) load[cluster] = (load[cluster] ?? 0) + demand;
    const before = problem.previous?.[spot] ?? -1;
    if (before < 0 || before === cluster) continue;
    moved += 1;
    moveCost += problem.moveCost?.[spot] ?? 0;
  }
  const { overload, shortfall } = weighLoads(problem, load, centres);
  const objective = distance + moveCost + shortfall * (problem.balance?.costPerUnit ?? 0);
  return { objective, distance, moved, shortfall, overload, misplaced };
}

function weighLoads(
  problem: ClusterProblem,
  loads: readonly number[],
  centres: readonly number[],
): { overload: number; shortfall: number } {
  let overload = 0;
  let shortfall = 0;
  for (const [cluster, load] of loads.entries()) {
    const site = problem.siteCapacity?.[centres[cluster] ?? -1] ?? Infinity;
    const capacity = Math.min(problem.clusterCapacity[cluster] ?? 0, site);
    if (isAbove(load, capacity)) overload += load - capacity;
    shortfall += Math.max(0, (problem.balance?.floor[cluster] ?? 0) - load);
  }
  return { overload, shortfall };
}
