import { acceptDays } from '../accept.js';
import { meanAtSpots } from './mean-at-spots.js';
import type { CountedSpot, Respondent } from './rows.js';

/**
 * Returns the number of person-spots in a week, absent people included: N = 7 · ΣU · mean(1/f), the mean over
 * respondents weighted by the count at the spot where met.
 *
 * U are the counts of a usual day, f the days a week a respondent comes. The mean of 1/f is right because people
 * who come often are met more often. Source: the multiplicity argument of M. G. Sirken 1970,
 * J. Am. Stat. Assoc. 65:257, applied to days. Throws EstimationError: see meanAtSpots, and
 * 'days-out-of-range'. Misleads when used alone: people who use two spots a day count twice (see personVisit).
 *
 * Example: 10 counted, everybody comes 2 days a week: 7 · 10 / 2 = 35.
 */
export function frequencyHarmonic(spots: readonly CountedSpot[], respondents: readonly Respondent[]): number {
  return 7 * meanAtSpots(spots, respondents, (met) => 1 / acceptDays(met.daysPerWeek, 'daysPerWeek')).total;
}
