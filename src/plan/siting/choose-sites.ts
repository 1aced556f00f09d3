import type { Random } from '../../stats/random.js';
import type { SitingMethod } from '../rules.js';
import { solveFewestSites } from '../search/fewest-sites.js';
import { solveMaximalCovering } from '../search/maximal-covering.js';
import { solveOpening } from '../search/opening-sites.js';
import { solveMedian } from '../search/p-median.js';

/** People at places, and places a site can stand at. */
export interface SitesProblem {
  readonly method: SitingMethod;
  /** People by customer, whole. */
  readonly people: readonly number[];
  readonly sites: number;
  /** Minutes one way. */
  readonly minutes: (customer: number, site: number) => number;
  /** Farthest a customer within reach may be, in minutes. */
  readonly within: number;
  /** Sites open in all, for the methods that are told how many. */
  readonly open: number;
  readonly capacity: number;
  readonly openingCost: number;
  /** By site: how many sites of that capacity may stand there, for opening-costs. */
  readonly copies: readonly number[];
  readonly forced: readonly number[];
  readonly forbidden: readonly number[];
}

/** Which sites are open, and where people go. */
export interface ChosenSites {
  /** Sorted. */
  readonly open: readonly number[];
  /** By site: sites of the capacity that stand there; 0 where none does. */
  readonly standing: readonly number[];
  /** By customer: people sent to each site, by site. Only opening-costs sends those of one place to several. */
  readonly sent: readonly ReadonlyMap<number, number>[];
}

/** Moves tried: a number that depends on the size alone, so that the same seed gives the same sites. */
const limitsOf = ({ people, sites }: SitesProblem) => ({
  iterations: Math.min(MOST_MOVES, FEWEST_MOVES + MOVES_EACH * (people.length + sites)),
});
const FEWEST_MOVES = 20_000;
const MOVES_EACH = 200;
const MOST_MOVES = 400_000;

/**
 * The sites found by the method of the problem. Nothing is proved best. Forced sites are always open, forbidden ones
 * never; where fewer places are allowed than asked for, all of them open. People go to the nearest open site, but with
 * opening-costs to one that has room.
 */
export function chooseSites(problem: SitesProblem, random: Random): ChosenSites {
  if (problem.sites === problem.forbidden.length) return nothingOpen(problem);
  if (problem.method === 'opening-costs') return chooseByCost(problem, random);
  const open = problem.people.length === 0 ? [...problem.forced] : openSites(problem, random);
  const standing = Array.from({ length: problem.sites }, () => 0);
  for (const site of open) standing[site] = 1;
  const sent = problem.people.map((people, customer) => {
    const site = nearest(problem, open, customer);
    return new Map(site === undefined ? [] : [[site, people]]);
  });
  return { open: open.sort((a, b) => a - b), standing, sent };
}

const nothingOpen = ({ people, sites }: SitesProblem): ChosenSites => ({
  open: [],
  standing: Array.from({ length: sites }, () => 0),
  sent: people.map(() => new Map()),
});

function openSites(problem: SitesProblem, random: Random): number[] {
  const { people, sites, minutes, within, forced, forbidden } = problem;
  const customers = people.length;
  const covers = (site: number, customer: number) => minutes(customer, site) <= within;
  const places = { customers, sites, forced, forbidden };
  const limits = limitsOf(problem);
  const open = Math.max(1, forced.length, Math.min(problem.open, sites - forbidden.length));
  switch (problem.method) {
    case 'p-median':
      return [...solveMedian({ ...places, open, distance: minutes, weight: people }, random, limits).open];
    case 'maximal-covering':
      return [...solveMaximalCovering({ ...places, open, demand: people, covers }, random, limits).open];
    default:
      return fewestSites(problem, random);
  }
}

/** As few sites as reach everybody some allowed site can reach; the others are left out of the question. */
function fewestSites(problem: SitesProblem, random: Random): number[] {
  const { people, sites, minutes, within, forced, forbidden } = problem;
  const barred = new Set(forbidden);
  const allowed = Array.from({ length: sites }, (_, site) => site).filter((site) => !barred.has(site));
  const reachable = [...people.keys()].filter((customer) =>
    allowed.some((site) => minutes(customer, site) <= within),
  );
  const covers = (site: number, at: number) => minutes(reachable[at] ?? 0, site) <= within;
  const found = solveFewestSites(
    { customers: reachable.length, sites, covers, forced, forbidden },
    random,
    limitsOf(problem),
  );
  return [...found.open];
}

function nearest({ minutes }: SitesProblem, open: readonly number[], customer: number): number | undefined {
  let site: number | undefined;
  for (const one of open) {
    if (site === undefined || minutes(customer, one) < minutes(customer, site)) site = one;
  }
  return site;
}

/** Every site as many times as it may stand there, and people in portions no larger than a site. */
function chooseByCost(problem: SitesProblem, random: Random): ChosenSites {
  const { people, minutes, capacity, openingCost } = problem;
  const stands = problem.copies.flatMap((copies, site) => Array.from({ length: copies }, () => site));
  const portions = people.flatMap((persons, customer) => portionsOf(persons, capacity, customer));
  const barred = new Set(problem.forbidden);
  const found = solveOpening(
    {
      customers: portions.length,
      sites: stands.length,
      cost: (at, stand) =>
        (portions[at]?.persons ?? 0) * minutes(portions[at]?.customer ?? 0, stands[stand] ?? 0),
      demand: portions.map(({ persons }) => persons),
      capacity: stands.map(() => capacity),
      openingCost: stands.map(() => openingCost),
      forced: problem.forced.map((site) => stands.indexOf(site)),
      forbidden: [...stands.keys()].filter((stand) => barred.has(stands[stand] ?? 0)),
    },
    random,
    limitsOf(problem),
  );
  if (!found.isFeasible) return nothingOpen(problem);
  const standing = Array.from({ length: problem.sites }, () => 0);
  for (const stand of found.open) standing[stands[stand] ?? 0] = (standing[stands[stand] ?? 0] ?? 0) + 1;
  const sent = people.map(() => new Map<number, number>());
  for (const [at, { customer, persons }] of portions.entries()) {
    const site = stands[found.assignment[at] ?? 0] ?? 0;
    sent[customer]?.set(site, (sent[customer].get(site) ?? 0) + persons);
  }
  return { open: [...standing.keys()].filter((site) => (standing[site] ?? 0) > 0), standing, sent };
}

function portionsOf(persons: number, most: number, customer: number) {
  const count = Math.max(1, Math.ceil(persons / most));
  return Array.from({ length: count }, (_, at) => ({
    customer,
    persons: Math.floor((persons + at) / count),
  }));
}
