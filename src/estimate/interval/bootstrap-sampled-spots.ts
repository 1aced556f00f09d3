import { exactSum } from '../../stats/exact-sum.js';
import type { Random } from '../../stats/random.js';
import type { StratumOfSpots } from './bootstrap-strata.js';

/**
 * Adds to each replicate the total of the strata with whole spots redrawn.
 *
 * Of m spots of a stratum, m − 1 are drawn with replacement and the sums stretched by m / (m − 1), which makes
 * the variance unbiased (P. J. McCarthy, C. B. Snowden 1985, The bootstrap and finite population sampling).
 * Respondents go along with their spot: the differences between spots already carry the chance in who was met,
 * and drawing them again would count it twice (ultimate clusters, M. H. Hansen, W. N. Hurwitz, W. G. Madow 1953).
 * A stratum of one spot stays as it is.
 */
export function drawSampledSpots(
  strata: readonly StratumOfSpots[],
  random: Random,
  totals: Float64Array,
): void {
  for (const stratum of strata) {
    const draw = stratumDraw(stratum);
    const stream = random.fork(stratum.stratum);
    for (let at = 0; at < totals.length; at++) totals[at] = (totals[at] ?? 0) + draw(stream);
  }
}

function stratumDraw({ spots, borrowed, counted, answered }: StratumOfSpots): (random: Random) => number {
  const size = spots.length;
  const counts = Float64Array.from(spots, (spot) => spot.count);
  const heard = Float64Array.from(spots, (spot) => (spot.figures.length > 0 ? spot.count : 0));
  const figures = Float64Array.from(spots, (spot) =>
    spot.figures.length > 0 ? (spot.count * exactSum(spot.figures)) / spot.figures.length : 0,
  );
  const whole = (borrowed * counted * exactSum(figures)) / answered;
  if (size === 1) return () => whole;
  const stretch = (borrowed * size) / (size - 1);
  return (random) => {
    let [figure, count, met] = [0, 0, 0];
    for (let at = 1; at < size; at++) {
      const drawn = random.integer(size);
      figure += figures[drawn] ?? 0;
      count += counts[drawn] ?? 0;
      met += heard[drawn] ?? 0;
    }
    return met > 0 ? (stretch * count * figure) / met : (whole * stretch * count) / (borrowed * counted);
  };
}
