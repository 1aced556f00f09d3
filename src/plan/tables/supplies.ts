import type { OutputColumn } from '../../model/table.js';
import type { Supply } from '../microplan.js';

/** plan/supplies.csv: one row per worker, population and item for a month. */
export const SUPPLY_COLUMNS: readonly OutputColumn<Supply>[] = [
  { name: 'month', meaning: 'month of the plan', of: () => 1 },
  { name: 'worker_code', meaning: 'who hands it out', of: ({ worker }) => worker },
  { name: 'population', meaning: 'who gets it', of: ({ population }) => population },
  { name: 'item', meaning: 'what', of: ({ item }) => item },
  { name: 'need', meaning: 'pieces needed, buffer included', of: ({ need }) => need },
  { name: 'other_supply', meaning: 'pieces people get elsewhere', of: ({ otherSupply }) => otherSupply },
  { name: 'gap', meaning: 'pieces the plan brings', of: ({ gap }) => gap.estimate },
  {
    name: 'buffer_percent',
    meaning: 'buffer in the need, in percent',
    of: ({ buffer }) => Math.round(buffer * 100),
  },
  {
    name: 'issue_quantity',
    meaning: 'pieces the store gives out',
    of: ({ packs, packSize }) => packs * packSize,
  },
  { name: 'packs', meaning: 'packs the store gives out', of: ({ packs }) => packs },
  { name: 'pack_size', meaning: 'pieces in a pack', of: ({ packSize }) => packSize },
  { name: 'formula_id', meaning: 'formula', of: ({ formula }) => formula },
  { name: 'inputs', meaning: 'the formula with its inputs', of: ({ inputs }) => inputs },
  { name: 'gap_low', meaning: 'gap at the low end of people', of: ({ gap }) => gap.low },
  { name: 'gap_high', meaning: 'gap at the high end of people', of: ({ gap }) => gap.high },
  {
    name: 'carried',
    meaning: 'pieces the visits of the month carry; less than the gap where bags are too small',
    of: ({ carried }) => carried,
  },
];
