import { linkCost, renew } from './cluster-energy.js';
import type { ClusterProblem } from './cluster-problem.js';
import { between, emptyState, type ClusterState } from './cluster-state.js';

/** Returns the state of an assignment that gives every spot a cluster. */
export function makeClusterState(problem: ClusterProblem, home: Int32Array): ClusterState {
  const state = emptyState(problem);
  settle(state, home, 1);
  return state;
}

/** Puts every spot in the cluster `home` gives it and computes everything else afresh. */
export function settle(state: ClusterState, home: Int32Array, price: number): void {
  state.home.set(home);
  state.load.fill(0);
  state.heft.fill(0);
  for (const list of state.members) list.length = 0;
  for (let spot = 0; spot < home.length; spot += 1) {
    const cluster = home[spot] ?? 0;
    const list = state.members[cluster] ?? [];
    state.place[spot] = list.length;
    list.push(spot);
    state.load[cluster] = (state.load[cluster] ?? 0) + (state.demand[spot] ?? 0);
    state.heft[cluster] = (state.heft[cluster] ?? 0) + (state.weight[spot] ?? 0);
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
    renew(state, cluster);
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

/** Moves a spot to another cluster; `renew` must follow for both clusters. */
export function moveSpot(state: ClusterState, spot: number, to: number): void {
  const { pull, place } = state;
  const from = state.home[spot] ?? 0;
  const weight = state.weight[spot] ?? 0;
  const left = state.members[from] ?? [];
  const last = left.pop() ?? spot;
  const gap = place[spot] ?? 0;
  if (last !== spot) {
    left[gap] = last;
    place[last] = gap;
  }
  for (const other of left) pull[other] = (pull[other] ?? 0) - weight * between(state, spot, other);
  const joined = state.members[to] ?? [];
  let own = 0;
  for (const other of joined) {
    const apart = between(state, spot, other);
    pull[other] = (pull[other] ?? 0) + weight * apart;
    own += (state.weight[other] ?? 0) * apart;
  }
  pull[spot] = own;
  place[spot] = joined.length;
  joined.push(spot);
  const demand = state.demand[spot] ?? 0;
  state.load[from] = (state.load[from] ?? 0) - demand;
  state.load[to] = (state.load[to] ?? 0) + demand;
  state.heft[from] = (state.heft[from] ?? 0) - weight;
  state.heft[to] = (state.heft[to] ?? 0) + weight;
  state.home[spot] = to;
  state.total += linkCost(state, spot, to) - linkCost(state, spot, from);
}

function pullOf(state: ClusterState, members: readonly number[], centre: number): number {
  let sum = 0;
  for (const spot of members) sum += (state.weight[spot] ?? 0) * between(state, spot, centre);
  return sum;
}
