import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/model/failure.js';
import { keyedOffset, kilometresBetween, maskMethod, maskPosition } from '../../../src/share/mask/mask.js';
import type { Position } from '../../../src/model/boundary.js';
import { STANDARD_DONUT, type RadiusLaw } from '../../../src/share/mask/radius.js';
import { randomStream } from '../../support/tables.js';

const keyedWith = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('hex');
const keyed = keyedWith('a key of the test');
const DRAWS = 100_000;

/** Distances, sorted, that the key gives 100,000 spots. */
function distances(law: RadiusLaw): Float64Array {
  return Float64Array.from(
    { length: DRAWS },
    (_, at) => keyedOffset(`spot ${at}`, law, keyed).distance,
  ).sort();
}

/** Kolmogorov–Smirnov distance of sorted numbers from a distribution function. */
function ksDistance(sorted: Float64Array, below: (value: number) => number): number {
  let most = 0;
  for (const [at, value] of sorted.entries()) {
    const expected = below(value);
    most = Math.max(
      most,
      Math.abs((at + 1) / sorted.length - expected),
      Math.abs(expected - at / sorted.length),
    );
  }
  return most;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
const mean = (values: Iterable<number>) => {
  const all = [...values];
  return all.reduce((sum, value) => sum + value, 0) / all.length;
};

describe('the distance of 100,000 keyed draws', () => {
  it.each([
    [
      'donut 0.5–2 km',
      { kind: 'donut', least: 0.5, most: 2 } as const,
      (r: number) => clamp((r * r - 0.25) / 3.75),
      1.4,
    ],
    [
      'the standard donut',
      STANDARD_DONUT,
      (r: number) => clamp((r * r - 0.866 ** 2) / (4 - 0.866 ** 2)),
      (2 / 3) * ((8 - 0.866 ** 3) / (4 - 0.866 ** 2)),
    ],
    ['DHS urban', { kind: 'dhs-urban' } as const, (r: number) => clamp(r / 2), 1],
    [
      'DHS rural',
      { kind: 'dhs-rural' } as const,
      (r: number) => 0.99 * clamp(r / 5) + 0.01 * clamp(r / 10),
      2.525,
    ],
  ])('%s follows its law', (_, law, below, expected) => {
    const drawn = distances(law);
    expect(ksDistance(drawn, below)).toBeLessThan(0.01);
    expect(mean(drawn)).toBeCloseTo(expected, 1);
  });

  it('turns in every direction alike', () => {
    const turns = Float64Array.from(
      { length: DRAWS },
      (_, at) => keyedOffset(`spot ${at}`, STANDARD_DONUT, keyed).turn,
    ).sort();
    expect(ksDistance(turns, clamp)).toBeLessThan(0.01);
  });
});

/** Two areas with a crooked border near 21° E. */
const areaOf = ([longitude, latitude]: Position) =>
  longitude < 21 + 0.02 * Math.sin(40 * latitude) ? 'west' : 'east';
const SPOTS = Array.from({ length: 2000 }, (_, at) => {
  const random = randomStream(at + 1);
  return { id: `s${at}`, at: [20.9 + 0.2 * random(), 42.5 + 0.2 * random()] as Position };
});

describe.each(['grid', 'donut', 'dhs'] as const)('the %s mask', (method) => {
  const masked = (key: string) =>
    SPOTS.map(({ id, at }) => maskPosition(id, at, { method, keyed: keyedWith(key), areaOf }));

  it('keeps every point in its area and in coarse coordinates', () => {
    const points = masked('k');
    expect(points.filter((point) => point !== undefined).length).toBeGreaterThan(1990);
    for (const [at, point] of points.entries()) {
      if (point === undefined) continue;
      expect(areaOf(point)).toBe(areaOf(SPOTS[at]?.at ?? [0, 0]));
      expect(point.map((degrees) => Math.round(degrees * 1000) / 1000)).toEqual(point);
    }
  });

  it('gives the averager of 50 releases nothing', () => {
    const releases = Array.from({ length: 50 }, () => masked('the same key'));
    const error = (point: Position | undefined, at: number) =>
      point === undefined ? 0 : kilometresBetween(SPOTS[at]?.at ?? [0, 0], point);
    const one = mean((releases[0] ?? []).map(error));
    const averaged = SPOTS.map((_, at): Position | undefined => {
      const points = releases.map((release) => release[at]).filter((point) => point !== undefined);
      return points.length === 0
        ? undefined
        : [mean(points.map(([longitude]) => longitude)), mean(points.map(([, latitude]) => latitude))];
    });
    expect(mean(averaged.map(error))).toBeGreaterThan(0.95 * one);
    expect(one).toBeGreaterThan(0.3);
  });
});

describe('a keyed mask', () => {
  it('never puts a donut point nearer than its least distance', () => {
    for (const { id, at } of SPOTS) {
      const point = maskPosition(id, at, { method: 'donut', keyed, areaOf });
      if (point !== undefined) expect(kilometresBetween(at, point)).toBeGreaterThanOrEqual(0.866);
    }
  });

  it('is not found by guessing: none of 2^20 numbers used as the key gives the offset', () => {
    const true_ = keyed('spotwise mask 1|donut|s1|0');
    let matches = 0;
    for (let guess = 0; guess < 2 ** 20; guess += 1) {
      if (keyedWith(String(guess))('spotwise mask 1|donut|s1|0') === true_) matches += 1;
    }
    expect(matches).toBe(0);
  });

  it('needs a key, but a grid does not', () => {
    const at: Position = [20.95, 42.6];
    expect(() => maskPosition('s', at, { method: 'donut', areaOf })).toThrow(UsageError);
    expect(maskPosition('s', at, { method: 'grid', areaOf })).toBeDefined();
  });

  it.each([
    ['voronoi', /half way to its nearest neighbour/],
    ['gaussian', /averaging/],
    ['__proto__', /grid, donut or dhs/],
  ])('%s is refused with the reason', (name, reason) => {
    expect(() => maskMethod(name)).toThrow(reason);
    expect(() => maskMethod(name)).toThrow(UsageError);
  });
});
