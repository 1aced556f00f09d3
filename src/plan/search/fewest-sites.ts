import type { Random } from '../../stats/random.js';
import { searchSites } from './interchange.js';
import { makeBudget, type Budget, type SearchLimits } from './limits.js';

/** Choose as few sites as possible so that every customer is covered by one. */
export interface FewestSitesProblem {
  readonly customers: number;
  readonly sites: number;
  /** Whether a site, once open, covers a customer, for instance is within T of it. */
  readonly covers: (site: number, customer: number) => boolean;
  readonly forced?: readonly number[];
  readonly forbidden?: readonly number[];
}

/** Why no set of sites covers everyone. */
export type FewestSitesObstacle =
  | { readonly kind: 'cannot-be-covered'; readonly customer: number }
  | { readonly kind: 'forced-and-forbidden'; readonly site: number };

/** The sites opened, sorted; infeasible problems have none and say why. */
export interface FewestSitesSolution {
  readonly isFeasible: boolean;
  readonly obstacles: readonly FewestSitesObstacle[];
  readonly open: readonly number[];
  /** How many sites are open. */
  readonly objective: number;
  /** No set with fewer sites exists. Equal to `objective`, the answer is proved fewest. */
  readonly lowerBound: number;
}

/**
 * Returns the smallest set of sites found that covers every customer.
 *
 * A greedy cover is made smaller one site at a time: the interchange search is asked to cover everyone with
 * one site fewer until it fails. The lower bound counts customers no two of whom share a covering site.
 * A gap between bound and answer means unproved, not wrong.
 * Source: Toregas, Swain, ReVelle and Bergman (1971), 10.1287/opre.19.6.1363.
 */
export function solveFewestSites(
  problem: FewestSitesProblem,
  random: Random,
  limits: SearchLimits,
): FewestSitesSolution {
  const budget = makeBudget(limits);
  const coverers = coverersOf(problem);
  const obstacles = fewestSitesObstacles(problem, coverers);
  if (obstacles.length > 0) return { isFeasible: false, obstacles, open: [], objective: 0, lowerBound: 0 };
  const lowerBound = Math.max(new Set(problem.forced).size, separateCustomers(coverers));
  let open = greedyCover(problem, coverers);
  while (open.length > lowerBound && budget.progress() < 1) {
    const smaller = coverWith(problem, { open: open.length - 1, random, budget });
    if (smaller === undefined) break;
    open = smaller;
  }
  return { isFeasible: true, obstacles, open, objective: open.length, lowerBound };
}

/** Returns how many customers no open site covers; independent of the search, 0 for a valid answer. */
export function countUncovered(problem: FewestSitesProblem, open: readonly number[]): number {
  let uncovered = 0;
  for (let customer = 0; customer < problem.customers; customer += 1) {
    if (!open.some((site) => problem.covers(site, customer))) uncovered += 1;
  }
  return uncovered;
}

interface SmallerTry {
  readonly open: number;
  readonly random: Random;
  readonly budget: Budget;
}

function coverWith(problem: FewestSitesProblem, { open, random, budget }: SmallerTry): number[] | undefined {
  const cost = (customer: number, site: number): number => (problem.covers(site, customer) ? 0 : 1);
  const found = searchSites({ ...problem, cost, open, target: 0 }, random, budget);
  return countUncovered(problem, found) === 0 ? found : undefined;
}

function coverersOf(problem: FewestSitesProblem): number[][] {
  const forbidden = new Set(problem.forbidden);
  return Array.from({ length: problem.customers }, (_, customer) => {
    const sites: number[] = [];
    for (let site = 0; site < problem.sites; site += 1) {
      if (!forbidden.has(site) && problem.covers(site, customer)) sites.push(site);
    }
    return sites;
  });
}

function fewestSitesObstacles(
  problem: FewestSitesProblem,
  coverers: readonly (readonly number[])[],
): FewestSitesObstacle[] {
  const forbidden = new Set(problem.forbidden);
  const obstacles: FewestSitesObstacle[] = [];
  for (const site of new Set(problem.forced)) {
    if (forbidden.has(site)) obstacles.push({ kind: 'forced-and-forbidden', site });
  }
  for (const [customer, sites] of coverers.entries()) {
    if (sites.length === 0) obstacles.push({ kind: 'cannot-be-covered', customer });
  }
  return obstacles;
}

/** Customers with the fewest coverers first, as long as no coverer is shared: each needs a site of its own. */
function separateCustomers(coverers: readonly (readonly number[])[]): number {
  const used = new Set<number>();
  let count = 0;
  for (const sites of coverers.toSorted((a, b) => a.length - b.length)) {
    if (sites.some((site) => used.has(site))) continue;
    for (const site of sites) used.add(site);
    count += 1;
  }
  return count;
}

/** The forced sites, then whichever site covers most of what is left, until all is covered. */
function greedyCover(problem: FewestSitesProblem, coverers: readonly (readonly number[])[]): number[] {
  const open = new Set(problem.forced);
  let left = coverers.filter((sites) => !sites.some((site) => open.has(site)));
  while (left.length > 0) {
    const counts = new Int32Array(problem.sites);
    for (const sites of left) for (const site of sites) counts[site] = (counts[site] ?? 0) + 1;
    const chosen = counts.indexOf(Math.max(...counts));
    open.add(chosen);
    left = left.filter((sites) => !sites.includes(chosen));
  }
  return [...open].sort((a, b) => a - b);
}
