import { EstimationError } from '../../model/estimation-error.js';
import { exactSum } from '../../stats/exact-sum.js';
import type { Random } from '../../stats/random.js';
import { resampledSum } from '../../stats/resampled-sum.js';
import type { BootstrapSpot, StratumOfSpots } from './bootstrap-strata.js';

/** From this many respondents on, a spot's own answers show how much its people differ. */
const OWN_SPREAD = 10;
const SHARED_CELLS = 4096;

type Draw = (random: Random) => number;

/** Draws a sum of that many deviations of one respondent from the mean of a spot. */
type DeviationSum = (draws: number) => Draw;

/**
 * Adds to each replicate the total of the strata with the respondents redrawn and the spots kept.
 *
 * Of c people counted at a spot n were met, with mean figure ȳ. A replicate has c · [ȳ + √(1 − n/c) · ē], ē the
 * mean of n deviations drawn with replacement. From 10 respondents on they are the spot's own, stretched by
 * √(n / (n − 1)) (J. N. K. Rao, C. F. J. Wu 1988, doi 10.1080/01621459.1988.10478591); a few respondents show
 * their spread too unsurely, so below that the deviations of the whole stratum stand in, scaled to the variance
 * within spots. A stratum with fewer than 10 respondents uses those of all strata. A spot without respondents
 * adds √c times a deviation: the chance in who its c people are. Throws EstimationError 'no-respondents' for
 * fewer than two in all. Too narrow where the large spots are the more mixed ones.
 */
export function drawFixedSpots(
  strata: readonly StratumOfSpots[],
  random: Random,
  totals: Float64Array,
): void {
  const all = strata.flatMap((one) => one.spots);
  if (respondentsAt(all) < 2) {
    throw new EstimationError('no-respondents', 'An interval needs at least two respondents.');
  }
  const shared = deviationSums(all);
  for (const stratum of strata) {
    const sums = respondentsAt(stratum.spots) < OWN_SPREAD ? shared : deviationSums(stratum.spots);
    const weight = (stratum.borrowed * stratum.counted) / stratum.answered;
    for (const spot of stratum.spots) {
      const draw = spotDraw(spot, sums);
      const stream = random.fork(spot.spotId);
      const factor = spot.figures.length > 0 ? weight : stratum.borrowed;
      for (let at = 0; at < totals.length; at++) totals[at] = (totals[at] ?? 0) + factor * draw(stream);
    }
  }
}

function respondentsAt(spots: readonly BootstrapSpot[]): number {
  return spots.reduce((sum, spot) => sum + spot.figures.length, 0);
}

/** Draws the spot's total; for a spot without respondents, its distance from what the stratum's mean gives. */
function spotDraw(spot: BootstrapSpot, sums: DeviationSum): Draw {
  const { count, figures } = spot;
  const met = figures.length;
  if (met === 0) {
    const one = sums(1);
    const stretch = Math.sqrt(count);
    return (random) => stretch * one(random);
  }
  const middle = (count * exactSum(figures)) / met;
  const unmet = Math.max(0, 1 - met / count);
  if (unmet === 0) return () => middle;
  const deviation = met < OWN_SPREAD ? sums(met) : ownDeviations(figures);
  const stretch = (count * Math.sqrt(unmet)) / met;
  return (random) => middle + stretch * deviation(random);
}

function ownDeviations(figures: readonly number[]): Draw {
  const met = figures.length;
  const total = exactSum(figures);
  const stretch = Math.sqrt(met / (met - 1));
  const sum = resampledSum(figures);
  return (random) => stretch * (sum(random) - total);
}

/** Sums of deviations of the spots' respondents from their common mean, scaled to the variance within spots. */
function deviationSums(spots: readonly BootstrapSpot[]): DeviationSum {
  const figures = spots.flatMap((spot) => spot.figures);
  const mean = exactSum(figures) / figures.length;
  const squares = exactSum(figures.map((figure) => (figure - mean) * (figure - mean)));
  const stretch = squares > 0 ? Math.sqrt((varianceWithin(spots, squares) * figures.length) / squares) : 0;
  const drawByNumber = new Map<number, Draw>();
  return (draws) => {
    const sum = drawByNumber.get(draws) ?? resampledSum(figures, { draws, cells: SHARED_CELLS });
    drawByNumber.set(draws, sum);
    return (random) => stretch * (sum(random) - draws * mean);
  };
}

/** The unbiased variance within spots; around the common mean when too few spots have two respondents. */
function varianceWithin(spots: readonly BootstrapSpot[], squares: number): number {
  const several = spots.filter((spot) => spot.figures.length > 1);
  const free = several.reduce((sum, spot) => sum + spot.figures.length - 1, 0);
  if (free < OWN_SPREAD) return squares / (respondentsAt(spots) - 1);
  const within = several.flatMap(({ figures }) => {
    const mean = exactSum(figures) / figures.length;
    return figures.map((figure) => (figure - mean) * (figure - mean));
  });
  return exactSum(within) / free;
}
