import { chanceOfTarget } from './chance.js';
import type { NationalEstimate } from '../model/estimate.js';
import { sumTriples, type Triple } from '../model/range.js';
import { wholeTriple } from '../model/rounding.js';
import { contactsPerMonth, supervisorsNeeded, workersNeeded } from './formulas.js';
import type { Coverage, Need, PlannedPart } from './microplan.js';
import { forPopulation, type PlanRules } from './rules.js';

/**
 * The programme need: what reaching the target share of each population takes at low, estimate and high, whatever staff
 * there is; people met at places, online and elsewhere apart. It says nothing of whether it can be done.
 */
export function needsOf(
  parts: readonly PlannedPart[],
  national: readonly NationalEstimate[],
  rules: PlanRules,
): Need[] {
  return national.flatMap((area) => {
    const of = parts.filter(({ part }) => part.population === area.population);
    const place = sumTriples(
      of.filter(({ part }) => part.figure.mode === 'geo').map(({ part }) => part.people),
    );
    const online = sumTriples(
      of.filter(({ part }) => part.figure.mode !== 'geo').map(({ part }) => part.people),
    );
    const total = wholeTriple(area);
    const met = sumTriples([place, online]);
    const elsewhere = {
      low: Math.max(0, total.low - met.low),
      estimate: Math.max(0, total.estimate - met.estimate),
      high: Math.max(0, total.high - met.high),
    };
    const need = needFor(area.population, rules);
    return [need('place', place), need('online', online), need('elsewhere', elsewhere)].filter(
      ({ people }) => people.high > 0,
    );
  });
}

const each = (people: Triple, of: (persons: number) => number): Triple => ({
  low: of(people.low),
  estimate: of(people.estimate),
  high: of(people.high),
});

function needFor(population: string, rules: PlanRules): (met: Need['met'], people: Triple) => Need {
  const ratio = forPopulation(rules.people_per_worker, population);
  const frequency = forPopulation(rules.contacts_per_month, population);
  return (met, people) => {
    const workers = each(people, (persons) => workersNeeded(persons, ratio, rules.coverage));
    return {
      population,
      met,
      people,
      target: each(people, (persons) => Math.ceil(persons * rules.coverage - 1e-9)),
      workers,
      supervisors: each(workers, (count) => supervisorsNeeded(count, rules.workers_per_supervisor)),
      contacts: each(people, (persons) =>
        Math.ceil(contactsPerMonth(persons, frequency, rules.coverage) - 1e-9),
      ),
    };
  };
}

/**
 * What the feasible plan covers of each population (F17). A covered spot counts with the persons of the total it stands
 * for, never more than are met there, so that neither people met twice nor people never met make the plan look better.
 */
export function coverageOf(
  parts: readonly PlannedPart[],
  national: readonly NationalEstimate[],
  rules: PlanRules,
): Coverage[] {
  return national.map((area) => {
    const of = parts.filter(({ part }) => part.population === area.population);
    const covered = of.filter(({ status }) => status === 'planned');
    return {
      population: area.population,
      total: wholeTriple(area),
      atSpots: sumTriples(of.map(({ part }) => part.people)),
      covered: sumTriples(covered.map(({ part }) => part.people)),
      coveredOfTotal: sumTriples(covered.map(inTotalTerms)),
      chanceOfTarget: chanceFor(area, of, rules),
      workers: new Set(covered.map(({ worker }) => worker)).size,
    };
  });
}

/** Whole persons of one population whom the plan reaches and does not reach; the two make up the estimate. */
export interface Reach {
  /** Everybody of the population, met at spots or not. */
  readonly people: number;
  readonly covered: number;
  /** Everybody else: at spots without a visit, met only by phone or on the web, or never met at a spot. */
  readonly uncovered: number;
}

/** Covered and not covered as every page, table and line says them: of the whole estimate. */
export function reachOf({ total, coveredOfTotal }: Coverage): Reach {
  const covered = Math.round(coveredOfTotal.estimate);
  return { people: total.estimate, covered, uncovered: Math.max(0, total.estimate - covered) };
}

/** The chance of reaching the target: covered and other spots as they stand in the total, and people met elsewhere. */
function chanceFor(
  area: NationalEstimate,
  parts: readonly PlannedPart[],
  rules: PlanRules,
): number | undefined {
  const atSpots = parts.map((planned) => ({
    ...inTotalTerms(planned),
    isCovered: planned.status === 'planned',
  }));
  const sum = sumTriples(atSpots);
  const elsewhere = {
    low: Math.max(0, area.low - sum.low),
    estimate: Math.max(0, area.estimate - sum.estimate),
    high: Math.max(0, area.high - sum.high),
    isCovered: false,
  };
  return chanceOfTarget([...atSpots, elsewhere], rules.coverage, rules.size_correlation);
}

const share = (met: number, stands: number) => (met > 0 ? Math.min(1, stands / met) : 1);

function inTotalTerms({ part }: PlannedPart): Triple {
  const { at, total } = part.figure;
  return {
    low: part.people.low * share(at.low, total.low),
    estimate: part.people.estimate * share(at.estimate, total.estimate),
    high: part.people.high * share(at.high, total.high),
  };
}
