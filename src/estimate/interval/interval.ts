import { percentileError } from '../../stats/monte-carlo-error.js';
import { normalCdf } from '../../stats/normal-cdf.js';
import { normalQuantile } from '../../stats/normal-quantile.js';
import { percentile } from '../../stats/percentile.js';
import { acceptWithin } from '../accept.js';

/** What the two ends mean. */
export type IntervalBasis = 'confidence' | 'spread' | 'extremes';

/** Two ends around an estimate, in persons, and what they rest on. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** The share of cases meant to lie between the ends; undefined where no probability is claimed. */
  readonly level: number | undefined;
  readonly basis: IntervalBasis;
  /** Standard error of the less certain end from drawing finitely many replicates; 0 for a formula. */
  readonly monteCarloError: number;
  /** Replicates drawn; 0 for a formula. */
  readonly replicates: number;
}

/**
 * Returns the central interval of the replicates: percentiles (type 7) at (1 − level) / 2 and (1 + level) / 2,
 * with the larger of their two Monte Carlo errors. Sorts the replicates in place. Throws EstimationError
 * 'setting-out-of-range' for a level outside [0.01, 0.9999].
 *
 * Example: of 0, 1, …, 1000 at level 0.9: low 50, high 950.
 */
export function centralInterval(replicates: Float64Array, level: number, basis: IntervalBasis): Interval {
  acceptWithin(level, 'level', { low: 0.01, high: 0.9999 });
  const shares = { lower: (1 - level) / 2, upper: (1 + level) / 2 };
  return { ...endsAt(replicates.sort(), shares), level, basis };
}

/**
 * Returns the bias-corrected and accelerated interval (BCa) of the replicates of a sum of many independent parts:
 * percentiles at Φ(b + (b ± z) / (1 − a · (b ± z))), b = Φ⁻¹(share of replicates below the estimate), half of
 * ties counted, a = skewness of the replicates / 6.
 *
 * A total whose chance parts are skewed comes out low together with its own spread; the correction moves both
 * ends to make up for it. Source: B. Efron 1987, doi 10.1080/01621459.1987.10478410; for a sum the skewness of the
 * replicates is that of the influence values. Sorts the replicates in place. Replicates that are all alike give
 * their value at both ends. Throws EstimationError 'setting-out-of-range' for a level outside [0.01, 0.9999].
 *
 * Example: replicates symmetric around the estimate give the central interval.
 */
export function acceleratedInterval(replicates: Float64Array, estimate: number, level: number): Interval {
  acceptWithin(level, 'level', { low: 0.01, high: 0.9999 });
  const ascending = replicates.sort();
  const bias = normalQuantile(shareBelow(ascending, estimate));
  const acceleration = skewness(ascending) / 6;
  const z = normalQuantile((1 + level) / 2);
  const moved = (end: number): number => normalCdf(bias + end / Math.max(0.1, 1 - acceleration * end));
  const shares = { lower: moved(bias - z), upper: moved(bias + z) };
  return { ...endsAt(ascending, shares), level, basis: 'confidence' };
}

function endsAt(
  ascending: Float64Array,
  shares: { readonly lower: number; readonly upper: number },
): Pick<Interval, 'low' | 'high' | 'monteCarloError' | 'replicates'> {
  const { lower, upper } = shares;
  return {
    low: percentile(ascending, lower),
    high: percentile(ascending, upper),
    monteCarloError: Math.max(percentileError(ascending, lower), percentileError(ascending, upper)),
    replicates: ascending.length,
  };
}

/** The share of replicates below the estimate, ties by half, kept off 0 and 1 by half a replicate. */
function shareBelow(ascending: Float64Array, estimate: number): number {
  let below = 0;
  for (const replicate of ascending) below += replicate < estimate ? 1 : replicate === estimate ? 0.5 : 0;
  return Math.min(Math.max(below, 0.5), ascending.length - 0.5) / ascending.length;
}

function skewness(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let [squares, cubes] = [0, 0];
  for (const value of values) {
    const square = (value - mean) * (value - mean);
    squares += square;
    cubes += square * (value - mean);
  }
  const variance = squares / values.length;
  return variance > 1e-18 * mean * mean ? cubes / values.length / (variance * Math.sqrt(variance)) : 0;
}
