import { normalQuantile } from './normal-quantile.js';
import type { Random } from './random.js';

const HALF_STEP = 1 / 18014398509481984;

/**
 * Returns one standard normal number: normalQuantile(u + 2⁻⁵⁴) with u uniform on the 53-bit grid in [0, 1).
 *
 * Inversion uses exactly one uniform number per draw, so streams stay in step. Nothing is thrown. Values beyond
 * about 8.3 standard deviations never occur.
 *
 * Example: drawNormal(makeRandom(42)) always gives the same number.
 */
export function drawNormal(random: Random): number {
  return normalQuantile(Math.min(random.uniform() + HALF_STEP, 1 - HALF_STEP * 2));
}
