/**
 * Returns the number at a position of an array, NaN where there is none, so that a slip in an index shows in the
 * answer instead of passing for zero.
 *
 * Example: cellOf([5, 7], 1) is 7.
 */
export function cellOf(values: ArrayLike<number>, at: number): number {
  return values[at] ?? Number.NaN;
}
