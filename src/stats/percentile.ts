/**
 * Returns the value below which the given share of the sorted values lies, by linear interpolation (type 7):
 * with position h = (n − 1) · share, the value between ranks ⌊h⌋ and ⌊h⌋ + 1 (counted from 0).
 *
 * Source: R. J. Hyndman, Y. Fan 1996, doi 10.1080/00031305.1996.10473566, definition 7 (the default of R and
 * NumPy). The values must already ascend. Throws RangeError for no values or a share outside [0, 1]. Near the
 * ends of a small sample it lies inside the sample, so extreme percentiles come out too narrow.
 *
 * Example: percentile([1, 2, 3, 4], 0.25) is 1.75.
 */
export function percentile(ascending: ArrayLike<number>, share: number): number {
  if (ascending.length === 0) throw new RangeError('A percentile needs at least one value.');
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies in [0, 1]; ${share} does not.`);
  const position = (ascending.length - 1) * share;
  const rank = Math.floor(position);
  const below = ascending[rank] ?? Number.NaN;
  const above = ascending[rank + 1] ?? below;
  return below + (position - rank) * (above - below);
}
