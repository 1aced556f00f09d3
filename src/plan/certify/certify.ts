import type { LpSolver } from '../../io/load-highs.js';
import { weightOf, type Assignment, type AssignmentProblem } from '../assign.js';
import { independentGroups, travelOf, type Group } from '../assign-by-search.js';
import type { DistanceWeight } from '../rules.js';
import type { Microplan } from '../microplan.js';
import { boundAt, raiseBound, type BoundProblem } from './lower-bound.js';
import { MOST_IN_LP, pricesByLp } from './lp-prices.js';

/** How near to the best possible the assignment of parts to workers is, for workers that can serve each other's parts. */
export interface GroupCertificate {
  readonly populations: readonly string[];
  readonly parts: number;
  readonly workers: number;
  readonly people: number;
  /** What the distance of each part is multiplied by. */
  readonly distance: DistanceWeight;
  /** People times kilometres (plain kilometres where so asked), computed again from who serves what. */
  readonly objective: number;
  /** No assignment of these parts to these workers has less; undefined where the group is too large to say. */
  readonly bound: number | undefined;
  /** Share of the objective that could be saved at most; undefined without a bound. */
  readonly gap: number | undefined;
  /** Where the prices that prove the bound started from. */
  readonly startedFrom: 'highs' | 'the plan';
}

/** Difference of a bound from the objective, as a share of it, that is the error of adding up. */
const ROUNDING = 1e-9;

/** The question the plan's search was asked last, and its answer. */
export interface AskedAssignment {
  readonly problem: AssignmentProblem;
  readonly assignment: Assignment;
}

/** Parts of a group up to which a bound is computed: above, a table of all distances is too large. */
const MOST_PARTS = 3000;

/**
 * Certifies the assignment of a plan: for each group of workers the objective computed again, a bound proved by own
 * code, and the gap. It speaks of the parts the plan serves and of their distances only: not of who is served, not of
 * the order of visits. A gap is what is not proved, not what is wrong.
 */
export function certifyAssignment(
  plan: Microplan,
  asked: AskedAssignment,
  solver: LpSolver | undefined,
): GroupCertificate[] {
  const populationOf = new Map(
    plan.parts
      .filter(({ status }) => status === 'planned')
      .map(({ part }): [string, string] => [part.id, part.population]),
  );
  const { problem } = asked;
  const assignment = asked.assignment.map((worker, part) =>
    populationOf.has(problem.parts[part]?.id ?? '') ? worker : undefined,
  );
  return independentGroups(problem, assignment).map((group) => ({
    populations: [
      ...new Set(group.parts.flatMap((part) => populationOf.get(problem.parts[part]?.id ?? '') ?? [])),
    ].sort(),
    distance: plan.rules.distance,
    ...certifyGroup({ problem, assignment }, group, solver),
  }));
}

function certifyGroup(
  { problem, assignment }: AskedAssignment,
  group: Group,
  solver: LpSolver | undefined,
): Omit<GroupCertificate, 'populations' | 'distance'> {
  const workerOf = group.parts.map((part) => assignment[part] ?? 0);
  const objective = travelOf({ ...problem, parts: withoutPrevious(problem) }, group.parts, workerOf);
  const sizes = {
    parts: group.parts.length,
    workers: group.workers.length,
    people: group.parts.reduce((sum, part) => sum + (problem.parts[part]?.people ?? 0), 0),
    objective,
  };
  if (group.parts.length > MOST_PARTS) {
    return { ...sizes, bound: undefined, gap: undefined, startedFrom: 'the plan' };
  }
  const question = boundProblemOf(problem, group);
  const byLp =
    solver === undefined || group.parts.length > MOST_IN_LP ? undefined : pricesByLp(question, solver);
  const ownPrices = costsPaid(problem, group, workerOf);
  const isLpBetter = byLp !== undefined && boundAt(question, byLp) > boundAt(question, ownPrices);
  const found = raiseBound(question, isLpBetter ? byLp : ownPrices, objective);
  const bound = Math.max(
    0,
    Math.abs(found.bound - objective) <= ROUNDING * objective ? objective : found.bound,
  );
  return {
    ...sizes,
    bound,
    gap: objective === 0 ? 0 : (objective - bound) / objective,
    startedFrom: isLpBetter ? 'highs' : 'the plan',
  };
}

/** What each part costs in the plan: at its base, or at the best middle of the parts it is served with. */
function costsPaid(problem: AssignmentProblem, { parts }: Group, workerOf: readonly number[]): number[] {
  const together = new Map<number, number[]>();
  for (const [at, part] of parts.entries()) {
    const worker = workerOf[at] ?? 0;
    together.set(worker, [...(together.get(worker) ?? []), part]);
  }
  const paid = new Map<number, number>();
  for (const [worker, own] of together) {
    const costs = (km: (part: number) => number) =>
      own.map((part) => weightOf(problem.parts[part]) * km(part));
    const options = problem.workers[worker]?.hasBase
      ? [costs((part) => problem.kmFromBase(part, worker))]
      : own.map((middle) => costs((part) => problem.kmBetween(part, middle)));
    const [least = []] = options.sort((a, b) => sumOf(a) - sumOf(b));
    for (const [at, part] of own.entries()) paid.set(part, least[at] ?? 0);
  }
  return parts.map((part) => paid.get(part) ?? 0);
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

const withoutPrevious = ({ parts }: AssignmentProblem) =>
  parts.map((part) => ({ ...part, previous: undefined }));

/** The group's own question with every centre: bases, and every part where a worker has no base. */
export function boundProblemOf(problem: AssignmentProblem, { parts, workers }: Group): BoundProblem {
  const based = workers.filter((worker) => problem.workers[worker]?.hasBase === true);
  const free = workers.filter((worker) => problem.workers[worker]?.hasBase !== true);
  const freeRoom = Math.max(0, ...free.map((worker) => Math.floor(problem.workers[worker]?.capacity ?? 0)));
  const middles = free.length === 0 ? [] : parts;
  const centres = based.length + middles.length;
  const people = parts.map((part) => problem.parts[part]?.people ?? 0);
  const isFree = new Set(free);
  const table = new Float64Array(parts.length * centres);
  for (const [at, part] of parts.entries()) {
    const weight = weightOf(problem.parts[part]);
    const allowed = new Set(problem.candidates[part]);
    const hasFree = [...allowed].some((worker) => isFree.has(worker));
    for (const [column, worker] of based.entries()) {
      table[at * centres + column] = allowed.has(worker)
        ? weight * problem.kmFromBase(part, worker)
        : Infinity;
    }
    for (const [column, middle] of middles.entries()) {
      const km = hasFree ? problem.kmBetween(part, middle) : Infinity;
      table[at * centres + based.length + column] = weight * km;
    }
  }
  return {
    parts: parts.length,
    people,
    centres,
    cost: (part, centre) => table[part * centres + centre] ?? Infinity,
    room: [
      ...based.map((worker) => Math.floor(problem.workers[worker]?.capacity ?? 0)),
      ...middles.map(() => freeRoom),
    ],
    open: workers.length,
  };
}
