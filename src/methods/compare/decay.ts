import { EstimationError } from '../../model/estimation-error.js';
import type { Triple } from '../../model/range.js';
import { betaQuantile } from '../../stats/beta-quantile.js';

/** How a map ages: the share of its spots still where it says, and what that makes a year. */
export interface Decay {
  readonly spots: number;
  readonly standing: number;
  readonly years: number;
  /** Share of spots still standing after those years, with an exact 95% interval. */
  readonly share: Triple;
  /** The same after one year, if spots go at one rate. */
  readonly aYear: Triple;
  /** Years until half the spots are gone; undefined where none or all went, its high end where all may stand. */
  readonly halfLife:
    { readonly low: number; readonly estimate: number; readonly high: number | undefined } | undefined;
}

/**
 * Returns how a map decays from how many of its spots are still where it says after some years, with exact (Clopper,
 * Pearson 1934, doi 10.1093/biomet/26.4.404) 95% intervals; a year's share is share^(1/years).
 *
 * It takes spots to go independently and at one rate: raids close many at once, and new spots close sooner than old
 * ones. Throws an EstimationError for no spots or years that are not above 0.
 *
 * Example: 81 of 100 spots after 2 years are 0.9 a year, a half-life of 6.6 years.
 */
export function decayOf(spots: number, standing: number, years: number): Decay {
  if (!(spots > 0 && standing >= 0 && standing <= spots)) {
    throw new EstimationError('not-a-count', 'a map decays from one spot on, of which 0 or more still stand');
  }
  if (!(years > 0 && years <= 100))
    throw new EstimationError(
      'setting-out-of-range',
      'the years between two rounds are above 0, at most 100',
    );
  const share = {
    low: standing === 0 ? 0 : betaQuantile(0.025, standing, spots - standing + 1),
    estimate: standing / spots,
    high: standing === spots ? 1 : betaQuantile(0.975, standing + 1, spots - standing),
  };
  const yearly = (value: number) => value ** (1 / years);
  const half = (value: number) =>
    value > 0 && value < 1 ? (years * Math.log(0.5)) / Math.log(value) : undefined;
  const [least, middle] = [half(share.low), half(share.estimate)];
  return {
    spots,
    standing,
    years,
    share,
    aYear: { low: yearly(share.low), estimate: yearly(share.estimate), high: yearly(share.high) },
    halfLife:
      middle === undefined ? undefined : { low: least ?? 0, estimate: middle, high: half(share.high) },
  };
}

/**
 * Returns the share of a map's spots still standing after so many years more, by the yearly share.
 *
 * Example: 0.9 a year is 0.81 after two.
 */
export function standingAfter(decay: Decay, years: number): Triple {
  const power = (value: number) => value ** years;
  return {
    low: power(decay.aYear.low),
    estimate: power(decay.aYear.estimate),
    high: power(decay.aYear.high),
  };
}
