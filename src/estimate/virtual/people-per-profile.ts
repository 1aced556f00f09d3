import { EstimationError } from '../../model/estimation-error.js';
import { exactSum } from '../../stats/exact-sum.js';

/** How many persons, contacted through their profiles, have so many of them. */
export interface ProfileAnswers {
  readonly profiles: number;
  readonly persons: number;
}

/**
 * Returns the different persons per profile, from persons contacted through their profiles: Σ persons / profiles over
 * Σ persons, the mean of 1 / profiles.
 *
 * Somebody with three profiles is three times as likely to be contacted, and counts a third: the multiplicity
 * estimator of M. G. Sirken 1970. Throws EstimationError 'profiles-out-of-range' for fewer than 1 profile or
 * persons below 0, 'no-respondents' without a person. Misleads when answers are of persons drawn in another way.
 *
 * Example: 50 persons with 1 profile, 30 with 2, 20 with 4: 0.7.
 */
export function meanInverse(answers: readonly ProfileAnswers[]): number {
  for (const { profiles, persons } of answers) {
    if (!(profiles >= 1 && profiles < Infinity && persons >= 0 && persons < Infinity)) {
      throw new EstimationError(
        'profiles-out-of-range',
        `${persons} persons with ${profiles} profiles: 1 profile or more and 0 persons or more are expected.`,
      );
    }
  }
  const persons = exactSum(answers.map((answer) => answer.persons));
  if (persons <= 0)
    throw new EstimationError('no-respondents', 'No person said how many profiles they have.');
  return exactSum(answers.map((answer) => answer.persons / answer.profiles)) / persons;
}
