import { describe, expect, it } from 'vitest';
import { evaluateClusters } from '../../../src/plan/search/cluster-evaluation.js';
import type { ClusterProblem } from '../../../src/plan/search/cluster-problem.js';
import { solveClusters } from '../../../src/plan/search/cluster-search.js';
import { makeRandom, type Random } from '../../../src/stats/random.js';
import { everyAssignment } from './brute-force.js';

interface Spot {
  readonly x: number;
  readonly y: number;
}

function distanceOf(points: readonly Spot[]): (a: number, b: number) => number {
  const none = { x: 0, y: 0 };
  return (a, b) => {
    const from = points[a] ?? none;
    const to = points[b] ?? none;
    return Math.hypot(from.x - to.x, from.y - to.y);
  };
}

function randomSpots(random: Random, size: number): { points: Spot[]; demand: number[] } {
  const points = Array.from({ length: size }, () => ({ x: random.integer(100), y: random.integer(100) }));
  return { points, demand: points.map(() => 1 + random.integer(20)) };
}

function randomProblem(random: Random, size = 2 + random.integer(5)): ClusterProblem {
  const clusters = 1 + random.integer(3);
  const { points, demand } = randomSpots(random, size);
  const total = demand.reduce((sum, one) => sum + one, 0);
  const room = Math.ceil((total / clusters) * (1 + random.uniform()));
  const barred = random.integer(size * clusters);
  const either = <Extra extends object>(extra: Extra): Extra | object =>
    random.integer(3) === 0 ? extra : {};
  return {
    demand,
    distance: distanceOf(points),
    clusterCapacity: Array.from({ length: clusters }, () => room + random.integer(10)),
    ...either({ points }),
    ...either({ weight: demand }),
    ...either({ siteCapacity: demand.map(() => (random.integer(4) === 0 ? 0 : room)) }),
    ...either({ isEligible: (spot: number, cluster: number) => spot * clusters + cluster !== barred }),
    ...either({
      previous: demand.map(() => random.integer(clusters + 1) - 1),
      moveCost: demand.map(() => 9),
    }),
    ...either({ balance: { floor: Array.from({ length: clusters }, () => room / 3), costPerUnit: 3 } }),
  };
}

/** The best over every assignment and, for each, every choice of one member of each cluster as its centre. */
function bestByForce(problem: ClusterProblem): number {
  const clusters = problem.clusterCapacity.length;
  let best = Infinity;
  everyAssignment(problem.demand.length, clusters, (assignment) => {
    const members = Array.from({ length: clusters }, (_, cluster) =>
      [...assignment.keys()].filter((spot) => assignment[spot] === cluster),
    );
    let sets: number[][] = [[]];
    for (const list of members) {
      const choices = list.length === 0 ? [-1] : list;
      sets = sets.flatMap((set) => choices.map((centre) => [...set, centre]));
    }
    for (const centres of sets) {
      const { objective, overload, misplaced } = evaluateClusters(problem, assignment, centres);
      if (overload === 0 && misplaced === 0) best = Math.min(best, objective);
    }
  });
  return best;
}

function isSameParity(spot: number, cluster: number): boolean {
  return (spot + cluster) % 2 === 0;
}

const limits = { iterations: 100_000 };

describe('grouping spots around centres', () => {
  it('pairs neighbours on a street', () => {
    const distance = distanceOf([0, 1, 10, 11].map((x) => ({ x, y: 0 })));
    const problem = { demand: [1, 1, 1, 1], distance, clusterCapacity: [2, 2] };
    const found = solveClusters(problem, makeRandom(1), limits);
    expect(found.isFeasible).toBe(true);
    expect(found.objective).toBe(2);
    expect(found.assignment[0]).toBe(found.assignment[1]);
    expect(found.assignment[2]).toBe(found.assignment[3]);
  });

  it('agrees with trying every grouping, and says so when there is none', () => {
    const random = makeRandom(41);
    let feasible = 0;
    for (let turn = 0; turn < 200; turn += 1) {
      const problem = randomProblem(random);
      const best = bestByForce(problem);
      const found = solveClusters(problem, random, limits);
      expect(found.isFeasible).toBe(best < Infinity);
      expect(found.obstacles.length > 0).toBe(best === Infinity);
      if (!found.isFeasible) continue;
      feasible += 1;
      expect(found.objective).toBeCloseTo(best, 6);
    }
    expect(feasible).toBeGreaterThan(100);
  });

  it('finds nearly always what trying every grouping of eight spots finds, never anything better', () => {
    const random = makeRandom(44);
    let [tried, equal] = [0, 0];
    for (let turn = 0; turn < 60; turn += 1) {
      const problem = randomProblem(random, 8);
      if (problem.clusterCapacity.length < 3) continue;
      const best = bestByForce(problem);
      if (best === Infinity) continue;
      tried += 1;
      const found = solveClusters(problem, random, { iterations: 300_000 });
      if (!found.isFeasible) continue;
      expect(found.objective).toBeGreaterThan(best - 1e-6);
      if (found.objective < best + 1e-6) equal += 1;
    }
    expect(tried).toBeGreaterThan(10);
    expect(equal / tried).toBeGreaterThan(0.9);
  });

  it('keeps every rule on a district of 60 spots and ten workers', () => {
    const random = makeRandom(42);
    for (let turn = 0; turn < 10; turn += 1) {
      const { points, demand } = randomSpots(random, 60);
      const total = demand.reduce((sum, one) => sum + one, 0);
      const clusterCapacity = Array.from({ length: 10 }, () => Math.ceil(total / 8));
      const problem = {
        points,
        demand,
        distance: distanceOf(points),
        clusterCapacity,
        isEligible: isSameParity,
      };
      const found = solveClusters(problem, random, limits);
      const measure = evaluateClusters(problem, found.assignment, found.centres);
      expect(found.isFeasible).toBe(true);
      expect(measure).toMatchObject({ objective: found.objective, overload: 0, misplaced: 0 });
      for (const [cluster, centre] of found.centres.entries()) {
        if (centre >= 0) expect(found.assignment[centre]).toBe(cluster);
      }
    }
  });

  it('keeps every rule, and the same bytes for the same seed, where it improves one region after another', () => {
    const { points, demand } = randomSpots(makeRandom(46), 160);
    const total = demand.reduce((sum, one) => sum + one, 0);
    const room = Math.ceil(total / 17);
    const problem = {
      points,
      demand,
      weight: demand,
      distance: distanceOf(points),
      clusterCapacity: Array.from({ length: 20 }, () => room),
      siteCapacity: demand.map((_, spot) => (spot % 7 === 0 ? 0 : room)),
      isEligible: isSameParity,
      previous: demand.map((_, spot) => (spot % 20) - 1),
      moveCost: demand.map(() => 9),
      balance: { floor: Array.from({ length: 20 }, () => room / 2), costPerUnit: 3 },
    };
    const solve = () => solveClusters(problem, makeRandom(7), { iterations: 600_000 });
    const found = solve();
    const measure = evaluateClusters(problem, found.assignment, found.centres);
    expect(measure).toMatchObject({ objective: found.objective, overload: 0, misplaced: 0 });
    expect(JSON.stringify(solve())).toBe(JSON.stringify(found));
    const short = solveClusters(problem, makeRandom(7), { iterations: 60_000 });
    expect(found.objective).toBeLessThan(short.objective);
  });

  it('gives the same bytes for the same seed', () => {
    const { points, demand } = randomSpots(makeRandom(43), 50);
    const clusterCapacity = [150, 150, 150, 150, 150];
    const problem = { points, demand, distance: distanceOf(points), clusterCapacity };
    const solve = (): string => JSON.stringify(solveClusters(problem, makeRandom(7), limits));
    expect(solve()).toBe(solve());
  });

  it('costs the same however the spots are numbered, and ten times as much on a map ten times as large', () => {
    const random = makeRandom(44);
    for (let turn = 0; turn < 20; turn += 1) {
      const { points, demand } = randomSpots(random, 7);
      const total = demand.reduce((sum, one) => sum + one, 0);
      const clusterCapacity = [Math.ceil(total * 0.6), Math.ceil(total * 0.6)];
      const problem = { demand, distance: distanceOf(points), clusterCapacity };
      const order = random.shuffle([...points.keys()]);
      const moved = order.flatMap((spot) => points[spot] ?? []);
      const large = points.map(({ x, y }) => ({ x: x * 10, y: y * 10 }));
      const renamed = {
        ...problem,
        demand: order.map((spot) => demand[spot] ?? 0),
        distance: distanceOf(moved),
      };
      const found = solveClusters(problem, random, limits);
      const scaled = solveClusters({ ...problem, distance: distanceOf(large) }, random, limits);
      expect(solveClusters(renamed, random, limits).objective).toBeCloseTo(found.objective, 6);
      expect(scaled.objective).toBeCloseTo(found.objective * 10, 5);
    }
  });

  it('puts spots that lie on one point where there is room', () => {
    const problem = { demand: [3, 3, 2, 2, 2], distance: () => 0, clusterCapacity: [6, 6] };
    const found = solveClusters(problem, makeRandom(1), limits);
    expect(found).toMatchObject({ isFeasible: true, objective: 0 });
  });

  it('names demand above capacity and a spot above every capacity, and gives no grouping', () => {
    const problem = { demand: [5, 9], distance: () => 1, clusterCapacity: [6, 6] };
    const found = solveClusters(problem, makeRandom(1), limits);
    expect(found.isFeasible).toBe(false);
    expect(found.assignment).toEqual([]);
    expect(found.obstacles).toEqual([
      { kind: 'larger-than-every-capacity', spot: 1, demand: 9 },
      { kind: 'demand-above-capacity', demand: 14, capacity: 12 },
    ]);
  });

  it('returns the best so far once told to stop', () => {
    const { points, demand } = randomSpots(makeRandom(45), 30);
    const problem = { points, demand, distance: distanceOf(points), clusterCapacity: [400, 400, 400] };
    const found = solveClusters(problem, makeRandom(1), { shouldStop: () => true });
    expect(found.isFeasible).toBe(true);
    expect(found.objective).toBe(evaluateClusters(problem, found.assignment, found.centres).objective);
  });
});
