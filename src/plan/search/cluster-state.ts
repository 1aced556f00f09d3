import type { ClusterProblem } from './cluster-problem.js';

/** Spots above which distances are computed again each time instead of being kept in a table. */
const TABLE_SIZE = 4_000;

/** An assignment of every spot, with what is needed to price a change in time in line with a cluster's size. */
export interface ClusterState {
  /** Distances of all pairs, or nothing where there are too many spots. */
  readonly table: Float64Array;
  readonly distance: (a: number, b: number) => number;
  readonly demand: Float64Array;
  readonly weight: Float64Array;
  readonly capacity: Float64Array;
  /** By spot, as a centre; infinite where only the cluster's own capacity counts. */
  readonly siteCapacity: Float64Array;
  readonly floor: Float64Array;
  readonly shortfallPrice: number;
  readonly previous: Int32Array;
  readonly moveCost: Float64Array;
  /** By spot: its cluster. */
  readonly home: Int32Array;
  /** By spot: the weighted distance of its whole cluster to it, that is, the cost of having it as centre. */
  readonly pull: Float64Array;
  readonly load: Float64Array;
  /** By cluster: distance, overload and shortfall, at the best centre. */
  readonly energy: Float64Array;
  /** By cluster: the member that is its cheapest centre, -1 when it is empty. */
  readonly centre: Int32Array;
  /** By cluster: load above its own capacity plus load above its centre's. */
  readonly excess: Float64Array;
  readonly members: readonly number[][];
  /** By spot: its place in the list of members. */
  readonly place: Int32Array;
  /** By spot: its weighted distance to the centre of its cluster. */
  readonly reach: Float64Array;
  /** By cluster: the weight of its members together. */
  readonly heft: Float64Array;
  /** By cluster: its centre and the members that may be a better one after the next exchange. */
  readonly rivals: readonly number[][];
  /** By cluster: about the most that a new centre saves after the next exchange. */
  readonly slack: Float64Array;
  /** What a unit of overload costs at present. */
  price: number;
  /** Energy of all clusters and the move costs of all spots. */
  total: number;
  overload: number;
}

/** A change of one cluster: a spot that leaves and a spot that joins, -1 for none. */
export const NOBODY = -1;

/** Returns a state without any spot in any cluster. */
export function emptyState(problem: ClusterProblem): ClusterState {
  const size = problem.demand.length;
  const clusters = problem.clusterCapacity.length;
  return {
    table: tabulated(problem),
    distance: problem.distance,
    demand: Float64Array.from(problem.demand),
    weight: filled(problem.weight, size, 1),
    capacity: Float64Array.from(problem.clusterCapacity),
    siteCapacity: filled(problem.siteCapacity, size, Infinity),
    floor: filled(problem.balance?.floor, clusters, 0),
    shortfallPrice: problem.balance?.costPerUnit ?? 0,
    previous: Int32Array.from(problem.previous ?? new Int32Array(size).fill(-1)),
    moveCost: filled(problem.moveCost, size, 0),
    home: new Int32Array(size),
    pull: new Float64Array(size),
    load: new Float64Array(clusters),
    energy: new Float64Array(clusters),
    centre: new Int32Array(clusters).fill(-1),
    excess: new Float64Array(clusters),
    members: Array.from({ length: clusters }, () => []),
    place: new Int32Array(size),
    reach: new Float64Array(size),
    heft: new Float64Array(clusters),
    rivals: Array.from({ length: clusters }, () => []),
    slack: new Float64Array(clusters),
    price: 1,
    total: 0,
    overload: 0,
  };
}

/** Returns the distance between two spots. */
export function between({ table, distance, home }: ClusterState, a: number, b: number): number {
  return table.length > 0 ? (table[a * home.length + b] ?? 0) : distance(a, b);
}

function filled(values: readonly number[] | undefined, length: number, value: number): Float64Array {
  return values === undefined ? new Float64Array(length).fill(value) : Float64Array.from(values);
}

function tabulated(problem: ClusterProblem): Float64Array {
  const size = problem.demand.length;
  if (size > TABLE_SIZE) return new Float64Array(0);
  const table = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) table[a * size + b] = problem.distance(a, b);
  }
  return table;
}
