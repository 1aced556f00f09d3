import { cellOf } from './cell-of.js';
import { logGamma } from './log-gamma.js';
import { choleskyFactor, choleskySolve } from './positive-definite.js';

/** A Poisson regression with a log link, fitted. */
export interface PoissonFit {
  readonly coefficients: Float64Array;
  /** Lower Cholesky factor of the information matrix. */
  readonly information: Float64Array;
  readonly fitted: Float64Array;
  readonly logLikelihood: number;
  readonly deviance: number;
}

/** Counts, which may be fractional, and a design of `terms` columns, row after row. */
export interface PoissonProblem {
  readonly design: Float64Array;
  readonly terms: number;
  readonly counts: ArrayLike<number>;
  /** Logarithm of the exposure of each row; 0 where not given. */
  readonly offset?: ArrayLike<number> | undefined;
}

const MOST_STEPS = 60;

/**
 * Returns the maximum-likelihood fit of counts ~ Poisson(exp(offset + design · coefficients)) by Fisher scoring with
 * step halving; undefined when there is none inside (columns that say the same, or coefficients that run away because
 * cells are zero).
 *
 * Source: P. McCullagh, J. A. Nelder 1989, Generalized Linear Models, section 2.5. Fractional counts enter the
 * likelihood by the gamma function. `start` saves steps where a near fit is known.
 *
 * Example: one column of ones and counts 2, 4 give the coefficient ln 3.
 */
export function fitPoisson(problem: PoissonProblem, start?: Float64Array): PoissonFit | undefined {
  const rows = problem.counts.length;
  let coefficients: Float64Array = start === undefined ? startOf(problem) : Float64Array.from(start);
  let fitted = means(problem, coefficients);
  let deviance = devianceOf(problem.counts, fitted);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const factor = choleskyFactor(informationOf(problem, fitted), problem.terms);
    if (factor === undefined) return undefined;
    const change = choleskySolve(factor, scoreOf(problem, fitted));
    let shrink = 1;
    let next = moved(coefficients, change, shrink);
    let nextFitted = means(problem, next);
    let nextDeviance = devianceOf(problem.counts, nextFitted);
    while (!(nextDeviance <= deviance + 1e-9 * (Math.abs(deviance) + 1)) && shrink > 1e-6) {
      shrink /= 2;
      next = moved(coefficients, change, shrink);
      nextFitted = means(problem, next);
      nextDeviance = devianceOf(problem.counts, nextFitted);
    }
    const largest = change.reduce((most, value) => Math.max(most, Math.abs(value)), 0) * shrink;
    [coefficients, fitted, deviance] = [next, nextFitted, nextDeviance];
    if (largest > 1e-8) continue;
    const information = choleskyFactor(informationOf(problem, fitted), problem.terms);
    if (information === undefined) return undefined;
    const logLikelihood = logLikelihoodOf(problem.counts, fitted, rows);
    return { coefficients, information, fitted, deviance, logLikelihood };
  }
  return undefined;
}

/** Returns the covariance of two coefficients of a fit. */
export function covarianceOf(fit: PoissonFit, one: number, other: number): number {
  const unit = new Float64Array(fit.coefficients.length);
  unit[one] = 1;
  return cellOf(choleskySolve(fit.information, unit), other);
}

/** Least squares on the logarithm of the counts with 0.5 added: near enough to start from. */
function startOf(problem: PoissonProblem): Float64Array {
  const { design, terms, counts, offset } = problem;
  const matrix = new Float64Array(terms * terms);
  const right = new Float64Array(terms);
  for (let row = 0; row < counts.length; row += 1) {
    const count = cellOf(counts, row) + 0.5;
    const target = Math.log(count) - (offset === undefined ? 0 : cellOf(offset, row));
    for (let i = 0; i < terms; i += 1) {
      const x = cellOf(design, row * terms + i) * count;
      right[i] = cellOf(right, i) + x * target;
      for (let j = 0; j <= i; j += 1) {
        matrix[i * terms + j] = cellOf(matrix, i * terms + j) + x * cellOf(design, row * terms + j);
      }
    }
  }
  const factor = choleskyFactor(matrix, terms);
  return factor === undefined ? new Float64Array(terms) : choleskySolve(factor, right);
}

function means(problem: PoissonProblem, coefficients: Float64Array): Float64Array {
  const { design, terms, counts, offset } = problem;
  const fitted = new Float64Array(counts.length);
  for (let row = 0; row < counts.length; row += 1) {
    let sum = offset === undefined ? 0 : cellOf(offset, row);
    for (let i = 0; i < terms; i += 1) sum += cellOf(design, row * terms + i) * cellOf(coefficients, i);
    fitted[row] = Math.exp(Math.min(sum, 300));
  }
  return fitted;
}

/** Lower triangle of the information matrix: sum over rows of mean · x · xᵀ. */
function informationOf({ design, terms }: PoissonProblem, fitted: Float64Array): Float64Array {
  const matrix = new Float64Array(terms * terms);
  for (let row = 0; row < fitted.length; row += 1) {
    for (let i = 0; i < terms; i += 1) {
      const weighted = cellOf(design, row * terms + i) * cellOf(fitted, row);
      if (weighted === 0) continue;
      for (let j = 0; j <= i; j += 1) {
        matrix[i * terms + j] = cellOf(matrix, i * terms + j) + weighted * cellOf(design, row * terms + j);
      }
    }
  }
  return matrix;
}

function scoreOf({ design, terms, counts }: PoissonProblem, fitted: Float64Array): Float64Array {
  const score = new Float64Array(terms);
  for (let row = 0; row < fitted.length; row += 1) {
    const rest = cellOf(counts, row) - cellOf(fitted, row);
    for (let i = 0; i < terms; i += 1) score[i] = cellOf(score, i) + rest * cellOf(design, row * terms + i);
  }
  return score;
}

function moved(from: Float64Array, change: Float64Array, share: number): Float64Array {
  return from.map((value, at) => value + share * cellOf(change, at));
}

function devianceOf(counts: ArrayLike<number>, fitted: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < fitted.length; row += 1) {
    const [count, mean] = [cellOf(counts, row), cellOf(fitted, row)];
    sum += 2 * ((count > 0 ? count * Math.log(count / mean) : 0) - count + mean);
  }
  return sum;
}

function logLikelihoodOf(counts: ArrayLike<number>, fitted: Float64Array, rows: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    const [count, mean] = [cellOf(counts, row), cellOf(fitted, row)];
    sum += (count > 0 ? count * Math.log(mean) : 0) - mean - logGamma(count + 1);
  }
  return sum;
}
