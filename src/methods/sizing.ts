import { EstimationError } from '../model/estimation-error.js';
import type { Basis, Triple } from '../model/range.js';

/** A size in persons with its range, what the range means, and what whoever uses it should hear. */
export interface Sizing extends Triple {
  /** Name of the method, as `explain` knows it: `capture.chapman`. */
  readonly method: string;
  /** Kind of interval: wald, log-normal, exact, profile, percentile … */
  readonly interval: string;
  readonly basis: Basis;
  /** Probability the range claims, 0 to 1; undefined where it claims none. */
  readonly level: number | undefined;
  /** Standard error in persons, where the method has one. */
  readonly standardError?: number | undefined;
  readonly caveats: readonly string[];
  /** Source whose data also enter it, such as a mapping used as a prior: not to be counted beside it. */
  readonly dependsOn?: string | undefined;
}

/** The customary level of an interval. */
export const LEVEL = 0.95;

/** The standard normal deviate behind a 95% interval, as published answers use it. */
export const Z95 = 1.959963984540054;

/** Persons above which a result counts as unbounded: more than the people alive. */
const MOST_PERSONS = 1e10;

/**
 * Returns the sizing unchanged if it can be meant: finite, not negative, low ≤ estimate ≤ high. Throws an
 * EstimationError otherwise, so that no method lets NaN, an infinite or an absurd bound out.
 */
export function soundSizing(sizing: Sizing): Sizing {
  const { low, estimate, high } = sizing;
  const isFinite = [low, estimate, high].every((persons) => persons >= 0 && persons <= MOST_PERSONS);
  if (!isFinite) {
    throw new EstimationError(
      'interval-unbounded',
      `${sizing.method}: the data set no upper bound to the size; the lists hardly overlap or the model is too large`,
    );
  }
  if (low > estimate || estimate > high) {
    throw new EstimationError(
      'interval-out-of-order',
      `${sizing.method}: the estimate ${estimate} lies outside its interval (${low} to ${high}); the model does not fit`,
    );
  }
  return sizing;
}
