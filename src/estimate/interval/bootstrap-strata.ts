import { EstimationError } from '../../model/estimation-error.js';
import { exactSum } from '../../stats/exact-sum.js';
import { acceptCount, isCount } from '../accept.js';

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
  /** What is added up over spots, by spot. */
  readonly columns: StratumColumns;
  /** Persons counted at all its spots. */
  readonly counted: number;
  /** Persons counted at its spots with respondents. */
  readonly answered: number;
  /** Those times the mean figure of their spot. */
  readonly persons: number;
  /** Counts of all strata / counts of strata with respondents: 1 when none is silent. */
  readonly borrowed: number;
}

/** By spot of a stratum, in persons; columns that are alike, as those of a plain total, are one. */
export interface StratumColumns {
  readonly counted: Float64Array;
  /** Those counted where somebody answered; 0 elsewhere. */
  readonly answered: Float64Array;
  /** Those counted times the mean figure; 0 where nobody answered. */
  readonly persons: Float64Array;
}

/** Returns the stratum's total of count · mean figure, its share of silent strata included. */
export function stratumTotal({ borrowed, counted, answered, persons }: StratumOfSpots): number {
  return ((borrowed * counted) / answered) * persons;
}

/**
 * Returns the strata in the order of their names, spots in the order of their ids, spots counted as 0 left out.
 * Strata without any respondent are spread over the others by their counts. Throws EstimationError:
 * 'not-a-count', 'duplicate-spot', 'nothing-counted', 'no-respondents'.
 */
export function intoStrata(spots: readonly BootstrapSpot[]): StratumOfSpots[] {
  const byStratum = new Map<string, BootstrapSpot[]>();
  for (const spot of inOrder(spots)) {
    if (spot.count === 0) continue;
    const own = byStratum.get(spot.stratum ?? '');
    if (own === undefined) byStratum.set(spot.stratum ?? '', [spot]);
    else own.push(spot);
  }
  if (byStratum.size === 0) throw new EstimationError('nothing-counted', 'No spot has a count above 0.');
  return withFilling(byStratum);
}

/** The spots in the order of their ids, each listed once and with counts and figures that are counts. */
function inOrder(spots: readonly BootstrapSpot[]): BootstrapSpot[] {
  const byId = [...spots].sort((one, other) => (one.spotId < other.spotId ? -1 : 1));
  let before: string | undefined;
  for (const spot of byId) {
    if (spot.spotId === before) {
      throw new EstimationError('duplicate-spot', `Spot ${spot.spotId} is listed twice.`);
    }
    before = spot.spotId;
    if (isCount(spot.count) && spot.figures.every(isCount)) continue;
    acceptCount(spot.count, `The count at spot ${spot.spotId}`);
    for (const figure of spot.figures) acceptCount(figure, `A figure at spot ${spot.spotId}`);
  }
  return byId;
}

function withFilling(byStratum: ReadonlyMap<string, readonly BootstrapSpot[]>): StratumOfSpots[] {
  const names = [...byStratum.keys()].sort((one, other) => (one < other ? -1 : 1));
  const strata = names.map((stratum) => {
    const spots = byStratum.get(stratum) ?? [];
    const columns = columnsOf(spots);
    const counted = exactSum(columns.counted);
    const sumOf = (column: Float64Array) => (column === columns.counted ? counted : exactSum(column));
    const [answered, persons] = [sumOf(columns.answered), sumOf(columns.persons)];
    return { stratum, spots, columns, counted, answered, persons };
  });
  const speaking = strata.filter((one) => one.answered > 0);
  const silent = exactSum(strata.map((one) => (one.answered > 0 ? 0 : one.counted)));
  const filled = exactSum(speaking.map((one) => one.counted));
  if (speaking.length === 0) throw new EstimationError('no-respondents', 'No spot has a respondent.');
  const borrowed = (filled + silent) / filled;
  return speaking.map((stratum) => ({ ...stratum, borrowed }));
}

function columnsOf(spots: readonly BootstrapSpot[]): StratumColumns {
  const counted = new Float64Array(spots.length);
  let isPlain = true;
  spots.forEach(({ count, figures }, at) => {
    counted[at] = count;
    isPlain &&= figures.length === 1 && figures[0] === 1;
  });
  if (isPlain) return { counted, answered: counted, persons: counted };
  const answered = counted.map((count, at) => (spots[at]?.figures.length === 0 ? 0 : count));
  const persons = counted.map((count, at) => {
    const figures = spots[at]?.figures ?? [];
    return figures.length === 0 ? 0 : (count * exactSum(figures)) / figures.length;
  });
  return { counted, answered, persons };
}
