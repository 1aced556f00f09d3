import { describe, expect, it } from 'vitest';
import { assignByRegret, type Assignment, type AssignmentProblem } from '../../src/plan/assign.js';
import { seeded } from './town.js';

const km = (a: readonly number[] = [], b: readonly number[] = []) =>
  Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0));

/** A small problem on a plane; some parts are not for some workers. */
function smallProblem(seed: number): AssignmentProblem {
  const random = seeded(seed);
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const point = () => [random() * 10, random() * 10] as const;
  const partPoints = Array.from({ length: whole(1, 7) }, point);
  const workerPoints = Array.from({ length: whole(1, 3) }, point);
  return {
    parts: partPoints.map((_, at) => ({
      id: `p${at}`,
      people: whole(1, 20),
      tier: whole(1, 3),
      previous: undefined,
    })),
    workers: workerPoints.map((_, at) => ({
      id: `w${at}`,
      capacity: whole(10, 40),
      mostSpots: whole(2, 6),
      hasBase: true,
    })),
    candidates: partPoints.map(() => [...workerPoints.keys()].filter(() => random() < 0.8)),
    kmFromBase: (part, worker) => km(partPoints[part], workerPoints[worker]),
    kmBetween: (a, b) => km(partPoints[a], partPoints[b]),
  };
}

interface Worth {
  readonly byTier: readonly number[];
  readonly cost: number;
}

/** People served by tier and people-kilometres; undefined where a rule is broken. */
function worthOf(problem: AssignmentProblem, assignment: Assignment): Worth | undefined {
  const people = problem.workers.map(() => 0);
  const spots = problem.workers.map(() => 0);
  const byTier = [0, 0, 0, 0];
  let cost = 0;
  for (const [at, part] of problem.parts.entries()) {
    const worker = assignment[at];
    if (worker === undefined) continue;
    if (problem.candidates[at]?.includes(worker) !== true) return undefined;
    people[worker] = (people[worker] ?? 0) + part.people;
    spots[worker] = (spots[worker] ?? 0) + 1;
    byTier[part.tier] = (byTier[part.tier] ?? 0) + part.people;
    cost += part.people * problem.kmFromBase(at, worker);
  }
  const isKept = problem.workers.every(
    ({ capacity, mostSpots }, at) => (people[at] ?? 0) <= capacity && (spots[at] ?? 0) <= mostSpots,
  );
  return isKept ? { byTier, cost } : undefined;
}

function isBetter(a: Worth, b: Worth): boolean {
  for (const [tier, people] of a.byTier.entries()) {
    if (people !== b.byTier[tier]) return people > (b.byTier[tier] ?? 0);
  }
  return a.cost < b.cost - 1e-9;
}

/** The best assignment there is, by trying every one. */
function bestOf(problem: AssignmentProblem): Worth {
  let best: Worth = { byTier: [0, 0, 0, 0], cost: 0 };
  const descend = (assignment: Assignment): void => {
    const at = assignment.length;
    if (at === problem.parts.length) {
      const worth = worthOf(problem, assignment);
      if (worth !== undefined && isBetter(worth, best)) best = worth;
      return;
    }
    for (const worker of [undefined, ...(problem.candidates[at] ?? [])]) descend([...assignment, worker]);
  };
  descend([]);
  return best;
}

describe('giving parts to workers', () => {
  const seeds = Array.from({ length: 300 }, (_, at) => at + 1);

  it('keeps capacity, spots and who may serve what, on 300 small problems', () => {
    for (const seed of seeds) {
      const problem = smallProblem(seed);
      expect(worthOf(problem, assignByRegret(problem)), `seed ${seed}`).toBeDefined();
    }
  });

  it('serves the most people there can be, or within a small part of it, against every assignment', () => {
    let found = 0;
    let most = 0;
    let optimal = 0;
    for (const seed of seeds) {
      const problem = smallProblem(seed);
      const worth = worthOf(problem, assignByRegret(problem));
      const best = bestOf(problem);
      const [served, possible] = [worth?.byTier[1] ?? 0, best.byTier[1] ?? 0];
      expect(served, `seed ${seed}`).toBeLessThanOrEqual(possible);
      found += served;
      most += possible;
      if (worth !== undefined && !isBetter(best, worth)) optimal += 1;
    }
    expect(found).toBeGreaterThanOrEqual(0.99 * most);
    expect(optimal).toBeGreaterThanOrEqual(0.8 * seeds.length);
  });

  it('never gives the place of a safer part to a less safe one', () => {
    const problem: AssignmentProblem = {
      parts: [
        { id: 'unsafe', people: 10, tier: 3, previous: undefined },
        { id: 'safe', people: 6, tier: 1, previous: undefined },
      ],
      workers: [{ id: 'w', capacity: 10, mostSpots: 8, hasBase: true }],
      candidates: [[0], [0]],
      kmFromBase: () => 1,
      kmBetween: () => 1,
    };
    expect(assignByRegret(problem)).toEqual([undefined, 0]);
  });

  it('keeps a part with its worker of before, though another one is nearer', () => {
    const problem: AssignmentProblem = {
      parts: [{ id: 'p', people: 10, tier: 1, previous: 1 }],
      workers: [0, 1].map((at) => ({ id: `w${at}`, capacity: 10, mostSpots: 8, hasBase: true })),
      candidates: [[0, 1]],
      kmFromBase: (_, worker) => worker,
      kmBetween: () => 0,
    };
    expect(assignByRegret(problem)).toEqual([1]);
    const anew = { ...problem, parts: [{ id: 'p', people: 10, tier: 1, previous: undefined }] };
    expect(assignByRegret(anew)).toEqual([0]);
  });

  it('puts slots in the middle of their parts: two clusters, two slots', () => {
    const at = [0, 1, 2, 100, 101, 102];
    const problem: AssignmentProblem = {
      parts: at.map((place) => ({ id: `p${place}`, people: 5, tier: 1, previous: undefined })),
      workers: [0, 1].map((worker) => ({ id: `w${worker}`, capacity: 15, mostSpots: 8, hasBase: false })),
      candidates: at.map(() => [0, 1]),
      kmFromBase: () => 0,
      kmBetween: (a, b) => Math.abs((at[a] ?? 0) - (at[b] ?? 0)),
    };
    const [first, ...others] = assignByRegret(problem);
    expect(others.slice(0, 2)).toEqual([first, first]);
    expect(new Set(others.slice(2)).size).toBe(1);
    expect(others[2]).not.toBe(first);
  });
});
