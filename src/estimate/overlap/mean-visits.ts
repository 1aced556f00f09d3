import { acceptCount, acceptSpots } from '../accept.js';

/**
 * Returns the number of different persons behind the counts: N = ΣS / k̄, with k̄ the mean number of spots a
 * person uses on a day.
 *
 * Right only when k̄ represents persons (for example weighted by respondent-driven sampling). Among people met
 * at spots, those using many are met more often, k̄ is too high and N too low. Source: standard; see M. G. Sirken
 * 1970, J. Am. Stat. Assoc. 65:257. Throws EstimationError 'not-a-count', 'spots-out-of-range'.
 *
 * Example: meanVisits(1000, 1.6) is 625.
 */
export function meanVisits(counted: number, meanSpots: number): number {
  return acceptCount(counted, 'The count') / acceptSpots(meanSpots, 'The mean number of spots');
}
