// The core of the CSV reader in AssemblyScript: finds plain rows and takes their plain cells, many at a time. It decides
// nothing by itself: wherever a cell is out of the ordinary it stops, and the reader in TypeScript goes on from there.
// `npm run core` compiles it into src/formats/plain-core-bytes.ts. All places are addresses in the memory it is given.

const FEED: u8 = 10;
const RETURN: u8 = 13;
const QUOTE: u8 = 34;
const COMMA: u8 = 44;
const MINUS: u8 = 45;
const POINT: u8 = 46;
const ZERO: u8 = 48;
const SPACE: u8 = 32;

/** A byte eight times. */
const ONES: u64 = 0x0101010101010101;
const ZEROS: u64 = 0x3030303030303030;
const SPACES: u64 = 0x2020202020202020;
const HIGH_BITS: u64 = 0x8080808080808080;
/** Factor of the hash; its bits are those of the golden ratio. */
const FACTOR: u64 = 0x9e3779b97f4a7c15;

/** Digits a double keeps for sure. */
const SAFE_DIGITS: usize = 15;
const POWERS_OF_TEN = memory.data<f64>([
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]);

/** Which of 64 bytes are commas, a bit a byte. */
function commasIn(block: usize): u64 {
  return bitsOf(
    isComma(v128.load(block)),
    isComma(v128.load(block, 16)),
    isComma(v128.load(block, 32)),
    isComma(v128.load(block, 48)),
  );
}

/** Which of 64 bytes end a row, or tell that a cell is not plain. */
function othersIn(block: usize): u64 {
  return bitsOf(
    isOther(v128.load(block)),
    isOther(v128.load(block, 16)),
    isOther(v128.load(block, 32)),
    isOther(v128.load(block, 48)),
  );
}

function isComma(bytes: v128): v128 {
  return i8x16.eq(bytes, i8x16.splat(COMMA));
}

function isOther(bytes: v128): v128 {
  const isEnd = v128.or(i8x16.eq(bytes, i8x16.splat(FEED)), i8x16.eq(bytes, i8x16.splat(RETURN)));
  return v128.or(isEnd, i8x16.eq(bytes, i8x16.splat(QUOTE)));
}

function bitsOf(first: v128, second: v128, third: v128, fourth: v128): u64 {
  const low = (i8x16.bitmask(first) as u32) | ((i8x16.bitmask(second) as u32) << 16);
  const high = (i8x16.bitmask(third) as u32) | ((i8x16.bitmask(fourth) as u32) << 16);
  return (low as u64) | ((high as u64) << 32);
}

/** The place of the sign after a quoted cell of one line; 0 where it is not closed as it should be. */
function endOfQuoted(at: usize, end: usize): usize {
  let stop = at + 1;
  for (; ; stop += 1) {
    let marks = i8x16.bitmask(isOther(v128.load(stop)));
    for (; marks == 0; marks = i8x16.bitmask(isOther(v128.load(stop)))) {
      stop += 16;
      if (stop >= end) return 0;
    }
    stop += ctz(marks);
    if (load<u8>(stop) != QUOTE) return 0;
    if (load<u8>(stop + 1) != QUOTE) break;
    stop += 1;
  }
  const sign = load<u8>(stop + 1);
  if (sign == COMMA || sign == FEED || (sign == RETURN && load<u8>(stop + 2) == FEED)) return stop + 1;
  return 0;
}

/**
 * Finds up to `most` plain rows between two places; `wanted` says by column whether anybody wants its cells. Writes where
 * their cells end: a row has a place before its first cell, then one after each, as has the row after the last. Returns
 * how many rows it found. Looks and writes a little further than it has to; the bytes after the last must be 0.
 */
export function findRows(
  start: usize,
  end: usize,
  most: i32,
  columns: i32,
  wanted: usize,
  places: usize,
  refusesBlanks: bool,
  longest: usize,
): i32 {
  const width = (columns as usize) << 2;
  let row: i32 = 0;
  let rowStart = start;
  let first = places;
  let next = places + 4;
  store<u32>(first, (start - 1) as u32);
  if (start >= end || (!refusesBlanks && isDoubtful(load<u8>(start)))) return 0;
  let from = start;
  while (from < end) {
    const block = from & ~63;
    const kept = (-1 as u64) << ((from - block) as u64);
    let commas = commasIn(block) & kept;
    let others = othersIn(block) & kept;
    from = block + 64;
    for (;;) {
      const other = others & (0 - others);
      let before = commas & (other - 1);
      commas ^= before;
      others ^= other;
      const stop = next + ((popcnt(before) as usize) << 2);
      for (; next < stop; next += 16) {
        store<u32>(next, (block as u32) + (ctz(before) as u32));
        before &= before - 1;
        store<u32>(next, (block as u32) + (ctz(before) as u32), 4);
        before &= before - 1;
        store<u32>(next, (block as u32) + (ctz(before) as u32), 8);
        before &= before - 1;
        store<u32>(next, (block as u32) + (ctz(before) as u32), 12);
        before &= before - 1;
      }
      next = stop;
      if (next - first > width) return row;
      if (other == 0) break;
      const at = block + (ctz(other) as usize);
      const sign = load<u8>(at);
      if (sign == FEED) {
        if (next - first != width || at + 1 - rowStart >= longest) return row;
        store<u32>(next, (load<u8>(at - 1) == RETURN ? at - 1 : at) as u32);
        first = next + 4;
        next = first + 4;
        store<u32>(first, at as u32);
        rowStart = at + 1;
        row += 1;
        if (row == most || (!refusesBlanks && isDoubtful(load<u8>(rowStart)))) return row;
      } else if (sign == RETURN) {
        if (load<u8>(at + 1) != FEED) return row;
      } else {
        const isAtStart = load<u32>(next - 4) + 1 == (at as u32);
        if (!isAtStart || load<u8>(wanted + ((next - 4 - first) >> 2)) != 0) return row;
        from = endOfQuoted(at, end);
        if (from == 0) return row;
        break;
      }
    }
  }
  return row;
}

/** A row that starts so may be blank or need care, where no cell of it has to be filled. */
function isDoubtful(byte: u8): bool {
  return byte <= 32 || byte >= 128 || byte == QUOTE || byte == COMMA;
}

/**
 * Takes numbers written with digits, a sign and a point from one column of a run; `place` is where the place before its
 * first cell stands, `stride` how many bytes further the next row's does. A number of `bytes` 1 or 2 is a whole one, and
 * the largest there is stands for an empty cell; one of 4 or 8 is in single or double precision, and an empty cell NaN.
 * Stops before a cell that is anything else, or that is not kept exactly in so many bytes. Returns how many it took.
 */
export function takeNumbers(
  place: usize,
  stride: usize,
  count: i32,
  into: usize,
  isRequired: bool,
  isWhole: bool,
  bytes: i32,
  least: f64,
  most: f64,
): i32 {
  for (let row: i32 = 0; row < count; row += 1, place += stride) {
    const from = (load<u32>(place) as usize) + 1;
    const to = load<u32>(place, 4) as usize;
    let number: f64 = NaN;
    if (from == to) {
      if (isRequired) return row;
    } else {
      const isNegative = load<u8>(from) == MINUS;
      const first = from + (isNegative as usize);
      const length = to - first;
      let whole: u64 = 0;
      let decimals: usize = 0;
      if (length - 1 < 8) {
        // The value of each digit in a byte, the last in the highest; the bytes before the first are 0.
        let digits = (load<u64>(first) ^ ZEROS) << ((8 - length) << 3);
        const point = isWhole ? 0 : bytesLike(digits, POINT ^ ZERO);
        if (point != 0) {
          // What is before the first point moves up by a byte.
          const at = (ctz(point) >> 3) as usize;
          decimals = 7 - at;
          if (decimals == 0 || at == 8 - length) return row;
          const before = ((1 as u64) << (at << 3)) - 1;
          digits = ((digits & before) << 8) | (digits & ((-256 as u64) << (at << 3)));
        }
        if (((digits + 0x7676767676767676) | digits) & HIGH_BITS) return row;
        whole = valueOf(digits);
      } else {
        if (length - 1 > SAFE_DIGITS) return row;
        let point: usize = 0;
        for (let at = first; at < to; at += 1) {
          const byte = load<u8>(at);
          const digit = (byte as u32) - (ZERO as u32);
          if (digit < 10) whole = whole * 10 + digit;
          else if (byte == POINT && point == 0 && at > first && !isWhole) point = at;
          else return row;
        }
        if (point != 0) {
          decimals = to - point - 1;
          if (decimals == 0) return row;
        } else if (length > SAFE_DIGITS) return row;
      }
      number = whole as f64;
      if (decimals != 0) number /= load<f64>(POWERS_OF_TEN + (decimals << 3));
      if (isNegative) {
        if (whole == 0) return row;
        number = -number;
      }
      if (!(number >= least && number <= most)) return row;
    }
    if (bytes <= 2) {
      const none: u32 = bytes == 1 ? 0xff : 0xffff;
      let kept = none;
      if (from != to) {
        if (!(number >= 0 && number < (none as f64)) || floor(number) != number) return row;
        kept = number as u32;
      }
      if (bytes == 1) store<u8>(into + (row as usize), kept as u8);
      else store<u16>(into + ((row as usize) << 1), kept as u16);
    } else if (bytes == 4) {
      const single = number as f32;
      if (from != to && (single as f64) != number) return row;
      store<f32>(into + ((row as usize) << 2), single);
    } else store<f64>(into + ((row as usize) << 3), number);
  }
  return count;
}

/** Bytes of a word that are like that byte, by their highest bit; right up to the first of them. */
function bytesLike(word: u64, byte: u8): u64 {
  const differs = word ^ ((byte as u64) * ONES);
  return (differs - ONES) & ~differs & HIGH_BITS;
}

/** The number eight digits stand for, each as its value in a byte, the first in the lowest. */
function valueOf(digits: u64): u64 {
  const pairs = digits * 10 + (digits >> 8);
  const low = (pairs & 0x000000ff000000ff) * 0x000f424000000064;
  const high = ((pairs >> 16) & 0x000000ff000000ff) * 0x0000271000000001;
  return ((low + high) >> 32) & 0xffffffff;
}

// What is remembered of a column: the code of each text met. A slot holds how the text begins (all of it, where it has 8
// bytes at most), the code, the length (0 where the slot is free), and where the text is held if it is longer.
const SLOT_BITS: usize = 12;
const SLOTS: usize = 1 << SLOT_BITS;
const MOST_TEXTS: u32 = 2048;
const SLOT: usize = 16;
const CODE: usize = 8;
const LENGTH: usize = 12;
const WHERE: usize = 14;
/** How many texts there are, and how many bytes of them. */
const COUNT: usize = 0;
const USED: usize = 4;
const HEAD: usize = 16;
const TEXTS: usize = HEAD + SLOTS * SLOT;
const ROOM: usize = (1 << 16) - 1;

/** Bytes one memory of texts takes; they must be 0 at first. */
export function memoSize(): usize {
  return TEXTS + ROOM + 17;
}

/** How a text begins: its first 8 bytes, with 0 for those beyond its end. */
function startOf(from: usize, length: usize): u64 {
  const beyond: usize = length < 8 ? (8 - length) << 3 : 0;
  return (load<u64>(from) << beyond) >> beyond;
}

/** The slot that holds a text, or the free one where it would be put. */
function slotOf(memo: usize, from: usize, length: usize, start: u64): usize {
  let hash = (start ^ (length as u64)) * FACTOR;
  for (let at: usize = 8; at < length; at += 8) {
    hash = (hash ^ (hash >> 32) ^ startOf(from + at, length - at)) * FACTOR;
  }
  let at = (hash >> (64 - SLOT_BITS)) as usize;
  let slot = memo + HEAD + at * SLOT;
  for (let held = load<u16>(slot, LENGTH); held != 0; held = load<u16>(slot, LENGTH)) {
    const isAlike = load<u64>(slot) == start && (held as usize) == length;
    if (isAlike && (length <= 8 || isSame(memo + TEXTS + (load<u16>(slot, WHERE) as usize), from, length)))
      break;
    at = (at + 1) & (SLOTS - 1);
    slot = memo + HEAD + at * SLOT;
  }
  return slot;
}

/** Whether two texts of one length are the same; both have more than 8 bytes. */
function isSame(one: usize, other: usize, length: usize): bool {
  const last = length - 8;
  for (let at: usize = 8; at < last; at += 8) if (load<u64>(one + at) != load<u64>(other + at)) return false;
  return load<u64>(one + last) == load<u64>(other + last);
}

/**
 * Takes the codes of remembered texts from one column of a run, each into `width` bytes; an empty cell is −1. Stops
 * before a text that is not remembered and before an empty cell that must not be. Returns how many it took.
 */
export function takeCodes(
  place: usize,
  stride: usize,
  count: i32,
  into: usize,
  width: i32,
  memo: usize,
  isRequired: bool,
): i32 {
  for (let row: i32 = 0; row < count; row += 1, place += stride) {
    const from = (load<u32>(place) as usize) + 1;
    const length = (load<u32>(place, 4) as usize) - from;
    let code: i32 = -1;
    if (length == 0) {
      if (isRequired) return row;
    } else {
      const slot = slotOf(memo, from, length, startOf(from, length));
      if (load<u16>(slot, LENGTH) == 0) return row;
      code = load<i32>(slot, CODE);
    }
    if (width == 1) store<i8>(into + (row as usize), code as i8);
    else if (width == 2) store<i16>(into + ((row as usize) << 1), code as i16);
    else store<i32>(into + ((row as usize) << 2), code);
  }
  return count;
}

/** Remembers the code of a text; false where there is no room for more. */
export function remember(memo: usize, from: usize, to: usize, code: i32): bool {
  const length = to - from;
  const used = load<u32>(memo, USED) as usize;
  const count = load<u32>(memo, COUNT);
  if (length == 0 || count >= MOST_TEXTS || used + length > ROOM) return false;
  const start = startOf(from, length);
  const slot = slotOf(memo, from, length, start);
  store<u64>(slot, start);
  store<i32>(slot, code, CODE);
  store<u16>(slot, length as u16, LENGTH);
  store<u32>(memo, count + 1, COUNT);
  if (length > 8) {
    memory.copy(memo + TEXTS + used, from, length);
    store<u16>(slot, used as u16, WHERE);
    store<u32>(memo, (used + length) as u32, USED);
  }
  return true;
}

/**
 * Takes texts in rising order from one column of a run, as codes of spots stand in a sorted table: each is the one
 * before or comes after it, by its bytes. At `texts` lies the last text met, of `length` bytes and with the code `last`
 * (−1 where none was met); new texts are put after it, one after the other, as far as `room` bytes reach, and the place
 * after each, counted from `base` on, goes to `ends`, after their number. An empty cell is −1. Stops before a text that
 * does not rise, that begins or ends with a space, or that has any sign but plain ASCII, and before an empty cell that
 * must not be. Returns how many cells it took.
 */
export function takeRising(
  place: usize,
  stride: usize,
  count: i32,
  into: usize,
  texts: usize,
  room: usize,
  length: usize,
  last: i32,
  ends: usize,
  base: u32,
  isRequired: bool,
): i32 {
  let held = texts;
  let free = texts + length;
  let code = last;
  let row: i32 = 0;
  for (; row < count; row += 1, place += stride) {
    const from = (load<u32>(place) as usize) + 1;
    const to = load<u32>(place, 4) as usize;
    let taken: i32 = -1;
    if (from != to) {
      const order = code < 0 ? 1 : orderOf(from, to - from, held, free - held);
      if (order < 0) break;
      if (order > 0) {
        const after = free + (to - from);
        if (after > texts + room || !isPlain(from, to)) break;
        for (let at: usize = 0; at < to - from; at += 8) store<u64>(free + at, load<u64>(from + at));
        held = free;
        free = after;
        code += 1;
        store<u32>(ends + (((code - last) as usize) << 2), base + ((free - texts - length) as u32));
      }
      taken = code;
    } else if (isRequired) break;
    store<i32>(into + ((row as usize) << 2), taken);
  }
  store<i32>(ends, code - last);
  return row;
}

/** Order of two texts by their bytes: below 0, 0 or above. */
function orderOf(one: usize, length: usize, other: usize, otherLength: usize): i32 {
  const shared = length < otherLength ? length : otherLength;
  for (let at: usize = 0; at < shared; at += 8) {
    const differs = startOf(one + at, shared - at) ^ startOf(other + at, shared - at);
    if (differs == 0) continue;
    const byte = at + ((ctz(differs) >> 3) as usize);
    return (load<u8>(one + byte) as i32) - (load<u8>(other + byte) as i32);
  }
  return (length as i32) - (otherLength as i32);
}

/** Whether a text has nothing but plain ASCII, and no space at its ends. */
function isPlain(from: usize, to: usize): bool {
  if (load<u8>(from) == SPACE || load<u8>(to - 1) == SPACE) return false;
  for (let at = from; at < to; at += 8) {
    const left = to - at;
    const word = startOf(at, left) | (left < 8 ? SPACES << ((left as u64) << 3) : 0);
    if ((word | (word - SPACES) | (word + ONES)) & HIGH_BITS) return false;
  }
  return true;
}
