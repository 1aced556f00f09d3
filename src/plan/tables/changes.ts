import type { OutputColumn } from '../../model/table.js';
import type { PlanChange } from '../microplan.js';

/** plan/changes.csv: what differs from the previous plan; written only where there was one. */
export const CHANGE_COLUMNS: readonly OutputColumn<PlanChange>[] = [
  { name: 'spot_code', meaning: 'code of the spot', of: ({ spot }) => spot },
  { name: 'population', meaning: 'population', of: ({ population }) => population },
  { name: 'part', meaning: 'letter of the part where a spot is split', of: ({ letter }) => letter },
  { name: 'from_worker', meaning: 'worker before; empty = nobody', of: ({ from }) => from },
  { name: 'to_worker', meaning: 'worker now; empty = nobody', of: ({ to }) => to },
  { name: 'why', meaning: 'why it changed', of: ({ why }) => why },
];
