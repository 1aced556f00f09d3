import { betaQuantile } from './beta-quantile.js';

/**
 * Returns the number that a Student t of so many degrees of freedom stays within, on both sides, with that probability:
 * t = √(ν·(1/x − 1)) with x the quantile of a beta(ν/2, ½) at one less the probability.
 *
 * Example: studentWithin(0.95, 3) is 3.182…
 */
export function studentWithin(probability: number, degrees: number): number {
  const x = betaQuantile(1 - probability, degrees / 2, 0.5);
  return Math.sqrt(degrees * (1 / x - 1));
}
