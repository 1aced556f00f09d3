import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kmBetween } from '../../src/geo/distance.js';
import { mapFrame } from '../../src/geo/map-frame.js';
import type { Boundary } from '../../src/model/boundary.js';
import { readFixture } from '../support/read-fixture.js';

const square = (west: number, south: number, side: number): Boundary => ({
  municipality: `${west} ${south}`,
  polygons: [
    [
      [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ],
    ],
  ],
});

const turned = (boundary: Boundary): Boundary => ({
  ...boundary,
  polygons: boundary.polygons.map((rings) => rings.map((ring) => [...ring].reverse())),
});

/** The points a path goes through. */
function pointsOf(path: string): [number, number][] {
  const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
  const points: [number, number][] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [x, y] = points.at(-1) ?? [0, 0];
    points.push([x + (numbers[at] ?? 0), y + (numbers[at + 1] ?? 0)]);
  }
  return points;
}

const mercator = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));

const positionWithin = (spread: number) =>
  fc.tuple(
    fc.double({ min: 20, max: 20 + spread, noNaN: true }),
    fc.double({ min: -10, max: -10 + spread, noNaN: true }),
  );

describe('the frame of a map', () => {
  it('lays Mercator on a region: the place of a point by the textbook formula', () => {
    const frame = mapFrame([square(20, 41, 2)], [], 440);
    const [left, bottom] = frame?.point([20, 41]) ?? [0, 0];
    const [right, top] = frame?.point([22, 43]) ?? [0, 0];
    const perRadian = (right - left) / ((2 * Math.PI) / 180);
    expect(bottom - top).toBeCloseTo(perRadian * (mercator(43) - mercator(41)), 6);
    const [x, y] = frame?.point([20.5, 42]) ?? [0, 0];
    expect(x - left).toBeCloseTo((right - left) / 4, 6);
    expect(bottom - y).toBeCloseTo(perRadian * (mercator(42) - mercator(41)), 6);
  });

  it('draws the same whichever way the rings run', async () => {
    const { study } = await readFixture('kosovo');
    const straight = mapFrame(study.boundaries, [], 440);
    const reversed = mapFrame(study.boundaries.map(turned), [], 440);
    expect(study.boundaries.length).toBe(30);
    for (const boundary of study.boundaries) {
      const one = pointsOf(straight?.outline(boundary) ?? '');
      const other = pointsOf(reversed?.outline(turned(boundary)) ?? '');
      expect(areaOf(other)).toBeCloseTo(areaOf(one), -1.5);
      const [x, y] = straight?.middle(boundary) ?? [0, 0];
      const [x2, y2] = reversed?.middle(turned(boundary)) ?? [0, 0];
      expect(Math.hypot(x - x2, y - y2)).toBeLessThan(1e-6);
      expect(areaOf(one)).toBeLessThan(0.2 * 440 * 440);
    }
    expect([reversed?.width, reversed?.height]).toEqual([straight?.width, straight?.height]);
  });

  it('keeps every point inside the frame, for a village and for a continent', () => {
    const positions = fc
      .constantFrom(0.0001, 0.5, 8, 45)
      .chain((spread) => fc.array(positionWithin(spread), { minLength: 1, maxLength: 20 }));
    fc.assert(
      fc.property(positions, (all) => {
        const frame = mapFrame([], all, 440);
        expect(frame).toBeDefined();
        for (const one of all) {
          const [x, y] = frame?.point(one) ?? [-1, -1];
          expect(x).toBeGreaterThanOrEqual(9.4);
          expect(x).toBeLessThanOrEqual(430.6);
          expect(y).toBeGreaterThanOrEqual(9.4);
          expect(y).toBeLessThanOrEqual((frame?.height ?? 0) - 9.4);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('has a scale bar of a round length that is as long as it says', () => {
    for (const side of [0.02, 0.3, 2, 9]) {
      const frame = mapFrame([square(20, 41, side)], [], 440);
      const { km, length } = frame?.scale ?? { km: 0, length: 0 };
      expect(String(km)).toMatch(/^(0\.0?[125]|[125]0*)$/);
      expect(length).toBeLessThanOrEqual(110);
      expect(length).toBeGreaterThan(40);
      const across = kmBetween([20, 41 + side / 2], [20 + side, 41 + side / 2]);
      const [left] = frame?.point([20, 41 + side / 2]) ?? [0];
      const [right] = frame?.point([20 + side, 41 + side / 2]) ?? [0];
      expect(length / (right - left)).toBeCloseTo(km / across, 3);
    }
  });

  it('is nothing without outlines and points', () => {
    expect(mapFrame([], [], 440)).toBeUndefined();
  });
});

function areaOf(points: readonly [number, number][]): number {
  let twice = 0;
  for (let at = 1; at < points.length; at += 1) {
    const [x1, y1] = points[at - 1] ?? [0, 0];
    const [x2, y2] = points[at] ?? [0, 0];
    twice += x1 * y2 - x2 * y1;
  }
  return Math.abs(twice) / 2;
}
