import type { OutputColumn } from '../../model/table.js';
import type { Coverage, Need } from '../microplan.js';

const TRIPLES = ['low', 'estimate', 'high'] as const;

/** low, point and high of one quantity as three columns. */
function triple<Row>(
  name: string,
  meaning: string,
  of: (row: Row) => Readonly<Record<(typeof TRIPLES)[number], number>>,
): OutputColumn<Row>[] {
  return TRIPLES.map((end) => ({
    name: `${name}_${end === 'estimate' ? 'point' : end}`,
    meaning: end === 'estimate' ? meaning : `${meaning}, ${end}`,
    of: (row) => of(row)[end],
  }));
}

/** plan/need.csv: what reaching the target share takes, by population and how people are met. Not what can be done. */
export const NEED_COLUMNS: readonly OutputColumn<Need>[] = [
  { name: 'population', meaning: 'population', of: ({ population }) => population },
  {
    name: 'met',
    meaning: 'place = at spots, online = by phone or web, elsewhere = never at a mapped spot',
    of: ({ met }) => met,
  },
  ...triple<Need>('people', 'persons', ({ people }) => people),
  ...triple<Need>('target', 'persons to reach', ({ target }) => target),
  ...triple<Need>('workers', 'outreach workers needed (F1)', ({ workers }) => workers),
  ...triple<Need>('supervisors', 'supervisors needed (F2)', ({ supervisors }) => supervisors),
  ...triple<Need>('contacts', 'contacts in four weeks (F3)', ({ contacts }) => contacts),
];

const share = (part: number, whole: number) =>
  whole > 0 ? Math.round((10_000 * part) / whole) / 10_000 : undefined;

/** plan/coverage.csv: what the feasible plan covers of each population (F17). */
export const COVERAGE_COLUMNS: readonly OutputColumn<Coverage>[] = [
  { name: 'population', meaning: 'population', of: ({ population }) => population },
  ...triple<Coverage>('total', 'persons, online and elsewhere included', ({ total }) => total),
  ...triple<Coverage>('at_spots', 'persons met at spots, online included', ({ atSpots }) => atSpots),
  ...triple<Coverage>('covered', 'persons at spots the plan covers', ({ covered }) => covered),
  ...triple<Coverage>(
    'covered_of_total',
    'persons of the total the covered spots stand for',
    (row) => row.coveredOfTotal,
  ),
  {
    name: 'coverage_low',
    meaning: 'coverage in the worst case: low persons covered over high total',
    of: ({ coveredOfTotal, total }) => share(coveredOfTotal.low, total.high),
  },
  {
    name: 'coverage_point',
    meaning: 'coverage of the plan (F17)',
    of: ({ coveredOfTotal, total }) => share(coveredOfTotal.estimate, total.estimate),
  },
  {
    name: 'coverage_high',
    meaning: 'coverage if every covered spot is at its high and every other at its low',
    of: ({ coveredOfTotal, total }) => share(coveredOfTotal.high, best(total, coveredOfTotal)),
  },
  {
    name: 'chance_of_target',
    meaning: 'chance that the covered are at least the target share, given the ranges',
    of: ({ chanceOfTarget }) =>
      chanceOfTarget === undefined ? undefined : Math.round(1000 * chanceOfTarget) / 1000,
  },
  { name: 'workers', meaning: 'workers the plan uses', of: ({ workers }) => workers },
];

/** The total with covered persons at their high and the others at their low. */
const best = (total: Coverage['total'], covered: Coverage['coveredOfTotal']) =>
  Math.max(covered.high, covered.high + total.low - covered.low);
