import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { averageModels, fitFamily } from '../../../src/methods/capture/model-average.js';
import { spotwise } from '../../support/program.js';
import { ROME } from './published-histories.js';

/** Milliseconds that the work takes. */
function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

describe('HIV in Rome, four lists', () => {
  it('has all 113 hierarchical models fitted and averaged in under a second', () => {
    const taken = timeOf(() => {
      const family = fitFamily(ROME, 3);
      expect(family.fits.length + family.notFitted).toBe(113);
      averageModels(ROME, family, 'aic');
    });
    expect(taken).toBeLessThan(1000);
  });

  it('has four latent-class chains of 10,000 in under 30 seconds, process and all', () => {
    const taken = timeOf(() => {
      expect(spotwise(['capture', 'fixtures/sizing/rome.csv', '--latent', '--quiet']).code).toBe(0);
    });
    expect(taken).toBeLessThan(30_000);
  });
});
