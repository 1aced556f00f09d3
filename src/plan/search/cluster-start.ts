import type { Random } from '../../stats/random.js';
import { eligibilityGroups, type ClusterProblem, type EligibilityGroup } from './cluster-problem.js';

/**
 * Returns a first assignment, by spot its cluster: seeds far from each other, then every spot to the nearest
 * eligible seed with room, those with the most to lose first. Spots with a previous cluster stay in it.
 *
 * May go above capacity where room runs out. Every spot must have an eligible cluster.
 */
export function startClusters(problem: ClusterProblem, random: Random): Int32Array {
  const home = Int32Array.from(problem.previous ?? new Int32Array(problem.demand.length).fill(-1));
  for (const [spot, cluster] of home.entries()) {
    if (cluster >= 0 && problem.isEligible?.(spot, cluster) === false) home[spot] = -1;
  }
  const groups = eligibilityGroups(problem);
  const seeds = chooseSeeds(problem, { home, groups, random });
  const load = problem.clusterCapacity.map(() => 0);
  for (const [spot, cluster] of home.entries()) {
    if (cluster >= 0) load[cluster] = (load[cluster] ?? 0) + (problem.demand[spot] ?? 0);
  }
  const clustersOf: (readonly number[])[] = [];
  for (const { spots, clusters } of groups) for (const spot of spots) clustersOf[spot] = clusters;
  for (const spot of byRegret(problem, { home, seeds, clustersOf })) {
    const cluster = nearestWithRoom(problem, { spot, seeds, load, clusters: clustersOf[spot] ?? [] });
    home[spot] = cluster;
    load[cluster] = (load[cluster] ?? 0) + (problem.demand[spot] ?? 0);
  }
  return home;
}

interface SeedChoice {
  readonly home: Int32Array;
  readonly groups: readonly EligibilityGroup[];
  readonly random: Random;
}

/** By cluster a spot to gather around: one it has already or, of a few random ones, the loneliest. */
function chooseSeeds(problem: ClusterProblem, { home, groups, random }: SeedChoice): Int32Array {
  const clusters = problem.clusterCapacity.length;
  const seeds = new Int32Array(clusters).fill(-1);
  const loneliness = new Float64Array(home.length).fill(Infinity);
  const plant = (cluster: number, seed: number): void => {
    seeds[cluster] = seed;
    for (let spot = 0; spot < home.length; spot += 1) {
      const apart = problem.distance(spot, seed);
      if (apart < (loneliness[spot] ?? 0)) loneliness[spot] = apart;
    }
  };
  for (const [spot, cluster] of home.entries()) {
    if (cluster >= 0 && (seeds[cluster] ?? 0) < 0) plant(cluster, spot);
  }
  for (const cluster of random.shuffle([...seeds.keys()])) {
    if ((seeds[cluster] ?? 0) >= 0) continue;
    const pools = groups.filter((group) => group.clusters.includes(cluster)).map((group) => group.spots);
    const seed = loneliestOf(pools, loneliness, random);
    if (seed >= 0) plant(cluster, seed);
  }
  return seeds;
}

function loneliestOf(
  pools: readonly (readonly number[])[],
  loneliness: Float64Array,
  random: Random,
): number {
  const size = pools.reduce((sum, pool) => sum + pool.length, 0);
  if (size === 0) return -1;
  let best = -1;
  for (let draw = 0; draw < 6; draw += 1) {
    let place = random.integer(size);
    for (const pool of pools) {
      const spot = pool[place];
      place -= pool.length;
      if (spot === undefined) continue;
      if (best < 0 || (loneliness[spot] ?? 0) > (loneliness[best] ?? 0)) best = spot;
      break;
    }
  }
  return best;
}

interface RegretChoice {
  readonly home: Int32Array;
  readonly seeds: Int32Array;
  readonly clustersOf: readonly (readonly number[])[];
}

/** Spots without a cluster, those first that lose most when their nearest seed is full. */
function byRegret(problem: ClusterProblem, { home, seeds, clustersOf }: RegretChoice): number[] {
  const regret = new Float64Array(home.length);
  const left: number[] = [];
  for (const [spot, cluster] of home.entries()) {
    if (cluster >= 0) continue;
    left.push(spot);
    let least = Infinity;
    let next = Infinity;
    for (const option of clustersOf[spot] ?? []) {
      const seed = seeds[option] ?? -1;
      if (seed < 0) continue;
      const apart = problem.distance(spot, seed);
      if (apart < least) {
        next = least;
        least = apart;
      } else if (apart < next) next = apart;
    }
    regret[spot] = next === Infinity ? Number.MAX_VALUE : (problem.weight?.[spot] ?? 1) * (next - least);
  }
  return left.sort((a, b) => (regret[b] ?? 0) - (regret[a] ?? 0) || a - b);
}

interface Placement {
  readonly spot: number;
  readonly seeds: Int32Array;
  readonly load: readonly number[];
  readonly clusters: readonly number[];
}

function nearestWithRoom(problem: ClusterProblem, { spot, seeds, load, clusters }: Placement): number {
  const demand = problem.demand[spot] ?? 0;
  let best = -1;
  let least = Infinity;
  let roomiest = clusters[0] ?? 0;
  let mostRoom = -Infinity;
  for (const cluster of clusters) {
    const room = (problem.clusterCapacity[cluster] ?? 0) - (load[cluster] ?? 0);
    if (room > mostRoom) {
      mostRoom = room;
      roomiest = cluster;
    }
    const seed = seeds[cluster] ?? -1;
    if (room < demand || seed < 0) continue;
    const apart = problem.distance(spot, seed);
    if (apart < least) {
      least = apart;
      best = cluster;
    }
  }
  return best >= 0 ? best : roomiest;
}
