import { dayCountsOf, type DayCounts } from '../../estimate/week.js';
import type { SpotFigure } from '../../model/estimate.js';
import { DAYS, type Day } from '../../model/week.js';
import { HOURS_START, type HoursView } from './report-view.js';

const HOURS = 24;

/**
 * People at open spots by day and hour, in persons: each spot's people of a day counted in every hour it is open, an hour
 * open in part counted in part. A day runs from `HOURS_START`, so that the hours after midnight belong to the evening
 * before. Undefined where no spot says its hours. It says when spots are open, not how many are there at each moment.
 */
export function hoursView(figures: readonly SpotFigure[], weekend: readonly Day[]): HoursView | undefined {
  const byDay = DAYS.map(() => Array.from({ length: HOURS }, () => 0));
  let known = 0;
  let flat = 0;
  for (const figure of figures) {
    const { hours } = figure.spot;
    if (hours === undefined) continue;
    known += 1;
    const counts = dayCountsOf(figure, weekend);
    if (counts === undefined) flat += 1;
    addSpot(byDay, hours, counts ?? evenly(figure.at.estimate));
  }
  if (known === 0) return undefined;
  const mean = Array.from(
    { length: HOURS },
    (_, hour) => byDay.reduce((sum, day) => sum + (day[hour] ?? 0), 0) / DAYS.length,
  );
  return { byDay, mean, spotsKnown: known, spots: figures.length, flat };
}

const evenly = (persons: number) =>
  Object.fromEntries(DAYS.map((day) => [day, persons])) as Record<Day, number>;

/** Adds a spot's people to every hour it is open; hours past the end of a day of the report fall on the next one. */
function addSpot(
  byDay: number[][],
  { from, to }: { readonly from: number; readonly to: number },
  counts: DayCounts,
): void {
  const first = Math.floor(from / 60);
  const last = Math.ceil(to / 60);
  for (const [at, day] of DAYS.entries()) {
    for (let hour = first; hour < last; hour += 1) {
      const open = (Math.min(to, 60 * hour + 60) - Math.max(from, 60 * hour)) / 60;
      const since = hour - HOURS_START;
      const row = byDay[(at + Math.floor(since / HOURS) + DAYS.length) % DAYS.length];
      const place = ((since % HOURS) + HOURS) % HOURS;
      if (row !== undefined) row[place] = (row[place] ?? 0) + counts[day] * open;
    }
  }
}

/** The busiest stretch of a curve of 24 hours: the hours around the fullest one with at least 9 of 10 of its people, as clock hours; `to` is exclusive. */
export function busiestHours(
  mean: readonly number[],
): { readonly from: number; readonly to: number } | undefined {
  const most = Math.max(...mean);
  if (most <= 0) return undefined;
  const peak = mean.indexOf(most);
  let first = peak;
  let last = peak;
  while (first > 0 && (mean[first - 1] ?? 0) >= 0.9 * most) first -= 1;
  while (last < HOURS - 1 && (mean[last + 1] ?? 0) >= 0.9 * most) last += 1;
  if (last - first >= HOURS - 1) return undefined;
  return { from: (HOURS_START + first) % HOURS, to: (HOURS_START + last + 1) % HOURS };
}
