import { drawNormal } from './draw-normal.js';
import type { Random } from './random.js';

/**
 * Returns one number from the gamma distribution with the given shape and scale 1 (mean = variance = shape).
 *
 * Squeeze-free rejection: d = shape − 1/3, v = (1 + z / √(9d))³, keep d·v when
 * ln u < z²/2 + d − d·v + d·ln v. Below shape 1, a draw at shape + 1 times u^(1/shape).
 * Source: G. Marsaglia, W. W. Tsang 2000, doi 10.1145/358407.358414. Throws RangeError unless shape > 0. For a
 * shape below about 0.01 the number may underflow to 0.
 *
 * Example: the mean of many drawGamma(random, 3) is 3.
 */
export function drawGamma(random: Random, shape: number): number {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`A gamma shape is above 0; ${shape} is not.`);
  if (shape < 1) return drawGamma(random, shape + 1) * Math.exp(Math.log(1 - random.uniform()) / shape);
  const d = shape - 1 / 3;
  const spread = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = drawNormal(random);
    const root = 1 + spread * z;
    if (root <= 0) continue;
    const v = root * root * root;
    if (Math.log(1 - random.uniform()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
