// The core of the writers in AssemblyScript: writes rows of numbers and words as bytes, many at a time. It decides nothing
// by itself: before a cell that is out of the ordinary it stops, and the writer in TypeScript writes that row. `npm run core`
// compiles it into src/formats/row-core-bytes.ts. All places are addresses in the memory it is given.

// A row is made of parts, one after the other, of eight words each.
const KIND: usize = 0;
/** What stands before a number or a word that is held, or the literal itself; and what is written for an empty cell. */
const BEFORE: usize = 4;
const BEFORE_LENGTH: usize = 8;
const EMPTY: usize = 12;
const EMPTY_LENGTH: usize = 16;
/** Where its cells are, by row: numbers, codes, or from where to where words are held. */
const CELLS: usize = 20;
/** By code, where a word lies with all that belongs to it, and its length; or the sign around a word that is held. */
const WORDS: usize = 24;
const DECIMALS: usize = 28;
const PART: usize = 32;

const LITERAL: u32 = 0;
const NUMBER: u32 = 1;
/** A number without which there is no row. */
const NEEDED: u32 = 2;
const WORD: u32 = 3;
const HELD: u32 = 4;

/** Codes of words there is room for. */
const MOST_WORDS: u32 = 4096;
/** Where a word lies that cannot be written from where it is held. */
const NOWHERE: u32 = 0xffffffff;

const ZERO: u8 = 48;
/** Two of them, as two bytes are stored. */
const ZEROS: u32 = 0x3030;
const MINUS: u8 = 45;
const POINT: u8 = 46;

/** The limits and the nudge of src/formats/byte-text.ts. */
const MOST_UNITS: f64 = 1e14;
const MOST_INT: f64 = 2147483647;
const NUDGE: f64 = 8.881784197001252e-16;
const SCALES = memory.data<f64>([1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8]);

/** Copies a text, and up to 15 bytes that stand after it. */
function copied(from: usize, length: usize, into: usize): usize {
  for (let at: usize = 0; at < length; at += 16) v128.store(into + at, v128.load(from + at));
  return into + length;
}

function digitsOf(value: u32): usize {
  if (value < 100000) return value < 100 ? (value < 10 ? 1 : 2) : value < 1000 ? 3 : value < 10000 ? 4 : 5;
  if (value < 10000000) return value < 1000000 ? 6 : 7;
  return value < 100000000 ? 8 : value < 1000000000 ? 9 : 10;
}

/** Writes so many digits of a whole number, two at a time from its end. */
function digits(value: u32, count: usize, into: usize): usize {
  let left = value;
  let at = into + count;
  for (; at > into + 1; at -= 2) {
    const rest = left / 100;
    const two = left - rest * 100;
    const tens = (two * 103) >> 10;
    store<u16>(at - 2, ((tens | ((two - tens * 10) << 8)) + ZEROS) as u16);
    left = rest;
  }
  if (at > into) store<u8>(into, ZERO + (left as u8));
  return into + count;
}

/** Writes a number with at most so many decimals; gives 0 for one that takes more care. */
function number(value: f64, decimals: usize, into: usize): usize {
  if (value >= 0 && value < 10 && floor(value) == value) {
    store<u8>(into, ZERO + (value as u8));
    return into + 1;
  }
  let at = into;
  const size = abs(value);
  if (!(size < MOST_INT)) return 0;
  if (floor(value) == value) {
    if (value < 0) store<u8>(at++, MINUS);
    const whole = size as u32;
    return digits(whole, digitsOf(whole), at);
  }
  const scale = load<f64>(SCALES + (decimals << 3));
  const scaled = size * scale;
  if (!(scaled < MOST_UNITS)) return 0;
  const units = floor(scaled + 0.5 + scaled * NUDGE);
  const whole = floor(units / scale);
  if (value < 0 && units > 0) store<u8>(at++, MINUS);
  at = digits(whole as u32, digitsOf(whole as u32), at);
  let fraction = (units - whole * scale) as u32;
  if (fraction == 0) return at;
  let count = decimals;
  for (let rest = fraction / 10; rest * 10 == fraction; rest = fraction / 10) {
    fraction = rest;
    count -= 1;
  }
  store<u8>(at++, POINT);
  return digits(fraction, count, at);
}

/** Writes what is written for an empty cell of a part. */
function empty(part: usize, into: usize): usize {
  return copied(load<u32>(part, EMPTY) as usize, load<u32>(part, EMPTY_LENGTH) as usize, into);
}

/** Writes what stands before a cell of a part. */
function before(part: usize, into: usize): usize {
  return copied(load<u32>(part, BEFORE) as usize, load<u32>(part, BEFORE_LENGTH) as usize, into);
}

/**
 * Writes rows from `from` to `to` from a place on, none of which may start, and no word end, after `limit`. `plain` tells
 * of every byte whether it may stand in a word that is held, and 256 further whether it may start one. Stops before a row
 * with a cell out of the ordinary, or that there is no room for. Returns the row it stopped before, and leaves at `result`
 * where the text ends and in which part it stopped.
 */
export function writeRows(
  parts: usize,
  partsEnd: usize,
  from: i32,
  to: i32,
  out: usize,
  limit: usize,
  plain: usize,
  result: usize,
): i32 {
  let at = out;
  let row = from;
  let part = parts;
  for (; row < to && at <= limit; row += 1) {
    const start = at;
    for (part = parts; part < partsEnd; part += PART) {
      const kind = load<u32>(part, KIND);
      const cells = load<u32>(part, CELLS) as usize;
      if (kind == NUMBER) {
        const value = load<f64>(cells + ((row as usize) << 3));
        if (isNaN(value)) {
          at = empty(part, at);
          continue;
        }
        at = before(part, at);
        const after = number(value, load<u32>(part, DECIMALS) as usize, at);
        if (after == 0) break;
        at = after;
      } else if (kind == WORD) {
        const code = load<i32>(cells + ((row as usize) << 2));
        if (code < 0) {
          at = empty(part, at);
          continue;
        }
        if ((code as u32) >= MOST_WORDS) break;
        const slot = (load<u32>(part, WORDS) as usize) + ((code as usize) << 3);
        const word = load<u32>(slot) as usize;
        const length = load<u32>(slot, 4) as usize;
        if (word == 0 || at + length > limit) break;
        at = copied(word, length, at);
      } else if (kind == LITERAL) at = before(part, at);
      else if (kind == HELD) {
        const slot = cells + ((row as usize) << 3);
        const word = load<u32>(slot) as usize;
        const wordEnd = load<u32>(slot, 4) as usize;
        if (wordEnd == 0) {
          at = empty(part, at);
          continue;
        }
        if ((word as u32) == NOWHERE || at + (wordEnd - word) > limit) break;
        if (load<u8>(plain + 256 + (load<u8>(word) as usize)) == 0) break;
        at = before(part, at);
        const around = load<u32>(part, WORDS) as u8;
        if (around != 0) store<u8>(at++, around);
        let sign = word;
        for (; sign < wordEnd; sign += 1) {
          const byte = load<u8>(sign);
          if (load<u8>(plain + (byte as usize)) == 0) break;
          store<u8>(at++, byte);
        }
        if (sign < wordEnd) break;
        if (around != 0) store<u8>(at++, around);
      } else if (isNaN(load<f64>(cells + ((row as usize) << 3)))) break;
    }
    if (part < partsEnd) {
      at = start;
      if (load<u32>(part, KIND) != NEEDED) break;
    }
  }
  store<u32>(result, at as u32);
  store<u32>(result, row < to && part < partsEnd ? (((part - parts) / PART) as u32) : 0, 4);
  return row;
}
