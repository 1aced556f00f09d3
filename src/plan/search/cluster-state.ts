import type { ClusterProblem } from './cluster-problem.js';

/** Spots above which distances are computed again each time instead of being kept in a table. */
const TABLE_SIZE = 4_000;

/** An assignment of every spot, with what is needed to price a change in time in line with a cluster's size. */
export interface ClusterState {
  readonly between: (a: number, b: number) => number;
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
  /** What a unit of overload costs at present. */
  price: number;
  /** Energy of all clusters and the move costs of all spots. */
  total: number;
  overload: number;
}

/** A change of one cluster: a spot that leaves and a spot that joins, -1 for none. */
export const NOBODY = -1;

/** Returns the state of an assignment that gives every spot a cluster. */
export function makeClusterState(problem: ClusterProblem, home: Int32Array): ClusterState {
  const size = problem.demand.length;
  const clusters = problem.clusterCapacity.length;
  const state: ClusterState = {
    between: tabulated(problem),
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
    price: 1,
    total: 0,
    overload: 0,
  };
  settle(state, home, 1);
  return state;
}

/** Puts every spot in the cluster `home` gives it and computes everything else afresh. */
export function settle(state: ClusterState, home: Int32Array, price: number): void {
  state.home.set(home);
  state.load.fill(0);
  for (const list of state.members) list.length = 0;
  for (let spot = 0; spot < home.length; spot += 1) {
    const cluster = home[spot] ?? 0;
    state.members[cluster]?.push(spot);
    state.load[cluster] = (state.load[cluster] ?? 0) + (state.demand[spot] ?? 0);
  }
  for (const list of state.members) {
    for (const spot of list) state.pull[spot] = pullOf(state, list, spot);
  }
  reprice(state, price);
}

/** Sets the price of overload and computes all energies afresh, which also ends rounding drift. */
function reprice(state: ClusterState, price: number): void {
  state.price = price;
  for (let cluster = 0; cluster < state.members.length; cluster += 1) {
    setEnergy(state, cluster, energyAfter(state, cluster, NOBODY, NOBODY));
  }
  state.total = 0;
  state.overload = 0;
  for (const energy of state.energy) state.total += energy;
  for (const excess of state.excess) state.overload += excess;
  for (let spot = 0; spot < state.home.length; spot += 1) {
    state.total += linkCost(state, spot, state.home[spot] ?? 0);
  }
}

/** Sets the price of overload at little expense: every centre stays until its cluster changes next. */
export function adjustPrice(state: ClusterState, price: number): void {
  const more = price - state.price;
  state.price = price;
  for (let cluster = 0; cluster < state.members.length; cluster += 1) {
    const excess = state.excess[cluster] ?? 0;
    if (excess === 0) continue;
    state.energy[cluster] = (state.energy[cluster] ?? 0) + more * excess;
    state.total += more * excess;
  }
}

/** Returns what belonging to a cluster costs a spot apart from distance: its move cost, if it moved. */
export function linkCost(state: ClusterState, spot: number, cluster: number): number {
  const before = state.previous[spot] ?? -1;
  return before < 0 || before === cluster ? 0 : (state.moveCost[spot] ?? 0);
}

/** Returns the energy a cluster would have once one spot has left and another has joined. */
export function energyAfter(state: ClusterState, cluster: number, leaving: number, joining: number): number {
  const { between, demand, weight, pull, siteCapacity, price } = state;
  const leaverWeight = leaving < 0 ? 0 : (weight[leaving] ?? 0);
  const joinerWeight = joining < 0 ? 0 : (weight[joining] ?? 0);
  let load = state.load[cluster] ?? 0;
  if (leaving >= 0) load -= demand[leaving] ?? 0;
  if (joining >= 0) load += demand[joining] ?? 0;
  let best = Infinity;
  let atJoiner = 0;
  for (const spot of state.members[cluster] ?? []) {
    if (spot === leaving) continue;
    let cost = pull[spot] ?? 0;
    if (leaving >= 0) cost -= leaverWeight * between(leaving, spot);
    if (joining >= 0) {
      const apart = between(joining, spot);
      cost += joinerWeight * apart;
      atJoiner += (weight[spot] ?? 0) * apart;
    }
    const room = siteCapacity[spot] ?? 0;
    if (load > room) cost += price * (load - room);
    if (cost < best) best = cost;
  }
  if (joining >= 0) {
    const room = siteCapacity[joining] ?? 0;
    if (load > room) atJoiner += price * (load - room);
    if (atJoiner < best) best = atJoiner;
  }
  if (best === Infinity) best = 0;
  return best + loadCost(state, cluster, load);
}

/** Returns what a load above the cluster's capacity or below its floor costs. */
export function loadCost(state: ClusterState, cluster: number, load: number): number {
  const capacity = state.capacity[cluster] ?? 0;
  if (load > capacity) return state.price * (load - capacity);
  const floor = state.floor[cluster] ?? 0;
  return load < floor ? state.shortfallPrice * (floor - load) : 0;
}

/**
 * Returns about what exchanging two spots between their clusters would change, were both centres to stay;
 * the true change is seldom much higher and, where moving a centre helps, lower.
 */
export function roughChange(state: ClusterState, spot: number, back: number, to: number): number {
  const { between, weight, centre, load, demand } = state;
  const from = state.home[spot] ?? 0;
  const fromCentre = centre[from] ?? 0;
  const toCentre = centre[to] ?? 0;
  const fromLoad = load[from] ?? 0;
  const toLoad = load[to] ?? 0;
  let shift = demand[spot] ?? 0;
  let change = toCentre < 0 ? 0 : (weight[spot] ?? 0) * (between(spot, toCentre) - between(spot, fromCentre));
  if (back >= 0) {
    shift -= demand[back] ?? 0;
    change += (weight[back] ?? 0) * (between(back, fromCentre) - between(back, toCentre));
  }
  change += loadCost(state, from, fromLoad - shift) - loadCost(state, from, fromLoad);
  return change + loadCost(state, to, toLoad + shift) - loadCost(state, to, toLoad);
}

/** Moves a spot to another cluster; `setEnergy` must follow for both clusters. */
export function moveSpot(state: ClusterState, spot: number, to: number): void {
  const from = state.home[spot] ?? 0;
  const weight = state.weight[spot] ?? 0;
  const left = state.members[from] ?? [];
  const last = left.pop();
  if (last !== undefined && last !== spot) left[left.indexOf(spot)] = last;
  for (const other of left)
    state.pull[other] = (state.pull[other] ?? 0) - weight * state.between(spot, other);
  const joined = state.members[to] ?? [];
  for (const other of joined) {
    state.pull[other] = (state.pull[other] ?? 0) + weight * state.between(spot, other);
  }
  joined.push(spot);
  state.pull[spot] = pullOf(state, joined, spot);
  const demand = state.demand[spot] ?? 0;
  state.load[from] = (state.load[from] ?? 0) - demand;
  state.load[to] = (state.load[to] ?? 0) + demand;
  state.home[spot] = to;
  state.total += linkCost(state, spot, to) - linkCost(state, spot, from);
}

/** Sets a cluster's energy after its members changed, and with it its centre and excess. */
export function setEnergy(state: ClusterState, cluster: number, energy: number): void {
  state.total += energy - (state.energy[cluster] ?? 0);
  state.energy[cluster] = energy;
  state.centre[cluster] = centreOf(state, cluster);
  const excess = excessOf(state, cluster);
  state.overload += excess - (state.excess[cluster] ?? 0);
  state.excess[cluster] = excess;
}

/** Returns the member that is the cheapest centre of a cluster, -1 when it is empty. */
function centreOf(state: ClusterState, cluster: number): number {
  const load = state.load[cluster] ?? 0;
  let centre = -1;
  let least = Infinity;
  for (const spot of state.members[cluster] ?? []) {
    const over = Math.max(0, load - (state.siteCapacity[spot] ?? 0));
    const cost = (state.pull[spot] ?? 0) + (over > 0 ? state.price * over : 0);
    if (cost < least) {
      least = cost;
      centre = spot;
    }
  }
  return centre;
}

function filled(values: readonly number[] | undefined, length: number, value: number): Float64Array {
  return values === undefined ? new Float64Array(length).fill(value) : Float64Array.from(values);
}

function excessOf(state: ClusterState, cluster: number): number {
  const load = state.load[cluster] ?? 0;
  const room = state.siteCapacity[state.centre[cluster] ?? -1] ?? Infinity;
  return Math.max(0, load - (state.capacity[cluster] ?? 0)) + Math.max(0, load - room);
}

function pullOf(state: ClusterState, members: readonly number[], centre: number): number {
  let sum = 0;
  for (const spot of members) sum += (state.weight[spot] ?? 0) * state.between(spot, centre);
  return sum;
}

function tabulated(problem: ClusterProblem): (a: number, b: number) => number {
  const size = problem.demand.length;
  if (size > TABLE_SIZE) return problem.distance;
  const table = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) table[a * size + b] = problem.distance(a, b);
  }
  return (a, b) => table[a * size + b] ?? 0;
}
