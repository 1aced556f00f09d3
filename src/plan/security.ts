import { daysBetween } from '../model/calendar.js';
import { kmBetween } from '../geo/distance.js';
import type { Position } from '../model/boundary.js';
import { compareText } from '../model/issue.js';
import type { Spot, Study } from '../model/study.js';
import type { Incident, PlanRules } from './rules.js';

/** Level a spot counts as when nobody recorded one: no visit. */
const UNRECORDED = 4;

/** True when the plan is made in conflict mode: the study says so, or says nothing and some spot carries a security level. */
export function isConflict(study: Study, rules: PlanRules): boolean {
  return rules.conflict ?? study.spots.some((spot) => spot.security_level !== undefined);
}

/**
 * The security level a spot counts as, 1 to 5. It fails closed: no level is 4; no date, a date after the day of the
 * plan, a check older than the rules allow, or a plan without `as_of` day raise it by one. A judgement: no source gives
 * these numbers.
 */
export function securityLevel(spot: Spot, rules: PlanRules): number {
  if (spot.security_level === undefined) return UNRECORDED;
  const level = Number(spot.security_level);
  return Math.min(5, isFresh(spot, level, rules) ? level : level + 1);
}

/**
 * The incident a spot is held for: one at the spot itself or within `incident_km` of it, not more than `incident_days`
 * before the day of the plan; the latest of several. It fails closed: without an `as_of` day every incident counts. A
 * spot without coordinates is held for those at itself only.
 */
export function incidentAt(
  spot: Spot,
  positionsOf: (spot: string) => readonly Position[],
  rules: PlanRules,
): Incident | undefined {
  const isNear = (incident: Incident) => {
    if (incident.spot === spot.spot_id) return true;
    const { lat, lon } = spot;
    if (lat === undefined || lon === undefined) return false;
    return positionsOf(incident.spot).some((other) => kmBetween(other, [lon, lat]) <= rules.incident_km);
  };
  const held = rules.incidents.filter((incident) => isRecent(incident.on, rules) && isNear(incident));
  return held.toSorted((a, b) => compareText(b.on, a.on))[0];
}

function isRecent(on: string, { as_of: day, incident_days: days }: PlanRules): boolean {
  return day === undefined || daysBetween(on, day) <= days;
}

/** The level a spot states itself, outside conflict mode; undefined where it states none. */
export function statedLevel(spot: Spot): number | undefined {
  return spot.security_level === undefined ? undefined : Number(spot.security_level);
}

function isFresh(spot: Spot, level: number, rules: PlanRules): boolean {
  if (spot.security_checked_on === undefined || rules.as_of === undefined) return false;
  const age = daysBetween(spot.security_checked_on, rules.as_of);
  const valid = level >= 3 ? rules.security_valid_days_level_3 : rules.security_valid_days;
  return age >= 0 && age <= valid;
}
