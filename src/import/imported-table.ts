import type { CsvReading, TextTable } from '../formats/csv.js';
import type { Place } from '../model/issue.js';

/** A row made from a file of another system: its cells by column, and where each was read. */
export interface ImportedRow {
  readonly cells: ReadonlyMap<string, string>;
  readonly placeOf: (column?: string) => Place;
}

/** A table of the study as made from files of other systems. */
export interface ImportedTable {
  readonly id: string;
  readonly columns: readonly string[];
  readonly rows: readonly ImportedRow[];
}

/** The table as the strict reader takes it; lines are those of the source where all rows come from one place. */
export function readingOf(table: ImportedTable, file: string): CsvReading {
  const places = table.rows.map((row) => row.placeOf());
  const isOneSource = new Set(places.map((place) => place.file)).size <= 1;
  const text: TextTable = {
    name: file,
    columns: table.columns,
    rows: table.rows.map(({ cells }) => table.columns.map((column) => cells.get(column) ?? '')),
    lines: places.map((place, at) => (isOneSource ? (place.line ?? at + 1) : at + 1)),
    delimiter: ',',
    encoding: 'UTF-8',
    placeOf: (row, column) => table.rows[row]?.placeOf(table.columns[column]) ?? { file },
  };
  return { table: text, issues: [] };
}
