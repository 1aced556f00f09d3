import type { Random } from '../stats/random.js';
import type { PopulationSettings } from './town-settings.js';

/** An invented person of one population in one municipality. */
export interface Person {
  /** Days of the week at spots, 0 Monday to 6 Sunday; empty for a person who never comes. */
  readonly days: readonly number[];
  /** Spots used on such a day. */
  readonly spotsPerDay: number;
  /** Profiles held; 0 for a person not online. */
  readonly profiles: number;
}

/**
 * Returns that many invented persons: whether they come to spots, on which days, how many spots they use, and
 * how many profiles they hold. `spots` is the number of spots there are, which nobody can exceed.
 *
 * Example: with share_hidden 1 every person has no days.
 */
export function makePeople(
  settings: PopulationSettings,
  wanted: { readonly people: number; readonly spots: number },
  random: Random,
): Person[] {
  return Array.from({ length: wanted.people }, () => {
    const isHidden = random.uniform() < settings.share_hidden;
    const daysPerWeek = oneOf(settings.days_per_week, random);
    const spotsPerDay = Math.min(oneOf(settings.spots_per_day, random), wanted.spots);
    const { attending, hidden } = settings.share_online;
    const isOnline = random.uniform() < (isHidden ? hidden : attending);
    return {
      days: isHidden ? [] : chooseDays(daysPerWeek, settings.weekend_pull, random),
      spotsPerDay,
      profiles: isOnline ? oneOf(settings.profiles, random) : 0,
    };
  });
}

/** Returns one of the values, each equally likely; 1 for an empty list. */
export function oneOf(values: readonly number[], random: Random): number {
  return values[random.integer(Math.max(1, values.length))] ?? 1;
}

/** Different days drawn one after another, Saturday and Sunday with the given relative chance. */
function chooseDays(wanted: number, weekendPull: number, random: Random): number[] {
  const left = [0, 1, 2, 3, 4, 5, 6];
  const chosen: number[] = [];
  while (chosen.length < wanted) {
    const pulls = left.map((day) => (day >= 5 ? weekendPull : 1));
    let rest = random.uniform() * pulls.reduce((sum, pull) => sum + pull, 0);
    let at = 0;
    while (at < left.length - 1 && rest >= (pulls[at] ?? 0)) rest -= pulls[at++] ?? 0;
    chosen.push(...left.splice(at, 1));
  }
  return chosen.sort((one, other) => one - other);
}
