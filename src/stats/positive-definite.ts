import { cellOf } from './cell-of.js';

/**
 * Returns the lower Cholesky factor of a symmetric matrix (rows one after another, size × size), undefined when the
 * matrix is not positive definite to working precision.
 *
 * Source: G. H. Golub, C. F. Van Loan 2013, Matrix Computations, section 4.2. A pivot below 1e-12 of its diagonal
 * counts as singular: the columns behind it say the same thing twice.
 *
 * Example: choleskyFactor([4, 2, 2, 5], 2) is [2, 0, 1, 2].
 */
export function choleskyFactor(matrix: ArrayLike<number>, size: number): Float64Array | undefined {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = cellOf(matrix, row * size + column);
      for (let k = 0; k < column; k += 1) {
        rest -= cellOf(factor, row * size + k) * cellOf(factor, column * size + k);
      }
      if (row === column) {
        if (!(rest > 1e-12 * cellOf(matrix, row * size + row))) return undefined;
        factor[row * size + row] = Math.sqrt(rest);
      } else factor[row * size + column] = rest / cellOf(factor, column * size + column);
    }
  }
  return factor;
}

/**
 * Returns x with L·Lᵀ·x = right, from the factor of `choleskyFactor`.
 *
 * Example: choleskySolve([2, 0, 1, 2], [4, 5]) is [0.625, 0.75].
 */
export function choleskySolve(factor: ArrayLike<number>, right: ArrayLike<number>): Float64Array {
  const size = right.length;
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) {
      solution[row] = cellOf(solution, row) - cellOf(factor, row * size + k) * cellOf(solution, k);
    }
    solution[row] = cellOf(solution, row) / cellOf(factor, row * size + row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) {
      solution[row] = cellOf(solution, row) - cellOf(factor, k * size + row) * cellOf(solution, k);
    }
    solution[row] = cellOf(solution, row) / cellOf(factor, row * size + row);
  }
  return solution;
}
