import type { Figure } from '../../src/model/columns.js';
import type { Table } from '../../src/model/table.js';
import type { PublishedRow } from '../../src/model/tables/published.js';
import { comparePublished, type Comparison } from '../../src/reproduce/compare-published.js';

/** A small output table: two populations, one with an empty cell. */
export const NATIONAL: Table = {
  name: 'national',
  columns: ['population', 'spots', 'mean_spot_size', 'estimate', 'high', 'note'],
  rows: [
    ['FSW', 4, 9, 40, 54, 'a;b'],
    ['PWID', 3, 6.6667, 30, undefined, undefined],
  ],
};

const DEFAULTS = {
  line: 2,
  extra: undefined,
  table: 'national',
  key: 'population=FSW',
  measure: 'estimate',
  tolerance: undefined,
  source: 'a paper',
  deviation: undefined,
  evidence: undefined,
};

/** The number as printed. */
export function printed(text: string): Figure {
  return { value: Number(text), decimals: text.split('.')[1]?.length ?? 0 };
}

/** A row of published.csv: 40 female sex workers, unless said otherwise. */
export function publishedRow(
  changes: Partial<Omit<PublishedRow, 'value'>> & { value?: string } = {},
): PublishedRow {
  return { ...DEFAULTS, ...changes, value: printed(changes.value ?? '40') };
}

/** The comparison of that one row with the small table. */
export function compareRow(changes: Parameters<typeof publishedRow>[0] = {}): Comparison {
  const [comparison] = comparePublished([publishedRow(changes)], [NATIONAL]);
  if (comparison === undefined) throw new Error('no comparison');
  return comparison;
}
