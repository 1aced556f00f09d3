import type { Triple } from '../../model/range.js';
import type { OutputColumn } from '../../model/table.js';
import { describeChange } from '../gaps.js';
import type { Gap, Microplan, PartStatus } from '../microplan.js';

/** People who are not covered, at one spot (or part) or nowhere in particular. */
export interface UncoveredRow {
  readonly spot: string | undefined;
  readonly population: string;
  readonly letter: string;
  readonly municipality: string | undefined;
  readonly people: Triple;
  readonly status: PartStatus;
  readonly gap: Gap;
}

const ELSEWHERE: Gap = {
  reason: 'not_met_at_spots',
  detail: 'never met at a mapped spot',
  change: { kind: 'networks' },
};

/** Everybody the plan does not cover: parts without a visit, and people never met at a mapped spot. */
export function uncoveredRows(plan: Microplan): UncoveredRow[] {
  const atSpots = plan.parts.flatMap(({ part, status, gap }): UncoveredRow[] => {
    if (gap === undefined) return [];
    const { spot, population, letter, people, place } = part;
    return [{ spot, population, letter, municipality: place.municipality, people, status, gap }];
  });
  const elsewhere = plan.needs
    .filter(({ met }) => met === 'elsewhere')
    .map(({ population, people }): UncoveredRow => ({
      spot: undefined,
      population,
      letter: '',
      municipality: undefined,
      people,
      status: 'uncovered',
      gap: ELSEWHERE,
    }));
  return [...atSpots, ...elsewhere];
}

/** plan/uncovered.csv: one row per spot (or part) that is not covered, with one reason. */
export const UNCOVERED_COLUMNS: readonly OutputColumn<UncoveredRow>[] = [
  {
    name: 'spot_code',
    meaning: 'code of the spot; empty for people never met at one',
    of: ({ spot }) => spot,
  },
  { name: 'people_low', meaning: 'persons, low', of: ({ people }) => people.low },
  { name: 'people_point', meaning: 'persons', of: ({ people }) => people.estimate },
  { name: 'people_high', meaning: 'persons, high', of: ({ people }) => people.high },
  { name: 'reason', meaning: 'why', of: ({ gap }) => gap.reason },
  {
    name: 'what_would_fix_it',
    meaning: 'the smallest change that would cover them',
    of: ({ gap }) => describeChange(gap.change),
  },
  { name: 'population', meaning: 'population', of: ({ population }) => population },
  { name: 'part', meaning: 'letter of the part where a spot is split', of: ({ letter }) => letter },
  { name: 'admin2', meaning: 'municipality', of: ({ municipality }) => municipality },
  { name: 'status', meaning: 'hold, virtual or uncovered', of: ({ status }) => status },
  { name: 'detail', meaning: 'the reason in words', of: ({ gap }) => gap.detail },
];
