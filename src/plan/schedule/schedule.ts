import { apportion } from '../../model/rounding.js';
import { DAYS, type Day } from '../../model/week.js';
import type { Items, Part, Visit } from '../microplan.js';
import type { PlanRules } from '../rules.js';
import type { Distance } from '../where.js';
import type { Workload } from '../workload.js';
import type { Crew } from '../workforce.js';
import { shortestRoute, type Route, type RouteProblem } from './route.js';
import { planWeek, type WeekVisits } from './week-plan.js';
import { homesOf, windowOf, type Window } from './window.js';

const WEEKS = 4;

/** What a schedule is made from besides the crew and its parts. */
export interface ScheduleContext {
  readonly rules: PlanRules;
  readonly distance: Distance;
  readonly workloads: ReadonlyMap<string, Workload>;
}

/** The visits of a crew in four weeks and how far it goes. */
export interface Schedule {
  readonly visits: readonly Visit[];
  /** Kilometres on roads in four weeks, home included. */
  readonly km: number;
}

/** Minutes on the way for kilometres in a straight line, in steps of five, up. */
export function travelMinutes(km: number, rules: PlanRules): number {
  return Math.ceil((km * rules.road_factor * 60) / rules.speed_km_per_hour / 5 - 1e-9) * 5;
}

/** Minutes from a part to the farthest home of a crew. */
export function minutesHome(
  part: Part,
  crew: Crew,
  { distance, rules }: Pick<ScheduleContext, 'distance' | 'rules'>,
): number {
  return Math.max(0, ...homesOf(crew).map((home) => travelMinutes(distance(part.place, home), rules)));
}

/**
 * The visits of one crew in four weeks: each week the days with most people expected, with the days between visits kept
 * from week to week, each day in the order with the least travel, each visit as near to the middle of its time as the
 * others allow. A visit that does not fit is left out.
 */
export function scheduleCrew(crew: Crew, parts: readonly Part[], context: ScheduleContext): Schedule {
  const days = new CrewDays(crew, parts, context);
  const last = parts.map(() => -Infinity);
  const lastDays = parts.map((): readonly number[] => []);
  const outings: Outing[] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    const plan = planWeek({
      visits: parts.map((part, at) =>
        weekVisits(
          { part, at, week, days, lastVisit: (last[at] ?? 0) - 7 * week, lastDays: lastDays[at] ?? [] },
          context,
        ),
      ),
      daysBetween: context.rules.days_between_visits,
      mostDays: Math.max(1, Math.floor(context.rules.days_per_month / WEEKS)),
      fits: (day, of) => days.routeOf(day, of) !== undefined,
    });
    for (const [at, of] of plan.entries()) {
      lastDays[at] = of;
      last[at] = of.length === 0 ? (last[at] ?? -Infinity) : 7 * week + Math.max(...of);
    }
    for (const [day] of DAYS.entries()) {
      const of = [...plan.keys()].filter((at) => plan[at]?.includes(day) === true);
      if (of.length > 0) outings.push({ week, day, parts: of });
    }
  }
  return days.walk(outings);
}

/** The parts (by index) a crew visits on one day. */
interface Outing {
  readonly week: number;
  readonly day: number;
  readonly parts: readonly number[];
}

interface PartWeek {
  readonly part: Part;
  readonly at: number;
  readonly week: number;
  readonly days: CrewDays;
  readonly lastVisit: number;
  readonly lastDays: readonly number[];
}

/** What one part wants of one week; parts with few visits take turns so that not all fall in the same week. */
function weekVisits(
  { part, at, week, days, lastVisit, lastDays }: PartWeek,
  context: ScheduleContext,
): WeekVisits {
  const visits = context.workloads.get(part.id)?.visits ?? 0;
  const turn = week + (at % WEEKS);
  return {
    wanted: Math.floor(((turn + 1) * visits) / WEEKS) - Math.floor((turn * visits) / WEEKS),
    worth: DAYS.map((_, day) => days.windowOf(day, at)?.expected),
    lastVisit,
    avoid: part.security !== undefined && part.security >= 3 ? lastDays : [],
  };
}

/** The days of one crew: windows and routes, worked out once. */
class CrewDays {
  readonly #crew: Crew;
  readonly #parts: readonly Part[];
  readonly #context: ScheduleContext;
  readonly #windows: readonly (readonly (Window | undefined)[])[];
  readonly #routes = new Map<string, Route | undefined>();

  constructor(crew: Crew, parts: readonly Part[], context: ScheduleContext) {
    this.#crew = crew;
    this.#parts = parts;
    this.#context = context;
    const home = (part: Part, of: Crew) => minutesHome(part, of, context);
    this.#windows = DAYS.map((day) =>
      parts.map((part) => windowOf({ part, crew, day }, { rules: context.rules, minutesHome: home })),
    );
  }

  windowOf(day: number, at: number): Window | undefined {
    return this.#windows[day]?.[at];
  }

  routeOf(day: number, of: readonly number[]): Route | undefined {
    const sorted = [...of].sort((a, b) => a - b);
    const key = `${day}:${sorted.join()}`;
    if (!this.#routes.has(key)) this.#routes.set(key, this.#findRoute(day, sorted));
    return this.#routes.get(key);
  }

  #findRoute(day: number, of: readonly number[]): Route | undefined {
    const { rules } = this.#context;
    if (of.length > Math.min(12, rules.stops_per_day) || !this.#canCarry(of)) return undefined;
    const problem = this.#routeProblem(day, of);
    const route = shortestRoute(problem);
    if (route === undefined) return undefined;
    const onSite = problem.stops.reduce((sum, stop) => sum + stop.minutes, 0);
    const between = route.order
      .slice(1)
      .reduce((sum, stop, at) => sum + problem.between(route.order[at] ?? 0, stop), 0);
    return onSite + between <= rules.hours_per_day * 60 ? route : undefined;
  }

  #canCarry(of: readonly number[]): boolean {
    const { rules } = this.#context;
    const bags = this.#crew.members.length;
    return Object.entries(rules.carry_limits).every(([item, limit]) => {
      const pieces = of.reduce((sum, at) => sum + (this.#workload(at)?.items[item] ?? 0), 0);
      return pieces <= limit * bags;
    });
  }

  #workload(at: number): Workload | undefined {
    return this.#context.workloads.get(this.#parts[at]?.id ?? '');
  }

  #routeProblem(day: number, of: readonly number[]): RouteProblem {
    const minutes = (km: number) => travelMinutes(km, this.#context.rules);
    return {
      stops: of.map((at) => ({
        from: this.windowOf(day, at)?.from ?? 0,
        to: this.windowOf(day, at)?.to ?? 0,
        minutes: this.#workload(at)?.minutes ?? 0,
      })),
      between: (a, b) => minutes(this.#kmBetween(of[a] ?? 0, of[b] ?? 0)),
      fromBase: (stop) => minutes(this.#kmFromBase(of[stop] ?? 0)),
    };
  }

  #kmBetween(a: number, b: number): number {
    const [from, to] = [this.#parts[a], this.#parts[b]];
    return from === undefined || to === undefined ? 0 : this.#context.distance(from.place, to.place);
  }

  #kmFromBase(at: number): number {
    const part = this.#parts[at];
    const [home] = homesOf(this.#crew);
    return part === undefined || home === undefined ? 0 : this.#context.distance(part.place, home);
  }

  /** The visits of the outings with their times, persons and supplies. */
  walk(outings: readonly Outing[]): Schedule {
    const road = this.#context.rules.road_factor;
    const made = new Map<number, number>();
    for (const at of outings.flatMap((outing) => outing.parts)) made.set(at, (made.get(at) ?? 0) + 1);
    const shares = new Map([...made].map(([at, visits]) => [at, this.#share(at, visits)]));
    const visits: Visit[] = [];
    let km = 0;
    for (const outing of outings) {
      const route = this.routeOf(outing.day, outing.parts);
      if (route === undefined) continue;
      const order = route.order.map((stop) => [...outing.parts].sort((a, b) => a - b)[stop] ?? 0);
      const starts = this.#startsOf(route, order, outing);
      for (const [place, at] of order.entries()) {
        const before = order[place - 1];
        const way = (before === undefined ? this.#kmFromBase(at) : this.#kmBetween(before, at)) * road;
        km += way;
        const share = shares.get(at)?.shift();
        visits.push(this.#visit({ at, outing, place, from: starts[place] ?? 0, km: way }, share));
      }
      km += this.#kmFromBase(order.at(-1) ?? 0) * road;
    }
    return { visits, km };
  }

  /** Contacts and pieces of each of the visits made to a part, adding up to its month. */
  #share(at: number, visits: number): VisitShare[] {
    const workload = this.#workload(at);
    if (workload === undefined) return [];
    const contacts = Math.ceil((workload.contacts * Math.min(visits, workload.visits)) / workload.visits);
    const even = (total: number) =>
      apportion(
        Array.from({ length: visits }, () => total / visits),
        total,
      );
    const items = Object.entries(workload.month).map(([item, pieces]) => {
      const most = visits * (workload.items[item] ?? 0);
      return { item, byVisit: even(Math.min(pieces, most)) };
    });
    return even(contacts).map((count, visit) => ({
      contacts: count,
      items: Object.fromEntries(items.map(({ item, byVisit }) => [item, byVisit[visit] ?? 0])),
    }));
  }

  /** Starts as near to the middle of each time as the order allows; at level 3 never twice the same. */
  #startsOf(route: Route, order: readonly number[], outing: Outing): number[] {
    const starts: number[] = [];
    let free = 0;
    for (const [place, at] of order.entries()) {
      const window = this.windowOf(outing.day, at);
      const minutes = this.#workload(at)?.minutes ?? 0;
      const before = order[place - 1];
      const way = before === undefined ? 0 : travelMinutes(this.#kmBetween(before, at), this.#context.rules);
      const isWatched = (this.#parts[at]?.security ?? 0) >= 3;
      const jitter = isWatched ? ([-30, 15, -15, 30][outing.week % 4] ?? 0) : 0;
      const middle = ((window?.from ?? 0) + Math.min(window?.to ?? 0, 1440) - minutes) / 2 + jitter;
      const least = Math.max(route.earliest[place] ?? 0, free + way);
      const start = Math.min(Math.max(Math.floor(middle / 5) * 5, least), route.latest[place] ?? least);
      starts.push(start);
      free = start + minutes;
    }
    return starts;
  }

  #visit(stop: VisitStop, share: VisitShare | undefined): Visit {
    const { at, outing, place, from, km } = stop;
    const part = this.#parts[at];
    const day = DAYS[outing.day] ?? 'mon';
    const [lead, partner] = this.#crew.members;
    return {
      week: outing.week + 1,
      day,
      worker: lead.code,
      partner: partner?.code,
      order: place + 1,
      part: part?.id ?? '',
      from,
      to: from + (this.#workload(at)?.minutes ?? 0),
      expected: this.windowOf(outing.day, at)?.expected ?? 0,
      contacts: share?.contacts ?? 0,
      items: share?.items ?? {},
      km,
      minutesHome: part === undefined ? 0 : minutesHome(part, this.#crew, this.#context),
      alternateDay: this.#alternateDay(at, outing.day),
    };
  }

  /** The next best other day on which the part alone can be visited. */
  #alternateDay(at: number, day: number): Day | undefined {
    const others = DAYS.map((name, other) => ({
      name,
      other,
      expected: this.windowOf(other, at)?.expected ?? -1,
    }))
      .filter(
        ({ other, expected }) => other !== day && expected >= 0 && this.routeOf(other, [at]) !== undefined,
      )
      .sort((a, b) => b.expected - a.expected || a.other - b.other);
    return others[0]?.name;
  }
}

interface VisitShare {
  readonly contacts: number;
  readonly items: Items;
}

interface VisitStop {
  readonly at: number;
  readonly outing: Outing;
  readonly place: number;
  readonly from: number;
  readonly km: number;
}
