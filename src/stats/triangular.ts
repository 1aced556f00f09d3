import { DrawCore, type Triangle } from './draw-core.js';
import type { Random } from './random.js';

/** Three figures for one uncertain quantity: lowest, most likely, highest. */
export interface ThreePoints {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/**
 * Returns the quantile function of the triangular distribution on [low, high] with its peak at the mode: the
 * ends are the absolute lowest and highest values, never exceeded.
 *
 * With s = (mode − low) / (high − low): low + √(u · (high − low) · (mode − low)) for u < s, else
 * high − √((1 − u) · (high − low) · (high − mode)). Mean (low + mode + high) / 3. Source: S. Kotz,
 * J. R. van Dorp 2004, Beyond Beta, chapter 1, doi 10.1142/5720. Throws RangeError unless low ≤ mode ≤ high.
 * Misleads when the ends were not meant as absolute: informants' extremes are often narrower than the truth.
 *
 * Example: triangularQuantile({ low: 0, mode: 5, high: 10 })(0.125) is 2.5.
 */
export function triangularQuantile(points: ThreePoints): (share: number) => number {
  const { low, high, peakShare, rise, fall } = triangleOf(points);
  return (share) =>
    share < peakShare ? low + Math.sqrt(share * rise) : high - Math.sqrt((1 - share) * fall);
}

/**
 * Adds to each total a number drawn from the triangular distribution: what as many calls of its quantile function with
 * `random.uniform()` give, in a fraction of their time.
 */
export function addTriangularDraws(random: Random, points: ThreePoints, totals: Float64Array): void {
  const triangle = triangleOf(points);
  const core = DrawCore.get();
  if (core === undefined) addInOneLoop(random, triangle, totals);
  else core.addTriangular(random.words, triangle, totals);
}

/** The same in TypeScript: what the core is held to. */
export function addInOneLoop(
  random: Random,
  { low, high, peakShare, rise, fall }: Triangle,
  totals: Float64Array,
): void {
  const shares = new Float64Array(totals.length);
  random.uniforms(shares);
  for (let at = 0; at < totals.length; at++) {
    const share = shares[at] ?? 0;
    const drawn = share < peakShare ? low + Math.sqrt(share * rise) : high - Math.sqrt((1 - share) * fall);
    totals[at] = (totals[at] ?? 0) + drawn;
  }
}

/** The distribution as its quantile function needs it; of points that are all alike every share is below the peak. */
export function triangleOf(points: ThreePoints): Triangle {
  const { low, mode, high } = orderedPoints(points);
  const length = high - low;
  const peakShare = length === 0 ? 2 : (mode - low) / length;
  return { low, high, peakShare, rise: length * (mode - low), fall: length * (high - mode) };
}

/** Returns the points unchanged, or throws RangeError unless they are finite and low ≤ mode ≤ high. */
export function orderedPoints(points: ThreePoints): ThreePoints {
  const { low, mode, high } = points;
  if (low <= mode && mode <= high && high - low < Infinity) return points;
  throw new RangeError(`Three points need low ≤ mode ≤ high; got ${low}, ${mode}, ${high}.`);
}
