import { EstimationError } from '../../model/estimation-error.js';
import { logNormalInterval } from './two-list-intervals.js';
import { acceptCaptures, personsCaught, type CaptureTable } from './capture-table.js';
import { hierarchicalModels } from './hierarchical-models.js';
import { designOf, fitLogLinear, type LogLinearFit } from './log-linear.js';

/** A fitted model with its weight in an average. */
export interface WeightedFit extends LogLinearFit {
  /** Weight by AIC and by BIC, 0 to 1. */
  readonly aicWeight: number;
  readonly bicWeight: number;
}

/** Every hierarchical model that can be fitted, best AIC first, and how many could not. */
export interface ModelFamily {
  readonly fits: readonly WeightedFit[];
  readonly notFitted: number;
}

/**
 * Returns all hierarchical models up to an order fitted to the table, with weights exp(−IC/2) that sum to 1, best
 * AIC first. Models that the sparse cells do not support are left out and counted. Throws an EstimationError when
 * not one can be fitted.
 *
 * Source: S. T. Buckland, K. P. Burnham, N. H. Augustin 1997, doi 10.2307/2533961.
 *
 * Example: four lists up to order 2 make 64 models.
 */
export function fitFamily(table: CaptureTable, order: number): ModelFamily {
  acceptCaptures(table);
  const models = hierarchicalModels(table.lists.length, order);
  const fits = models
    .map((model) => fitLogLinear(table, designOf(model)))
    .filter((fit): fit is LogLinearFit => fit !== undefined);
  if (fits.length === 0) {
    throw new EstimationError(
      'model-not-fitted',
      'no log-linear model can be fitted: too few people are on several lists; collect more or merge lists',
    );
  }
  const aicWeights = weightsOf(fits.map((fit) => fit.aic));
  const bicWeights = weightsOf(fits.map((fit) => fit.bic));
  const weighted = fits.map((fit, at) => ({
    ...fit,
    aicWeight: aicWeights[at] ?? 0,
    bicWeight: bicWeights[at] ?? 0,
  }));
  const ordered = weighted.sort((a, b) => a.aic - b.aic || (a.name < b.name ? -1 : 1));
  return { fits: ordered, notFitted: models.length - fits.length };
}

function weightsOf(criteria: readonly number[]): number[] {
  const best = Math.min(...criteria);
  const raw = criteria.map((value) => Math.exp((best - value) / 2));
  const sum = raw.reduce((total, value) => total + value, 0);
  return raw.map((value) => value / sum);
}

/** An average over models. */
export interface ModelAverage {
  readonly estimate: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Returns the estimate averaged over the models, persons, with its unconditional standard error
 * Σ w · √(se² + (N − N̄)²) and a log-normal interval from it.
 *
 * Source: S. T. Buckland, K. P. Burnham, N. H. Augustin 1997, doi 10.2307/2533961. Model weights do not know of what
 * all models leave out: a bias they share stays.
 *
 * Example: the Rome lists averaged by AIC over 64 models give 12796.2.
 */
export function averageModels(table: CaptureTable, family: ModelFamily, by: 'aic' | 'bic'): ModelAverage {
  const weight = (fit: WeightedFit) => (by === 'aic' ? fit.aicWeight : fit.bicWeight);
  const estimate = family.fits.reduce((sum, fit) => sum + weight(fit) * fit.estimate, 0);
  const standardError = family.fits.reduce((sum, fit) => {
    const away = fit.estimate - estimate;
    return sum + weight(fit) * Math.sqrt(fit.standardError * fit.standardError + away * away);
  }, 0);
  const ends = logNormalInterval({ estimate, variance: standardError * standardError }, personsCaught(table));
  return { estimate, standardError, ...ends };
}
