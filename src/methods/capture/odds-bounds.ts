import { EstimationError } from '../../model/estimation-error.js';

/** Bounds on the odds ratio between any two lists in the whole population. */
export interface OddsBounds {
  readonly least: number;
  readonly most: number;
}

/** Returns the bounds if they can be meant: above 0, ascending, at most 1000. Throws an EstimationError otherwise. */
export function acceptOddsBounds(bounds: OddsBounds): OddsBounds {
  if (!(bounds.least > 0 && bounds.least <= bounds.most && bounds.most <= 1000)) {
    throw new EstimationError(
      'not-an-odds-ratio',
      'odds ratio bounds must be above 0, ascending, and at most 1000',
    );
  }
  return bounds;
}
