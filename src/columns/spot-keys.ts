import { areDistinct, RowIndex } from './row-index.js';
import type { CodedColumn, TypedTable } from './typed-table.js';

type Rows = TypedTable<unknown>;

/** What of a table names a spot and a population. */
const KEY = ['spot_id', 'population'] as const;

const firstRows = new WeakMap<Rows, (row: number) => number>();
const rowsOfOthers = new WeakMap<Rows, { readonly spots: Rows; readonly rows: Int32Array }>();

/** By row of the spots, the first row with the same spot and population; made once. */
export function firstSpotRowOf(spots: Rows): (row: number) => number {
  const known = firstRows.get(spots);
  if (known !== undefined) return known;
  const codes = spots.coded('spot_id')?.codes ?? new Int32Array(0);
  const firstOf = areDistinct(codes) ? (row: number) => row : foundIn(spots);
  firstRows.set(spots, firstOf);
  return firstOf;
}

function foundIn(spots: Rows): (row: number) => number {
  const index = indexOf(spots);
  const rows = new Int32Array(spots.length);
  for (let row = 0; row < rows.length; row += 1) rows[row] = index.add(row);
  return (row) => rows[row] ?? row;
}

/** By row of reports or interviews, the first row of the spots with the same spot and population; −1 without one. */
export function spotRowsOf(others: Rows, spots: Rows): Int32Array {
  const known = rowsOfOthers.get(others);
  if (known?.spots === spots) return known.rows;
  if (others.length === 0) return new Int32Array(0);
  const index = indexOf(spots);
  for (let row = 0; row < spots.length; row += 1) index.add(row);
  const keys = KEY.map((name) => translated(others.coded(name), spots.coded(name), others.length));
  const rows = new Int32Array(others.length);
  for (let row = 0; row < rows.length; row += 1) rows[row] = index.find(keys, row);
  rowsOfOthers.set(others, { spots, rows });
  return rows;
}

function indexOf(spots: Rows): RowIndex {
  const keys = KEY.map((name) => spots.coded(name)?.codes ?? new Int32Array(spots.length).fill(-1));
  return new RowIndex(keys, spots.length);
}

/** The codes another table has for the texts of a column; −2 for a text it does not have, which matches no row. */
function translated(column: CodedColumn | undefined, to: CodedColumn | undefined, rows: number): Int32Array {
  if (column === undefined || to === undefined) return new Int32Array(rows).fill(-2);
  const byCode = to.texts.codesOf(column.texts);
  return Int32Array.from(column.codes, (code) => (code < 0 ? -1 : (byCode[code] ?? -2)));
}
