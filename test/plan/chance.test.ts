import { describe, expect, it } from 'vitest';
import { chanceOfTarget, type UncertainPeople } from '../../src/plan/chance.js';
import { seeded } from './town.js';

const people = (low: number, estimate: number, high: number, isCovered: boolean): UncertainPeople => ({
  low,
  estimate,
  high,
  isCovered,
});

/** A draw from a triangle. */
function draw({ low, estimate, high }: UncertainPeople, share: number): number {
  const turn = (estimate - low) / (high - low);
  return share < turn
    ? low + Math.sqrt(share * (high - low) * (estimate - low))
    : high - Math.sqrt((1 - share) * (high - low) * (high - estimate));
}

describe('the chance of reaching the target', () => {
  it('is certain where the ranges leave no doubt', () => {
    expect(chanceOfTarget([people(90, 90, 90, true), people(10, 10, 10, false)], 0.9, 0.1)).toBe(1);
    expect(chanceOfTarget([people(89, 89, 89, true), people(11, 11, 11, false)], 0.9, 0.1)).toBe(0);
    expect(chanceOfTarget([], 0.9, 0.1)).toBeUndefined();
    expect(chanceOfTarget([people(10, 20, 30, true)], 0.9, 0.1)).toBeGreaterThan(0.999);
  });

  it('is the share of 20,000 drawn worlds in which it is reached, for errors that do not go together', () => {
    const spots = Array.from({ length: 30 }, (_, at) => people(5 + at, 10 + at, 22 + at, at % 5 !== 0));
    const random = seeded(7);
    for (const target of [0.78, 0.8, 0.82]) {
      let reached = 0;
      for (let world = 0; world < 20_000; world += 1) {
        let covered = 0;
        let all = 0;
        for (const of of spots) {
          const persons = draw(of, random());
          all += persons;
          if (of.isCovered) covered += persons;
        }
        if (covered >= target * all) reached += 1;
      }
      expect(Math.abs((chanceOfTarget(spots, target, 0) ?? 0) - reached / 20_000)).toBeLessThan(0.015);
    }
  });
});
