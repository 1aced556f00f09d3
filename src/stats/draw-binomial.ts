import { drawBeta } from './draw-beta.js';
import type { Random } from './random.js';

const FEW_TRIALS = 16;

/**
 * Returns how many of the given number of independent trials succeed, a whole number.
 *
 * Many trials are halved by drawing the middle order statistic of the uniforms behind them (a beta number) and
 * keeping the side that holds the probability; the last 16 are tried one by one. Exact, in about log₂(trials)
 * steps. Source: D. E. Knuth 1997, The Art of Computer Programming 2, section 3.4.1, algorithm of J. H. Ahrens
 * and U. Dieter 1974, doi 10.1007/BF02293108. Throws RangeError unless trials is a whole number of 0 or more and
 * the probability lies in [0, 1].
 *
 * Example: drawBinomial(random, 10, 1) is 10.
 */
export function drawBinomial(random: Random, trials: number, probability: number): number {
  if (!Number.isSafeInteger(trials) || trials < 0) {
    throw new RangeError(`Trials are a whole number of 0 or more, not ${trials}.`);
  }
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`A probability lies in [0, 1]; ${probability} does not.`);
  }
  let successes = 0;
  let left = trials;
  let share = probability;
  while (left > FEW_TRIALS) {
    const middle = 1 + Math.floor(left / 2);
    const pivot = drawBeta(random, middle, left + 1 - middle);
    if (pivot >= share) {
      left = middle - 1;
      share = pivot > 0 ? Math.min(1, share / pivot) : 0;
    } else {
      successes += middle;
      left -= middle;
      share = Math.min(1, (share - pivot) / (1 - pivot));
    }
  }
  for (; left > 0; left--) if (random.uniform() < share) successes++;
  return successes;
}
