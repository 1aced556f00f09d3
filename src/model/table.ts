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
