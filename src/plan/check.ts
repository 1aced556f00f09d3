import { DAYS } from '../model/week.js';
import type { Microplan, PlannedPart, Visit } from './microplan.js';

/**
 * What is wrong with a plan, one sentence each; empty for a sound one. It looks at the plan in memory: every part once,
 * with a worker or a reason; capacity, population and language kept; every visit within hours; nothing lost.
 */
export function checkPlan(plan: Microplan): string[] {
  return [...checkParts(plan), ...checkWorkers(plan), ...checkVisits(plan)];
}

function checkParts(plan: Microplan): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const { part, status, gap, worker, visitsPlanned } of plan.parts) {
    if (seen.has(part.id)) faults.push(`${part.id} is planned twice`);
    seen.add(part.id);
    if ((status === 'planned') !== (worker !== undefined))
      faults.push(`${part.id}: status and worker differ`);
    if ((status === 'planned') !== (gap === undefined)) faults.push(`${part.id}: status and reason differ`);
    if (status === 'planned' && part.figure.mode !== 'geo') faults.push(`${part.id} is no place to visit`);
    if (status === 'planned' && (part.security ?? 1) >= 4) faults.push(`${part.id} is not safe to visit`);
    if (status === 'planned' && visitsPlanned === 0) faults.push(`${part.id} is planned without a visit`);
    const { low, estimate, high } = part.people;
    if (!(low <= estimate && estimate <= high)) faults.push(`${part.id}: its range is out of order`);
  }
  return faults;
}

function checkWorkers(plan: Microplan): string[] {
  const faults: string[] = [];
  const partsOf = new Map<string, PlannedPart[]>();
  for (const planned of plan.parts) {
    if (planned.worker === undefined) continue;
    partsOf.set(planned.worker, [...(partsOf.get(planned.worker) ?? []), planned]);
  }
  for (const { worker, people, spots } of plan.workers) {
    const parts = partsOf.get(worker.code) ?? [];
    const sum = parts.reduce((persons, { part }) => persons + part.people.estimate, 0);
    if (sum > worker.mostPeople) faults.push(`${worker.code} serves ${sum} of at most ${worker.mostPeople}`);
    if (sum !== people.estimate || parts.length !== spots)
      faults.push(`${worker.code}: load is not its parts`);
    if (plan.isConflict && sum > plan.rules.exposure_people)
      faults.push(`${worker.code} knows too many people`);
    if (plan.isConflict && parts.length > plan.rules.exposure_spots)
      faults.push(`${worker.code} knows too many spots`);
    for (const { part, backup } of parts) {
      if (!worker.populations.includes(part.population))
        faults.push(`${worker.code} is not of ${part.population}`);
      if (!sharesLanguage(part.languages, worker.languages))
        faults.push(`${worker.code} cannot speak at ${part.id}`);
      if (backup === worker.code) faults.push(`${part.id}: the backup is the worker`);
    }
    partsOf.delete(worker.code);
  }
  return [...faults, ...[...partsOf.keys()].map((code) => `${code} is no worker of the plan`)];
}

const sharesLanguage = (a: readonly string[], b: readonly string[]) =>
  a.length === 0 || b.length === 0 || a.some((language) => b.includes(language));

function checkVisits(plan: Microplan): string[] {
  const faults: string[] = [];
  const parts = new Map(plan.parts.map((planned) => [planned.part.id, planned]));
  const last = new Map<string, number>();
  const free = new Map<string, number>();
  for (const visit of [...plan.visits].sort(byTime)) {
    const planned = parts.get(visit.part);
    if (planned === undefined || planned.worker !== visit.worker) {
      faults.push(`a visit of ${visit.worker} goes to a part of somebody else`);
      continue;
    }
    if (!isWithinHours(visit, planned)) faults.push(`${visit.part}: a visit outside the hours`);
    const day = dayOf(visit);
    const before = last.get(visit.part);
    if (before !== undefined && day - before < plan.rules.days_between_visits) {
      faults.push(`${visit.part}: visits too close`);
    }
    last.set(visit.part, day);
    const start = day * 1440 + visit.from;
    if (start < (free.get(visit.worker) ?? -Infinity)) faults.push(`${visit.worker} is at two spots at once`);
    free.set(visit.worker, day * 1440 + visit.to);
  }
  return faults;
}

const dayOf = ({ week, day }: Visit) => (week - 1) * 7 + DAYS.indexOf(day);
const byTime = (a: Visit, b: Visit) => dayOf(a) * 1440 + a.from - (dayOf(b) * 1440 + b.from);

function isWithinHours({ from, to }: Visit, { part }: PlannedPart): boolean {
  return [-1440, 0, 1440].some((shift) => from >= part.hours.from + shift && to <= part.hours.to + shift);
}
