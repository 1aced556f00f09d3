import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../../src/estimate/interval/bootstrap.js';
import { acceleratedInterval, centralInterval } from '../../../src/estimate/interval/interval.js';
import { personVisitInterval } from '../../../src/estimate/interval/person-visit-interval.js';
import { personVisit } from '../../../src/estimate/overlap/person-visit.js';
import { drawNormal } from '../../../src/stats/draw-normal.js';
import { makeRandom } from '../../../src/stats/random.js';
import { resampledSum } from '../../../src/stats/resampled-sum.js';
import { codeOf } from '../../support/code-of.js';

const PLAIN = { spots: 'sample', replicates: 20_000 } as const;
const spread = ({ low, high }: { low: number; high: number }): number => (high - low) / (2 * 1.959964);

describe('bootstrap of sampled spots', () => {
  it('has the standard error of a stratified total', () => {
    const random = makeRandom(1);
    const rows = Array.from({ length: 120 }, (_, at) => ({
      spotId: `s${at}`,
      stratum: at < 40 ? 'bar' : 'street',
      count: (at < 40 ? 30 : 8) + random.integer(10),
      figures: [1],
    }));
    const result = bootstrap(rows, makeRandom(2), PLAIN);
    let variance = 0;
    for (const stratum of ['bar', 'street']) {
      const own = rows.filter((row) => row.stratum === stratum).map((row) => row.count);
      const mean = own.reduce((sum, x) => sum + x, 0) / own.length;
      variance += (own.length * own.reduce((sum, x) => sum + (x - mean) ** 2, 0)) / (own.length - 1);
    }
    expect(result.estimate).toBe(rows.reduce((sum, row) => sum + row.count, 0));
    expect(Math.abs(spread(result) / Math.sqrt(variance) - 1)).toBeLessThan(0.03);
    expect(result).toMatchObject({ level: 0.95, basis: 'confidence', replicates: 20_000 });
  });

  it('agrees with all equally likely samples of a tiny stratum', () => {
    // Three spots, two draws stretched by 3/2: nine totals 1.5 · (x + y).
    const rows = [2, 4, 12].map((count, at) => ({ spotId: `s${at}`, count, figures: [1] }));
    const result = bootstrap(rows, makeRandom(3), { ...PLAIN, level: 0.6 });
    const possible = [6, 9, 12, 21, 24, 36];
    expect(possible).toContain(Math.round(1e6 * result.low) / 1e6);
    expect(possible).toContain(Math.round(1e6 * result.high) / 1e6);
  });
});

describe('bootstrap of a census of spots', () => {
  const CENSUS = { spots: 'census', replicates: 20_000 } as const;

  it('has the standard error of a sample of n out of c at each spot', () => {
    const random = makeRandom(4);
    const rows = Array.from({ length: 60 }, (_, at) => ({
      spotId: `s${at}`,
      count: 40,
      figures: Array.from({ length: 12 }, () => random.uniform()),
    }));
    let variance = 0;
    for (const { count, figures } of rows) {
      const mean = figures.reduce((sum, y) => sum + y, 0) / 12;
      const square = figures.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 11;
      variance += (count * count * (1 - 12 / 40) * square) / 12;
    }
    expect(Math.abs(spread(bootstrap(rows, makeRandom(5), CENSUS)) / Math.sqrt(variance) - 1)).toBeLessThan(
      0.03,
    );
  });

  it('has no width when everybody was met, or all answered alike', () => {
    const everybody = [
      { spotId: 'a', count: 2, figures: [1, 0.5] },
      { spotId: 'b', count: 1, figures: [0.2] },
    ];
    expect(bootstrap(everybody, makeRandom(1), CENSUS)).toMatchObject({
      low: 1.7,
      high: 1.7,
      monteCarloError: 0,
    });
    const alike = [{ spotId: 'a', count: 10, figures: [1, 1] }];
    expect(bootstrap(alike, makeRandom(1), CENSUS)).toMatchObject({ estimate: 10, low: 10, high: 10 });
  });

  it('takes the differences between fully met spots for no error, unlike sampled spots', () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({
      spotId: `s${at}`,
      count: 1 + at,
      figures: [1, 1],
    }));
    const census = bootstrap(rows, makeRandom(6), CENSUS);
    const sample = bootstrap(rows, makeRandom(6), { ...CENSUS, spots: 'sample' });
    expect(census.high - census.low).toBe(0);
    expect(sample.high - sample.low).toBeGreaterThan(100);
  });

  it('adds the variance of the counted day', () => {
    const rows = [{ spotId: 'a', count: 100, figures: [1, 1] }];
    const result = bootstrap(rows, makeRandom(7), { ...CENSUS, scale: 2, dayVariance: 144 });
    expect(Math.abs(spread(result) / 12 - 1)).toBeLessThan(0.03);
    expect(result.estimate).toBe(200);
  });

  it('is wider for spots that nobody spoke at, and counts silent strata', () => {
    const speaking = Array.from({ length: 20 }, (_, at) => ({
      spotId: `s${at}`,
      stratum: 'a',
      count: 10,
      figures: at % 2 === 0 ? [0.1, 0.9] : [0.4, 0.5],
    }));
    const silent = { spotId: 't', stratum: 'b', count: 200, figures: [] };
    const few = bootstrap(speaking, makeRandom(8), CENSUS);
    const more = bootstrap([...speaking, silent], makeRandom(8), CENSUS);
    expect(more.estimate).toBeCloseTo(2 * few.estimate, 9);
    expect(more.high - more.low).toBeGreaterThan(1.9 * (few.high - few.low));
  });

  it('refuses what cannot be', () => {
    const one = { spotId: 'a', count: 10, figures: [1] };
    expect(codeOf(() => bootstrap([one], makeRandom(1), CENSUS))).toBe('no-respondents');
    expect(codeOf(() => bootstrap([{ ...one, figures: [] }], makeRandom(1), CENSUS))).toBe('no-respondents');
    expect(codeOf(() => bootstrap([], makeRandom(1), CENSUS))).toBe('nothing-counted');
    expect(codeOf(() => bootstrap([one, one], makeRandom(1), CENSUS))).toBe('duplicate-spot');
    expect(codeOf(() => bootstrap([{ ...one, count: -1 }], makeRandom(1), CENSUS))).toBe('not-a-count');
    expect(codeOf(() => bootstrap([{ ...one, figures: [Number.NaN, 1] }], makeRandom(1), CENSUS))).toBe(
      'not-a-count',
    );
    const settings = { ...CENSUS, replicates: 10 };
    expect(codeOf(() => bootstrap([{ ...one, figures: [1, 1] }], makeRandom(1), settings))).toBe(
      'setting-out-of-range',
    );
  });
});

describe('personVisitInterval', () => {
  const random = makeRandom(9);
  const spots = Array.from({ length: 30 }, (_, at) => ({
    spotId: `s${at}`,
    stratum: `z${at % 3}`,
    count: 5 + random.integer(20),
  }));
  const met = spots.slice(0, 27).flatMap(({ spotId }) =>
    Array.from({ length: 3 }, () => ({
      spotId,
      daysPerWeek: 1 + random.integer(7),
      spotsPerDay: 1 + random.integer(2),
    })),
  );
  const DAY = { window: 'day', replicates: 1000 } as const;
  const width = (daysCounted: number): number => {
    const settings = { ...DAY, replicates: 20_000, daysCounted };
    const { low, high } = personVisitInterval(spots, met, { random: makeRandom(6), settings });
    return high - low;
  };

  it('carries the estimate of personVisit', () => {
    const { estimate } = personVisitInterval(spots, met, { random: makeRandom(1), settings: DAY });
    expect(estimate).toBeCloseTo(personVisit(spots, met, { window: 'day', universe: 'town' }).estimate, 9);
  });

  it.each(['census', 'sample'] as const)('gives the same bytes in any order of rows (%s)', (frame) => {
    const run = (rows: typeof spots, people: typeof met) =>
      personVisitInterval(rows, people, { random: makeRandom(5), settings: { ...DAY, spots: frame } });
    const given = run(spots, met);
    for (let turn = 0; turn < 5; turn++) {
      expect(run(random.shuffle([...spots]), random.shuffle([...met]))).toEqual(given);
    }
  });

  it('narrows as the counts are means of more days, and has no day chance left at seven', () => {
    expect(width(1)).toBeGreaterThan(width(3));
    expect(width(3)).toBeGreaterThan(width(7));
    expect(codeOf(() => width(8))).toBe('setting-out-of-range');
  });

  it('has the day variance of people who come two days a week to one spot', () => {
    // 700 counted, everybody on 2 days at 1 spot: Var = 700 · (7/2) · (7/2 − 1), nothing else is left to chance.
    const people = ['a', 'b'].map((spotId) => ({ spotId, daysPerWeek: 2, spotsPerDay: 1 }));
    const counted = ['a', 'b'].map((spotId) => ({ spotId, count: 350 }));
    const settings = { ...DAY, replicates: 20_000 };
    const result = personVisitInterval(counted, people, { random: makeRandom(7), settings });
    expect(Math.abs(spread(result) / Math.sqrt(700 * 3.5 * 2.5) - 1)).toBeLessThan(0.03);
    const drawn = makeRandom(8);
    const seen = Array.from({ length: 2000 }, () => {
      let present = 0;
      for (let person = 0; person < 2450; person++) if (drawn.uniform() < 2 / 7) present++;
      return 3.5 * present;
    });
    const mean = seen.reduce((sum, x) => sum + x, 0) / seen.length;
    const deviation = Math.sqrt(seen.reduce((sum, x) => sum + (x - mean) ** 2, 0) / seen.length);
    expect(Math.abs(spread(result) / deviation - 1)).toBeLessThan(0.08);
  });
});

describe('resampledSum', () => {
  it('has the distribution of single draws', () => {
    const values = [1, 1, 2, 5, 9, 14, 20];
    const [quick, slow] = [makeRandom(1), makeRandom(2)];
    const draw = resampledSum(values);
    const counts = new Map<number, [number, number]>();
    for (let at = 0; at < 60_000; at++) {
      let sum = 0;
      for (let nth = 0; nth < values.length; nth++) sum += values[slow.integer(values.length)] ?? 0;
      for (const [side, total] of [draw(quick), sum].entries()) {
        const pair = counts.get(total) ?? [0, 0];
        counts.set(total, side === 0 ? [pair[0] + 1, pair[1]] : [pair[0], pair[1] + 1]);
      }
    }
    let [chiSquare, cells] = [0, 0];
    for (const [first, second] of counts.values()) {
      if (first + second < 40) continue;
      chiSquare += (first - second) ** 2 / (first + second);
      cells++;
    }
    expect(cells).toBeGreaterThan(50);
    expect(chiSquare).toBeLessThan(cells + 4 * Math.sqrt(2 * cells));
  });

  it('lists exactly the chances of a small sample', () => {
    const draw = resampledSum([0, 1, 1], { draws: 2 });
    const random = makeRandom(3);
    const counts = [0, 0, 0];
    for (let at = 0; at < 90_000; at++) {
      const sum = draw(random);
      counts[sum] = (counts[sum] ?? 0) + 1;
    }
    for (const [sum, expected] of [10_000, 40_000, 40_000].entries()) {
      expect(Math.abs((counts[sum] ?? 0) - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
    expect(resampledSum([2, 2, 2])(random)).toBe(6);
    expect(() => resampledSum([])).toThrow(RangeError);
  });
});

describe('intervals of replicates', () => {
  it('are percentiles', () => {
    const replicates = Float64Array.from({ length: 1001 }, (_, at) => 1000 - at);
    const { low, high } = centralInterval(replicates, 0.9, 'spread');
    expect(low).toBeCloseTo(50, 9);
    expect(high).toBeCloseTo(950, 9);
    expect(codeOf(() => centralInterval(replicates, 1, 'spread'))).toBe('setting-out-of-range');
  });

  it('are the same corrected or not for a symmetric distribution, and move up for a right-skewed one', () => {
    const random = makeRandom(4);
    const normal = Float64Array.from({ length: 40_000 }, () => 100 + drawNormal(random));
    const plain = centralInterval(normal.slice(), 0.95, 'confidence');
    const moved = acceleratedInterval(normal.slice(), 100, 0.95);
    expect(Math.abs(plain.low - moved.low)).toBeLessThan(0.05);
    const skewed = normal.map((x) => Math.exp((x - 100) / 3));
    const centre = skewed.reduce((sum, x) => sum + x, 0) / skewed.length;
    const before = centralInterval(skewed.slice(), 0.95, 'confidence');
    const after = acceleratedInterval(skewed.slice(), centre, 0.95);
    expect(after.low).toBeGreaterThan(before.low);
    expect(after.high).toBeGreaterThan(before.high);
  });
});
