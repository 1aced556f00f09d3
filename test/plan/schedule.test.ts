import { describe, expect, it } from 'vitest';
import { shortestRoute, type RouteProblem } from '../../src/plan/schedule/route.js';
import { planWeek, type WeekPlan, type WeekProblem } from '../../src/plan/schedule/week-plan.js';
import { subtract } from '../../src/plan/schedule/window.js';
import { seeded } from './town.js';

const way = (a: readonly number[] = [], b: readonly number[] = []) =>
  Math.ceil(Math.abs((a[0] ?? 0) - (b[0] ?? 0)) + Math.abs((a[1] ?? 0) - (b[1] ?? 0)));

function randomRoute(seed: number): RouteProblem {
  const random = seeded(seed);
  const points = Array.from({ length: 1 + Math.floor(random() * 6) }, () => [random() * 60, random() * 60]);
  return {
    stops: points.map(() => {
      const from = 600 + Math.floor(random() * 300);
      return { from, to: from + 30 + Math.floor(random() * 240), minutes: 10 + Math.floor(random() * 50) };
    }),
    between: (a, b) => way(points[a], points[b]),
    fromBase: (stop) => way(points[stop], [30, 30]),
  };
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

/** Travel of an order, as early as it can be; undefined where a stop ends too late. */
function travelOf({ stops, between, fromBase }: RouteProblem, order: readonly number[]): number | undefined {
  let time = 0;
  let travel = 0;
  for (const [place, stop] of order.entries()) {
    const before = order[place - 1];
    const from = before === undefined ? fromBase(stop) : between(before, stop);
    const at = stops[stop] ?? { from: 0, to: 0, minutes: 0 };
    time = Math.max(before === undefined ? 0 : time + from, at.from) + at.minutes;
    if (time > at.to) return undefined;
    travel += from;
  }
  return travel + fromBase(order.at(-1) ?? 0);
}

describe('the order of stops', () => {
  it('has the least travel of all orders that are in time, on 400 random days', () => {
    let feasible = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const problem = randomRoute(seed);
      const travels = permutations([...problem.stops.keys()])
        .map((order) => travelOf(problem, order))
        .filter((travel) => travel !== undefined);
      const route = shortestRoute(problem);
      if (travels.length === 0) expect(route, `seed ${seed}`).toBeUndefined();
      else expect(route?.travel, `seed ${seed}`).toBeCloseTo(Math.min(...travels), 9);
      if (route !== undefined) feasible += 1;
    }
    expect(feasible).toBeGreaterThan(100);
    expect(feasible).toBeLessThan(400);
  });

  it('gives times that can be kept: earliest and latest both in time at every stop', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const problem = randomRoute(seed);
      const route = shortestRoute(problem);
      for (const [place, stop] of (route?.order ?? []).entries()) {
        const at = problem.stops[stop] ?? { from: 0, to: 0, minutes: 0 };
        const next = route?.order[place + 1];
        const latest = route?.latest[place] ?? 0;
        expect(route?.earliest[place]).toBeLessThanOrEqual(latest);
        expect(latest + at.minutes).toBeLessThanOrEqual(at.to);
        if (next === undefined) continue;
        const after = latest + at.minutes + problem.between(stop, next);
        expect(after).toBeLessThanOrEqual(route?.latest[place + 1] ?? 0);
      }
    }
  });

  it('refuses more stops than can be ordered exactly', () => {
    const stops = Array.from({ length: 13 }, () => ({ from: 0, to: 1000, minutes: 1 }));
    expect(() => shortestRoute({ stops, between: () => 1, fromBase: () => 1 })).toThrow(RangeError);
  });
});

function randomWeek(seed: number): WeekProblem {
  const random = seeded(seed);
  const visits = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
    wanted: 1 + Math.floor(random() * 3),
    worth: Array.from({ length: 7 }, () => (random() < 0.7 ? Math.floor(random() * 30) : undefined)),
    lastVisit: random() < 0.5 ? -Infinity : -1 - Math.floor(random() * 4),
    avoid: random() < 0.3 ? [Math.floor(random() * 7)] : [],
  }));
  const mostADay = 1 + Math.floor(random() * 2);
  return {
    visits,
    daysBetween: 1 + Math.floor(random() * 3),
    mostDays: 1 + Math.floor(random() * 5),
    fits: (day, parts) => parts.length <= (day === 3 ? 1 : mostADay),
  };
}

/** Visits made and people expected; undefined where a rule is broken. */
function worthOf(problem: WeekProblem, plan: WeekPlan): number | undefined {
  const days = Array.from({ length: 7 }, (): number[] => []);
  let worth = 0;
  for (const [at, { wanted, worth: of, lastVisit, avoid }] of problem.visits.entries()) {
    let last = lastVisit;
    const visited = plan[at] ?? [];
    if (visited.length > wanted) return undefined;
    for (const day of visited) {
      const value = of[day];
      if (value === undefined || day - last < problem.daysBetween || avoid.includes(day)) return undefined;
      last = day;
      worth += 1e6 + value;
      days[day]?.push(at);
    }
  }
  const isKept = days.every((parts, day) => parts.length === 0 || problem.fits(day, parts));
  return isKept && days.filter((parts) => parts.length > 0).length <= problem.mostDays ? worth : undefined;
}

describe('the days of a week', () => {
  const subsets = Array.from({ length: 128 }, (_, bits) =>
    [0, 1, 2, 3, 4, 5, 6].filter((day) => (bits >> day) & 1),
  );

  function bestWeek(problem: WeekProblem): number {
    let best = 0;
    const descend = (plan: WeekPlan): void => {
      if (plan.length === problem.visits.length) {
        best = Math.max(best, worthOf(problem, plan) ?? 0);
        return;
      }
      const { wanted } = problem.visits[plan.length] ?? { wanted: 0 };
      for (const days of subsets) {
        if (days.length > wanted) continue;
        const next = [...plan, days];
        const alone = { ...problem, visits: problem.visits.slice(0, next.length) };
        if (worthOf(alone, next) !== undefined) descend(next);
      }
    };
    descend([]);
    return best;
  }

  it('are the best of all, on 200 random weeks', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const problem = randomWeek(seed);
      const worth = worthOf(problem, planWeek(problem));
      expect(worth, `seed ${seed}`).toBe(bestWeek(problem));
    }
  });
});

describe('time off a curfew', () => {
  it('is what is left on both sides', () => {
    expect(subtract({ from: 0, to: 100 }, [{ from: 20, to: 30 }])).toEqual([
      { from: 0, to: 20 },
      { from: 30, to: 100 },
    ]);
    expect(subtract({ from: 0, to: 100 }, [{ from: -5, to: 100 }])).toEqual([]);
  });
});
