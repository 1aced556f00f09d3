import type { Random } from '../../stats/random.js';
import type { AssignmentProblem } from './assignment-problem.js';
import { solveAssignment } from './assignment-search.js';
import type { AssignmentObstacle } from './cluster-problem.js';
import type { SearchLimits } from './limits.js';

/** Choose which sites to pay for and who goes where: single-source location with capacities. */
export interface OpeningProblem {
  readonly customers: number;
  readonly sites: number;
  /** Of serving a whole customer from a site; infinite where it may not be. */
  readonly cost: (customer: number, site: number) => number;
  /** By customer. */
  readonly demand: readonly number[];
  /** By site. */
  readonly capacity: readonly number[];
  /** By site. */
  readonly openingCost: readonly number[];
  /** Sites that are open, and paid for, whatever happens. */
  readonly forced?: readonly number[];
  readonly forbidden?: readonly number[];
}

/** The sites opened, sorted, and who goes to which. */
export interface OpeningSolution {
  readonly isFeasible: boolean;
  /** In these, a customer is called a spot. */
  readonly obstacles: readonly AssignmentObstacle[];
  readonly open: readonly number[];
  /** By customer: its site. */
  readonly assignment: readonly number[];
  /** Service and opening costs together. */
  readonly objective: number;
}

/**
 * Returns the cheapest set of open sites found with every customer at one of them and no site above capacity.
 *
 * Searched as an assignment problem in which a site is paid for once it has a customer; see `solveAssignment`.
 * Source of the problem: Holmberg, Rönnqvist and Yuan (1999), 10.1016/S0377-2217(98)00008-3.
 */
export function solveOpening(problem: OpeningProblem, random: Random, limits: SearchLimits): OpeningSolution {
  const found = solveAssignment(assignmentFromOpening(problem), random, limits);
  const open = new Set([...(problem.forced ?? []), ...found.assignment]);
  return { ...found, open: [...open].sort((a, b) => a - b) };
}

/** Returns the same problem with sites as agents and customers as jobs. */
export function assignmentFromOpening(problem: OpeningProblem): AssignmentProblem {
  return {
    jobs: problem.customers,
    agents: problem.sites,
    cost: problem.cost,
    load: (customer) => problem.demand[customer] ?? 0,
    capacity: problem.capacity,
    openingCost: problem.openingCost,
    ...(problem.forced === undefined ? {} : { forced: problem.forced }),
    ...(problem.forbidden === undefined ? {} : { forbidden: problem.forbidden }),
  };
}
