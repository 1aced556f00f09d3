import type { Place } from './microplan.js';
import type { ClosedRoad, PlanRules } from './rules.js';
import type { Distance } from './distance.js';

/** Kilometres that stand for a way nobody may take: farther than any rule lets anybody go. */
const NO_WAY_KM = 20_000;

/** True where a distance stands for a way nobody may take. */
export const isNoWay = (km: number) => km >= NO_WAY_KM;

const keyOf = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a]);

/**
 * Distances with the roads of the rules: between two municipalities with a closed road there is no way, and a
 * checkpoint adds as many kilometres as its minutes are worth at the speed of the rules. A way over a third municipality
 * is not looked for, so what is left is safe to take and may be less than could be found.
 */
export function withRoads(distance: Distance, rules: PlanRules): Distance {
  if (rules.closed_roads.length === 0) return distance;
  const roads = new Map(rules.closed_roads.map((road) => [keyOf(...road.between), road]));
  const kmPerMinute = rules.speed_km_per_hour / 60 / rules.road_factor;
  const withThem = (a: Place, b: Place): number => {
    const road = roadBetween(a, b, roads);
    if (road === undefined) return distance(a, b);
    return road.minutes === undefined ? NO_WAY_KM : distance(a, b) + road.minutes * kmPerMinute;
  };
  return Object.assign(withThem, distance.atLeast === undefined ? {} : { atLeast: distance.atLeast });
}

function roadBetween(
  { municipality: a }: Place,
  { municipality: b }: Place,
  roads: ReadonlyMap<string, ClosedRoad>,
): ClosedRoad | undefined {
  return a === undefined || b === undefined || a === b ? undefined : roads.get(keyOf(a, b));
}
