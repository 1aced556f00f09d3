// The sweep over positions near each other in AssemblyScript: puts them in the order of their cells and finds the pairs that
// may be near. What is near the great circle decides, in TypeScript (src/geo/near-pairs.ts), which is the oracle as well.
// `npm run core` compiles it into src/geo/near-core-bytes.ts. All places are addresses in the memory it is given.

/** Numbers that two bytes can have, and one more to count from. */
const DIGITS: usize = 65537;

// Of every position, as it was given.
let lats: usize = 0;
let lons: usize = 0;
// In the order of their cells, by row, within it by column: number, position, row and column.
let order: usize = 0;
let ys: usize = 0;
let xs: usize = 0;
let rows: usize = 0;
let columns: usize = 0;

/** Says where things stand. */
export function lay(
  atLats: usize,
  atLons: usize,
  atOrder: usize,
  atYs: usize,
  atXs: usize,
  atRows: usize,
  atColumns: usize,
): void {
  lats = atLats;
  lons = atLons;
  order = atOrder;
  ys = atYs;
  xs = atXs;
  rows = atRows;
  columns = atColumns;
}

function int(at: usize, place: i32): i32 {
  return load<i32>(at + ((place as usize) << 2));
}

function put(at: usize, place: i32, number: i32): void {
  store<i32>(at + ((place as usize) << 2), number);
}

function real(at: usize, place: i32): f64 {
  return load<f64>(at + ((place as usize) << 3));
}

/** Sorts the items `from` into `to` by two bytes of the key each has; equal ones keep their order. */
function sortByDigit(count: i32, from: usize, to: usize, keys: usize, shift: i32, counts: usize): void {
  memory.fill(counts, 0, DIGITS << 2);
  for (let at = 0; at < count; at += 1) {
    const after = ((int(keys, int(from, at)) >>> shift) & 0xffff) + 1;
    put(counts, after, int(counts, after) + 1);
  }
  for (let digit = 1; digit < (DIGITS as i32); digit += 1)
    put(counts, digit, int(counts, digit) + int(counts, digit - 1));
  for (let at = 0; at < count; at += 1) {
    const item = int(from, at);
    const digit = (int(keys, item) >>> shift) & 0xffff;
    const place = int(counts, digit);
    put(counts, digit, place + 1);
    put(to, place, item);
  }
}

/**
 * Puts so many positions in the order of cells so high and wide, counted from the south and the west. `rowKeys`,
 * `columnKeys`, `spare` and `counts` are room that is free again afterwards.
 */
export function arrange(
  count: i32,
  south: f64,
  west: f64,
  high: f64,
  wide: f64,
  rowKeys: usize,
  columnKeys: usize,
  spare: usize,
  counts: usize,
): void {
  for (let at = 0; at < count; at += 1) {
    put(rowKeys, at, ((real(lats, at) - south) / high) as i32);
    put(columnKeys, at, ((real(lons, at) - west) / wide) as i32);
    put(order, at, at);
  }
  sortByDigit(count, order, spare, columnKeys, 0, counts);
  sortByDigit(count, spare, order, columnKeys, 16, counts);
  sortByDigit(count, order, spare, rowKeys, 0, counts);
  sortByDigit(count, spare, order, rowKeys, 16, counts);
  for (let at = 0; at < count; at += 1) {
    const item = int(order, at);
    store<f64>(ys + ((at as usize) << 3), real(lats, item));
    store<f64>(xs + ((at as usize) << 3), real(lons, item));
    put(rows, at, int(rowKeys, item));
    put(columns, at, int(columnKeys, item));
  }
}

/** Where the rows end that begin at a place. */
function endOfRow(place: i32, count: i32): i32 {
  const row = int(rows, place);
  let end = place + 1;
  while (end < count && int(rows, end) == row) end += 1;
  return end;
}

/** Whether two positions are within so many degrees, a degree of longitude taken for the narrowest it gets. */
function mayBeNear(one: i32, other: i32, squeeze: f64, most: f64): bool {
  const north = real(ys, other) - real(ys, one);
  const east = (real(xs, other) - real(xs, one)) * squeeze;
  return north * north + east * east <= most;
}

/**
 * Writes pairs that may be near, as places in the order of cells, from the place `first` on, as long as there is surely room
 * for all pairs of a place. Returns the place to go on from; how many pairs there are is left in `found`.
 */
export function sweep(
  first: i32,
  count: i32,
  squeeze: f64,
  most: f64,
  into: usize,
  room: i32,
  found: usize,
): i32 {
  let pairs = 0;
  let one = first;
  let end = first;
  let nextEnd = first;
  let from = first;
  for (; one < count; one += 1) {
    if (one >= end) {
      end = endOfRow(one, count);
      nextEnd = end < count && int(rows, end) == int(rows, one) + 1 ? endOfRow(end, count) : end;
      from = end;
    }
    const column = int(columns, one);
    while (from < nextEnd && int(columns, from) < column - 1) from += 1;
    if (pairs + (end - one) + (nextEnd - from) > room) break;
    for (let other = one + 1; other < end && int(columns, other) <= column + 1; other += 1) {
      if (!mayBeNear(one, other, squeeze, most)) continue;
      put(into, 2 * pairs, one);
      put(into, 2 * pairs + 1, other);
      pairs += 1;
    }
    for (let other = from; other < nextEnd && int(columns, other) <= column + 1; other += 1) {
      if (!mayBeNear(one, other, squeeze, most)) continue;
      put(into, 2 * pairs, one);
      put(into, 2 * pairs + 1, other);
      pairs += 1;
    }
  }
  store<i32>(found, pairs);
  return one;
}
