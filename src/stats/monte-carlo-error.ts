import { mean, sampleStandardDeviation } from 'simple-statistics';
import { percentile } from './percentile.js';

/**
 * Returns the standard error that a mean of replicates has because they are finite in number, in the unit of
 * the replicates: sd / √n.
 *
 * Replicates must be independent; at least two, otherwise a RangeError is thrown. It says nothing of the error
 * of the estimate itself, only of how much another seed would move the printed figure.
 *
 * Example: meanError([1, 3, 5, 7]) is 2.58… / 2 = 1.29…
 */
export function meanError(replicates: readonly number[]): number {
  if (replicates.length < 2) throw new RangeError('A Monte Carlo error needs at least two replicates.');
  return sampleStandardDeviation([...replicates]) / Math.sqrt(replicates.length);
}

/**
 * Returns the standard error that a percentile of replicates has because they are finite in number, in the unit
 * of the replicates: half the distance between the percentiles at share ± √(share · (1 − share) / n).
 *
 * The rank of a percentile is binomial, so one standard error in rank read off the sorted replicates gives one
 * standard error in value, without knowing the density. Source: H. A. David, H. N. Nagaraja 2003, Order
 * Statistics, section 7.1, doi 10.1002/0471722162. Throws RangeError for fewer than two replicates. When fewer
 * than about 10 replicates lie outside the percentile, it is too small.
 *
 * Example: on 0, 1, …, 10000 the error at share 0.5 is 50 (√(0.25 / 10001) of the length).
 */
export function percentileError(ascending: ArrayLike<number>, share: number): number {
  if (ascending.length < 2) throw new RangeError('A Monte Carlo error needs at least two replicates.');
  const step = Math.sqrt((share * (1 - share)) / ascending.length);
  const above = percentile(ascending, Math.min(1, share + step));
  return (above - percentile(ascending, Math.max(0, share - step))) / 2;
}

/**
 * Returns the standard error of any figure computed from batches, in the unit of the figure: the standard
 * deviation of the figure over the batches / √(number of batches).
 *
 * Each entry is the same figure computed from one batch; batches must be equally long and independent. At least
 * two, otherwise a RangeError is thrown; fewer than 10 batches give a rough answer. Source: B. Schmeiser 1982,
 * doi 10.1287/opre.30.3.556.
 *
 * Example: batchError([10, 12, 11, 13]) is 0.645…
 */
export function batchError(figureByBatch: readonly number[]): number {
  if (figureByBatch.length < 2) throw new RangeError('A batch error needs at least two batches.');
  const centre = mean([...figureByBatch]);
  const spread = figureByBatch.map((figure) => (figure - centre) * (figure - centre));
  const squares = spread.reduce((sum, square) => sum + square, 0);
  return Math.sqrt(squares / (figureByBatch.length - 1) / figureByBatch.length);
}
