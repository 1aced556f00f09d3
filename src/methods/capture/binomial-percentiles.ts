import { EstimationError } from '../../model/estimation-error.js';
import { logGamma } from '../../stats/log-gamma.js';
import { acceptTwoLists, personsSeen, type TwoLists } from './two-lists.js';
import type { Ends } from './two-list-intervals.js';

/**
 * Returns the binomial percentile interval: the sizes n₁·n₂/m* at the 2.5% and 97.5% percentiles of the number on both
 * lists, m* binomial of the second list at the share m/n₂ found. A parametric bootstrap of the share without drawing.
 *
 * It moves in steps of one person on both lists, and knows nothing of the share of the population that was met, so that
 * it is wide where lists are large. Source: B. Efron, R. Tibshirani 1993, An Introduction to the Bootstrap, chapter 13;
 * the published interval of people who inject drugs in Kampala 2017 (R. H. Doshi et al. 2019, doi 10.2196/12118) is this
 * one. Throws an EstimationError where nobody on both lists is within the percentiles: there is then no upper end.
 *
 * Example: for 467, 450, 54 the percentiles are 41 and 68 on both, so 3090 to 5126.
 */
export function binomialPercentileInterval(lists: TwoLists): Ends {
  const { first, second, both } = acceptTwoLists(lists);
  const [fewest, most] = [0.025, 0.975].map((share) => binomialQuantile(second, both / second, share));
  if (fewest === undefined || most === undefined || fewest === 0) {
    throw new EstimationError(
      'interval-unbounded',
      'the percentile interval has no upper end: too few on both lists',
    );
  }
  const sizeAt = (common: number) => (first * second) / common;
  return {
    low: Math.max(personsSeen(lists), sizeAt(most)),
    high: Math.max(personsSeen(lists), sizeAt(fewest)),
  };
}

/** The smallest count that a binomial does not exceed with at least that probability. */
function binomialQuantile(trials: number, chance: number, probability: number): number {
  if (chance >= 1) return trials;
  const peak = Math.floor((trials + 1) * chance);
  const logChance = (count: number) =>
    logGamma(trials + 1) -
    logGamma(count + 1) -
    logGamma(trials - count + 1) +
    count * Math.log(chance) +
    (trials - count) * Math.log(1 - chance);
  const reach = Math.ceil(12 * Math.sqrt(trials * chance * (1 - chance))) + 40;
  let sum = 0;
  for (let count = Math.max(0, peak - reach); count < trials; count += 1) {
    sum += Math.exp(logChance(count));
    if (sum >= probability) return count;
  }
  return trials;
}
