import { describe, expect, it } from 'vitest';
import { estimated, located } from '../support/study.js';

const SPOTS =
  'spot_id,population,municipality,typology,mode,min,max\nA,FSW,North,bar,geo,30,50\nB,FSW,South,bar,geo,10,30\nC,FSW,South,app,web,100,100\n';
const MET =
  'respondent_id,spot_id,population,days_per_week,spots_per_day\nr1,A,FSW,3.5,2\nr2,A,FSW,7,1\nr3,B,FSW,7,2\n';

const total = async (overlap: Readonly<Record<string, unknown>> & { use: string }, attendance = MET) =>
  (await estimated({ spots: SPOTS, attendance }, { method: { overlap: overlap as { use: string } } }))
    .estimates.national[0]?.estimate;

describe('overlap and attendance', () => {
  // A: 40 counted, mean 1/V = (1/7 + 1/7)/2; B: 20 counted, 1/V = 1/14; 7·(40/7 + 20/14) = 50; the web stays 100.
  it('uses person-visit where the interviews allow it, and says so', async () => {
    const result = await estimated({ spots: SPOTS, attendance: MET });
    expect(result.estimates.national[0]?.estimate).toBeCloseTo(150, 9);
    const step = result.estimates.trace.find((row) => row.step === 'overlap');
    expect(step?.note).toContain('person-visit: 3 respondents');
    expect(step?.change).toBeCloseTo(-10, 9);
  });

  it('corrects nothing without interviews, or without spots a day', async () => {
    expect(
      await total({ use: 'by-data' }, 'respondent_id,spot_id,population,days_per_week\nr1,A,FSW,3\n'),
    ).toBeCloseTo(160, 9);
    expect((await estimated({ spots: SPOTS })).estimates.national[0]?.estimate).toBeCloseTo(160, 9);
  });

  it('corrects town by town where other spots were asked about within the town', async () => {
    const result = await estimated(
      { spots: SPOTS, attendance: MET },
      { method: { overlap: { use: 'person-visit', universe: 'town' } } },
    );
    const byTown = Object.fromEntries(
      result.estimates.municipalities.map((area) => [area.municipality, area.estimate]),
    );
    expect(byTown['North']).toBeCloseTo(40, 9);
    expect(byTown['South']).toBeCloseTo(10 + 100, 9);
  });

  it.each([
    [{ use: 'multiplicity' }, 100 + 40 * 0.75 + 20 * 0.5],
    [{ use: 'frequency-harmonic' }, 100 + 7 * (40 * ((1 / 3.5 + 1 / 7) / 2) + 20 / 7)],
    [{ use: 'share', share_using_several: 0.4, mean_spots: 2 }, 100 + 60 * 0.8],
    [{ use: 'mean-visits', mean_spots: 2 }, 130],
    [{ use: 'percent-off', duplication: 0.25 }, 145],
    [{ use: 'frequency-mean', mean_days: 3.5 }, 220],
    [{ use: 'factor', people_per_counted: 2 }, 220],
    [{ use: 'pairwise', pairs: ['A B 5'] }, 155],
  ])('refuses $use alone, and does it with a warning when acknowledged', async (overlap, expected) => {
    await expect(total(overlap)).rejects.toThrow('acknowledge: one-sided');
    const result = await estimated(
      { spots: SPOTS, attendance: MET },
      { method: { overlap: { ...overlap, acknowledge: 'one-sided' } } },
    );
    expect(result.estimates.national[0]?.estimate).toBeCloseTo(expected, 9);
    expect(located(result.issues)).toEqual(['one-sided-correction spots.csv']);
  });

  it('follows Ahvaz through its three steps: 843, 2,104, 1,494, 1,966 (Khodadost et al. 2025)', async () => {
    const result = await estimated(
      { spots: 'spot_id,population,municipality,min,max\nA,PWID,Ahvaz,843,843\n' },
      {
        method: {
          overlap: { use: 'frequency-duplication', people_per_counted: 2104 / 843, duplication: 0.29 },
          hidden: { use: 'divide', share_seen: 0.76 },
        },
      },
    );
    const after = (step: string) => result.estimates.trace.find((row) => row.step === step)?.estimate ?? 0;
    expect(after('settle')).toBe(843);
    expect(Math.round(after('overlap'))).toBe(1494);
    expect(Math.round(after('hidden'))).toBe(1966);
    expect(result.estimates.trace.find((row) => row.step === 'hidden')?.note).toContain(
      'share hidden 0.240, share seen 0.760',
    );
  });
});

const interval = async (choice: Readonly<Record<string, unknown>> & { use: string }, seed = 1) => {
  const result = await estimated(
    { spots: SPOTS, attendance: MET },
    { seed, method: { interval: choice as { use: string } } },
  );
  return result.estimates.national[0]?.interval;
};

describe('computed intervals', () => {
  it('bootstraps respondents when person-visit was used, same seed same numbers', async () => {
    const first = await interval({ use: 'bootstrap', replicates: 500 });
    expect(first?.basis).toBe('confidence');
    expect(first?.method).toMatch(
      /^bootstrap of respondents and the day counted, 95%, 500 replicates, Monte Carlo error \d/,
    );
    expect(first?.low).toBeLessThan(150);
    expect(first?.high).toBeGreaterThan(150);
    expect(await interval({ use: 'bootstrap', replicates: 500 })).toEqual(first);
    expect(await interval({ use: 'bootstrap', replicates: 500 }, 2)).not.toEqual(first);
  });

  it('draws spots between their ends, wider when a municipality errs together', async () => {
    const many = Array.from({ length: 40 }, (_, at) => `S${at},FSW,North,4,16`).join('\n');
    const spots = `spot_id,population,municipality,min,max\n${many}\n`;
    const width = async (share: number) => {
      const choice = { use: 'simulate', shape: 'triangular', share_area: share, replicates: 2000 };
      const found = (await estimated({ spots }, { method: { interval: choice } })).estimates.national[0]
        ?.interval;
      return (found?.high ?? 0) - (found?.low ?? 0);
    };
    const independent = await width(0);
    // a triangular spot on 4–16 has standard deviation sqrt(6); forty of them 15.49; 95% is 2 × 1.96 of that
    expect(independent).toBeGreaterThan(57);
    expect(independent).toBeLessThan(65);
    expect(await width(0.5)).toBeGreaterThan(3 * independent);
  });

  it('carries the level 1 correction and the share hidden by closed forms, and says nothing where it cannot', async () => {
    const spots =
      'spot_id,population,municipality,level,min,max\nA,PWID,N,2,10,10\nB,PWID,N,2,20,20\nC,PWID,N,1,30,30\nD,PWID,N,1,40,40\n';
    const reports = 'informant_id,level,spot_id,population,min,max\ni,1,A,PWID,12,12\nj,1,B,PWID,18,18\n';
    const choice = { use: 'delta', share_error: 0.05 };
    const result = await estimated(
      { spots, reports },
      { method: { interval: choice, hidden: { use: 'divide', share_seen: 0.8 } } },
    );
    // R = 30/30, residuals −2 and 2, s² = 8, Var = 16·(1 − 2/4)·8/2 = 32; N = 100; 32/0.64 + 100²·0.0025/0.4096
    const half = 1.959964 * Math.sqrt(32 / 0.64 + (10_000 * 0.0025) / 0.4096);
    expect(result.estimates.national[0]?.interval?.high).toBeCloseTo(125 + half, 4);
    expect(await interval({ use: 'delta' })).toBeUndefined();
  });
});
