import { drawBinomial } from './draw-binomial.js';
import { drawGamma } from './draw-gamma.js';
import type { Random } from './random.js';

const SMALL_MEAN = 12;

/**
 * Returns one whole number from the Poisson distribution with the given mean.
 *
 * A large mean is cut down by drawing when the m-th event falls (a gamma number, m = ⌊7 · mean / 8⌋): past the
 * mean, the events before it are binomial; else m plus a Poisson number of what remains. A small mean counts
 * how many uniforms multiply to exp(−mean). Exact. Source: J. H. Ahrens, U. Dieter 1974,
 * doi 10.1007/BF02293108. Throws RangeError unless 0 ≤ mean ≤ 1e9.
 *
 * Example: drawPoisson(random, 0) is 0.
 */
export function drawPoisson(random: Random, mean: number): number {
  if (!(mean >= 0 && mean <= 1e9)) throw new RangeError(`A Poisson mean lies in [0, 1e9]; ${mean} does not.`);
  let counted = 0;
  let rest = mean;
  while (rest > SMALL_MEAN) {
    const events = Math.floor((7 * rest) / 8);
    const moment = drawGamma(random, events);
    if (moment > rest) return counted + drawBinomial(random, events - 1, rest / moment);
    counted += events;
    rest -= moment;
  }
  const floor = Math.exp(-rest);
  let product = random.uniform();
  while (product > floor) {
    counted++;
    product *= random.uniform();
  }
  return counted;
}
