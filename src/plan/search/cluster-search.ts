import type { Random } from '../../stats/random.js';
import { anneal } from './annealing.js';
import { bestGrouping, isEnumerable, type Grouping } from './cluster-enumeration.js';
import { evaluateClusters } from './cluster-evaluation.js';
import { keepBest, makeRun, subjectOf, type Run } from './cluster-moves.js';
import { orderByPlace, renumbered } from './cluster-order.js';
import { clusterObstacles, type ClusterProblem, type ClusterSolution } from './cluster-problem.js';
import { improveRegions, isRegional } from './cluster-regions.js';
import { startClusters } from './cluster-start.js';
import { settle } from './cluster-changes.js';
import {
  makeBudget,
  tellingProgress,
  withoutPause,
  type Budget,
  type Pausing,
  type SearchLimits,
} from './limits.js';

/**
 * Returns the best grouping found, its cost and its validity computed afresh from it.
 *
 * Annealed shifts and swaps between neighbouring clusters; every change is priced with about the best centre
 * either cluster would then have. A rough price with both centres kept weeds out most changes first. Large
 * problems are annealed as a whole and then region by region.
 * With few groupings every one is tried, which is exact; otherwise nothing is proved optimal, and `not-found`
 * means only that the search met no valid grouping in its time.
 * Sources: Mulvey and Beck (1984), 10.1016/0377-2217(84)90155-3; Osman and Christofides (1994),
 * 10.1016/0969-6016(94)90032-9.
 *
 * @example
 * // four spots at 0, 1, 10 and 11 on a line, one person each, two workers with room for two
 * const at = [0, 1, 10, 11];
 * const distance = (a: number, b: number) => Math.abs((at[a] ?? 0) - (at[b] ?? 0));
 * solveClusters({ demand: [1, 1, 1, 1], distance, clusterCapacity: [2, 2] }, makeRandom(1), { iterations: 1e4 })
 *   .objective; // 2
 */
export function solveClusters(
  problem: ClusterProblem,
  random: Random,
  limits: SearchLimits,
): ClusterSolution {
  return withoutPause(solveClustersStepwise(problem, random, limits));
}

/** The same as `solveClusters`, pausing often to tell what share of its limits is spent. */
export function* solveClustersStepwise(
  problem: ClusterProblem,
  random: Random,
  limits: SearchLimits,
): Generator<number, ClusterSolution, void> {
  const budget = makeBudget(limits);
  const obstacles = clusterObstacles(problem);
  if (obstacles.length > 0) {
    return { isFeasible: false, obstacles, assignment: [], centres: [], objective: Infinity };
  }
  const found = isEnumerable(problem) ? bestGrouping(problem) : undefined;
  const { assignment, centres } =
    found ?? (yield* tellingProgress(searchGrouping(problem, random, budget), budget));
  const measure = evaluateClusters(problem, assignment, centres);
  const isFeasible = measure.overload === 0 && measure.misplaced === 0;
  return {
    isFeasible,
    obstacles: isFeasible ? [] : [{ kind: 'not-found', overload: measure.overload }],
    assignment,
    centres,
    objective: measure.objective,
  };
}

/** Starts of a small problem, whose search is cheap and can get stuck; a large one has a single start. */
const STARTS = 6;
const SMALL = 40;

/** The best grouping of several starts that share the budget, those of valid ones first. */
function* searchGrouping(problem: ClusterProblem, random: Random, budget: Budget): Pausing<Grouping> {
  const starts = problem.demand.length <= SMALL ? STARTS : 1;
  let best: Grouping | undefined;
  let least = Infinity;
  for (let start = 1; start <= starts; start += 1) {
    const grouping = yield* annealGrouping(problem, random, partOf(budget, start, starts));
    const { objective, overload, misplaced } = evaluateClusters(
      problem,
      grouping.assignment,
      grouping.centres,
    );
    const value = overload > 0 || misplaced > 0 ? Number.MAX_VALUE : objective;
    if (best === undefined || value < least) {
      best = grouping;
      least = value;
    }
  }
  return best ?? { assignment: [], centres: [] };
}

/** The part of a budget that one of several starts may use. */
function partOf(budget: Budget, start: number, starts: number): Budget {
  return { spend: budget.spend, progress: () => budget.progress() * starts - (start - 1) };
}

/** The grouping that one start finds, its spots numbered meanwhile so that neighbours are close in memory. */
function* annealGrouping(problem: ClusterProblem, random: Random, budget: Budget): Pausing<Grouping> {
  if (problem.points === undefined) return yield* annealInOrder(problem, random, budget);
  const order = orderByPlace(problem.points);
  const found = yield* annealInOrder(renumbered(problem, order), random, budget);
  const assignment = order.map(() => -1);
  for (const [place, spot] of order.entries()) assignment[spot] = found.assignment[place] ?? -1;
  return { assignment, centres: found.centres.map((place) => order[place] ?? -1) };
}

/** Short runs to begin with where clusters are at most so many. */
const HEATS = 6;
const FEW_CLUSTERS = 40;
/** The share of the time for annealing the whole of a problem that has regions. */
const WHOLE_SHARE = 0.55;
const TEMPERATURES = { hot: 0.8, cold: 0.14, warm: 0.8, coldest: 0.05, allowance: 0.003, patience: 200 };

function* annealInOrder(problem: ClusterProblem, random: Random, budget: Budget): Pausing<Grouping> {
  const isLarge = isRegional(problem);
  const run = yield* bestOfHeats(problem, random, isLarge ? firstPart(budget, WHOLE_SHARE) : budget);
  if (isLarge && run.bestTotal === Infinity) yield* anneal(subjectOf(run), budget, TEMPERATURES);
  keepBest(run);
  const { state } = run;
  settle(state, run.bestTotal < Infinity ? run.best : state.home.slice(), state.price);
  if (isLarge) yield* improveRegions(problem, state, random, budget);
  // At this price every centre is one with room, where there is any.
  settle(state, state.home.slice(), 1e12);
  return { assignment: [...state.home], centres: [...state.centre] };
}

/**
 * A run annealed from one start or, where few clusters make much depend on it, from several in turn; it
 * remembers the best of all.
 */
function* bestOfHeats(problem: ClusterProblem, random: Random, budget: Budget): Pausing<Run> {
  const clusters = problem.clusterCapacity.length;
  const run = makeRun(problem, random, startClusters(problem, random));
  if (run.state.home.length < 2 || clusters < 2) return run;
  const heats = isRegional(problem) && clusters <= FEW_CLUSTERS ? HEATS : 1;
  for (let heat = 1; heat <= heats; heat += 1) {
    const part = partOf(budget, heat, heats);
    if (heat > 1) {
      if (part.progress() >= 1) continue;
      keepBest(run);
      settle(run.state, startClusters(problem, random), 1);
    }
    yield* anneal(subjectOf(run), part, TEMPERATURES);
  }
  keepBest(run);
  return run;
}

/** The part of a budget up to a share of it. */
function firstPart(budget: Budget, share: number): Budget {
  return { spend: budget.spend, progress: () => budget.progress() / share };
}
