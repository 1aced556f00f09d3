import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantile } from '../../src/stats/beta-quantile.js';

describe('the beta distribution', () => {
  it('has the values of R: pbeta and qbeta', () => {
    expect(betaCdf(0.5, 2, 2)).toBeCloseTo(0.5, 14);
    expect(betaCdf(0.1, 0.5, 0.5)).toBeCloseTo(0.204832764699133, 13);
    expect(betaCdf(0.02, 20, 900)).toBeCloseTo(0.382518518134474, 12);
    expect(betaQuantile(0.975, 3, 17)).toBeCloseTo(0.331376664456766, 8);
    expect(betaQuantile(0.975, 1, 1)).toBeCloseTo(0.975, 8);
  });

  it('keeps 1 − F(1 − x; b, a) = F(x; a, b)', () => {
    for (const [a, b, x] of [
      [3, 8, 0.2],
      [50, 3000, 0.018],
      [0.3, 4, 0.7],
    ] as const)
      expect(betaCdf(x, a, b)).toBeCloseTo(1 - betaCdf(1 - x, b, a), 12);
  });
});
