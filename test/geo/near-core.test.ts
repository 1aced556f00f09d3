import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kmBetween } from '../../src/geo/distance.js';
import { layCells, sweepCells, type KnownPositions } from '../../src/geo/near-cells.js';
import { CORE_SOURCE } from '../../src/geo/near-core-bytes.js';
import { sweepCompiled } from '../../src/geo/near-core.js';
import { nearPairs } from '../../src/geo/near-pairs.js';
import { makeRandom } from '../../src/stats/random.js';

const limit = (y: number) => Math.max(-90, Math.min(90, y));

/** So many positions around a latitude, some of them in heaps and some at one place. */
function positions(seed: number, count: number, { middle, spread }: { middle: number; spread: number }) {
  const random = makeRandom(seed);
  const heaps = Array.from({ length: 20 }, () => [random.uniform(), random.uniform()] as const);
  const place = (): readonly [number, number] => {
    const [y, x] = heaps[random.integer(heaps.length)] ?? [0, 0];
    const isInHeap = random.integer(3) > 0;
    const near = isInHeap ? 0.002 * random.uniform() : random.uniform();
    const other = isInHeap ? 0.002 * random.uniform() : random.uniform();
    return random.integer(20) === 0 ? [y, x] : isInHeap ? [y + near, x + other] : [near, other];
  };
  const all = Array.from({ length: count }, place);
  return {
    numbers: Int32Array.from(all.keys()),
    lat: Float64Array.from(all, ([y]) => limit(middle + spread * (y - 0.5))),
    lon: Float64Array.from(all, ([, x]) => 21 + spread * (x - 0.5)),
  } satisfies KnownPositions;
}

type Sweep = (
  known: KnownPositions,
  frame: ReturnType<typeof layCells>,
  meet: (one: number, other: number) => void,
) => unknown;

function metBy(sweep: Sweep, known: KnownPositions, km: number): string[] {
  const met: string[] = [];
  sweep(known, layCells(known, km), (one, other) => met.push(`${one} ${other}`));
  return met;
}

describe('the compiled sweep', () => {
  it('is compiled from the source that lies beside it', () => {
    const source = readFileSync('core/near-pairs.ts');
    expect(createHash('sha256').update(source).digest('hex')).toBe(CORE_SOURCE);
  });

  it('meets the pairs that the plain one meets, in the same order', () => {
    let pairs = 0;
    for (const [at, middle] of [0, 42, -60, 89.99, -89.5, 12].entries()) {
      for (const km of [0, 1e-6, 0.02, 0.5, 30]) {
        const known = positions(100 * at + 1, 2500, { middle, spread: km > 1 ? 20 : 0.5 });
        const wanted = metBy(sweepCells, known, km);
        pairs += wanted.length;
        expect(metBy(sweepCompiled, known, km)).toEqual(wanted);
      }
    }
    expect(pairs).toBeGreaterThan(100_000);
  });

  it('goes on where its room for pairs was full', () => {
    const known = positions(7, 1500, { middle: 10, spread: 0.01 });
    const met = metBy(sweepCompiled, known, 5);
    expect(met.length).toBe((1500 * 1499) / 2);
    expect(met).toEqual(metBy(sweepCells, known, 5));
  });

  it('leaves nearPairs what trying every pair finds, positions that are not known among them', () => {
    const known = positions(9, 1300, { middle: 42, spread: 0.2 });
    for (let at = 0; at < 1300; at += 7) (at % 2 === 0 ? known.lat : known.lon)[at] = Number.NaN;
    const found: string[] = [];
    nearPairs(known, 0.05, (one, other, km) => found.push(`${one} ${other} ${km.toFixed(9)}`));
    const wanted: string[] = [];
    for (let one = 0; one < 1300; one += 1) {
      for (let other = one + 1; other < 1300; other += 1) {
        const places = [one, other].map((at) => [known.lon[at] ?? 0, known.lat[at] ?? 0] as const);
        const km = kmBetween(places[0] ?? [0, 0], places[1] ?? [0, 0]);
        if (km <= 0.05) wanted.push(`${one} ${other} ${km.toFixed(9)}`);
      }
    }
    expect(wanted.length).toBeGreaterThan(500);
    expect(found.sort()).toEqual(wanted.sort());
  });
});
