import { EstimationError } from '../../model/estimation-error.js';
import type { Interval } from '../../model/estimate.js';
import type { Basis, Triple } from '../../model/range.js';
import { cellOf } from '../../stats/cell-of.js';
import { percentile } from '../../stats/percentile.js';
import type { Random } from '../../stats/random.js';

/** A total of one round with its computed interval, where it has one. */
export interface RoundTotal extends Triple {
  readonly interval: Interval | undefined;
}

/** How a total changed, persons, and as a ratio of later to earlier. */
export interface Change {
  readonly change: number;
  /** The lowest and highest change the customary ranges allow. */
  readonly extremes: { readonly low: number; readonly high: number };
  /** The computed interval of the change; undefined where a round has none. */
  readonly interval: { readonly low: number; readonly high: number; readonly basis: Basis } | undefined;
  readonly ratio: number | undefined;
  readonly ratioInterval: { readonly low: number; readonly high: number } | undefined;
}

/**
 * Returns the change between two totals. The customary range of a change is the later low less the earlier high to the
 * later high less the earlier low. The interval takes the errors of the rounds as independent and recovers their
 * variances from the limits: (L − E) − √((L − L_low)² + (E_high − E)²) and the like, and the same of logarithms for the
 * ratio.
 *
 * Rounds that share informants or a bias err alike, and the true interval is then narrower; rounds mapped by different
 * rules differ by the rule, which no interval holds. Source: G. Y. Zou, A. Donner 2008, doi 10.1002/sim.3095. Its basis
 * is confidence only where both rounds claim it, else a spread.
 *
 * Example: 100 (90–110) and 150 (130–170) change by 50 (27.6–72.4).
 */
export function changeOf(earlier: RoundTotal, later: RoundTotal): Change {
  const change = later.estimate - earlier.estimate;
  const extremes = { low: later.low - earlier.high, high: later.high - earlier.low };
  const ratio = earlier.estimate > 0 ? later.estimate / earlier.estimate : undefined;
  const [before, after] = [earlier.interval, later.interval];
  if (before === undefined || after === undefined)
    return { change, extremes, interval: undefined, ratio, ratioInterval: undefined };
  const isClaimed = before.basis === 'confidence' && after.basis === 'confidence';
  const ends = recovered({ ...before, estimate: earlier.estimate }, { ...after, estimate: later.estimate });
  const isAbove = [before.low, earlier.estimate, after.low, later.estimate].every((value) => value > 0);
  const logs = isAbove ? recovered(logOf(earlier.estimate, before), logOf(later.estimate, after)) : undefined;
  return {
    change,
    extremes,
    interval: { ...ends, basis: isClaimed ? 'confidence' : 'spread' },
    ratio,
    ratioInterval: logs === undefined ? undefined : { low: Math.exp(logs.low), high: Math.exp(logs.high) },
  };
}

const logOf = (estimate: number, { low, high }: Interval): Triple => ({
  low: Math.log(low),
  estimate: Math.log(estimate),
  high: Math.log(high),
});

function recovered(earlier: Triple, later: Triple): { low: number; high: number } {
  const change = later.estimate - earlier.estimate;
  return {
    low: change - Math.hypot(later.estimate - later.low, earlier.high - earlier.estimate),
    high: change + Math.hypot(later.high - later.estimate, earlier.estimate - earlier.low),
  };
}

/** Persons at one spot in both rounds. */
export interface PairedCount {
  readonly earlier: number;
  readonly later: number;
}

/** Pairs below which redrawing them says nothing. */
const LEAST_PAIRS = 10;

/**
 * Returns how persons at the spots that were there in both rounds changed, as a ratio of sums, with a 95% percentile
 * interval from redrawing the pairs: what a spot holds, apart from spots lost and found.
 *
 * Both counts of a spot stay together, so errors that a spot has in both rounds fall out. Source: B. Efron 1979,
 * doi 10.1214/aos/1176344552. Throws an EstimationError for fewer than ten pairs or nobody earlier.
 *
 * Example: ten spots that each doubled have a ratio of 2 (2–2).
 */
export function pairedRatio(
  pairs: readonly PairedCount[],
  options: { readonly random: Random; readonly replicates: number },
): Triple {
  const before = pairs.reduce((sum, pair) => sum + pair.earlier, 0);
  const after = pairs.reduce((sum, pair) => sum + pair.later, 0);
  if (pairs.length < LEAST_PAIRS || !(before > 0)) {
    throw new EstimationError(
      'pairs-too-few',
      `${pairs.length} spots are in both rounds; ${LEAST_PAIRS} with people are the least for a ratio`,
    );
  }
  const drawn = new Float64Array(options.replicates);
  for (let at = 0; at < options.replicates; at += 1) {
    let [earlier, later] = [0, 0];
    for (let turn = 0; turn < pairs.length; turn += 1) {
      const pair = pairs[options.random.integer(pairs.length)];
      earlier += pair?.earlier ?? 0;
      later += pair?.later ?? 0;
    }
    drawn[at] = earlier > 0 ? later / earlier : cellOf(drawn, Math.max(0, at - 1));
  }
  const sorted = drawn.sort();
  const ratio = after / before;
  return {
    low: Math.min(ratio, percentile(sorted, 0.025)),
    estimate: ratio,
    high: Math.max(ratio, percentile(sorted, 0.975)),
  };
}
