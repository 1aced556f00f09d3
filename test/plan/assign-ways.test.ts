import { describe, expect, it } from 'vitest';
import type { AssignmentProblem } from '../../src/plan/assign.js';
import { assignBySearch, travelOf } from '../../src/plan/assign-by-search.js';
import { boundProblemOf } from '../../src/plan/certify/certify.js';
import { raiseBound } from '../../src/plan/certify/lower-bound.js';
import { makeRandom } from '../../src/stats/random.js';
import { everyAssignment } from './search/brute-force.js';
import { seeded } from './town.js';

interface Town {
  /** Kilometres, or minutes of a matrix that is no map, from every part to every other and to every worker. */
  readonly apart: readonly (readonly number[])[];
  readonly people: readonly number[];
  readonly capacity: readonly number[];
  readonly isPlain: boolean;
  readonly hasBase: boolean;
}

const WAYS = ['straight lines', 'a matrix'] as const;
const WEIGHTS = ['people', 'plain'] as const;

/** Few parts and workers with room for all, by straight lines or by a matrix in which no triangle need close. */
function smallTown(seed: number, ways: (typeof WAYS)[number], weight: (typeof WEIGHTS)[number]): Town {
  const random = seeded(seed);
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const parts = whole(2, 5);
  const workers = whole(1, 3);
  const places = Array.from({ length: parts + workers }, () => [whole(0, 30), whole(0, 30)] as const);
  const apart = places.map(() => places.map(() => 0));
  for (const [a, [x, y]] of places.entries()) {
    for (const [b, [east, north]] of places.entries()) {
      if (b >= a) continue;
      const way = ways === 'a matrix' ? whole(1, 60) : Math.hypot(x - east, y - north);
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        const row = apart[from];
        if (row !== undefined) row[to] = way;
      }
    }
  }
  const people = Array.from({ length: parts }, () => whole(1, 12));
  const most = Math.max(...people);
  const all = people.reduce((sum, one) => sum + one, 0);
  const capacity = Array.from({ length: workers }, () => most + Math.ceil(all / workers) + whole(0, 4));
  return { apart, people, capacity, isPlain: weight === 'plain', hasBase: random() < 0.5 };
}

function problemOf({ apart, people, capacity, isPlain, hasBase }: Town): AssignmentProblem {
  const way = (a: number, b: number) => apart[a]?.[b] ?? 0;
  return {
    parts: people.map((persons, at) => ({
      id: `p${at}`,
      people: persons,
      tier: 1,
      previous: undefined,
      ...(isPlain && { weight: 1 }),
    })),
    workers: capacity.map((most, at) => ({ id: `w${at}`, capacity: most, mostSpots: 99, hasBase })),
    candidates: people.map(() => [...capacity.keys()]),
    kmFromBase: (part, worker) => way(part, people.length + worker),
    kmBetween: way,
  };
}

/** What the search comes to; every part must have a worker. */
function found(problem: AssignmentProblem): number {
  const assignment = assignBySearch(makeRandom(3))(problem);
  expect(assignment.every((worker) => worker !== undefined)).toBe(true);
  return travelOf(
    problem,
    [...problem.parts.keys()],
    assignment.map((worker) => worker ?? 0),
  );
}

/** The least there is, by trying every assignment that keeps the capacities. */
function leastOf(problem: AssignmentProblem): number {
  let best = Infinity;
  everyAssignment(problem.parts.length, problem.workers.length, (workerOf) => {
    const load = problem.workers.map(() => 0);
    for (const [part, worker] of workerOf.entries()) {
      load[worker] = (load[worker] ?? 0) + (problem.parts[part]?.people ?? 0);
    }
    if (load.some((people, worker) => people > (problem.workers[worker]?.capacity ?? 0))) return;
    best = Math.min(best, travelOf(problem, [...problem.parts.keys()], workerOf));
  });
  return best;
}

const SEEDS = Array.from({ length: 50 }, (_, at) => at + 1);

describe.each(WAYS)('who serves what by %s', (ways) => {
  describe.each(WEIGHTS)('weighed by %s', (weight) => {
    it('is the best of all assignments of small towns', () => {
      for (const seed of SEEDS) {
        const problem = problemOf(smallTown(seed, ways, weight));
        expect(found(problem), `seed ${seed}`).toBeCloseTo(leastOf(problem), 6);
      }
    });

    it('does not depend on the order of parts and workers, and grows with the unit of distance', () => {
      for (const seed of SEEDS.slice(0, 15)) {
        const town = smallTown(seed, ways, weight);
        const parts = town.people.length;
        const order = [...town.apart.keys()].reverse();
        const turned = [...order.filter((at) => at < parts), ...order.filter((at) => at >= parts)];
        const relabelled: Town = {
          ...town,
          apart: turned.map((a) => turned.map((b) => town.apart[a]?.[b] ?? 0)),
          people: town.people.toReversed(),
          capacity: town.capacity.toReversed(),
        };
        const scaled: Town = { ...town, apart: town.apart.map((row) => row.map((way) => 10 * way)) };
        const value = found(problemOf(town));
        expect(found(problemOf(relabelled)), `seed ${seed}`).toBeCloseTo(value, 6);
        expect(found(problemOf(scaled)), `seed ${seed}`).toBeCloseTo(10 * value, 5);
      }
    });

    it('is never worse with one more worker, and never below the bound that is proved', () => {
      for (const seed of SEEDS.slice(0, 25)) {
        const town = smallTown(seed, ways, weight);
        const fewer: Town = {
          ...town,
          apart: town.apart.slice(0, -1).map((row) => row.slice(0, -1)),
          capacity: town.capacity.slice(0, -1),
        };
        const all = problemOf(town);
        const value = found(all);
        const group = { parts: [...all.parts.keys()], workers: [...all.workers.keys()] };
        const start = all.parts.map(() => value / all.parts.length);
        const { bound } = raiseBound(boundProblemOf(all, group), start, value);
        expect(bound, `seed ${seed}`).toBeLessThanOrEqual(leastOf(all) + 1e-9);
        const before = fewer.capacity.length === 0 ? Infinity : leastOf(problemOf(fewer));
        expect(value, `seed ${seed}`).toBeLessThanOrEqual(before + 1e-6);
      }
    });
  });
});
