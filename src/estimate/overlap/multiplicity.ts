import { acceptSpots } from '../accept.js';
import { meanAtSpots } from './mean-at-spots.js';
import type { CountedSpot, Respondent } from './rows.js';

/**
 * Returns the number of different persons behind the counts of one day: N = ΣS · mean(1/k), the mean over
 * respondents weighted by the count at the spot where met.
 *
 * S are the counts, k the spots a respondent uses on the same occasion. Because people using many spots are met
 * more often, the mean of 1/k (not 1 over the mean) is unbiased. Source: M. G. Sirken 1970, Household surveys
 * with multiplicity, J. Am. Stat. Assoc. 65:257. Throws EstimationError: see meanAtSpots, and
 * 'spots-out-of-range' for k below 1. Misleads when used alone on one day's counts: people who come on other
 * days stay out, so it makes a low total lower (see personVisit).
 *
 * Example: 40 counted, half of the visits by people using 2 spots: 40 · 0.75 = 30.
 */
export function multiplicity(spots: readonly CountedSpot[], respondents: readonly Respondent[]): number {
  return meanAtSpots(spots, respondents, (met) => 1 / acceptSpots(met.spotsPerDay, 'spotsPerDay')).total;
}
