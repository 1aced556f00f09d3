import { EstimationError } from '../../model/estimation-error.js';
import { cellOf } from '../../stats/cell-of.js';
import { drawMultinomial } from '../../stats/draw-multinomial.js';
import type { Random } from '../../stats/random.js';
import { logNormalInterval } from './two-list-intervals.js';
import { acceptCaptures, listSize, pairOf, personsCaught, type CaptureTable } from './capture-table.js';

/** What sample coverage gives for three or more lists, persons. */
export interface SampleCoverage {
  /** Share of the population's chances of being met that the lists cover, 0 to 1. */
  readonly coverage: number;
  /** Average number of persons on lists, single ones discounted. */
  readonly distinct: number;
  /** The size if lists were independent. */
  readonly independence: number;
  /** One-step estimate for low coverage (below about 0.55), a lower bound when people differ strongly. */
  readonly low: number;
  /** Estimate for high coverage; undefined where its denominator vanishes. */
  readonly high: number | undefined;
}

/**
 * Returns the sample-coverage estimates for three or more lists: D = n − mean count on one list only, C = 1 − mean
 * share of a list that is on it only, N₀ = D / C, and the two forms that let every pair of lists depend on each other.
 *
 * Needs no model of the dependence; dependence between lists and differences between people enter by the coefficients
 * of covariation. Source: A. Chao, P. K. Tsay 1998, doi 10.2307/2533862; A. Chao, P. K. Tsay, S.-H. Lin, W.-Y. Shau,
 * D.-Y. Chao 2001, doi 10.1002/sim.996. Throws an EstimationError for two lists, and when coverage is zero. Below a coverage of about 0.55 only the low form is used, as a bound.
 *
 * Example: hepatitis A in Taiwan gives C = 0.513, N₀ = 407.0, low 507.8, high 970.8.
 */
export function sampleCoverage(table: CaptureTable): SampleCoverage {
  acceptCaptures(table);
  const lists = table.lists.length;
  if (lists < 3) throw new EstimationError('lists-number', 'sample coverage needs three or more lists');
  const single = table.lists.map((_, list) => cellOf(table.counts, cellOfList(list, lists)));
  const sizes = single.map((_, list) => listSize(table, list));
  const distinct = personsCaught(table) - mean(single);
  const coverage = 1 - mean(single.map((count, list) => count / cellOf(sizes, list)));
  if (!(coverage > 0)) throw new EstimationError('no-overlap', 'the lists cover nothing of each other');
  const independence = distinct / coverage;
  const pairs = pairsOf(lists).map(([one, other]) => pairTerms(table, one, other));
  const grown = (size: number) =>
    independence +
    pairs.reduce((sum, { alone, ratio }) => sum + alone * (size * ratio - 1), 0) / (lists * coverage);
  const spread = lists * coverage - pairs.reduce((sum, { alone, ratio }) => sum + alone * ratio, 0);
  const joint = lists * distinct - pairs.reduce((sum, { alone }) => sum + alone, 0);
  const high = spread > 0 ? joint / spread : undefined;
  return { coverage, distinct, independence, low: grown(grown(independence)), high };
}

/** The history of being on that list only. */
const cellOfList = (list: number, lists: number) => 1 << (lists - 1 - list);

function pairsOf(lists: number): [number, number][] {
  const places = Array.from({ length: lists }, (_, list) => list);
  return places.flatMap((one) => places.slice(one + 1).map((other): [number, number] => [one, other]));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of a pair of lists: m / (n₁·n₂); persons on each and on no list besides the two, summed. */
function pairTerms(table: CaptureTable, one: number, other: number) {
  const lists = table.lists.length;
  const [first, second] = [cellOfList(one, lists), cellOfList(other, lists)];
  const alone =
    cellOf(table.counts, first) + cellOf(table.counts, second) + 2 * cellOf(table.counts, first | second);
  const pair = pairOf(table, one, other);
  return { ratio: pair.both / (pair.first * pair.second), alone };
}

/**
 * Returns a log-normal interval for one of the estimates from a parametric bootstrap: the histories are redrawn
 * `replicates` times from a population of that size with the unseen cell unobserved.
 *
 * Source: A. Chao et al. 2001, doi 10.1002/sim.996. Replicates without overlap are redrawn from; a standard error
 * above twice the estimate is refused.
 */
export function sampleCoverageInterval(
  table: CaptureTable,
  estimate: number,
  options: {
    readonly random: Random;
    readonly replicates: number;
    readonly pick: (of: SampleCoverage) => number | undefined;
  },
): { readonly low: number; readonly high: number; readonly standardError: number } {
  const caught = personsCaught(table);
  const size = Math.round(estimate);
  const weights = [size - caught, ...table.counts.slice(1)];
  const drawn: number[] = [];
  for (let at = 0; at < options.replicates; at += 1) {
    const [, ...seen] = drawMultinomial(options.random, size, weights);
    const value = estimateOf({ lists: table.lists, counts: [0, ...seen] }, options.pick);
    if (value !== undefined && value > 0 && value < 1e10) drawn.push(value);
  }
  if (drawn.length < options.replicates / 2) {
    throw new EstimationError(
      'sparse-cells',
      'too few people are on several lists for a sample-coverage interval',
    );
  }
  const centre = mean(drawn);
  const variance = mean(drawn.map((value) => (value - centre) * (value - centre)));
  const standardError = Math.sqrt(variance);
  if (standardError > 2 * estimate) {
    throw new EstimationError('interval-unbounded', 'the sample-coverage estimate is too unsure to be used');
  }
  return { ...logNormalInterval({ estimate, variance }, caught), standardError };
}

function estimateOf(
  table: CaptureTable,
  pick: (of: SampleCoverage) => number | undefined,
): number | undefined {
  try {
    return pick(sampleCoverage(table));
  } catch (error) {
    if (error instanceof EstimationError) return undefined;
    throw error;
  }
}
