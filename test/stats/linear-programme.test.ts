import { describe, expect, it } from 'vitest';
import { prepareProgramme, type LinearProgramme } from '../../src/stats/linear-programme.js';

const box = (size: number, most = Infinity) => ({
  lower: Array.from({ length: size }, () => 0),
  upper: Array.from({ length: size }, () => most),
});

describe('a linear programme', () => {
  it('gives the least and the most of a variable in a sum', () => {
    const minimise = prepareProgramme({
      lower: [0, 3, 0],
      upper: [Infinity, 5, 4],
      equations: [
        {
          terms: [
            [0, 1],
            [1, 1],
            [2, 1],
          ],
          equals: 20,
        },
      ],
    });
    expect(minimise?.([[0, 1]])).toBe(11);
    expect(minimise?.([[0, -1]])).toBe(-17);
  });

  it('knows that nothing satisfies a contradiction', () => {
    const programme: LinearProgramme = {
      ...box(2, 3),
      equations: [
        {
          terms: [
            [0, 1],
            [1, 1],
          ],
          equals: 7,
        },
      ],
    };
    expect(prepareProgramme(programme)).toBeUndefined();
  });

  it('says that a free variable has no limit', () => {
    const programme: LinearProgramme = {
      ...box(2),
      equations: [
        {
          terms: [
            [0, 1],
            [1, -1],
          ],
          equals: 2,
        },
      ],
    };
    const minimise = prepareProgramme(programme);
    expect(minimise?.([[0, -1]])).toBe(-Infinity);
    expect(minimise?.([[0, 1]])).toBe(2);
  });

  it('runs a variable to its upper bound without an equation', () => {
    expect(prepareProgramme({ ...box(1, 9), equations: [] })?.([[0, -1]])).toBe(-9);
  });

  it('takes the same equation twice', () => {
    const twice = {
      terms: [
        [0, 1],
        [1, 1],
      ] as const,
      equals: 4,
    };
    expect(prepareProgramme({ ...box(2), equations: [twice, twice] })?.([[1, -1]])).toBe(-4);
  });

  it("ends on Beale's example, where the simplest rule runs in a circle", () => {
    const minimise = prepareProgramme({
      ...box(7),
      equations: [
        {
          terms: [
            [0, 0.25],
            [1, -60],
            [2, -0.04],
            [3, 9],
            [4, 1],
          ],
          equals: 0,
        },
        {
          terms: [
            [0, 0.5],
            [1, -90],
            [2, -0.02],
            [3, 3],
            [5, 1],
          ],
          equals: 0,
        },
        {
          terms: [
            [2, 1],
            [6, 1],
          ],
          equals: 1,
        },
      ],
    });
    expect(
      minimise?.([
        [0, -0.75],
        [1, 150],
        [2, -0.02],
        [3, 6],
      ]),
    ).toBeCloseTo(-0.05, 12);
  });
});
