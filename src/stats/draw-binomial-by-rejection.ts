import { logGamma } from './log-gamma.js';
import type { Random } from './random.js';

const SMALL_MEAN = 10;

/**
 * Returns how many of the given number of independent trials succeed, as `drawBinomial` does, in about the same time
 * whatever the number of trials: for chains that draw hundreds of millions.
 *
 * A mean below 10 is drawn by adding up probabilities from 0, any other by transformed rejection. Exact. Source:
 * W. Hörmann 1993, doi 10.1080/00949659308811496 (algorithm BTRS). It uses a varying number of uniforms.
 *
 * Example: drawBinomialByRejection(random, 10, 1) is 10.
 */
export function drawBinomialByRejection(random: Random, trials: number, probability: number): number {
  if (probability > 0.5) return trials - drawBinomialByRejection(random, trials, 1 - probability);
  if (!(probability > 0) || trials === 0) return 0;
  return trials * probability < SMALL_MEAN
    ? byAddingUp(random, trials, probability)
    : byRejection(random, trials, probability);
}

function byAddingUp(random: Random, trials: number, probability: number): number {
  const odds = probability / (1 - probability);
  let term = Math.exp(trials * Math.log(1 - probability));
  let left = random.uniform();
  let successes = 0;
  while (left > term && successes < trials) {
    left -= term;
    successes += 1;
    term *= (odds * (trials - successes + 1)) / successes;
    if (term < 1e-300) break;
  }
  return successes;
}

function byRejection(random: Random, trials: number, probability: number): number {
  const spread = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const centre = trials * probability + 0.5;
  const mode = Math.floor((trials + 1) * probability);
  const logOdds = Math.log(probability / (1 - probability));
  const top = logGamma(mode + 1) + logGamma(trials - mode + 1);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const edge = 0.5 - Math.abs(u);
    if (edge <= 0) continue;
    const drawn = Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && v <= 0.92 - 4.2 / b) return drawn;
    if (drawn < 0 || drawn > trials) continue;
    const bound = top - logGamma(drawn + 1) - logGamma(trials - drawn + 1) + (drawn - mode) * logOdds;
    if (Math.log((v * (2.83 + 5.1 / b) * spread) / (a / (edge * edge) + b)) <= bound) return drawn;
  }
}
