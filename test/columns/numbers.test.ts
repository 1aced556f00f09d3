import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyOf, keeperOf, numberIn, widened, type Numbers } from '../../src/columns/numbers.js';

const number = fc.oneof(
  fc.constantFrom(Number.NaN, 0, -0, 254, 255, 256, 65_534, 65_535, 65_536, 16_777_217, 0.1, 0.5, -1),
  fc.integer({ min: 0, max: 300 }),
  fc.double(),
);

/** Bytes a number takes that comes first in its column. */
const bytesOf = (given: number) => {
  const held = new Uint8Array(1);
  return (keeperOf(held)(given) ? held : widened(held, given, 0)).BYTES_PER_ELEMENT;
};

describe('numbers in as few bytes as they need', () => {
  it('come back to the last bit, empty cells among them', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 20 }), (given) => {
        let held: Numbers = new Uint8Array(given.length);
        for (const [row, one] of given.entries()) {
          if (!Number.isNaN(one) && !keeperOf(held)(one)) held = widened(held, one, row);
          held[row] = Number.isNaN(one) ? emptyOf(held) : one;
        }
        const read = numberIn(held);
        expect(given.map((_, row) => read(row))).toEqual(given);
        expect(read(given.length)).toBeNaN();
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('take no more bytes than the widest of them needs', () => {
    expect([254, 255, 65_534, 65_535, 2.5, 16_777_217, 0.1].map(bytesOf)).toEqual([1, 2, 2, 4, 4, 8, 8]);
  });
});
