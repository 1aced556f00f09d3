import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizingsOf } from '../../src/methods/attempt.js';
import {
  reverseTracking,
  sizeByReverseTracking,
  type TrackedSpot,
} from '../../src/methods/reverse-tracking/reverse-tracking.js';
import { EstimationError } from '../../src/model/estimation-error.js';
import { studentWithin } from '../../src/stats/student-quantile.js';
import { spotwise } from '../support/spotwise.js';

const spot = (mapped: number, found?: number): TrackedSpot => ({ mapped, found });
const rest = (spots: number, mapped: number) => Array.from({ length: spots }, () => spot(mapped));

/** Ten spots mapped at 190 persons, four of them enumerated. */
const TEN = [spot(10, 12), spot(20, 14), spot(30, 24), spot(20, 10), ...rest(5, 18), spot(20)];

/** Sixty spots mapped at 900 persons, twelve of them enumerated. */
const MAPPED = [8, 14, 5, 30, 22, 11, 9, 40, 16, 6, 25, 12];
const FOUND = [7, 15, 3, 26, 24, 8, 9, 31, 18, 4, 20, 10];
const SIXTY = [...MAPPED.map((mapped, at) => spot(mapped, FOUND[at])), ...rest(47, 14), spot(44)];

describe('reverse tracking', () => {
  it('by hand: R = 60/80, N = 190·0.75 = 142.5, residuals 4.5, −1, 1.5, −5, variance 10·6·48.5/(3·4) = 242.5', () => {
    const answer = reverseTracking(TEN);
    expect(answer).toMatchObject({ ratio: 0.75, estimate: 142.5, found: 60, sampled: 4 });
    expect(answer.variance).toBeCloseTo(242.5, 10);
  });

  /**
   * Figures of the R package survey 4.1.1: svyratio(~found, ~mapped, svydesign(ids = ~1, fpc = ~K)) and its predict(total = M).
   * They divide by the mean mapped in the sample where this divides by the mean of the whole map.
   */
  it.each([
    ['ten', TEN, 0.75, 0.0778620575119872, 142.5, 14.7937909272776],
    ['sixty', SIXTY, 0.883838383838384, 0.0406678399126205, 795.454545454545, 36.6010559213584],
  ] as const)(
    'has the ratio, size and, after that factor, the error of svyratio: %s spots',
    (_, spots, ratio, ratioError, size, error) => {
      const answer = reverseTracking(spots);
      expect(answer.ratio).toBeCloseTo(ratio, 12);
      expect(answer.estimate).toBeCloseTo(size, 9);
      const sampleMean = answer.mappedSampled / answer.sampled;
      const mapMean = answer.mapped / answer.spots;
      const standardError = Math.sqrt(answer.variance);
      expect(standardError / (answer.spots * sampleMean)).toBeCloseTo(ratioError, 12);
      expect((standardError * mapMean) / sampleMean).toBeCloseTo(error, 9);
    },
  );

  it('takes Student’s t of n − 1 degrees of freedom (qt of R 4)', () => {
    const known = [1, 2, 3, 5, 11, 30, 100].map((degrees) => studentWithin(0.95, degrees));
    const printed = [12.706205, 4.302653, 3.182446, 2.570582, 2.200985, 2.042272, 1.983972];
    known.forEach((value, at) => {
      expect(value).toBeCloseTo(printed[at] ?? 0, 5);
    });
    const [, student] = sizingsOf(sizeByReverseTracking(TEN));
    expect(student?.high).toBeCloseTo(142.5 + 3.18244630528 * Math.sqrt(242.5), 6);
  });

  it('is the count itself where every spot was enumerated', () => {
    const [sizing] = sizingsOf(sizeByReverseTracking([spot(10, 4), spot(0, 9)]));
    expect(sizing).toMatchObject({ low: 13, estimate: 13, high: 13 });
    expect(sizing?.caveats).toContain('every spot was enumerated: the count itself');
  });

  it('says of few spots, and of a ratio at which map and enumeration hardly agree', () => {
    const [few] = sizingsOf(sizeByReverseTracking(TEN));
    expect(few?.caveats).toContain('few spots');
    const [far] = sizingsOf(sizeByReverseTracking([spot(9, 1), spot(8, 2), spot(10, 1), ...rest(9, 9)]));
    expect(far?.caveats).toContain('map and enumeration hardly agree');
  });

  it.each([
    ['3 drawn at random', [spot(5, 4), spot(6, 3), ...rest(4, 5)]],
    ['3 drawn at random', []],
    ['nobody at the spots enumerated', [spot(0, 4), spot(0, 3), spot(0, 1), ...rest(4, 5)]],
    ['nobody was found', [spot(5, 0), spot(6, 0), spot(7, 0), ...rest(4, 5)]],
    ['numbers of 0 or more', [spot(-5, 1), spot(6, 2), spot(7, 3)]],
    ['numbers of 0 or more', [spot(5, Number.NaN), spot(6, 2), spot(7, 3)]],
  ] as const)('refuses: %s', (words, spots) => {
    expect(() => sizeByReverseTracking(spots)).toThrow(EstimationError);
    expect(() => sizeByReverseTracking(spots)).toThrow(words);
  });

  it('gives finite sizes in order, never below the people found, or refuses, for 5,000 maps', () => {
    const persons = fc.oneof(fc.nat(40), fc.nat(100_000), fc.double({ min: 0, max: 1e9, noNaN: true }));
    const anySpot = fc.record({ mapped: persons, found: fc.option(persons, { nil: undefined }) });
    let given = 0;
    fc.assert(
      fc.property(fc.array(anySpot, { maxLength: 25 }), (spots) => {
        try {
          const sizings = sizingsOf(sizeByReverseTracking(spots));
          const found = spots.reduce((sum, one) => sum + (one.found ?? 0), 0);
          for (const { low, estimate, high } of sizings) {
            given += 1;
            expect([low, estimate, high].every(Number.isFinite)).toBe(true);
            expect(low <= estimate && estimate <= high).toBe(true);
            expect(low).toBeGreaterThanOrEqual(found * (1 - 1e-9));
          }
        } catch (error) {
          if (!(error instanceof EstimationError)) throw error;
        }
      }),
      { numRuns: 5000, seed: 91 },
    );
    expect(given).toBeGreaterThan(2000);
  });
});

describe('spotwise reverse-tracking', () => {
  const table = `spot,mapped,found\n${TEN.map(({ mapped, found }, at) => `s${at},${mapped},${found ?? ''}`).join('\n')}\n`;

  it('says what was mapped and found, and writes a row of estimates.csv', async () => {
    const files = { 'tracked.csv': table };
    const shown = await spotwise(['reverse-tracking', 'tracked.csv'], files);
    expect(shown.out).toContain('10 spots mapped at 190 persons; 4 of them, mapped at 80, held 60');
    const { out, code } = await spotwise(
      ['reverse-tracking', 'tracked.csv', '--population', 'FSW', '--out', '-'],
      files,
    );
    expect(code).toBe(0);
    const [header, row, ...more] = out.trim().split('\n');
    expect(header).toMatch(
      /^population,municipality,round,method,low,estimate,high,basis,level,source,caveats/,
    );
    expect(row).toMatch(/^FSW,,,reverse_tracking\.ratio,[\d.]+,142\.5,[\d.]+,confidence,0\.95,tracked\.csv,/);
    expect(more).toEqual([]);
  });

  it('ends with 1 and says why where there is no answer', async () => {
    const files = { 'tracked.csv': 'mapped,found\n10,5\n20,\n30,\n' };
    const { code, error } = await spotwise(['reverse-tracking', 'tracked.csv'], files);
    expect(code).toBe(1);
    expect(error).toContain('3 drawn at random');
  });
});
