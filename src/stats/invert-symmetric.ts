/** A square matrix by rows. */
export type SquareMatrix = readonly (readonly number[])[];

/**
 * Returns the inverse of a symmetric positive definite matrix, by sweeping every pivot.
 *
 * Source: J. H. Goodnight 1979, A tutorial on the SWEEP operator, doi 10.1080/00031305.1979.10482685. Throws
 * RangeError when a pivot is not above zero: the matrix is then not positive definite. Time grows with the cube
 * of the size; meant for some hundred rows.
 *
 * Example: invertSymmetric([[2, 1], [1, 2]]) is [[2/3, -1/3], [-1/3, 2/3]].
 */
export function invertSymmetric(matrix: SquareMatrix): number[][] {
  const swept = matrix.map((row) => [...row]);
  for (const [at, pivotRow] of swept.entries()) sweep(swept, pivotRow, at);
  return swept.map((row) => row.map((value) => (value === 0 ? 0 : -value)));
}

function sweep(matrix: readonly number[][], pivotRow: number[], at: number): void {
  const pivot = pivotRow[at] ?? Number.NaN;
  if (!(pivot > 0)) throw new RangeError('Only a positive definite matrix can be inverted this way.');
  for (const row of matrix) {
    if (row === pivotRow) continue;
    const factor = (row[at] ?? 0) / pivot;
    if (factor !== 0) {
      for (const [column, value] of pivotRow.entries()) row[column] = (row[column] ?? 0) - factor * value;
    }
    row[at] = factor;
  }
  for (const [column, value] of pivotRow.entries()) pivotRow[column] = value / pivot;
  pivotRow[at] = -1 / pivot;
}
