import { normalQuantile } from './normal-quantile.js';
import { orderedPoints, type ThreePoints } from './triangular.js';

/** A log-normal distribution by the mean and the standard deviation of the logarithm. */
export interface LogNormal {
  readonly logMean: number;
  readonly logSd: number;
}

/**
 * Returns the log-normal distribution for a low, a most likely and a high figure.
 *
 * The ends are read as the limits of a central interval of the stated level (0.95 unless given), not as absolute
 * ends: logSd = ln(high / low) / (2 · z), z = normalQuantile((1 + level) / 2). The middle figure is the mode:
 * logMean = ln(mode) + logSd². Three figures meet two parameters, so the spread comes from the ratio of the ends
 * and the place from the mode; the ends are the exact limits only when mode = √(low · high) · exp(−logSd²).
 * Source: N. L. Johnson, S. Kotz, N. Balakrishnan 1994, Continuous Univariate Distributions 1, chapter 14.
 * Throws RangeError unless 0 < low ≤ mode ≤ high and 0 < level < 1. The mean lies above the mode, by
 * exp(1.5 · logSd²): a sum of many such spots comes out above the sum of the most likely figures.
 *
 * Example: logNormalFrom({ low: 5, mode: 10, high: 20 }).logSd is 0.3536…
 */
export function logNormalFrom(points: ThreePoints, level = 0.95): LogNormal {
  const { low, mode, high } = orderedPoints(points);
  if (!(low > 0)) throw new RangeError(`A log-normal needs a low above 0, not ${low}.`);
  if (!(level > 0 && level < 1)) throw new RangeError(`A level lies inside (0, 1); ${level} does not.`);
  const logSd = Math.log(high / low) / (2 * normalQuantile((1 + level) / 2));
  return { logMean: Math.log(mode) + logSd * logSd, logSd };
}
