import { EstimationError } from '../../model/estimation-error.js';

/** Two lists of one population: persons on the first, on the second, and on both. */
export interface TwoLists {
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/** A point estimate in persons with its variance. */
export interface Point {
  readonly estimate: number;
  readonly variance: number;
}

/**
 * Returns the two lists if they can be what they say. Throws an EstimationError for counts that are not whole and
 * positive, more on both than on one, and for no overlap at all: then every large population fits equally well.
 */
export function acceptTwoLists(lists: TwoLists): TwoLists {
  const { first, second, both } = lists;
  if (![first, second, both].every((count) => Number.isSafeInteger(count) && count >= 0 && count <= 1e9)) {
    throw new EstimationError('not-a-count', 'two lists need whole numbers of persons, 0 or more');
  }
  if (both > Math.min(first, second)) {
    throw new EstimationError(
      'overlap-too-large',
      `${both} persons on both lists are more than one of them holds (${first} and ${second})`,
    );
  }
  if (both === 0) {
    throw new EstimationError(
      'no-overlap',
      'nobody is on both lists, so the data set no upper bound to the size; enlarge a list, or match the codes again',
    );
  }
  return lists;
}

/** Returns how many different persons the two lists hold. */
export function personsSeen({ first, second, both }: TwoLists): number {
  return first + second - both;
}

/**
 * Returns the Lincoln–Petersen estimate, persons: N = n₁·n₂ / m, variance n₁·n₂·(n₁ − m)·(n₂ − m) / m³.
 *
 * Needs a closed population, lists that do not depend on each other, and one list on which everybody is equally
 * likely. Lists that attract the same people give too small a number. Biased upward when m is below about 10.
 * Source: G. A. F. Seber 1982, The Estimation of Animal Abundance, section 3.1; variance as used by G. Paz-Bailey
 * et al. 2011, doi 10.1136/sti.2010.045633.
 *
 * Example: lincolnPetersen({ first: 400, second: 624, both: 20 }).estimate is 12480.
 */
export function lincolnPetersen(lists: TwoLists): Point {
  const { first, second, both } = acceptTwoLists(lists);
  return {
    estimate: (first * second) / both,
    variance: (first * second * (first - both) * (second - both)) / (both * both * both),
  };
}

/**
 * Returns Chapman's estimate, persons: N = (n₁ + 1)(n₂ + 1) / (m + 1) − 1 with variance
 * (n₁ + 1)(n₂ + 1)(n₁ − m)(n₂ − m) / [(m + 1)²(m + 2)].
 *
 * Nearly unbiased when m is 7 or more; assumptions as for Lincoln–Petersen. Source: D. G. Chapman 1951, University
 * of California Publications in Statistics 1:131–160; variance of G. A. F. Seber 1970, doi 10.2307/2529089.
 *
 * Example: chapman({ first: 948, second: 421, both: 167 }).estimate is 2382.7…
 */
export function chapman(lists: TwoLists): Point {
  const { first, second, both } = acceptTwoLists(lists);
  const product = (first + 1) * (second + 1);
  return {
    estimate: product / (both + 1) - 1,
    variance: (product * (first - both) * (second - both)) / ((both + 1) * (both + 1) * (both + 2)),
  };
}

/**
 * Returns how many persons are on both lists when the share of the second list that is on the first is estimated
 * with survey weights: share · n₂, rounded to whole persons as published tables do.
 *
 * Used when the second list is a respondent-driven sample, whose raw overlap over-represents people with many
 * contacts. Source: G. Paz-Bailey et al. 2011, doi 10.1136/sti.2010.045633. Throws an EstimationError outside
 * 0 to 1. The weights' own uncertainty does not enter the interval: use the multiplier with a design effect for it.
 *
 * Example: weightedOverlap(0.032, 624) is 20.
 */
export function weightedOverlap(share: number, second: number): number {
  if (!(share >= 0 && share <= 1)) {
    throw new EstimationError('not-a-share', `a weighted overlap is a share from 0 to 1, not ${share}`);
  }
  return Math.round(share * second);
}

/**
 * Returns the size for each odds ratio between the lists, persons: N = n₁ + n₂ − m + ψ · n₁₀ · n₀₁ / m.
 *
 * ψ = 1 is independence (Lincoln–Petersen); above 1 the same people tend to be on both lists, below 1 being on one
 * keeps people off the other. The data say nothing of ψ. Source: S. Gerritse, P. G. M. van der Heijden, B. F. M.
 * Bakker 2015, doi 10.1515/jos-2015-0022.
 *
 * Example: with lists 400, 624, 20 and ψ = 1 the size is 12480.
 */
export function sizesByOddsRatio(
  lists: TwoLists,
  oddsRatios: readonly number[],
): { oddsRatio: number; size: number }[] {
  const { first, second, both } = acceptTwoLists(lists);
  const seen = personsSeen(lists);
  return oddsRatios.map((oddsRatio) => {
    if (!(oddsRatio > 0 && oddsRatio <= 1000)) {
      throw new EstimationError('not-an-odds-ratio', 'an odds ratio is a number above 0, at most 1000');
    }
    return { oddsRatio, size: seen + (oddsRatio * (first - both) * (second - both)) / both };
  });
}
