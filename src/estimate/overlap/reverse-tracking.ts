import { EstimationError } from '../../model/estimation-error.js';
import { exactSum } from '../../stats/exact-sum.js';
import { acceptCount } from '../accept.js';

/** A mapped spot; `enumerated` is set where a team went back and counted. */
export interface TrackedSpot {
  readonly mapped: number;
  readonly enumerated?: number;
}

/** The corrected total and how sure it is. */
export interface ReverseTrackingEstimate {
  readonly estimate: number;
  /** Σ enumerated / Σ mapped over the spots visited again. */
  readonly ratio: number;
  /** Persons squared; undefined when only one of several spots was visited again. */
  readonly variance: number | undefined;
  readonly visited: number;
  readonly spots: number;
}

/**
 * Returns the persons at all mapped spots after a random sample of them was counted again:
 * N = M · Σs / Σm, with Var(N) = K² · (1 − n/K) · s_e² / n, s_e² = Σ (sⱼ − R · mⱼ)² / (n − 1).
 *
 * M is the mapped total over all K spots, s and m the counts of the n visited again, R = Σs / Σm. Source:
 * W. G. Cochran 1977, Sampling Techniques, chapter 6 (ratio estimator); in this field M. Vadivoo and others
 * 2008. Throws EstimationError: 'not-a-count', 'nothing-counted' (no person mapped at the spots visited again),
 * 'no-respondents' (no spot visited again). The variance is a large-sample one: below about 30 visited spots it
 * is too small. Misleads when the spots visited again were chosen, not drawn.
 *
 * Example: mapped 10, 20, 30, of which the first two counted again as 8 and 16: ratio 0.8, estimate 48.
 */
export function reverseTracking(spots: readonly TrackedSpot[]): ReverseTrackingEstimate {
  const mapped = exactSum(spots.map((spot) => acceptCount(spot.mapped, 'mapped')));
  const visited = spots.flatMap((spot) =>
    spot.enumerated === undefined
      ? []
      : [{ before: spot.mapped, after: acceptCount(spot.enumerated, 'enumerated') }],
  );
  if (visited.length === 0) throw new EstimationError('no-respondents', 'No spot was visited again.');
  const before = exactSum(visited.map((spot) => spot.before));
  if (before === 0)
    throw new EstimationError('nothing-counted', 'Nobody was mapped at the spots visited again.');
  const ratio = exactSum(visited.map((spot) => spot.after)) / before;
  const residuals = visited.map((spot) => spot.after - ratio * spot.before);
  return {
    estimate: mapped * ratio,
    ratio,
    variance: ratioVariance(residuals, spots.length),
    visited: visited.length,
    spots: spots.length,
  };
}

function ratioVariance(residuals: readonly number[], spots: number): number | undefined {
  const sampled = residuals.length;
  if (sampled === spots) return 0;
  if (sampled < 2) return undefined;
  const square = exactSum(residuals.map((residual) => residual * residual)) / (sampled - 1);
  return (spots * spots * (1 - sampled / spots) * square) / sampled;
}
