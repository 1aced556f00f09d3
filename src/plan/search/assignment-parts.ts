import type { Random } from '../../stats/random.js';
import type { AssignmentProblem } from './assignment-problem.js';
import { isAbove } from './cluster-problem.js';
import type { Budget, Pausing } from './limits.js';

/** Agents whose jobs are given out anew together, at first and at most. */
const FEWEST = 3;
const MOST = 8;
/** Branches looked at before a part is left as it was. */
const MOST_BRANCHES = 30_000;
/** Parts tried in vain before they become larger by one agent, for each agent. */
const PATIENCE = 3;
/** Steps towards better prices. */
const STEPS = 100;
/** What preparing a part takes, in branches for each job. */
const WORK_OF_A_PART = 10;

/**
 * Makes an assignment cheaper by giving the jobs of a few agents out anew, exactly, part after part, until the budget
 * is spent or all agents together are shown to have nothing better, which it then returns true for. Changes `agentOf`
 * in place, never for the worse.
 *
 * Every part is a branch and bound whose bound prices each agent's capacity (a Lagrange relaxation). Opening costs and
 * floors are not looked at: for problems without. Sources: Martello and Toth (1990), Knapsack Problems, chapter 7;
 * Fisher, Jaikumar and Van Wassenhove (1986), 10.1287/mnsc.32.9.1095; Shaw (1998), 10.1007/3-540-49481-2_30.
 */
export function* improveParts(
  problem: AssignmentProblem,
  agentOf: Int32Array,
  random: Random,
  budget: Budget,
): Pausing<boolean> {
  const prices = capacityPrices(problem, agentOf);
  const most = Math.min(problem.agents, MOST);
  let size = Math.min(FEWEST, most);
  let inVain = 0;
  while (budget.progress() < 1) {
    const agents = random.shuffle([...problem.capacity.keys()]).slice(0, size);
    const { isBetter, isProved, branches } = improvePart(problem, agentOf, { agents, prices });
    budget.spend(branches + WORK_OF_A_PART * problem.jobs);
    yield;
    if (size === problem.agents && isProved) return true;
    inVain = isBetter ? 0 : inVain + 1;
    if (isBetter) size = Math.min(FEWEST, most);
    else if (inVain > PATIENCE * problem.agents) {
      inVain = 0;
      size = size === most ? Math.min(FEWEST, most) : size + 1;
    }
  }
  return false;
}

/** By agent the price of a unit of capacity at which the relaxed problem costs most, about. */
function capacityPrices(problem: AssignmentProblem, agentOf: Int32Array): Float64Array {
  const { jobs, agents, capacity } = problem;
  let target = 0;
  for (let job = 0; job < jobs; job += 1) target += problem.cost(job, agentOf[job] ?? 0);
  let prices = new Float64Array(agents);
  let best = prices;
  let highest = -Infinity;
  let pace = 1;
  for (let step = 0; step < STEPS; step += 1) {
    const over = Float64Array.from(capacity, (room) => -room);
    let value = 0;
    for (let job = 0; job < jobs; job += 1) {
      const agent = cheapest(problem, job, prices);
      value += pricedCost(problem, prices, { job, agent });
      over[agent] = (over[agent] ?? 0) + problem.load(job, agent);
    }
    for (const [agent, room] of capacity.entries()) value -= (prices[agent] ?? 0) * room;
    if (value > highest) [highest, best] = [value, prices];
    else pace *= 0.98;
    const length = over.reduce((sum, one) => sum + one * one, 0);
    if (length === 0) break;
    const way = (pace * Math.max(target - value, 1e-6 * Math.abs(target))) / length;
    prices = prices.map((price, agent) => Math.max(0, price + way * (over[agent] ?? 0)));
  }
  return best;
}

function cheapest(problem: AssignmentProblem, job: number, prices: Float64Array): number {
  let best = 0;
  let least = Infinity;
  for (let agent = 0; agent < problem.agents; agent += 1) {
    const cost = pricedCost(problem, prices, { job, agent });
    if (cost < least) [best, least] = [agent, cost];
  }
  return best;
}

function pricedCost(
  problem: AssignmentProblem,
  prices: Float64Array,
  { job, agent }: { readonly job: number; readonly agent: number },
): number {
  const cost = problem.forbidden?.includes(agent) === true ? Infinity : problem.cost(job, agent);
  return cost + (prices[agent] ?? 0) * problem.load(job, agent);
}

/** A job with the agents of the part that may take it, cheapest first at the prices of capacity. */
interface Branching {
  readonly job: number;
  readonly options: readonly Option[];
}

interface Option {
  readonly agent: number;
  readonly cost: number;
  readonly load: number;
  readonly priced: number;
}

interface PartSearch {
  readonly order: readonly Branching[];
  /** From each place in the order on, what the rest costs at least at the prices. */
  readonly rest: readonly number[];
  readonly room: Map<number, number>;
  readonly chosen: Int32Array;
  readonly found: Int32Array;
  least: number;
  isBetter: boolean;
  branches: number;
}

interface PartOutcome {
  readonly isBetter: boolean;
  /** True when every branch was looked at or ruled out. */
  readonly isProved: boolean;
  readonly branches: number;
}

function improvePart(
  problem: AssignmentProblem,
  agentOf: Int32Array,
  part: { readonly agents: readonly number[]; readonly prices: Float64Array },
): PartOutcome {
  const { agents, prices } = part;
  const members = new Set(agents);
  const jobs = [...agentOf.keys()].filter((job) => members.has(agentOf[job] ?? -1));
  const order = jobs
    .map((job): Branching => ({ job, options: optionsOf(problem, job, part) }))
    .sort((a, b) => regretOf(b) - regretOf(a) || a.job - b.job);
  const priceOfRoom = agents.reduce(
    (sum, agent) => sum + (prices[agent] ?? 0) * (problem.capacity[agent] ?? 0),
    0,
  );
  const rest = [-priceOfRoom];
  for (const { options } of order.toReversed())
    rest.unshift((rest[0] ?? 0) + (options[0]?.priced ?? Infinity));
  const search: PartSearch = {
    order,
    rest,
    room: new Map(agents.map((agent) => [agent, problem.capacity[agent] ?? 0])),
    chosen: new Int32Array(order.length),
    found: new Int32Array(order.length),
    least: jobs.reduce((sum, job) => sum + problem.cost(job, agentOf[job] ?? 0), 0),
    isBetter: false,
    branches: 0,
  };
  branch(search, 0, { cost: 0, priced: 0 });
  if (search.isBetter) {
    for (const [place, { job }] of order.entries()) agentOf[job] = search.found[place] ?? 0;
  }
  const { isBetter, branches } = search;
  return { isBetter, isProved: branches < MOST_BRANCHES, branches };
}

function optionsOf(
  problem: AssignmentProblem,
  job: number,
  { agents, prices }: { readonly agents: readonly number[]; readonly prices: Float64Array },
): Option[] {
  return agents
    .map((agent) => ({
      agent,
      cost: problem.cost(job, agent),
      load: problem.load(job, agent),
      priced: pricedCost(problem, prices, { job, agent }),
    }))
    .filter(({ priced }) => priced < Infinity)
    .sort((a, b) => a.priced - b.priced || a.agent - b.agent);
}

/** What a job loses when it does not get its cheapest agent. */
function regretOf({ options: [first, second] }: Branching): number {
  return first === undefined || second === undefined ? Number.MAX_VALUE : second.priced - first.priced;
}

function branch(
  search: PartSearch,
  depth: number,
  sofar: { readonly cost: number; readonly priced: number },
): void {
  const next = search.order[depth];
  if (next === undefined) {
    if (sofar.cost >= search.least - 1e-9 * (1 + Math.abs(search.least))) return;
    search.least = sofar.cost;
    search.isBetter = true;
    search.found.set(search.chosen);
    return;
  }
  const rest = search.rest[depth + 1] ?? 0;
  for (const { agent, cost, load, priced } of next.options) {
    if (search.branches >= MOST_BRANCHES) return;
    if (sofar.priced + priced + rest >= search.least - 1e-9 * (1 + Math.abs(search.least))) return;
    const room = search.room.get(agent) ?? 0;
    if (isAbove(load, room)) continue;
    search.branches += 1;
    search.room.set(agent, room - load);
    search.chosen[depth] = agent;
    branch(search, depth + 1, { cost: sofar.cost + cost, priced: sofar.priced + priced });
    search.room.set(agent, room);
  }
}
