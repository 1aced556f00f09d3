import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CORE_SOURCE } from '../../src/stats/draw-core-bytes.js';
import { DrawCore } from '../../src/stats/draw-core.js';
import { makeRandom, type Random } from '../../src/stats/random.js';
import { sumsInOneLoop, sumsOfDraws } from '../../src/stats/sums-of-draws.js';

const SIZES = [
  1, 2, 3, 5, 7, 8, 9, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1023, 1024, 1025, 4095, 4096,
  4097, 10_000, 65_535, 65_536, 65_537, 2_097_151, 2_097_152,
];

/** A random stratum: values of every kind a table holds, a state of the stream, draws and sums to make. */
function stratum(random: Random, size: number) {
  const scale = [1, 0.1, 1e-9, 1e12][random.integer(4)] ?? 1;
  const isWhole = random.integer(2) === 0;
  return {
    values: Float64Array.from({ length: size }, () =>
      isWhole ? random.integer(40) : scale * random.uniform() ** 3,
    ),
    words: Int32Array.from({ length: 4 }, () => random.uint32()),
    draws: Math.min(size - 1, random.integer(5000)),
    sums: random.integer(size > 10_000 ? 20 : Math.ceil(9000 / Math.sqrt(size))),
  };
}

const bitsOf = (numbers: Float64Array): Uint8Array => new Uint8Array(numbers.buffer);

function coreHere(): DrawCore {
  const core = DrawCore.get();
  if (core === undefined) throw new Error('the core does not run here');
  return core;
}

describe('the compiled core of resampling', () => {
  it('was compiled from the source that lies beside it', () => {
    const source = readFileSync('core/draws.ts');
    expect(createHash('sha256').update(source).digest('hex')).toBe(CORE_SOURCE);
  });

  it.each(SIZES)('gives the bits of the loop in TypeScript, of %i values', (size) => {
    const random = makeRandom(3).fork(size);
    for (let trial = 0; trial < (size > 10_000 ? 3 : 12); trial += 1) {
      const { values, words, draws, sums } = stratum(random, size);
      const [compiled, plain] = [new Float64Array(sums), new Float64Array(sums)];
      const [stateOfOne, stateOfOther] = [words.slice(), words.slice()];
      coreHere().sumsOfDraws(stateOfOne, values, draws, compiled);
      sumsInOneLoop(stateOfOther, values, draws, plain);
      expect(Buffer.compare(bitsOf(compiled), bitsOf(plain))).toBe(0);
      expect(stateOfOne).toEqual(stateOfOther);
      expect(stateOfOne).not.toEqual(draws * sums === 0 ? undefined : words);
    }
  });

  it('draws again what would favour small numbers, as the loop does', () => {
    // A second word of 0 makes the first number 0, and 3 · 0 is below 2³² mod 3; of four values none is drawn again.
    const one = Int32Array.of(9, 0, 5, 7);
    const [other, third] = [one.slice(), one.slice()];
    const [compiled, plain] = [new Float64Array(2), new Float64Array(2)];
    coreHere().sumsOfDraws(one, Float64Array.of(1, 10, 100), 1, compiled);
    sumsInOneLoop(other, Float64Array.of(1, 10, 100), 1, plain);
    expect(compiled).toEqual(plain);
    expect(one).toEqual(other);
    coreHere().sumsOfDraws(third, Float64Array.of(1, 10, 100, 1000), 1, new Float64Array(3));
    expect(one).toEqual(third);
  });

  it('takes values longer than all before, and goes back to few', () => {
    const few = Float64Array.of(2, 3);
    const many = new Float64Array(300_000).fill(0.1);
    for (const values of [few, many, few]) {
      const [compiled, plain] = [new Float64Array(5), new Float64Array(5)];
      coreHere().sumsOfDraws(Int32Array.of(1, 2, 3, 4), values, 1000, compiled);
      sumsInOneLoop(Int32Array.of(1, 2, 3, 4), values, 1000, plain);
      expect(compiled).toEqual(plain);
    }
  });
});

class CompileError extends Error {}

/** As on a machine without the instructions the code needs. */
function Module(): never {
  throw new CompileError('no such instruction');
}

describe('sums of draws where nothing compiled runs', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it.each([
    ['has no WebAssembly', undefined],
    ['has not the instructions', { CompileError, Module }],
  ])('are the same where the machine %s', async (_, webAssembly) => {
    vi.stubGlobal('WebAssembly', webAssembly);
    vi.resetModules();
    const without = await import('../../src/stats/sums-of-draws.js');
    const { DrawCore: NoCore } = await import('../../src/stats/draw-core.js');
    expect(NoCore.get()).toBeUndefined();
    const values = Float64Array.from({ length: 55 }, (__, at) => at / 10);
    const [one, other] = [new Float64Array(1000), new Float64Array(1000)];
    without.sumsOfDraws(Int32Array.of(1, 2, 3, 4), values, 54, one);
    sumsOfDraws(Int32Array.of(1, 2, 3, 4), values, 54, other);
    expect(one).toEqual(other);
    expect(new Set(one).size).toBeGreaterThan(100);
  });
});
