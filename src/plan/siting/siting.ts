import type { Study } from '../../model/study.js';
import type { Random } from '../../stats/random.js';
import { workersNeeded } from '../formulas.js';
import type { Part, Siting } from '../microplan.js';
import type { PlanRules } from '../rules.js';
import type { Distance } from '../distance.js';
import { candidatesOf, type Candidate } from './candidates.js';
import { chooseSites, type SitesProblem } from './choose-sites.js';
import { describeSites } from './describe-sites.js';

/** What siting needs besides the parts. */
export interface SitingContext {
  readonly study: Study;
  readonly rules: PlanRules;
  readonly distance: Distance;
  readonly random: Random;
}

/**
 * Sites for the people met at spots, held spots included; undefined where no method is named. Minutes are whole, up.
 * New sites stand in the middles of cells, so minutes are right to about a kilometre of way, and a place still has to
 * be found and agreed on there.
 */
export function sitingOf(parts: readonly Part[], context: SitingContext): Siting | undefined {
  const { study, rules, distance, random } = context;
  if (rules.siting.method === 'none') return undefined;
  const met = parts.filter(({ figure, people }) => figure.mode === 'geo' && people.estimate > 0);
  const candidates = candidatesOf(met, study.sites, rules.siting);
  const problem = problemOf(met, candidates, { rules, distance });
  const chosen = chooseSites(problem, random);
  const taken = new Set(study.sites.map((site) => site.site_id));
  const sites = describeSites({ met, candidates, problem, chosen, rules, taken });
  const total = (of: (site: Siting['sites'][number]) => number) =>
    sites.reduce((sum, site) => sum + of(site), 0);
  const people = problem.people.reduce((sum, one) => sum + one, 0);
  return {
    sites,
    people,
    peopleWithin: total((site) => site.peopleWithin),
    neededByPeople: workersNeeded(people, rules.siting.people_per_site),
    places: candidates.length - problem.forbidden.length,
  };
}

function problemOf(
  parts: readonly Part[],
  candidates: readonly Candidate[],
  { rules, distance }: Pick<SitingContext, 'rules' | 'distance'>,
): SitesProblem {
  const { siting, road_factor } = rules;
  const people = parts.map((part) => part.people.estimate);
  const total = people.reduce((sum, one) => sum + one, 0);
  const minutesPerKm = (road_factor * 60) / siting.speed_km_per_hour;
  const nowhere = { position: undefined, municipality: undefined };
  const minutes = tabulated(parts.length, candidates.length, (customer, site) => {
    const km = distance(parts[customer]?.place ?? nowhere, candidates[site]?.place ?? nowhere);
    return Math.ceil(km * minutesPerKm - 1e-9);
  });
  const where = (test: (candidate: Candidate) => boolean) =>
    candidates.flatMap((candidate, at) => (test(candidate) ? [at] : []));
  return {
    method: siting.method,
    people,
    sites: candidates.length,
    minutes,
    within: siting.minutes,
    open: siting.sites === 0 ? workersNeeded(total, siting.people_per_site) : siting.sites,
    capacity: siting.people_per_site,
    openingCost: siting.opening_cost,
    copies: candidates.map((candidate) => copiesOf(candidate, siting.people_per_site)),
    forced: where(({ isForced }) => isForced),
    forbidden: where(({ isForbidden }) => isForbidden),
  };
}

/** Sites a place may hold: enough for its own people however they are packed. */
const copiesOf = ({ existing, people }: Candidate, capacity: number) =>
  existing === undefined ? Math.max(1, Math.ceil((2 * people) / capacity)) : 1;

/** Pairs up to which minutes are worked out once and kept. */
const MOST_TABULATED = 16_000_000;

function tabulated(
  customers: number,
  sites: number,
  minutes: (customer: number, site: number) => number,
): (customer: number, site: number) => number {
  if (customers * sites > MOST_TABULATED) return minutes;
  const table = new Float64Array(customers * sites);
  for (let at = 0; at < table.length; at += 1) table[at] = minutes(Math.floor(at / sites), at % sites);
  return (customer, site) => table[customer * sites + site] ?? 0;
}
