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

/** Digits a double keeps for sure. */
const SAFE_DIGITS: usize = 15;
const POWERS_OF_TEN = memory.data<f64>([
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]);

/** Signs that can end a plain cell or tell that it is not plain, among 16 bytes. */
function signsIn(at: usize): u64 {
  const bytes = v128.load(at);
  const ends = v128.or(i8x16.eq(bytes, i8x16.splat(COMMA)), i8x16.eq(bytes, i8x16.splat(FEED)));
  const odd = v128.or(i8x16.eq(bytes, i8x16.splat(QUOTE)), i8x16.eq(bytes, i8x16.splat(RETURN)));
  return i8x16.bitmask(v128.or(ends, odd)) as u32 as u64;
}

/** The place of the sign after a quoted cell of one line; 0 where it is not closed as it should be. */
function endOfQuoted(at: usize, end: usize): usize {
  let stop = at + 1;
  for (; ; stop += 1) {
    if (stop >= end) return 0;
    const byte = load<u8>(stop);
    if (byte == FEED || byte == RETURN) return 0;
    if (byte != QUOTE) continue;
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
 * how many rows it found.
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
  let block = start & ~63;
  let signs = signsOf(block) & ((-1 as u64) << ((start - block) as u64));
  let row: i32 = 0;
  let rowStart = start;
  let slot = places;
  store<u32>(slot, (start - 1) as u32);
  while (row < most && rowStart < end) {
    const first = load<u8>(rowStart);
    if (!refusesBlanks && (first <= 32 || first >= 128 || first == QUOTE || first == COMMA)) return row;
    let column: i32 = 0;
    let cell = rowStart;
    for (;;) {
      if (load<u8>(cell) == QUOTE) {
        if (load<u8>(wanted + column) != 0) return row;
        const after = endOfQuoted(cell, end);
        if (after == 0) return row;
        block = after & ~63;
        signs = signsOf(block) & ((-1 as u64) << ((after - block) as u64));
      }
      while (signs == 0) {
        block += 64;
        if (block >= end) return row;
        signs = signsOf(block);
      }
      let at = block + (ctz(signs) as usize);
      signs &= signs - 1;
      if (at >= end) return row;
      column += 1;
      store<u32>(slot + ((column as usize) << 2), at as u32);
      const sign = load<u8>(at);
      if (sign == COMMA) {
        if (column == columns) return row;
        cell = at + 1;
        continue;
      }
      if (sign == QUOTE) return row;
      if (sign == RETURN) {
        if (load<u8>(at + 1) != FEED) return row;
        at += 1;
        while (signs == 0) {
          block += 64;
          signs = signsOf(block);
        }
        signs &= signs - 1;
      }
      cell = at + 1;
      break;
    }
    if (column != columns || cell - rowStart >= longest) return row;
    rowStart = cell;
    slot += ((columns + 1) as usize) << 2;
    store<u32>(slot, (rowStart - 1) as u32);
    row += 1;
  }
  return row;
}

/** The signs among 64 bytes, a bit a byte. */
function signsOf(block: usize): u64 {
  return (
    signsIn(block) | (signsIn(block + 16) << 16) | (signsIn(block + 32) << 32) | (signsIn(block + 48) << 48)
  );
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
      const first = isNegative ? from + 1 : from;
      if (to - first > SAFE_DIGITS + 1) return row;
      let whole: u64 = 0;
      let point: usize = 0;
      for (let at = first; at < to; at += 1) {
        const byte = load<u8>(at);
        const digit = (byte as u32) - (ZERO as u32);
        if (digit < 10) whole = whole * 10 + digit;
        else if (byte == POINT && point == 0 && at > first && !isWhole) point = at;
        else return row;
      }
      let digits = to - first;
      let decimals: usize = 0;
      if (point != 0) {
        decimals = to - point - 1;
        if (decimals == 0) return row;
        digits -= 1;
      }
      if (digits == 0 || digits > SAFE_DIGITS) return row;
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
      let whole = none;
      if (from != to) {
        if (!(number >= 0 && number < (none as f64)) || floor(number) != number) return row;
        whole = number as u32;
      }
      if (bytes == 1) store<u8>(into + (row as usize), whole as u8);
      else store<u16>(into + ((row as usize) << 1), whole as u16);
    } else if (bytes == 4) {
      const single = number as f32;
      if (from != to && (single as f64) != number) return row;
      store<f32>(into + ((row as usize) << 2), single);
    } else store<f64>(into + ((row as usize) << 3), number);
  }
  return count;
}

// What is remembered of a column: the code of each text met. A slot is the hash, the code, and where the text is held.
const SLOTS: usize = 4096;
const MOST_TEXTS: u32 = 2048;
const SLOT: usize = 16;
/** How many texts there are, and how many bytes of them. */
const COUNT: usize = 0;
const USED: usize = 4;
const HEAD: usize = 16;
const TEXTS: usize = HEAD + SLOTS * SLOT;
const ROOM: usize = 64 * 1024;

/** Bytes one memory of texts takes; they must be 0 at first. */
export function memoSize(): usize {
  return TEXTS + ROOM + 16;
}

function hashOf(from: usize, length: usize): u32 {
  let hash: u64 = 0x9e3779b97f4a7c15 ^ (length as u64);
  let at: usize = 0;
  for (; at + 8 <= length; at += 8) {
    hash = (hash ^ load<u64>(from + at)) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
  }
  if (at < length) {
    hash = (hash ^ (load<u64>(from + at) & maskOf(length - at))) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
  }
  return hash as u32;
}

function maskOf(bytes: usize): u64 {
  return ((1 as u64) << ((bytes as u64) << 3)) - 1;
}

function isSame(one: usize, other: usize, length: usize): bool {
  let at: usize = 0;
  for (; at + 8 <= length; at += 8) if (load<u64>(one + at) != load<u64>(other + at)) return false;
  return at == length || ((load<u64>(one + at) ^ load<u64>(other + at)) & maskOf(length - at)) == 0;
}

/** The slot that holds a text, or the free one where it would be put. */
function slotOf(memo: usize, from: usize, length: usize, hash: u32): usize {
  let at: usize = hash & ((SLOTS - 1) as u32);
  let slot = memo + HEAD + at * SLOT;
  for (let held = load<u32>(slot, 12); held != 0; held = load<u32>(slot, 12)) {
    const isAlike = load<u32>(slot) == hash && held == (length as u32) + 1;
    if (isAlike && isSame(memo + TEXTS + (load<u32>(slot, 8) as usize), from, length)) break;
    at = (at + 1) & (SLOTS - 1);
    slot = memo + HEAD + at * SLOT;
  }
  return slot;
}

/**
 * Takes the codes of remembered texts from one column of a run; an empty cell is −1. Stops before a text that is not
 * remembered and before an empty cell that must not be. Returns how many it took.
 */
export function takeCodes(
  place: usize,
  stride: usize,
  count: i32,
  into: usize,
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
      const slot = slotOf(memo, from, length, hashOf(from, length));
      if (load<u32>(slot, 12) == 0) return row;
      code = load<i32>(slot, 4);
    }
    store<i32>(into + ((row as usize) << 2), code);
  }
  return count;
}

/** Remembers the code of a text; false where there is no room for more. */
export function remember(memo: usize, from: usize, to: usize, code: i32): bool {
  const length = to - from;
  const used = load<u32>(memo, USED);
  const count = load<u32>(memo, COUNT);
  if (length == 0 || count >= MOST_TEXTS || (used as usize) + length > ROOM) return false;
  const hash = hashOf(from, length);
  const slot = slotOf(memo, from, length, hash);
  memory.copy(memo + TEXTS + used, from, length);
  store<u32>(slot, hash);
  store<i32>(slot, code, 4);
  store<u32>(slot, used, 8);
  store<u32>(slot, (length as u32) + 1, 12);
  store<u32>(memo, used + (length as u32), USED);
  store<u32>(memo, count + 1, COUNT);
  return true;
}
