import { EstimationError } from '../../model/estimation-error.js';
import { cellOf } from '../../stats/cell-of.js';
import { drawPoisson } from '../../stats/draw-poisson.js';
import { findCrossing } from '../../stats/find-crossing.js';
import type { Random } from '../../stats/random.js';
import { acceptCaptures, pairOf, personsCaught, type CaptureTable } from './capture-table.js';
import { acceptOddsBounds, type OddsBounds } from './odds-bounds.js';
import type { Ends } from './two-list-intervals.js';

export interface PartialBootstrapOptions {
  readonly random: Random;
  /** Redrawn tables. */
  readonly replicates: number;
}

/** Level of the test that makes the interval, and the part of it spent on telling which bounds can be near. */
const LEVEL = 0.05;
const FIRST_STEP = LEVEL / 10;
/** Half-width of a person at which the search for an end stops. */
const FARTHEST = 1e6;

/**
 * Returns the sizes that a bootstrap test of the odds-ratio bounds does not reject at 5%, persons: an interval that
 * needs no model of the lists, never below the people caught.
 *
 * For each pair of lists and each bound the inequality n₁₁·n₀₀ ≤ ψ·n₁₀·n₀₁ (or ≥) is tested by its unbiased estimate over
 * its standard error; all of them together by the largest, with a first step that tells which can be near their bound.
 * Tables are redrawn with Poisson counts, the same ones for every size. Source: J. Sun, L. Van Baelen, E. Plettinckx,
 * F. W. Crawford 2023, doi 10.1111/biom.13881 (test-inversion bootstrap); the two-step test is J. P. Romano, A. M.
 * Shaikh, M. Wolf 2014, doi 10.3982/ECTA9011. Throws an EstimationError where every size or no upper end is left.
 *
 * Example: Brussels with odds ratios from 1 to 5: about 430 to 784.
 */
export function partialBootstrap(
  table: CaptureTable,
  bounds: OddsBounds,
  options: PartialBootstrapOptions,
): Ends {
  acceptCaptures(table);
  acceptOddsBounds(bounds);
  const caught = personsCaught(table);
  const observed = pairsOf(table);
  const redrawn = Array.from({ length: options.replicates }, () =>
    pairsOf({
      lists: table.lists,
      counts: table.counts.map((count) => drawPoisson(options.random, count)),
    }),
  );
  const isLeft = (size: number) => !isRejected(size, { observed, redrawn, bounds });
  const inside = startFor(observed, { bounds, caught, isLeft });
  let beyond = 2 * inside;
  while (isLeft(beyond)) {
    if (beyond > FARTHEST * caught) {
      throw new EstimationError(
        'interval-unbounded',
        'under these odds ratios the lists set no upper bound to the size',
      );
    }
    beyond *= 2;
  }
  return {
    low: isLeft(caught) ? caught : findCrossing(isLeft, inside, caught),
    high: findCrossing(isLeft, inside, beyond),
  };
}

/** Persons of a pair of lists on both, on the first only, on the second only. */
interface PairCounts {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

function pairsOf(table: CaptureTable): PairCounts[] {
  const lists = table.lists.length;
  const pairs: PairCounts[] = [];
  for (let one = 0; one < lists; one += 1) {
    for (let other = one + 1; other < lists; other += 1) {
      const { first, second, both } = pairOf(table, one, other);
      pairs.push({ both, onlyFirst: first - both, onlySecond: second - both });
    }
  }
  return pairs;
}

/** A size to search from: one that is not rejected, looked for between the ends of the pairs by themselves. */
function startFor(
  pairs: readonly PairCounts[],
  given: { readonly bounds: OddsBounds; readonly caught: number; readonly isLeft: (size: number) => boolean },
): number {
  const { bounds, caught, isLeft } = given;
  const ends = pairs.flatMap(({ both, onlyFirst, onlySecond }) => {
    const seen = both + onlyFirst + onlySecond;
    const unit = (onlyFirst * onlySecond) / (both + 1);
    return [seen + bounds.least * unit, seen + bounds.most * unit];
  });
  const low = Math.max(caught, Math.min(...ends));
  const high = Math.max(2 * caught, ...ends);
  const STEPS = 60;
  const tried = Array.from({ length: STEPS + 1 }, (_, at) => low * (high / low) ** (at / STEPS));
  const middle = Math.sqrt(low * high);
  const found = tried
    .sort((a, b) => Math.abs(Math.log(a / middle)) - Math.abs(Math.log(b / middle)) || a - b)
    .find(isLeft);
  if (found === undefined) {
    throw new EstimationError(
      'lists-contradict',
      'no size keeps every pair of lists within these odds ratios; the bounds contradict the lists',
    );
  }
  return found;
}

interface Inequality {
  readonly value: number;
  readonly error: number;
}

/**
 * The inequalities of a table at a size, 0 or less where they hold, with their standard errors: for the upper bound
 * n₁₁·(N − n₁₀ − n₀₁) − n₁₁(n₁₁ − 1) − ψ·n₁₀·n₀₁, for the lower one its opposite. The variance is that of a Poisson
 * polynomial: Σ λ·(first derivative)² + ½·ΣΣ λλ·(second derivative)².
 */
function inequalitiesOf(pairs: readonly PairCounts[], size: number, bounds: OddsBounds): Inequality[] {
  const unit = size * size;
  return pairs.flatMap(({ both: a, onlyFirst: b, onlySecond: c }) =>
    ([bounds.most, bounds.least] as const).map((odds, side) => {
      const value = a * (size - b - c) - a * (a - 1) - odds * b * c;
      const [byBoth, byFirst, bySecond] = [size - 2 * a - b - c, a + odds * c, a + odds * b];
      const variance =
        a * byBoth * byBoth +
        b * byFirst * byFirst +
        c * bySecond * bySecond +
        2 * a * a +
        a * b +
        a * c +
        odds * odds * b * c;
      return { value: (side === 0 ? value : -value) / unit, error: Math.sqrt(variance) / unit };
    }),
  );
}

const over = (value: number, error: number) => (error > 0 ? value / error : value > 0 ? Infinity : -Infinity);

function isRejected(
  size: number,
  given: {
    readonly observed: readonly PairCounts[];
    readonly redrawn: readonly (readonly PairCounts[])[];
    readonly bounds: OddsBounds;
  },
): boolean {
  const seen = inequalitiesOf(given.observed, size, given.bounds);
  const again = given.redrawn.map((pairs) => inequalitiesOf(pairs, size, given.bounds));
  const reach = quantileOf(
    again.map((drawn) =>
      largest(drawn, ({ value, error }, at) => over((seen[at]?.value ?? 0) - value, error)),
    ),
    1 - FIRST_STEP,
  );
  const farthest = seen.map(({ value, error }) => value + reach * error);
  if (farthest.every((value) => value <= 0)) return false;
  const statistic = largest(seen, ({ value, error }) => over(value, error));
  const critical = quantileOf(
    again.map((drawn) =>
      largest(drawn, ({ value, error }, at) =>
        over(value - (seen[at]?.value ?? 0) + Math.min(0, farthest[at] ?? 0), error),
      ),
    ),
    1 - LEVEL + FIRST_STEP,
  );
  return statistic > critical;
}

function largest(rows: readonly Inequality[], of: (row: Inequality, at: number) => number): number {
  return rows.reduce((most, row, at) => Math.max(most, of(row, at)), -Infinity);
}

function quantileOf(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return cellOf(sorted, Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1));
}
