import { EstimationError } from '../../model/estimation-error.js';
import { normalQuantile } from '../../stats/normal-quantile.js';

/** What is believed of the size before the sample is looked at, persons. */
export type SizePrior =
  /** The sampled share of the population is beta(1, b), with that median of the size. */
  | { readonly kind: 'sampled-share'; readonly median: number }
  /** The logarithm of the size is normal, with those quartiles of the size. */
  | { readonly kind: 'log-normal'; readonly median: number; readonly upperQuartile: number }
  /** Every size up to the largest is as likely. */
  | { readonly kind: 'flat'; readonly most: number };

/** A prior made ready for a sample of so many people. */
export interface PreparedPrior {
  /** Logarithm of the density of a size, up to a constant; −∞ where it cannot be. */
  readonly logDensity: (size: number) => number;
  /** The size below which that share of the prior lies, persons. */
  readonly quantile: (share: number) => number;
  /** The largest size looked at, persons. */
  readonly most: number;
}

/** The upper quartile of the standard normal distribution; how far above the median sizes are looked at. */
const QUARTILE = 0.6744897501960817;
const REACH = 1000;

/**
 * Returns the prior as a density over sizes of at least the people sampled, persons.
 *
 * `sampled-share`: n/N ~ beta(1, b), b = ln ½ / ln(1 − n/median), so p(N) ∝ (N − n)^(b − 1)/N^(b + 1) (M. S. Handcock,
 * K. J. Gile, C. M. Mar 2014, doi 10.1214/14-EJS923). `log-normal`: by median and upper quartile. `flat`: to a stated
 * largest size. Throws an EstimationError for a median at or below the people sampled.
 *
 * Example: 500 sampled and a median of 1000 make b = 1, so that half the prior lies below 1000.
 */
export function preparePrior(prior: SizePrior, sampled: number): PreparedPrior {
  if (prior.kind === 'flat') {
    const { most } = prior;
    if (!(most > sampled && most <= 1e8))
      throw outOfRange(`the largest size must be above the ${sampled} sampled, at most 100 million`);
    return {
      logDensity: (size) => (size >= sampled && size <= most ? 0 : -Infinity),
      quantile: (share) => sampled + share * (most - sampled),
      most,
    };
  }
  const { median } = prior;
  if (!(median > sampled && median <= 1e7)) {
    throw outOfRange(`the median of the prior must be above the ${sampled} sampled, at most 10 million`);
  }
  const most = REACH * median;
  const isPossible = (size: number) => size >= sampled && size <= most;
  if (prior.kind === 'log-normal') {
    const { upperQuartile } = prior;
    if (!(upperQuartile > median && upperQuartile <= 1e8))
      throw outOfRange('the upper quartile of the prior must be above its median');
    const sd = Math.log(upperQuartile / median) / QUARTILE;
    return {
      logDensity: (size) => {
        if (!isPossible(size)) return -Infinity;
        const away = Math.log(size / median) / sd;
        return -Math.log(size) - (away * away) / 2;
      },
      quantile: (share) => Math.max(sampled, median * Math.exp(sd * normalQuantile(share))),
      most,
    };
  }
  const b = Math.log(0.5) / Math.log(1 - sampled / median);
  return {
    logDensity: (size) =>
      isPossible(size) ? (b - 1) * Math.log(size - sampled + 0.5) - (b + 1) * Math.log(size) : -Infinity,
    quantile: (share) => sampled / (1 - share ** (1 / b)),
    most,
  };
}

const outOfRange = (message: string) => new EstimationError('setting-out-of-range', message);
