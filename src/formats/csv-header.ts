import type { Issue } from '../model/issue.js';
import type { TextTable } from './csv.js';
import { CsvStream, type RowTaker } from './csv-stream.js';

/** What is to be known of a CSV file before another program reads it. */
export interface CsvHeader {
  /** Undefined where the file is no table. */
  readonly columns: readonly string[] | undefined;
  /** The whole table, where it is not plain UTF-8 with commas. */
  readonly whole: TextTable | undefined;
  readonly issues: readonly Issue[];
}

/** Goes through a file for its header and its dialect; no row of it is kept, however long it is. */
export function readHeader(file: string, pieces: Iterable<Uint8Array>, size: number): CsvHeader {
  let columns: readonly string[] | undefined;
  let whole: TextTable | undefined;
  const rows: RowTaker = {
    refusesBlanks: true,
    begin: (header, text) => {
      columns = header;
      whole = text;
      return header.map(() => undefined);
    },
    reserve: () => undefined,
    takeText: () => true,
    addRow: () => true,
  };
  const stream = new CsvStream(file, rows, { size });
  for (const piece of pieces) stream.push(piece);
  const { isTable, issues } = stream.end();
  return { columns: isTable ? columns : undefined, whole, issues };
}
