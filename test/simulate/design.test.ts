import { describe, expect, it } from 'vitest';
import { reaches, scoreDesign, smallestDesigns, type DesignScore } from '../../src/simulate/design.js';
import type { JudgedWay } from '../../src/simulate/judge.js';
import { scenarioOf, SCENARIOS } from '../../src/simulate/scenarios.js';

const judged = (ratio: number): JudgedWay => ({
  id: 'person-visit',
  says: 'person-visit',
  target: 'attending',
  ratio,
  intervals: [{ label: 'bootstrap', basis: 'confidence', ends: { low: ratio - 0.1, high: ratio + 0.1 } }],
});

const score = (
  shareLevel2: number,
  respondentsPerSpot: number,
  halfWidth: number,
  error = 0,
): DesignScore => ({
  shareLevel2,
  respondentsPerSpot,
  towns: 10,
  visits: 1,
  interviews: 1,
  halfWidth,
  halfWidthError: error,
  stated: undefined,
  holds: undefined,
});

describe('a design', () => {
  const base = scenarioOf('base') ?? SCENARIOS[0];
  if (base === undefined) throw new Error('There are scenarios.');
  const design = { shareLevel2: 0.5, respondentsPerSpot: 3 };

  it('needs 1.96 times the root mean square error, and says what its own interval claims', () => {
    const scored = scoreDesign(base, design, [judged(0.9), judged(1.1), judged(0.8), judged(1.2)]);
    expect(scored.halfWidth).toBeCloseTo(1.95996 * Math.sqrt(0.025), 5);
    expect(scored).toMatchObject({ towns: 4, visits: 60, interviews: 180, holds: 0.5 });
    expect(scored.stated).toBeCloseTo(0.1, 12);
  });

  it('promises nothing without towns', () => {
    expect(scoreDesign(base, design, []).halfWidth).toBe(Infinity);
    expect(reaches(scoreDesign(base, design, []), 0.5)).toBe('no');
  });

  it('reaches a half-width surely, perhaps or not', () => {
    expect(reaches(score(1, 1, 0.08, 0.005), 0.1)).toBe('yes');
    expect(reaches(score(1, 1, 0.095, 0.005), 0.1)).toBe('perhaps');
    expect(reaches(score(1, 1, 0.11, 0.005), 0.1)).toBe('no');
  });

  it('is small when nothing smaller reaches it; sure ones follow those that perhaps do', () => {
    const [perhaps, sure, larger, wide] = [
      score(0.5, 3, 0.099, 0.01),
      score(0.75, 3, 0.08),
      score(0.75, 5, 0.07),
      score(0.5, 1, 0.3),
    ];
    expect(smallestDesigns([perhaps, sure, larger, wide], 0.1)).toEqual([perhaps, sure]);
    expect(smallestDesigns([wide], 0.1)).toEqual([]);
  });
});
