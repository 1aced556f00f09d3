import type { Point } from './nearest.js';

/**
 * Group spots into clusters, each around a centre that is itself one of the spots, without going above any
 * capacity: the capacitated p-median problem, with the rules outreach adds to it.
 *
 * Cost: the sum over spots of weight × distance to the centre of their cluster, plus a move cost for every
 * spot that leaves its previous cluster, plus a cost for load short of a floor.
 */
export interface ClusterProblem {
  /** Capacity used by each spot, usually people; not negative. */
  readonly demand: readonly number[];
  /** Multiplies each spot's distance; 1 when left out. */
  readonly weight?: readonly number[];
  /** Finite, not negative and the same both ways. */
  readonly distance: (spot: number, centre: number) => number;
  /** Where the spots are; saves comparing every pair when there are many. */
  readonly points?: readonly Point[];
  /** By cluster: the most load it takes. Its length is the number of clusters. */
  readonly clusterCapacity: readonly number[];
  /** By spot: the most load a cluster takes whose centre it is; 0 for a spot that may not be a centre. */
  readonly siteCapacity?: readonly number[];
  /** A hard rule, such as population or language; everything is eligible when left out. */
  readonly isEligible?: (spot: number, cluster: number) => boolean;
  /** By spot: the cluster it belongs to today, -1 for none. */
  readonly previous?: readonly number[];
  /** By spot: what leaving the previous cluster costs, in the unit of weight × distance. */
  readonly moveCost?: readonly number[];
  /** What each unit of load below a cluster's floor costs. */
  readonly balance?: { readonly floor: readonly number[]; readonly costPerUnit: number };
}

/** Why a valid solution does not exist or, for `not-found`, was not found. */
export type AssignmentObstacle =
  | { readonly kind: 'demand-above-capacity'; readonly demand: number; readonly capacity: number }
  | { readonly kind: 'larger-than-every-capacity'; readonly spot: number; readonly demand: number }
  | { readonly kind: 'nobody-eligible'; readonly spot: number }
  | { readonly kind: 'forced-and-forbidden'; readonly site: number }
  | { readonly kind: 'not-found'; readonly overload: number };

/** A grouping of spots into clusters, checked and measured apart from the search that found it. */
export interface ClusterSolution {
  readonly isFeasible: boolean;
  readonly obstacles: readonly AssignmentObstacle[];
  /** By spot: its cluster. Given even when not feasible, unless the problem has an obvious obstacle. */
  readonly assignment: readonly number[];
  /** By cluster: the spot at its centre, -1 for an empty cluster. */
  readonly centres: readonly number[];
  /** Weighted distance, move costs and shortfall costs together. */
  readonly objective: number;
}

/**
 * Returns the obstacles that can be seen before searching: a spot with nobody eligible, a spot above every
 * capacity open to it, a group of spots whose demand is above all the capacity open to any of them.
 *
 * An empty list does not mean a solution exists; packing spots whole can still fail.
 */
export function clusterObstacles(problem: ClusterProblem): AssignmentObstacle[] {
  const obstacles: AssignmentObstacle[] = [];
  const room = capacities(problem);
  const groups = eligibilityGroups(problem);
  for (const { spots, clusters } of groups) {
    const open = clusters.map((cluster) => room[cluster] ?? 0);
    const largest = open.reduce((most, one) => Math.max(most, one), 0);
    let demand = 0;
    for (const spot of spots) {
      const own = problem.demand[spot] ?? 0;
      demand += own;
      if (clusters.length === 0) obstacles.push({ kind: 'nobody-eligible', spot });
      else if (own > largest) obstacles.push({ kind: 'larger-than-every-capacity', spot, demand: own });
    }
    const capacity = open.reduce((sum, one) => sum + one, 0);
    if (clusters.length > 0 && isAbove(demand, capacity)) {
      obstacles.push({ kind: 'demand-above-capacity', demand, capacity });
    }
  }
  const demand = problem.demand.reduce((sum, one) => sum + one, 0);
  const ofClusters = room.reduce((sum, one) => sum + one, 0);
  const capacity = Math.min(ofClusters, capacityOfSites(problem));
  if ((groups.length !== 1 || capacity < ofClusters) && isAbove(demand, capacity)) {
    obstacles.push({ kind: 'demand-above-capacity', demand, capacity });
  }
  return obstacles;
}

/** Whether a load is above a capacity by more than rounding. */
export function isAbove(load: number, capacity: number): boolean {
  return load > capacity + 1e-9 * (1 + Math.abs(capacity));
}

/** Spots that are eligible for exactly the same clusters. */
export interface EligibilityGroup {
  readonly spots: readonly number[];
  readonly clusters: readonly number[];
}

/** Returns the spots by the set of clusters they are eligible for, in order of their first spot. */
export function eligibilityGroups(problem: ClusterProblem): EligibilityGroup[] {
  const { isEligible, clusterCapacity, demand } = problem;
  const all = clusterCapacity.map((_, cluster) => cluster);
  if (isEligible === undefined) return [{ spots: demand.map((_, spot) => spot), clusters: all }];
  const groups = new Map<string, { spots: number[]; clusters: number[] }>();
  for (const spot of demand.keys()) {
    const clusters = all.filter((cluster) => isEligible(spot, cluster));
    const key = clusters.join(' ');
    const group = groups.get(key) ?? { spots: [], clusters };
    group.spots.push(spot);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The most that each cluster can take: its own capacity, or that of the roomiest site if it is less. */
function capacities({ clusterCapacity, siteCapacity }: ClusterProblem): number[] {
  const roomiest = siteCapacity?.reduce((most, one) => Math.max(most, one), 0) ?? Infinity;
  return clusterCapacity.map((capacity) => Math.min(capacity, roomiest));
}

/** The most that as many sites as there are clusters can take. */
function capacityOfSites({ clusterCapacity, siteCapacity }: ClusterProblem): number {
  if (siteCapacity === undefined) return Infinity;
  const largest = siteCapacity.toSorted((a, b) => b - a).slice(0, clusterCapacity.length);
  return largest.reduce((sum, one) => sum + one, 0);
}
