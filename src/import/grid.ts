import type { Place } from '../model/issue.js';

/** A table as it stands in a file or sheet: headers and cells as text, and where each cell is. */
export interface Grid {
  /** How messages call it: the file, with the sheet in brackets where it has several. */
  readonly name: string;
  /** Name of the sheet, or of the file inside an archive; undefined where there is one table only. */
  readonly sheet: string | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly placeOf: PlaceOf;
}

/** Where the cell of that row and column was read; without a column, where the row was. */
export type PlaceOf = (row: number, column?: number) => Place;

/** A grid whose rows are the lines of one file or sheet. */
export function gridOf(
  name: string,
  table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly lines: readonly number[];
    readonly sheet?: string | undefined;
  },
): Grid {
  const { columns, rows, lines, sheet } = table;
  return {
    name,
    sheet,
    columns,
    rows,
    placeOf: (row, column) => ({
      file: name,
      line: lines[row],
      column: column === undefined ? undefined : columns[column],
    }),
  };
}

/** The grid with other headers over the same cells; messages keep the headers of the file. */
export function renamed(grid: Grid, columns: readonly string[]): Grid {
  return { ...grid, columns };
}

/** The rows for which the test holds. */
export function keepRows(grid: Grid, isKept: (row: readonly string[], at: number) => boolean): Grid {
  const kept = grid.rows.map((_, at) => at).filter((at) => isKept(grid.rows[at] ?? [], at));
  return {
    ...grid,
    rows: kept.map((at) => grid.rows[at] ?? []),
    placeOf: (row, column) => grid.placeOf(kept[row] ?? 0, column),
  };
}

/** A column made of others: its header, the cell for each row, and the column of the file it stands for. */
export interface AddedColumn {
  readonly header: string;
  readonly cells: readonly string[];
  readonly from: number;
}

/** The grid with more columns after its own. */
export function withColumns(grid: Grid, added: readonly AddedColumn[]): Grid {
  if (added.length === 0) return grid;
  const own = grid.columns.length;
  return {
    ...grid,
    columns: [...grid.columns, ...added.map(({ header }) => header)],
    rows: grid.rows.map((row, at) => [
      ...grid.columns.map((_, column) => row[column] ?? ''),
      ...added.map(({ cells }) => cells[at] ?? ''),
    ]),
    placeOf: (row, column) =>
      grid.placeOf(row, column === undefined || column < own ? column : added[column - own]?.from),
  };
}

/**
 * Each row of a repeat with the cells of the row it belongs to after its own. Rows whose parent is not there are given
 * back apart.
 */
export function joinGrids(
  child: Grid,
  parent: Grid,
  parentOf: (childRow: number) => number | undefined,
): { readonly grid: Grid; readonly orphans: readonly number[] } {
  const links = child.rows.map((_, at) => [at, parentOf(at)] as const);
  const whole = links.filter((link): link is readonly [number, number] => link[1] !== undefined);
  const own = child.columns.length;
  return {
    orphans: links.filter(([, up]) => up === undefined).map(([at]) => at),
    grid: {
      name: child.name,
      sheet: child.sheet,
      columns: [...child.columns, ...parent.columns],
      rows: whole.map(([at, up]) => [
        ...child.columns.map((_, column) => child.rows[at]?.[column] ?? ''),
        ...parent.columns.map((_, column) => parent.rows[up]?.[column] ?? ''),
      ]),
      placeOf: (row, column) => {
        const [at, up] = whole[row] ?? [0, 0];
        return column === undefined || column < own
          ? child.placeOf(at, column)
          : parent.placeOf(up, column - own);
      },
    },
  };
}
