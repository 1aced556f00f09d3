import { compareText } from '../model/issue.js';
import type { Study } from '../model/study.js';
import { DAYS, type Day, type Hours } from '../model/week.js';
import { contactCapacity, workersNeeded } from './formulas.js';
import type { Part, Place, Worker } from './microplan.js';
import { isNoWay } from './roads.js';
import { forPopulation, type PlanRules } from './rules.js';
import type { Distance } from './distance.js';
import { placeOf } from './where.js';

/** One worker, or two who go together: whoever a part is given to. The first member leads. */
export interface Crew {
  readonly members: readonly [Worker, ...Worker[]];
  readonly populations: readonly string[];
  readonly languages: readonly string[];
  readonly days: readonly Day[];
  readonly hours: Hours | undefined;
  readonly capacity: number;
  readonly mostSpots: number;
  /** Where the members start from, as far as that is known; the leader first. */
  readonly homes: readonly Place[];
  /** The same text for crews who can serve the same parts, whatever room they have. */
  readonly kind: string;
}

/** People of a population one worker can serve: the ratio, or fewer where the contacts would not fit in the time. */
export function peoplePerWorker(rules: PlanRules, population: string): number {
  const contacts = contactCapacity({
    days: rules.days_per_month,
    hours: rules.hours_per_day,
    contactsPerHour: rules.contacts_per_hour,
    productiveShare: rules.productive_share,
  });
  const perPerson = rules.coverage * forPopulation(rules.contacts_per_month, population);
  const ratio = forPopulation(rules.people_per_worker, population);
  return Math.max(1, Math.floor(perPerson > 0 ? Math.min(ratio, contacts / perPerson) : ratio));
}

/** The workers of a study, in order of their codes. */
export function workersOf(study: Study, rules: PlanRules): Worker[] {
  const rows = [...study.workers].sort((a, b) => compareText(a.worker_id, b.worker_id));
  const reached = new Set((study.travel ?? []).flatMap(({ from, to }) => [from, to]));
  const isPlaced = (row: (typeof rows)[number]) =>
    row.municipality !== undefined || row.lat !== undefined || reached.has(row.worker_id);
  return rows.map((row, at) => ({
    code: row.worker_id,
    alias: String(at + 1).padStart(2, '0'),
    isSlot: false,
    populations: row.population,
    languages: row.languages ?? [],
    organisation: row.organisation,
    base: isPlaced(row) ? placeOf(row) : undefined,
    days: row.days ?? DAYS,
    hours: row.hours,
    mostPeople:
      row.max_people ?? Math.min(...row.population.map((population) => peoplePerWorker(rules, population))),
  }));
}

/** Slots to be filled: as many as the people of each population need, and `extra` more for a population. */
export function slotsFor(
  parts: readonly Part[],
  rules: PlanRules,
  extra: ReadonlyMap<string, number>,
): Worker[] {
  const populations = [...new Set(parts.map((part) => part.population))].sort(compareText);
  const slots = populations.flatMap((population) => {
    const people = parts
      .filter((part) => part.population === population)
      .reduce((sum, part) => sum + part.people.estimate, 0);
    const mostPeople = peoplePerWorker(rules, population);
    const count = workersNeeded(people, mostPeople, rules.coverage) + (extra.get(population) ?? 0);
    return Array.from({ length: count }, (_, at) => slot(population, at + 1, mostPeople));
  });
  return slots.map((worker, at) => ({ ...worker, alias: String(at + 1).padStart(2, '0') }));
}

function slot(population: string, number: number, mostPeople: number): Worker {
  return {
    code: `W-${population}-${String(number).padStart(2, '0')}`,
    alias: '',
    isSlot: true,
    populations: [population],
    languages: [],
    organisation: undefined,
    base: undefined,
    days: DAYS,
    hours: undefined,
    mostPeople,
  };
}

/** What decides how workers become crews. */
export interface CrewContext {
  readonly rules: PlanRules;
  readonly isConflict: boolean;
  /** Populations with a part that always takes two. */
  readonly pairPopulations: ReadonlySet<string>;
  readonly distance: Distance;
}

/**
 * The crews of the workers: one each, or pairs of the nearest two of a kind where visits take two. A pair counts once:
 * its capacity and what it may know are those of one worker.
 */
export function crewsOf(workers: readonly Worker[], context: CrewContext): Crew[] {
  const crews: Crew[] = [];
  const paired = new Set<string>();
  for (const worker of workers) {
    if (paired.has(worker.code)) continue;
    paired.add(worker.code);
    const needsPartner = worker.populations.some((population) => context.pairPopulations.has(population));
    const mate = needsPartner ? nearestMate(worker, workers, { paired, context }) : undefined;
    if (mate !== undefined) paired.add(mate.code);
    crews.push(crewOf(worker, mate, context));
  }
  return crews;
}

function nearestMate(
  worker: Worker,
  workers: readonly Worker[],
  { paired, context }: { readonly paired: ReadonlySet<string>; readonly context: CrewContext },
): Worker | undefined {
  let nearest: Worker | undefined;
  let least = Infinity;
  for (const other of workers) {
    if (paired.has(other.code) || !canWalkTogether(worker, other)) continue;
    const isKnown = worker.base !== undefined && other.base !== undefined;
    const km = isKnown ? context.distance(worker.base, other.base) : 0;
    if (km < least && !isNoWay(km)) [nearest, least] = [other, km];
  }
  return nearest;
}

function canWalkTogether(a: Worker, b: Worker): boolean {
  const sharesHours =
    a.hours === undefined ||
    b.hours === undefined ||
    Math.min(a.hours.to, b.hours.to) - Math.max(a.hours.from, b.hours.from) >= 60;
  return (
    a.populations.some((population) => b.populations.includes(population)) &&
    a.days.some((day) => b.days.includes(day)) &&
    sharesHours
  );
}

/** True when two lists have a language in common, or one of them states none. */
export function shareLanguage(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((language) => b.includes(language));
}

function crewOf(worker: Worker, mate: Worker | undefined, { rules, isConflict }: CrewContext): Crew {
  const most = isConflict ? rules.exposure_people : Infinity;
  const mostSpots = isConflict ? rules.exposure_spots : Infinity;
  const members: Crew['members'] = mate === undefined ? [worker] : [worker, mate];
  const shared =
    mate === undefined
      ? worker
      : {
          populations: worker.populations.filter((population) => mate.populations.includes(population)),
          languages: pairLanguages(worker.languages, mate.languages),
          days: worker.days.filter((day) => mate.days.includes(day)),
          hours: sharedHours(worker.hours, mate.hours),
        };
  const { populations, languages, days, hours } = shared;
  const bases = members.map((member) => member.base);
  return {
    members,
    populations,
    languages,
    days,
    hours,
    capacity: Math.min(most, ...members.map((member) => member.mostPeople)),
    mostSpots,
    homes: bases.filter((base) => base !== undefined),
    kind: JSON.stringify([populations, languages, days, hours, bases]),
  };
}

/** Languages a pair can speak: either of the two will do; none stated where one of them states none. */
function pairLanguages(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.length === 0 || b.length === 0 ? [] : [...new Set([...a, ...b])].sort(compareText);
}

function sharedHours(a: Hours | undefined, b: Hours | undefined): Hours | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}
