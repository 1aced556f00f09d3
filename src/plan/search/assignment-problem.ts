import { isAbove, type AssignmentObstacle } from './cluster-problem.js';

/**
 * Give every job to one agent at the least cost without going above any agent's capacity: the generalised
 * assignment problem, with opening costs and floors where wanted.
 */
export interface AssignmentProblem {
  readonly jobs: number;
  readonly agents: number;
  /** Infinite where the agent may not take the job. */
  readonly cost: (job: number, agent: number) => number;
  /** Capacity the job uses at the agent; not negative. */
  readonly load: (job: number, agent: number) => number;
  /** By agent. */
  readonly capacity: readonly number[];
  /** By agent: paid once when it has any job; 0 when left out. */
  readonly openingCost?: readonly number[];
  /** Agents paid for whether or not they have a job. */
  readonly forced?: readonly number[];
  /** Agents that may have no job. */
  readonly forbidden?: readonly number[];
  /** What each unit of load below an agent's floor costs. */
  readonly balance?: { readonly floor: readonly number[]; readonly costPerUnit: number };
}

/** Who does what, checked and measured apart from the search that found it. */
export interface AssignmentSolution {
  readonly isFeasible: boolean;
  readonly obstacles: readonly AssignmentObstacle[];
  /** By job: its agent. Given even when not feasible, unless the problem has an obvious obstacle. */
  readonly assignment: readonly number[];
  /** Costs of all jobs, opening costs and shortfall costs together. */
  readonly objective: number;
}

/** What an assignment is worth, and every rule it breaks. */
export interface AssignmentMeasure {
  readonly objective: number;
  /** Load above capacity, over all agents. */
  readonly overload: number;
  /** Jobs with no agent or one that may not take them. */
  readonly misplaced: number;
}

/**
 * Returns the measure of an assignment, computed from the problem alone, independently of any search.
 *
 * The assignment is valid when `overload` and `misplaced` are both 0.
 */
export function evaluateAssignment(
  problem: AssignmentProblem,
  assignment: readonly number[],
): AssignmentMeasure {
  const load = problem.capacity.map(() => 0);
  const used = new Set(problem.forced);
  const forbidden = new Set(problem.forbidden);
  let objective = 0;
  let misplaced = 0;
  for (let job = 0; job < problem.jobs; job += 1) {
    const agent = assignment[job] ?? -1;
    const cost = agent >= 0 && agent < problem.agents ? problem.cost(job, agent) : Infinity;
    if (cost === Infinity || forbidden.has(agent)) {
      misplaced += 1;
      continue;
    }
    objective += cost;
    load[agent] = (load[agent] ?? 0) + problem.load(job, agent);
    used.add(agent);
  }
  let overload = 0;
  for (const [agent, sum] of load.entries()) {
    const capacity = problem.capacity[agent] ?? 0;
    if (isAbove(sum, capacity)) overload += sum - capacity;
    const short = Math.max(0, (problem.balance?.floor[agent] ?? 0) - sum);
    objective += short * (problem.balance?.costPerUnit ?? 0);
    if (used.has(agent)) objective += problem.openingCost?.[agent] ?? 0;
  }
  return { objective, overload, misplaced };
}

/**
 * Returns the obstacles that can be seen before searching: a job nobody may take, a job above every capacity
 * open to it, jobs that even at their least loads need more than all agents have, and an agent both
 * forced and forbidden.
 *
 * An empty list does not mean a solution exists; packing jobs whole can still fail.
 */
export function assignmentObstacles(problem: AssignmentProblem): AssignmentObstacle[] {
  const forbidden = new Set(problem.forbidden);
  const agents = problem.capacity.map((_, agent) => agent).filter((agent) => !forbidden.has(agent));
  const obstacles: AssignmentObstacle[] = [];
  for (const site of new Set(problem.forced)) {
    if (forbidden.has(site)) obstacles.push({ kind: 'forced-and-forbidden', site });
  }
  let demand = 0;
  for (let job = 0; job < problem.jobs; job += 1) {
    let least = Infinity;
    let fits = false;
    for (const agent of agents) {
      if (problem.cost(job, agent) === Infinity) continue;
      const load = problem.load(job, agent);
      least = Math.min(least, load);
      if (!isAbove(load, problem.capacity[agent] ?? 0)) fits = true;
    }
    if (least === Infinity) obstacles.push({ kind: 'nobody-eligible', spot: job });
    else if (!fits) obstacles.push({ kind: 'larger-than-every-capacity', spot: job, demand: least });
    if (least < Infinity) demand += least;
  }
  const capacity = agents.reduce((sum, agent) => sum + (problem.capacity[agent] ?? 0), 0);
  if (isAbove(demand, capacity)) obstacles.push({ kind: 'demand-above-capacity', demand, capacity });
  return obstacles;
}
