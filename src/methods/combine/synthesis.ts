import { EstimationError } from '../../model/estimation-error.js';
import { findCrossing } from '../../stats/find-crossing.js';
import { normalCdf } from '../../stats/normal-cdf.js';
import { percentile } from '../../stats/percentile.js';
import { attempt, type Attempt } from '../attempt.js';
import { LEVEL, Z95 } from '../sizing.js';
import { anchoredMultiplier, type Anchor } from './anchored.js';
import { logEstimates, type LogEstimate, type SourceEstimate } from './sources.js';

/** An estimate pooled on the log scale, with how far the studies disagree. */
export interface Pooled {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Variance between studies of the logarithm. */
  readonly tauSquared: number;
  /** Share of the spread that chance does not explain, 0 to 1. */
  readonly inconsistency: number;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function atLeastTwo(studies: readonly LogEstimate[]): void {
  if (studies.length < 2) {
    throw new EstimationError(
      'sources-too-few',
      'at least two independent estimates with an interval are needed',
    );
  }
}

/**
 * Returns the inverse-variance mean of the logarithms, turned back to persons.
 *
 * Right only if every study estimates the same number without bias, which sizing methods do not: it is narrow around
 * whatever study claims to be most precise. Source: L. V. Hedges, I. Olkin 1985, Statistical Methods for Meta-Analysis,
 * chapter 6.
 *
 * Example: the four Juba estimates give 2216.5.
 */
export function inverseVariance(studies: readonly LogEstimate[]): Pooled {
  atLeastTwo(studies);
  return { ...weighted(studies, 0), inconsistency: heterogeneity(studies).inconsistency };
}

/**
 * Returns the DerSimonian–Laird random-effects mean of the logarithms, turned back to persons.
 *
 * Source: R. DerSimonian, N. Laird 1986, doi 10.1016/0197-2456(86)90046-2. With two to four studies the variance between
 * them is hardly known and the interval too narrow.
 *
 * Example: the four Juba estimates give 3298 (2207 to 4928), τ² = 0.1652, I² = 0.993.
 */
export function randomEffects(studies: readonly LogEstimate[]): Pooled {
  atLeastTwo(studies);
  const { tauSquared, inconsistency } = heterogeneity(studies);
  return { ...weighted(studies, tauSquared), inconsistency };
}

function weighted(studies: readonly LogEstimate[], tauSquared: number): Omit<Pooled, 'inconsistency'> {
  const weights = studies.map(({ error }) => 1 / (error * error + tauSquared));
  const centre = sumOf(studies.map(({ y }, at) => y * (weights[at] ?? 0))) / sumOf(weights);
  const half = Z95 / Math.sqrt(sumOf(weights));
  return {
    estimate: Math.exp(centre),
    low: Math.exp(centre - half),
    high: Math.exp(centre + half),
    tauSquared,
  };
}

function heterogeneity(studies: readonly LogEstimate[]): { tauSquared: number; inconsistency: number } {
  const weights = studies.map(({ error }) => 1 / (error * error));
  const total = sumOf(weights);
  const centre = sumOf(studies.map(({ y }, at) => y * (weights[at] ?? 0))) / total;
  const q = sumOf(studies.map(({ y }, at) => (weights[at] ?? 0) * (y - centre) * (y - centre)));
  const free = studies.length - 1;
  const scale = total - sumOf(weights.map((weight) => weight * weight)) / total;
  return { tauSquared: Math.max(0, (q - free) / scale), inconsistency: q > free ? (q - free) / q : 0 };
}

/** Prior on the size: its median and upper quartile, persons. */
export interface SizePriorQuartiles {
  readonly median: number;
  readonly upperQuartile: number;
}

/** The upper quartile of the standard normal distribution. */
const QUARTILE = 0.6744897501960817;
const GRID = 500;
/** Parts of the posterior lighter than this share of the heaviest are left out. */
const LIGHT = 1e-13;

/**
 * Returns the hierarchical synthesis on the log scale: yᵢ ~ N(θ, τ² + (σᵢ/cᵢ)²) with confidence cᵢ, θ flat or normal by
 * the prior's quartiles, τ half-Cauchy with scale 0.01·sd(y); posterior median and central 95%, persons.
 *
 * Worked out by quadrature over τ, so the answer has no Monte Carlo error. Source: I. Fellows 2024, triangulator
 * (documentation, "Mathematical Details"). Throws an EstimationError for fewer than two studies and no prior. With few
 * studies the prior on τ decides the width.
 *
 * Example: the four Juba estimates, flat prior, confidence 1: 3298 (1623 to 6749).
 */
export function hierarchical(
  studies: readonly LogEstimate[],
  prior?: SizePriorQuartiles,
): Pick<Pooled, 'low' | 'estimate' | 'high'> {
  atLeastTwo(studies);
  const ys = studies.map(({ y }) => y);
  const centre = sumOf(ys) / ys.length;
  const spread = Math.sqrt(sumOf(ys.map((y) => (y - centre) * (y - centre))) / (ys.length - 1));
  const scale = Math.max(1e-6, 0.01 * spread);
  const belief = beliefOf(prior);
  const all = Array.from({ length: GRID }, (_, at) => {
    const logTau = Math.log(scale) - 10 + (at * (10 + Math.log(1e6))) / (GRID - 1);
    return partAt(Math.exp(logTau), studies, { ...belief, scale });
  });
  const top = Math.max(...all.map((part) => part.logWeight));
  const parts = all.filter((part) => part.logWeight > top + Math.log(LIGHT));
  const weights = parts.map((part) => Math.exp(part.logWeight - top));
  const total = sumOf(weights);
  const below = (theta: number) =>
    parts.reduce((sum, part, at) => sum + (weights[at] ?? 0) * normalCdf((theta - part.mean) / part.sd), 0) /
    total;
  const quantile = (share: number) => {
    let [inside, outside] = [centre - 1, centre + 1];
    while (below(inside) >= share) inside -= 5;
    while (below(outside) < share) outside += 5;
    return Math.exp(findCrossing((theta) => below(theta) < share, inside, outside));
  };
  return { low: quantile(0.025), estimate: quantile(0.5), high: quantile(0.975) };
}

function beliefOf(prior: SizePriorQuartiles | undefined): { precision: number; centre: number } {
  if (prior === undefined) return { precision: 0, centre: 0 };
  const { median, upperQuartile } = prior;
  if (!(median > 0 && upperQuartile > median && upperQuartile < 1e10)) {
    throw new EstimationError(
      'setting-out-of-range',
      'a prior needs a median above 0 and an upper quartile above it',
    );
  }
  const sd = Math.log(upperQuartile / median) / QUARTILE;
  return { precision: 1 / (sd * sd), centre: Math.log(median) };
}

/** Given τ, θ is normal: its mean and sd, and the log weight of that τ on an even grid of ln τ. */
function partAt(
  tau: number,
  studies: readonly LogEstimate[],
  prior: { readonly precision: number; readonly centre: number; readonly scale: number },
) {
  let precision = prior.precision;
  let pull = prior.precision * prior.centre;
  let fit = prior.precision * prior.centre * prior.centre;
  let logs = 0;
  for (const { y, error, confidence } of studies) {
    const own = error / confidence;
    const variance = tau * tau + own * own;
    precision += 1 / variance;
    pull += y / variance;
    fit += (y * y) / variance;
    logs += Math.log(variance);
  }
  const mean = pull / precision;
  const ratio = tau / prior.scale;
  const logWeight =
    Math.log(ratio) -
    Math.log(1 + ratio * ratio) -
    logs / 2 -
    Math.log(precision) / 2 -
    (fit - precision * mean * mean) / 2;
  return { mean, sd: 1 / Math.sqrt(precision), logWeight };
}

/**
 * Returns the median of the estimates with the lowest and highest of them as plausible bounds, persons.
 *
 * Uses every estimate, also those without an interval, and lets no single one pull it. Source: J. Okal et al. 2013, doi
 * 10.1136/sextrans-2013-051071. The bounds are a spread of opinions, not an interval. Throws an EstimationError for fewer
 * than two.
 *
 * Example: 1000, 2000 and 6000 give 2000 (1000 to 6000).
 */
export function medianWithBounds(rows: readonly SourceEstimate[]): Pick<Pooled, 'low' | 'estimate' | 'high'> {
  if (rows.length < 2)
    throw new EstimationError('sources-too-few', 'at least two independent estimates are needed');
  const sorted = Float64Array.from(rows, (row) => row.estimate).sort();
  return { low: percentile(sorted, 0), estimate: percentile(sorted, 0.5), high: percentile(sorted, 1) };
}

/** What a synthesis may know beside the estimates. */
export interface Beliefs {
  readonly prior?: SizePriorQuartiles | undefined;
  readonly anchor?: Anchor | undefined;
}

/** Returns every synthesis of the estimates side by side, the hierarchical one first; the anchored ones need an anchor. */
export function combineSources(rows: readonly SourceEstimate[], { prior, anchor }: Beliefs = {}): Attempt[] {
  const studies = logEstimates(rows);
  const without = rows.length - studies.length;
  const counted = [
    `${studies.length} independent estimates`,
    ...(without === 0 ? [] : [`${without} without an interval left out`]),
  ];
  const pooled = (id: string, of: () => Pooled) =>
    attempt(`combine.${id}`, 'log-scale normal', () => {
      const { low, estimate, high, inconsistency } = of();
      const caveat = `I² ${inconsistency.toFixed(2)}`;
      return { low, estimate, high, basis: 'confidence', level: LEVEL, caveats: [...counted, caveat] };
    });
  return [
    attempt('combine.hierarchical', 'posterior', () => ({
      ...hierarchical(studies, prior),
      basis: 'credible',
      level: LEVEL,
      caveats: [
        ...counted,
        prior === undefined
          ? 'flat prior'
          : `prior median ${prior.median}, upper quartile ${prior.upperQuartile}`,
      ],
    })),
    pooled('random_effects', () => randomEffects(studies)),
    pooled('inverse_variance', () => inverseVariance(studies)),
    ...(anchor === undefined ? [] : [anchored(rows, anchor, false), anchored(rows, anchor, true)]),
    attempt('combine.median', 'lowest and highest', () => ({
      ...medianWithBounds(rows),
      basis: 'spread',
      level: undefined,
      caveats: [`${rows.length} independent estimates`, 'bounds are the lowest and highest of them'],
    })),
  ];
}

function anchored(rows: readonly SourceEstimate[], anchor: Anchor, isAdjusted: boolean): Attempt {
  return attempt(`combine.${isAdjusted ? 'anchored_adjusted' : 'anchored'}`, 'beta posterior', () => {
    const { low, estimate, high } = anchoredMultiplier(rows, anchor, isAdjusted);
    const said = `anchor ${anchor.share} (${anchor.low}–${anchor.high}) of ${anchor.of}`;
    return { low, estimate, high, basis: 'credible', level: LEVEL, caveats: [said] };
  });
}
