import { describe, expect, it } from 'vitest';
import { meanInverse } from '../../../src/estimate/virtual/people-per-profile.js';
import { estimated } from '../../support/study.js';

const SPOTS =
  'spot_id,population,municipality,mode,min,max\nA,MSM,North,geo,40,60\nB,MSM,North,web,900,1100\nC,MSM,South,phone,10,30\n';

const total = async (profiles: { use: string; [name: string]: string | number | readonly string[] }) => {
  const { estimates } = await estimated({ spots: SPOTS }, { method: { profiles } });
  return estimates.national[0]?.estimate;
};

describe('persons behind profiles', () => {
  it('are the mean of 1 / profiles of those contacted through profiles', () => {
    const answers = [
      { profiles: 1, persons: 50 },
      { profiles: 2, persons: 30 },
      { profiles: 4, persons: 20 },
    ];
    expect(meanInverse(answers)).toBeCloseTo(0.7, 12);
    expect(meanInverse([...answers].reverse())).toBe(meanInverse(answers));
  });

  it('come out right by both roads when everybody is asked: by person the mean, by profile the inverse', () => {
    const held = [1, 1, 2, 3, 6];
    const profiles = held.reduce((sum, of) => sum + of, 0);
    const byProfile = held.map((of) => ({ profiles: of, persons: of }));
    expect(profiles * meanInverse(byProfile)).toBeCloseTo(held.length, 12);
    expect(profiles / (profiles / held.length)).toBeCloseTo(held.length, 12);
  });

  it('are counted on the web alone, in low, estimate and high', async () => {
    expect(await total({ use: 'none' })).toBe(50 + 1000 + 20);
    expect(await total({ use: 'mean-profiles', mean: 2.1 })).toBeCloseTo(50 + 1000 / 2.1 + 20, 9);
    expect(await total({ use: 'mean-inverse', answers: ['1 50', '2 30', '4 20'] })).toBeCloseTo(770, 9);
    expect(await total({ use: 'mean-inverse', mean_inverse: 0.5, active: 0.8 })).toBeCloseTo(470, 9);
    const { estimates } = await estimated(
      { spots: SPOTS },
      { method: { profiles: { use: 'mean-profiles', mean: 2 } } },
    );
    expect([estimates.national[0]?.low, estimates.national[0]?.high]).toEqual([500, 640]);
    const row = estimates.trace.find(({ step }) => step === 'profiles');
    expect(row?.change).toBeCloseTo(-500, 9);
    expect(row?.note).toBe(
      '1000.0 profiles, 1000.0 of them active, 0.500 persons a profile used in the window: 500.0 persons',
    );
  });

  it('are not mentioned in the trace of a study that does not ask', async () => {
    const { estimates } = await estimated({ spots: SPOTS });
    expect(estimates.trace.map(({ step }) => step)).toEqual([
      'settle',
      'level_1',
      'day',
      'overlap',
      'hidden',
      'virtual',
    ]);
  });

  it.each([
    [{ use: 'mean-profiles', mean: 0.9 }, 'profiles-out-of-range'],
    [{ use: 'mean-inverse' }, 'profiles-unknown'],
    [{ use: 'mean-inverse', mean_inverse: 0 }, 'profiles-unknown'],
    [{ use: 'mean-inverse', answers: ['0 5'] }, 'profiles-out-of-range'],
    [{ use: 'mean-inverse', answers: ['many'] }, 'profiles-out-of-range'],
    [{ use: 'mean-inverse', answers: [] }, 'no-respondents'],
  ])('are refused for %o', async (profiles, code) => {
    await expect(total(profiles)).rejects.toMatchObject({ code });
  });
});
