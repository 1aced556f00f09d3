import { findCrossing } from './find-crossing.js';
import { logGamma } from './log-gamma.js';

const MOST_TERMS = 10_000;
const TINY = 1e-300;
const CLOSE = 1e-15;

const awayFromZero = (value: number) => (Math.abs(value) < TINY ? TINY : value);

/**
 * Returns the probability that a beta(a, b) number is at most x: the regularised incomplete beta function.
 *
 * By its continued fraction (modified Lentz). Source: W. H. Press et al. 2007, Numerical Recipes, section 6.4; the
 * fraction is formula 8.17.22 of the Digital Library of Mathematical Functions. Throws RangeError unless a and b are
 * above 0.
 *
 * Example: betaCdf(0.5, 2, 2) is 0.5.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError('A beta distribution needs two shapes above 0.');
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x) - Math.log(a),
  );
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let term = 1; term <= MOST_TERMS; term += 1) {
    const even = (term * (b - term) * x) / ((a + 2 * term - 1) * (a + 2 * term));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + term) * (a + b + term) * x) / ((a + 2 * term) * (a + 2 * term + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  return front * fraction;
}

/**
 * Returns the value below which that share of a beta(a, b) distribution lies.
 *
 * By halving the interval on `betaCdf`, to a relative width of 1e-9. Throws RangeError unless 0 < share < 1.
 *
 * Example: betaQuantile(0.975, 1, 1) is 0.975.
 */
export function betaQuantile(share: number, a: number, b: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError('A quantile needs a share between 0 and 1.');
  return findCrossing((x) => betaCdf(x, a, b) < share, 0, 1);
}
