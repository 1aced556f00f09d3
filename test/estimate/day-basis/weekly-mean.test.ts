import { describe, expect, it } from 'vitest';
import { weeklyMean } from '../../../src/estimate/day-basis/weekly-mean.js';
import { codeOf } from '../../support/code-of.js';

describe('weeklyMean', () => {
  it('makes a weekend rise of 25% a factor of 1.071', () => {
    expect(weeklyMean({ weekday: 1000, weekend: 1250 }) / 1000).toBeCloseTo(1.071, 3);
    expect(weeklyMean({ weekday: 1, weekend: 1.25 })).toBe(7.5 / 7);
  });

  it('changes nothing when every day is alike, and doubles with the counts', () => {
    expect(weeklyMean({ weekday: 14, weekend: 14 })).toBe(14);
    expect(weeklyMean({ weekday: 20, weekend: 60 })).toBe(2 * weeklyMean({ weekday: 10, weekend: 30 }));
  });

  it('refuses counts that are none', () => {
    expect(codeOf(() => weeklyMean({ weekday: -1, weekend: 1 }))).toBe('not-a-count');
    expect(codeOf(() => weeklyMean({ weekday: 1, weekend: Number.NaN }))).toBe('not-a-count');
  });
});
