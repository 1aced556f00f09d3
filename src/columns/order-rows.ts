import type { Dictionary } from './dictionary.js';
import type { Codes, TypedTable } from './typed-table.js';

const orders = new WeakMap<TypedTable<unknown>, { readonly rows: Int32Array | undefined }>();

/**
 * The rows of a table in the order of their spot codes, by code units; rows of one spot stay in their order. Undefined
 * where the rows stand in that order.
 */
export function rowsBySpot(table: TypedTable<unknown>): Int32Array | undefined {
  const known = orders.get(table);
  if (known !== undefined) return known.rows;
  const column = table.coded('spot_id');
  const rows =
    column === undefined || isInOrder(column.codes, column.texts)
      ? undefined
      : sortRows(
          Int32Array.from(column.codes, (_, row) => row),
          column.codes,
          column.texts,
        );
  orders.set(table, { rows });
  return rows;
}

function isInOrder(codes: Codes, texts: Dictionary): boolean {
  if (texts.isRising && texts.isPlain) return isNowhereFalling(codes);
  for (let row = 1; row < codes.length; row += 1) {
    const [before, code] = [codes[row - 1] ?? 0, codes[row] ?? 0];
    if (before !== code && texts.compare(before, code) > 0) return false;
  }
  return true;
}

function isNowhereFalling(codes: Codes): boolean {
  let before = -1;
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0;
    if (code < before) return false;
    before = code;
  }
  return true;
}

/** Sorts by what the texts begin with, then those that begin alike by all of them. */
function sortRows(rows: Int32Array, codes: Codes, texts: Dictionary): Int32Array {
  const heads = texts.heads();
  const compare = (a: number, b: number): number => {
    const [one, other] = [codes[a] ?? 0, codes[b] ?? 0];
    if (one === other) return a - b;
    const difference = (heads[one] ?? 0) - (heads[other] ?? 0);
    return difference !== 0 ? difference : texts.compare(one, other) || a - b;
  };
  return rows.sort(compare);
}
