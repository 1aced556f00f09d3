import type { AssignmentProblem } from './assignment-problem.js';

/** Job and agent pairs above which costs and loads are computed again each time instead of being kept. */
const TABLE_LIMIT = 8_000_000;
/** Agents listed per job, cheapest first; others are tried now and then. */
const LIST_LENGTH = 40;

/** An assignment of every job, with what is needed to price any change at once. */
export interface AssignmentState {
  readonly jobs: number;
  readonly agents: number;
  readonly cost: (job: number, agent: number) => number;
  readonly weight: (job: number, agent: number) => number;
  readonly capacity: Float64Array;
  readonly floor: Float64Array;
  readonly shortfallPrice: number;
  readonly openingCost: Float64Array;
  /** By job: agents worth trying, cheapest first. */
  readonly options: readonly Int32Array[];
  readonly agentOf: Int32Array;
  readonly load: Float64Array;
  readonly jobsOf: readonly number[][];
  price: number;
  total: number;
  overload: number;
}

/** Returns the state in which every job has its cheapest agent with room, the largest jobs placed first. */
export function makeAssignmentState(problem: AssignmentProblem): AssignmentState {
  const { jobs, agents } = problem;
  const forbidden = new Set(problem.forbidden);
  const forced = new Set(problem.forced);
  const open = (job: number, agent: number): number =>
    forbidden.has(agent) ? Infinity : problem.cost(job, agent);
  const cost = tabulated(problem, open);
  const state: AssignmentState = {
    jobs,
    agents,
    cost,
    weight: tabulated(problem, problem.load),
    capacity: Float64Array.from(problem.capacity),
    floor: Float64Array.from(problem.balance?.floor ?? problem.capacity.map(() => 0)),
    shortfallPrice: problem.balance?.costPerUnit ?? 0,
    openingCost: Float64Array.from(problem.capacity, (_, agent) =>
      forced.has(agent) ? 0 : (problem.openingCost?.[agent] ?? 0),
    ),
    options: Array.from({ length: jobs }, (_, job) => optionsOf(problem, cost, job)),
    agentOf: new Int32Array(jobs),
    load: new Float64Array(agents),
    jobsOf: Array.from({ length: agents }, () => []),
    price: 1,
    total: 0,
    overload: 0,
  };
  settleAssignment(state, firstAssignment(state), 1);
  return state;
}

/** Gives every job the agent in `agentOf` and computes everything else afresh. */
export function settleAssignment(state: AssignmentState, agentOf: Int32Array, price: number): void {
  state.agentOf.set(agentOf);
  state.load.fill(0);
  for (const list of state.jobsOf) list.length = 0;
  for (let job = 0; job < state.jobs; job += 1) {
    const agent = agentOf[job] ?? 0;
    state.jobsOf[agent]?.push(job);
    state.load[agent] = (state.load[agent] ?? 0) + state.weight(job, agent);
  }
  repriceAssignment(state, price);
}

/** Sets the price of overload and brings the total in line with it. */
function repriceAssignment(state: AssignmentState, price: number): void {
  state.price = price;
  state.total = 0;
  state.overload = 0;
  for (let job = 0; job < state.jobs; job += 1) state.total += state.cost(job, state.agentOf[job] ?? 0);
  for (let agent = 0; agent < state.agents; agent += 1) {
    const load = state.load[agent] ?? 0;
    state.total += loadCostOf(state, agent, load);
    state.overload += Math.max(0, load - (state.capacity[agent] ?? 0));
    if ((state.jobsOf[agent]?.length ?? 0) > 0) state.total += state.openingCost[agent] ?? 0;
  }
}

/** Sets the price of overload at little expense. */
export function adjustAssignmentPrice(state: AssignmentState, price: number): void {
  state.total += (price - state.price) * state.overload;
  state.price = price;
}

/** Returns what a load above the agent's capacity or below its floor costs. */
export function loadCostOf(state: AssignmentState, agent: number, load: number): number {
  const capacity = state.capacity[agent] ?? 0;
  if (load > capacity) return state.price * (load - capacity);
  const floor = state.floor[agent] ?? 0;
  return load < floor ? state.shortfallPrice * (floor - load) : 0;
}

/** Returns how the total changes when a job moves to another agent, in exchange for `back` unless that is -1. */
export function changeOf(state: AssignmentState, job: number, to: number, back: number): number {
  const { cost, weight, load, agentOf } = state;
  const from = agentOf[job] ?? 0;
  const fromLoad = load[from] ?? 0;
  const toLoad = load[to] ?? 0;
  let change = cost(job, to) - cost(job, from);
  let fromAfter = fromLoad - weight(job, from);
  let toAfter = toLoad + weight(job, to);
  if (back >= 0) {
    change += cost(back, from) - cost(back, to);
    fromAfter += weight(back, from);
    toAfter -= weight(back, to);
  } else {
    if (state.jobsOf[from]?.length === 1) change -= state.openingCost[from] ?? 0;
    if (state.jobsOf[to]?.length === 0) change += state.openingCost[to] ?? 0;
  }
  change += loadCostOf(state, from, fromAfter) - loadCostOf(state, from, fromLoad);
  return change + loadCostOf(state, to, toAfter) - loadCostOf(state, to, toLoad);
}

/** Moves a job to another agent; the caller adds the change to the total. */
export function moveJob(state: AssignmentState, job: number, to: number): void {
  const from = state.agentOf[job] ?? 0;
  const left = state.jobsOf[from] ?? [];
  const last = left.pop();
  if (last !== undefined && last !== job) left[left.indexOf(job)] = last;
  state.jobsOf[to]?.push(job);
  state.agentOf[job] = to;
  state.overload -= overloadOf(state, from) + overloadOf(state, to);
  state.load[from] = (state.load[from] ?? 0) - state.weight(job, from);
  state.load[to] = (state.load[to] ?? 0) + state.weight(job, to);
  state.overload += overloadOf(state, from) + overloadOf(state, to);
}

function overloadOf(state: AssignmentState, agent: number): number {
  return Math.max(0, (state.load[agent] ?? 0) - (state.capacity[agent] ?? 0));
}

function firstAssignment(state: AssignmentState): Int32Array {
  const agentOf = new Int32Array(state.jobs);
  const load = new Float64Array(state.agents);
  const size = (job: number): number => state.weight(job, state.options[job]?.[0] ?? 0);
  const order = Array.from({ length: state.jobs }, (_, job) => job);
  for (const job of order.sort((a, b) => size(b) - size(a) || a - b)) {
    const options = state.options[job] ?? new Int32Array(0);
    const fits = (agent: number): boolean =>
      (load[agent] ?? 0) + state.weight(job, agent) <= (state.capacity[agent] ?? 0);
    const agent = options.find(fits) ?? options[0] ?? 0;
    agentOf[job] = agent;
    load[agent] = (load[agent] ?? 0) + state.weight(job, agent);
  }
  return agentOf;
}

function optionsOf(problem: AssignmentProblem, cost: AssignmentProblem['cost'], job: number): Int32Array {
  const kept: { agent: number; cost: number }[] = [];
  for (let agent = 0; agent < problem.agents; agent += 1) {
    const here = cost(job, agent);
    if (here === Infinity) continue;
    if (kept.length === LIST_LENGTH && here >= (kept[LIST_LENGTH - 1]?.cost ?? 0)) continue;
    let place = kept.length;
    while (place > 0 && (kept[place - 1]?.cost ?? 0) > here) place -= 1;
    kept.splice(place, 0, { agent, cost: here });
    if (kept.length > LIST_LENGTH) kept.pop();
  }
  return Int32Array.from(kept, (one) => one.agent);
}

function tabulated(
  problem: AssignmentProblem,
  value: (job: number, agent: number) => number,
): (job: number, agent: number) => number {
  const { jobs, agents } = problem;
  if (jobs * agents > TABLE_LIMIT) return value;
  const table = new Float64Array(jobs * agents);
  for (let job = 0; job < jobs; job += 1) {
    for (let agent = 0; agent < agents; agent += 1) table[job * agents + agent] = value(job, agent);
  }
  return (job, agent) => table[job * agents + agent] ?? 0;
}
