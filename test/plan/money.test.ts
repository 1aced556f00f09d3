import { describe, expect, it } from 'vitest';
import type { Cost, Microplan } from '../../src/plan/microplan.js';
import { checkPlan } from '../../src/plan/check.js';
import { planTables } from '../../src/plan/tables.js';
import { planOf, randomTown, spot, study, totalOf, worker } from './town.js';

const COSTS = {
  currency: 'EUR',
  worker_cost: { FSW: 150, PWID: 180, others: 120 },
  supervisor_cost: 200,
  km_cost: 0.2,
  item_cost: { condoms: 0.05, needles: 0.1, test_kits: 2 },
};

const peopleCovered = ({ parts }: Microplan) =>
  parts.reduce((sum, { status, part }) => sum + (status === 'planned' ? part.people.estimate : 0), 0);

const line = (plan: Microplan, of: Cost['plan'], what: string) =>
  plan.costs?.find((cost) => cost.plan === of && cost.what === what);

describe('costs (F16)', () => {
  it('are left out where the study states none', () => {
    const town = randomTown(3);
    const plan = planOf(town);
    expect(plan.costs).toBeUndefined();
    expect(planTables(plan, town).map(({ name }) => name)).not.toContain('plan/costs.csv');
  });

  it('are pay, kilometres and pieces times what one costs', () => {
    // 90 people at 1:50 and 90 %: two workers; 90 x 8 acts x 4.348 x 1.1 = 3,444 condoms, a whole number a spot.
    const spots = ['A', 'B'].map((id, at) =>
      spot({ spot_id: id, min: 45, max: 45, lat: 42, lon: 21 + at / 100 }),
    );
    const workers = ['V', 'W'].map((id, at) => worker({ worker_id: id, lat: 42, lon: 21 + at / 100 }));
    const plan = planOf(study({ spots, workers }), COSTS);
    const condoms = 2 * Math.ceil(45 * 8 * 4.348 * 1.1);
    expect(line(plan, 'feasible', 'workers')).toMatchObject({ quantity: 2, cost: { estimate: 300 } });
    expect(line(plan, 'feasible', 'supervisors')).toMatchObject({ quantity: 1, cost: { estimate: 200 } });
    expect(line(plan, 'feasible', 'condoms')).toMatchObject({ quantity: condoms, unitCost: 0.05 });
    const km = 4 * plan.workers.reduce((sum, { travelKmPerWeek }) => sum + travelKmPerWeek, 0);
    expect(line(plan, 'feasible', 'travel_km')?.cost.estimate).toBeCloseTo(0.2 * km, 9);
    const parts = plan.costs?.filter(({ plan: of, what }) => of === 'feasible' && what !== 'total') ?? [];
    expect(totalOf(plan)).toBeCloseTo(
      parts.reduce((sum, { cost }) => sum + cost.estimate, 0),
      9,
    );
    // The need: 81 people of the target at 1:50 are two workers and one supervisor.
    expect(line(plan, 'need', 'workers')).toMatchObject({ quantity: 2, cost: { estimate: 300 } });
    expect(line(plan, 'need', 'total')?.cost.estimate).toBeGreaterThan(500);
  });

  it('keep low, estimate and high in order', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      for (const { cost } of planOf(randomTown(seed), COSTS).costs ?? []) {
        expect(cost.low).toBeLessThanOrEqual(cost.estimate);
        expect(cost.estimate).toBeLessThanOrEqual(cost.high);
      }
    }
  });
});

describe('a limit of money', () => {
  it('is never passed, changes nothing where it is enough, and more of it never pays for fewer workers', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const town = randomTown(seed);
      const free = planOf(town, COSTS);
      const full = totalOf(free);
      const enough = planOf(town, { ...COSTS, money_per_month: full });
      expect(enough.parts).toEqual(free.parts);
      for (const share of [0, 0.3, 0.7]) {
        const limit = full * share;
        const plan = planOf(town, { ...COSTS, money_per_month: limit });
        expect(checkPlan(plan), `seed ${seed}, ${share}`).toEqual([]);
        expect(totalOf(plan), `seed ${seed}, ${share}`).toBeLessThanOrEqual(limit + 0.005);
        expect(peopleCovered(plan)).toBeLessThanOrEqual(peopleCovered(free));
        const lost = plan.parts.filter(({ gap }) => gap?.reason === 'money');
        if (share < 1 && peopleCovered(plan) < peopleCovered(free)) expect(lost.length).toBeGreaterThan(0);
      }
    }
  });

  it('pays first for those who serve most people for their cost', () => {
    const spots = [spot({ spot_id: 'A', min: 40, max: 40, lat: 42, lon: 21 })];
    const more = [spot({ spot_id: 'B', population: 'TG', min: 10, max: 10, lat: 42, lon: 21.2 })];
    const workers = [
      worker({ worker_id: 'W', lat: 42, lon: 21 }),
      worker({ worker_id: 'T', population: ['TG'], lat: 42, lon: 21.2 }),
    ];
    const rules = { worker_cost: { others: 100 }, money_per_month: 100 };
    const plan = planOf(study({ spots: [...spots, ...more], workers }), rules);
    const [first, second] = plan.parts;
    expect([first?.status, first?.worker]).toEqual(['planned', 'W']);
    expect(second?.gap).toMatchObject({
      reason: 'money',
      change: { kind: 'more_money', amount: 100, currency: '' },
    });
    expect(plan.workers.map(({ worker: of, isPaid }) => [of.code, isPaid])).toEqual([
      ['T', false],
      ['W', true],
    ]);
    const covered = planOf(study({ spots: [...spots, ...more], workers }), {
      ...rules,
      money_per_month: 200,
    });
    expect(covered.parts.every(({ status }) => status === 'planned')).toBe(true);
  });

  it('gives the few who are paid the people of the others, up to what each can serve', () => {
    const spots = Array.from({ length: 10 }, (_, at) =>
      spot({ spot_id: `S${at}`, min: 10, max: 10, lat: 42, lon: 21 + at / 1000 }),
    );
    const workers = Array.from({ length: 5 }, (_, at) =>
      worker({ worker_id: `W${at}`, lat: 42, lon: 21 + at / 500, max_people: 50 }),
    );
    const plan = planOf(study({ spots, workers }), { worker_cost: { others: 100 }, money_per_month: 250 });
    expect(peopleCovered(plan)).toBe(100);
    expect(plan.workers.filter(({ spots: own }) => own > 0)).toHaveLength(2);
  });

  it('serves an equity floor before it buys more people', () => {
    const spots = [
      spot({ spot_id: 'A', municipality: 'North', min: 40, max: 40, lat: 42, lon: 21 }),
      spot({ spot_id: 'B', municipality: 'North', min: 40, max: 40, lat: 42, lon: 21.001 }),
      spot({ spot_id: 'C', municipality: 'South', population: 'TG', min: 8, max: 8, lat: 42.1, lon: 21 }),
    ];
    const workers = [
      worker({ worker_id: 'V', lat: 42, lon: 21 }),
      worker({ worker_id: 'W', lat: 42, lon: 21 }),
      worker({ worker_id: 'T', population: ['TG'], lat: 42.1, lon: 21 }),
    ];
    const rules = { worker_cost: { others: 100 }, money_per_month: 200 };
    const covered = (floor: number) =>
      planOf(study({ spots, workers }), { ...rules, equity_floor: floor })
        .parts.filter(({ status }) => status === 'planned')
        .map(({ part }) => part.spot);
    expect(covered(0)).toEqual(['A', 'B']);
    expect(covered(0.4)).toContain('C');
  });
});
