import type { Grouping } from '../columns/grouping.js';
import type { Triple } from '../model/range.js';
import { SPOT_MODES } from '../model/tables/spots.js';
import type { HalfWidthSums } from './interval/correlated.js';
import { makeTriples, tripleAt, type Triples } from './triples.js';

/** What some figures add up to, one after the other in their order. */
export interface FigureSums {
  readonly figures: number;
  readonly total: Triple;
  readonly at: Triple;
  /** Figures by the place of their mode in SPOT_MODES. */
  readonly figuresBy: Int32Array;
  /** Persons met, by the same. */
  readonly metBy: Float64Array;
  /** Figures without a range, and the persons of the total that those with one stand for. */
  readonly withoutRange: number;
  readonly withRange: number;
  /** Of the distances from estimate to low and to high; undefined where adding them up one by one could round. */
  readonly widths: Widths | undefined;
}

/** Distances from estimate to low and from estimate to high, added up. */
export interface Widths {
  readonly below: HalfWidthSums;
  readonly above: HalfWidthSums;
}

/** What of figures is added up. */
interface Summands {
  readonly total: Triples;
  readonly at: Triples;
  readonly modes: Uint8Array;
  readonly hasRange: Uint8Array;
  readonly rows: Int32Array;
}

const MODES = SPOT_MODES.length;

const TOGETHER: Grouping = { names: [''], codes: undefined, numbers: new Int32Array(1) };

/**
 * Numbers of whole 32nds from 0 to 2²⁷ add up without rounding, in whatever order, as long as the sum is below 2⁴⁸; so do
 * the squares of their differences, whole 1024ths, below 2⁴³.
 */
const SHARES = 32;
const MOST_PERSONS = 2 ** 48;
const MOST_SQUARES = 2 ** 43;

/**
 * Adds up figures in one pass, those of each group by itself: the sums by number of the group. All are one group 0 where
 * no groups are given.
 */
export function sumGroups(
  summands: Summands,
  length: number,
  grouping: Grouping = TOGETHER,
): (group: number) => FigureSums {
  const { total, at, modes, hasRange, rows } = summands;
  const { codes, numbers, names } = grouping;
  const { low: lows, estimate: estimates, high: highs } = total;
  const met = at.estimate;
  const sums = makeTriples(names.length);
  const { low: lowSums, estimate: estimateSums, high: highSums } = sums;
  const squaresBelow = new Float64Array(names.length);
  const squaresAbove = new Float64Array(names.length);
  const isRounded = new Uint8Array(names.length);
  const metBy = new Float64Array(names.length * MODES);
  const figuresBy = new Int32Array(names.length * MODES);
  const withRange = new Float64Array(names.length);
  const withoutRange = new Int32Array(names.length);
  for (let figure = 0; figure < length; figure += 1) {
    const group = codes === undefined ? 0 : (numbers[(codes[rows[figure] ?? 0] ?? -1) + 1] ?? 0);
    const low = lows[figure] ?? 0;
    const estimate = estimates[figure] ?? 0;
    const high = highs[figure] ?? 0;
    lowSums[group] = (lowSums[group] ?? 0) + low;
    estimateSums[group] = (estimateSums[group] ?? 0) + estimate;
    highSums[group] = (highSums[group] ?? 0) + high;
    squaresBelow[group] = (squaresBelow[group] ?? 0) + (estimate - low) * (estimate - low);
    squaresAbove[group] = (squaresAbove[group] ?? 0) + (high - estimate) * (high - estimate);
    const isInShares =
      (low * SHARES) >>> 0 === low * SHARES &&
      (estimate * SHARES) >>> 0 === estimate * SHARES &&
      (high * SHARES) >>> 0 === high * SHARES;
    if (!isInShares) isRounded[group] = 1;
    const ofMode = group * MODES + (modes[figure] ?? 0);
    figuresBy[ofMode] = (figuresBy[ofMode] ?? 0) + 1;
    metBy[ofMode] = (metBy[ofMode] ?? 0) + (met[figure] ?? 0);
    if (hasRange[figure] === 1) withRange[group] = (withRange[group] ?? 0) + estimate;
    else withoutRange[group] = (withoutRange[group] ?? 0) + 1;
  }
  const atSums = at === total ? sums : sumEnds(at, rows, grouping);
  return (group) => {
    const ofGroup = tripleAt(sums, group);
    const by = figuresBy.subarray(group * MODES, (group + 1) * MODES);
    return {
      figures: by.reduce((sum, count) => sum + count, 0),
      total: ofGroup,
      at: atSums === sums ? ofGroup : tripleAt(atSums, group),
      figuresBy: by,
      metBy: metBy.subarray(group * MODES, (group + 1) * MODES),
      withRange: withRange[group] ?? 0,
      withoutRange: withoutRange[group] ?? 0,
      widths:
        isRounded[group] === 1
          ? undefined
          : widthsOf(ofGroup, { below: squaresBelow[group] ?? 0, above: squaresAbove[group] ?? 0 }),
    };
  };
}

/** The sums of ranges end by end, by group. */
function sumEnds(of: Triples, rows: Int32Array, { codes, numbers, names }: Grouping): Triples {
  const sums = makeTriples(names.length);
  for (let figure = 0; figure < of.low.length; figure += 1) {
    const group = codes === undefined ? 0 : (numbers[(codes[rows[figure] ?? 0] ?? -1) + 1] ?? 0);
    sums.low[group] = (sums.low[group] ?? 0) + (of.low[figure] ?? 0);
    sums.estimate[group] = (sums.estimate[group] ?? 0) + (of.estimate[figure] ?? 0);
    sums.high[group] = (sums.high[group] ?? 0) + (of.high[figure] ?? 0);
  }
  return sums;
}

/** The half-widths of figures of which none is rounded; undefined where their sums are too large to be exact. */
function widthsOf(
  total: Triple,
  squares: { readonly below: number; readonly above: number },
): Widths | undefined {
  const { low, estimate, high } = total;
  if (Math.max(low, estimate, high) >= MOST_PERSONS) return undefined;
  if (Math.max(squares.below, squares.above) >= MOST_SQUARES) return undefined;
  return {
    below: { sum: estimate - low, squares: squares.below },
    above: { sum: high - estimate, squares: squares.above },
  };
}

/**
 * What the figures of all groups add up to; undefined where that could differ by rounding from adding them up in their
 * order.
 */
export function sumsTogether(groups: readonly FigureSums[]): FigureSums | undefined {
  const total = { low: 0, estimate: 0, high: 0 };
  const squares = { below: 0, above: 0 };
  const figuresBy = new Int32Array(MODES);
  const metBy = new Float64Array(MODES);
  let [figures, withRange, withoutRange] = [0, 0, 0];
  for (const group of groups) {
    if (group.widths === undefined || group.at !== group.total) return undefined;
    total.low += group.total.low;
    total.estimate += group.total.estimate;
    total.high += group.total.high;
    squares.below += group.widths.below.squares;
    squares.above += group.widths.above.squares;
    for (let mode = 0; mode < MODES; mode += 1) {
      figuresBy[mode] = (figuresBy[mode] ?? 0) + (group.figuresBy[mode] ?? 0);
      metBy[mode] = (metBy[mode] ?? 0) + (group.metBy[mode] ?? 0);
    }
    figures += group.figures;
    withRange += group.withRange;
    withoutRange += group.withoutRange;
  }
  const widths = widthsOf(total, squares);
  if (widths === undefined) return undefined;
  return { figures, total, at: total, figuresBy, metBy, withoutRange, withRange, widths };
}
