import { readCsv } from '../../formats/csv.js';
import { readNumber } from '../../formats/number.js';
import type { CellPlace, ReleaseTable } from '../protect/area-sums.js';
import type { Figures } from '../protect/protect-cells.js';

/** A row of an aggregated output as read back, with where it stands. */
export interface ReleasedRow extends CellPlace, Figures {
  readonly file: string;
  readonly line: number;
  readonly population: string;
  readonly isHidden: boolean;
  readonly spotsAtLeast: number | undefined;
  readonly share: number | undefined;
  readonly per1000: number | undefined;
  readonly denominatorPersons: number | undefined;
}

const NAME_COLUMN: Readonly<Record<ReleaseTable, string>> = {
  national: '',
  regions: 'region',
  municipalities: 'municipality',
  typologies: 'typology',
};

/** The rows of an aggregated table as anybody reads them from the file alone; undefined when it is no table. */
export function releasedRows(table: ReleaseTable, bytes: Uint8Array): ReleasedRow[] | undefined {
  const file = `${table}.csv`;
  const { table: read } = readCsv(bytes, file);
  if (read === undefined) return undefined;
  return read.rows.map((cells, at) => {
    const text = (column: string) => cells[read.columns.indexOf(column)] ?? '';
    const number = (column: string) => {
      const reading = readNumber(text(column));
      return 'value' in reading ? reading.value : undefined;
    };
    return {
      file,
      line: read.lines[at] ?? 0,
      table,
      name: text(NAME_COLUMN[table]),
      region: table === 'municipalities' && text('region') !== '' ? text('region') : undefined,
      population: text('population'),
      isHidden: text('hidden') !== '',
      spotsAtLeast: number('spots_at_least'),
      low: number('low'),
      estimate: number('estimate'),
      high: number('high'),
      share: number('share'),
      per1000: number('per_1000'),
      denominatorPersons: number('denominator_persons'),
    };
  });
}
