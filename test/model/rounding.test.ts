import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, apportionTriples, wholePersons, wholeTriple } from '../../src/model/rounding.js';
import { sumTriples } from '../../src/model/range.js';

const triple = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
  .map((parts) => {
    const [low = 0, estimate = 0, high = 0] = parts.map((part) => part / 4).sort((a, b) => a - b);
    return { low, estimate, high };
  });

describe('whole persons', () => {
  it('rounds halves up, also a half that lost its last bit in a sum', () => {
    expect(wholePersons(5036.5)).toBe(5037);
    expect(wholePersons(5036.499_999_999_999)).toBe(5037);
    expect(wholePersons(5036.49)).toBe(5036);
  });

  it('gives the person to the largest remainder, the earlier part first', () => {
    expect(apportion([1.5, 1.5, 1], 4)).toEqual([2, 1, 1]);
    expect(apportion([0.2, 0.9, 0.9], 2)).toEqual([0, 1, 1]);
  });

  it('refuses what cannot add up', () => {
    expect(() => apportion([1, 1], 5, { most: [2, 2] })).toThrow(RangeError);
  });

  it('adds up at every end and keeps low ≤ estimate ≤ high in every part', () => {
    fc.assert(
      fc.property(fc.array(triple, { minLength: 1, maxLength: 30 }), (parts) => {
        const total = wholeTriple(sumTriples(parts));
        const whole = apportionTriples(parts, total);
        expect(sumTriples(whole)).toEqual(total);
        for (const [at, part] of whole.entries()) {
          expect(part.low).toBeLessThanOrEqual(part.estimate);
          expect(part.estimate).toBeLessThanOrEqual(part.high);
          expect(Math.abs(part.estimate - (parts[at]?.estimate ?? 0))).toBeLessThan(1.01);
        }
      }),
      { numRuns: 1000, seed: 4 },
    );
  });
});
