import { EstimationError } from '../../model/estimation-error.js';
import { exactSum } from '../../stats/exact-sum.js';
import { acceptCount } from '../accept.js';
import type { CountedSpot, Respondent } from './rows.js';

/** A figure of respondents carried to everyone counted at the spots. */
export interface MeanAtSpots {
  /** Persons counted at all spots (a person at two spots counts twice). */
  readonly counted: number;
  /** Σ over spots of count · mean of the figure at the spot. */
  readonly total: number;
  /** total / counted: the mean of the figure over visits. */
  readonly mean: number;
  readonly respondents: number;
  /** Spots with a count and no respondent, which took their stratum's mean. */
  readonly spotsFilled: number;
  /** Strata with counts and no respondent at all, which took the mean of all strata. */
  readonly strataFilled: number;
}

interface SpotSums {
  readonly count: number;
  readonly stratum: string;
  readonly values: number[];
}

interface StratumSums {
  /** Count · mean, one entry per spot with respondents. */
  readonly totals: number[];
  readonly answered: number[];
  readonly silent: number[];
}

/**
 * Returns the mean of a figure over everyone counted at the spots, each respondent weighted by the count at the
 * spot where met divided by the respondents met there.
 *
 * Within a stratum: Σ cⱼ · ȳⱼ over spots with respondents, scaled up by Σ c of all its spots / Σ c of those with
 * respondents; a stratum without respondents takes the mean of all others, by their counts. Source: D. G. Horvitz,
 * D. J. Thompson 1952, doi 10.1080/01621459.1952.10483446; the filling is post-stratified mean imputation.
 * Throws EstimationError for a count that is not one ('not-a-count'), a spot listed twice ('duplicate-spot'), a
 * respondent at a spot not listed ('unknown-spot'), no person counted ('nothing-counted'), no respondent at any
 * spot with a count ('no-respondents'). Respondents at a spot counted as 0 carry no weight. Row order does not
 * matter, to the last bit. Misleads when those who agree to talk differ from those who do not.
 *
 * Example: spots a (count 30) and b (count 10), figures 1 and 0.5 at a, 0.2 at b:
 * (30 · 0.75 + 10 · 0.2) / 40 = 0.6125.
 */
export function meanAtSpots(
  spots: readonly CountedSpot[],
  respondents: readonly Respondent[],
  figure: (respondent: Respondent) => number,
): MeanAtSpots {
  const bySpot = gather(spots, respondents, figure);
  const strata = sumStrata(bySpot.values());
  const parts = [...strata.values()];
  const speaking = parts.filter((part) => part.answered.length > 0);
  if (speaking.length === 0) {
    throw new EstimationError('no-respondents', 'No respondent was met at any spot with a count above 0.');
  }
  const counted = exactSum(spots.map((spot) => spot.count));
  const covered = exactSum(speaking.flatMap((part) => [...part.answered, ...part.silent]));
  const total = exactSum(speaking.map(carried)) * (counted / covered);
  return {
    counted,
    total,
    mean: total / counted,
    respondents: respondents.length,
    spotsFilled: parts.reduce((sum, part) => sum + part.silent.length, 0),
    strataFilled: parts.length - speaking.length,
  };
}

/** The stratum's total of the figure, spots without respondents at the stratum's mean. */
function carried(part: StratumSums): number {
  return exactSum(part.totals) * (exactSum([...part.answered, ...part.silent]) / exactSum(part.answered));
}

function gather(
  spots: readonly CountedSpot[],
  respondents: readonly Respondent[],
  figure: (respondent: Respondent) => number,
): Map<string, SpotSums> {
  const bySpot = new Map<string, SpotSums>();
  for (const spot of spots) {
    const count = acceptCount(spot.count, `The count at spot ${spot.spotId}`);
    if (bySpot.has(spot.spotId)) {
      throw new EstimationError('duplicate-spot', `Spot ${spot.spotId} is listed twice.`);
    }
    bySpot.set(spot.spotId, { count, stratum: spot.stratum ?? '', values: [] });
  }
  if (![...bySpot.values()].some((spot) => spot.count > 0)) {
    throw new EstimationError('nothing-counted', 'No spot has a count above 0.');
  }
  for (const respondent of respondents) {
    const spot = bySpot.get(respondent.spotId);
    if (spot === undefined) {
      throw new EstimationError(
        'unknown-spot',
        `A respondent was met at ${respondent.spotId}, not a listed spot.`,
      );
    }
    spot.values.push(figure(respondent));
  }
  return bySpot;
}

function sumStrata(spots: Iterable<SpotSums>): Map<string, StratumSums> {
  const strata = new Map<string, StratumSums>();
  for (const { count, stratum, values } of spots) {
    if (count === 0) continue;
    const part = strata.get(stratum) ?? { totals: [], answered: [], silent: [] };
    strata.set(stratum, part);
    if (values.length === 0) part.silent.push(count);
    else {
      part.totals.push((count * exactSum(values)) / values.length);
      part.answered.push(count);
    }
  }
  return strata;
}
