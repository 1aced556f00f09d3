import type { Town } from './town-rows.js';
import type { TownSettings } from './town-settings.js';
import { makeTown } from './town.js';

/**
 * What an estimate is of: people who come to spots in a week, all people, people who come to spots or are online,
 * or the people at all spots on the day that was counted (a person at two spots counts twice).
 */
export type Target = 'attending' | 'people' | 'reachable' | 'present';

/** What each target is, in words for a table. */
export const TARGETS: Readonly<Record<Target, string>> = {
  attending: 'people who come to spots in a week',
  people: 'all people',
  reachable: 'people at spots or online',
  present: 'people at all spots on the day counted',
};

/** Returns the truth for one population of a town, in persons, all municipalities together. */
export function truthOf(town: Town, population: string, target: Exclude<Target, 'present'>): number {
  const rows = town.truth.filter((row) => row.population === population);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  if (target === 'people') return sum((row) => row.people);
  if (target === 'attending') return sum((row) => row.attending);
  return sum((row) => row.attending + row.seen_online - row.online_and_attending);
}

/**
 * Returns the people of one population at all spots on the day that was counted.
 *
 * It is the sum of the counts of the same town with every spot found and visited and nobody miscounting: visits,
 * days and spots do not depend on what the field does.
 */
export function presentIn(settings: TownSettings, population: string, round: 1 | 2): number {
  const { field: _field, ...faithful } = settings;
  const town = makeTown({ ...faithful, share_level_2: 1, reports_per_spot: 0, respondents_per_spot: 0 });
  return (town.rounds[round - 1]?.spots ?? [])
    .filter((spot) => spot.population === population && spot.mode === 'geo')
    .reduce((sum, spot) => sum + (spot.usual ?? 0), 0);
}
