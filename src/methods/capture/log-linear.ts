import { EstimationError } from '../../model/estimation-error.js';
import { cellOf } from '../../stats/cell-of.js';
import { findCrossing, findPeak } from '../../stats/find-crossing.js';
import { logGamma } from '../../stats/log-gamma.js';
import { covarianceOf, fitPoisson, type PoissonFit } from '../../stats/poisson-regression.js';
import { Z95 } from '../sizing.js';
import { acceptCaptures, cellsOf, listsIn, personsCaught, type CaptureTable } from './capture-table.js';
import { modelName, type ListModel } from './hierarchical-models.js';
import type { Ends } from './two-list-intervals.js';

/** A log-linear model fitted to capture histories. */
export interface LogLinearFit {
  readonly name: string;
  /** Persons: those caught plus exp(intercept), the number expected in the unseen cell. */
  readonly estimate: number;
  readonly standardError: number;
  readonly aic: number;
  readonly bic: number;
  readonly deviance: number;
  readonly degreesOfFreedom: number;
  /** Coefficients, the intercept first, then the lists, then what the model adds. */
  readonly coefficients: Float64Array;
}

/** The columns a log-linear model has beyond the intercept: for each capture history, its value in each. */
export interface HistoryDesign {
  readonly name: string;
  readonly lists: number;
  readonly columns: readonly ((cell: number) => number)[];
}

/** Returns the design of a hierarchical model: one column a list, one a set of lists that interact. */
export function designOf(model: ListModel): HistoryDesign {
  const singles = Array.from({ length: model.lists }, (_, list) => 1 << (model.lists - 1 - list));
  const masks = [...singles, ...model.interactions];
  return {
    name: modelName(model),
    lists: model.lists,
    columns: masks.map((mask) => (cell: number) => ((cell & mask) === mask ? 1 : 0)),
  };
}

/**
 * Returns the fit of a log-linear model to the 2^k − 1 histories seen, N = n + exp(β₀), standard error
 * √(exp(β₀) + exp(2β₀)·Var β₀); undefined when the model cannot be fitted to them (a set of lists nobody is on
 * together, columns that say the same).
 *
 * Source: S. E. Fienberg 1972, doi 10.1093/biomet/59.3.591; R. M. Cormack 1989, doi 10.2307/2531485; S. Baillargeon,
 * L.-P. Rivest 2007, doi 10.18637/jss.v019.i05. AIC and BIC count the Poisson likelihood with its factorials, BIC with
 * ln n of the persons caught. It misleads when lists depend on each other in ways the model leaves out, above all when
 * people differ in how easily they are met.
 *
 * Example: the four lists of HIV in Rome (Abeni et al. 1994) give 12318.47 with [12,3,4].
 */
export function fitLogLinear(table: CaptureTable, design: HistoryDesign): LogLinearFit | undefined {
  const problem = problemOf(table, design);
  if (problem.terms >= problem.counts.length + 1 || hasEmptyTerm(problem)) return undefined;
  const fit = fitPoisson(problem);
  if (fit === undefined) return undefined;
  const unseen = Math.exp(cellOf(fit.coefficients, 0));
  const caught = personsCaught(table);
  const aic = 2 * problem.terms - 2 * fit.logLikelihood;
  const standardError = Math.sqrt(unseen + unseen * unseen * covarianceOf(fit, 0, 0));
  if (!(unseen < 1e9 && standardError < 1e10)) return undefined;
  return {
    name: design.name,
    estimate: caught + unseen,
    standardError,
    aic,
    bic: aic + (Math.log(caught) - 2) * problem.terms,
    deviance: fit.deviance,
    degreesOfFreedom: problem.counts.length - problem.terms,
    coefficients: fit.coefficients,
  };
}

interface HistoryProblem {
  readonly design: Float64Array;
  readonly terms: number;
  readonly counts: readonly number[];
}

function problemOf(table: CaptureTable, { columns, lists }: HistoryDesign): HistoryProblem {
  const terms = columns.length + 1;
  const cells = cellsOf(lists) - 1;
  const design = new Float64Array(cells * terms);
  for (let cell = 1; cell <= cells; cell += 1) {
    design[(cell - 1) * terms] = 1;
    columns.forEach((column, at) => {
      design[(cell - 1) * terms + at + 1] = column(cell);
    });
  }
  return { design, terms, counts: table.counts.slice(1) };
}

/** Whether some column has nobody in it: its coefficient would run away to minus infinity. */
function hasEmptyTerm({ design, terms, counts }: HistoryProblem): boolean {
  for (let term = 1; term < terms; term += 1) {
    const total = counts.reduce((sum, count, row) => sum + count * cellOf(design, row * terms + term), 0);
    if (total === 0) return true;
  }
  return false;
}

/** The profile likelihood of a model: where it peaks and where it has fallen by 1.92. */
export interface Profile extends Ends {
  readonly estimate: number;
}

/**
 * Returns the multinomial profile-likelihood interval of a log-linear model with its peak, persons: for each N the
 * model is fitted to all 2^k cells with N − n in the unseen one, and N stays while the log-likelihood is within 1.92
 * of the largest.
 *
 * Preferred to the standard error, for the likelihood is skewed. Source: R. M. Cormack 1992, doi 10.2307/2532312.
 * Throws an EstimationError where the likelihood never falls that far: the data then set no upper bound.
 *
 * Example: the Rome lists with [12,3,4] give 10266 to 14992.
 */
export function profileOf(table: CaptureTable, design: HistoryDesign, guess: LogLinearFit): Profile {
  const caught = personsCaught(table);
  const likelihood = profileLikelihood(table, design, guess);
  const unseen = Math.max(1, guess.estimate - caught);
  const logPeak = findPeak(
    (logUnseen) => likelihood(Math.exp(logUnseen)),
    Math.log(unseen / 30),
    Math.log(unseen * 3),
  );
  const peak = Math.exp(logPeak);
  const floor = likelihood(peak) - (Z95 * Z95) / 2;
  const isIn = (size: number) => likelihood(size) >= floor;
  let beyond = 2 * peak;
  while (isIn(beyond)) {
    if (beyond > 1000 * (peak + caught)) {
      throw new EstimationError(
        'interval-unbounded',
        `${design.name}: the likelihood sets no upper bound to the size; too few people are on several lists for this model`,
      );
    }
    beyond *= 2;
  }
  return {
    estimate: caught + peak,
    low: caught + (isIn(0) ? 0 : findCrossing(isIn, peak, 0)),
    high: caught + findCrossing(isIn, peak, beyond),
  };
}

/** The log-likelihood of each number of unseen persons, the rest of the model at its best for that number. */
function profileLikelihood(
  table: CaptureTable,
  design: HistoryDesign,
  guess: LogLinearFit,
): (unseen: number) => number {
  const { design: seen, terms, counts } = problemOf(table, design);
  const whole = new Float64Array(seen.length + terms);
  whole[0] = 1;
  whole.set(seen, terms);
  const caught = personsCaught(table);
  let start: Float64Array = guess.coefficients;
  return (unseen) => {
    const cells = [unseen, ...counts];
    const fit =
      fitPoisson({ design: whole, terms, counts: cells }, start) ??
      fitPoisson({ design: whole, terms, counts: cells });
    if (fit === undefined) return -Infinity;
    start = fit.coefficients;
    return multinomial(cells, fit, caught + unseen);
  };
}

function multinomial(cells: readonly number[], fit: PoissonFit, size: number): number {
  const start = logGamma(size + 1) - logGamma(cellOf(cells, 0) + 1);
  return cells.reduce(
    (sum, count, cell) => (count > 0 ? sum + count * Math.log(cellOf(fit.fitted, cell) / size) : sum),
    start,
  );
}

/** How people differ in how easily they are met, as a column beside the lists. */
export type Heterogeneity = 'darroch' | 'poisson' | 'chao';

/**
 * Returns the design in which lists differ and people differ too (Mth): the lists plus a convex function of how many
 * lists a person is on. Darroch k²/2, Poisson 2^k − 1; Chao one column max(0, k − j) for each j from 2 to the number
 * of lists − 1, which gives a lower bound.
 *
 * Source: J. N. Darroch et al. 1993, doi 10.1080/01621459.1993.10476387; A. Chao 1987, doi 10.2307/2531532;
 * S. Baillargeon, L.-P. Rivest 2007, doi 10.18637/jss.v019.i05.
 */
export function heterogeneityDesign(lists: number, kind: Heterogeneity): HistoryDesign {
  const base = designOf({ lists, interactions: [] });
  const extra: Record<Heterogeneity, readonly ((cell: number) => number)[]> = {
    darroch: [(cell) => (listsIn(cell) * listsIn(cell)) / 2],
    poisson: [(cell) => (1 << listsIn(cell)) - 1],
    chao: Array.from({ length: lists - 2 }, (_, at) => (cell: number) => Math.max(0, listsIn(cell) - at - 2)),
  };
  return { name: `Mth ${kind}`, lists, columns: [...base.columns, ...extra[kind]] };
}

/**
 * Returns the fit of a model in which people differ (Mth), with negative terms taken out: people cannot differ less
 * than not at all. Throws an EstimationError when no such model can be fitted; Darroch's and the Poisson form give
 * very large sizes when dependence between lists, not between people, is the cause.
 *
 * Example: the four mailing lists of Aaron et al. 2003 give 6963.74 with Darroch's form.
 */
export function fitHeterogeneity(
  table: CaptureTable,
  kind: Heterogeneity,
): LogLinearFit & { readonly design: HistoryDesign } {
  acceptCaptures(table);
  const lists = table.lists.length;
  const whole = heterogeneityDesign(lists, kind);
  let columns = whole.columns.filter((column) =>
    table.counts.some((count, cell) => count * column(cell) > 0),
  );
  for (;;) {
    const design = { name: whole.name, lists, columns };
    const fit = fitLogLinear(table, design);
    if (fit === undefined) {
      throw new EstimationError(
        'model-not-fitted',
        `${design.name} cannot be fitted: too few people are on several lists`,
      );
    }
    const terms = fit.coefficients.slice(lists + 1);
    const negative = terms.findIndex((value) => value < 0);
    if (negative < 0) return { ...fit, design };
    columns = columns.filter((_, at) => at !== lists + negative);
  }
}
