import { EstimationError } from '../../model/estimation-error.js';
import { percentile } from '../../stats/percentile.js';
import type { Sizing } from '../sizing.js';

/** What is done with guesses outside the bounds: left out, or moved to the bound. */
export type OutOfBounds = 'drop' | 'cap';

export interface CrowdOptions {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly outside?: OutOfBounds | undefined;
}

/** Guesses below which quartiles mean little. */
const FEW_GUESSES = 20;

/**
 * Returns the median of respondents' guesses with the quartiles as a spread, persons; quantiles are taken of the
 * logarithm, so that one absurd guess cannot move them.
 *
 * The quartiles show how much people disagree, not an interval for the truth. Source: J. Okal et al. 2013, doi
 * 10.1136/sextrans-2013-051071. Throws an EstimationError for fewer than five guesses or bounds out of order. Useful as
 * a prior or a bound, hardly as data: in Mandalay the crowd said about 200 where a multiplier gave 3,300.
 *
 * Example: guesses 100, 1000, 10000, 1000, 1000 give 1000 (1000–1000).
 */
export function crowdMedian(guesses: readonly number[], options: CrowdOptions = {}): Sizing {
  const { least = 1, most = 1e9, outside = 'drop' } = options;
  if (!(least > 0 && least <= most && most <= 1e9)) {
    throw new EstimationError(
      'setting-out-of-range',
      'the bounds of guesses must ascend, from above 0 to a thousand million',
    );
  }
  if (!guesses.every((guess) => guess >= 0 && guess < Infinity)) {
    throw new EstimationError('not-a-count', 'guesses are numbers of 0 or more persons');
  }
  const isInside = (guess: number) => guess >= least && guess <= most;
  const strayed = guesses.filter((guess) => !isInside(guess)).length;
  const kept =
    outside === 'drop'
      ? guesses.filter(isInside)
      : guesses.map((guess) => Math.min(most, Math.max(least, guess)));
  if (kept.length < 5)
    throw new EstimationError(
      'no-respondents',
      `${kept.length} usable guesses are too few; five are the least`,
    );
  const logs = Float64Array.from(kept, Math.log).sort();
  const at = (share: number) => Math.exp(percentile(logs, share));
  const [low, estimate, high] = [at(0.25), at(0.5), at(0.75)];
  return {
    method: 'crowd.median',
    interval: 'quartiles',
    low: Math.min(low, estimate),
    estimate,
    high: Math.max(high, estimate),
    basis: 'spread',
    level: undefined,
    caveats: [
      `${kept.length} guesses`,
      ...(strayed === 0
        ? []
        : [
            `${strayed} outside ${least} to ${most} ${outside === 'drop' ? 'left out' : 'moved to the bound'}`,
          ]),
      ...(kept.length < FEW_GUESSES ? ['few guesses'] : []),
      'opinion, not measurement: a prior or a bound',
    ],
  };
}
