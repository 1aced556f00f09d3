import { acceptCount } from '../accept.js';

/**
 * Returns the persons present on an average day of the week: (5 · weekday + 2 · weekend) / 7.
 *
 * Source: the form is inferred; weekend changes as reported for Kosovo (+25% for FSW), JMIR Public Health and
 * Surveillance 2019, e11194. Throws EstimationError 'not-a-count'. Misleads where the busy days are not Saturday
 * and Sunday.
 *
 * Example: weeklyMean({ weekday: 100, weekend: 125 }) is 107.14…, a factor of 1.071.
 */
export function weeklyMean(day: { readonly weekday: number; readonly weekend: number }): number {
  const weekday = acceptCount(day.weekday, 'The weekday count');
  return (5 * weekday + 2 * acceptCount(day.weekend, 'The weekend count')) / 7;
}
