import { readCsv } from '../../formats/csv.js';
import { readNumber } from '../../formats/number.js';

/** A row as it was written: text by column name. */
export type WrittenRow = ReadonlyMap<string, string>;

/** The tables of a plan as they were written, by file name without folder, such as `spots.csv`. */
export type WrittenPlan = ReadonlyMap<string, readonly WrittenRow[]>;

/** Reads the written tables back; a table that cannot be read is left out and named in `unreadable`. */
export function readWritten(texts: ReadonlyMap<string, string>): {
  readonly plan: WrittenPlan;
  readonly unreadable: readonly string[];
} {
  const plan = new Map<string, readonly WrittenRow[]>();
  const unreadable: string[] = [];
  for (const [file, text] of texts) {
    if (!file.endsWith('.csv')) continue;
    const name = file.split('/').at(-1) ?? file;
    const { table, issues } = readCsv(new TextEncoder().encode(text), name);
    if (table === undefined || issues.some((issue) => issue.severity === 'error')) unreadable.push(name);
    else {
      const rows = table.rows.map(
        (cells) => new Map(table.columns.map((column, at): [string, string] => [column, cells[at] ?? ''])),
      );
      plan.set(name, rows);
    }
  }
  return { plan, unreadable };
}

/** The text of a cell; empty where the column is not there. An apostrophe that disarms a formula is taken off. */
export function textOf(row: WrittenRow, column: string): string {
  return (row.get(column) ?? '').replace(/^'(?=[\s=+\-@])/, '');
}

/** The number in a cell; undefined where there is none. */
export function numberOf(row: WrittenRow, column: string): number | undefined {
  const reading = readNumber(textOf(row, column));
  return 'value' in reading ? reading.value : undefined;
}

/** The words in a cell. */
export function wordsOf(row: WrittenRow, column: string): string[] {
  return textOf(row, column)
    .split(' ')
    .filter((word) => word !== '');
}

/** Minutes after midnight of a clock time. */
export function minutesOf(row: WrittenRow, column: string): number {
  const [hours, minutes] = textOf(row, column).split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** The key a spot (or part) has in every table. */
export function spotKey(row: WrittenRow): string {
  return [textOf(row, 'spot_code'), textOf(row, 'population'), textOf(row, 'part')].join('|');
}
