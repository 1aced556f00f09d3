import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kmBetween } from '../../src/geo/distance.js';
import { nearPairs } from '../../src/geo/near-pairs.js';

function found(points: readonly (readonly [number, number])[], km: number): string[] {
  const lat = Float64Array.from(points, ([y]) => y);
  const lon = Float64Array.from(points, ([, x]) => x);
  const pairs: string[] = [];
  nearPairs({ lat, lon }, km, (one, other, apart) => pairs.push(`${one} ${other} ${apart}`));
  return pairs.sort();
}

/** Every pair tried. */
function tried(points: readonly (readonly [number, number])[], km: number): string[] {
  const pairs: string[] = [];
  points.forEach(([y, x], one) => {
    points.forEach(([v, u], other) => {
      const apart = kmBetween([x, y], [u, v]);
      if (one < other && apart <= km) pairs.push(`${one} ${other} ${apart}`);
    });
  });
  return pairs.sort();
}

/** Positions around a latitude on the meridian of 20 degrees. */
const place = (middle: number, spread: number) =>
  fc.array(
    fc.tuple(
      fc.double({ noNaN: true, min: middle - spread, max: middle + spread }),
      fc.double({ noNaN: true, min: 20 - spread, max: 20 + spread }),
    ),
    { maxLength: 40 },
  );

describe('pairs within a distance', () => {
  it('are those that trying every pair finds, near the equator and near the pole', () => {
    const points = fc.oneof(place(0, 0.002), place(42.5, 0.003), place(-89, 0.02), place(10, 1));
    let pairs = 0;
    fc.assert(
      fc.property(points, fc.constantFrom(0, 1e-9, 0.001, 0.05, 0.3, 20), (all, km) => {
        const wanted = tried(all, km);
        pairs += wanted.length;
        expect(found(all, km)).toEqual(wanted);
      }),
      { numRuns: 600, seed: 50 },
    );
    expect(pairs).toBeGreaterThan(1000);
  });

  it('are those at just the distance too, and of equal positions', () => {
    const north = (50 / 1000 / 6371.0088) * (180 / Math.PI);
    const points = [
      [42, 21],
      [42 + north, 21],
      [42, 21],
      [42 + 3 * north, 21],
    ] as const;
    const km = kmBetween([21, 42], [21, 42 + north]);
    expect(found(points, km)).toEqual(tried(points, km));
    expect(found(points, km)).toHaveLength(3);
  });

  it('are none of positions that are not known, and none without positions', () => {
    expect(
      found(
        [
          [Number.NaN, 1],
          [1, 1],
          [1, Number.NaN],
          [1, 1],
        ],
        1,
      ),
    ).toEqual(['1 3 0']);
    expect(found([], 1)).toEqual([]);
  });
});
