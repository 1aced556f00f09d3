/**
 * What the ends of a range are: `extremes` = the lowest and highest figure reported, summed; `confidence` and
 * `credible` = an interval of that kind; `spread` = a computed width without a stated level.
 */
export type Basis = 'extremes' | 'confidence' | 'credible' | 'spread';

/** A number of persons with its low and high; what the ends mean is the `Basis` beside it. */
export interface Triple {
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
}

export const NOBODY: Triple = { low: 0, estimate: 0, high: 0 };

/** The sum of ranges end by end: every low, every estimate, every high. This is the customary published range. */
export function sumTriples(triples: Iterable<Triple>): Triple {
  let low = 0;
  let estimate = 0;
  let high = 0;
  for (const triple of triples) {
    low += triple.low;
    estimate += triple.estimate;
    high += triple.high;
  }
  return { low, estimate, high };
}

/** The range with low, estimate and high each multiplied by the factor. */
export function scaleTriple(triple: Triple, factor: number): Triple {
  return { low: triple.low * factor, estimate: triple.estimate * factor, high: triple.high * factor };
}
