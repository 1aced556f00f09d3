import { EstimationError } from '../../model/estimation-error.js';
import { exactSum, exactSumOf } from '../../stats/exact-sum.js';
import { acceptCount, acceptWithin } from '../accept.js';
import type { Interval } from './interval.js';

/** The lowest and highest figure for one spot or place, in persons. */
export interface SpotRange {
  readonly min: number;
  readonly max: number;
}

/** The range of a total, its middle, and half its width. */
export interface CorrelatedRange extends Interval {
  readonly estimate: number;
  readonly halfWidth: number;
}

/**
 * Returns the range of a total from the ranges of its parts: the sum of midpoints ± H with
 * H² = Σh² + ρ · [(Σh)² − Σh²], h = (max − min) / 2.
 *
 * ρ is the correlation between the errors of any two parts, 0 to 1: 0 adds squares, 1 adds the extremes as
 * published tables do. The variance of a sum of equally correlated errors, with half-widths in the place of
 * standard deviations. Source: inferred; for ρ = 1 the practice of programmatic mapping. Throws EstimationError:
 * 'not-a-count', 'range-out-of-order' (min above max), 'nothing-counted' (no rows), 'setting-out-of-range'.
 * No probability is claimed: the ends are as sure as the informants' own ranges were. `low` may fall below the
 * number of people seen; it is not cut off.
 *
 * Example: parts 6–14 and 5–11 (h 4 and 3): ρ = 0 gives 18 ± 5, ρ = 1 gives 18 ± 7.
 */
export function correlated(parts: readonly SpotRange[], correlation: number): CorrelatedRange {
  acceptWithin(correlation, 'The correlation', { low: 0, high: 1 });
  if (parts.length === 0) throw new EstimationError('nothing-counted', 'There is no range to add up.');
  const halves = parts.map(halfOf);
  const halfWidth = correlatedHalfWidth(
    sumHalfWidths(halves.length, (at) => halves[at] ?? 0),
    correlation,
  );
  const estimate = exactSum(parts.map((part) => (part.min + part.max) / 2));
  return {
    estimate,
    halfWidth,
    low: estimate - halfWidth,
    high: estimate + halfWidth,
    level: undefined,
    basis: correlation === 1 ? 'extremes' : 'spread',
    monteCarloError: 0,
    replicates: 0,
  };
}

/** Half-widths of parts added up without rounding, persons: Σh and Σh². */
export interface HalfWidthSums {
  readonly sum: number;
  readonly squares: number;
}

/** Returns the sums of that many half-widths, each rounded once. */
export function sumHalfWidths(parts: number, halfAt: (part: number) => number): HalfWidthSums {
  const squares = exactSumOf(parts, (part) => {
    const half = halfAt(part);
    return half * half;
  });
  return { sum: exactSumOf(parts, halfAt), squares };
}

/**
 * Returns half the width of a total, in persons, from the half-widths h of its parts: H with
 * H² = Σh² + ρ · [(Σh)² − Σh²], as `correlated` has it. Throws EstimationError 'setting-out-of-range'.
 *
 * Example: half-widths 4 and 3, whose sum is 7 and whose squares add up to 25: ρ = 0 gives 5, ρ = 1 gives 7.
 */
export function correlatedHalfWidth({ sum, squares }: HalfWidthSums, correlation: number): number {
  acceptWithin(correlation, 'The correlation', { low: 0, high: 1 });
  if (correlation === 1) return sum;
  return Math.sqrt(squares + correlation * Math.max(0, sum * sum - squares));
}

function halfOf({ min, max }: SpotRange): number {
  if (acceptCount(max, 'max') >= acceptCount(min, 'min')) return (max - min) / 2;
  throw new EstimationError('range-out-of-order', `min ${min} is above max ${max}; swap or correct them.`);
}
