import { valueOf } from '../columns/typed-table.js';
import type { SpotFigure, WeekProfile } from '../model/estimate.js';
import { compareText } from '../model/issue.js';
import type { Spot } from '../model/study.js';
import { DAYS, type Day } from '../model/week.js';
import type { PopulationFigures } from './estimates-of.js';
import { groupFigures, type Figures } from './figures.js';

/** Persons by day of the week. */
export type DayCounts = Readonly<Record<Day, number>>;

/** A day counts as a peak day within this share of the busiest one … */
const NEAR_BUSIEST = 0.99;
/** … and only if the busiest day stands out from the week's mean by this share. */
const STANDS_OUT = 1.01;

/** What a row says of its week; NaN where it does not say. */
export interface WeekFacts {
  /** Persons by day, in the order of DAYS. */
  readonly days: ArrayLike<number>;
  readonly weekday: number;
  readonly weekend: number;
  readonly usual: number;
  readonly peak: number;
  readonly peakDays: readonly Day[] | undefined;
}

/**
 * Persons at the spot on each day of the week, in the row's own figures: from mon … sun where all are given, else from
 * weekday and weekend, else from the usual and the peak day. Puts them into `counts` in the order of DAYS and returns
 * true; false where the row says nothing of the week.
 */
export function countDays(facts: WeekFacts, weekend: readonly Day[], counts: Float64Array): boolean {
  const { days, weekday, weekend: busy, usual, peak, peakDays = weekend } = facts;
  let hasDays = true;
  for (let day = 0; day < DAYS.length; day += 1) if (Number.isNaN(days[day] ?? Number.NaN)) hasDays = false;
  const hasParts = !Number.isNaN(weekday + busy);
  if (!hasDays && !hasParts && Number.isNaN(peak)) return false;
  for (let at = 0; at < DAYS.length; at += 1) {
    const day = DAYS[at] ?? 'mon';
    if (hasDays) counts[at] = days[at] ?? 0;
    else if (hasParts) counts[at] = weekend.includes(day) ? busy : weekday;
    else counts[at] = peakDays.includes(day) ? peak : usual;
  }
  return true;
}

/** The same of one figure, by day; undefined where the row says nothing of the week. */
export function dayCountsOf(figure: SpotFigure, weekend: readonly Day[]): DayCounts | undefined {
  const { spot } = figure;
  const counts = new Float64Array(DAYS.length);
  const facts: WeekFacts = {
    days: DAYS.map((day) => spot[day] ?? Number.NaN),
    weekday: spot.weekday ?? Number.NaN,
    weekend: spot.weekend ?? Number.NaN,
    usual: figure.usual.estimate,
    peak: figure.peak?.estimate ?? Number.NaN,
    peakDays: spot.peak_days,
  };
  return countDays(facts, weekend, counts) ? byDay(counts) : undefined;
}

const byDay = (counts: Float64Array) => countsBy((day) => counts[DAYS.indexOf(day)] ?? 0);

/** Counts the days of figures one by one, as `countDays` does. */
export function dayCounter(
  figures: Figures,
  weekend: readonly Day[],
): (at: number, counts: Float64Array) => boolean {
  const { spots, rows, usual, peak } = figures.parts;
  const daysOf = DAYS.map((day) => spots.numberAt(day));
  const hasDays = DAYS.every((day) => spots.has(day));
  const [weekdayOf, weekendOf] = [spots.numberAt('weekday'), spots.numberAt('weekend')];
  const peakDays = spots.coded('peak_days');
  const days = new Float64Array(DAYS.length).fill(Number.NaN);
  const facts: { -readonly [Name in keyof WeekFacts]: WeekFacts[Name] } = {
    days,
    weekday: Number.NaN,
    weekend: Number.NaN,
    usual: Number.NaN,
    peak: Number.NaN,
    peakDays: undefined,
  };
  return (at, counts) => {
    const row = rows[at] ?? 0;
    if (hasDays) for (let day = 0; day < DAYS.length; day += 1) days[day] = daysOf[day]?.(row) ?? Number.NaN;
    facts.weekday = weekdayOf(row);
    facts.weekend = weekendOf(row);
    facts.usual = usual.estimate[at] ?? 0;
    facts.peak = peak?.estimateAt(at) ?? Number.NaN;
    if (peakDays !== undefined) {
      facts.peakDays = valueOf(peakDays, peakDays.codes[row] ?? -1) as readonly Day[] | undefined;
    }
    return countDays(facts, weekend, counts);
  };
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
export function weekProfiles(
  populations: readonly PopulationFigures[],
  weekend: readonly Day[],
): WeekProfile[] {
  return populations
    .flatMap((of) => profilesOf(of, weekend))
    .filter((profile) => profile.spotsKnown > 0)
    .sort((a, b) => compareText(a.population, b.population) || compareText(a.municipality, b.municipality));
}

/** Days summed over some spots. */
interface WeekSums {
  readonly municipality: string;
  readonly days: Float64Array;
  spots: number;
  known: number;
}

const emptySums = (municipality: string): WeekSums => ({
  municipality,
  days: new Float64Array(DAYS.length),
  spots: 0,
  known: 0,
});

function profilesOf({ population, figures }: PopulationFigures, weekend: readonly Day[]): WeekProfile[] {
  const everywhere = emptySums('');
  const groups = new Map([['', everywhere]]);
  const count = dayCounter(figures, weekend);
  const counts = new Float64Array(DAYS.length);
  for (const [municipality, members] of groupFigures(figures, 'municipality', (name) => name ?? '')) {
    const own = groups.get(municipality) ?? emptySums(municipality);
    groups.set(municipality, own);
    if (own === everywhere) continue;
    for (const at of members) addDays(own, count(at, counts) ? counts : undefined);
  }
  for (let at = 0; at < figures.length; at += 1) addDays(everywhere, count(at, counts) ? counts : undefined);
  return [...groups.values()].map((sums) => profileOf(population, sums, weekend));
}

function addDays(sums: WeekSums, counts: Float64Array | undefined): void {
  sums.spots += 1;
  if (counts === undefined) return;
  sums.known += 1;
  const { days } = sums;
  for (let day = 0; day < days.length; day += 1) days[day] = (days[day] ?? 0) + (counts[day] ?? 0);
}

function profileOf(population: string, sums: WeekSums, weekend: readonly Day[]): WeekProfile {
  const days = byDay(sums.days);
  const weekday = meanOverDays(
    days,
    DAYS.filter((day) => !weekend.includes(day)),
  );
  const atWeekend = meanOverDays(days, weekend);
  return {
    population,
    municipality: sums.municipality,
    days,
    weekday,
    weekend: atWeekend,
    changePercent: weekday > 0 ? 100 * (atWeekend / weekday - 1) : undefined,
    peakDays: peakDaysOf(days),
    spotsKnown: sums.known,
    spots: sums.spots,
  };
}
