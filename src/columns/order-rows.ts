import type { Dictionary } from './dictionary.js';
import { groupRows } from './group-rows.js';
import type { Codes, TypedTable } from './typed-table.js';

const orders = new WeakMap<TypedTable<unknown>, Int32Array>();

/** The rows of a table in the order of their spot codes, by code units; rows of one spot stay in their order. */
export function rowsBySpot(table: TypedTable<unknown>): Int32Array {
  const known = orders.get(table);
  if (known !== undefined) return known;
  const column = table.coded('spot_id');
  const rows = new Int32Array(table.length);
  for (let row = 0; row < rows.length; row += 1) rows[row] = row;
  const codes = column?.codes ?? new Int32Array(table.length);
  const order =
    column === undefined || isInOrder(codes, column.texts) ? rows : sortRows(rows, codes, column.texts);
  orders.set(table, order);
  return order;
}

const ofPopulations = new WeakMap<TypedTable<unknown>, ReadonlyMap<string, Int32Array>>();

/** The rows of one population in the order of their spot codes, in an array of their own. */
export function rowsOfPopulation(table: TypedTable<unknown>, population: string): Int32Array {
  const inOrder = rowsBySpot(table);
  let groups = ofPopulations.get(table);
  if (groups === undefined) {
    groups = groupRows(table.coded('population'), inOrder, (code) => code ?? '');
    ofPopulations.set(table, groups);
  }
  const places = groups.get(population) ?? new Int32Array(0);
  return places.map((place) => inOrder[place] ?? 0);
}

function isInOrder(codes: Codes, texts: Dictionary): boolean {
  for (let row = 1; row < codes.length; row += 1) {
    const [before, code] = [codes[row - 1] ?? 0, codes[row] ?? 0];
    if (before !== code && texts.compare(before, code) > 0) return false;
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
