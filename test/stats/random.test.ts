import { describe, expect, it } from 'vitest';
import { makeRandom, splitmix32, xoshiro128StarStar } from '../../src/stats/random.js';

const take = (count: number, next: () => number): number[] => Array.from({ length: count }, () => next());

describe('splitmix32', () => {
  it.each([
    [0, [1684164658, 3653269916, 2939563536, 2141751570]],
    [1, [1580013426, 350525680, 3524174333, 3011703609]],
    [42, [551831576, 144025891, 322543647, 3034809370]],
    [0xdeadbeef, [46217145, 304148291, 1711218402, 2692075039]],
    [0xffffffff, [3950124170, 4293442868, 1302505678, 2762329221]],
  ])('gives the published outputs for seed %i', (seed, expected) => {
    expect(take(4, splitmix32(seed))).toEqual(expected);
  });
});

describe('xoshiro128**', () => {
  it('gives the outputs of the reference program from state 1, 2, 3, 4', () => {
    expect(take(10, xoshiro128StarStar([1, 2, 3, 4]))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('gives the outputs of the reference program from a state of large words', () => {
    const outputs = take(10, xoshiro128StarStar([2654435769, 608135816, 3084996962, 3735928559]));
    expect(outputs).toEqual([
      2463954730, 5524658, 74256371, 1905451993, 3123413897, 314453775, 1263677054, 1531511215, 693760292,
      1307612896,
    ]);
  });

  it('refuses the all-zero state', () => {
    expect(() => xoshiro128StarStar([0, 0, 0, 0])).toThrow(RangeError);
  });
});

describe('makeRandom', () => {
  it('seeds xoshiro128** with four outputs of splitmix32', () => {
    expect(take(4, makeRandom(42).uint32)).toEqual([660444221, 3652823732, 77672526, 910233633]);
    expect(take(6, makeRandom(12345).uint32)).toEqual([
      1093274547, 203003357, 3741353573, 3803725158, 4178738660, 810247443,
    ]);
  });

  it('uses all 53 bits of a seed', () => {
    const first = [1, 1 + 2 ** 32, 1 + 2 ** 33, 2 ** 53 - 1].map((seed) => makeRandom(seed).uint32());
    expect(new Set(first).size).toBe(4);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53, Infinity])('refuses %d as a seed', (seed) => {
    expect(() => makeRandom(seed)).toThrow(RangeError);
  });

  it('makes a uniform number of two words, high bits first', () => {
    const words = makeRandom(7);
    const [high, low] = [words.uint32(), words.uint32()];
    const expected = (BigInt(high >>> 5) << 26n) + BigInt(low >>> 6);
    expect(makeRandom(7).uniform() * 2 ** 53).toBe(Number(expected));
  });

  it('keeps uniform numbers in [0, 1) with the right mean and variance', () => {
    const random = makeRandom(1);
    const drawn = take(100_000, random.uniform);
    const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
    const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length;
    expect(drawn.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / drawn.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.001);
  });

  it('draws every whole number below a bound equally often', () => {
    const random = makeRandom(3);
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let at = 0; at < 70_000; at++) {
      const drawn = random.integer(7);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(22.46); // 0.999 point of chi-square with 6 degrees of freedom
  });

  it('takes and rejects words exactly as multiplication in whole numbers says', () => {
    const below = 2_000_000;
    const [random, words] = [makeRandom(6), makeRandom(6)];
    const [drawn, expected]: [number[], number[]] = [[], []];
    let rejected = 0;
    for (let at = 0; at < 40_000; at++) {
      let product = BigInt(words.uint32()) * BigInt(below);
      while (product % 2n ** 32n < 2n ** 32n % BigInt(below)) {
        product = BigInt(words.uint32()) * BigInt(below);
        rejected++;
      }
      drawn.push(random.integer(below));
      expected.push(Number(product / 2n ** 32n));
    }
    expect(drawn).toEqual(expected);
    expect(rejected).toBeGreaterThan(0);
  });

  it('rejects words that would favour small numbers', () => {
    // Below 3 · 2^30, a plain remainder would give the first third twice as often as the rest.
    const random = makeRandom(4);
    const below = 3 * 2 ** 30;
    const small = take(30_000, () => random.integer(below)).filter((x) => x < 2 ** 30).length;
    expect(Math.abs(small / 30_000 - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / 30_000));
  });

  it.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])('refuses integer(%d)', (below) => {
    expect(() => makeRandom(1).integer(below)).toThrow(RangeError);
  });

  it('shuffles every order of three equally often', () => {
    const random = makeRandom(5);
    const seen = new Map<string, number>();
    for (let at = 0; at < 60_000; at++) {
      const order = random.shuffle(['a', 'b', 'c']).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(seen.size).toBe(6);
    expect(chiSquare).toBeLessThan(20.52); // 0.999 point, 5 degrees of freedom
  });

  it('shuffles in place and returns the same array', () => {
    const items = [1, 2, 3, 4];
    expect(makeRandom(1).shuffle(items)).toBe(items);
    expect([...items].sort((a, b) => a - b)).toEqual([1, 2, 3, 4]);
  });
});

describe('fork', () => {
  it('depends on the seed and the label, not on what was drawn before', () => {
    const fresh = makeRandom(9);
    const used = makeRandom(9);
    take(100, used.uint32);
    expect(take(5, used.fork('chunk').uint32)).toEqual(take(5, fresh.fork('chunk').uint32));
  });

  it('gives different streams for different labels, kinds of label, paths and seeds', () => {
    const root = makeRandom(9);
    const streams = [
      root,
      root.fork(1),
      root.fork('1'),
      root.fork(2),
      root.fork(12),
      root.fork(1).fork(2),
      root.fork(2).fork(1),
      root.fork(''),
      makeRandom(10).fork(1),
    ];
    expect(new Set(streams.map((stream) => take(3, stream.uint32).join(' '))).size).toBe(streams.length);
  });

  it('has no two equal streams among 100,000 labels', () => {
    const root = makeRandom(1);
    const seen = new Set<string>();
    for (let label = 0; label < 100_000; label++) {
      const stream = root.fork(label);
      seen.add(`${stream.uint32()} ${stream.uint32()}`);
    }
    expect(seen.size).toBe(100_000);
  });

  it('gives neighbouring labels streams that are not correlated', () => {
    const root = makeRandom(2);
    let product = 0;
    for (let label = 0; label < 20_000; label++) {
      product += (root.fork(label).uniform() - 0.5) * (root.fork(label + 1).uniform() - 0.5);
    }
    expect(Math.abs((product / 20_000) * 12)).toBeLessThan(4 / Math.sqrt(20_000));
  });
});

describe('sums of draws', () => {
  it.each([1, 2, 3, 7, 300, 70_000, 3_000_000])(
    'picks what as many single draws pick, of %i values',
    (size) => {
      const values = Float64Array.from({ length: size }, (_, at) => 1 / (at + 1));
      const [one, other] = [makeRandom(size), makeRandom(size)];
      for (const draws of [0, 1, 5, 1000]) {
        const picked = Array.from({ length: 3 }, () => {
          let sum = 0;
          for (let at = 0; at < draws; at += 1) sum += values[one.integer(size)] ?? 0;
          return sum;
        });
        const sums = new Float64Array(3);
        other.sumsOfDraws(values, draws, sums);
        expect([...sums]).toEqual(picked);
        expect(other.uint32()).toBe(one.uint32());
      }
    },
  );

  it('of no values are 0', () => {
    const sums = Float64Array.of(7, 7);
    makeRandom(1).sumsOfDraws(new Float64Array(0), 3, sums);
    expect([...sums]).toEqual([0, 0]);
  });

  it('fills an array with what as many single numbers would be, and goes on from there', () => {
    for (const [seed, length] of [
      [1, 0],
      [2, 1],
      [3, 1000],
    ] as const) {
      const [one, other] = [makeRandom(seed), makeRandom(seed)];
      const filled = new Float64Array(length);
      one.uniforms(filled);
      expect([...filled]).toEqual(Array.from({ length }, () => other.uniform()));
      expect(one.uint32()).toBe(other.uint32());
    }
  });
});
