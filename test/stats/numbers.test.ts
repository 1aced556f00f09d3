import { describe, expect, it } from 'vitest';
import { exactSum } from '../../src/stats/exact-sum.js';
import { logGamma } from '../../src/stats/log-gamma.js';
import { batchError, meanError, percentileError } from '../../src/stats/monte-carlo-error.js';
import { normalCdf } from '../../src/stats/normal-cdf.js';
import { normalQuantile } from '../../src/stats/normal-quantile.js';
import { percentile } from '../../src/stats/percentile.js';
import { makeRandom } from '../../src/stats/random.js';
import { weightedMean } from '../../src/stats/weighted-mean.js';

describe('normalQuantile', () => {
  // Check values printed with algorithm AS 241, and the customary 97.5% point.
  it.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
    [0.975, 1.959963984540054],
  ])('at %d is %d', (probability, expected) => {
    expect(Math.abs(normalQuantile(probability) / expected - 1)).toBeLessThan(1e-15 * 3);
  });

  it.each([0, 1, -0.1, Number.NaN])('refuses %d', (probability) => {
    expect(() => normalQuantile(probability)).toThrow(RangeError);
  });
});

describe('normalCdf', () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-5, 2.866515718791939e-7],
    [-8, 6.220960574271786e-16],
    [1.959963984540054, 0.975],
  ])('at %d is %d', (x, expected) => {
    expect(Math.abs(normalCdf(x) - expected)).toBeLessThan(5e-16);
    expect(Math.abs(normalCdf(x) / expected - 1)).toBeLessThan(1e-8);
  });

  it('undoes the quantile', () => {
    for (const p of [1e-5, 0.01, 0.2, 0.5, 0.9, 0.999]) {
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-15);
    }
  });
});

describe('logGamma', () => {
  it('is the logarithm of the factorial', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      expect(logGamma(n + 1)).toBeCloseTo(Math.log((factorial *= n)), 12);
    }
  });

  it('is ln √π at one half, and as tabled at 0.1 and 1000', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(logGamma(0.1)).toBeCloseTo(2.252712651734206, 13);
    expect(logGamma(1000)).toBeCloseTo(5905.220423209181, 9);
  });

  it('refuses zero and below', () => {
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => logGamma(-1.5)).toThrow(RangeError);
  });
});

describe('percentile', () => {
  it('interpolates as R does by default', () => {
    expect(percentile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(percentile([1, 2, 3, 4, 10], 0.9)).toBeCloseTo(7.6, 12);
    expect(percentile([5], 0.3)).toBe(5);
    expect(percentile([1, 9], 1)).toBe(9);
  });

  it('refuses no values and a share outside [0, 1]', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
    expect(() => percentile([1], 1.1)).toThrow(RangeError);
  });
});

describe('exactSum', () => {
  it('keeps what plain addition loses', () => {
    expect(exactSum([1e100, 1, -1e100])).toBe(1);
    expect(exactSum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
    expect(exactSum([])).toBe(0);
    expect(exactSum([1e16, 1, 1e-16])).toBe(10000000000000002);
  });

  it('does not depend on the order, to the last bit', () => {
    const random = makeRandom(11);
    const values = Array.from(
      { length: 500 },
      () => (random.uniform() - 0.4) * Math.exp(40 * random.uniform()),
    );
    const sum = exactSum(values);
    for (let turn = 0; turn < 20; turn++) expect(exactSum(random.shuffle(values))).toBe(sum);
  });

  it('agrees with exact integer arithmetic', () => {
    const random = makeRandom(12);
    for (let turn = 0; turn < 50; turn++) {
      const whole = Array.from({ length: 40 }, () => random.integer(2 ** 32) - 2 ** 31);
      const scales = whole.map(() => random.integer(40));
      const exact = whole.reduce((sum, x, at) => sum + (BigInt(x) << BigInt(scales[at] ?? 0)), 0n);
      expect(exactSum(whole.map((x, at) => x * 2 ** (scales[at] ?? 0)))).toBe(Number(exact));
    }
  });

  it('passes on what is not a number', () => {
    expect(exactSum([1, Number.NaN])).toBeNaN();
    expect(exactSum([1, Infinity])).toBe(Infinity);
  });
});

describe('weightedMean', () => {
  it('weights the values', () => {
    const rows = [
      { value: 1, weight: 3 },
      { value: 5, weight: 1 },
    ];
    expect(weightedMean(rows)).toBe(2);
  });

  it('refuses weights that are all zero or negative', () => {
    expect(() => weightedMean([])).toThrow(RangeError);
    expect(() => weightedMean([{ value: 1, weight: 0 }])).toThrow(RangeError);
    expect(() =>
      weightedMean([
        { value: 1, weight: -1 },
        { value: 1, weight: 2 },
      ]),
    ).toThrow(RangeError);
  });
});

describe('Monte Carlo error', () => {
  it('of a percentile is half the distance one standard error of rank apart', () => {
    const ascending = Array.from({ length: 10_001 }, (_, at) => at);
    expect(percentileError(ascending, 0.5)).toBeCloseTo(10_000 * Math.sqrt(0.25 / 10_001), 6);
  });

  it('of a mean and of batches is the standard deviation over the root of the count', () => {
    expect(meanError([1, 3, 5, 7])).toBeCloseTo(Math.sqrt(20 / 3) / 2, 12);
    expect(batchError([10, 12, 11, 13])).toBeCloseTo(Math.sqrt(5 / 3) / 2, 12);
    expect(() => meanError([1])).toThrow(RangeError);
  });

  it('tells how far the 97.5% point of another seed lies', () => {
    const points = Array.from({ length: 200 }, (_, seed) => {
      const random = makeRandom(seed);
      return percentile(Float64Array.from({ length: 1000 }, random.uniform).sort(), 0.975);
    });
    const random = makeRandom(999);
    const stated = percentileError(Float64Array.from({ length: 1000 }, random.uniform).sort(), 0.975);
    const centre = points.reduce((sum, x) => sum + x, 0) / points.length;
    const seen = Math.sqrt(points.reduce((sum, x) => sum + (x - centre) ** 2, 0) / points.length);
    expect(stated / seen).toBeGreaterThan(0.5);
    expect(stated / seen).toBeLessThan(2);
  });
});
