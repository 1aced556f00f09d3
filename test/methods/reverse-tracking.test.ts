import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizingsOf } from '../../src/methods/attempt.js';
import { trackByStratum } from '../../src/methods/reverse-tracking/by-stratum.js';
import { jackknifeVariance } from '../../src/methods/reverse-tracking/jackknife.js';
import { reverseTracking, type TrackedSpot } from '../../src/methods/reverse-tracking/reverse-tracking.js';
import { sizeByReverseTracking } from '../../src/methods/reverse-tracking/size-by-reverse-tracking.js';
import { TRACKING_SCENARIOS } from '../../src/simulate/sizing/tracking-scenarios.js';
import { scoreScenario } from '../../src/simulate/sizing/trials.js';
import { EstimationError } from '../../src/model/estimation-error.js';
import { studentWithin } from '../../src/stats/student-quantile.js';
import { spotwise } from '../support/spotwise.js';

const spot = (mapped: number, found?: number): TrackedSpot => ({ mapped, found });
const rest = (spots: number, mapped: number) => Array.from({ length: spots }, () => spot(mapped));

const in_ = (stratum: string, mapped: number, found?: number): TrackedSpot => ({ stratum, mapped, found });
const STRATUM_A = [in_('a', 10, 8), in_('a', 12, 11), in_('a', 7, 6), in_('a', 9)];

/** Ten spots mapped at 190 persons, four of them enumerated. */
const TEN = [spot(10, 12), spot(20, 14), spot(30, 24), spot(20, 10), ...rest(5, 18), spot(20)];

/** Sixty spots mapped at 900 persons, twelve of them enumerated. */
const MAPPED = [8, 14, 5, 30, 22, 11, 9, 40, 16, 6, 25, 12];
const FOUND = [7, 15, 3, 26, 24, 8, 9, 31, 18, 4, 20, 10];
const SIXTY = [...MAPPED.map((mapped, at) => spot(mapped, FOUND[at])), ...rest(47, 14), spot(44)];

const refusals = (spots: readonly TrackedSpot[]) =>
  sizeByReverseTracking(spots).map((made) => ('refusal' in made ? made.refusal : 'given'));

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
    const student = sizingsOf(sizeByReverseTracking(TEN)).find(({ interval }) => interval === 'student');
    expect(student?.high).toBeCloseTo(142.5 + 3.18244630528 * Math.sqrt(242.5), 6);
  });

  it('has as its jackknife variance the squared changes of the size when one spot is left out, times 1 − n/K', () => {
    const enumerated = TEN.flatMap(({ mapped, found }) => (found === undefined ? [] : [{ mapped, found }]));
    const changes = enumerated.map((one) => {
      const others = enumerated.filter((other) => other !== one);
      const found = others.reduce((sum, other) => sum + other.found, 0);
      return (190 * found) / others.reduce((sum, other) => sum + other.mapped, 0) - 142.5;
    });
    const expected = 0.6 * changes.reduce((sum, change) => sum + change * change, 0);
    expect(jackknifeVariance(enumerated, { spots: 10, mapped: 190 })).toBeCloseTo(expected, 9);
    expect(expected).toBeCloseTo(265.4406, 4);
    const [first] = sizingsOf(sizeByReverseTracking(TEN));
    expect(first?.interval).toBe('jackknife log-student');
    expect(first?.high).toBeCloseTo(142.5 * Math.exp((3.18244630528 * Math.sqrt(expected)) / 142.5), 6);
  });

  it.each([
    ['40 of 200 spots, drawn at random', 0.94],
    ['12 of 200 spots', 0.94],
    ['5 of 200 spots', 0.94],
    ['three typologies, 4, 6 and 8 spots', 0.945],
  ])(
    'holds the truth near 95 in 100 by the jackknife, and more often than by Cochran: %s',
    (title, least) => {
      const scenario = TRACKING_SCENARIOS.find((one) => one.title === title);
      if (scenario === undefined) throw new Error(`no scenario ${title}`);
      const [first, ...others] = scoreScenario(scenario, 3).scores;
      expect(first?.interval).toBe('jackknife log-student');
      expect(first?.holds).toBeGreaterThan(least - 2 * 0.007);
      const cochran = others.find(({ interval }) => interval === 'log-student');
      expect(first?.holds).toBeGreaterThan(cochran?.holds ?? 1);
    },
  );

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
    ['some spots have a stratum', [in_('a', 5, 4), in_('a', 6, 3), spot(7, 6), ...rest(4, 5)]],
    ['stratum b: one spot was', [...STRATUM_A, in_('b', 8, 6), in_('b', 9)]],
    ['stratum b: no spot was', [...STRATUM_A, in_('b', 8), in_('b', 9)]],
    ['stratum b: nobody was found', [...STRATUM_A, in_('b', 8, 0), in_('b', 9, 0), in_('b', 9)]],
    ['stratum b: the map has nobody', [...STRATUM_A, in_('b', 0, 5), in_('b', 0, 2), in_('b', 9)]],
    ['no useful upper bound', [...STRATUM_A, in_('b', 90, 0), in_('b', 9, 50), in_('b', 900)]],
    [
      'agree exactly',
      [in_('a', 5, 4), in_('a', 10, 8), in_('a', 5), in_('b', 6, 6), in_('b', 6, 6), in_('b', 6)],
    ],
    ['numbers of 0 or more', [spot(5, Number.NaN), spot(6, 2), spot(7, 3)]],
  ] as const)('refuses: %s', (words, spots) => {
    expect(() => sizeByReverseTracking(spots)).toThrow(EstimationError);
    expect(() => sizeByReverseTracking(spots)).toThrow(words);
  });

  it('refuses an interval, not the size, where spots agree exactly and where the map has people at one of them only', () => {
    for (const refusal of refusals([spot(5, 4), spot(10, 8), spot(5, 4), ...rest(4, 5)]))
      expect(refusal).toContain('agree exactly');
    expect(refusals([spot(50, 40), spot(0, 1), spot(0, 2), ...rest(4, 5)])[0]).toContain('at one only');
  });

  it('adds up the strata, each by its own ratio, with Satterthwaite’s degrees of freedom', () => {
    const strata = { a: [20, 24, 16, 30, 18], b: [5, 6, 4] };
    const found = { a: [10, 14, 7, undefined, undefined], b: [5, 8, undefined] };
    const spots = (['a', 'b'] as const).flatMap((name) =>
      strata[name].map((mapped, at) => in_(name, mapped, found[name][at])),
    );
    const { estimate, variance, degrees, strata: parts } = trackByStratum(spots);
    expect(parts.map((part) => part.ratio)).toEqual([31 / 60, 13 / 11]);
    expect(estimate).toBeCloseTo((108 * 31) / 60 + (15 * 13) / 11, 9);
    const [one = 0, two = 0] = parts.map((part) => part.variance);
    expect(variance).toBeCloseTo(one + two, 9);
    expect(degrees).toBeCloseTo((one + two) ** 2 / (one ** 2 / 2 + two ** 2 / 1), 9);
    const attempts = sizingsOf(sizeByReverseTracking(spots));
    expect(attempts.map((sizing) => sizing.method)).toEqual([
      'reverse_tracking.by_stratum',
      ...Array.from({ length: 3 }, () => 'reverse_tracking.ratio'),
    ]);
    expect(attempts[1]?.caveats).toContain('strata left out of account');
  });

  it('counts a stratum whole where all its spots were enumerated, however few', () => {
    const { strata } = trackByStratum([...STRATUM_A, in_('b', 7, 4)]);
    expect(strata[1]).toMatchObject({ estimate: 4, variance: 0 });
  });

  it('gives finite sizes in order, never below the people found, or refuses, for 5,000 maps', () => {
    const persons = fc.oneof(fc.nat(40), fc.nat(100_000), fc.double({ min: 0, max: 1e9, noNaN: true }));
    const anySpot = fc.record({
      mapped: persons,
      found: fc.option(persons, { nil: undefined }),
      stratum: fc.constantFrom('a', 'b'),
    });
    const isStratified = fc.boolean();
    let given = 0;
    fc.assert(
      fc.property(fc.array(anySpot, { maxLength: 25 }), isStratified, (drawn, within) => {
        const spots = within ? drawn : drawn.map(({ mapped, found }) => ({ mapped, found }));
        try {
          const sizings = sizingsOf(sizeByReverseTracking(spots));
          const found = spots.reduce((sum, one) => sum + (one.found ?? 0), 0);
          for (const { low, estimate, high } of sizings) {
            given += 1;
            expect([low, estimate, high].every(Number.isFinite)).toBe(true);
            expect(low <= estimate && estimate <= high).toBe(true);
            expect(low).toBeGreaterThanOrEqual(found * (1 - 1e-9));
            expect(high).toBeLessThanOrEqual(101 * estimate);
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

  it('corrects within strata where the table has them, and shows each', async () => {
    const rows = ['a,10,8', 'a,12,11', 'a,9,', 'b,20,12', 'b,30,21', 'b,25,'];
    const files = { 'tracked.csv': `stratum,mapped,found\n${rows.join('\n')}\n` };
    const { code, out } = await spotwise(['reverse-tracking', 'tracked.csv'], files);
    expect(code).toBe(0);
    expect(out).toMatch(/^a +3 +2 +31 +0\.86 +27$/m);
    expect(out).toMatch(/^reverse_tracking\.by_stratum 76 \(/m);
  });

  it('ends with 1 and says why where there is no answer', async () => {
    const files = { 'tracked.csv': 'mapped,found\n10,5\n20,\n30,\n' };
    const { code, error } = await spotwise(['reverse-tracking', 'tracked.csv'], files);
    expect(code).toBe(1);
    expect(error).toContain('3 drawn at random');
  });
});
