import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/formats/csv.js';
import type { Microplan } from '../../src/plan/microplan.js';
import { readPrevious } from '../../src/plan/previous.js';
import { planTables } from '../../src/plan/tables.js';
import { verifyPlan } from '../../src/plan/verify/verify.js';
import { planOf, spot, study, worker } from './town.js';
import { planFor, writtenTables, yangonStudy } from './yangon.js';

const workersOfParts = (plan: Microplan) =>
  plan.parts.flatMap(({ part, worker: code }) => (code === undefined ? [] : [`${part.id} ${code}`]));

describe('a new plan after an old one', () => {
  it('is the old one when nothing changed, and says that nothing did', async () => {
    const of = await yangonStudy();
    const before = planFor(of);
    const previous = readPrevious(writtenTables(before, of).get('plan/spots.csv') ?? '');
    const after = planFor(of, {}, { previous });
    expect(workersOfParts(after)).toEqual(workersOfParts(before));
    expect(after.changes).toEqual([]);
    expect(before.changes).toBeUndefined();
  });

  it('moves few spots when a pair is lost, and every move has a reason', async () => {
    const of = await yangonStudy();
    const before = planFor(of);
    const lost = before.parts.find(({ worker: code }) => code !== undefined);
    const gone = new Set([lost?.worker, lost?.partner]);
    const less = { ...of, workers: of.workers.filter((row) => !gone.has(row.worker_id)) };
    const previous = readPrevious(writtenTables(before, of).get('plan/spots.csv') ?? '');
    const after = planFor(less, {}, { previous });
    const anew = planFor(less);
    const kept = new Set(workersOfParts(before));
    const moved = (plan: Microplan) => workersOfParts(plan).filter((pair) => !kept.has(pair)).length;
    expect(moved(after)).toBeLessThanOrEqual(moved(anew));
    const orphans = before.parts.filter(({ worker: code }) => code === lost?.worker).length;
    expect(moved(after)).toBeLessThanOrEqual(2 * orphans);
    expect(after.changes?.length).toBeGreaterThan(0);
    expect(after.changes?.every(({ why }) => why !== '')).toBe(true);
    expect(verifyPlan(writtenTables(after, less), less).isSound).toBe(true);
    expect(planTables(after, less).map(({ name }) => name)).toContain('plan/changes.csv');
  });

  it('reads no previous worker where there was none', () => {
    expect(
      readPrevious(writeCsv({ name: 's', columns: ['spot_code', 'worker_code'], rows: [['A', undefined]] }))
        .size,
    ).toBe(0);
  });
});

const covered = (plan: Microplan) =>
  plan.parts.filter(({ status }) => status === 'planned').map(({ part }) => part.spot);

describe('an equity floor', () => {
  const spots = [
    spot({ spot_id: 'A', municipality: 'Big', min: 30, max: 30 }),
    spot({ spot_id: 'B', municipality: 'Big', min: 20, max: 20 }),
    spot({ spot_id: 'C', municipality: 'Small', min: 5, max: 5 }),
  ];
  const of = study({ spots, workers: [worker({ worker_id: 'W', max_people: 50, municipality: 'Big' })] });
  it('brings in the small municipality that the most people would leave out', () => {
    const near = { km_between: 10 };
    expect(covered(planOf(of, near))).toEqual(['A', 'B']);
    expect(covered(planOf(of, { ...near, equity_floor: 0.5 }))).toEqual(['A', 'C']);
  });
});
