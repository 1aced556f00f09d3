import { EstimationError } from '../../model/estimation-error.js';
import { exactSum } from '../../stats/exact-sum.js';
import { acceptCount, acceptWithin } from '../accept.js';

/** People seen in the survey week by how long ago they came before. */
export interface PreviousVisit {
  /** Weeks since the visit before, 1 or more. */
  readonly weeksAgo: number;
  readonly people: number;
}

/** The two sampling fractions of the method, each above 0 and at most 1. */
export interface LastVisitFractions {
  /** r₁: the part of venues or opening times covered. */
  readonly covered: number;
  /** r₂: the part of the people present who answered. */
  readonly answered: number;
}

/**
 * Returns the number of different persons who come to a venue over the weeks asked about, from one wave of
 * interviews: N = Σ i · mᵢ / (r₁ · r₂), mᵢ people whose visit before was i weeks ago.
 *
 * A person who comes every i weeks is met with chance 1/i, so stands for i persons. Source: E. M. Laska,
 * M. Meisner, C. Siegel 1988, Biometrics 44:461; used by Y. Chen and others 2013, Sex Transm Infect 89:142.
 * Throws EstimationError: 'not-a-count', 'no-respondents' (none seen), 'setting-out-of-range' (weeks below 1,
 * a fraction outside (0, 1]). Misleads for people who never came before (leave them out and say so), and when
 * the survey week was unusual.
 *
 * Example: Σ i · mᵢ = 440, r₁ = 1, r₂ = 0.22 gives 2000.
 */
export function lastVisit(visits: readonly PreviousVisit[], fractions: LastVisitFractions): number {
  for (const { weeksAgo } of visits) {
    acceptWithin(weeksAgo, 'weeksAgo', { low: 1, high: Number.MAX_SAFE_INTEGER });
  }
  const weighted = exactSum(visits.map((row) => row.weeksAgo * acceptCount(row.people, 'people')));
  if (weighted === 0) throw new EstimationError('no-respondents', 'Nobody with a visit before was seen.');
  const covered = acceptWithin(fractions.covered, 'covered', { low: Number.MIN_VALUE, high: 1 });
  const answered = acceptWithin(fractions.answered, 'answered', { low: Number.MIN_VALUE, high: 1 });
  return weighted / (covered * answered);
}
