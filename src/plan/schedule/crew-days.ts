import { DAYS } from '../../model/week.js';
import type { Part } from '../microplan.js';
import type { PlanRules } from '../rules.js';
import type { Distance } from '../distance.js';
import type { Workload } from '../workload.js';
import type { Crew } from '../workforce.js';
import { MOST_STOPS, shortestRoute, type Route, type RouteProblem } from './route.js';
import { minutesHome, travelMinutes } from './travel.js';
import { windowOf, type Window } from './window.js';

/** What a schedule is made from besides the crew and its parts. */
export interface ScheduleContext {
  readonly rules: PlanRules;
  readonly distance: Distance;
  readonly workloads: ReadonlyMap<string, Workload>;
}

/** The days of one crew; parts and days (0 = Monday) by index. */
export interface CrewDays {
  readonly crew: Crew;
  readonly parts: readonly Part[];
  readonly context: ScheduleContext;
  readonly windowOf: (day: number, part: number) => Window | undefined;
  /** The route through parts (in order of index) on a day; undefined where they do not fit together. */
  readonly routeOf: (day: number, parts: readonly number[]) => Route | undefined;
  readonly workloadOf: (part: number) => Workload | undefined;
  /** Kilometres in a straight line between two parts, or from the base of the leader (0 without one). */
  readonly kmBetween: (a: number, b: number) => number;
  readonly kmFromBase: (part: number) => number;
}

/** The days of a crew with windows worked out and routes kept once found. */
export function crewDaysOf(crew: Crew, parts: readonly Part[], context: ScheduleContext): CrewDays {
  const windowContext = {
    rules: context.rules,
    minutesHome: (part: Part, of: Crew) => minutesHome(part, of, context),
  };
  const windows = DAYS.map((day) => parts.map((part) => windowOf({ part, crew, day }, windowContext)));
  const routes = new Map<number | string, Route | undefined>();
  const [home] = crew.homes;
  const workloads = parts.map((part) => context.workloads.get(part.id));
  const between = new Float64Array(parts.length ** 2).fill(NaN);
  const days: CrewDays = {
    crew,
    parts,
    context,
    windowOf: (day, part) => windows[day]?.[part],
    workloadOf: (part) => workloads[part],
    kmBetween: (a, b) => {
      const place = a * parts.length + b;
      const known = between[place] ?? NaN;
      if (!Number.isNaN(known)) return known;
      const [from, to] = [parts[a], parts[b]];
      const km = from === undefined || to === undefined ? 0 : context.distance(from.place, to.place);
      between[place] = km;
      return km;
    },
    kmFromBase: (at) => {
      const part = parts[at];
      return part === undefined || home === undefined ? 0 : context.distance(part.place, home);
    },
    routeOf: (day, of) => {
      const sorted = of.toSorted((a, b) => a - b);
      const key = routeKey(day, sorted, parts.length);
      const known = routes.get(key);
      if (known !== undefined || routes.has(key)) return known;
      const route = findRoute(days, day, sorted);
      routes.set(key, route);
      return route;
    },
  };
  return days;
}

/**
 * One key for a day and its parts in order: a number where they fit into one, which is quick. Parts are digits of one
 * or more, so that no two lists make the same number; the day is the last digit.
 */
function routeKey(day: number, sorted: readonly number[], size: number): number | string {
  let key = 0;
  for (const at of sorted) key = key * (size + 1) + at + 1;
  key = key * DAYS.length + day;
  return key > Number.MAX_SAFE_INTEGER ? `${day}:${sorted.join()}` : key;
}

function findRoute(days: CrewDays, day: number, of: readonly number[]): Route | undefined {
  const { rules } = days.context;
  if (of.length > Math.min(MOST_STOPS, rules.stops_per_day) || !canCarry(days, of)) return undefined;
  const problem = routeProblem(days, day, of);
  const route = shortestRoute(problem);
  if (route === undefined) return undefined;
  let busy = 0;
  for (const [place, stop] of route.order.entries()) {
    const next = route.order[place + 1];
    busy += (problem.stops[stop]?.minutes ?? 0) + (next === undefined ? 0 : problem.between(stop, next));
  }
  return busy <= rules.hours_per_day * 60 ? route : undefined;
}

/** True when the bags of the crew hold what the parts of a day are brought. */
function canCarry(days: CrewDays, of: readonly number[]): boolean {
  const bags = days.crew.members.length;
  const limits = days.context.rules.carry_limits;
  for (const item in limits) {
    let pieces = 0;
    for (const at of of) pieces += days.workloadOf(at)?.items[item] ?? 0;
    if (pieces > (limits[item] ?? 0) * bags) return false;
  }
  return true;
}

function routeProblem(days: CrewDays, day: number, of: readonly number[]): RouteProblem {
  const { rules } = days.context;
  return {
    stops: of.map((at) => ({
      from: days.windowOf(day, at)?.from ?? 0,
      to: days.windowOf(day, at)?.to ?? 0,
      minutes: days.workloadOf(at)?.minutes ?? 0,
    })),
    between: (a, b) => travelMinutes(days.kmBetween(of[a] ?? 0, of[b] ?? 0), rules),
    fromBase: (stop) => travelMinutes(days.kmFromBase(of[stop] ?? 0), rules),
  };
}
