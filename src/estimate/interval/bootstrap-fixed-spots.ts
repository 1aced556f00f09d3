import { EstimationError } from '../../model/estimation-error.js';
import { exactSum } from '../../stats/exact-sum.js';
import type { Random } from '../../stats/random.js';
import { resampledSum } from '../../stats/resampled-sum.js';
import type { BootstrapSpot, StratumOfSpots } from './bootstrap-strata.js';

/**
 * Adds to each replicate the total of the strata with the respondents redrawn and the spots kept.
 *
 * Of c people counted at a spot n were met, with mean figure ȳ. A replicate has c · [ȳ + λ · (ȳ* − ȳ)], ȳ* the
 * mean of n drawn from the n, λ² = n / (n − 1) · (1 − n / c): its variance is the unbiased one of a sample of n
 * out of c (J. N. K. Rao, C. F. J. Wu 1988, doi 10.1080/01621459.1988.10478591). One respondent shows no spread,
 * so the spread of the stratum stands in; a spot without respondents adds √c times a deviation of the stratum,
 * the chance in who its c people are. Throws EstimationError 'no-respondents' for fewer than two in all.
 */
export function drawFixedSpots(
  strata: readonly StratumOfSpots[],
  random: Random,
  totals: Float64Array,
): void {
  const everyone = deviations(strata.flatMap((one) => one.spots));
  if (everyone.length < 2) {
    throw new EstimationError('no-respondents', 'An interval needs at least two respondents.');
  }
  for (const stratum of strata) {
    const own = deviations(stratum.spots);
    const pool = own.length < 2 ? everyone : own;
    const weight = (stratum.borrowed * stratum.counted) / stratum.answered;
    for (const spot of stratum.spots) {
      const draw = spotDraw(spot, pool);
      const stream = random.fork(spot.spotId);
      const factor = spot.figures.length > 0 ? weight : stratum.borrowed;
      for (let at = 0; at < totals.length; at++) totals[at] = (totals[at] ?? 0) + factor * draw(stream);
    }
  }
}

/** Each respondent's distance from the mean figure of the spots, stretched so that its variance is unbiased. */
function deviations(spots: readonly BootstrapSpot[]): Float64Array {
  const met = spots.filter((spot) => spot.figures.length > 0);
  const counted = exactSum(met.map((spot) => spot.count));
  const mean =
    exactSum(met.map((spot) => (spot.count * exactSum(spot.figures)) / spot.figures.length)) / counted;
  const figures = met.flatMap((spot) => spot.figures);
  const stretch = figures.length > 1 ? Math.sqrt(figures.length / (figures.length - 1)) : 0;
  return Float64Array.from(figures, (figure) => stretch * (figure - mean));
}

/** Draws the spot's total; for a spot without respondents, its distance from what the stratum's mean gives. */
function spotDraw(spot: BootstrapSpot, pool: Float64Array): (random: Random) => number {
  const { count, figures } = spot;
  const met = figures.length;
  const deviation = (random: Random): number => pool[random.integer(pool.length)] ?? 0;
  if (met === 0) return (random) => Math.sqrt(count) * deviation(random);
  const mean = exactSum(figures) / met;
  const unmet = Math.max(0, 1 - met / count);
  if (unmet === 0) return () => count * mean;
  if (met === 1) return (random) => count * (mean + Math.sqrt(unmet) * deviation(random));
  const sum = resampledSum(figures);
  const stretch = count * Math.sqrt((met / (met - 1)) * unmet);
  return (random) => count * mean + stretch * (sum(random) / met - mean);
}
