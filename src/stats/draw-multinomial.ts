import { drawBinomial } from './draw-binomial.js';
import type { Random } from './random.js';

/**
 * Returns how the trials fall on the cells, whole numbers in the order of the weights that sum to the trials:
 * cell by cell, a binomial share of the trials left with probability weight / weights left.
 *
 * Source: L. Devroye 1986, chapter XI.1.3, doi 10.1007/978-1-4613-8643-8. Weights need not sum to 1. Throws
 * RangeError for a negative weight or when all are zero.
 *
 * Example: drawMultinomial(random, 7, [0, 1]) is [0, 7].
 */
export function drawMultinomial(random: Random, trials: number, weights: readonly number[]): number[] {
  if (weights.some((weight) => !(weight >= 0 && weight < Infinity))) {
    throw new RangeError('Multinomial weights are finite numbers of 0 or more.');
  }
  const weightFrom = new Float64Array(weights.length + 1);
  for (let at = weights.length - 1; at >= 0; at--) {
    weightFrom[at] = (weightFrom[at + 1] ?? 0) + (weights[at] ?? 0);
  }
  if (!((weightFrom[0] ?? 0) > 0)) throw new RangeError('Multinomial weights must not all be zero.');
  let left = trials;
  return weights.map((weight, at) => {
    const behind = weightFrom[at] ?? 0;
    const fallen = behind > 0 ? drawBinomial(random, left, Math.min(1, weight / behind)) : 0;
    left -= fallen;
    return fallen;
  });
}
