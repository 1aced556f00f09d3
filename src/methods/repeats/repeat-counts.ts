import { EstimationError } from '../../model/estimation-error.js';
import { cellOf } from '../../stats/cell-of.js';
import { findCrossing } from '../../stats/find-crossing.js';
import { logGamma } from '../../stats/log-gamma.js';
import { minimise } from '../../stats/minimise.js';
import { attempt, type Attempt } from '../attempt.js';
import { logNormalInterval } from '../capture/two-list-intervals.js';
import type { Point } from '../capture/two-lists.js';
import { LEVEL } from '../sizing.js';

/** How many persons were met exactly once, twice, …: `byContacts[0]` is once. */
export type RepeatCounts = readonly number[];

/** Returns the counts if they can be what they say; an EstimationError for none, or nobody met twice. */
function acceptRepeats(byContacts: RepeatCounts): {
  seen: number;
  contacts: number;
  once: number;
  twice: number;
} {
  if (!byContacts.every((count) => Number.isSafeInteger(count) && count >= 0 && count <= 1e9)) {
    throw new EstimationError('not-a-count', 'persons by number of contacts are whole numbers of 0 or more');
  }
  const seen = byContacts.reduce((sum, count) => sum + count, 0);
  const contacts = byContacts.reduce((sum, count, at) => sum + count * (at + 1), 0);
  const [once = 0, twice = 0] = byContacts;
  if (contacts === seen) {
    throw new EstimationError(
      'no-overlap',
      'nobody was met more than once, so there is no upper bound to the size',
    );
  }
  if (once === 0) {
    throw new EstimationError(
      'sparse-cells',
      'nobody was met exactly once: the counts say nothing of people not met at all',
    );
  }
  return { seen, contacts, once, twice };
}

/**
 * Returns the size when everybody is met at one common rate, persons: N = n / (1 − exp(−λ)) with the rate λ that gives
 * the mean number of contacts of those met; variance N / (exp(λ) − λ − 1).
 *
 * A lower bound when people differ in how often they are met, which they do. Source: P. G. M. van der Heijden, M. Cruyff,
 * H. C. van Houwelingen 2003, doi 10.1111/1467-9574.00232.
 *
 * Example: 1645, 183, 37, 13, 1, 1 persons met 1 to 6 times give about 7,080.
 */
export function truncatedPoisson(byContacts: RepeatCounts): Point {
  const { seen, contacts } = acceptRepeats(byContacts);
  const mean = contacts / seen;
  const isBelow = (rate: number) => rate / (1 - Math.exp(-rate)) < mean;
  const rate = findCrossing(isBelow, 1e-6, mean);
  const estimate = seen / (1 - Math.exp(-rate));
  return { estimate, variance: estimate / (Math.exp(rate) - rate - 1) };
}

/**
 * Returns the size when rates of being met vary like an exponential (zero-truncated geometric), persons:
 * N = n·S / (S − n) with S contacts in all; variance n·θ/(1 − θ)³ with θ = n/S.
 *
 * Source: S.-A. Niwitpong et al. 2013, doi 10.1007/s00184-012-0401-y. Misleads when rates vary less or more than that.
 *
 * Example: 10 persons with 20 contacts give 20.
 */
export function truncatedGeometric(byContacts: RepeatCounts): Point {
  const { seen, contacts } = acceptRepeats(byContacts);
  const share = seen / contacts;
  const rest = 1 - share;
  return { estimate: seen / rest, variance: (seen * share) / (rest * rest * rest) };
}

/**
 * Returns Chao's lower bound, persons: N = n + f₁² / (2·f₂), with variance f₂·[¼(f₁/f₂)⁴ + (f₁/f₂)³ + ½(f₁/f₂)²];
 * where nobody was met twice, n + f₁(f₁ − 1)/2.
 *
 * Holds whatever the rates of being met. Source: A. Chao 1987, doi 10.2307/2531532. A bound from below.
 *
 * Example: 1645 met once and 183 twice of 1,880 give 9,273.5.
 */
export function chaoLowerBound(byContacts: RepeatCounts): Point {
  const { seen, once, twice } = acceptRepeats(byContacts);
  if (twice === 0) {
    const unseen = (once * (once - 1)) / 2;
    return { estimate: seen + unseen, variance: unseen + (once * (2 * once - 1) * (2 * once - 1)) / 4 };
  }
  const ratio = once / twice;
  const square = ratio * ratio;
  return {
    estimate: seen + (once * once) / (2 * twice),
    variance: twice * ((square * square) / 4 + square * ratio + square / 2),
  };
}

/**
 * Returns Zelterman's estimate, persons: N = n / (1 − exp(−2·f₂/f₁)), which looks only at those met once or twice;
 * variance n·G·[1 + n·G·λ²(1/f₁ + 1/f₂)], G = exp(−λ)/(1 − exp(−λ))².
 *
 * Source: D. Zelterman 1988, doi 10.1016/0378-3758(88)90007-9; variance of D. Böhning 2008, doi
 * 10.1016/j.stamet.2007.10.001. Throws an EstimationError when nobody was met twice.
 *
 * Example: 1645 met once and 183 twice of 1,880 give about 9,425.
 */
export function zelterman(byContacts: RepeatCounts): Point {
  const { seen, once, twice } = acceptRepeats(byContacts);
  if (twice === 0) throw new EstimationError('sparse-cells', 'nobody was met exactly twice');
  const rate = (2 * twice) / once;
  const met = 1 - Math.exp(-rate);
  const gap = Math.exp(-rate) / (met * met);
  const variance = seen * gap * (1 + seen * gap * rate * rate * (1 / once + 1 / twice));
  return { estimate: seen / met, variance };
}

/**
 * Returns the size when rates of being met vary like a gamma (zero-truncated negative binomial), persons, by maximum
 * likelihood with the variance from the curvature.
 *
 * Throws an EstimationError when the fit runs to the edge (the shape goes to 0), where N has no upper bound: common, and
 * the reason this model is distrusted. Source: D. Böhning, P. G. M. van der Heijden 2009, doi 10.1214/08-AOAS214.
 */
export function truncatedNegativeBinomial(byContacts: RepeatCounts): Point {
  const { seen, contacts } = acceptRepeats(byContacts);
  const loss = (logMean: number, logShape: number) =>
    -negativeBinomialLikelihood(byContacts, logMean, logShape);
  const gradientOf = (place: Float64Array, gradient: Float64Array): number => {
    const [logMean, logShape] = [cellOf(place, 0), cellOf(place, 1)];
    const step = 1e-5;
    gradient[0] = (loss(logMean + step, logShape) - loss(logMean - step, logShape)) / (2 * step);
    gradient[1] = (loss(logMean, logShape + step) - loss(logMean, logShape - step)) / (2 * step);
    return loss(logMean, logShape);
  };
  const start = Float64Array.from([Math.log(contacts / seen - 0.9), 0]);
  const { place } = minimise(gradientOf, start, 1e-6 * seen);
  const [logMean, logShape] = [cellOf(place, 0), cellOf(place, 1)];
  if (logShape < -4 || logShape > 8) {
    throw new EstimationError(
      'model-at-edge',
      logShape < 0
        ? 'the negative binomial runs to its edge, where the size has no upper bound'
        : 'the negative binomial has become a Poisson: use that',
    );
  }
  const size = (a: number, b: number) => seen / (1 - zeroShare(a, b));
  const variance = deltaVariance({ loss, size, at: [logMean, logShape] });
  const estimate = size(logMean, logShape);
  const zero = zeroShare(logMean, logShape);
  return { estimate, variance: variance + (seen * zero) / ((1 - zero) * (1 - zero)) };
}

/** Chance of not being met at all. */
function zeroShare(logMean: number, logShape: number): number {
  const [mean, shape] = [Math.exp(logMean), Math.exp(logShape)];
  return Math.exp(-shape * Math.log(1 + mean / shape));
}

function negativeBinomialLikelihood(byContacts: RepeatCounts, logMean: number, logShape: number): number {
  if (Math.abs(logMean) > 20 || Math.abs(logShape) > 20) return -Infinity;
  const [mean, shape] = [Math.exp(logMean), Math.exp(logShape)];
  const logMet = Math.log(1 - zeroShare(logMean, logShape));
  return byContacts.reduce((sum, count, at) => {
    if (count === 0) return sum;
    const met = at + 1;
    const term =
      logGamma(met + shape) -
      logGamma(shape) -
      logGamma(met + 1) +
      shape * Math.log(shape / (shape + mean)) +
      met * Math.log(mean / (shape + mean));
    return sum + count * (term - logMet);
  }, 0);
}

/** Variance of the size by the delta method, curvature and slopes by differences. */
function deltaVariance(of: {
  readonly loss: (a: number, b: number) => number;
  readonly size: (a: number, b: number) => number;
  readonly at: readonly [number, number];
}): number {
  const { loss, size } = of;
  const [a, b] = of.at;
  const h = 1e-3;
  const aa = (loss(a + h, b) - 2 * loss(a, b) + loss(a - h, b)) / (h * h);
  const bb = (loss(a, b + h) - 2 * loss(a, b) + loss(a, b - h)) / (h * h);
  const ab =
    (loss(a + h, b + h) - loss(a + h, b - h) - loss(a - h, b + h) + loss(a - h, b - h)) / (4 * h * h);
  const [da, db] = [(size(a + h, b) - size(a - h, b)) / (2 * h), (size(a, b + h) - size(a, b - h)) / (2 * h)];
  const determinant = aa * bb - ab * ab;
  if (!(determinant > 0 && aa > 0))
    throw new EstimationError('model-at-edge', 'the negative binomial has no clear best fit');
  return (da * da * bb - 2 * da * db * ab + db * db * aa) / determinant;
}

/**
 * Returns the size from repeat contacts by every model, persons, with log-normal intervals; Chao's lower bound, which
 * holds whatever the rates, first.
 */
export function sizeRepeats(byContacts: RepeatCounts): Attempt[] {
  const { seen } = acceptRepeats(byContacts);
  const row = (id: string, of: (counts: RepeatCounts) => Point, caveats: readonly string[]) =>
    attempt(`repeats.${id}`, 'log-normal', () => {
      const point = of(byContacts);
      const { low, high } = logNormalInterval(point, seen);
      const standardError = Math.sqrt(point.variance);
      return {
        estimate: point.estimate,
        low,
        high,
        standardError,
        basis: 'confidence',
        level: LEVEL,
        caveats,
      };
    });
  return [
    row('chao', chaoLowerBound, ['a lower bound']),
    row('zelterman', zelterman, ['uses those met once or twice only']),
    row('poisson', truncatedPoisson, ['everybody met at one rate; a lower bound when people differ']),
    row('geometric', truncatedGeometric, ['rates vary like an exponential']),
    row('negative_binomial', truncatedNegativeBinomial, ['rates vary like a gamma']),
  ];
}
