import { DAYS } from '../../model/week.js';
import type { Part } from '../microplan.js';
import type { Crew } from '../workforce.js';
import { crewDaysOf, type CrewDays, type ScheduleContext } from './crew-days.js';
import type { Schedule } from './crew-schedule.js';
import { walk, type Outing } from './walk.js';
import { planWeek, type WeekPlan, type WeekVisits } from './week-plan.js';

const WEEKS = 4;

/**
 * The visits of one crew in four weeks: each week the days with most people expected, with the days between visits kept
 * from week to week, each day in the order with the least travel, each visit as near to the middle of its time as the
 * others allow. A visit that does not fit is left out.
 */
export function scheduleCrew(crew: Crew, parts: readonly Part[], context: ScheduleContext): Schedule {
  const { rules } = context;
  const days = crewDaysOf(crew, parts, context);
  const plans: WeekPlan[] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    plans.push(
      planWeek({
        visits: parts.map((_, at) => weekVisits(days, at, plans)),
        daysBetween: rules.days_between_visits,
        mostDays: Math.max(1, Math.floor(rules.days_per_month / WEEKS)),
        fits: (day, of) => days.routeOf(day, of) !== undefined,
      }),
    );
  }
  return walk(days, plans.flatMap(outingsOf));
}

/** What one part wants of the week after those planned; parts with few visits take turns over the weeks. */
function weekVisits(days: CrewDays, at: number, plans: readonly WeekPlan[]): WeekVisits {
  const part = days.parts[at];
  const visits = days.workloadOf(at)?.visits ?? 0;
  const turn = plans.length + (at % WEEKS);
  const isWatched = (part?.security ?? 0) >= 3;
  return {
    wanted: Math.floor(((turn + 1) * visits) / WEEKS) - Math.floor((turn * visits) / WEEKS),
    worth: DAYS.map((_, day) => days.windowOf(day, at)?.expected),
    lastVisit: lastVisit(at, plans),
    avoid: isWatched ? (plans.at(-1)?.[at] ?? []) : [],
  };
}

/** The day of the last visit so far, counted from the Monday of the week to come; -Infinity without one. */
function lastVisit(at: number, plans: readonly WeekPlan[]): number {
  for (const [back, plan] of [...plans].reverse().entries()) {
    const days = plan[at] ?? [];
    if (days.length > 0) return Math.max(...days) - 7 * (back + 1);
  }
  return -Infinity;
}

function outingsOf(plan: WeekPlan, week: number): Outing[] {
  return DAYS.map((_, day) => ({
    week,
    day,
    parts: [...plan.keys()].filter((at) => plan[at]?.includes(day) === true),
  })).filter(({ parts }) => parts.length > 0);
}
