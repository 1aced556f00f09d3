/** Rows in a run: few enough for their bytes to stay at hand while column after column is taken. */
export const LONGEST_RUN = 2048;

const FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const COMMA = 44;

/** False for a byte that can end a plain cell or tell that it is not plain: line ends, comma, quotation mark. */
export const isInside = (byte: number) =>
  byte > COMMA || (byte !== COMMA && byte !== FEED && byte !== QUOTE && byte !== RETURN);

/** What is to be known of a table to find its plain rows. */
export interface RowShape {
  /** By column, whether anybody wants its cells. */
  readonly isWanted: readonly boolean[];
  /** True when a row without anything in it cannot pass as plain, because a required cell is empty in it. */
  readonly refusesBlanks: boolean;
  /** Bytes a row must have fewer than. */
  readonly longest: number;
}

/** Plain rows one after the other: where each of their cells ends. */
export interface PlainRows {
  readonly bytes: Uint8Array;
  /** By row: the place before its first cell, then the place after each cell; after the last row, the place it ends at. */
  readonly places: Int32Array;
  /** Places a row has: one more than it has cells. */
  readonly stride: number;
  readonly count: number;
}

/** Finds plain rows: those without quotation marks in wanted cells, that end as lines end. */
export interface RowFinder {
  /** Finds up to so many rows from `start` on, whose bytes lie before `end`; valid until it is asked again. */
  find(bytes: Uint8Array, start: number, end: number, most: number): PlainRows;
}

/** Finds plain rows in the bytes as they lie there. */
export class PlainFinder implements RowFinder {
  readonly #shape: RowShape;
  readonly #places: Int32Array;

  constructor(shape: RowShape) {
    this.#shape = shape;
    this.#places = new Int32Array(LONGEST_RUN * (shape.isWanted.length + 1) + 1);
  }

  find(bytes: Uint8Array, start: number, end: number, most: number): PlainRows {
    const count = this.#count(bytes, start, end, most);
    return { bytes, places: this.#places, stride: this.#shape.isWanted.length + 1, count };
  }

  #count(bytes: Uint8Array, start: number, end: number, most: number): number {
    const { isWanted, refusesBlanks, longest } = this.#shape;
    const columns = isWanted.length;
    const places = this.#places;
    let at = start;
    let slot = 0;
    places[0] = start - 1;
    for (let row = 0; row < most && at < end; row += 1) {
      if (!refusesBlanks && isDoubtfulStart(bytes[at] ?? 0)) return row;
      const rowStart = at;
      let column = 0;
      for (;;) {
        if (bytes[at] === QUOTE) {
          if (isWanted[column] !== false) return row;
          at = endOfQuoted(bytes, at, end);
          if (at < 0) return row;
        } else while (isInside(bytes[at] ?? 0)) at += 1;
        column += 1;
        places[slot + column] = at;
        const sign = bytes[at];
        at += 1;
        if (sign === COMMA) {
          if (column === columns) return row;
          continue;
        }
        if (sign === QUOTE) return row;
        if (sign === RETURN) {
          if (bytes[at] !== FEED) return row;
          at += 1;
        }
        break;
      }
      if (column !== columns || at - rowStart >= longest) return row;
      slot += columns + 1;
      places[slot] = at - 1;
    }
    return slot / (columns + 1);
  }
}

/** The place of the sign after a quoted cell of one line; −1 where it is not closed as it should be. */
function endOfQuoted(bytes: Uint8Array, at: number, end: number): number {
  let stop = at + 1;
  for (; ; stop += 1) {
    if (stop >= end) return -1;
    const byte = bytes[stop];
    if (byte === FEED || byte === RETURN) return -1;
    if (byte !== QUOTE) continue;
    if (bytes[stop + 1] !== QUOTE) break;
    stop += 1;
  }
  const sign = bytes[stop + 1];
  return sign === COMMA || sign === FEED || (sign === RETURN && bytes[stop + 2] === FEED) ? stop + 1 : -1;
}

/** A row that starts so may be blank or need care, where no cell of it has to be filled. */
export function isDoubtfulStart(byte: number): boolean {
  return byte <= 32 || byte >= 128 || !isInside(byte);
}
