import { EstimationError } from '../../model/estimation-error.js';
import { exactSum } from '../../stats/exact-sum.js';
import { acceptCount } from '../accept.js';
import type { CountedSpot } from './rows.js';

/** People known to be counted at both of two spots. */
export interface SharedPair {
  readonly first: string;
  readonly second: string;
  readonly shared: number;
}

/**
 * Returns the number of different persons by taking off the people shared by listed pairs of spots:
 * N = ΣS − Σ shared.
 *
 * Inclusion–exclusion cut off after pairs: exact when nobody is at three listed spots, otherwise a lower bound
 * (Bonferroni). For small, well-known places. Source: C. E. Bonferroni 1936, as in W. Feller 1968, volume 1,
 * chapter IV. Throws EstimationError: 'not-a-count', 'duplicate-spot' (a spot or a pair listed twice, in either
 * order, or a spot paired with itself), 'unknown-spot', 'range-out-of-order' (more shared than counted at one of
 * the two), 'nothing-counted' (no spots).
 *
 * Example: spots a 10 and b 8 with 3 people at both: 15.
 */
export function pairwise(spots: readonly CountedSpot[], pairs: readonly SharedPair[]): number {
  const countBySpot = new Map<string, number>();
  for (const { spotId, count } of spots) {
    if (countBySpot.has(spotId))
      throw new EstimationError('duplicate-spot', `Spot ${spotId} is listed twice.`);
    countBySpot.set(spotId, acceptCount(count, `The count at spot ${spotId}`));
  }
  if (countBySpot.size === 0) throw new EstimationError('nothing-counted', 'No spot is listed.');
  const seen = new Set<string>();
  const shared = pairs.map((pair) => acceptPair(pair, countBySpot, seen));
  return exactSum([...countBySpot.values(), ...shared.map((people) => -people)]);
}

function acceptPair(pair: SharedPair, countBySpot: ReadonlyMap<string, number>, seen: Set<string>): number {
  const { first, second, shared } = pair;
  const key = first < second ? JSON.stringify([first, second]) : JSON.stringify([second, first]);
  if (first === second || seen.has(key)) {
    throw new EstimationError('duplicate-spot', `The pair ${first}, ${second} is not a new pair of spots.`);
  }
  seen.add(key);
  const smaller = Math.min(countAt(first, countBySpot), countAt(second, countBySpot));
  if (acceptCount(shared, `People shared by ${first} and ${second}`) <= smaller) return shared;
  throw new EstimationError(
    'range-out-of-order',
    `${shared} people shared by ${first} and ${second}; at most ${smaller}, the smaller count, is expected.`,
  );
}

function countAt(spotId: string, countBySpot: ReadonlyMap<string, number>): number {
  const count = countBySpot.get(spotId);
  if (count !== undefined) return count;
  throw new EstimationError('unknown-spot', `A pair names ${spotId}, which is not a listed spot.`);
}
