import type { OutputColumn } from '../../model/table.js';
import { describeChange } from '../gaps.js';
import type { PlannedPart } from '../microplan.js';

/** plan/uncovered.csv: one row per spot (or part) that is not covered, with one reason. */
export const UNCOVERED_COLUMNS: readonly OutputColumn<PlannedPart>[] = [
  { name: 'spot_code', meaning: 'code of the spot', of: ({ part }) => part.spot },
  { name: 'people_low', meaning: 'persons, low', of: ({ part }) => part.people.low },
  { name: 'people_point', meaning: 'persons', of: ({ part }) => part.people.estimate },
  { name: 'people_high', meaning: 'persons, high', of: ({ part }) => part.people.high },
  { name: 'reason', meaning: 'why', of: ({ gap }) => gap?.reason },
  {
    name: 'what_would_fix_it',
    meaning: 'the smallest change that would cover them',
    of: ({ gap }) => (gap === undefined ? undefined : describeChange(gap.change)),
  },
  { name: 'population', meaning: 'population', of: ({ part }) => part.population },
  { name: 'part', meaning: 'letter of the part where a spot is split', of: ({ part }) => part.letter },
  { name: 'admin2', meaning: 'municipality', of: ({ part }) => part.place.municipality },
  { name: 'status', meaning: 'hold, virtual or uncovered', of: ({ status }) => status },
  { name: 'detail', meaning: 'the reason in words', of: ({ gap }) => gap?.detail },
];
