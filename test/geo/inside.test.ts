import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { municipalityFinder, outlineFinder } from '../../src/geo/inside.js';
import type { Boundary, Position, Ring } from '../../src/model/boundary.js';
import { makeRandom } from '../../src/stats/random.js';

/** What Turf says of every outline in turn: the first in file order that holds the position, edges inside. */
function firstByTurf(boundaries: readonly Boundary[], position: Position): number {
  return boundaries.findIndex(({ polygons }) =>
    booleanPointInPolygon([...position], {
      type: 'MultiPolygon',
      coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
    }),
  );
}

const outline = (polygons: readonly (readonly Ring[])[], at = 0): Boundary => ({
  municipality: `M${at}`,
  polygons,
});

const closed = (positions: readonly Position[]): Ring => [...positions, positions[0] ?? [0, 0]];

/** A ring around a middle whose corners are as far off it as drawn: a star with any number of dents. */
function star([x, y]: Position, distances: readonly number[]): Ring {
  return closed(
    distances.map((distance, at): Position => {
      const angle = (2 * Math.PI * at) / distances.length;
      return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
    }),
  );
}

describe('the outline that holds a position', () => {
  it('is the one Turf finds, on edges, corners and holes too', () => {
    const lattice = fc.integer({ min: 0, max: 6 });
    const point = fc.tuple(lattice, lattice);
    const ring = fc.array(point, { minLength: 3, maxLength: 9 }).map((positions) => closed(positions));
    const boundaries = fc.array(
      fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
      { minLength: 1, maxLength: 4 },
    );
    const halves = fc.integer({ min: -1, max: 13 }).map((half) => half / 2);
    fc.assert(
      fc.property(
        boundaries,
        fc.array(fc.tuple(halves, halves), { minLength: 1, maxLength: 40 }),
        (all, positions) => {
          const outlines = all.map((polygons, at) => outline(polygons, at));
          const find = outlineFinder(outlines);
          for (const [x, y] of positions) expect(find(x, y)).toBe(firstByTurf(outlines, [x, y]));
        },
      ),
      { numRuns: 1500, seed: 17 },
    );
  });

  it('is the one Turf finds among detailed outlines with holes, at random and right on their edges', () => {
    const random = makeRandom(50);
    const around = (middle: Position, size: number, corners: number) =>
      star(
        middle,
        Array.from({ length: corners }, () => size * (0.7 + 0.3 * random.uniform())),
      );
    const outlines = Array.from({ length: 25 }, (_, at) => {
      const middle: Position = [20 + (at % 5), 42 + Math.floor(at / 5)];
      const island: Position = [middle[0] + 0.9, middle[1]];
      return outline([[around(middle, 0.62, 400), around(middle, 0.2, 60)], [around(island, 0.1, 30)]], at);
    });
    const find = outlineFinder(outlines);
    const seen = { inside: 0, outside: 0 };
    for (let turn = 0; turn < 1200; turn += 1) {
      const rings = outlines[random.integer(25)]?.polygons.flat() ?? [];
      const ring = rings[random.integer(rings.length)] ?? [];
      const at = random.integer(ring.length - 1);
      const [a, b] = [ring[at] ?? [0, 0], ring[at + 1] ?? [0, 0]];
      const share = [0, 0.5, random.uniform()][turn % 3] ?? 0;
      const position: Position =
        turn % 2 === 0
          ? [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
          : [19 + 7 * random.uniform(), 41 + 7 * random.uniform()];
      const found = find(position[0], position[1]);
      expect(found).toBe(firstByTurf(outlines, position));
      seen[found < 0 ? 'outside' : 'inside'] += 1;
    }
    expect(Math.min(seen.inside, seen.outside)).toBeGreaterThan(150);
  });

  it('is none without outlines, off the map or where a coordinate is no number', () => {
    const square = outline([
      [
        closed([
          [0, 0],
          [2, 0],
          [2, 2],
          [0, 2],
        ]),
      ],
    ]);
    expect(outlineFinder([])(1, 1)).toBe(-1);
    const find = municipalityFinder([square]);
    expect(find([1, 1])).toBe('M0');
    expect(find([2, 2])).toBe('M0');
    expect(find([2.0001, 1])).toBeUndefined();
    expect(find([Number.NaN, 1])).toBeUndefined();
  });
});
