import { describe, expect, it } from 'vitest';
import { sizingsOf } from '../../src/methods/attempt.js';
import { crowdMedian } from '../../src/methods/crowd/crowd.js';
import {
  multiply,
  multiplyByChains,
  type MarkedRespondent,
} from '../../src/methods/multiplier/multiplier.js';
import { sizeRepeats, truncatedPoisson } from '../../src/methods/repeats/repeat-counts.js';
import { scaleUpRatio, scaleUpSurvey } from '../../src/methods/scale-up/scale-up.js';
import type { Sizing } from '../../src/methods/sizing.js';
import { EstimationError } from '../../src/model/estimation-error.js';
import { makeRandom } from '../../src/stats/random.js';

function expectSoundOrRefused(work: () => readonly Sizing[]): void {
  try {
    for (const { low, estimate, high } of work()) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(estimate);
      expect(estimate).toBeLessThanOrEqual(high);
      expect(Number.isFinite(high)).toBe(true);
    }
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
  }
}

const POLICE = [1645, 183, 37, 13, 1, 1];

const sums = (hiddenTies: number) => ({
  hiddenTies,
  knownTies: 28894,
  knownSize: 1186543,
  frame: 10_000_000,
});

const size = (id: string) =>
  sizingsOf(sizeRepeats(POLICE)).find((sizing) => sizing.method === `repeats.${id}`)?.estimate ?? 0;

const people = (chains: number): MarkedRespondent[] =>
  Array.from({ length: 200 }, (_, at) => ({
    got: at % 3 === 0,
    weight: 1 / (1 + (at % 5)),
    chain: `c${at % chains}`,
  }));

describe('network scale-up', () => {
  it('gives 47,800.1 clients, 39,792.4 sex workers, 2,463.9 and 1,067.7 from the Rwanda example sums (networkreporting vignette)', () => {
    const sizes = [1164, 969, 60, 26].map((ties) => scaleUpRatio(sums(ties)).estimate.toFixed(1));
    expect(sizes).toEqual(['47800.1', '39792.4', '2463.9', '1067.7']);
  });

  it('has Killworth’s standard error √(T·N/Σd)', () => {
    const { estimate, standardError } = scaleUpRatio(sums(1164));
    expect(standardError).toBeCloseTo(Math.sqrt((10_000_000 * estimate) / 243514.1415), 2);
  });

  it('gives the same by respondents and by sums when weights are equal, and refuses hardly any ties', () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({ hidden: at % 3, known: 5 + (at % 7), weight: 1 }));
    const total = (of: 'hidden' | 'known') => rows.reduce((sum, row) => sum + row[of], 0);
    const survey = scaleUpSurvey(rows, { size: 50_000, knownSize: 900 });
    const bySums = scaleUpRatio({
      hiddenTies: total('hidden'),
      knownTies: total('known'),
      knownSize: 900,
      frame: 50_000,
    });
    expect(survey.ratio.estimate).toBeCloseTo(bySums.estimate, 6);
    expect(() => scaleUpRatio(sums(3))).toThrow('fewer than five');
  });

  it('refuses more hidden people than there are people, and ends its interval at all of them', () => {
    const crowded = { hiddenTies: 80, knownTies: 80, knownSize: 900, frame: 1000 };
    expect(scaleUpRatio(crowded)).toMatchObject({ estimate: 900, high: 1000 });
    expect(() => scaleUpRatio({ ...crowded, hiddenTies: 95 })).toThrow('larger than the whole population');
  });
});

describe('repeat contacts', () => {
  it('gives 7,080 (6,363–7,797) for illegal immigrants in the Netherlands, van der Heijden et al. 2003', () => {
    const { estimate, variance } = truncatedPoisson(POLICE);
    const half = 1.96 * Math.sqrt(variance);
    expect([estimate, estimate - half, estimate + half].map(Math.round)).toEqual([7080, 6363, 7797]);
  });

  it('orders Poisson below Chao below geometric where people differ', () => {
    expect(size('chao')).toBeCloseTo(9273.5, 1);
    expect(size('poisson')).toBeLessThan(size('chao'));
    expect(size('chao')).toBeLessThan(size('geometric'));
  });

  it('gives sound sizes or refuses, for 600 registers', () => {
    const random = makeRandom(21);
    for (let at = 0; at < 600; at += 1) {
      const counts = Array.from({ length: 1 + random.integer(6) }, () =>
        random.integer([3, 30, 900][random.integer(3)] ?? 1),
      );
      expectSoundOrRefused(() => sizingsOf(sizeRepeats(counts)));
    }
  });

  it('refuses when nobody was met twice', () => {
    expect(() => sizeRepeats([40])).toThrow('nobody was met more than once');
  });
});

describe('multipliers', () => {
  it('gives the object multiplier of San Salvador and widens with the design effect', () => {
    const plain = multiply({ count: 400, share: 20 / 624, sample: 624 });
    const wide = multiply({ count: 400, share: 20 / 624, sample: 624, designEffect: 2 });
    expect(plain.estimate).toBeCloseTo(12480, 6);
    expect(wide.high - wide.low).toBeGreaterThan(plain.high - plain.low);
  });

  it('has the delta variance M²·Var(P)/P⁴ + Var(M)/P²', () => {
    const { standardError = 0 } = multiply({
      count: 500,
      share: 0.25,
      sample: 400,
      designEffect: 1.5,
      countError: 20,
    });
    const variance =
      (500 * 500 * 1.5 * 0.25 * 0.75) / 400 / (0.25 * 0.25 * 0.25 * 0.25) + 400 / (0.25 * 0.25);
    expect(standardError).toBeCloseTo(Math.sqrt(variance), 6);
  });

  it('refuses a share of 0 and one not told apart from 0', () => {
    expect(() => multiply({ count: 400, share: 0, sample: 600 })).toThrow('nobody in the survey');
    expect(() => multiply({ count: 400, share: 0.001, sample: 600 })).toThrow('not told apart from 0');
  });

  it('redraws whole chains, the same from the same seed, and refuses four chains', () => {
    const [one, other] = [4, 4].map((seed) =>
      multiplyByChains(300, people(20), { random: makeRandom(seed), replicates: 400 }),
    );
    expect(one).toEqual(other);
    expect(() => multiplyByChains(300, people(4), { random: makeRandom(4), replicates: 50 })).toThrow(
      'too few',
    );
  });

  it('gives sound sizes or refuses, for 3,000 inputs', () => {
    const random = makeRandom(22);
    for (let at = 0; at < 3000; at += 1) {
      const sample = random.integer(500);
      const data = {
        count: random.integer(3000),
        sample,
        share: random.integer(2) * random.uniform(),
        designEffect: 3 * random.uniform(),
      };
      expectSoundOrRefused(() => [multiply(data)]);
    }
  });
});

describe('wisdom of the crowds', () => {
  it('drops or caps absurd guesses and says so', () => {
    const guesses = [5, 500, 800, 1000, 1200, 2000, 4_000_000];
    expect(crowdMedian(guesses, { least: 50, most: 100_000 }).estimate).toBeCloseTo(1000, 6);
    const capped = crowdMedian(guesses, { least: 50, most: 100_000, outside: 'cap' });
    expect(capped.caveats.join()).toContain('2 outside 50 to 100000 moved');
    expect(() => crowdMedian([10, 20])).toThrow('too few');
  });
});
