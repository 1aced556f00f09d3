import { roundTo } from '../../formats/number.js';
import type { OutputColumn } from '../../model/table.js';
import type { GroupCertificate } from '../certify/certify.js';

const rounded = (value: number | undefined, decimals: number) =>
  value === undefined ? undefined : roundTo(value, decimals);

/** plan/bounds.csv: one row per group of workers that can serve each other's parts; written when asked to certify. */
export const BOUND_COLUMNS: readonly OutputColumn<GroupCertificate>[] = [
  {
    name: 'populations',
    meaning: 'populations of the parts',
    of: ({ populations }) => populations.join(' '),
  },
  { name: 'parts', meaning: 'spots or parts served', of: ({ parts }) => parts },
  { name: 'workers', meaning: 'workers, or pairs, to choose from', of: ({ workers }) => workers },
  { name: 'people', meaning: 'people at the parts', of: ({ people }) => people },
  {
    name: 'distance',
    meaning: 'what kilometres are multiplied by: people, or plain = nothing',
    of: ({ distance }) => distance,
  },
  {
    name: 'people_km',
    meaning:
      'people times straight kilometres, or plain kilometres, computed again from who serves what; where travel.csv gives minutes, the kilometres that take as long',
    of: ({ objective }) => rounded(objective, 3),
  },
  {
    name: 'bound',
    meaning: 'no assignment of these parts has less',
    of: ({ bound }) => rounded(bound, 3),
  },
  {
    name: 'gap_percent',
    meaning: 'share that could be saved at most',
    of: ({ gap }) => (gap === undefined ? undefined : rounded(100 * gap, 3)),
  },
  {
    name: 'started_from',
    meaning: 'where the prices that prove the bound came from',
    of: ({ startedFrom }) => startedFrom,
  },
];
