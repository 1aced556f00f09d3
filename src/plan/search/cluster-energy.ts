import { NOBODY, between, type ClusterState } from './cluster-state.js';

/** A member is a rival of the centre when an exchange of this many spots of mean weight could favour it. */
const RIVALRY = 2;
/** A joining spot may become the centre when it is at most this many mean distances from the present one. */
const CENTRAL = 1.2;

/** Returns what belonging to a cluster costs a spot apart from distance: its move cost, if it moved. */
export function linkCost(state: ClusterState, spot: number, cluster: number): number {
  const before = state.previous[spot] ?? -1;
  return before < 0 || before === cluster ? 0 : (state.moveCost[spot] ?? 0);
}

/** Returns about the energy a cluster would have once one spot has left and another has joined. */
export function energyAfter(state: ClusterState, cluster: number, leaving: number, joining: number): number {
  const { demand, weight, pull, siteCapacity, price } = state;
  const leaverWeight = leaving < 0 ? 0 : (weight[leaving] ?? 0);
  const joinerWeight = joining < 0 ? 0 : (weight[joining] ?? 0);
  let load = state.load[cluster] ?? 0;
  if (leaving >= 0) load -= demand[leaving] ?? 0;
  if (joining >= 0) load += demand[joining] ?? 0;
  const centre = state.centre[cluster] ?? NOBODY;
  const rivals = (leaving === centre ? state.members[cluster] : state.rivals[cluster]) ?? [];
  let best = Infinity;
  for (const spot of rivals) {
    if (spot === leaving) continue;
    let cost = pull[spot] ?? 0;
    if (leaving >= 0) cost -= leaverWeight * between(state, leaving, spot);
    if (joining >= 0) cost += joinerWeight * between(state, joining, spot);
    const room = siteCapacity[spot] ?? 0;
    if (load > room) cost += price * (load - room);
    if (cost < best) best = cost;
  }
  if (joining >= 0 && isCentral(state, cluster, joining)) {
    let cost = 0;
    for (const spot of state.members[cluster] ?? []) {
      if (spot !== leaving) cost += (weight[spot] ?? 0) * between(state, joining, spot);
    }
    const room = siteCapacity[joining] ?? 0;
    if (load > room) cost += price * (load - room);
    if (cost < best) best = cost;
  }
  if (best === Infinity) best = 0;
  return best + loadCost(state, cluster, load);
}

/** Whether a spot is near enough to a cluster's centre to be a likely centre of the cluster itself. */
function isCentral(state: ClusterState, cluster: number, spot: number): boolean {
  const centre = state.centre[cluster] ?? NOBODY;
  if (centre < 0) return true;
  const apart = between(state, spot, centre);
  return (state.heft[cluster] ?? 0) * apart <= CENTRAL * (state.pull[centre] ?? 0);
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
  const { weight, centre, load, demand, reach } = state;
  const from = state.home[spot] ?? 0;
  const fromCentre = centre[from] ?? 0;
  const toCentre = centre[to] ?? 0;
  const fromLoad = load[from] ?? 0;
  const toLoad = load[to] ?? 0;
  let shift = demand[spot] ?? 0;
  let change = toCentre < 0 ? 0 : (weight[spot] ?? 0) * between(state, spot, toCentre) - (reach[spot] ?? 0);
  if (back >= 0) {
    shift -= demand[back] ?? 0;
    change += (weight[back] ?? 0) * between(state, back, fromCentre) - (reach[back] ?? 0);
  }
  change += loadCost(state, from, fromLoad - shift) - loadCost(state, from, fromLoad);
  return change + loadCost(state, to, toLoad + shift) - loadCost(state, to, toLoad);
}

/** Finds a cluster's centre, and with it its energy, excess and rivals, after its members changed. */
export function renew(state: ClusterState, cluster: number): void {
  const load = state.load[cluster] ?? 0;
  let centre = NOBODY;
  let least = Infinity;
  for (const spot of state.members[cluster] ?? []) {
    const cost = costAt(state, spot, load);
    if (cost < least) {
      least = cost;
      centre = spot;
    }
  }
  state.centre[cluster] = centre;
  const energy = (centre < 0 ? 0 : least) + loadCost(state, cluster, load);
  state.total += energy - (state.energy[cluster] ?? 0);
  state.energy[cluster] = energy;
  const excess = excessOf(state, cluster);
  state.overload += excess - (state.excess[cluster] ?? 0);
  state.excess[cluster] = excess;
  if (centre >= 0) listRivals(state, cluster, centre, least);
}

/** Lists the members that an exchange may make the centre; a spot of mean weight, coming or going, favours
 *  another centre by its distance to the present one at most. */
function listRivals(state: ClusterState, cluster: number, centre: number, least: number): void {
  const members = state.members[cluster] ?? [];
  const rivals = state.rivals[cluster] ?? [];
  const load = state.load[cluster] ?? 0;
  const favour = (RIVALRY * (state.heft[cluster] ?? 0)) / members.length;
  let slack = 0;
  rivals.length = 0;
  for (const spot of members) {
    const apart = between(state, spot, centre);
    state.reach[spot] = (state.weight[spot] ?? 0) * apart;
    const gain = favour * apart - costAt(state, spot, load) + least;
    if (gain >= 0 || spot === centre) rivals.push(spot);
    if (gain > slack) slack = gain;
  }
  state.slack[cluster] = slack;
}

/** What a member costs as its cluster's centre, room for the load included. */
function costAt(state: ClusterState, spot: number, load: number): number {
  const over = load - (state.siteCapacity[spot] ?? 0);
  return (state.pull[spot] ?? 0) + (over > 0 ? state.price * over : 0);
}

function excessOf(state: ClusterState, cluster: number): number {
  const load = state.load[cluster] ?? 0;
  const room = state.siteCapacity[state.centre[cluster] ?? -1] ?? Infinity;
  return Math.max(0, load - (state.capacity[cluster] ?? 0)) + Math.max(0, load - room);
}
