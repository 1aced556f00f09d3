import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedOf, indexEffects, type FactorModel } from '../../../src/estimate/level-1/factor-model.js';
import { fitFactors } from '../../../src/estimate/level-1/fit-factors.js';
import { fitScatter } from '../../../src/estimate/level-1/fit-scatter.js';
import type { Pair } from '../../../src/estimate/level-1/tracked-figure.js';

interface Said {
  readonly said: number;
  readonly found: number;
  readonly by?: string;
  readonly typology?: string;
  readonly municipality?: string;
}

const pairOf = (
  { said, found, by = 'vendor', typology = 'bar', municipality = 'North' }: Said,
  at: number,
): Pair => ({
  spotId: `S${at}`,
  said,
  found,
  typology,
  municipality,
  informants: new Map([[by, 1]]),
  saidBy: new Map([[by, said]]),
});

const fit = (rows: readonly Said[]) => fitFactors(rows.map(pairOf));

function factorFor(model: FactorModel | undefined, of: Omit<Said, 'said' | 'found'>): number {
  if (model === undefined) return Number.NaN;
  const figure = { ...pairOf({ said: 1, found: 0, ...of }, 0), found: undefined };
  return expectedOf(figure, model.logFactors, indexEffects(model.effects)).factor;
}

const random = fc.record({
  said: fc.integer({ min: 0, max: 60 }),
  found: fc.integer({ min: 0, max: 60 }),
  by: fc.constantFrom('vendor', 'driver', 'member'),
  typology: fc.constantFrom('bar', 'street'),
  municipality: fc.constantFrom('North', 'South', 'East'),
});

describe('pooled factors', () => {
  it('find two types of informant who err exactly, one saying twice and one half of what is there', () => {
    const rows = [8, 10, 14, 20].flatMap((there) => [
      { said: 2 * there, found: there, by: 'driver' },
      { said: there / 2, found: there, by: 'vendor' },
    ]);
    const model = fit(rows);
    expect(factorFor(model, { by: 'driver' })).toBeCloseTo(0.5, 3);
    expect(factorFor(model, { by: 'vendor' })).toBeCloseTo(2, 3);
  });

  it('add up what informants of several types said, each with the factor of their type', () => {
    const rows = [8, 10, 14, 20].flatMap((there) => [
      { said: 2 * there, found: there, by: 'driver' },
      { said: there / 2, found: there, by: 'vendor' },
    ]);
    const model = fit(rows);
    if (model === undefined) throw new Error('no model');
    const both = {
      ...pairOf({ said: 25, found: 0 }, 0),
      informants: new Map([
        ['driver', 0.8],
        ['vendor', 0.2],
      ]),
    };
    const { factor } = expectedOf(both, model.logFactors, indexEffects(model.effects));
    expect(25 * factor).toBeCloseTo(20 * 0.5 + 5 * 2, 1);
  });

  it('are found / said over all where groups do not differ', () => {
    const rows = [10, 16, 24, 30, 12, 18].map((said, at) => ({
      said,
      found: said / 2 + (at % 2 === 0 ? 1 : -1),
      typology: at < 3 ? 'bar' : 'street',
    }));
    const raw = rows.reduce((sum, row) => sum + row.found, 0) / rows.reduce((sum, row) => sum + row.said, 0);
    const model = fit(rows);
    expect(factorFor(model, { typology: 'bar' })).toBeCloseTo(raw, 2);
    expect(factorFor(model, { typology: 'street' })).toBeCloseTo(raw, 2);
  });

  it('draw a group with one pair further towards the overall factor than a group with many', () => {
    const noise = [0, 2, -2, 1, -1, 2, -2, 0];
    const many = (factor: number, municipality: string) =>
      noise.map((off) => ({ said: 20, found: 20 * factor + off, municipality }));
    const model = fit([
      ...many(0.5, 'A'),
      ...many(1, 'B'),
      ...many(0.75, 'C'),
      { said: 20, found: 20, municipality: 'D' },
    ]);
    expect(factorFor(model, { municipality: 'B' })).toBeGreaterThan(0.95);
    expect(factorFor(model, { municipality: 'D' })).toBeLessThan(factorFor(model, { municipality: 'B' }));
    expect(factorFor(model, { municipality: 'D' })).toBeGreaterThan(0.75);
    expect(factorFor(model, { municipality: 'elsewhere' })).toBeCloseTo(
      Math.exp(model?.logFactors[0] ?? 0),
      12,
    );
  });

  it('are the mode of the penalised quasi-likelihood: no small move makes it larger', () => {
    fc.assert(
      fc.property(fc.array(random, { minLength: 6, maxLength: 30 }), (rows) => {
        const pairs = rows.filter(({ said }) => said > 0);
        const model = fit(pairs);
        if (model === undefined) return;
        const index = indexEffects(model.effects);
        const value = (logFactors: readonly number[]) =>
          pairs.map(pairOf).reduce((sum, pair) => {
            const expected = pair.said * expectedOf(pair, logFactors, index).factor;
            return sum + (pair.found * Math.log(expected) - expected) / model.dispersion;
          }, 0) -
          model.effects.reduce(
            (sum, { kind }, at) => sum + (logFactors[at + 1] ?? 0) ** 2 / (2 * model.variances[kind]),
            0,
          );
        const best = value(model.logFactors);
        for (const at of model.logFactors.keys()) {
          for (const move of [-0.02, 0.02]) {
            const moved = model.logFactors.map((factor, other) => (other === at ? factor + move : factor));
            expect(value(moved)).toBeLessThanOrEqual(best + 1e-3);
          }
        }
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('are above 0 and finite whatever was said and found', () => {
    fc.assert(
      fc.property(fc.array(random, { maxLength: 30 }), (rows) => {
        const model = fit(rows);
        if (model === undefined) return;
        for (const row of rows) {
          const factor = factorFor(model, row);
          expect(factor).toBeGreaterThan(0);
          expect(factor).toBeLessThan(Infinity);
        }
        expect(model.covariance.flat().every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it('stay finite where nobody was found in a group, and where one report is a thousand times too low', () => {
    const rows = [10, 20, 30].flatMap((said) => [
      { said, found: 0, typology: 'street' },
      { said, found: said, typology: 'bar' },
    ]);
    expect(factorFor(fit(rows), { typology: 'street' })).toBeGreaterThan(0);
    const wild = fit([...rows, { said: 1, found: 1000, typology: 'park' }]);
    expect(Number.isFinite(factorFor(wild, { typology: 'park' }))).toBe(true);
  });

  it('spread persons found where nobody was said over the other pairs, as one factor for all does', () => {
    const model = fit([
      { said: 10, found: 5 },
      { said: 10, found: 5 },
      { said: 10, found: 5 },
      { said: 0, found: 6 },
    ]);
    expect(factorFor(model, {})).toBeCloseTo(21 / 30, 12);
  });

  it('do not change when every count doubles', () => {
    fc.assert(
      fc.property(fc.array(random, { minLength: 3, maxLength: 20 }), (rows) => {
        const once = fit(rows);
        const twice = fit(rows.map((row) => ({ ...row, said: 2 * row.said, found: 2 * row.found })));
        expect(twice?.logFactors).toEqual(once?.logFactors);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it('are refused with fewer than three pairs, nobody said, or nobody found', () => {
    const pair = { said: 10, found: 5 };
    expect(fit([])).toBeUndefined();
    expect(fit([pair, pair])).toBeUndefined();
    expect(fit([pair, pair, { said: 0, found: 5 }])).toBeUndefined();
    expect(fit([10, 20, 30].map((said) => ({ said, found: 0 })))).toBeUndefined();
  });
});

describe('the scatter of level 2 figures', () => {
  const sizes = [10, 20, 30, 40, 50, 60, 70, 80, 90];

  it('grows with the square of the size where informants err by a factor', () => {
    const misses = sizes.map((expected) => ({ expected, miss: expected }));
    const total = sizes.reduce((sum, size) => sum + size * size, 0);
    const { near, far } = fitScatter(misses, total);
    expect(near).toBe(0);
    expect(far).toBeCloseTo(1, 12);
  });

  it('grows with the size where persons are there by chance', () => {
    const misses = sizes.map((expected) => ({ expected, miss: Math.sqrt(expected) }));
    const { near, far } = fitScatter(misses, 450);
    expect(near + far * 50).toBeCloseTo(1, 6);
  });
});
