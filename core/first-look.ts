// The first look at the spots in AssemblyScript: passes over the rows in which no check can find anything, so that the
// checks in TypeScript, which alone say what is wrong, look at the others only. It may let through too many, never too few.
// `npm run core` compiles it into src/study/first-look-bytes.ts. All places are addresses in the memory it is given.

/** Columns of numbers, one after the other, each with room for so many rows. */
const ROWS: usize = 4096;
const MIN: usize = 0;
const MAX: usize = 1;
const USUAL: usize = 2;
const WEEKDAY: usize = 3;
const WEEKEND: usize = 4;
const PEAK_MIN: usize = 5;
const PEAK_MAX: usize = 6;
const LAT: usize = 7;
const LON: usize = 8;

/** Where the rows stand: columns of numbers, what stands for an empty cell in each, the codes of the populations. */
let columns: usize = 0;
let empties: usize = 0;
let populations: usize = 0;

export function lay(atColumns: usize, atEmpties: usize, atPopulations: usize): void {
  columns = atColumns;
  empties = atEmpties;
  populations = atPopulations;
}

/** The number of a row in a column; NaN where the cell is empty. */
function at(column: usize, row: usize): f64 {
  const number = load<f64>(columns + ((column * ROWS + row) << 3));
  return number == load<f64>(empties + (column << 3)) ? NaN : number;
}

function isEmpty(number: f64): bool {
  return number != number;
}

/** Whether a count, or how the counts of the row stand to each other, may be wrong. */
function isDoubtfulCount(row: usize, most: f64, telling: f64, slip: f64): bool {
  const min = at(MIN, row);
  const max = at(MAX, row);
  const stated = at(USUAL, row);
  const peakMin = at(PEAK_MIN, row);
  const peakMax = at(PEAK_MAX, row);
  if (isEmpty(min) != isEmpty(max) || isEmpty(peakMin) != isEmpty(peakMax)) return true;
  if (max < min || stated < min || stated > max || peakMax < peakMin || peakMax < max) return true;
  if (max > most || stated > most || peakMax > most) return true;
  if (max >= telling && (max == min || 10 * min < max)) return true;
  if (isEmpty(stated) && isEmpty(max)) return true;
  const usual = isEmpty(stated) ? (min + max) / 2 : stated;
  const weekday = at(WEEKDAY, row);
  const weekend = at(WEEKEND, row);
  return (
    usual > 0 &&
    ((weekday > 0 && (weekday >= usual * slip || weekday * slip <= usual)) ||
      (weekend > 0 && (weekend >= usual * slip || weekend * slip <= usual)))
  );
}

function hasOneDecimal(degrees: f64): bool {
  return abs(10 * degrees - nearest(10 * degrees)) < 1e-9;
}

function isDoubtfulPlace(lat: f64, lon: f64): bool {
  if (isEmpty(lat) || isEmpty(lon)) return isEmpty(lat) != isEmpty(lon);
  return hasOneDecimal(lat) && hasOneDecimal(lon);
}

/**
 * Looks at so many rows: writes the numbers of those that may be wrong, counted from `first`, and widens the box around
 * the places (south, north, west, east). Returns how many it wrote.
 */
export function look(
  rows: usize,
  first: i32,
  into: usize,
  box: usize,
  most: f64,
  telling: f64,
  slip: f64,
): i32 {
  let south = load<f64>(box);
  let north = load<f64>(box, 8);
  let west = load<f64>(box, 16);
  let east = load<f64>(box, 24);
  let found: i32 = 0;
  for (let row: usize = 0; row < rows; row += 1) {
    const lat = at(LAT, row);
    const lon = at(LON, row);
    if (lat == lat && lon == lon && (lat != 0 || lon != 0)) {
      if (lat < south) south = lat;
      if (lat > north) north = lat;
      if (lon < west) west = lon;
      if (lon > east) east = lon;
    }
    if (isDoubtfulCount(row, most, telling, slip) || isDoubtfulPlace(lat, lon)) {
      store<i32>(into + ((found as usize) << 2), first + (row as i32));
      found += 1;
    }
  }
  store<f64>(box, south);
  store<f64>(box, north, 8);
  store<f64>(box, west, 16);
  store<f64>(box, east, 24);
  return found;
}

/** More cells than there are around the earth, few enough for a whole number of 32 bits. */
const MOST_CELLS: f64 = 2e9;

/** The cell of the grid of places, so many degrees wide, that a number of degrees falls in: rounded as Math.round does. */
function cellOf(degrees: f64, width: f64): i32 {
  const share = max(-MOST_CELLS, min(MOST_CELLS, degrees / width));
  const whole = ceil(share);
  return i32(whole - 0.5 > share ? whole - 1 : whole);
}

function mixed(hash: u32, number: i32): u32 {
  const mix = ((hash ^ (hash >> 15)) + (number as u32)) * 0x9e3779b1;
  return mix ^ (mix >> 16);
}

/** The bit for the population and the place of a row; −1 where it has no place. */
function bitOf(row: usize, width: f64, mask: u32): i64 {
  const lat = at(LAT, row);
  const lon = at(LON, row);
  if (isEmpty(lat + lon) || (lat == 0 && lon == 0)) return -1;
  const population = load<i32>(populations + (row << 2));
  return (mixed(mixed(mixed(0, population), cellOf(lat, width)), cellOf(lon, width)) & mask) as i64;
}

/** The address of the word of 32 bits in which a bit stands. */
function wordOf(bits: usize, bit: i64): usize {
  return bits + (((bit as usize) >> 5) << 2);
}

/** Notes the population and place of so many rows among the bits of those met and of those met again. */
export function note(rows: usize, width: f64, met: usize, again: usize, mask: u32): void {
  for (let row: usize = 0; row < rows; row += 1) {
    const bit = bitOf(row, width, mask);
    if (bit < 0) continue;
    const one: u32 = 1 << (bit as u32);
    const before = load<u32>(wordOf(met, bit));
    if ((before & one) == 0) store<u32>(wordOf(met, bit), before | one);
    else store<u32>(wordOf(again, bit), load<u32>(wordOf(again, bit)) | one);
  }
}

/** Writes the numbers of those rows, counted from `first`, whose bit was met again. Returns how many. */
export function metAgain(rows: usize, first: i32, into: usize, width: f64, again: usize, mask: u32): i32 {
  let found: i32 = 0;
  for (let row: usize = 0; row < rows; row += 1) {
    const bit = bitOf(row, width, mask);
    if (bit < 0 || (load<u32>(wordOf(again, bit)) & (1 << (bit as u32))) == 0) continue;
    store<i32>(into + ((found as usize) << 2), first + (row as i32));
    found += 1;
  }
  return found;
}
