import type { SpotFigure, WeekProfile } from '../model/estimate.js';
import { compareText } from '../model/issue.js';
import type { Spot } from '../model/study.js';
import { DAYS, type Day } from '../model/week.js';

/** Persons by day of the week. */
export type DayCounts = Readonly<Record<Day, number>>;

/** A day counts as a peak day within this share of the busiest one … */
const NEAR_BUSIEST = 0.99;
/** … and only if the busiest day stands out from the week's mean by this share. */
const STANDS_OUT = 1.01;

/**
 * Persons at the spot on each day of the week, in the row's own figures: from mon … sun where all are given, else from
 * weekday and weekend, else from the usual and the peak day; undefined where the row says nothing of the week.
 */
export function dayCountsOf(figure: SpotFigure, weekend: readonly Day[]): DayCounts | undefined {
  const { spot } = figure;
  if (DAYS.every((day) => spot[day] !== undefined)) return countsBy((day) => spot[day] ?? 0);
  const { weekday: ordinary, weekend: busy } = spot;
  if (ordinary !== undefined && busy !== undefined) {
    return countsBy((day) => (weekend.includes(day) ? busy : ordinary));
  }
  const peak = figure.peak?.estimate;
  if (peak === undefined) return undefined;
  const peakDays = spot.peak_days ?? weekend;
  return countsBy((day) => (peakDays.includes(day) ? peak : figure.usual.estimate));
}

function countsBy(count: (day: Day) => number): DayCounts {
  return Object.fromEntries(DAYS.map((day) => [day, count(day)])) as Record<Day, number>;
}

/** True when the row says how its week goes. */
export function hasWeek(spot: Spot): boolean {
  const hasDays = DAYS.every((day) => spot[day] !== undefined);
  return hasDays || (spot.weekday !== undefined && spot.weekend !== undefined) || spot.peak_max !== undefined;
}

/** Mean persons a day over the given days; 0 without days. */
export function meanOverDays(counts: DayCounts, days: readonly Day[]): number {
  if (days.length === 0) return 0;
  return days.reduce((sum, day) => sum + counts[day], 0) / days.length;
}

/** The days on which most people are met; none where the week is flat. */
export function peakDaysOf(counts: DayCounts): Day[] {
  const busiest = Math.max(...DAYS.map((day) => counts[day]));
  if (busiest <= meanOverDays(counts, DAYS) * STANDS_OUT) return [];
  return DAYS.filter((day) => counts[day] >= busiest * NEAR_BUSIEST);
}

/**
 * The week of each population, over all municipalities (municipality empty) and in each: persons a day summed over the
 * spots whose week is known. It describes those spots; it is not scaled up to the others.
 */
export function weekProfiles(figures: readonly SpotFigure[], weekend: readonly Day[]): WeekProfile[] {
  const groups = new Map<string, { population: string; municipality: string; figures: SpotFigure[] }>();
  for (const figure of figures) {
    for (const municipality of new Set(['', figure.spot.municipality ?? ''])) {
      const { population } = figure.spot;
      const key = JSON.stringify([population, municipality]);
      const group = groups.get(key) ?? { population, municipality, figures: [] };
      group.figures.push(figure);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map((group) => profileOf(group, weekend))
    .filter((profile) => profile.spotsKnown > 0)
    .sort((a, b) => compareText(a.population, b.population) || compareText(a.municipality, b.municipality));
}

function profileOf(
  group: {
    readonly population: string;
    readonly municipality: string;
    readonly figures: readonly SpotFigure[];
  },
  weekend: readonly Day[],
): WeekProfile {
  const known = group.figures
    .map((figure) => dayCountsOf(figure, weekend))
    .filter((counts) => counts !== undefined);
  const days = countsBy((day) => known.reduce((sum, counts) => sum + counts[day], 0));
  const weekday = meanOverDays(
    days,
    DAYS.filter((day) => !weekend.includes(day)),
  );
  const atWeekend = meanOverDays(days, weekend);
  return {
    population: group.population,
    municipality: group.municipality,
    days,
    weekday,
    weekend: atWeekend,
    changePercent: weekday > 0 ? 100 * (atWeekend / weekday - 1) : undefined,
    peakDays: peakDaysOf(days),
    spotsKnown: known.length,
    spots: group.figures.length,
  };
}
