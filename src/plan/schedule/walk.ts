import { apportion } from '../../model/rounding.js';
import { DAYS, type Day } from '../../model/week.js';
import type { Items, Visit } from '../microplan.js';
import type { CrewDays } from './crew-days.js';
import type { Route } from './route.js';
import type { Schedule } from './crew-schedule.js';
import { minutesHome, travelMinutes } from './travel.js';

/** The parts (by index, in order) a crew visits on one day; weeks and days from 0. */
export interface Outing {
  readonly week: number;
  readonly day: number;
  readonly parts: readonly number[];
}

/** Minutes by which visits at level 3 are moved from week to week, so that nobody can wait for them. */
const JITTER = [-30, 15, -15, 30];
const WATCHED = 3;

/** The visits of the outings with their times, contacts and supplies, and the kilometres on roads. */
export function walk(days: CrewDays, outings: readonly Outing[]): Schedule {
  const road = days.context.rules.road_factor;
  const shares = sharesOf(days, outings);
  const visits: Visit[] = [];
  let km = 0;
  for (const outing of outings) {
    const route = days.routeOf(outing.day, outing.parts);
    if (route === undefined) continue;
    const order = route.order.map((stop) => outing.parts[stop] ?? 0);
    const starts = startsOf(days, { outing, route, order });
    for (const [place, at] of order.entries()) {
      const before = order[place - 1];
      const way = (before === undefined ? days.kmFromBase(at) : days.kmBetween(before, at)) * road;
      km += way;
      const share = shares.get(at)?.shift();
      visits.push(visitOf(days, { at, outing, place, from: starts[place] ?? 0, km: way }, share));
    }
    km += days.kmFromBase(order.at(-1) ?? 0) * road;
  }
  return { visits, km };
}

interface VisitShare {
  readonly contacts: number;
  readonly items: Items;
}

/** Contacts and pieces of each visit made to each part, adding up to what its visits can do of its month. */
function sharesOf(days: CrewDays, outings: readonly Outing[]): Map<number, VisitShare[]> {
  const made = new Map<number, number>();
  for (const at of outings.flatMap((outing) => outing.parts)) made.set(at, (made.get(at) ?? 0) + 1);
  return new Map([...made].map(([at, visits]) => [at, shareOut(days, at, visits)]));
}

function shareOut(days: CrewDays, at: number, visits: number): VisitShare[] {
  const workload = days.workloadOf(at);
  if (workload === undefined) return [];
  const even = (total: number) =>
    apportion(
      Array.from({ length: visits }, () => total / visits),
      total,
    );
  const contacts = Math.ceil((workload.contacts * Math.min(visits, workload.visits)) / workload.visits);
  const items = Object.entries(workload.month).map(([item, pieces]) => {
    const most = visits * (workload.items[item] ?? 0);
    return { item, byVisit: even(Math.min(pieces, most)) };
  });
  return even(contacts).map((count, visit) => ({
    contacts: count,
    items: Object.fromEntries(items.map(({ item, byVisit }) => [item, byVisit[visit] ?? 0])),
  }));
}

interface DayRoute {
  readonly outing: Outing;
  readonly route: Route;
  readonly order: readonly number[];
}

/** Starts as near to the middle of each time as the order allows, from 0 minutes to 24 hours where it can be. */
function startsOf(days: CrewDays, { outing, route, order }: DayRoute): number[] {
  const starts: number[] = [];
  let free = 0;
  for (const [place, at] of order.entries()) {
    const window = days.windowOf(outing.day, at);
    const minutes = days.workloadOf(at)?.minutes ?? 0;
    const before = order[place - 1];
    const way = before === undefined ? 0 : travelMinutes(days.kmBetween(before, at), days.context.rules);
    const isWatched = (days.parts[at]?.security ?? 0) >= WATCHED;
    const jitter = isWatched ? (JITTER[outing.week % JITTER.length] ?? 0) : 0;
    const middle = ((window?.from ?? 0) + (window?.to ?? 0) - minutes) / 2 + jitter;
    const least = Math.max(route.earliest[place] ?? 0, free + way);
    const start = Math.min(Math.max(Math.floor(middle / 5) * 5, least), route.latest[place] ?? least);
    starts.push(start);
    free = start + minutes;
  }
  return starts;
}

interface VisitStop {
  readonly at: number;
  readonly outing: Outing;
  readonly place: number;
  readonly from: number;
  readonly km: number;
}

function visitOf(days: CrewDays, stop: VisitStop, share: VisitShare | undefined): Visit {
  const { at, outing, place, from, km } = stop;
  const part = days.parts[at];
  const [lead, partner] = days.crew.members;
  return {
    week: outing.week + 1,
    day: DAYS[outing.day] ?? 'mon',
    worker: lead.code,
    partner: partner?.code,
    order: place + 1,
    part: part?.id ?? '',
    from,
    to: from + (days.workloadOf(at)?.minutes ?? 0),
    expected: days.windowOf(outing.day, at)?.expected ?? 0,
    contacts: share?.contacts ?? 0,
    items: share?.items ?? {},
    km,
    minutesHome: part === undefined ? 0 : minutesHome(part, days.crew, days.context),
    alternateDay: alternateDay(days, at, outing.day),
  };
}

/** The next best other day on which the part alone can be visited. */
function alternateDay(days: CrewDays, at: number, day: number): Day | undefined {
  const others = DAYS.map((name, other) => ({
    name,
    other,
    expected: days.windowOf(other, at)?.expected ?? -1,
  }))
    .filter(({ other, expected }) => other !== day && expected >= 0)
    .filter(({ other }) => days.routeOf(other, [at]) !== undefined)
    .sort((a, b) => b.expected - a.expected || a.other - b.other);
  return others[0]?.name;
}
