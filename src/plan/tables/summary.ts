import type { OutputColumn } from '../../model/table.js';
import type { Microplan } from '../microplan.js';

/** One population in one municipality: the row a supervisor fills in at the end of the month. */
export interface SummaryRow {
  readonly municipality: string | undefined;
  readonly population: string;
  readonly people: number;
  readonly target: number;
  readonly covered: number;
  readonly workers: number;
  readonly contacts: number;
  readonly floor: number;
}

/** The plan by municipality and population, in that order. */
export function summaryRows(plan: Microplan): SummaryRow[] {
  const groups = new Map<string, Microplan['parts'][number][]>();
  for (const planned of plan.parts) {
    const key = JSON.stringify([planned.part.place.municipality ?? '', planned.part.population]);
    groups.set(key, [...(groups.get(key) ?? []), planned]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const covered = group.filter(({ status }) => status === 'planned');
      const people = group.reduce((sum, { part }) => sum + part.people.estimate, 0);
      return [
        {
          municipality: first.part.place.municipality,
          population: first.part.population,
          people,
          target: Math.ceil(people * plan.rules.coverage - 1e-9),
          covered: covered.reduce((sum, { part }) => sum + part.people.estimate, 0),
          workers: new Set(covered.map(({ worker }) => worker)).size,
          contacts: covered.reduce((sum, { contacts }) => sum + contacts, 0),
          floor: plan.rules.equity_floor,
        },
      ];
    });
}

/** plan/summary.csv: plan against done by municipality and population; what was done is filled in by hand. */
export const SUMMARY_COLUMNS: readonly OutputColumn<SummaryRow>[] = [
  { name: 'area', meaning: 'municipality', of: ({ municipality }) => municipality },
  { name: 'population', meaning: 'population', of: ({ population }) => population },
  { name: 'estimate', meaning: 'persons met at spots, online included', of: ({ people }) => people },
  { name: 'target', meaning: 'persons to reach', of: ({ target }) => target },
  { name: 'workers', meaning: 'workers the plan sends there', of: ({ workers }) => workers },
  {
    name: 'ratio',
    meaning: 'covered persons a worker; a worker who also serves other areas counts in each',
    of: ({ covered, workers }) => (workers === 0 ? undefined : Math.round((10 * covered) / workers) / 10),
  },
  { name: 'contacts_target', meaning: 'contacts in four weeks', of: ({ contacts }) => contacts },
  { name: 'done', meaning: 'contacts made; filled in by hand', of: () => undefined },
  {
    name: 'gap',
    meaning: 'persons of the target not covered',
    of: ({ target, covered }) => Math.max(0, target - covered),
  },
  { name: 'covered', meaning: 'persons at spots the plan covers', of: ({ covered }) => covered },
  {
    name: 'floor_met',
    meaning: 'whether the equity floor is reached; empty where there is none',
    of: ({ floor, covered, people }) => (floor === 0 ? undefined : covered >= floor * people ? 'yes' : 'no'),
  },
];
