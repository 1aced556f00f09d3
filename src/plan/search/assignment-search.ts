import type { Random } from '../../stats/random.js';
import { anneal, type Annealed } from './annealing.js';
import {
  assignmentObstacles,
  evaluateAssignment,
  type AssignmentProblem,
  type AssignmentSolution,
} from './assignment-problem.js';
import {
  adjustAssignmentPrice,
  changeOf,
  makeAssignmentState,
  moveJob,
  settleAssignment,
  type AssignmentState,
} from './assignment-state.js';
import { improveParts } from './assignment-parts.js';
import {
  makeBudget,
  tellingProgress,
  withoutPause,
  type Budget,
  type Pausing,
  type SearchLimits,
} from './limits.js';

/**
 * Returns the cheapest assignment found, its cost and its validity computed afresh from it.
 *
 * Annealed shifts and swaps, and, where agents cost something to open, agents closed or opened as a whole; where they
 * do not, the jobs of a few agents are then given out anew exactly, again and again.
 * Nothing is proved optimal; `not-found` means only that the search met no valid assignment in its time.
 * Sources: Osman (1995), 10.1007/BF01720977; Díaz and Fernández (2001), 10.1016/S0377-2217(00)00108-9.
 */
export function solveAssignment(
  problem: AssignmentProblem,
  random: Random,
  limits: SearchLimits,
): AssignmentSolution {
  return withoutPause(solveAssignmentStepwise(problem, random, limits));
}

/** The same as `solveAssignment`, pausing often to tell what share of its limits is spent. */
export function* solveAssignmentStepwise(
  problem: AssignmentProblem,
  random: Random,
  limits: SearchLimits,
): Generator<number, AssignmentSolution, void> {
  const budget = makeBudget(limits);
  const obstacles = assignmentObstacles(problem);
  if (obstacles.length > 0) return { isFeasible: false, obstacles, assignment: [], objective: Infinity };
  const run = makeRun(problem, random);
  if (problem.agents > 1) yield* tellingProgress(searchAgents(problem, run, budget), budget);
  keepBest(run);
  const assignment = [...(run.bestTotal < Infinity ? run.best : run.state.agentOf)];
  const measure = evaluateAssignment(problem, assignment);
  const isFeasible = measure.overload === 0 && measure.misplaced === 0;
  return {
    isFeasible,
    obstacles: isFeasible ? [] : [{ kind: 'not-found', overload: measure.overload }],
    assignment,
    objective: measure.objective,
  };
}

/** Pairs of job and agent up to which giving parts out anew exactly is worth its time. */
const MOST_PAIRS = 4000;
/** How often annealing and that take turns, each turn from where annealing came to, and the share of annealing. */
const TURNS = 3;
const ANNEALING_SHARE = 0.5;

function* searchAgents(problem: AssignmentProblem, run: Run, budget: Budget): Pausing<void> {
  const isSmall = problem.jobs * problem.agents <= MOST_PAIRS;
  if (run.hasOpeningCosts || problem.balance !== undefined || !isSmall) {
    yield* anneal(subjectOf(run), budget, TEMPERATURES);
    return;
  }
  const best = run.best.slice();
  const tabled = { ...problem, cost: run.state.cost, load: run.state.weight };
  let least = Infinity;
  for (let turn = 0; turn < TURNS; turn += 1) {
    run.bestTotal = Infinity;
    noteBest(run);
    yield* anneal(subjectOf(run), partOf(budget, turn, ANNEALING_SHARE), TEMPERATURES);
    keepBest(run);
    if (run.bestTotal === Infinity) continue;
    const isProved = yield* improveParts(tabled, run.best, run.random, partOf(budget, turn, 1));
    const { objective } = evaluateAssignment(problem, [...run.best]);
    if (objective < least) {
      least = objective;
      best.set(run.best);
    }
    if (isProved) break;
  }
  if (least === Infinity) return;
  run.best.set(best);
  run.bestTotal = least;
}

/** The first share of one turn of a budget. */
function partOf(budget: Budget, turn: number, share: number): Budget {
  return { spend: budget.spend, progress: () => (budget.progress() * TURNS - turn) / share };
}

const TEMPERATURES = { hot: 0.3, cold: 0.005, warm: 0.1, coldest: 0.005, allowance: 0.0003, patience: 60 };

interface Run {
  readonly state: AssignmentState;
  readonly random: Random;
  readonly hasOpeningCosts: boolean;
  readonly best: Int32Array;
  bestTotal: number;
  /** Whether the present state is the best but not yet copied. */
  isPending: boolean;
}

function makeRun(problem: AssignmentProblem, random: Random): Run {
  const state = makeAssignmentState(problem);
  const run: Run = {
    state,
    random,
    hasOpeningCosts: state.openingCost.some((cost) => cost > 0),
    best: state.agentOf.slice(),
    bestTotal: Infinity,
    isPending: false,
  };
  noteBest(run);
  return run;
}

function subjectOf(run: Run): Annealed {
  const { state } = run;
  let turns = 0;
  let demand = 0;
  for (const load of state.load) demand += load;
  return {
    size: state.jobs,
    meanCost: () => (state.total - state.price * state.overload) / state.jobs,
    demand,
    propose: run.hasOpeningCosts
      ? (temperature) => {
          if (run.random.uint32() >>> 24 === 0) proposeOpening(run, temperature);
          else propose(run, temperature);
        }
      : (temperature) => propose(run, temperature),
    overload: () => state.overload,
    price: () => state.price,
    reprice: (price) => {
      turns += 1;
      if (turns % 256 === 0) settleAssignment(state, state.agentOf.slice(), price);
      else adjustAssignmentPrice(state, price);
    },
    hasBest: () => run.bestTotal < Infinity,
    backToBest: () => {
      keepBest(run);
      if (run.bestTotal < Infinity) settleAssignment(state, run.best, state.price);
    },
  };
}

function propose(run: Run, temperature: number): void {
  const { state, random } = run;
  const job = Math.floor((random.uint32() / 4294967296) * state.jobs);
  const options = state.options[job] ?? NO_OPTIONS;
  const draw = random.uint32();
  const isFar = (draw & 63) === 0;
  const to = isFar ? random.integer(state.agents) : (options[(draw >>> 8) % options.length] ?? 0);
  if (to === state.agentOf[job]) return;
  let back = -1;
  if ((draw & 128) !== 0) {
    const list = state.jobsOf[to] ?? [];
    if (list.length > 0) back = list[random.uint32() % list.length] ?? -1;
  }
  const change = changeOf(state, job, to, back);
  if (change > threshold(random, temperature)) return;
  apply(run, { job, to, back, change });
}

const NO_OPTIONS = new Int32Array(0);

function threshold(random: Random, temperature: number): number {
  return -temperature * Math.log((1 + random.uint32()) / 4294967297);
}

interface Change {
  readonly job: number;
  readonly to: number;
  readonly back: number;
  readonly change: number;
}

function apply(run: Run, { job, to, back, change }: Change): void {
  const { state } = run;
  const from = state.agentOf[job] ?? 0;
  keepBest(run);
  moveJob(state, job, to);
  if (back >= 0) moveJob(state, back, from);
  state.total += change;
  noteBest(run);
}

/** Closes a random agent or fills a random empty one, as a whole, and undoes it when it costs too much. */
function proposeOpening(run: Run, temperature: number): void {
  const { state, random } = run;
  const agent = random.integer(state.agents);
  const before = state.total;
  const moved: { job: number; from: number }[] = [];
  const jobs = state.jobsOf[agent] ?? [];
  const isClosing = jobs.length > 0;
  const candidates = isClosing ? [...jobs] : savers(state, agent);
  keepBest(run);
  for (const job of candidates) {
    const from = state.agentOf[job] ?? 0;
    const to = isClosing ? cheapestOther(state, job) : agent;
    if (to < 0 || (!isClosing && roomOf(state, agent) < state.weight(job, agent))) continue;
    const change = changeOf(state, job, to, -1);
    moveJob(state, job, to);
    state.total += change;
    moved.push({ job, from });
  }
  if (state.total - before <= threshold(random, temperature)) {
    noteBest(run);
    return;
  }
  for (const { job, from } of moved.toReversed()) {
    const change = changeOf(state, job, from, -1);
    moveJob(state, job, from);
    state.total += change;
  }
}

function roomOf(state: AssignmentState, agent: number): number {
  return (state.capacity[agent] ?? 0) - (state.load[agent] ?? 0);
}

/** The cheapest agent that has a job already, other than the job's own, by the change it makes; -1 for none. */
function cheapestOther(state: AssignmentState, job: number): number {
  let best = -1;
  let least = Infinity;
  for (const agent of state.options[job] ?? NO_OPTIONS) {
    if (agent === state.agentOf[job] || (state.jobsOf[agent]?.length ?? 0) === 0) continue;
    const change = changeOf(state, job, agent, -1);
    if (change < least) {
      least = change;
      best = agent;
    }
  }
  return best;
}

/** Jobs that would be cheaper at this agent than where they are, those that save most first. */
function savers(state: AssignmentState, agent: number): number[] {
  const saving = (job: number): number => state.cost(job, state.agentOf[job] ?? 0) - state.cost(job, agent);
  const jobs: number[] = [];
  for (let job = 0; job < state.jobs; job += 1) if (saving(job) > 0) jobs.push(job);
  return jobs.sort((a, b) => saving(b) - saving(a) || a - b);
}

function noteBest(run: Run): void {
  const { state } = run;
  if (state.overload > 1e-9 || state.total >= run.bestTotal - 1e-9 * (1 + Math.abs(state.total))) return;
  run.bestTotal = state.total;
  run.isPending = true;
}

function keepBest(run: Run): void {
  if (!run.isPending) return;
  run.best.set(run.state.agentOf);
  run.isPending = false;
}
