import { exactSum } from './exact-sum.js';

/** One value and how much it counts. */
export interface WeightedValue {
  readonly value: number;
  readonly weight: number;
}

/**
 * Returns the weighted mean, in the unit of the values: Σ weight · value / Σ weight.
 *
 * Weights are zero or more and not all zero, otherwise a RangeError is thrown. The order of the rows does not
 * matter, to the last bit. With a few very large weights it is the mean of those few.
 *
 * Example: weightedMean([{ value: 1, weight: 3 }, { value: 5, weight: 1 }]) is 2.
 */
export function weightedMean(rows: readonly WeightedValue[]): number {
  const total = exactSum(rows.map((row) => row.weight));
  if (!(total > 0) || rows.some((row) => row.weight < 0)) {
    throw new RangeError('A weighted mean needs weights of zero or more that are not all zero.');
  }
  return exactSum(rows.map((row) => row.weight * row.value)) / total;
}
