import { acceptDays, acceptSpots } from '../accept.js';
import { meanAtSpots } from './mean-at-spots.js';
import type { CountedSpot, Respondent } from './rows.js';

/** What interviews at spots are usually summarised by; every mean is over visits, not over persons. */
export interface RespondentSummary {
  readonly meanSpots: number;
  readonly shareUsingSeveral: number;
  /** Mean spots of those using several; 1 when nobody does. */
  readonly meanSpotsOfSeveral: number;
  readonly meanDays: number;
}

/**
 * Returns the summary of the respondents that published tables give, each weighted by the count at the spot
 * where met divided by the respondents met there.
 *
 * These are means over visits: people who come often or use many spots weigh more, so `meanVisits` and
 * `frequencyMean` fed with them come out low. Throws EstimationError as meanAtSpots, 'days-out-of-range',
 * 'spots-out-of-range'.
 *
 * Example: one spot, two respondents using 1 and 3 spots on 7 days: mean 2, share 0.5, mean of several 3, days 7.
 */
export function describeRespondents(
  spots: readonly CountedSpot[],
  respondents: readonly Respondent[],
): RespondentSummary {
  const over = (figure: (met: Respondent) => number): number => meanAtSpots(spots, respondents, figure).mean;
  const shareUsingSeveral = over((met) => (used(met) > 1 ? 1 : 0));
  const spotsOfSeveral = over((met) => (used(met) > 1 ? used(met) : 0));
  return {
    meanSpots: over(used),
    shareUsingSeveral,
    meanSpotsOfSeveral: shareUsingSeveral > 0 ? spotsOfSeveral / shareUsingSeveral : 1,
    meanDays: over((met) => acceptDays(met.daysPerWeek, 'daysPerWeek')),
  };
}

function used(met: Respondent): number {
  return acceptSpots(met.spotsPerDay, 'spotsPerDay');
}
