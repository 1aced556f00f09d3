import { describe, expect, it } from 'vitest';
import { changeOf, pairedRatio } from '../../src/methods/compare/change.js';
import { decayOf, standingAfter } from '../../src/methods/compare/decay.js';
import { betaCdf } from '../../src/stats/beta-quantile.js';
import { drawBinomial } from '../../src/stats/draw-binomial.js';
import { drawNormal } from '../../src/stats/draw-normal.js';
import { makeRandom } from '../../src/stats/random.js';
import { spotwise } from '../support/spotwise.js';

const HEADER = 'spot_id,population,municipality,lat,lon,status,min,max,usual,validated_on';
const spot = (id: string, persons: number, more: { at?: string; status?: string; day?: string } = {}) =>
  `${id},FSW,North,${more.at ?? ','},${more.status ?? 'active'},${persons - 1},${persons + 1},${persons},${more.day ?? '2022-05-01'}`;
const table = (...rows: readonly string[]) => `${HEADER}\n${rows.join('\n')}\n`;

describe('spotwise compare', () => {
  const earlier = table(
    spot('A', 10, { at: '10.0,20.0' }),
    spot('B', 20, { at: '10.1,20.0' }),
    spot('C', 8, { at: '10.2,20.0' }),
    spot('D', 5, { at: '10.3,20.0' }),
    spot('E', 6),
  );
  const day = { day: '2024-05-01' };
  const later = table(
    spot('A', 14, { at: '10.0,20.0', ...day }),
    spot('B', 20, { at: '10.11,20.0', ...day }),
    'C,FSW,North,,,defunct,,,,',
    spot('D2', 7, { at: '10.3001,20.0', ...day }),
    spot('F', 9, day),
  );
  const files = { 'one/spots.csv': earlier, 'two/spots.csv': later };

  it('tells kept, moved, lost and new spots apart, by code and, when asked, by place', async () => {
    const done = await spotwise(['compare', 'one', 'two', '--same', '50', '--out', 'd'], files);
    expect(done.code).toBe(0);
    const fates = (done.files.get('d/spot_changes.csv') ?? '')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',').slice(0, 10).join(','));
    expect(fates).toEqual([
      'A,,FSW,North,kept,code,0,,10,14',
      'B,,FSW,North,moved,code,1110,,20,20',
      'C,,FSW,North,lost,,,yes,8,',
      'D2,D,FSW,North,kept,place,10,,5,7',
      'E,,FSW,North,lost,,,,6,',
      'F,,FSW,North,new,,,,,9',
    ]);
    const plain = await spotwise(['compare', 'one', 'two', '--json'], files);
    const { change } = JSON.parse(plain.out) as { change: Record<string, number>[] };
    expect(change[0]).toMatchObject({ kept: 1, moved: 1, lost: 3, new: 2 });
  });

  it('splits the change into spots kept, lost and new so that the parts add up, and writes no position', async () => {
    const { out, files: written } = await spotwise(
      ['compare', 'one', 'two', '--same', '50', '--out', 'd', '--json'],
      files,
    );
    const { change, decay, years } = JSON.parse(out) as {
      change: Record<string, number>[];
      decay: Record<string, number>[];
      years: number;
    };
    expect(change[0]).toMatchObject({
      earlier: 49,
      later: 50,
      change: 1,
      at_kept: 6,
      at_lost: -14,
      at_new: 9,
      elsewhere: 0,
      low: -8,
      high: 10,
    });
    expect(years).toBeCloseTo(2, 2);
    expect(decay[0]).toMatchObject({ spots: 5, standing: 2 });
    const text = [...written].filter(([name]) => name.startsWith('d/')).map(([, body]) => body);
    expect(text.join('\n')).not.toMatch(/10\.[0123]|20\.0/);
  });

  it('says when codes seem to have been given anew, and refuses rounds without a population in common', async () => {
    const anew = later.replace(/^A,/m, 'X1,').replace(/^B,/m, 'X2,');
    const doubtful = await spotwise(['compare', 'one', 'two'], { ...files, 'two/spots.csv': anew });
    expect(doubtful.out).toContain('were codes given anew?');
    const other = await spotwise(['compare', 'one', 'two'], {
      ...files,
      'two/spots.csv': later.replaceAll('FSW', 'MSM'),
    });
    expect(other.code).toBe(1);
    expect(other.error).toContain('no population in common');
  });

  it('gives no decay where no days are known, and does with --years', async () => {
    const undated = {
      'one/spots.csv': earlier.replaceAll(/2022-05-01/g, ''),
      'two/spots.csv': later.replaceAll(/2024-05-01/g, ''),
    };
    expect((await spotwise(['compare', 'one', 'two'], undated)).out).toContain('no decay without --years');
    const told = await spotwise(['compare', 'one', 'two', '--years', '2'], undated);
    expect(told.out).toContain('1 of 5 spots stand where the earlier map says after 2 years');
  });
});

const claim = (low: number, high: number) => ({ low, high, basis: 'confidence', method: 'normal' }) as const;

describe('the interval of a change', () => {
  it('is recovered from the limits of both rounds (Zou, Donner 2008) and holds normal changes in about 95 of 100', () => {
    const random = makeRandom(8);
    const draw = (truth: number, error: number) => {
      const estimate = truth + error * drawNormal(random);
      const [low, high] = [estimate - 1.96 * error, estimate + 1.96 * error];
      return { low, estimate, high, interval: claim(low, high) };
    };
    let held = 0;
    for (let at = 0; at < 4000; at += 1) {
      const { interval } = changeOf(draw(400, 30), draw(520, 50));
      if (interval !== undefined && interval.low <= 120 && interval.high >= 120) held += 1;
    }
    expect(held / 4000).toBeGreaterThan(0.94);
    expect(held / 4000).toBeLessThan(0.96);
  });

  it('is a spread unless both rounds claim confidence, and not given where one has none', () => {
    const spread = {
      low: 80,
      estimate: 100,
      high: 120,
      interval: { low: 90, high: 110, basis: 'spread', method: '' },
    } as const;
    const bare = { low: 80, estimate: 100, high: 120, interval: undefined };
    expect(changeOf(spread, spread).interval?.basis).toBe('spread');
    expect(changeOf(spread, bare).interval).toBeUndefined();
    expect(changeOf(bare, spread).extremes).toEqual({ low: -40, high: 40 });
  });

  it('of the ratio at spots of both rounds is a point when every spot doubled, and refused for few', () => {
    const pairs = Array.from({ length: 12 }, (_, at) => ({ earlier: at + 1, later: 2 * at + 2 }));
    const options = { random: makeRandom(1), replicates: 200 };
    expect(pairedRatio(pairs, options)).toEqual({ low: 2, estimate: 2, high: 2 });
    expect(() => pairedRatio(pairs.slice(0, 9), options)).toThrow('10 with people');
  });
});

describe('the decay of a map', () => {
  it('has exact limits: the tails of the binomial at them are 2.5%', () => {
    const { share, aYear, halfLife } = decayOf(100, 81, 2);
    expect(1 - betaCdf(1 - share.low, 20, 81)).toBeCloseTo(0.025, 6);
    expect(betaCdf(1 - share.high, 19, 82)).toBeCloseTo(0.025, 6);
    expect(aYear.estimate).toBeCloseTo(0.9, 10);
    expect(halfLife?.estimate).toBeCloseTo(6.579, 3);
    expect(standingAfter(decayOf(100, 81, 2), 2).estimate).toBeCloseTo(0.81, 10);
  });

  it('covers the truth at least 95 times in 100, and stays inside 0 to 1 for every count', () => {
    const random = makeRandom(2);
    let held = 0;
    for (let at = 0; at < 2000; at += 1) {
      const { share } = decayOf(40, drawBinomial(random, 40, 0.85), 3);
      if (share.low <= 0.85 && share.high >= 0.85) held += 1;
    }
    expect(held / 2000).toBeGreaterThan(0.94);
    for (let spots = 1; spots <= 12; spots += 1)
      for (let standing = 0; standing <= spots; standing += 1) {
        const { share, halfLife } = decayOf(spots, standing, 1.5);
        expect(share.low).toBeGreaterThanOrEqual(0);
        expect(share.high).toBeLessThanOrEqual(1);
        expect(share.low).toBeLessThanOrEqual(share.estimate);
        expect(share.estimate).toBeLessThanOrEqual(share.high);
        expect(halfLife === undefined || Number.isFinite(halfLife.estimate)).toBe(true);
      }
  });
});
