import { describe, expect, it } from 'vitest';
import { expectCapture, expectMultiplier, type StudyGuess } from '../../src/methods/study-size/study-size.js';
import { spotwise } from '../support/spotwise.js';

function intervalOf(guess: StudyGuess, sample: number) {
  const expected = expectCapture(guess, sample);
  if (expected.low === undefined) throw new Error(`a sample of ${sample} gives no interval`);
  return expected;
}

describe('study sizes', () => {
  it('narrow with the sample and widen with the design effect', () => {
    const guess = { size: 5000, first: 800, designEffect: 1 };
    const ratios = [200, 400, 800].map((sample) => intervalOf(guess, sample).ratio);
    expect(ratios).toEqual([...ratios].sort((a, b) => b - a));
    const wide = expectMultiplier({ ...guess, designEffect: 3 }, 400)?.ratio ?? 0;
    expect(wide).toBeGreaterThan(expectMultiplier(guess, 400)?.ratio ?? Infinity);
  });

  it('agree with the capture–recapture interval of lists whose overlap is at its mean', () => {
    const { low, high } = intervalOf({ size: 12480, first: 400, designEffect: 1 }, 624);
    expect([low, high].map(Math.round)).toEqual([8314, 19020]);
  });

  it('give no interval where less than one person is expected on both', async () => {
    expect(expectCapture({ size: 5000, first: 3, designEffect: 1 }, 1600).low).toBeUndefined();
    expect(expectCapture({ size: 5000, first: 4, designEffect: 1 }, 1600).low).toBeGreaterThan(1600);
    const { out } = await spotwise(['study-size', '--size', '5000', '--first', '3', '--sample', '100']);
    expect(out).toMatch(/^ +100 +0\.1 +100% +none +– +none +–$/m);
  });

  it('refuse lists larger than the guess', () => {
    expect(() => expectCapture({ size: 100, first: 400, designEffect: 1 }, 50)).toThrow('more than the 100');
  });

  it('are printed as a table, and one as JSON', async () => {
    const { code, out } = await spotwise(['study-size', '--size', '5000', '--first', '1000', '--deff', '2']);
    expect(code).toBe(0);
    expect(out).toContain('capture–recapture');
    const one = await spotwise([
      'study-size',
      '--size',
      '5000',
      '--first',
      '1000',
      '--sample',
      '400',
      '--json',
    ]);
    expect((JSON.parse(one.out) as { rows: unknown[] }).rows.length).toBe(1);
    expect((await spotwise(['study-size'])).code).toBe(2);
    expect((await spotwise(['study-size', '--size', '100', '--first', '400'])).code).toBe(1);
  });
});
