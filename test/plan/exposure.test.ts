import { describe, expect, it } from 'vitest';
import { planFor, yangonStudy } from './yangon.js';
import { planOf, spot, study, worker } from './town.js';

const at = (security_level: '1' | '2' | '3') =>
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

describe('exposure', () => {
  const exposureAt = (level: '1' | '2' | '3') => {
    const plan = planOf(at(level), { as_of: '2021-11-01' });
    const minutes = plan.visits.reduce((sum, { from, to }) => sum + to - from, 0) / 4;
    const [lead] = plan.workers.filter(({ spots }) => spots > 0);
    return { exposure: lead?.exposurePerWeek, minutes };
  };

  it('is hazard times minutes times persons: nothing at level 1, alone at level 2, four times and two at level 3', () => {
    expect(exposureAt('1').exposure).toBe(0);
    const two = exposureAt('2');
    expect(two.exposure).toBe(Math.round(two.minutes));
    const three = exposureAt('3');
    expect(three.exposure).toBe(Math.round(4 * 2 * three.minutes));
  });

  it('falls first on safe spots: with few workers no spot of a higher level is served before a lower one that fits', async () => {
    const of = await yangonStudy();
    const few = { ...of, workers: of.workers.slice(0, Math.ceil(of.workers.length / 3)) };
    const levels = (plan: ReturnType<typeof planFor>) =>
      plan.parts.flatMap(({ status, part }) => (status === 'planned' ? [part.security ?? 0] : []));
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    expect(levels(planFor(few)).length).toBeGreaterThan(5);
    expect(mean(levels(planFor(few)))).toBeLessThanOrEqual(mean(levels(planFor(of))));
  });
});
