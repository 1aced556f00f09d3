import { EstimationError } from '../../model/estimation-error.js';
import { exactSum } from '../../stats/exact-sum.js';
import { acceptCount } from '../accept.js';

/** A spot as the bootstrap sees it. */
export interface BootstrapSpot {
  readonly spotId: string;
  /** Spots are resampled, and spots without respondents filled, within a stratum. One stratum when not given. */
  readonly stratum?: string;
  /** Persons counted on a usual day. */
  readonly count: number;
  /** The figure of each respondent met there, 0 or more, for example 1 / visits a week; [1] for a plain total. */
  readonly figures: readonly number[];
}

/** The spots of one stratum and how its total stands for what has no respondents. */
export interface StratumOfSpots {
  readonly stratum: string;
  readonly spots: readonly BootstrapSpot[];
  /** Persons counted at all its spots. */
  readonly counted: number;
  /** Persons counted at its spots with respondents. */
  readonly answered: number;
  /** Counts of all strata / counts of strata with respondents: 1 when none is silent. */
  readonly borrowed: number;
}

/** Returns the stratum's total of count · mean figure, its share of silent strata included. */
export function stratumTotal(stratum: StratumOfSpots): number {
  const answered = stratum.spots.filter((spot) => spot.figures.length > 0);
  return (
    ((stratum.borrowed * stratum.counted) / stratum.answered) *
    exactSum(answered.map((spot) => (spot.count * exactSum(spot.figures)) / spot.figures.length))
  );
}

/**
 * Returns the strata in the order of their names, spots in the order of their ids, spots counted as 0 left out.
 * Strata without any respondent are spread over the others by their counts. Throws EstimationError:
 * 'not-a-count', 'duplicate-spot', 'nothing-counted', 'no-respondents'.
 */
export function intoStrata(spots: readonly BootstrapSpot[]): StratumOfSpots[] {
  const byId = [...spots].sort((one, other) => (one.spotId < other.spotId ? -1 : 1));
  const byStratum = new Map<string, BootstrapSpot[]>();
  byId.forEach((spot, at) => {
    acceptCount(spot.count, `The count at spot ${spot.spotId}`);
    for (const figure of spot.figures) acceptCount(figure, `A figure at spot ${spot.spotId}`);
    if (byId[at + 1]?.spotId === spot.spotId) {
      throw new EstimationError('duplicate-spot', `Spot ${spot.spotId} is listed twice.`);
    }
    if (spot.count === 0) return;
    const own = byStratum.get(spot.stratum ?? '') ?? [];
    byStratum.set(spot.stratum ?? '', own);
    own.push(spot);
  });
  if (byStratum.size === 0) throw new EstimationError('nothing-counted', 'No spot has a count above 0.');
  return withFilling(byStratum);
}

function withFilling(byStratum: ReadonlyMap<string, readonly BootstrapSpot[]>): StratumOfSpots[] {
  const names = [...byStratum.keys()].sort((one, other) => (one < other ? -1 : 1));
  const strata = names.map((stratum) => {
    const spots = byStratum.get(stratum) ?? [];
    const counted = exactSum(spots.map((spot) => spot.count));
    const answered = exactSum(spots.map((spot) => (spot.figures.length > 0 ? spot.count : 0)));
    return { stratum, spots, counted, answered };
  });
  const speaking = strata.filter((one) => one.answered > 0);
  const silent = exactSum(strata.map((one) => (one.answered > 0 ? 0 : one.counted)));
  const filled = exactSum(speaking.map((one) => one.counted));
  if (speaking.length === 0) throw new EstimationError('no-respondents', 'No spot has a respondent.');
  return speaking.map(({ stratum, spots, counted, answered }) => ({
    stratum,
    spots,
    counted,
    answered,
    borrowed: (filled + silent) / filled,
  }));
}
