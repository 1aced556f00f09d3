import type { TravelRow } from '../model/tables/travel.js';
import type { Place } from './microplan.js';
import type { PlanRules } from './rules.js';
import type { Distance } from './distance.js';

/**
 * Distances that follow travel.csv: where it gives the minutes between two places, they count as the kilometres in a
 * straight line that take as long by the road factor and speed of the rules. The nearest name counts: code to code, then
 * code to municipality, then municipality to municipality. Where the ways there and back differ the longer one is taken
 * for both, so that nobody is planned to be late. Where nothing is given the distance stays what it is.
 */
export function withTravelTimes(distance: Distance, rows: readonly TravelRow[], rules: PlanRules): Distance {
  if (rows.length === 0) return distance;
  const minutes = longerWays(rows);
  const kmPerMinute = rules.speed_km_per_hour / 60 / rules.road_factor;
  const between = (a: string | undefined, b: string | undefined): number | undefined =>
    a === undefined || b === undefined ? undefined : minutes.get(a)?.get(b);
  return (a: Place, b: Place): number => {
    const known =
      between(a.code, b.code) ??
      between(a.code, b.municipality) ??
      between(a.municipality, b.code) ??
      between(a.municipality, b.municipality);
    return known === undefined ? distance(a, b) : known * kmPerMinute;
  };
}

/** Minutes by both names, the longer of the two ways. */
function longerWays(rows: readonly TravelRow[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const ways = new Map<string, Map<string, number>>();
  const note = (from: string, to: string, minutes: number): void => {
    const own = ways.get(from) ?? new Map<string, number>();
    own.set(to, Math.max(minutes, own.get(to) ?? 0));
    ways.set(from, own);
  };
  for (const { from, to, minutes } of rows) {
    note(from, to, minutes);
    note(to, from, minutes);
  }
  return ways;
}
