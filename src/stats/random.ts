/** A stream of random numbers that is the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from 0 to 4294967295, each equally likely. */
  readonly uint32: () => number;
  /** A number from 0 up to but not including 1, with 53 random bits. */
  readonly uniform: () => number;
  /** A whole number from 0 up to but not including `below` (1 to 4294967296), each equally likely. */
  readonly integer: (below: number) => number;
  /** Puts the items of an array in a random order, in place, and returns the array. */
  readonly shuffle: <Item>(items: Item[]) => Item[];
}

/**
 * Returns a seeded stream of random numbers: xoshiro128** with its four words filled by splitmix32.
 *
 * Not for secrets: who sees a few numbers can compute the next ones.
 * Source: Blackman and Vigna (2021), Scrambled Linear Pseudorandom Number Generators, 10.1145/3460772.
 *
 * @example makeRandom(7).integer(6); // always the same face of a die
 */
export function makeRandom(seed: number): Random {
  let [a, b, c, d] = seedWords(seed);
  const uint32 = (): number => {
    const scrambled = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return scrambled;
  };
  const uniform = (): number => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992;
  const integer = (below: number): number => {
    const limit = 4294967296 - (4294967296 % below);
    let draw = uint32();
    while (draw >= limit) draw = uint32();
    return draw % below;
  };
  return { uint32, uniform, integer, shuffle: (items) => shuffle(items, integer) };
}

function seedWords(seed: number): [number, number, number, number] {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return word ^ (word >>> 15);
  };
  return [next(), next(), next(), next()];
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function shuffle<Item>(items: Item[], integer: (below: number) => number): Item[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const pick = integer(last + 1);
    const moved = items[last];
    const picked = items[pick];
    if (moved === undefined || picked === undefined) continue;
    items[last] = picked;
    items[pick] = moved;
  }
  return items;
}
