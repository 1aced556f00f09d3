import { describe, expect, it } from 'vitest';
import { divide } from '../../../src/estimate/overlap/divide.js';
import { factor } from '../../../src/estimate/overlap/factor.js';
import { frequencyMean } from '../../../src/estimate/overlap/frequency-mean.js';
import { lastVisit } from '../../../src/estimate/overlap/last-visit.js';
import { meanVisits } from '../../../src/estimate/overlap/mean-visits.js';
import { orderedChain } from '../../../src/estimate/overlap/ordered-chain.js';
import { pairwise } from '../../../src/estimate/overlap/pairwise.js';
import { percentOff } from '../../../src/estimate/overlap/percent-off.js';
import { reverseTracking } from '../../../src/estimate/overlap/reverse-tracking.js';
import { share } from '../../../src/estimate/overlap/share.js';
import { makeRandom } from '../../../src/stats/random.js';
import { codeOf } from '../../support/code-of.js';

describe('the Iranian chain, Khodadost and others 2025, doi 10.47176/mjiri.39.103', () => {
  const ahvaz = { frequency_factor: 2104 / 843, duplication: 0.29 };

  it('goes 843 → 2104 → about 1494 → 1966 in Ahvaz with the share seen', () => {
    const chain = orderedChain(843, { ...ahvaz, share_seen: 0.76 });
    expect(chain.after_frequency).toBeCloseTo(2104, 9);
    expect(Math.abs(chain.after_duplication - 1494.2)).toBeLessThan(0.5);
    expect(Math.round(chain.final)).toBe(1966);
    expect(chain.share_hidden).toBeCloseTo(0.24, 12);
  });

  it('gives the same with the share hidden', () => {
    const seen = orderedChain(843, { ...ahvaz, share_seen: 0.76 });
    const hidden = orderedChain(843, { ...ahvaz, share_hidden: 0.24 });
    expect(hidden.final).toBeCloseTo(seen.final, 9);
    expect(hidden.share_seen).toBeCloseTo(0.76, 12);
  });

  it('gives over 6,000 when 0.24 is taken for the share seen, as the abstract could be read', () => {
    expect(orderedChain(843, { ...ahvaz, share_seen: 0.24 }).final).toBeGreaterThan(6000);
  });

  it.each([
    ['Ahvaz', 1494.2, 1966],
    ['Sari', 649, 854],
    ['Yazd', 503.9, 663],
    ['Tehran district 2', 21.3, 28],
  ])('divides by 0.76 in %s', (_place, before, published) => {
    expect(Math.round(divide(before, { share_seen: 0.76 }).estimate)).toBe(published);
  });
});

describe('the last-visit method, Chen and others 2013', () => {
  // Σ i·mᵢ and r₂ per venue, Sex Transm Infect 2013;89:142, table 1; r₁ = 1.
  it.each([
    ['bathroom 1', 1639, 0.27, 6070],
    ['bathroom 2', 440, 0.22, 2000],
    ['bathroom 3', 1058, 0.22, 4809],
    ['music bar', 911, 0.26, 3504],
  ])('gives the published size of %s', (_venue, weighted, answered, published) => {
    const visits = [{ weeksAgo: 1, people: weighted }];
    expect(Math.round(lastVisit(visits, { covered: 1, answered }))).toBe(published);
  });

  it('weights people by the weeks since they came before', () => {
    const visits = [
      { weeksAgo: 1, people: 10 },
      { weeksAgo: 4, people: 5 },
    ];
    expect(lastVisit(visits, { covered: 0.5, answered: 0.5 })).toBe(120);
    expect(lastVisit([...visits].reverse(), { covered: 0.5, answered: 0.5 })).toBe(120);
  });

  it('refuses fractions outside (0, 1] and nobody seen', () => {
    const visits = [{ weeksAgo: 1, people: 10 }];
    expect(codeOf(() => lastVisit(visits, { covered: 0, answered: 1 }))).toBe('setting-out-of-range');
    expect(codeOf(() => lastVisit(visits, { covered: 1, answered: 1.2 }))).toBe('setting-out-of-range');
    expect(codeOf(() => lastVisit([], { covered: 1, answered: 1 }))).toBe('no-respondents');
    expect(codeOf(() => lastVisit([{ weeksAgo: 0, people: 1 }], { covered: 1, answered: 1 }))).toBe(
      'setting-out-of-range',
    );
    expect(codeOf(() => lastVisit([{ weeksAgo: 1, people: -1 }], { covered: 1, answered: 1 }))).toBe(
      'not-a-count',
    );
  });
});

describe('divide', () => {
  it('always names both shares', () => {
    expect(divide(76, { share_hidden: 0.24 })).toMatchObject({ share_seen: 0.76, share_hidden: 0.24 });
    expect(divide(76, { share_seen: 0.76 }).estimate).toBe(100);
  });

  it('has the delta-method variance, close to a simulated one', () => {
    const random = makeRandom(1);
    const noise = (): number => {
      let sum = -6;
      for (let at = 0; at < 12; at++) sum += random.uniform();
      return sum;
    };
    const drawn = Array.from({ length: 50_000 }, () => (1500 + 60 * noise()) / (1 - (0.24 + 0.02 * noise())));
    const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
    const seen = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length;
    const { variance } = divide(1500, { share_hidden: 0.24 }, { attending: 3600, share: 0.0004 });
    expect(variance).toBeCloseTo(3600 / 0.76 ** 2 + (1500 ** 2 * 0.0004) / 0.76 ** 4, 6);
    expect(Math.abs(variance / seen - 1)).toBeLessThan(0.04);
  });

  it('refuses impossible, missing and disagreeing shares', () => {
    expect(codeOf(() => divide(10, { share_hidden: 1 }))).toBe('not-a-share');
    expect(codeOf(() => divide(10, { share_hidden: -0.1 }))).toBe('not-a-share');
    expect(codeOf(() => divide(10, { share_seen: 0 }))).toBe('not-a-share');
    expect(codeOf(() => divide(10, { share_seen: Number.NaN }))).toBe('not-a-share');
    expect(codeOf(() => divide(10, {}))).toBe('shares-disagree');
    expect(codeOf(() => divide(10, { share_seen: 0.76, share_hidden: 0.76 }))).toBe('shares-disagree');
    expect(codeOf(() => divide(Number.NaN, { share_seen: 0.5 }))).toBe('not-a-count');
  });
});

describe('the short forms', () => {
  it('give their worked examples', () => {
    expect(share(1000, { share_using_several: 0.4, mean_spots: 2 })).toBe(800);
    expect(meanVisits(1000, 1.6)).toBe(625);
    expect(percentOff(2104, 0.29)).toBeCloseTo(1493.84, 9);
    expect(frequencyMean(100, 3.5)).toBe(200);
    expect(factor(843, 2104 / 843)).toBeCloseTo(2104, 9);
  });

  it('double when the count doubles', () => {
    expect(share(2000, { share_using_several: 0.4, mean_spots: 2 })).toBe(1600);
    expect([meanVisits(2000, 1.6), percentOff(2000, 0.3), frequencyMean(200, 3.5)]).toEqual([
      2 * meanVisits(1000, 1.6),
      2 * percentOff(1000, 0.3),
      2 * frequencyMean(100, 3.5),
    ]);
  });

  it('refuse what cannot be', () => {
    expect(codeOf(() => share(1000, { share_using_several: 1.2, mean_spots: 2 }))).toBe('not-a-share');
    expect(codeOf(() => share(1000, { share_using_several: 0.2, mean_spots: 0.5 }))).toBe(
      'spots-out-of-range',
    );
    expect(codeOf(() => meanVisits(-1, 2))).toBe('not-a-count');
    expect(codeOf(() => meanVisits(1, Number.NaN))).toBe('spots-out-of-range');
    expect(codeOf(() => percentOff(1, 1))).toBe('not-a-share');
    expect(codeOf(() => frequencyMean(1, 0))).toBe('days-out-of-range');
    expect(codeOf(() => frequencyMean(1, 7.5))).toBe('days-out-of-range');
    expect(codeOf(() => factor(1, 0.9))).toBe('setting-out-of-range');
    expect(codeOf(() => factor(Infinity, 2))).toBe('not-a-count');
  });
});

describe('pairwise', () => {
  const spots = [
    { spotId: 'a', count: 10 },
    { spotId: 'b', count: 8 },
    { spotId: 'c', count: 4 },
  ];

  it('agrees with counting heads when nobody is at three spots', () => {
    const random = makeRandom(3);
    for (let turn = 0; turn < 20; turn++) {
      const people = Array.from({ length: 60 }, () =>
        random.shuffle(['a', 'b', 'c', 'd']).slice(0, 1 + random.integer(2)),
      );
      const at = (...ids: string[]): number =>
        people.filter((own) => ids.every((id) => own.includes(id))).length;
      const listed = ['a', 'b', 'c', 'd'].map((spotId) => ({ spotId, count: at(spotId) }));
      const pairs = ['ab', 'ac', 'ad', 'bc', 'bd', 'cd'].map(([first = '', second = '']) => ({
        first,
        second,
        shared: at(first, second),
      }));
      expect(pairwise(listed, pairs)).toBe(60);
    }
  });

  it('refuses unknown spots, repeated pairs and more shared than counted', () => {
    const pair = { first: 'a', second: 'b', shared: 3 };
    expect(pairwise(spots, [pair])).toBe(19);
    expect(codeOf(() => pairwise(spots, [pair, { first: 'b', second: 'a', shared: 1 }]))).toBe(
      'duplicate-spot',
    );
    expect(codeOf(() => pairwise(spots, [{ ...pair, second: 'x' }]))).toBe('unknown-spot');
    expect(codeOf(() => pairwise(spots, [{ first: 'b', second: 'c', shared: 5 }]))).toBe(
      'range-out-of-order',
    );
    expect(codeOf(() => pairwise(spots, [{ ...pair, second: 'a' }]))).toBe('duplicate-spot');
    expect(codeOf(() => pairwise([], []))).toBe('nothing-counted');
  });
});

describe('reverseTracking', () => {
  it('scales the mapped total by the ratio of the spots visited again', () => {
    const result = reverseTracking([
      { mapped: 10, enumerated: 8 },
      { mapped: 20, enumerated: 16 },
      { mapped: 30 },
    ]);
    expect(result).toMatchObject({ estimate: 48, ratio: 0.8, variance: 0, visited: 2, spots: 3 });
  });

  it('has the variance seen over all samples of spots', () => {
    const random = makeRandom(4);
    const mapped = Array.from({ length: 60 }, () => 5 + random.integer(30));
    const truth = mapped.map((count) => Math.round(count * (0.6 + 0.5 * random.uniform())));
    const results = Array.from({ length: 3000 }, () => {
      const chosen = new Set(random.shuffle(mapped.map((_, at) => at)).slice(0, 25));
      return reverseTracking(
        mapped.map((count, at) =>
          chosen.has(at) ? { mapped: count, enumerated: truth[at] ?? 0 } : { mapped: count },
        ),
      );
    });
    const total = truth.reduce((sum, count) => sum + count, 0);
    const error = results.reduce((sum, { estimate }) => sum + (estimate - total) ** 2, 0) / results.length;
    const stated = results.reduce((sum, { variance }) => sum + (variance ?? 0), 0) / results.length;
    expect(Math.abs(stated / error - 1)).toBeLessThan(0.12);
  });

  it('has no variance from one visited spot of several, none left when all are visited', () => {
    expect(reverseTracking([{ mapped: 4, enumerated: 2 }, { mapped: 4 }]).variance).toBeUndefined();
    expect(
      reverseTracking([
        { mapped: 4, enumerated: 2 },
        { mapped: 4, enumerated: 3 },
      ]).variance,
    ).toBe(0);
    expect(codeOf(() => reverseTracking([{ mapped: 4 }]))).toBe('no-respondents');
    expect(codeOf(() => reverseTracking([{ mapped: 0, enumerated: 3 }]))).toBe('nothing-counted');
  });
});
