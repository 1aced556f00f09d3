import { EstimationError } from '../../model/estimation-error.js';
import { cellOf } from '../../stats/cell-of.js';
import { findCrossing, findPeak } from '../../stats/find-crossing.js';
import { minimise } from '../../stats/minimise.js';
import { Z95 } from '../sizing.js';
import { acceptCaptures, isOn, pairOf, personsCaught, type CaptureTable } from './capture-table.js';
import { acceptOddsBounds, type OddsBounds } from './odds-bounds.js';
import type { Ends } from './two-list-intervals.js';

/** What the bounds leave open. */
export interface PartialAnswer {
  /** Sizes at which the counts as they stand keep every pair inside the bounds; undefined when there are none. */
  readonly identified: Ends | undefined;
  /** Sizes not rejected at 5% once chance in the counts is allowed for. */
  readonly interval: Ends;
}

/**
 * Returns the sizes that are left when every pair of lists may depend on each other by an odds ratio within the
 * bounds, persons: an interval, never a point.
 *
 * The odds ratio of a pair is over the whole population, the unseen included. The interval holds every size whose
 * best Poisson log-likelihood under the bounds is within 1.92 of the best of all. Source: J. Sun, L. Van Baelen,
 * E. Plettinckx, F. W. Crawford 2023, Biometrics, doi 10.1111/biom.13881 (profile form). Throws an EstimationError
 * for bounds out of order and when no size below a million times the caught is rejected. An honest answer where
 * independence is doubtful; it misleads when the bounds are chosen to please.
 *
 * Example: two lists of 10 and 10 with 5 on both and odds ratios from 1 to 1 leave the size 20 alone.
 */
export function partialIdentification(table: CaptureTable, bounds: OddsBounds): PartialAnswer {
  acceptCaptures(table);
  acceptOddsBounds(bounds);
  const caught = personsCaught(table);
  const loss = constrainedLoss(table, bounds);
  const guess = middleOf(pairEnds(table, bounds), caught);
  const best = Math.exp(
    findPeak((logUnseen) => -loss(caught + Math.exp(logUnseen)), Math.log(guess / 20), Math.log(guess * 20)),
  );
  const limit = loss(caught + best) + (Z95 * Z95) / 2;
  const isIn = (unseen: number) => loss(caught + unseen) <= limit;
  let beyond = 2 * best;
  while (isIn(beyond)) {
    if (beyond > 1e6 * caught) {
      throw new EstimationError(
        'interval-unbounded',
        'under these odds ratios the lists set no upper bound to the size',
      );
    }
    beyond *= 2;
  }
  const floor = caught * 1e-6;
  return {
    identified: identifiedSet(table, bounds),
    interval: {
      low: caught + (isIn(floor) ? 0 : findCrossing(isIn, best, floor)),
      high: caught + findCrossing(isIn, best, beyond),
    },
  };
}

/** The ends of the size by each pair alone: seen by neither = ψ · n₁₀ · n₀₁ / n₁₁. */
function pairEnds(table: CaptureTable, bounds: OddsBounds): Ends[] {
  const ends: Ends[] = [];
  for (let one = 0; one < table.lists.length; one += 1) {
    for (let other = one + 1; other < table.lists.length; other += 1) {
      const { first, second, both } = pairOf(table, one, other);
      const seen = first + second - both;
      if (both === 0) continue;
      const unit = ((first - both) * (second - both)) / both;
      ends.push({ low: seen + bounds.least * unit, high: seen + bounds.most * unit });
    }
  }
  return ends;
}

function identifiedSet(table: CaptureTable, bounds: OddsBounds): Ends | undefined {
  const ends = pairEnds(table, bounds);
  const low = Math.max(personsCaught(table), ...ends.map((end) => end.low));
  const high = Math.min(...ends.map((end) => end.high));
  return low <= high ? { low, high } : undefined;
}

function middleOf(ends: readonly Ends[], caught: number): number {
  const low = Math.max(caught, ...ends.map((end) => end.low));
  const high = Math.max(caught, Math.min(...ends.map((end) => end.high)));
  return Math.max(1, (low + high) / 2 - caught);
}

/** A pair of lists as the cells of its four corners but the unseen one. */
interface Pair {
  readonly both: readonly number[];
  readonly onlyFirst: readonly number[];
  readonly onlySecond: readonly number[];
}

function pairsOf(table: CaptureTable): Pair[] {
  const lists = table.lists.length;
  const rows = table.counts.slice(1).map((_, at) => at);
  const pairs: Pair[] = [];
  for (let one = 0; one < lists; one += 1) {
    for (let other = one + 1; other < lists; other += 1) {
      const where = (first: boolean, second: boolean) =>
        rows.filter((at) => isOn(at + 1, one, lists) === first && isOn(at + 1, other, lists) === second);
      pairs.push({ both: where(true, true), onlyFirst: where(true, false), onlySecond: where(false, true) });
    }
  }
  return pairs;
}

/** The smallest Poisson loss Σ(mean − count · ln mean) at each size with every pair inside the bounds. */
function constrainedLoss(table: CaptureTable, bounds: OddsBounds): (size: number) => number {
  const counts = Float64Array.from(table.counts.slice(1));
  const pairs = pairsOf(table);
  const caught = personsCaught(table);
  return (size) => {
    const shrink = Math.min(1, (0.98 * size) / caught);
    let place: Float64Array = counts.map((count) => Math.log(Math.max(0.05, count) * shrink));
    const multipliers = new Float64Array(2 * pairs.length);
    let weight = 100;
    let loss = Infinity;
    for (let round = 0; round < 25; round += 1) {
      const found = minimise(
        (at, gradient) => augmented({ counts, pairs, bounds, size, multipliers, weight }, at, gradient),
        place,
        1e-6,
      );
      place = found.place;
      loss = place.reduce((sum, log, at) => sum + Math.exp(log) - cellOf(counts, at) * log, 0);
      if (!Number.isFinite(found.value)) return Infinity;
      const worst = renewMultipliers({ pairs, bounds, size, multipliers, weight }, place);
      if (worst < 1e-7) break;
      weight *= 3;
    }
    return loss;
  };
}

interface Constrained {
  readonly pairs: readonly Pair[];
  readonly bounds: OddsBounds;
  readonly size: number;
  readonly multipliers: Float64Array;
  readonly weight: number;
}

const sumAt = (means: Float64Array, cells: readonly number[]) =>
  cells.reduce((sum, cell) => sum + cellOf(means, cell), 0);

/** The log odds ratio of a pair and the sums it is made of. */
function logOddsOf(pair: Pair, means: Float64Array, size: number) {
  const both = sumAt(means, pair.both);
  const first = sumAt(means, pair.onlyFirst);
  const second = sumAt(means, pair.onlySecond);
  const neither = size - both - first - second;
  return { both, first, second, neither, logOdds: Math.log((both * neither) / (first * second)) };
}

/** The loss with the augmented Lagrangian of the bounds (J. Nocedal, S. J. Wright 2006, section 17.4). */
function augmented(
  given: Constrained & { readonly counts: Float64Array },
  place: Float64Array,
  gradient: Float64Array,
): number {
  const means = place.map(Math.exp);
  let value = 0;
  means.forEach((mean, at) => {
    value += mean - cellOf(given.counts, at) * cellOf(place, at);
    gradient[at] = mean - cellOf(given.counts, at);
  });
  if (!(means.reduce((sum, mean) => sum + mean, 0) < given.size)) return Infinity;
  given.pairs.forEach((pair, at) => {
    const { both, first, second, neither, logOdds } = logOddsOf(pair, means, given.size);
    const over = pushOf(given, 2 * at, logOdds - Math.log(given.bounds.most));
    const under = pushOf(given, 2 * at + 1, Math.log(given.bounds.least) - logOdds);
    value += over.penalty + under.penalty;
    const slope = over.slope - under.slope;
    if (slope === 0) return;
    const add = (cells: readonly number[], by: number) => {
      for (const cell of cells) gradient[cell] = cellOf(gradient, cell) + slope * by * cellOf(means, cell);
    };
    add(pair.both, 1 / both - 1 / neither);
    add(pair.onlyFirst, -1 / first - 1 / neither);
    add(pair.onlySecond, -1 / second - 1 / neither);
  });
  return value;
}

function pushOf({ multipliers, weight }: Constrained, at: number, excess: number) {
  const slope = Math.max(0, cellOf(multipliers, at) + weight * excess);
  return { slope, penalty: (slope * slope) / (2 * weight) };
}

/** Moves the multipliers and returns the largest excess over a bound. */
function renewMultipliers(given: Constrained, place: Float64Array): number {
  const means = place.map(Math.exp);
  let worst = 0;
  given.pairs.forEach((pair, at) => {
    const { logOdds } = logOddsOf(pair, means, given.size);
    const excesses = [logOdds - Math.log(given.bounds.most), Math.log(given.bounds.least) - logOdds];
    excesses.forEach((excess, side) => {
      worst = Math.max(worst, excess);
      given.multipliers[2 * at + side] = pushOf(given, 2 * at + side, excess).slope;
    });
  });
  return worst;
}
