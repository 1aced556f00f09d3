import type { SeenCell, Sum } from '../../src/share/audit/seen-table.js';
import { roundFigure, spanOf } from '../../src/share/protect/rounded.js';

/** A numbered stream of numbers from 0 to 1, the same on every machine. */
export function randomStream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Counts and how they add up; cell numbers run row by row, each row with its total, then the totals. */
export interface CountTable {
  readonly persons: readonly number[];
  readonly sums: readonly Sum[];
  readonly columns: number;
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, count) => sum + count, 0);
const range = (length: number) => Array.from({ length }, (_, index) => index);

/** A table of counts with its row totals, column totals and grand total. */
export function withMargins(counts: readonly (readonly number[])[]): CountTable {
  const width = (counts[0]?.length ?? 0) + 1;
  const height = counts.length + 1;
  const rows = counts.map((row) => [...row, total(row)]);
  const last = Array.from({ length: width }, (_, column) => total(rows.map((row) => row[column] ?? 0)));
  const at = (row: number, column: number) => row * width + column;
  return {
    persons: [...rows, last].flat(),
    columns: width,
    sums: [
      ...range(height).map((row) => ({
        total: at(row, width - 1),
        parts: range(width - 1).map((column) => at(row, column)),
      })),
      ...range(width).map((column) => ({
        total: at(height - 1, column),
        parts: range(height - 1).map((row) => at(row, column)),
      })),
    ],
  };
}

/** What an attacker reads of a published count, given the rounding and the smallest count that is published. */
export function seenCount(persons: number, base: number, people: number): SeenCell {
  const span = spanOf(roundFigure(persons, 'estimate', base), 'estimate', base);
  return { estimate: { least: Math.max(people, span.least), most: span.most } };
}
