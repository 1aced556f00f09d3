import { sumsOfDraws } from './sums-of-draws.js';

const GOLDEN_STEP = 0x9e3779b9;
const TWO_32 = 4294967296;
const SMALL_BOUND = 2097152;

/** A stream of random numbers that depends on its seed alone; same seed, same numbers, on every machine. */
export interface Random {
  /** The four words of its state, for loops that draw by themselves and leave them where they end. */
  readonly words: Int32Array;
  /** The next whole number from 0 to 4,294,967,295. */
  readonly uint32: () => number;
  /** The next number in [0, 1), with 53 random bits. */
  readonly uniform: () => number;
  /** Fills the array with the next numbers in [0, 1): what as many calls of `uniform` give, in a fraction of their time. */
  readonly uniforms: (into: Float64Array) => void;
  /**
   * A whole number from 0 to `below` − 1, each equally likely (draws that would favour small numbers are
   * rejected). Throws RangeError unless `below` is a whole number from 1 to 4,294,967,296.
   */
  readonly integer: (below: number) => number;
  /**
   * Fills the array with sums, one after the other, of so many values drawn with replacement: what as many calls of
   * `integer` pick, in their order, in about a tenth of their time. 0 for no values.
   */
  readonly sumsOfDraws: (values: Float64Array, draws: number, into: Float64Array) => void;
  /** Puts the array in random order, in place, every order equally likely (Fisher–Yates), and returns it. */
  readonly shuffle: <T>(items: T[]) => T[];
  /**
   * A separate stream that depends on this stream's seed and the label only, never on how many numbers were
   * drawn before. Give every chunk of work its own label and the result is the same for any number of threads.
   * The labels 1 and '1' give different streams.
   */
  readonly fork: (label: string | number) => Random;
}

/** The four 32-bit words that are the state of xoshiro128**; not all may be zero. */
export type RandomState = readonly [number, number, number, number];

/**
 * Returns the source of whole numbers 0 … 2³² − 1 called splitmix32, used here only to spread a seed over a
 * longer state: add 0x9e3779b9, then mix by xor-shifts 16, 15, 15 and multipliers 0x21f0aaad, 0x735a2d97.
 *
 * Source: G. Steele, D. Lea, C. Flood 2014, doi 10.1145/2660193.2660195 (the splitmix design); multipliers of
 * C. Wellons' hash prospector. Not for drawing samples: its period is only 2³².
 *
 * Example: splitmix32(0) gives 1684164658, 3653269916, 2939563536, 2141751570.
 */
export function splitmix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + GOLDEN_STEP) >>> 0;
    return mixed(state);
  };
}

/** The mixing of splitmix32, by xor-shifts and multipliers. */
function mixed(state: number): number {
  let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
  return (word ^ (word >>> 15)) >>> 0;
}

/** What splitmix32 gives first for the seed. */
function firstOf(seed: number): number {
  return mixed((seed + GOLDEN_STEP) >>> 0);
}

/**
 * Returns the source of whole numbers 0 … 2³² − 1 called xoshiro128** 1.1, from a given state.
 *
 * Source: D. Blackman, S. Vigna 2021, Scrambled linear pseudorandom number generators, doi 10.1145/3460772.
 * Throws RangeError when all four words are zero, for then every number would be zero.
 *
 * Example: the state 1, 2, 3, 4 gives 11520, 0, 5927040, 70819200, 2031721883, …
 */
export function xoshiro128StarStar(state: RandomState): () => number {
  if ((state[0] | state[1] | state[2] | state[3]) === 0) {
    throw new RangeError('The state of xoshiro128** must not be all zero.');
  }
  const words = Int32Array.from(state);
  return () => nextWord(words);
}

/** One step of xoshiro128** 1.1 on a state of four words. */
function nextWord(words: Int32Array): number {
  const [a, b] = [words[0] ?? 0, words[1] ?? 0];
  const c = (words[2] ?? 0) ^ a;
  const d = (words[3] ?? 0) ^ b;
  const scaled = Math.imul(b, 5);
  const shifted = b << 9;
  words[1] = b ^ c;
  words[0] = a ^ d;
  words[2] = c ^ shifted;
  words[3] = (d << 11) | (d >>> 21);
  return Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0;
}

/**
 * Returns a stream of random numbers (xoshiro128**) whose state is four outputs of splitmix32 on the seed.
 *
 * Seeds are whole numbers from 0 to 2⁵³ − 1; up to 2³² − 1 the state is exactly the published seeding, above
 * that the high bits are mixed in by a second splitmix32. Throws RangeError on any other seed. Not for secrets:
 * whoever sees a few hundred numbers can predict the rest.
 *
 * Example: makeRandom(42).uint32() is 660444221.
 */
export function makeRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`A seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, not ${seed}.`);
  }
  const low = splitmix32(seed % TWO_32);
  const highPart = Math.floor(seed / TWO_32);
  if (highPart === 0) return randomFrom([low(), low(), low(), low()]);
  const high = splitmix32(highPart);
  return randomFrom([bothWords(low, high), bothWords(low, high), bothWords(low, high), bothWords(low, high)]);
}

function bothWords(low: () => number, high: () => number): number {
  return (low() ^ high()) >>> 0;
}

function randomFrom(state: RandomState): Random {
  const origin = notAllZero(state);
  const words = Int32Array.from(origin);
  const uint32 = () => nextWord(words);
  const integer = (below: number): number => unbiased(uint32, below);
  return {
    words,
    uint32,
    integer,
    sumsOfDraws: (values, draws, into) => {
      if (values.length === 0) into.fill(0);
      else if (values.length > SMALL_BOUND) sumsOfMany(integer, values, draws, into);
      else sumsOfDraws(words, values, draws, into);
    },
    uniform: () => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992,
    uniforms: (into) => {
      fillInOneLoop(words, into);
    },
    shuffle: (items) => shuffled(items, integer),
    fork: (label) => randomFrom(derive(origin, label)),
  };
}

function notAllZero(state: RandomState): RandomState {
  return (state[0] | state[1] | state[2] | state[3]) === 0 ? [GOLDEN_STEP, 0, 0, 0] : state;
}

function unbiased(uint32: () => number, below: number): number {
  if (!Number.isInteger(below) || below < 1 || below > TWO_32) {
    throw new RangeError(`integer(below) needs a whole number from 1 to ${TWO_32}, not ${below}.`);
  }
  return below <= SMALL_BOUND ? fromProduct(uint32, below) : fromRemainder(uint32, below);
}

/** D. Lemire 2019, doi 10.1145/3230636: the high part of word · below, exact in a double while below ≤ 2²¹. */
function fromProduct(uint32: () => number, below: number): number {
  let product = uint32() * below;
  let high = Math.floor(product / TWO_32);
  let low = product - high * TWO_32;
  if (low >= below) return high;
  const least = TWO_32 % below;
  while (low < least) {
    product = uint32() * below;
    high = Math.floor(product / TWO_32);
    low = product - high * TWO_32;
  }
  return high;
}

function sumsOfMany(
  integer: (below: number) => number,
  values: Float64Array,
  draws: number,
  into: Float64Array,
): void {
  for (let at = 0; at < into.length; at++) {
    let sum = 0;
    for (let left = draws; left > 0; left--) sum += values[integer(values.length)] ?? 0;
    into[at] = sum;
  }
}

/** The steps of nextWord, two a number, in one loop with the state in variables. */
function fillInOneLoop(words: Int32Array, into: Float64Array): void {
  let [a, b, c, d] = [words[0] ?? 0, words[1] ?? 0, words[2] ?? 0, words[3] ?? 0];
  for (let at = 0; at < into.length; at++) {
    let scaled = Math.imul(b, 5);
    const high = (Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0) >>> 5;
    let shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    scaled = Math.imul(b, 5);
    const low = (Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0) >>> 6;
    shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    into[at] = (high * 67108864 + low) / 9007199254740992;
  }
  words[0] = a;
  words[1] = b;
  words[2] = c;
  words[3] = d;
}

function fromRemainder(uint32: () => number, below: number): number {
  const limit = TWO_32 - (TWO_32 % below);
  let drawn = uint32();
  while (drawn >= limit) drawn = uint32();
  return drawn % below;
}

function shuffled<T>(items: T[], integer: (below: number) => number): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = integer(last + 1);
    const kept = items[last] as T;
    items[last] = items[other] as T;
    items[other] = kept;
  }
  return items;
}

/** The state for a label: each word of the origin absorbs every UTF-16 unit of the tagged label in turn. */
function derive(origin: RandomState, label: string | number): RandomState {
  const text = typeof label === 'number' ? `n${label}` : `s${label}`;
  let [a, b, c, d] = origin;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = absorb(a, unit);
    b = absorb(b ^ a, unit + 0x10000);
    c = absorb(c ^ b, unit + 0x20000);
    d = absorb(d ^ c, unit + 0x30000);
  }
  return [firstOf(a), firstOf(b), firstOf(c), firstOf(d)];
}

function absorb(word: number, unit: number): number {
  return firstOf(word ^ Math.imul(unit + 1, GOLDEN_STEP));
}
