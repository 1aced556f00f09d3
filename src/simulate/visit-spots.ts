import { aliasTable, drawAlias, type AliasTable } from '../stats/alias-table.js';
import type { Random } from '../stats/random.js';
import type { Person } from './make-people.js';
import type { SpotPlace } from './make-spots.js';

const PATIENCE = 200;

/** Who is at each spot on each day: persons by number, [day][spot]. */
export type WeekOfVisits = readonly (readonly (readonly number[])[])[];

/**
 * Returns one week of visits: on each of their days, persons choose their number of different spots, drawn by
 * how much the spots pull.
 *
 * Example: one person, one spot, all seven days: [[[0]], [[0]], …].
 */
export function visitSpots(
  people: readonly Person[],
  spots: readonly SpotPlace[],
  random: Random,
): WeekOfVisits {
  const week = Array.from({ length: 7 }, () => spots.map((): number[] => []));
  if (spots.length === 0) return week;
  const pulls = aliasTable(spots.map((spot) => spot.pull));
  people.forEach((person, number) => {
    for (const day of person.days) {
      for (const spot of chooseSpots(pulls, Math.min(person.spotsPerDay, spots.length), random)) {
        week[day]?.[spot]?.push(number);
      }
    }
  });
  return week;
}

/** Different spots drawn by pull; where a few spots draw nearly everybody, the rest are taken in order. */
function chooseSpots(pulls: AliasTable, wanted: number, random: Random): Set<number> {
  const chosen = new Set<number>();
  for (let turn = 0; chosen.size < wanted && turn < PATIENCE; turn++) chosen.add(drawAlias(pulls, random));
  for (let spot = 0; chosen.size < wanted; spot++) chosen.add(spot);
  return chosen;
}
