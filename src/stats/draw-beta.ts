import { drawGamma } from './draw-gamma.js';
import type { Random } from './random.js';

/**
 * Returns one number in [0, 1] from the beta distribution: G₁ / (G₁ + G₂) with gamma numbers of shapes a and b
 * (mean a / (a + b)).
 *
 * Source: L. Devroye 1986, Non-Uniform Random Variate Generation, chapter IX.3, doi 10.1007/978-1-4613-8643-8.
 * Throws RangeError unless both are above 0. When both are far below 1 the two gammas may underflow; the draw is
 * then the end chosen with probability a / (a + b), the limit of the distribution.
 *
 * Example: the mean of many drawBeta(random, 2, 6) is 0.25.
 */
export function drawBeta(random: Random, a: number, b: number): number {
  const first = drawGamma(random, a);
  const second = drawGamma(random, b);
  const sum = first + second;
  if (sum > 0) return first / sum;
  return random.uniform() * (a + b) < a ? 1 : 0;
}
