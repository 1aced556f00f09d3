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
  const { order, rows, columns, starts } = inCells(positions, km);
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
  const known: number[] = [];
  let [south, west, widest] = [90, 180, 0];
  for (let at = 0; at < lat.length; at += 1) {
    const [y, x] = [lat[at] ?? Number.NaN, lon[at] ?? Number.NaN];
    if (Number.isNaN(y) || Number.isNaN(x)) continue;
    known.push(at);
    south = Math.min(south, y);
    west = Math.min(west, x);
    widest = Math.max(widest, Math.abs(y));
  }
  const high = (km / KM_A_DEGREE) * SLACK;
  const wide = high / Math.max(1e-9, Math.cos((Math.min(90, widest + high) * Math.PI) / 180));
  const row = (at: number) => Math.floor(((lat[at] ?? 0) - south) / high);
  const column = (at: number) => Math.floor(((lon[at] ?? 0) - west) / wide);
  const order = sortedBy(sortedBy(Int32Array.from(known), column), row);
  const rows = order.map(row);
  const columns = order.map(column);
  const starts: number[] = [];
  for (let at = 0; at < rows.length; at += 1) if (at === 0 || rows[at] !== rows[at - 1]) starts.push(at);
  starts.push(rows.length);
  return { order, rows, columns, starts };
}

/** Sorts by a whole number of 0 or more without comparing, two bytes at a time; equal ones keep their order. */
function sortedBy(items: Int32Array, keyOf: (item: number) => number): Int32Array {
  let from = items;
  let keys = items.map(keyOf);
  let largest = 0;
  for (let at = 0; at < keys.length; at += 1) largest = Math.max(largest, keys[at] ?? 0);
  for (let shift = 0; largest >>> shift > 0; shift += 16) {
    const next = new Int32Array(65_537);
    for (let at = 0; at < keys.length; at += 1) {
      const digit = ((keys[at] ?? 0) >>> shift) & 0xffff;
      next[digit + 1] = (next[digit + 1] ?? 0) + 1;
    }
    for (let digit = 0; digit < 65_536; digit += 1)
      next[digit + 1] = (next[digit + 1] ?? 0) + (next[digit] ?? 0);
    const sorted = new Int32Array(from.length);
    const sortedKeys = new Int32Array(from.length);
    for (let at = 0; at < from.length; at += 1) {
      const digit = ((keys[at] ?? 0) >>> shift) & 0xffff;
      const place = next[digit] ?? 0;
      next[digit] = place + 1;
      sorted[place] = from[at] ?? 0;
      sortedKeys[place] = keys[at] ?? 0;
    }
    from = sorted;
    keys = sortedKeys;
    if (shift === 16) break;
  }
  return from;
}
