import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyRepeats, mixed } from '../../src/columns/likely-repeats.js';

describe('rows that may be repeated', () => {
  it('hold every row that is like another, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.integer()), { maxLength: 400 }), (pairs) => {
        const keys = pairs.map(([one, other]) => `${one} ${other % 3}`);
        const found = likelyRepeats(keys.length, (row) =>
          mixed(mixed(0, pairs[row]?.[0] ?? 0), (pairs[row]?.[1] ?? 0) % 3),
        );
        const alike = keys.flatMap((key, row) =>
          keys.filter((each) => each === key).length > 1 ? [row] : [],
        );
        expect(alike.filter((row) => !found.includes(row))).toEqual([]);
        expect([...found].sort((a, b) => a - b)).toEqual([...found]);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('are few where no row is like another', () => {
    const found = likelyRepeats(100_000, (row) => mixed(mixed(0, row), row * 7));
    expect(found.length).toBeLessThan(15_000);
  });

  it('are all of them where every hash is the same, and none of no rows', () => {
    expect(likelyRepeats(50, () => -1)).toHaveLength(50);
    expect(likelyRepeats(0, () => 0)).toHaveLength(0);
  });
});
