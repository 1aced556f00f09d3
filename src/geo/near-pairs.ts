import { kmBetween } from './distance.js';

/** Positions by column, degrees. */
export interface Positions {
  readonly lat: Float64Array;
  readonly lon: Float64Array;
}

/** Kilometres in one degree of latitude on the sphere that `kmBetween` uses. */
const KM_A_DEGREE = (6371.0088 * Math.PI) / 180;
/** Cells and the quick test are this much wider than asked, so that rounding loses no pair; the exact test decides. */
const SLACK = 1.001;
/** Cells are no narrower than this, in kilometres, so that they can be counted in 32 bits all around the earth. */
const LEAST_CELL = 0.001;

/**
 * Visits every pair of positions at most `km` apart along a great circle, each once, by their numbers with the smaller
 * first, and the kilometres between them.
 *
 * The positions are put in the order of square cells as wide as the distance, row by row; one sweep then compares each
 * with what follows in its own and the next cell and in three cells of the row above. Not across the 180° meridian, and
 * positions without coordinates (NaN) pair with nothing.
 */
export function nearPairs(
  positions: Positions,
  km: number,
  visit: (one: number, other: number, km: number) => void,
): void {
  const { order, rows, columns, starts } = inCells(positions, Math.max(km, LEAST_CELL));
  const lat = new Float64Array(order.length);
  const lon = new Float64Array(order.length);
  for (let at = 0; at < order.length; at += 1) {
    lat[at] = positions.lat[order[at] ?? 0] ?? 0;
    lon[at] = positions.lon[order[at] ?? 0] ?? 0;
  }
  const degrees = (km / KM_A_DEGREE) * SLACK;
  const most = degrees * degrees;
  const meet = (one: number, other: number): void => {
    const apart = kmBetween([lon[one] ?? 0, lat[one] ?? 0], [lon[other] ?? 0, lat[other] ?? 0]);
    if (apart > km) return;
    const [a, b] = [order[one] ?? 0, order[other] ?? 0];
    visit(Math.min(a, b), Math.max(a, b), apart);
  };
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const start = starts[row] ?? 0;
    const end = starts[row + 1] ?? 0;
    const hasNext = end < order.length && rows[end] === (rows[start] ?? 0) + 1;
    const nextEnd = hasNext ? (starts[row + 2] ?? 0) : end;
    // The narrowest a degree of longitude gets within reach: nothing within the distance is passed over.
    const squeeze = Math.cos(((Math.abs(lat[start] ?? 0) + 3 * degrees) * Math.PI) / 180) / SLACK;
    let from = end;
    for (let one = start; one < end; one += 1) {
      const [column, y, x] = [columns[one] ?? 0, lat[one] ?? 0, lon[one] ?? 0];
      for (let other = one + 1; other < end && (columns[other] ?? 0) <= column + 1; other += 1) {
        const [north, east] = [(lat[other] ?? 0) - y, ((lon[other] ?? 0) - x) * squeeze];
        if (north * north + east * east <= most) meet(one, other);
      }
      while (from < nextEnd && (columns[from] ?? 0) < column - 1) from += 1;
      for (let other = from; other < nextEnd && (columns[other] ?? 0) <= column + 1; other += 1) {
        const [north, east] = [(lat[other] ?? 0) - y, ((lon[other] ?? 0) - x) * squeeze];
        if (north * north + east * east <= most) meet(one, other);
      }
    }
  }
}

/** Positions in the order of their cells: by row, within it by column. */
interface Cells {
  /** Numbers of the positions. */
  readonly order: Int32Array;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** Where each row that holds a position starts, and the end. */
  readonly starts: number[];
}

function inCells({ lat, lon }: Positions, km: number): Cells {
  let [known, south, west, widest] = [0, 90, 180, 0];
  for (let at = 0; at < lat.length; at += 1) {
    const [y, x] = [lat[at] ?? Number.NaN, lon[at] ?? Number.NaN];
    if (Number.isNaN(y) || Number.isNaN(x)) continue;
    known += 1;
    if (y < south) south = y;
    if (x < west) west = x;
    if (Math.abs(y) > widest) widest = Math.abs(y);
  }
  const high = (km / KM_A_DEGREE) * SLACK;
  const wide = high / Math.max(1e-9, Math.cos((Math.min(90, widest + high) * Math.PI) / 180));
  const items = new Int32Array(known);
  const rowOf = new Int32Array(lat.length);
  const columnOf = new Int32Array(lat.length);
  let [next, lastRow, lastColumn] = [0, 0, 0];
  for (let at = 0; at < lat.length; at += 1) {
    const [y, x] = [lat[at] ?? Number.NaN, lon[at] ?? Number.NaN];
    if (Number.isNaN(y) || Number.isNaN(x)) continue;
    items[next] = at;
    next += 1;
    const [row, column] = [Math.floor((y - south) / high), Math.floor((x - west) / wide)];
    rowOf[at] = row;
    columnOf[at] = column;
    if (row > lastRow) lastRow = row;
    if (column > lastColumn) lastColumn = column;
  }
  const order = sortedBy(sortedBy(items, columnOf, lastColumn), rowOf, lastRow);
  const rows = new Int32Array(known);
  const columns = new Int32Array(known);
  const starts: number[] = [];
  for (let at = 0; at < known; at += 1) {
    const item = order[at] ?? 0;
    const row = rowOf[item] ?? 0;
    rows[at] = row;
    columns[at] = columnOf[item] ?? 0;
    if (at === 0 || row !== rows[at - 1]) starts.push(at);
  }
  starts.push(known);
  return { order, rows, columns, starts };
}

/** Sorts by a whole number of 0 to `largest` that each has, two bytes at a time, without comparing; equal ones keep their order. */
function sortedBy(items: Int32Array, keys: Int32Array, largest: number): Int32Array {
  let from = items;
  for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += 16) {
    const digits = Math.min(0xffff, largest >>> shift) + 1;
    const next = new Int32Array(digits + 1);
    for (let at = 0; at < from.length; at += 1) {
      const after = (((keys[from[at] ?? 0] ?? 0) >>> shift) & 0xffff) + 1;
      next[after] = (next[after] ?? 0) + 1;
    }
    for (let digit = 0; digit < digits; digit += 1)
      next[digit + 1] = (next[digit + 1] ?? 0) + (next[digit] ?? 0);
    const sorted = new Int32Array(from.length);
    for (let at = 0; at < from.length; at += 1) {
      const item = from[at] ?? 0;
      const digit = ((keys[item] ?? 0) >>> shift) & 0xffff;
      const place = next[digit] ?? 0;
      next[digit] = place + 1;
      sorted[place] = item;
    }
    from = sorted;
  }
  return from;
}
