import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metBothWays } from '../../../src/estimate/virtual/met-both-ways.js';
import { ORDINARY_TOWN } from '../../../src/simulate/town-settings.js';
import { makeTown } from '../../../src/simulate/town.js';
import { estimated, located, type StudyTexts } from '../../support/study.js';

const SPOTS = `spot_id,population,municipality,mode,min,max
A,MSM,North,geo,30,50
B,MSM,South,geo,50,70
C,MSM,South,web,190,210
`;
/** At A one of two is online, at B three of four: (40 · 0.5 + 60 · 0.75) / 100 = 0.65. */
const ATTENDANCE = `respondent_id,spot_id,population,days_per_week,online
1,A,MSM,3,yes
2,A,MSM,2,no
3,B,MSM,5,yes
4,B,MSM,1,yes
5,B,MSM,2,yes
6,B,MSM,2,no
7,B,MSM,2,
`;

const turned = (text: string) => {
  const [header = '', ...rows] = text.trim().split('\n');
  return [header, ...rows.reverse()].join('\n');
};

type Parameters = Readonly<Record<string, string | number>>;
const run = (parameters: Parameters, texts: StudyTexts = { spots: SPOTS, attendance: ATTENDANCE }) =>
  estimated(texts, { method: { virtual: { use: 'subtract-both', ...parameters } } });
const noteOf = ({ estimates }: Awaited<ReturnType<typeof run>>) =>
  estimates.trace.find(({ step }) => step === 'virtual')?.note;
const totalOf = ({ estimates }: Awaited<ReturnType<typeof run>>) => estimates.national[0]?.estimate;

describe('people met at places and online', () => {
  it('are counted from either side, and as the plain mean of both where numbers asked are not known', () => {
    const sides = { places: 1000, virtual: 2000 };
    expect(metBothWays(sides)).toBeUndefined();
    expect(metBothWays({ ...sides, online: { share: 0.3 } })?.both).toBe(300);
    expect(metBothWays({ ...sides, atSpots: { share: 0.1 } })?.both).toBe(200);
    const both = metBothWays({ ...sides, online: { share: 0.3, asked: 50 }, atSpots: { share: 0.1 } });
    expect(both).toEqual({ both: 250, fromPlaces: 300, fromOnline: 200, gap: 0.4 });
  });

  it('are weighted by the inverse variance where both numbers are known', () => {
    const met = metBothWays({
      places: 100,
      virtual: 200,
      online: { share: 0.5, asked: 99 },
      atSpots: { share: 0.5, asked: 99 },
    });
    const [wide, near] = [1 / (200 * 200), 1 / (100 * 100)];
    expect(met?.both).toBeCloseTo((near * 50 + wide * 100) / (near + wide), 9);
  });

  it('lie between the two sides whatever was asked', () => {
    const side = fc.record({
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      asked: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
    });
    const count = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(count, count, side, side, (places, virtual, online, atSpots) => {
        const met = metBothWays({ places, virtual, online, atSpots });
        const [from, to] = [met?.fromPlaces ?? Number.NaN, met?.fromOnline ?? Number.NaN];
        expect(met?.both).toBeGreaterThanOrEqual(Math.min(from, to) - 1e-9);
        expect(met?.both).toBeLessThanOrEqual(Math.max(from, to) + 1e-9);
        expect(met?.gap).toBeLessThanOrEqual(2);
      }),
      { seed: 7 },
    );
  });
});

describe('the overlap of places and online in a study', () => {
  it('is measured by the interviews, weighted by the counts at the spots', async () => {
    const result = await run({});
    expect(totalOf(result)).toBeCloseTo(100 + 200 - 65, 9);
    expect(noteOf(result)).toMatch(
      /^65\.0 persons met both .*; 65\.0 by people at spots \(share 0\.650 of 6 asked\)$/,
    );
  });

  it('joins both sides, says both and warns of a gap', async () => {
    const result = await run({ share_online: 0.6, share_at_spots: 0.1 });
    expect(totalOf(result)).toBeCloseTo(300 - (60 + 20) / 2, 9);
    expect(noteOf(result)).toBe(
      '40.0 persons met both at spots and online counted once; 60.0 by people at spots (share 0.600); 20.0 by people online (share 0.100); gap 100%',
    );
    expect(located(result.issues)).toEqual(['virtual-gap spots.csv']);
  });

  it('warns only of a gap above the one stated', async () => {
    expect((await run({ share_online: 0.6, share_at_spots: 0.1, gap: 1.1 })).issues).toEqual([]);
    expect((await run({ share_online: 0.6, share_at_spots: 0.28 })).issues).toEqual([]);
  });

  it('by a plain share is that share alone, with the interviews only compared', async () => {
    const result = await run({ share: 0.1, of: 'web' });
    expect(totalOf(result)).toBeCloseTo(300 - 20, 9);
    expect(noteOf(result)).toContain('65.0 by people at spots');
    expect(located(result.issues)).toEqual(['virtual-gap spots.csv']);
    expect(totalOf(await run({ share: 0.3, of: 'geo' }))).toBeCloseTo(270, 9);
  });

  it('does not depend on the order of the rows', async () => {
    const once = await run({ share_at_spots: 0.2, asked_online: 40 });
    const again = await run(
      { share_at_spots: 0.2, asked_online: 40 },
      { spots: turned(SPOTS), attendance: turned(ATTENDANCE) },
    );
    expect(again.estimates.trace).toEqual(once.estimates.trace);
    expect(again.estimates.national).toEqual(once.estimates.national);
  });

  it('is refused where nobody was asked, or more are met both ways than there are', async () => {
    await expect(run({}, { spots: SPOTS })).rejects.toMatchObject({ code: 'both-unknown' });
    await expect(run({ share_online: 1, share_at_spots: 1 })).rejects.toMatchObject({
      code: 'both-above-places',
    });
    const few = SPOTS.replace('190,210', '9,11');
    await expect(run({ share_online: 0.9 }, { spots: few })).rejects.toMatchObject({
      code: 'both-above-virtual',
    });
  });

  it('is nobody where a population is met in one way only', async () => {
    const result = await run({}, { spots: SPOTS.replace(/^C.*\n/m, '') });
    expect(totalOf(result)).toBe(100);
    expect(noteOf(result)).toBe('nobody met virtually, so nobody met both ways');
  });
});

const MSM = ORDINARY_TOWN.populations.slice(1);

function townTexts(seed: number): { texts: StudyTexts; truth: number } {
  const town = makeTown({ ...ORDINARY_TOWN, seed, populations: MSM, reports_per_spot: 0, share_level_2: 1 });
  const [round] = town.rounds;
  const spots = (round?.spots ?? []).map((row) =>
    [row.spot_id, row.population, row.municipality, row.mode, row.usual, row.weekday, row.weekend].join(','),
  );
  const attendance = (round?.attendance ?? []).map((row) =>
    [row.respondent_id, row.spot_id, row.population, row.days_per_week, row.spots_per_day, row.online].join(
      ',',
    ),
  );
  const persons = (key: 'attending' | 'seen_online' | 'online_and_attending') =>
    town.truth.reduce((sum, row) => sum + row[key], 0);
  return {
    texts: {
      spots: ['spot_id,population,municipality,mode,usual,weekday,weekend', ...spots].join('\n'),
      attendance: ['respondent_id,spot_id,population,days_per_week,spots_per_day,online', ...attendance].join(
        '\n',
      ),
    },
    truth: persons('attending') + persons('seen_online') - persons('online_and_attending'),
  };
}

describe('in invented towns', () => {
  it('profiles to persons, less those met both ways, is everybody seen either way', async () => {
    const held = MSM[0]?.profiles ?? [];
    const mean = held.reduce((sum, of) => sum + of, 0) / held.length;
    const ratios: number[] = [];
    for (let seed = 1; seed <= 20; seed += 1) {
      const { texts, truth } = townTexts(seed);
      const { estimates } = await estimated(texts, {
        method: {
          day: { use: 'weekly-mean' },
          overlap: { use: 'person-visit' },
          profiles: { use: 'mean-profiles', mean },
          virtual: { use: 'subtract-both' },
        },
      });
      ratios.push((estimates.national[0]?.estimate ?? Number.NaN) / truth);
    }
    const average = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    expect(Math.abs(average - 1)).toBeLessThan(0.03);
    expect(Math.max(...ratios.map((ratio) => Math.abs(ratio - 1)))).toBeLessThan(0.15);
  });
});
