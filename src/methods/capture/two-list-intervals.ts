import { EstimationError } from '../../model/estimation-error.js';
import { findCrossing, findPeak } from '../../stats/find-crossing.js';
import { logGamma } from '../../stats/log-gamma.js';
import { Z95 } from '../sizing.js';
import { acceptTwoLists, lincolnPetersen, personsSeen, type Point, type TwoLists } from './two-lists.js';

/** The two ends of an interval, persons. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/**
 * Returns the Wald interval N ± 1.96 · √variance with its low end raised to the persons seen.
 *
 * What most published tables show. Symmetric where the truth is skewed: too low at both ends when few are on both
 * lists (m below about 50), and its plain low end can fall below the people actually seen, or below zero.
 *
 * Example: the interval of Lincoln–Petersen for 400, 624, 20 is 7235 to 17725.
 */
export function waldInterval(point: Point, seen: number): Ends {
  const half = Z95 * Math.sqrt(point.variance);
  return { low: Math.max(seen, point.estimate - half), high: point.estimate + half };
}

/**
 * Returns the log-normal interval: the unseen N − M divided and multiplied by C = exp(1.96 · √ln(1 + variance/(N − M)²)).
 *
 * Never below the persons seen, skewed as the truth is. Source: A. Chao 1987, doi 10.2307/2531532. When nobody
 * seems unseen (N = M) it closes to a point and says nothing.
 *
 * Example: for 467, 450, 54 it is 3105 to 4954.
 */
export function logNormalInterval(point: Point, seen: number): Ends {
  const unseen = point.estimate - seen;
  if (!(unseen > 0)) return { low: Math.min(seen, point.estimate), high: point.estimate };
  const factor = Math.exp(Z95 * Math.sqrt(Math.log(1 + point.variance / (unseen * unseen))));
  return { low: seen + unseen / factor, high: seen + unseen * factor };
}

/**
 * Returns the transformed-logit interval: the log odds ratio with 0.5 added to each cell, turned back into persons.
 *
 * Good coverage also for small overlaps. Source: M. Sadinle 2009, doi 10.1080/03610910903168595.
 *
 * Example: for lists of 10 and 10 with 5 on both it is 15.5 to 43.8.
 */
export function transformedLogitInterval(lists: TwoLists): Ends {
  const { first, second, both } = acceptTwoLists(lists);
  const [onlyFirst, onlySecond, common] = [first - both + 0.5, second - both + 0.5, both + 0.5];
  const spread = 1 / common + 1 / onlyFirst + 1 / onlySecond + common / (onlyFirst * onlySecond);
  const centre = (onlyFirst * onlySecond) / common;
  const factor = Math.exp(Z95 * Math.sqrt(spread));
  const seen = personsSeen(lists) - 0.5;
  return {
    low: Math.max(personsSeen(lists), seen + centre / factor),
    high: seen + centre * factor,
  };
}

/**
 * Returns the exact interval: every N at which m or fewer on both lists, and m or more, each have a probability
 * above 2.5% under the hypergeometric distribution.
 *
 * Covers at least 95% whatever the counts, so it is on the wide side. Source: the tails of C. J. Clopper, E. S.
 * Pearson 1934, doi 10.1093/biomet/26.4.404, applied to N. Throws an EstimationError when no N below ten thousand
 * million is excluded.
 *
 * Example: for lists of 10 and 10 with 5 on both it is 15 to 46.
 */
export function exactInterval(lists: TwoLists): Ends {
  acceptTwoLists(lists);
  const seen = personsSeen(lists);
  const isLowTailOpen = (size: number) => tailUpTo(lists, size) > 0.025;
  const isHighTailOpen = (size: number) => tailFrom(lists, size) > 0.025;
  const low = firstWhole(isLowTailOpen, seen);
  const middle = Math.max(low, Math.floor(lincolnPetersen(lists).estimate));
  let high = middle;
  while (isHighTailOpen(high)) {
    if (high > 5e9) {
      throw new EstimationError(
        'interval-unbounded',
        'the exact interval has no upper end: too few on both lists',
      );
    }
    high *= 2;
  }
  return { low, high: Math.max(low, firstWhole((size) => !isHighTailOpen(size), middle, high) - 1) };
}

/** The smallest whole number from `from` on for which the statement holds; once true it must stay true. */
function firstWhole(holds: (size: number) => boolean, from: number, known?: number): number {
  if (holds(from)) return from;
  let failed = from;
  let held = known ?? Math.max(2 * from, 2);
  while (!holds(held)) {
    failed = held;
    held *= 2;
  }
  while (held - failed > 1) {
    const middle = Math.floor((held + failed) / 2);
    if (holds(middle)) held = middle;
    else failed = middle;
  }
  return held;
}

const logFactorial = (count: number) => logGamma(count + 1);

/** Logarithm of the hypergeometric probability of `both` on both lists in a population of that size. */
function logProbability({ first, second }: TwoLists, both: number, size: number): number {
  if (size - first - second + both < 0) return -Infinity;
  return (
    logFactorial(first) -
    logFactorial(both) -
    logFactorial(first - both) +
    logFactorial(size - first) -
    logFactorial(second - both) -
    logFactorial(size - first - second + both) -
    (logFactorial(size) - logFactorial(second) - logFactorial(size - second))
  );
}

/** Probability of m or fewer on both lists: summed where it is small, else one less the other tail. */
function tailUpTo(lists: TwoLists, size: number): number {
  const isSmall = lists.both < (lists.first * lists.second) / size;
  return isSmall ? sumDown(lists, lists.both, size) : 1 - sumUp(lists, lists.both + 1, size);
}

/** Probability of m or more on both lists. */
function tailFrom(lists: TwoLists, size: number): number {
  const isSmall = lists.both > (lists.first * lists.second) / size;
  return isSmall ? sumUp(lists, lists.both, size) : 1 - sumDown(lists, lists.both - 1, size);
}

function sumDown(lists: TwoLists, from: number, size: number): number {
  const { first, second } = lists;
  if (from < 0) return 0;
  let term = Math.exp(logProbability(lists, from, size));
  let sum = 0;
  for (let count = from; count >= 0 && term > sum * 1e-17; count -= 1) {
    sum += term;
    term *= (count * (size - first - second + count)) / ((first - count + 1) * (second - count + 1));
  }
  return sum;
}

function sumUp(lists: TwoLists, from: number, size: number): number {
  const { first, second } = lists;
  const most = Math.min(first, second);
  if (from > most) return 0;
  let term = Math.exp(logProbability(lists, from, size));
  let sum = 0;
  for (let count = from; count <= most && term > sum * 1e-17; count += 1) {
    sum += term;
    term *= ((first - count) * (second - count)) / ((count + 1) * (size - first - second + count + 1));
  }
  return sum;
}

/**
 * Returns the profile-likelihood interval: every N whose log-likelihood, with the chances of both lists at their
 * best for that N, is within 1.92 of the largest.
 *
 * Source: R. M. Cormack 1992, doi 10.2307/2532312. Throws an EstimationError when the likelihood never falls that
 * far: the data then set no upper bound.
 *
 * Example: for 400, 624, 20 it is 8451 to 19674.
 */
export function profileInterval(lists: TwoLists): Ends {
  acceptTwoLists(lists);
  const seen = personsSeen(lists);
  const { first, second, both } = lists;
  const likelihood = (size: number) =>
    logGamma(size + 1) -
    logGamma(size - seen + 1) +
    xLogX(size - first) +
    xLogX(size - second) -
    2 * xLogX(size);
  const top = Math.max(seen, peakOf(likelihood, seen, (first * second) / both));
  const floor = likelihood(top) - (Z95 * Z95) / 2;
  const isIn = (size: number) => likelihood(size) >= floor;
  let beyond = 2 * top;
  while (isIn(beyond)) {
    if (beyond > 1e10) {
      throw new EstimationError(
        'interval-unbounded',
        'the profile interval has no upper end: too few on both lists',
      );
    }
    beyond *= 2;
  }
  return {
    low: isIn(seen) ? seen : findCrossing(isIn, top, seen),
    high: findCrossing(isIn, top, beyond),
  };
}

const xLogX = (x: number) => (x > 0 ? x * Math.log(x) : 0);

function peakOf(value: (x: number) => number, low: number, guess: number): number {
  return findPeak(value, low, Math.max(low + 1, 3 * guess));
}
