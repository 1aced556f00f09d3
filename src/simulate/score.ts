import type { Basis } from '../model/range.js';
import type { JudgedWay } from './judge.js';
import type { Target } from './target.js';

/** How one chain did over many towns; errors are shares of the truth. */
export interface WayScore {
  readonly id: string;
  readonly says: string;
  readonly target: Target;
  /** Towns for which it gave a number. */
  readonly towns: number;
  /** Mean of estimate / truth, less 1. */
  readonly bias: number;
  /** Monte Carlo standard error of the bias. */
  readonly biasError: number;
  /** Root mean square of estimate / truth − 1. */
  readonly rmse: number;
  readonly intervals: readonly IntervalScore[];
}

/** How one interval did. */
export interface IntervalScore {
  readonly label: string;
  readonly basis: Basis | undefined;
  /** Towns for which it gave ends. */
  readonly towns: number;
  /** Share of those towns whose truth lay between the ends. */
  readonly holds: number;
  /** Monte Carlo standard error of that share, never below that of one miss. */
  readonly holdsError: number;
  /** Share of towns whose truth lay below the low end, and above the high end. */
  readonly below: number;
  readonly above: number;
  /** Mean of (high − low) / truth. */
  readonly width: number;
}

/**
 * Returns bias, RMSE and how often intervals hold the truth, per chain, over judged towns.
 *
 * Example: two towns with ratios 0.9 and 1.1: bias 0, RMSE 0.1.
 */
export function scoreTowns(towns: readonly (readonly JudgedWay[])[]): WayScore[] {
  const byId = new Map<string, JudgedWay[]>();
  for (const way of towns.flat()) {
    const known = byId.get(way.id);
    if (known === undefined) byId.set(way.id, [way]);
    else known.push(way);
  }
  return [...byId.values()].flatMap((ways) => {
    const [first] = ways;
    return first === undefined ? [] : [scoreWay(first, ways)];
  });
}

function scoreWay(first: JudgedWay, ways: readonly JudgedWay[]): WayScore {
  const errors = ways.map((way) => way.ratio - 1);
  const bias = meanOf(errors);
  const spread = meanOf(errors.map((error) => (error - bias) * (error - bias)));
  return {
    id: first.id,
    says: first.says,
    target: first.target,
    towns: ways.length,
    bias,
    biasError: Math.sqrt(spread / Math.max(1, ways.length - 1)),
    rmse: Math.sqrt(meanOf(errors.map((error) => error * error))),
    intervals: first.intervals.map(({ label }, at) => scoreInterval(label, at, ways)),
  };
}

function scoreInterval(label: string, at: number, ways: readonly JudgedWay[]): IntervalScore {
  const judged = ways.map((way) => way.intervals[at]);
  const ends = judged.flatMap((interval) => (interval?.ends === undefined ? [] : [interval.ends]));
  const share = (isSo: (each: { low: number; high: number }) => boolean) =>
    ends.length === 0 ? 0 : ends.filter(isSo).length / ends.length;
  const below = share(({ low }) => 1 < low);
  const above = share(({ high }) => 1 > high);
  const holds = ends.length === 0 ? 0 : 1 - below - above;
  return {
    label,
    basis: judged.find((interval) => interval?.basis !== undefined)?.basis,
    towns: ends.length,
    holds,
    holdsError: shareError(holds, ends.length),
    below,
    above,
    width: ends.length === 0 ? 0 : meanOf(ends.map(({ low, high }) => high - low)),
  };
}

/** √(p (1 − p) / n) with p kept half a town away from 0 and 1, so that no figure claims to be exact. */
function shareError(share: number, towns: number): number {
  if (towns === 0) return 0;
  const kept = Math.min(Math.max(share, 0.5 / towns), 1 - 0.5 / towns);
  return Math.sqrt((kept * (1 - kept)) / towns);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
