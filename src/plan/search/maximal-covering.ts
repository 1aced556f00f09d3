import type { Random } from '../../stats/random.js';
import { searchSites } from './interchange.js';
import { makeBudget, type SearchLimits } from './limits.js';
import { sitingObstacles, type SitingObstacle } from './p-median.js';

/** Choose sites so that as much demand as possible lies within reach of one. */
export interface CoveringProblem {
  readonly customers: number;
  readonly sites: number;
  /** Whether a site, once open, covers a customer. */
  readonly covers: (site: number, customer: number) => boolean;
  /** By customer, usually people; not negative. */
  readonly demand: readonly number[];
  /** How many sites to open. */
  readonly open: number;
  readonly forced?: readonly number[];
  readonly forbidden?: readonly number[];
}

/** The sites opened, sorted, and the demand they cover; infeasible problems have none and say why. */
export interface CoveringSolution {
  readonly isFeasible: boolean;
  readonly obstacles: readonly SitingObstacle[];
  readonly open: readonly number[];
  /** Demand covered. */
  readonly objective: number;
}

/**
 * Returns the open sites found to cover the most demand, with the covered demand counted afresh from them.
 *
 * Searched as a p-median problem in which a customer costs nothing when covered and its demand when not.
 * Nothing is proved optimal. Source: Church and ReVelle (1974), 10.1007/BF01942293.
 */
export function solveMaximalCovering(
  problem: CoveringProblem,
  random: Random,
  limits: SearchLimits,
): CoveringSolution {
  const budget = makeBudget(limits);
  const obstacles = sitingObstacles(problem);
  if (obstacles.length > 0) return { isFeasible: false, obstacles, open: [], objective: 0 };
  const cost = (customer: number, site: number): number =>
    problem.covers(site, customer) ? 0 : (problem.demand[customer] ?? 0);
  const open = searchSites({ ...problem, cost }, random, budget);
  return { isFeasible: true, obstacles, open, objective: evaluateCovering(problem, open) };
}

/** Returns the demand of the customers covered by at least one open site; independent of the search. */
export function evaluateCovering(problem: CoveringProblem, open: readonly number[]): number {
  let covered = 0;
  for (let customer = 0; customer < problem.customers; customer += 1) {
    if (open.some((site) => problem.covers(site, customer))) covered += problem.demand[customer] ?? 0;
  }
  return covered;
}
