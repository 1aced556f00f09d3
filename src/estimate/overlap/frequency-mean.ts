import { acceptCount, acceptDays } from '../accept.js';

/**
 * Returns the number of person-spots in a week from a mean attendance: N = 7 · U / f̄.
 *
 * U is the count of a usual day, f̄ the mean days a week of persons who come at all. Right only when f̄ represents
 * persons; among people met at spots f̄ is too high and N too low. Source: as frequencyHarmonic. Throws
 * EstimationError 'not-a-count', 'days-out-of-range'.
 *
 * Example: frequencyMean(100, 3.5) is 200.
 */
export function frequencyMean(counted: number, meanDays: number): number {
  return (7 * acceptCount(counted, 'The count')) / acceptDays(meanDays, 'The mean days a week');
}
