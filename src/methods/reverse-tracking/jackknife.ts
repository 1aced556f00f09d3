import { EstimationError } from '../../model/estimation-error.js';

/** A spot that was enumerated: persons by the map, persons found. */
export interface Enumerated {
  readonly mapped: number;
  readonly found: number;
}

/**
 * Returns the delete-one jackknife variance of a ratio times the map's total, persons squared:
 * M²·(1 − n/K)·Σ(R₍ⱼ₎ − R)² with R₍ⱼ₎ the ratio without spot j, which is M²·(1 − n/K)·Σ((sⱼ − R·mⱼ)/(Σm − mⱼ))².
 *
 * A large spot pulls the ratio to itself, so that its own residual looks too small; leaving it out gives that back. The
 * customary (n − 1)/n before the sum is left out: with it the interval is too short for few spots, as simulation shows
 * (docs/calibration-sizing.md). Source: K. M. Wolter 2007, Introduction to Variance Estimation, chapter 4; R. M. Royall,
 * W. G. Cumberland 1981, J Am Stat Assoc 76:66–77. Throws an EstimationError where the map has people at one spot only
 * of those enumerated: without it there is no ratio.
 *
 * Example: four of ten spots, mapped 10, 20, 30, 20 of 190 and found 12, 14, 24, 10: 265.4.
 */
export function jackknifeVariance(
  sample: readonly Enumerated[],
  map: { readonly spots: number; readonly mapped: number },
): number {
  if (sample.length === map.spots) return 0;
  const mapped = sample.reduce((sum, spot) => sum + spot.mapped, 0);
  const ratio = sample.reduce((sum, spot) => sum + spot.found, 0) / mapped;
  const squares = sample.reduce((sum, spot) => {
    const others = mapped - spot.mapped;
    if (others <= 0) {
      throw new EstimationError(
        'sparse-cells',
        'the map has people at one only of the spots enumerated, so the error of the ratio cannot be told; enumerate others',
      );
    }
    const pull = (spot.found - ratio * spot.mapped) / others;
    return sum + pull * pull;
  }, 0);
  return map.mapped * map.mapped * (1 - sample.length / map.spots) * squares;
}
