import { DrawCore } from './draw-core.js';

const TWO_32 = 4294967296;
const IN_TWO_32 = 1 / TWO_32;

/**
 * Fills `into` with sums of so many values drawn with replacement, from the stream of xoshiro128** whose four words are
 * given and go on from there; at most 2²¹ values. By the compiled core where the machine runs it, with the same bits.
 */
export function sumsOfDraws(
  words: Int32Array,
  values: Float64Array,
  draws: number,
  into: Float64Array,
): void {
  const core = DrawCore.get();
  if (core === undefined) sumsInOneLoop(words, values, draws, into);
  else core.sumsOfDraws(words, values, draws, into);
}

/** The steps of `nextWord` and `fromProduct` (random.ts) in one loop, the state in variables: what the core is held to. */
export function sumsInOneLoop(
  words: Int32Array,
  values: Float64Array,
  draws: number,
  into: Float64Array,
): void {
  const below = values.length;
  const least = TWO_32 % below;
  let [a, b, c, d] = [words[0] ?? 0, words[1] ?? 0, words[2] ?? 0, words[3] ?? 0];
  for (let at = 0; at < into.length; at++) {
    let sum = 0;
    for (let left = draws; left > 0;) {
      const scaled = Math.imul(b, 5);
      const product = (Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0) * below;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      const high = (product * IN_TWO_32) | 0;
      if (product - high * TWO_32 < least) continue;
      sum += values[high] ?? 0;
      left--;
    }
    into[at] = sum;
  }
  words[0] = a;
  words[1] = b;
  words[2] = c;
  words[3] = d;
}
