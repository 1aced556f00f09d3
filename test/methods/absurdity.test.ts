import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizingsOf } from '../../src/methods/attempt.js';
import { averageModels, fitFamily } from '../../src/methods/capture/model-average.js';
import { partialBootstrap } from '../../src/methods/capture/partial-bootstrap.js';
import { sizeSeveralLists } from '../../src/methods/capture/size-several-lists.js';
import { sizeTwoLists } from '../../src/methods/capture/size-two-lists.js';
import { anchoredMultiplier } from '../../src/methods/combine/anchored.js';
import { combineEstimates, type EstimateGiven } from '../../src/methods/combine/combine-estimates.js';
import { changeOf } from '../../src/methods/compare/change.js';
import { crowdMedian } from '../../src/methods/crowd/crowd.js';
import { AREA_MODELS } from '../../src/methods/extrapolate/area-models.js';
import { extrapolate } from '../../src/methods/extrapolate/extrapolate.js';
import { multiply, multiplyByChains } from '../../src/methods/multiplier/multiplier.js';
import { sizeRepeats } from '../../src/methods/repeats/repeat-counts.js';
import { scaleUpRatio } from '../../src/methods/scale-up/scale-up.js';
import { soundSizing } from '../../src/methods/sizing.js';
import { makeRandom } from '../../src/stats/random.js';
import { caughtIn, count, saidWell, soundOrRefused, tableOf } from './sound-or-refused.js';

describe('sparse, empty, separated and contradictory tables never give an absurdity', () => {
  it('two lists, 2,000 of them', () => {
    fc.assert(
      fc.property(count, count, count, (first, second, both) => {
        soundOrRefused(0, () => {
          const attempts = sizeTwoLists({ first, second, both });
          saidWell(attempts);
          const sizings = sizingsOf(attempts);
          for (const { low } of sizings) expect(low).toBeGreaterThanOrEqual(first + second - both - 1e-6);
          return sizings;
        });
      }),
      { numRuns: 2000, seed: 81 },
    );
  });

  it('three lists, 120 of them, by every method', () => {
    fc.assert(
      fc.property(tableOf(3), (table) => {
        soundOrRefused(caughtIn(table), () => {
          const { attempts } = sizeSeveralLists(table, { seed: 1 });
          saidWell(attempts);
          return sizingsOf(attempts);
        });
      }),
      { numRuns: 120, seed: 82 },
    );
  });

  it('three lists, 2,000 of them, by the averages over log-linear models', () => {
    fc.assert(
      fc.property(tableOf(3), (table) => {
        soundOrRefused(caughtIn(table), () => {
          const family = fitFamily(table, 2);
          return (['aic', 'bic'] as const).map((by) =>
            soundSizing({
              method: 'capture.average',
              interval: 'log-normal',
              basis: 'confidence',
              level: 0.95,
              caveats: [],
              ...averageModels(table, family, by),
            }),
          );
        });
      }),
      { numRuns: 2000, seed: 93 },
    );
  });

  it('bounds on odds ratios, 30 tables redrawn', () => {
    fc.assert(
      fc.property(tableOf(3), fc.double({ min: 0.2, max: 2, noNaN: true }), (table, least) => {
        soundOrRefused(caughtIn(table), () => {
          const { low, high } = partialBootstrap(
            table,
            { least, most: 2 * least },
            { random: makeRandom(1), replicates: 60 },
          );
          return [{ low, estimate: (low + high) / 2, high }];
        });
      }),
      { numRuns: 30, seed: 83 },
    );
  });

  it('multipliers, with and without chains, 3,000 of them', () => {
    const share = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(count, share, fc.integer({ min: 0, max: 2000 }), (persons, got, sample) => {
        soundOrRefused(0, () => [soundSizing(multiply({ count: persons, share: got, sample }))]);
      }),
      { numRuns: 2500, seed: 84 },
    );
    const row = fc.record({
      got: fc.boolean(),
      weight: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1, noNaN: true })),
      chain: fc.integer({ min: 0, max: 7 }).map(String),
    });
    fc.assert(
      fc.property(count, fc.array(row, { maxLength: 40 }), (persons, rows) => {
        soundOrRefused(0, () => [
          soundSizing(multiplyByChains(persons, rows, { random: makeRandom(2), replicates: 50 })),
        ]);
      }),
      { numRuns: 500, seed: 85 },
    );
  });

  it('repeat contacts, 3,000 sets of guesses, 3,000 of ties', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 7 }), (byContacts) => {
        soundOrRefused(0, () => {
          const attempts = sizeRepeats(byContacts);
          saidWell(attempts);
          return sizingsOf(attempts);
        });
      }),
      { numRuns: 100, seed: 86 },
    );
    fc.assert(
      fc.property(fc.array(count, { maxLength: 30 }), (guesses) => {
        soundOrRefused(0, () => [soundSizing(crowdMedian(guesses))]);
      }),
      { numRuns: 3000, seed: 87 },
    );
    fc.assert(
      fc.property(count, count, count, count, (hiddenTies, knownTies, knownSize, frame) => {
        soundOrRefused(0, () => [soundSizing(scaleUpRatio({ hiddenTies, knownTies, knownSize, frame }))]);
      }),
      { numRuns: 3000, seed: 88 },
    );
  });

  it('areas to extrapolate from, 120 sets by every model', () => {
    const denominator = fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 100 }) },
      { weight: 40, arbitrary: fc.integer({ min: 1000, max: 1_000_000 }) },
    );
    const persons = fc.oneof(count, fc.integer({ min: 1, max: 3000 }));
    const area = fc.record({ denominator, estimate: persons, stratum: fc.constantFrom('', 'a', 'b') });
    fc.assert(
      fc.property(
        fc.array(area, { minLength: 11, maxLength: 18 }),
        fc.constantFrom(...AREA_MODELS),
        (areas, model) => {
          const named = areas.map((one, at) => ({ ...one, municipality: `area ${at}` }));
          soundOrRefused(0, () => {
            const done = extrapolate(named.slice(2), named.slice(0, 2), {
              model,
              outside: true,
              random: makeRandom(3),
              replicates: 20,
            });
            return [done.total, ...done.areas];
          });
        },
      ),
      { numRuns: 120, seed: 89 },
    );
  });

  it('estimates to combine and to anchor, 1,500 sets', () => {
    const row: fc.Arbitrary<EstimateGiven> = fc.record({
      method: fc.constant('study'),
      low: fc.option(count, { nil: undefined }),
      estimate: count,
      high: fc.option(count, { nil: undefined }),
      basis: fc.constantFrom('confidence', 'credible', 'extremes', undefined),
      level: fc.constantFrom(0.95, 0.5, 0, 1, undefined),
      source: fc.constantFrom('a', 'b', 'a + c', '', undefined),
      depends_on: fc.constantFrom('a', 'b', undefined),
      confidence: fc.constantFrom(1, 0.1, 0, undefined),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const { made, refused } = combineEstimates(rows, {
          anchor: { share: 0.02, low: 0.01, high: 0.03, of: 2_000_000 },
        });
        for (const synthesis of made) {
          saidWell(synthesis.attempts);
          soundOrRefused(0, () => [synthesis.chosen, ...sizingsOf(synthesis.attempts)]);
        }
        for (const { refusal } of refused) expect(refusal).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 1000, seed: 90 },
    );
    fc.assert(
      fc.property(count, count, count, (low, estimate, high) => {
        const study = {
          method: 'x',
          basis: 'confidence',
          level: 0.95,
          source: '',
          dependsOn: '',
          confidence: 1,
        } as const;
        soundOrRefused(0, () => [
          anchoredMultiplier(
            [{ ...study, low: Math.min(low, estimate), estimate, high: Math.max(high, estimate) }],
            { share: 0.02, low: 0.01, high: 0.03, of: 500_000 },
          ),
        ]);
      }),
      { numRuns: 500, seed: 91 },
    );
  });

  it('changes between rounds keep their order, 2,000 of them', () => {
    const total = fc.tuple(count, count, count).map(([a, b, c]) => {
      const [low = 0, estimate = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
      return { low, estimate, high, interval: { low, high, basis: 'spread' as const, method: '' } };
    });
    fc.assert(
      fc.property(total, total, (earlier, later) => {
        const { change, extremes, interval, ratio, ratioInterval } = changeOf(earlier, later);
        expect(extremes.low).toBeLessThanOrEqual(change);
        expect(interval?.low ?? change).toBeLessThanOrEqual(change + 1e-9);
        expect(interval?.high ?? change).toBeGreaterThanOrEqual(change - 1e-9);
        expect(ratio === undefined || Number.isFinite(ratio)).toBe(true);
        if (ratioInterval !== undefined) {
          expect(ratioInterval.low).toBeGreaterThan(0);
          expect(Number.isFinite(ratioInterval.high)).toBe(true);
        }
      }),
      { numRuns: 2000, seed: 92 },
    );
  });
});
