import type { Codes } from './typed-table.js';

/** Finds rows that are alike in some coded columns, in time that grows with the rows and no faster. */
export class RowIndex {
  readonly #columns: readonly Codes[];
  /** Open addressing: row + 1, or 0 where the slot is free. */
  readonly #slots: Int32Array;

  /** `rows` is how many rows will be added, at most. */
  constructor(columns: readonly Codes[], rows: number) {
    this.#columns = columns;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(8, 1.5 * rows))));
  }

  /** Adds a row. Returns the first row added that is like it: itself where it is the first. */
  add(row: number): number {
    const slot = this.#slotOf(this.#columns, row);
    const held = (this.#slots[slot] ?? 0) - 1;
    if (held >= 0) return held;
    this.#slots[slot] = row + 1;
    return row;
  }

  /** The first row added that is like a row of other columns with the same codes; −1 where there is none. */
  find(columns: readonly Codes[], row: number): number {
    return (this.#slots[this.#slotOf(columns, row)] ?? 0) - 1;
  }

  /** The slot that holds a row like this one, or the free one where it would be put. */
  #slotOf(columns: readonly Codes[], row: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let hash = 0;
    for (let at = 0; at < columns.length; at += 1) {
      hash = Math.imul((hash ^ (hash >>> 15)) + (columns[at]?.[row] ?? 0), 0x9e3779b1);
    }
    let slot = (hash ^ (hash >>> 16)) & mask;
    for (;;) {
      const held = (slots[slot] ?? 0) - 1;
      if (held < 0 || this.#isAlike(held, columns, row)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #isAlike(held: number, columns: readonly Codes[], row: number): boolean {
    for (let at = 0; at < columns.length; at += 1) {
      if (this.#columns[at]?.[held] !== columns[at]?.[row]) return false;
    }
    return true;
  }
}

/** True when the codes are 0, 1, 2 …: every row has a value of its own. */
export function areDistinct(codes: Codes): boolean {
  for (let row = 0; row < codes.length; row += 1) if (codes[row] !== row) return false;
  return true;
}
