import { DAYS, type Day, type Hours } from '../../model/week.js';
import type { Part, Place } from '../microplan.js';
import type { PlanRules } from '../rules.js';
import type { Crew } from '../workforce.js';

const DAY_MINUTES = 1440;

/** When a part can be visited on a day the worker sets out: from the first arrival to the last departure. */
export interface Window extends Hours {
  /** Persons expected then: those of the day the spot's hours belong to. */
  readonly expected: number;
}

/** What a window depends on besides the part, the crew and the day. */
export interface WindowContext {
  readonly rules: PlanRules;
  /** Minutes from a spot to the farthest home of a crew; 0 for slots, whose homes are not known. */
  readonly minutesHome: (part: Part, crew: Crew) => number;
}

/**
 * The longest time a part can be visited on that day: the spot's hours (of that night, the night before or the next
 * day's early hours) within the worker's hours, off every curfew with the way home and the margin before it; undefined
 * where there is none.
 */
export function windowOf(
  { part, crew, day }: { readonly part: Part; readonly crew: Crew; readonly day: Day },
  context: WindowContext,
): Window | undefined {
  if (!crew.days.includes(day)) return undefined;
  const shifts = crew.hours === undefined ? [0] : [0, DAY_MINUTES, -DAY_MINUTES];
  const worker = crew.hours ?? { from: 0, to: 2 * DAY_MINUTES };
  const closed = closedTimes(part, crew, context);
  let best: Window | undefined;
  for (const shift of shifts) {
    const shared = overlap({ from: part.hours.from + shift, to: part.hours.to + shift }, worker);
    if (shared === undefined) continue;
    const expected = part.expected[dayAfter(day, shift / DAY_MINUTES)];
    for (const open of subtract(shared, closed)) {
      if (best === undefined || lengthOf(open) > lengthOf(best)) best = { ...open, expected };
    }
  }
  return best;
}

/** The day that many days after another one. */
export function dayAfter(day: Day, days: number): Day {
  return DAYS[(DAYS.indexOf(day) + days + 7) % 7] ?? day;
}

const lengthOf = (hours: Hours) => hours.to - hours.from;

function overlap(a: Hours, b: Hours): Hours | undefined {
  const shared = { from: Math.max(0, a.from, b.from), to: Math.min(a.to, b.to) };
  return shared.to > shared.from ? shared : undefined;
}

/** Times a visit cannot touch: each curfew, the margin and the way home before it, the way there after it. */
function closedTimes(part: Part, crew: Crew, { rules, minutesHome }: WindowContext): Hours[] {
  const touched = new Set([part.place, ...homesOf(crew)].map((place) => place.municipality));
  const way = minutesHome(part, crew);
  return rules.curfew
    .filter(({ municipality }) => municipality === undefined || touched.has(municipality))
    .flatMap(({ hours }) =>
      [-DAY_MINUTES, 0, DAY_MINUTES].map((shift) => ({
        from: hours.from + shift - rules.home_before_curfew - way,
        to: hours.to + shift + way,
      })),
    );
}

/** Where the members of a crew start from, as far as that is known. */
export function homesOf(crew: Crew): Place[] {
  return crew.members.flatMap((member) => (member.base === undefined ? [] : [member.base]));
}

/** What is left of a time once others are taken out. */
export function subtract(hours: Hours, closed: readonly Hours[]): Hours[] {
  let left: Hours[] = [hours];
  for (const { from, to } of closed) {
    left = left.flatMap((open) => {
      if (to <= open.from || from >= open.to) return [open];
      return [
        { from: open.from, to: from },
        { from: to, to: open.to },
      ].filter((rest) => rest.to > rest.from);
    });
  }
  return left;
}
