import { writeCsv } from '../formats/csv.js';
import type { Cell, Table } from '../model/table.js';

/** What a column holds, as schemas name it; `any` where every cell is missing. */
export type ColumnType = 'integer' | 'number' | 'date' | 'string' | 'any';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The type of each column, by its cells. */
export function columnTypes({ columns, rows }: Table): ColumnType[] {
  return columns.map((_, at) => typeOf(rows.map((row) => row[at])));
}

function typeOf(cells: readonly Cell[]): ColumnType {
  const known = cells.filter((cell) => cell !== undefined);
  if (known.length === 0) return 'any';
  if (known.every((cell) => typeof cell === 'number')) {
    return known.every((cell) => Number.isInteger(cell)) ? 'integer' : 'number';
  }
  return known.every((cell) => typeof cell === 'string' && DAY.test(cell)) ? 'date' : 'string';
}

/** Columns that can name a row, from the most specific on. */
const KEYS = [
  ['spot_id', 'population'],
  ['municipality', 'population'],
  ['region', 'population'],
  ['typology', 'population', 'mode'],
  ['typology', 'population'],
  ['population'],
];

/** The columns that name each row of a table: the first usual key that is never missing and never twice; none where there is none. */
export function primaryKey({ columns, rows }: Table): readonly string[] | undefined {
  return KEYS.find((key) => {
    const places = key.map((name) => columns.indexOf(name));
    if (places.includes(-1)) return false;
    const values = rows.map((row) => places.map((at) => row[at]));
    if (values.some((value) => value.includes(undefined))) return false;
    return new Set(values.map((value) => JSON.stringify(value))).size === rows.length;
  });
}

/** The tables as files for programs: UTF-8, commas, LF, dots, a header row. */
export const machineFiles = (tables: readonly Table[], folder = ''): Map<string, string> =>
  new Map(tables.map((table) => [`${folder}${table.name}.csv`, writeCsv(table)]));
