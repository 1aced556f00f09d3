import { acceptDays, acceptSpots } from '../accept.js';
import { meanAtSpots } from './mean-at-spots.js';
import type { CountedSpot, OverlapUniverse, OverlapWindow, Respondent } from './rows.js';

/** What the answers and the counts refer to. */
export interface PersonVisitSettings {
  readonly window: OverlapWindow;
  readonly universe: OverlapUniverse;
}

/** The persons who attend spots, and what the figure rests on. */
export interface PersonVisitEstimate extends PersonVisitSettings {
  /** Different persons who come to spots in a week. */
  readonly estimate: number;
  /** Person-visits a week behind it (7 · ΣU for the window `day`, ΣS for `week`). */
  readonly visits: number;
  /** Mean over visits of 1 / visits a week of the person. */
  readonly meanInverse: number;
  readonly respondents: number;
  readonly spotsFilled: number;
  readonly strataFilled: number;
}

/**
 * Returns the number of different persons who come to spots in a week, overlap and attendance corrected
 * together: N = visits a week · mean over respondents of 1/V, each respondent weighted by the count at the spot
 * where met divided by the respondents met there.
 *
 * Window `day`: counts are of one usual day, visits are 7 · ΣU, V = spots a day · days a week. Window `week`:
 * counts are of different people seen at a spot in a week, `spotsPerDay` is the different spots used in the
 * week, V is that alone, days play no part; respondents must then stand for the week's people, not for one
 * day's. A spot without respondents takes its stratum's mean. Source: D. G. Horvitz, D. J. Thompson 1952,
 * doi 10.1080/01621459.1952.10483446, with the multiplicity of M. G. Sirken 1970,
 * J. Am. Stat. Assoc. 65:257.
 *
 * Throws EstimationError: see meanAtSpots, 'days-out-of-range', 'spots-out-of-range'. Never counts people who
 * come to no spot (see divide). Misleads when the counted day is not an average one (with busier weekends, a
 * weekday's counts are too low: take weeklyMean), when people round their days (2 or 3 said for 1 makes it too low) and
 * when those who come rarely refuse to talk.
 *
 * Example: 40 counted a day, everybody uses 2 spots on 3.5 days: 7 · 40 / 7 = 40.
 */
export function personVisit(
  spots: readonly CountedSpot[],
  respondents: readonly Respondent[],
  settings: PersonVisitSettings,
): PersonVisitEstimate {
  const figures = meanAtSpots(spots, respondents, (met) => inverseVisits(met, settings.window));
  const days = settings.window === 'day' ? 7 : 1;
  return {
    window: settings.window,
    universe: settings.universe,
    estimate: days * figures.total,
    visits: days * figures.counted,
    meanInverse: figures.mean,
    respondents: figures.respondents,
    spotsFilled: figures.spotsFilled,
    strataFilled: figures.strataFilled,
  };
}

/**
 * Returns 1 / V, the part of a person that one visit of the respondent stands for: 1 / (spots a day · days a
 * week) in the window `day`, 1 / spots in the window `week`. Throws EstimationError as personVisit.
 *
 * Example: 2 spots a day on 3 days is 1/6.
 */
export function inverseVisits(respondent: Respondent, window: OverlapWindow): number {
  const spots = acceptSpots(respondent.spotsPerDay, 'spotsPerDay');
  if (window === 'week') return 1 / spots;
  return 1 / (spots * acceptDays(respondent.daysPerWeek, 'daysPerWeek'));
}
