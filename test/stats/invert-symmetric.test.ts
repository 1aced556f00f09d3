import { describe, expect, it } from 'vitest';
import { invertSymmetric } from '../../src/stats/invert-symmetric.js';

describe('the inverse of a symmetric matrix', () => {
  it('is what it is by hand', () => {
    const inverse = invertSymmetric([
      [2, 1],
      [1, 2],
    ]);
    expect(inverse.flat().map((value) => Math.round(value * 3e9) / 1e9)).toEqual([2, -1, -1, 2]);
  });

  it('times the matrix is the identity', () => {
    const root = [
      [3, 1, 0, 2],
      [0, 2, 1, 1],
      [1, 0, 4, 0],
      [0, 1, 1, 1],
    ];
    const matrix = root.map((row) =>
      root.map((other) => row.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)),
    );
    const inverse = invertSymmetric(matrix);
    for (const [at, row] of matrix.entries()) {
      for (const column of matrix.keys()) {
        const cell = row.reduce((sum, value, k) => sum + value * (inverse[k]?.[column] ?? 0), 0);
        expect(cell).toBeCloseTo(at === column ? 1 : 0, 8);
      }
    }
  });

  it('is refused where there is none', () => {
    expect(() =>
      invertSymmetric([
        [1, 1],
        [1, 1],
      ]),
    ).toThrow(RangeError);
  });
});
