import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, sizingsOf } from '../../src/methods/attempt.js';
import { averageGraphs } from '../../src/methods/capture/decomposable-graphs.js';
import { latentClassTasks, run as runLatent } from '../../src/methods/capture/latent-class-work.js';
import { fitHeterogeneity, profileOf } from '../../src/methods/capture/log-linear.js';
import { sampleCoverage } from '../../src/methods/capture/sample-coverage.js';
import { summariseChains } from '../../src/methods/chains.js';
import { sizeByReverseTracking } from '../../src/methods/reverse-tracking/size-by-reverse-tracking.js';
import { scaleUpSurvey } from '../../src/methods/scale-up/scale-up.js';
import { soundSizing } from '../../src/methods/sizing.js';
import { expectCapture, expectMultiplier } from '../../src/methods/study-size/study-size.js';
import type { SizePrior } from '../../src/methods/successive-sampling/size-prior.js';
import {
  run as runSampling,
  sizeBySuccessiveSampling,
  successiveSamplingTasks,
} from '../../src/methods/successive-sampling/size-by-successive-sampling.js';
import { EstimationError } from '../../src/model/estimation-error.js';
import { caughtIn, count, saidWell, soundOrRefused, tableOf } from './sound-or-refused.js';

/** Work that may refuse as a whole. */
function orRefuse(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    expect(error.message).not.toMatch(/NaN|Infinity|undefined/);
  }
}

describe('the slow and the small methods never give an absurdity', () => {
  it('latent classes, 600 tables of three and four lists: every draw a size of at least the people seen', () => {
    let agreed = 0;
    fc.assert(
      fc.property(fc.constantFrom(3, 4).chain(tableOf), (table) => {
        const latent = { draws: 60, thinning: 2, warmUp: 200, chains: 2 };
        orRefuse(() => {
          const chains = latentClassTasks(table, latent, 5).map((task) => runLatent(task));
          for (const chain of chains)
            expect(chain.every((size) => Number.isInteger(size) && size >= caughtIn(table))).toBe(true);
          const { median, low, high, scaleReduction, verdict } = summariseChains(chains);
          expect(Number.isNaN(scaleReduction)).toBe(false);
          if (verdict === 'disagree') return;
          agreed += 1;
          soundOrRefused(caughtIn(table), () => [{ low, estimate: median, high }]);
        });
      }),
      { numRuns: 600, seed: 101 },
    );
    expect(agreed).toBeGreaterThan(20);
  });

  it('heterogeneity with its profile, 1,500 tables of three lists', () => {
    fc.assert(
      fc.property(tableOf(3), fc.constantFrom('chao', 'poisson', 'darroch'), (table, kind) => {
        const made = attempt(`capture.${kind}`, 'profile', () => {
          const fit = fitHeterogeneity(table, kind);
          const { low, high } = profileOf(table, fit.design, fit);
          const { estimate } = fit;
          const ends = { low: Math.min(low, estimate), high: Math.max(high, estimate) };
          return { estimate, ...ends, basis: 'confidence', level: 0.95, caveats: [] };
        });
        saidWell([made]);
        soundOrRefused(caughtIn(table), () => sizingsOf([made]));
      }),
      { numRuns: 1500, seed: 102 },
    );
  });

  it('graphs and sample coverage, 150 tables of three lists', () => {
    fc.assert(
      fc.property(tableOf(3), (table) => {
        soundOrRefused(caughtIn(table), () => {
          const { median, low, high } = averageGraphs(table, { prior: { kind: 'reciprocal' } });
          return [{ low, estimate: median, high }];
        });
        orRefuse(() => {
          const { coverage, independence } = sampleCoverage(table);
          expect(coverage > 0 && coverage <= 1).toBe(true);
          expect(independence).toBeGreaterThan(0);
          expect(Number.isFinite(independence)).toBe(true);
        });
      }),
      { numRuns: 150, seed: 103 },
    );
  });

  it('successive sampling, 150 samples and priors, short chains', () => {
    const contacts = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 100_000 }) },
    );
    const prior: fc.Arbitrary<SizePrior> = fc.oneof(
      fc.record({ kind: fc.constant('sampled-share' as const), median: count }),
      fc.record({ kind: fc.constant('flat' as const), most: count }),
      fc.record({ kind: fc.constant('log-normal' as const), median: count, upperQuartile: count }),
    );
    const sound = fc.record({
      kind: fc.constant('sampled-share' as const),
      median: fc.integer({ min: 60, max: 4000 }),
    });
    let given = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          {
            weight: 3,
            arbitrary: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 32, maxLength: 55 }),
          },
          { weight: 1, arbitrary: fc.array(contacts, { minLength: 28, maxLength: 55 }) },
        ),
        fc.oneof({ weight: 2, arbitrary: sound }, { weight: 1, arbitrary: prior }),
        (sample, believed) => {
          const options = { prior: believed, draws: 150, thinning: 2, warmUp: 300, chains: 2 };
          soundOrRefused(sample.length, () => {
            const chains = successiveSamplingTasks(sample, options, 3).map((task) => runSampling(task));
            for (const { sizes, meanContacts, meanSpread } of chains) {
              expect(sizes.every((size) => Number.isInteger(size) && size >= sample.length)).toBe(true);
              expect(meanContacts >= 1 && meanSpread > 0).toBe(true);
            }
            const { sizing, narrowed } = sizeBySuccessiveSampling(sample, options, chains);
            expect(Number.isFinite(narrowed)).toBe(true);
            given += 1;
            return [sizing];
          });
        },
      ),
      { numRuns: 150, seed: 104 },
    );
    expect(given).toBeGreaterThan(10);
  });

  it('reverse tracking with counts as maps have them, within strata and without, 3,000 maps', () => {
    const spot = fc.record({
      mapped: count,
      found: fc.option(count, { nil: undefined }),
      stratum: fc.constantFrom('bar', 'street', 'home'),
    });
    let given = 0;
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 30 }), fc.boolean(), (drawn, within) => {
        const spots = within ? drawn : drawn.map(({ mapped, found }) => ({ mapped, found }));
        const found = spots.reduce((sum, one) => sum + (one.found ?? 0), 0);
        soundOrRefused(found, () => {
          const attempts = sizeByReverseTracking(spots);
          saidWell(attempts);
          given += 1;
          return sizingsOf(attempts);
        });
      }),
      { numRuns: 3000, seed: 105 },
    );
    expect(given).toBeGreaterThan(500);
  });

  it('scale-up by respondents, 1,500 surveys: never more hidden people than there are people', () => {
    const row = fc.record({
      hidden: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(500)),
      known: fc.oneof(fc.constant(0), fc.nat(40)),
      weight: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 5, noNaN: true })),
    });
    let given = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 28, maxLength: 60 }),
        fc.oneof(fc.constant(50_000), count),
        fc.oneof(fc.constant(900), count),
        fc.constantFrom(1, 0.2, 0.7),
        (rows, size, knownSize, transmission) => {
          soundOrRefused(0, () => {
            const { ratio, meanOfRatios } = scaleUpSurvey(rows, { size, knownSize }, { transmission });
            const sizings = [ratio, meanOfRatios].map(soundSizing);
            given += 1;
            for (const { estimate } of sizings) expect(estimate).toBeLessThanOrEqual(size);
            return sizings;
          });
        },
      ),
      { numRuns: 1500, seed: 106 },
    );
    expect(given).toBeGreaterThan(100);
  });

  it('study sizes, 5,000 guesses: an interval in order around the size guessed, or none', () => {
    const guess = fc.record({
      size: count,
      first: count,
      designEffect: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 120, noNaN: true })),
    });
    fc.assert(
      fc.property(guess, count, (guessed, sample) => {
        soundOrRefused(0, () =>
          [expectCapture(guessed, sample), expectMultiplier(guessed, sample)].flatMap((expected) => {
            if (expected === undefined) return [];
            expect(expected.chanceOfFew >= 0 && expected.chanceOfFew <= 1).toBe(true);
            if (expected.low === undefined) return [];
            expect(expected.overlap).toBeGreaterThanOrEqual(1);
            expect(Number.isFinite(expected.ratio)).toBe(true);
            return [{ low: expected.low, estimate: guessed.size, high: expected.high }];
          }),
        );
      }),
      { numRuns: 5000, seed: 107 },
    );
  });
});
