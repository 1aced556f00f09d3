/** What a cell of a table holds; missing is `undefined`, never 0 and never an empty text. */
export type Cell = string | number | undefined;

/**
 * The one table of the program: named columns over rows of cells. A table that was read also knows the line of each
 * row, so that whatever is found in a cell can be located; a table to be written has no lines.
 */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly lines?: readonly number[];
  /** What each column means, in the order of the columns, where the table was made from definitions. */
  readonly meanings?: readonly string[];
}

/** One column of an output table: its name, what it means, and the cell it takes from a row. */
export interface OutputColumn<Row> {
  readonly name: string;
  readonly meaning: string;
  readonly of: (row: Row) => Cell;
}

/** The table those columns make of the rows, in the order given. */
export function tabulate<Row>(
  name: string,
  columns: readonly OutputColumn<Row>[],
  rows: readonly Row[],
): Table {
  return {
    name,
    columns: columns.map((column) => column.name),
    meanings: columns.map((column) => column.meaning),
    rows: rows.map((row) => columns.map((column) => column.of(row))),
  };
}

const streams = new WeakMap<Table, Iterable<readonly Cell[]>>();

/**
 * The table those columns make of rows that come one by one, in the order given: its rows are made when it is written,
 * and all at once only where `rows` is asked for.
 */
export function tabulateOneByOne<Row>(
  name: string,
  columns: readonly OutputColumn<Row>[],
  rows: () => Iterable<Row>,
): Table {
  const each: Iterable<readonly Cell[]> = {
    *[Symbol.iterator]() {
      for (const row of rows()) yield columns.map((column) => column.of(row));
    },
  };
  let made: Table['rows'] | undefined;
  const table: Table = {
    ...tabulate(name, columns, []),
    get rows() {
      made ??= [...each];
      return made;
    },
  };
  streams.set(table, each);
  return table;
}

/** The rows of a table one after the other; a table made from another has its own rows and no others. */
export function eachRow(table: Table): Iterable<readonly Cell[]> {
  return streams.get(table) ?? table.rows;
}
