import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaKm2, outlineFaults } from '../../src/geo/outline-faults.js';
import type { Boundary, Ring } from '../../src/model/boundary.js';

/** A rectangle by west, south, east and north. */
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const outline = (municipality: string, ...rings: readonly Ring[]): Boundary => ({
  municipality,
  polygons: [rings],
});

const kinds = (...outlines: readonly Boundary[]) => outlineFaults(outlines).map(({ kind }) => kind);

describe('faults in the shapes of outlines', () => {
  it('finds none where rectangles share their borders', () => {
    expect(kinds(outline('A', box(20, 42, 21, 43)), outline('B', box(21, 42, 22, 43)))).toEqual([]);
  });

  it('measures an overlap', () => {
    const [fault] = outlineFaults([outline('A', box(20, 42, 21, 43)), outline('B', box(20.9, 42, 22, 43))]);
    expect(fault).toMatchObject({ kind: 'overlap', municipality: 'A', other: 'B' });
    expect(fault?.kind === 'overlap' && fault.km2).toBeCloseTo(areaKm2([[box(20.9, 42, 21, 43)]]), 6);
  });

  it('finds ground that is enclosed and nobody covers, not the sea around', () => {
    const ring = [
      outline('N', box(20, 42.8, 21, 43)),
      outline('S', box(20, 42, 21, 42.2)),
      outline('W', box(20, 42.2, 20.2, 42.8)),
      outline('E', box(20.8, 42.2, 21, 42.8)),
    ];
    const [fault, ...others] = outlineFaults(ring);
    expect(others).toEqual([]);
    expect(fault?.kind === 'gap' && fault.km2).toBeCloseTo(areaKm2([[box(20.2, 42.2, 20.8, 42.8)]]), 6);
    expect(kinds(...ring, outline('M', box(20.2, 42.2, 20.8, 42.8)))).toEqual([]);
  });

  it('takes a municipality inside the hole of another for what it is', () => {
    expect(
      kinds(
        outline('A', box(20, 42, 21, 43), box(20.4, 42.4, 20.6, 42.6)),
        outline('B', box(20.4, 42.4, 20.6, 42.6)),
      ),
    ).toEqual([]);
  });

  it('finds a border that crosses itself and a hole that lies outside', () => {
    const bowTie: Ring = [
      [20, 42],
      [21, 43],
      [21, 42],
      [20, 43],
      [20, 42],
    ];
    expect(kinds(outline('A', bowTie))).toEqual(['crossing']);
    expect(kinds(outline('A', box(20, 42, 21, 43), box(22, 42, 23, 43)))).toContain('hole-outside');
  });

  it('leaves the slivers of two hands alone', () => {
    expect(kinds(outline('A', box(20, 42, 21.000_000_5, 43)), outline('B', box(21, 42, 22, 43)))).toEqual([]);
  });

  it('gives the area of a rectangle on the sphere, whichever way it runs', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 160, noNaN: true }),
        fc.double({ min: -70, max: 60, noNaN: true }),
        (west, south) => {
          const ring = box(west, south, west + 2, south + 1);
          const radians = Math.PI / 180;
          const exact =
            6371.0088 ** 2 * 2 * radians * (Math.sin((south + 1) * radians) - Math.sin(south * radians));
          expect(areaKm2([[ring]]) / exact).toBeCloseTo(1, 9);
          expect(areaKm2([[[...ring].reverse()]]) / exact).toBeCloseTo(1, 9);
        },
      ),
      { seed: 1 },
    );
  });
});
