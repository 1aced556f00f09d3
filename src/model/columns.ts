import type { Day, Hours } from './week.js';

/** A number as it stands in print, with how many decimals were printed: 13.30 has two. */
export interface Figure {
  readonly value: number;
  readonly decimals: number;
}

/** What each kind of input column holds once read. */
export interface ColumnKinds {
  /** A code that names one thing: a spot, a person, a worker. Never a number. */
  id: string;
  text: string;
  /** Whole persons. */
  count: number;
  /** A number that may have decimals, zero or more. */
  amount: number;
  /** A number that may have decimals and be negative. */
  number: number;
  /** A printed number that keeps its number of decimals. */
  figure: Figure;
  latitude: number;
  longitude: number;
  /** ISO date, YYYY-MM-DD. */
  date: string;
  days: readonly Day[];
  hours: Hours;
  /** Several codes in one cell, separated by spaces, commas, semicolons or bars. */
  words: readonly string[];
  flag: boolean;
  /** One of the listed choices. */
  choice: string;
}

/** One column of an input table: what it holds, the other headers it is known by, and what it means. */
export interface InputColumn {
  readonly kind: keyof ColumnKinds;
  readonly required?: true;
  readonly aliases?: readonly string[];
  readonly choices?: readonly string[];
  readonly meaning: string;
}

export type InputColumns = Readonly<Record<string, InputColumn>>;

/** An input table as declared: the file it is read from, what a row is, and its columns. */
export interface InputTable<Columns extends InputColumns = InputColumns> {
  readonly id: string;
  readonly file: string;
  readonly rowIs: string;
  readonly columns: Columns;
}

/** Where a row was read, and the cells of columns the table does not declare. */
export interface Origin {
  readonly line: number;
  readonly extra: ReadonlyMap<string, string> | undefined;
}

/** The typed row of a declared table. Fields carry the names of the columns: one word, one meaning. */
export type RowOf<Table extends InputTable> = Origin & {
  readonly [Name in keyof Table['columns']]: Table['columns'][Name] extends { required: true }
    ? ColumnKinds[Table['columns'][Name]['kind']]
    : ColumnKinds[Table['columns'][Name]['kind']] | undefined;
};

/** Declares an input table, keeping the exact names and kinds of its columns in its type. */
export function inputTable<const Columns extends InputColumns>(
  table: InputTable<Columns>,
): InputTable<Columns> {
  return table;
}
