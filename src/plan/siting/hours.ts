import { apportion } from '../../model/rounding.js';
import { DAYS, type Day, type Hours } from '../../model/week.js';
import type { GroupHours, Part } from '../microplan.js';

/** The days of the week, as many as asked for, when most people of the parts are out; ties go to the earlier day. */
export function busiestDays(parts: readonly Part[], count: number): Day[] {
  const out = (day: Day) => parts.reduce((sum, { expected }) => sum + expected[day], 0);
  const chosen = new Set(DAYS.toSorted((a, b) => out(b) - out(a)).slice(0, count));
  return DAYS.filter((day) => chosen.has(day));
}

/** Length of the steps hours are shared out in. */
const STEP = 30;

/**
 * Separate hours for populations that share a site: the stated ones as far as they lie in the opening hours, then what
 * is left in half hours by people, at least one each. A population for which nothing is left has no hours; a site of
 * one population has no group hours.
 */
export function groupHoursOf(
  people: ReadonlyMap<string, number>,
  open: Hours,
  stated: Readonly<Record<string, Hours>>,
): GroupHours[] {
  const populations = [...people.keys()].sort();
  if (populations.length < 2) return [];
  const fixed = new Map(
    populations.flatMap((population) => {
      const own = stated[population];
      const within = own === undefined ? undefined : clip(own, open);
      return within === undefined ? [] : [[population, within] as const];
    }),
  );
  const free = freeSteps(open, [...fixed.values()]);
  const others = populations.filter((population) => !fixed.has(population));
  const counts = sharesOf(
    others.map((population) => people.get(population) ?? 0),
    free.length,
  );
  let next = 0;
  const shared = new Map<string, Hours[]>();
  for (const [at, population] of others.entries()) {
    const own = free.slice(next, next + (counts[at] ?? 0));
    next += own.length;
    shared.set(population, joined(own));
  }
  return populations.map((population) => {
    const own = fixed.get(population);
    return { population, hours: own === undefined ? (shared.get(population) ?? []) : [own] };
  });
}

function clip(hours: Hours, open: Hours): Hours | undefined {
  const from = Math.max(hours.from, open.from);
  const to = Math.min(hours.to, open.to);
  return from < to ? { from, to } : undefined;
}

/** Starts of the half hours of the opening hours that nobody has. */
function freeSteps(open: Hours, taken: readonly Hours[]): number[] {
  const steps: number[] = [];
  for (let from = open.from; from + STEP <= open.to; from += STEP) {
    if (taken.every((hours) => from + STEP <= hours.from || from >= hours.to)) steps.push(from);
  }
  return steps;
}

/** Steps by people, at least one for each while there are as many. */
function sharesOf(people: readonly number[], steps: number): number[] {
  if (people.length === 0) return [];
  const least = people.map((_, at) => (at < steps ? 1 : 0));
  const total = people.reduce((sum, one) => sum + one, 0);
  const parts = people.map((one) => (total === 0 ? steps / people.length : (steps * one) / total));
  return apportion(parts, steps, { least });
}

function joined(steps: readonly number[]): Hours[] {
  const hours: Hours[] = [];
  for (const from of steps) {
    const last = hours.at(-1);
    if (last?.to === from) hours[hours.length - 1] = { from: last.from, to: from + STEP };
    else hours.push({ from, to: from + STEP });
  }
  return hours;
}
