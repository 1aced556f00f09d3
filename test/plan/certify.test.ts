import { beforeAll, describe, expect, it } from 'vitest';
import type { Study } from '../../src/model/study.js';
import { loadHighs, type LpSolver } from '../../src/io/load-highs.js';
import { certifyAssignment, type AskedAssignment } from '../../src/plan/certify/certify.js';
import { packCut, packWhole, type Item } from '../../src/plan/certify/knapsack.js';
import { boundAt, raiseBound, type BoundProblem } from '../../src/plan/certify/lower-bound.js';
import { lpText, pricesByLp } from '../../src/plan/certify/lp-prices.js';
import type { Microplan } from '../../src/plan/microplan.js';
import { everyAssignment, everySubset } from './search/brute-force.js';
import { planOf, randomTown, seeded, spot, study, worker } from './town.js';

let solver: LpSolver | undefined;
beforeAll(async () => {
  solver = await loadHighs();
});

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

/** Parts and centres on a plane; half of the problems have the parts themselves as centres. */
function randomProblem(seed: number): BoundProblem {
  const random = seeded(seed);
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const place = () => ({ x: whole(0, 50), y: whole(0, 50) });
  const parts = Array.from({ length: whole(3, 6) }, place);
  const isFree = random() < 0.5;
  const centres = isFree ? parts : Array.from({ length: 3 }, place);
  const people = parts.map(() => whole(1, 9));
  return {
    parts: parts.length,
    people,
    centres: centres.length,
    cost: (part, centre) => {
      const [a, b] = [parts[part] ?? place(), centres[centre] ?? place()];
      return (people[part] ?? 0) * Math.hypot(a.x - b.x, a.y - b.y);
    },
    room: centres.map(() => whole(12, 24)),
    open: isFree ? 2 : 3,
  };
}

/** The least cost by trying every way of giving parts to centres; infinite where none fits. */
function leastCost({ parts, people, centres, cost, room, open }: BoundProblem): number {
  let least = Infinity;
  everyAssignment(parts, centres, (centreOf) => {
    const load = room.map(() => 0);
    let sum = 0;
    for (const [part, centre] of centreOf.entries()) {
      load[centre] = (load[centre] ?? 0) + (people[part] ?? 0);
      sum += cost(part, centre);
    }
    const fits = load.every((one, centre) => one <= (room[centre] ?? 0));
    if (fits && new Set(centreOf).size <= open) least = Math.min(least, sum);
  });
  return least;
}

describe('packing', () => {
  it('of whole items is the best of all sets, and cutting one never packs less', () => {
    for (const seed of SEEDS) {
      const random = seeded(seed);
      const items = Array.from({ length: 8 }, (_, part): Item => ({
        part,
        gain: 0.1 + random() * 10,
        size: Math.floor(random() * 12),
      }));
      const room = 10 + Math.floor(random() * 30);
      let best = 0;
      everySubset(items.length, (set) => {
        const sum = (of: 'gain' | 'size') => set.reduce((total, at) => total + (items[at]?.[of] ?? 0), 0);
        if (sum('size') <= room) best = Math.max(best, sum('gain'));
      });
      const packed = packWhole(items, room);
      expect(packed.gain).toBeCloseTo(best, 9);
      const gained = packed.taken.reduce((sum, { part }) => sum + (items[part]?.gain ?? 0), 0);
      expect(gained).toBeCloseTo(best, 9);
      expect(packCut(items, room).gain).toBeGreaterThanOrEqual(best - 1e-9);
    }
  });
});

describe('a lower bound', () => {
  it('is never above the best of all assignments, whatever the prices', () => {
    for (const seed of SEEDS) {
      const problem = randomProblem(seed);
      const least = leastCost(problem);
      const random = seeded(seed + 1000);
      for (let draw = 0; draw < 20; draw += 1) {
        const prices = problem.people.map(() => (random() - 0.2) * 300);
        expect(boundAt(problem, prices)).toBeLessThanOrEqual(least + 1e-9);
      }
      if (least === Infinity) continue;
      const zero = problem.people.map(() => least / problem.parts);
      const { bound } = raiseBound(problem, zero, least);
      expect(bound).toBeLessThanOrEqual(least + 1e-9);
      expect(bound).toBeGreaterThanOrEqual(0.5 * least - 1e-9);
    }
  });

  it('is at least the linear relaxation, whose prices it can start from', () => {
    if (solver === undefined) throw new Error('highs is a development dependency');
    for (const seed of SEEDS.slice(0, 15)) {
      const problem = randomProblem(seed);
      const prices = pricesByLp(problem, solver);
      const relaxed = solver.solve(lpText(problem)) as unknown as { readonly ObjectiveValue: number };
      if (prices === undefined) continue;
      expect(boundAt(problem, prices)).toBeGreaterThanOrEqual(relaxed.ObjectiveValue - 1e-6);
      expect(boundAt(problem, prices)).toBeLessThanOrEqual(leastCost(problem) + 1e-9);
    }
  });

  it('has no prices from a solver that fails', () => {
    const broken: LpSolver = { solve: () => ({ Status: 'Optimal', Rows: [] }) };
    expect(pricesByLp(randomProblem(1), broken)).toBeUndefined();
  });
});

/** A plan and the question of who serves what that it was made from. */
function planned(of: Study): { readonly plan: Microplan; readonly last: AskedAssignment } {
  let last: AskedAssignment | undefined;
  const plan = planOf(of, {}, { onAssigned: (problem, assignment) => (last = { problem, assignment }) });
  if (last === undefined) throw new Error('nothing was assigned');
  return { plan, last };
}

describe('the certificate of a plan', () => {
  it('has a bound no higher than the objective for every group, with and without the solver', () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const { plan, last } = planned(randomTown(seed));
      for (const by of [undefined, solver]) {
        const groups = certifyAssignment(plan, last, by);
        const people = groups.reduce((sum, group) => sum + group.people, 0);
        const served = plan.parts.filter(({ status }) => status === 'planned');
        expect(people).toBe(served.reduce((sum, { part }) => sum + part.people.estimate, 0));
        for (const { bound = NaN, objective, gap = NaN } of groups) {
          expect(bound).toBeLessThanOrEqual(objective);
          expect(gap).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  it('proves an assignment that is plainly the best', () => {
    const spots = Array.from({ length: 6 }, (_, at) =>
      spot({ spot_id: `S${at}`, lat: 42 + 0.2 * (at % 2) + 0.002 * at, lon: 21 }),
    );
    const workers = [0, 1].map((at) => worker({ worker_id: `W${at}`, lat: 42 + 0.2 * at, lon: 21 }));
    const { plan, last } = planned(study({ spots, workers }));
    const [group, ...others] = certifyAssignment(plan, last, undefined);
    expect(others).toEqual([]);
    expect(group?.objective).toBeGreaterThan(0);
    expect(group?.gap).toBeLessThan(0.001);
  });
});
