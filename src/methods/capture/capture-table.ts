import { printable } from '../../draw/printable.js';
import { EstimationError } from '../../model/estimation-error.js';
import { cellOf } from '../../stats/cell-of.js';

/**
 * How many persons have each capture history. `counts[h]` is the number with history h read as a binary number whose
 * first digit is the first list: with lists A, B, C the history 110 (on A and B, not C) is cell 6. Cell 0, the people
 * nobody saw, is not known and holds 0.
 */
export interface CaptureTable {
  readonly lists: readonly string[];
  readonly counts: readonly number[];
}

const MOST_LISTS = 6;

/**
 * Returns the table if it can be what it says. Throws an EstimationError for fewer than two or more than six lists,
 * counts that are not whole, an empty list, or lists with nobody in common at all.
 */
export function acceptCaptures(table: CaptureTable): CaptureTable {
  const { lists, counts } = table;
  if (lists.length < 2 || lists.length > MOST_LISTS) {
    throw new EstimationError(
      'lists-number',
      `capture histories need 2 to ${MOST_LISTS} lists, not ${lists.length}`,
    );
  }
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0 && count <= 1e9)) {
    throw new EstimationError('not-a-count', 'capture histories need whole numbers of persons, 0 or more');
  }
  lists.forEach((name, list) => {
    if (listSize(table, list) === 0) {
      throw new EstimationError('list-empty', `nobody is on the list ${printable(name)}; leave it out`);
    }
  });
  if (
    personsCaught(table) === counts.reduce((sum, count, cell) => sum + (listsIn(cell) === 1 ? count : 0), 0)
  ) {
    throw new EstimationError(
      'no-overlap',
      'no two lists have a person in common, so the data set no upper bound to the size',
    );
  }
  return table;
}

/** Returns the table of histories given as text, such as 1101 with a count; histories not given count 0. */
export function captureTableOf(
  lists: readonly string[],
  histories: readonly { readonly history: string; readonly count: number }[],
): CaptureTable {
  const counts = Array.from({ length: cellsOf(lists.length) }, () => 0);
  for (const { history, count } of histories) {
    const cell = parseInt(history, 2);
    counts[cell] = cellOf(counts, cell) + count;
  }
  return { lists, counts };
}

/** Number of histories that lists can make, the unseen one included: 2 to the power of the lists. */
export function cellsOf(lists: number): number {
  return 1 << lists;
}

/** Whether the history stands for being on the list. */
export function isOn(cell: number, list: number, lists: number): boolean {
  return ((cell >> (lists - 1 - list)) & 1) === 1;
}

/** On how many lists the history is. */
export function listsIn(cell: number): number {
  let left = cell;
  let count = 0;
  for (; left > 0; left >>= 1) count += left & 1;
  return count;
}

/** Different persons seen on any list. */
export function personsCaught({ counts }: CaptureTable): number {
  return counts.reduce((sum, count, cell) => (cell === 0 ? sum : sum + count), 0);
}

/** Persons on the list. */
export function listSize(table: CaptureTable, list: number): number {
  const { lists, counts } = table;
  return counts.reduce((sum, count, cell) => (isOn(cell, list, lists.length) ? sum + count : sum), 0);
}

/** Two of the lists as a table of their own, whoever else saw the people. */
export function pairOf(table: CaptureTable, first: number, second: number) {
  const { lists, counts } = table;
  const both = counts.reduce(
    (sum, count, cell) =>
      isOn(cell, first, lists.length) && isOn(cell, second, lists.length) ? sum + count : sum,
    0,
  );
  return { first: listSize(table, first), second: listSize(table, second), both };
}
