import type { Random } from './random.js';

/** A distribution over 0 … size − 1 prepared for drawing in constant time. */
export interface AliasTable {
  readonly size: number;
  /** The chance of keeping a column rather than going to its alias. */
  readonly keep: Float64Array;
  readonly alias: Int32Array;
}

/**
 * Returns the alias table of the weights, from which `drawAlias` draws cell i with probability
 * weight i / Σ weights, one uniform number per draw whatever the number of cells.
 *
 * Source: A. J. Walker 1977, doi 10.1145/355744.355749; built in linear time as M. D. Vose 1991,
 * doi 10.1109/32.92917. Throws RangeError for a negative weight, none, or all zero.
 *
 * Example: aliasTable([1, 1]).keep is [1, 1].
 */
export function aliasTable(weights: ArrayLike<number>): AliasTable {
  const size = weights.length;
  let total = 0;
  for (let cell = 0; cell < size; cell++) {
    const weight = weights[cell] ?? Number.NaN;
    if (!(weight >= 0)) throw new RangeError('Weights are numbers of 0 or more.');
    total += weight;
  }
  if (!(total > 0 && total < Infinity)) throw new RangeError('Weights must have a finite sum above 0.');
  const keep = Float64Array.from(weights, (weight) => (weight * size) / total);
  const alias = Int32Array.from(weights, (_, cell) => cell);
  pairColumns(keep, alias);
  return { size, keep, alias };
}

/** Fills every column that is too low from one that is too high. */
function pairColumns(keep: Float64Array, alias: Int32Array): void {
  const low: number[] = [];
  const high: number[] = [];
  keep.forEach((height, cell) => (height < 1 ? low : high).push(cell));
  for (;;) {
    const small = low.pop();
    const large = high.at(-1);
    if (small === undefined || large === undefined) {
      for (const cell of high) keep[cell] = 1;
      if (small !== undefined) for (const cell of [...low, small]) keep[cell] = 1;
      return;
    }
    alias[small] = large;
    const left = (keep[large] ?? 0) - (1 - (keep[small] ?? 0));
    keep[large] = left;
    if (left < 1) low.push(high.pop() ?? large);
  }
}

/**
 * Returns one cell of the table, a whole number from 0 to size − 1, with the probability its weight gave it.
 * The integer part of size · u picks the column, the fraction decides between the column and its alias.
 */
export function drawAlias(table: AliasTable, random: Random): number {
  const scaled = random.uniform() * table.size;
  const column = Math.floor(scaled);
  return scaled - column < (table.keep[column] ?? 1) ? column : (table.alias[column] ?? column);
}
