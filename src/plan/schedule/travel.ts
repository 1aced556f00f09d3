import type { Part } from '../microplan.js';
import type { PlanRules } from '../rules.js';
import type { Distance } from '../distance.js';
import type { Crew } from '../workforce.js';

/** What a way takes its distance and speed from. */
export interface TravelContext {
  readonly rules: PlanRules;
  readonly distance: Distance;
}

/** Minutes on the way for kilometres in a straight line, in steps of five, up. */
export function travelMinutes(km: number, rules: PlanRules): number {
  return Math.ceil((km * rules.road_factor * 60) / rules.speed_km_per_hour / 5 - 1e-9) * 5;
}

/** Minutes from a part to the farthest home of a crew; 0 where no home is known. */
export function minutesHome(part: Part, crew: Crew, { distance, rules }: TravelContext): number {
  return Math.max(0, ...crew.homes.map((home) => travelMinutes(distance(part.place, home), rules)));
}
