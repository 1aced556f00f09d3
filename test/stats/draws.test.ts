import { describe, expect, it } from 'vitest';
import { aliasTable, drawAlias } from '../../src/stats/alias-table.js';
import { drawBeta } from '../../src/stats/draw-beta.js';
import { drawBinomial } from '../../src/stats/draw-binomial.js';
import { drawGamma } from '../../src/stats/draw-gamma.js';
import { drawMultinomial } from '../../src/stats/draw-multinomial.js';
import { drawNormal } from '../../src/stats/draw-normal.js';
import { drawPoisson } from '../../src/stats/draw-poisson.js';
import { logGamma } from '../../src/stats/log-gamma.js';
import { logNormalFrom } from '../../src/stats/log-normal.js';
import { drawPert, pertQuantile } from '../../src/stats/pert.js';
import { makeRandom, type Random } from '../../src/stats/random.js';
import { DrawCore } from '../../src/stats/draw-core.js';
import {
  addInOneLoop,
  addTriangularDraws,
  triangleOf,
  triangularQuantile,
} from '../../src/stats/triangular.js';

const DRAWS = 40_000;

/** Asserts mean within 4.5 standard errors and variance within 6%. */
function expectMoments(draw: (random: Random) => number, mean: number, variance: number): void {
  const random = makeRandom(20);
  const drawn = Array.from({ length: DRAWS }, () => draw(random));
  const seen = drawn.reduce((sum, x) => sum + x, 0) / DRAWS;
  const spread = drawn.reduce((sum, x) => sum + (x - seen) ** 2, 0) / DRAWS;
  expect(Math.abs(seen - mean)).toBeLessThan(4.5 * Math.sqrt(variance / DRAWS));
  expect(Math.abs(spread / variance - 1)).toBeLessThan(0.06);
}

/** Asserts that whole numbers fall as their probabilities say (chi-square over cells expecting 20 or more). */
function expectCounts(draw: (random: Random) => number, probability: (k: number) => number): void {
  const random = makeRandom(21);
  const counts = new Map<number, number>();
  for (let at = 0; at < DRAWS; at++) {
    const k = draw(random);
    counts.set(k, (counts.get(k) ?? 0) + 1);
  }
  let [chiSquare, cells] = [0, 0];
  for (let k = 0; k < 2000; k++) {
    const expected = DRAWS * probability(k);
    if (expected < 20) continue;
    chiSquare += ((counts.get(k) ?? 0) - expected) ** 2 / expected;
    cells++;
  }
  expect(cells).toBeGreaterThan(3);
  expect(chiSquare).toBeLessThan(cells + 4 * Math.sqrt(2 * cells));
}

const choose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
const binomial = (n: number, p: number) => (k: number) =>
  k > n ? 0 : Math.exp(choose(n, k) + k * Math.log(p) + (n - k) * Math.log(1 - p));
const poisson = (mean: number) => (k: number) => Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));

const betaThreeThree = (x: number): number => 10 * x ** 3 - 15 * x ** 4 + 6 * x ** 5;

describe('draws', () => {
  it('of the normal have mean 0 and variance 1', () => {
    expectMoments(drawNormal, 0, 1);
  });

  it.each([0.3, 1, 3, 80])('of the gamma with shape %d have mean and variance equal to it', (shape) => {
    expectMoments((random) => drawGamma(random, shape), shape, shape);
  });

  it.each([
    [2, 6],
    [0.5, 0.5],
  ])('of the beta (%d, %d) have its mean and variance', (a, b) => {
    expectMoments((random) => drawBeta(random, a, b), a / (a + b), (a * b) / ((a + b) ** 2 * (a + b + 1)));
  });

  it.each([
    [10, 0.3],
    [100, 0.07],
    [500, 0.5],
    [1000, 0.97],
  ])('of the binomial (%i, %d) fall as its probabilities', (n, p) => {
    expectCounts((random) => drawBinomial(random, n, p), binomial(n, p));
  });

  it('of the binomial are certain at the ends', () => {
    expect(drawBinomial(makeRandom(1), 1000, 0)).toBe(0);
    expect(drawBinomial(makeRandom(1), 1000, 1)).toBe(1000);
    expect(drawBinomial(makeRandom(1), 0, 0.5)).toBe(0);
  });

  it.each([0.7, 11, 45, 300])('of the Poisson with mean %d fall as its probabilities', (mean) => {
    expectCounts((random) => drawPoisson(random, mean), poisson(mean));
  });

  it('of the multinomial sum to the trials and have binomial parts', () => {
    expectCounts(
      (random) => {
        const parts = drawMultinomial(random, 50, [1, 2, 0, 3]);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(50);
        expect(parts[2]).toBe(0);
        return parts[1] ?? -1;
      },
      binomial(50, 1 / 3),
    );
  });

  it('from an alias table follow the weights', () => {
    const weights = [5, 0, 1, 3, 0.5, 10.5];
    const table = aliasTable(weights);
    expectCounts(
      (random) => drawAlias(table, random),
      (k) => (weights[k] ?? 0) / 20,
    );
    expect(() => aliasTable([])).toThrow(RangeError);
    expect(() => aliasTable([0, 0])).toThrow(RangeError);
    expect(() => aliasTable([1, -1])).toThrow(RangeError);
  });

  it('from the alias table keep each probability exactly', () => {
    const random = makeRandom(2);
    const weights = Array.from({ length: 1000 }, () => random.uniform() * random.uniform());
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const { keep, alias } = aliasTable(weights);
    const mass = Float64Array.from(keep);
    keep.forEach((kept, column) => {
      const other = alias[column] ?? column;
      if (other !== column) mass[other] = (mass[other] ?? 0) + 1 - kept;
    });
    weights.forEach((weight, cell) => expect((mass[cell] ?? 0) / 1000).toBeCloseTo(weight / total, 12));
  });

  it('of the triangular have its mean and variance and keep to its ends', () => {
    const quantile = triangularQuantile({ low: 2, mode: 3, high: 10 });
    expect([quantile(0), quantile(1)]).toEqual([2, 10]);
    expect(triangularQuantile({ low: 0, mode: 5, high: 10 })(0.125)).toBe(2.5);
    expectMoments((random) => quantile(random.uniform()), 5, (4 + 9 + 100 - 6 - 20 - 30) / 18);
  });

  it('of the triangular have the same bits one by one, in a loop and compiled, whatever its shape', () => {
    const pick = makeRandom(8);
    for (let trial = 0; trial < 400; trial += 1) {
      const low = [0, 7, 0.1, pick.uniform() * 1e6][trial % 4] ?? 0;
      const [rise, fall] = [0, 1].map(
        () => [0, 1, pick.uniform(), 1e4 * pick.uniform()][pick.integer(4)] ?? 0,
      );
      const points = { low, mode: low + (rise ?? 0), high: low + (rise ?? 0) + (fall ?? 0) };
      const start = Float64Array.from({ length: pick.integer(trial % 20 === 0 ? 9000 : 60) }, pick.uniform);
      const [one, loop, compiled] = [makeRandom(trial), makeRandom(trial), makeRandom(trial)];
      const singly = start.map((total) => total + triangularQuantile(points)(one.uniform()));
      const inLoop = start.slice();
      addInOneLoop(loop, triangleOf(points), inLoop);
      const byCore = start.slice();
      addTriangularDraws(compiled, points, byCore);
      expect(inLoop).toEqual(singly);
      expect(byCore).toEqual(singly);
      expect([loop.words, compiled.words]).toEqual([one.words, one.words]);
    }
    expect(DrawCore.get()).toBeDefined();
  });

  it('of the PERT have its mean and variance, by draw and by quantile table', () => {
    const points = { low: 2, mode: 3, high: 10 };
    const mean = (2 + 12 + 10) / 6;
    const variance = ((mean - 2) * (10 - mean)) / 7;
    expectMoments((random) => drawPert(random, points), mean, variance);
    const quantile = pertQuantile(points);
    expectMoments((random) => quantile(random.uniform()), mean, variance);
    expect([quantile(0), quantile(1)]).toEqual([2, 10]);
  });

  it('of the PERT read the exact quantiles where a formula is known', () => {
    // mode = low is Beta(1, 5): quantile 1 − (1 − u)^(1/5); mode in the middle is Beta(3, 3).
    const atEnd = pertQuantile({ low: 0, mode: 0, high: 1 });
    for (const u of [0.001, 0.01, 0.3, 0.9, 0.999]) {
      expect(Math.abs(atEnd(u) - (1 - Math.exp(Math.log(1 - u) / 5)))).toBeLessThan(0.0015);
    }
    const middle = pertQuantile({ low: 0, mode: 0.5, high: 1 });
    for (const u of [0.001, 0.025, 0.5, 0.8]) expect(betaThreeThree(middle(u))).toBeCloseTo(u, 4);
  });

  it('of the log-normal have their peak at the mode and the spread of the ends', () => {
    const { logMean, logSd } = logNormalFrom({ low: 5, mode: 10, high: 20 });
    expect(logSd).toBeCloseTo(Math.log(4) / (2 * 1.959963984540054), 12);
    expect(Math.exp(logMean - logSd * logSd)).toBeCloseTo(10, 12);
    expect(() => logNormalFrom({ low: 0, mode: 1, high: 2 })).toThrow(RangeError);
  });

  it('refuse nonsense', () => {
    const random = makeRandom(1);
    expect(() => drawGamma(random, 0)).toThrow(RangeError);
    expect(() => drawBinomial(random, 1.5, 0.5)).toThrow(RangeError);
    expect(() => drawBinomial(random, 5, 1.5)).toThrow(RangeError);
    expect(() => drawPoisson(random, -1)).toThrow(RangeError);
    expect(() => drawMultinomial(random, 5, [0, 0])).toThrow(RangeError);
    expect(() => triangularQuantile({ low: 3, mode: 2, high: 4 })).toThrow(RangeError);
    expect(() => pertQuantile({ low: 1, mode: Number.NaN, high: 4 })).toThrow(RangeError);
  });
});
