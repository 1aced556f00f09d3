import type { Random } from '../../stats/random.js';
import { searchSites } from './interchange.js';
import { makeBudget, type SearchLimits } from './limits.js';

/** Choose sites so that customers are near: the sum of weight times distance to the nearest open site. */
export interface MedianProblem {
  readonly customers: number;
  readonly sites: number;
  /** Finite and not negative; need not be the same both ways. */
  readonly distance: (customer: number, site: number) => number;
  /** By customer, usually people; 1 each when left out. */
  readonly weight?: readonly number[];
  /** How many sites to open. */
  readonly open: number;
  readonly forced?: readonly number[];
  readonly forbidden?: readonly number[];
}

/** Why no set of sites can meet the problem. */
export type SitingObstacle =
  | { readonly kind: 'too-few-sites'; readonly wanted: number; readonly allowed: number }
  | { readonly kind: 'too-many-forced'; readonly wanted: number; readonly forced: number }
  | { readonly kind: 'forced-and-forbidden'; readonly site: number };

/** The sites opened, sorted; infeasible problems have none and say why. */
export interface MedianSolution {
  readonly isFeasible: boolean;
  readonly obstacles: readonly SitingObstacle[];
  readonly open: readonly number[];
  /** By customer, its nearest open site. */
  readonly nearest: readonly number[];
  readonly objective: number;
}

/**
 * Returns the best open sites found for a p-median problem, with the objective computed afresh from them.
 *
 * Nothing is proved optimal; see `searchSites` for the method and its sources.
 *
 * @example
 * // three customers on a line at 0, 1 and 10, two sites among them
 * solveMedian({ customers: 3, sites: 3, open: 2, distance: (a, b) => Math.abs([0, 1, 10][a] - [0, 1, 10][b]) },
 *   makeRandom(1), { iterations: 100 }).objective; // 1
 */
export function solveMedian(problem: MedianProblem, random: Random, limits: SearchLimits): MedianSolution {
  const budget = makeBudget(limits);
  const obstacles = sitingObstacles(problem);
  if (obstacles.length > 0) {
    return { isFeasible: false, obstacles, open: [], nearest: [], objective: Infinity };
  }
  const { distance, weight } = problem;
  const cost = (customer: number, site: number): number =>
    (weight?.[customer] ?? 1) * distance(customer, site);
  const open = searchSites({ ...problem, cost }, random, budget);
  const nearest = nearestOpen(problem, open);
  return { isFeasible: true, obstacles, open, nearest, objective: evaluateMedian(problem, open) };
}

/**
 * Returns the sum over customers of weight times distance to the nearest open site.
 *
 * Independent of the search: reads only the problem and the sites. Infinite without an open site.
 */
export function evaluateMedian(problem: MedianProblem, open: readonly number[]): number {
  let sum = 0;
  for (let customer = 0; customer < problem.customers; customer += 1) {
    let least = Infinity;
    for (const site of open) least = Math.min(least, problem.distance(customer, site));
    sum += (problem.weight?.[customer] ?? 1) * least;
  }
  return sum;
}

/** Returns what keeps any set of sites from meeting the problem; empty when nothing does. */
export function sitingObstacles(
  problem: Pick<MedianProblem, 'sites' | 'open' | 'forced' | 'forbidden'>,
): SitingObstacle[] {
  const forced = new Set(problem.forced);
  const forbidden = new Set(problem.forbidden);
  const obstacles: SitingObstacle[] = [];
  for (const site of forced) if (forbidden.has(site)) obstacles.push({ kind: 'forced-and-forbidden', site });
  const allowed = problem.sites - forbidden.size;
  if (problem.open > allowed || problem.open < 1) {
    obstacles.push({ kind: 'too-few-sites', wanted: problem.open, allowed });
  }
  if (forced.size > problem.open) {
    obstacles.push({ kind: 'too-many-forced', wanted: problem.open, forced: forced.size });
  }
  return obstacles;
}

function nearestOpen(problem: MedianProblem, open: readonly number[]): number[] {
  return Array.from({ length: problem.customers }, (_, customer) => {
    let nearest = -1;
    let least = Infinity;
    for (const site of open) {
      const here = problem.distance(customer, site);
      if (here < least) {
        least = here;
        nearest = site;
      }
    }
    return nearest;
  });
}
