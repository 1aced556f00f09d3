import { percentileError } from '../../stats/monte-carlo-error.js';
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
  const ascending = replicates.sort();
  const [lower, upper] = [(1 - level) / 2, (1 + level) / 2];
  return {
    low: percentile(ascending, lower),
    high: percentile(ascending, upper),
    level,
    basis,
    monteCarloError: Math.max(percentileError(ascending, lower), percentileError(ascending, upper)),
    replicates: ascending.length,
  };
}
