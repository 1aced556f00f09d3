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
  const counts = new Float64Array(size);
  const heard = new Float64Array(size);
  const figures = new Float64Array(size);
  for (const [at, spot] of spots.entries()) {
    const answers = spot.figures.length;
    counts[at] = spot.count;
    if (answers === 0) continue;
    heard[at] = spot.count;
    figures[at] = (spot.count * exactSum(spot.figures)) / answers;
  }
  const whole = (borrowed * counted * exactSum(figures)) / answered;
  if (size === 1) return () => whole;
  const stretch = (borrowed * size) / (size - 1);
  if (isSame(figures, counts) && isSame(heard, counts)) {
    return (random) => {
      const sum = random.sumOfDraws(counts, size - 1);
      return sum > 0 ? (stretch * sum * sum) / sum : (whole * stretch * sum) / (borrowed * counted);
    };
  }
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

/** True for a plain total: every spot was answered with the figure 1, so that one sum is all three. */
function isSame(one: Float64Array, other: Float64Array): boolean {
  return one.every((value, at) => value === other[at]);
}
