import { readNumber } from '../formats/number.js';
import type { Cell, Table } from '../model/table.js';

/** One condition of a key: the column and what its cell must hold; empty text stands for an empty cell. */
export interface KeyPart {
  readonly column: string;
  readonly value: string;
}

/** The conditions of a key such as `population=FSW;municipality=Prizren`; undefined where it is not written so. */
export function readKey(key: string): KeyPart[] | undefined {
  const parts: KeyPart[] = [];
  for (const part of key.split(';')) {
    const equals = part.indexOf('=');
    const column = part.slice(0, Math.max(equals, 0)).trim();
    if (column === '') return undefined;
    parts.push({ column, value: part.slice(equals + 1).trim() });
  }
  return parts;
}

/** The rows of the table that meet every condition; undefined where the table lacks one of the columns. */
export function rowsOf(table: Table, parts: readonly KeyPart[]): (readonly Cell[])[] | undefined {
  const conditions = parts.map(({ column, value }) => ({ at: table.columns.indexOf(column), value }));
  if (conditions.some(({ at }) => at < 0)) return undefined;
  return table.rows.filter((row) => conditions.every(({ at, value }) => holds(row[at], value)));
}

function holds(cell: Cell, value: string): boolean {
  if (cell === undefined || value === '') return (cell ?? '') === value;
  if (typeof cell === 'string') return cell === value;
  const wanted = readNumber(value);
  return 'value' in wanted && wanted.value === cell;
}
