/** One part to be visited in a week, days counted from 0 = Monday. */
export interface WeekVisits {
  /** Visits wanted this week. */
  readonly wanted: number;
  /** Worth of a visit on each day; undefined where it cannot be visited. */
  readonly worth: readonly (number | undefined)[];
  /** Days (0 = this Monday, negative = last week) of the last visit before this week; -Infinity without one. */
  readonly lastVisit: number;
  /** Days on which it must not be visited this week, so that no pattern shows. */
  readonly avoid: readonly number[];
}

/** Which visits fit together. */
export interface WeekProblem {
  readonly visits: readonly WeekVisits[];
  readonly daysBetween: number;
  readonly mostDays: number;
  /** True when the parts (by index) can all be visited on that day. */
  readonly fits: (day: number, parts: readonly number[]) => boolean;
}

/** The days each part is visited on, by index of the part. */
export type WeekPlan = readonly (readonly number[])[];

/** Search steps after which the best plan so far is taken. */
const MOST_STEPS = 4000;
/** A visit that is made is worth more than any choice of days. */
const MADE = 1e6;

/**
 * The days on which each part is visited in a week: as many of the wanted visits as fit, then the most people expected.
 * Exact by branch and bound for the few spots of one worker; on a large week it stops after a fixed number of steps with
 * the best plan so far. Deterministic.
 */
export function planWeek(problem: WeekProblem): WeekPlan {
  const options = problem.visits.map((visits) => patternsOf(visits, problem.daysBetween));
  const order = problem.visits.map((_, at) => at).sort((a, b) => countOf(options, a) - countOf(options, b));
  const bounds = boundsOf(order, options);
  const search: Search = { problem, options, order, bounds, best: [], bestWorth: -1, steps: 0 };
  descend(search, 0, { days: emptyDays(), chosen: [], worth: 0 });
  const plan = problem.visits.map((): readonly number[] => []);
  for (const [at, pattern] of search.best.entries()) plan[order[at] ?? 0] = pattern;
  return plan;
}

interface Pattern {
  readonly days: readonly number[];
  readonly worth: number;
}

interface Search {
  readonly problem: WeekProblem;
  readonly options: readonly (readonly Pattern[])[];
  readonly order: readonly number[];
  /** Most that the parts from this place in the order on can still add. */
  readonly bounds: readonly number[];
  best: readonly (readonly number[])[];
  bestWorth: number;
  steps: number;
}

interface Partial {
  readonly days: readonly (readonly number[])[];
  readonly chosen: readonly (readonly number[])[];
  readonly worth: number;
}

const emptyDays = () => Array.from({ length: 7 }, (): readonly number[] => []);
const countOf = (options: readonly (readonly Pattern[])[], at: number) => options[at]?.length ?? 0;

/** Every set of days a part can be visited on, best first, ending with no visit at all. */
function patternsOf(visits: WeekVisits, daysBetween: number): Pattern[] {
  const patterns: Pattern[] = [];
  const grow = (days: readonly number[], worth: number, from: number) => {
    patterns.push({ days, worth });
    if (days.length === visits.wanted) return;
    for (let day = from; day < 7; day += 1) {
      const last = days.at(-1) ?? visits.lastVisit;
      const value = visits.worth[day];
      if (value === undefined || day - last < daysBetween || visits.avoid.includes(day)) continue;
      grow([...days, day], worth + MADE + value, day + 1);
    }
  };
  grow([], 0, 0);
  return patterns.sort((a, b) => b.worth - a.worth || compareDays(a.days, b.days));
}

function compareDays(a: readonly number[], b: readonly number[]): number {
  for (const [at, day] of a.entries()) {
    const difference = day - (b[at] ?? 7);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function boundsOf(order: readonly number[], options: readonly (readonly Pattern[])[]): number[] {
  const bounds = [0];
  for (const at of [...order].reverse()) bounds.unshift((bounds[0] ?? 0) + (options[at]?.[0]?.worth ?? 0));
  return bounds;
}

function descend(search: Search, depth: number, partial: Partial): void {
  const part = search.order[depth];
  if (part === undefined) {
    if (partial.worth > search.bestWorth) [search.best, search.bestWorth] = [partial.chosen, partial.worth];
    return;
  }
  for (const pattern of search.options[part] ?? []) {
    const bound = partial.worth + pattern.worth + (search.bounds[depth + 1] ?? 0);
    if (bound <= search.bestWorth) return;
    search.steps += 1;
    if (search.steps > MOST_STEPS && search.bestWorth >= 0) return;
    const days = add(search.problem, partial.days, { part, days: pattern.days });
    if (days === undefined) continue;
    descend(search, depth + 1, {
      days,
      chosen: [...partial.chosen, pattern.days],
      worth: partial.worth + pattern.worth,
    });
  }
}

/** The week with the part on those days; undefined where it does not fit. */
function add(
  problem: WeekProblem,
  week: readonly (readonly number[])[],
  visit: { readonly part: number; readonly days: readonly number[] },
): (readonly number[])[] | undefined {
  const next = [...week];
  for (const day of visit.days) {
    const parts = [...(week[day] ?? []), visit.part];
    if (!problem.fits(day, parts)) return undefined;
    next[day] = parts;
  }
  return next.filter((parts) => parts.length > 0).length <= problem.mostDays ? next : undefined;
}
