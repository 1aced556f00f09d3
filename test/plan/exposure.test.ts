import { describe, expect, it } from 'vitest';
import type { Microplan } from '../../src/plan/microplan.js';
import { planOf, spot, study, worker } from './town.js';
import { planFor, yangonStudy } from './yangon.js';

type Level = '1' | '2' | '3';

const spotAt = (security_level: Level) =>
  study({
    spots: [
      spot({
        spot_id: 'A',
        lat: 10,
        lon: 10,
        hours: { from: 600, to: 900 },
        security_level,
        security_checked_on: '2021-10-31',
      }),
    ],
    workers: ['W', 'V'].map((id) => worker({ worker_id: id, lat: 10, lon: 10 })),
  });

function exposureAt(level: Level) {
  const plan = planOf(spotAt(level), { as_of: '2021-11-01' });
  const minutes = plan.visits.reduce((sum, { from, to }) => sum + to - from, 0) / 4;
  return { exposure: plan.workers.find(({ spots }) => spots > 0)?.exposurePerWeek, minutes };
}

/** Mean security level of the planned spots. */
function meanLevel({ parts }: Microplan): number {
  const levels = parts.flatMap(({ status, part }) => (status === 'planned' ? [part.security ?? 0] : []));
  return levels.reduce((sum, level) => sum + level, 0) / Math.max(1, levels.length);
}

describe('exposure', () => {
  it('is hazard times minutes times persons: nothing at level 1, alone at level 2, four times and two at level 3', () => {
    expect(exposureAt('1').exposure).toBe(0);
    const two = exposureAt('2');
    expect(two.exposure).toBe(Math.round(two.minutes));
    const three = exposureAt('3');
    expect(three.exposure).toBe(Math.round(4 * 2 * three.minutes));
  });

  it('falls on safe spots first where workers are few', async () => {
    const of = await yangonStudy();
    const few = { ...of, workers: of.workers.slice(0, Math.ceil(of.workers.length / 3)) };
    expect(planFor(few).visits.length).toBeGreaterThan(20);
    expect(meanLevel(planFor(few))).toBeLessThan(meanLevel(planFor(of)));
  });
});
