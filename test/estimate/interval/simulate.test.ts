import { describe, expect, it } from 'vitest';
import { simulate, type ThreePointSpot } from '../../../src/estimate/interval/simulate.js';
import { makeRandom } from '../../../src/stats/random.js';
import { codeOf } from '../../support/code-of.js';

function spotsWith(change: Partial<ThreePointSpot>): ThreePointSpot[] {
  return Array.from({ length: 40 }, (_, at) => ({ spotId: `s${at}`, low: 6, mode: 10, high: 17, ...change }));
}

const SETTINGS = { shape: 'triangular', replicates: 4000 } as const;

describe('simulate', () => {
  it('draws a triangular total with the known mean and spread when spots err alone', () => {
    const result = simulate(spotsWith({}), makeRandom(1), SETTINGS);
    const variance = 40 * ((36 + 100 + 289 - 60 - 102 - 170) / 18);
    expect(result.estimate).toBe(400);
    expect(Math.abs(result.mean - 440)).toBeLessThan(4 * Math.sqrt(variance / 4000));
    expect(Math.abs(result.high - result.low - 3.92 * Math.sqrt(variance))).toBeLessThan(
      4 * result.monteCarloError,
    );
    expect(result).toMatchObject({ level: 0.95, basis: 'spread', replicates: 4000 });
  });

  it('widens to the sum of single intervals when all spots share an informant', () => {
    const shared = simulate(spotsWith({ informant: 'i1' }), makeRandom(2), {
      ...SETTINGS,
      share_informant: 1,
    });
    const one = simulate(spotsWith({}).slice(0, 1), makeRandom(3), SETTINGS);
    expect(Math.abs(shared.high - shared.low - 40 * (one.high - one.low))).toBeLessThan(
      4 * (shared.monteCarloError + 40 * one.monteCarloError),
    );
  });

  it('grows with what is shared in an area, and leaves the mean', () => {
    const runs = [0, 0.3, 0.8].map((share_area) =>
      simulate(spotsWith({ area: 'a' }), makeRandom(4), { ...SETTINGS, share_area }),
    );
    const widths = runs.map(({ low, high }) => high - low);
    expect(widths[1]).toBeGreaterThan(2 * (widths[0] ?? 0));
    expect(widths[2]).toBeGreaterThan(1.3 * (widths[1] ?? 0));
    for (const run of runs) expect(Math.abs(run.mean - 440)).toBeLessThan(6);
  });

  it('gives two spots of one area the correlation asked for', () => {
    // Narrow log-normals are nearly normal: Var(total) = sd² · [n + n · (n − 1) · share].
    const spots = spotsWith({ area: 'a', low: 9.9, mode: 10, high: 10.1 });
    const settings = { shape: 'log-normal', replicates: 20_000, share_area: 0.25 } as const;
    const { low, high } = simulate(spots, makeRandom(10), settings);
    const expected = (0.1 / 1.959964) * Math.sqrt(40 + 40 * 39 * 0.25);
    expect(Math.abs((high - low) / (2 * 1.959964) / expected - 1)).toBeLessThan(0.03);
  });

  it('lets spots without an informant err by themselves', () => {
    const alone = simulate(spotsWith({}), makeRandom(5), { ...SETTINGS, share_informant: 0.9 });
    const free = simulate(spotsWith({}), makeRandom(6), SETTINGS);
    expect(Math.abs(alone.high - alone.low - (free.high - free.low))).toBeLessThan(5 * free.monteCarloError);
  });

  it.each(['triangular', 'pert', 'log-normal'] as const)(
    'gives the same bytes for the same seed (%s)',
    (shape) => {
      const spots = spotsWith({ area: 'a' }).map((spot, at) => ({ ...spot, informant: `i${at % 7}` }));
      const settings = { shape, replicates: 500, share_area: 0.2, share_informant: 0.3 };
      const given = simulate(spots, makeRandom(7), settings);
      expect(simulate(makeRandom(1).shuffle([...spots]), makeRandom(7), settings)).toEqual(given);
      expect(simulate(spots, makeRandom(8), settings).low).not.toBe(given.low);
      expect(given.low).toBeLessThan(given.mean);
      expect(given.high).toBeGreaterThan(given.mean);
    },
  );

  it('reads log-normal ends as limits of the level given', () => {
    const mode = 10 * Math.exp(-0.25 * 0.25);
    const ends = { low: 10 * Math.exp(-1.959964 * 0.25), mode, high: 10 * Math.exp(1.959964 * 0.25) };
    const spots = [{ spotId: 'a', ...ends }];
    const result = simulate(spots, makeRandom(9), { shape: 'log-normal', replicates: 20_000 });
    expect(Math.abs(result.low - ends.low)).toBeLessThan(0.15);
    expect(Math.abs(result.high - ends.high)).toBeLessThan(0.4);
  });

  it('refuses what cannot be', () => {
    const random = makeRandom(1);
    const spot = { spotId: 'a', low: 1, mode: 2, high: 3 };
    expect(codeOf(() => simulate([], random, SETTINGS))).toBe('nothing-counted');
    expect(codeOf(() => simulate([spot, spot], random, SETTINGS))).toBe('duplicate-spot');
    expect(codeOf(() => simulate([{ ...spot, mode: 4 }], random, SETTINGS))).toBe('range-out-of-order');
    expect(codeOf(() => simulate([{ ...spot, mode: Number.NaN }], random, SETTINGS))).toBe(
      'range-out-of-order',
    );
    expect(codeOf(() => simulate([{ ...spot, low: -1 }], random, SETTINGS))).toBe('not-a-count');
    const tooMuch = { ...SETTINGS, share_area: 0.6, share_informant: 0.6 };
    expect(codeOf(() => simulate([spot], random, tooMuch))).toBe('setting-out-of-range');
    const zero = { ...spot, low: 0 };
    expect(codeOf(() => simulate([zero], random, { shape: 'log-normal' }))).toBe('setting-out-of-range');
  });
});
