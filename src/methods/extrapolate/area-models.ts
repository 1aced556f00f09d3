import { EstimationError } from '../../model/estimation-error.js';
import { cellOf } from '../../stats/cell-of.js';
import { logGamma } from '../../stats/log-gamma.js';
import { minimise } from '../../stats/minimise.js';
import { percentile } from '../../stats/percentile.js';
import { fitPoisson } from '../../stats/poisson-regression.js';
import type { AreaFit, MappedArea } from './areas.js';
import { fitPooledShares } from './pooled-shares.js';

/** How areas that were not mapped are filled from those that were. */
export type AreaModelId =
  'rate' | 'median-rate' | 'loglog' | 'loglog-normal' | 'poisson' | 'negbin' | 'pooled';

export const AREA_MODELS: readonly AreaModelId[] = [
  'loglog',
  'loglog-normal',
  'rate',
  'median-rate',
  'poisson',
  'negbin',
  'pooled',
];

/** Mapped areas a stratum must have to be fitted by itself. */
const OWN_STRATUM = 3;

/**
 * Returns the fit of a model to mapped areas.
 *
 * `rate` is Σ persons / Σ denominator and `median-rate` the median of the areas' rates, by stratum where a stratum has
 * three mapped areas; `loglog` is ln S = a + b·ln D by least squares with Duan's smearing factor, the mean of
 * exp(residual), and `loglog-normal` the same with exp(σ²/2), right where residuals are normal; `poisson` and `negbin` are
 * count regressions on ln D with a log link; `pooled` draws the shares of strata towards each other. Source of smearing:
 * N. Duan 1983, doi 10.1080/01621459.1983.10478017; of the negative binomial: J. F. Lawless 1987, doi 10.2307/3314912. Throws an EstimationError for fewer than three
 * mapped areas, estimates of 0 under loglog, or areas that are all of one size.
 *
 * Example: the 58 Kenyan towns of 2012 give loglog constant 2.225 and slope 0.508.
 */
export function fitAreas(model: AreaModelId, areas: readonly MappedArea[]): AreaFit {
  if (areas.length < 3)
    throw new EstimationError('areas-too-few', `${areas.length} mapped areas are too few to learn from`);
  switch (model) {
    case 'rate':
      return byStratum(areas, (rows) => sumOf(rows, 'estimate') / sumOf(rows, 'denominator'));
    case 'median-rate':
      return byStratum(areas, (rows) => {
        const rates = Float64Array.from(rows, (row) => row.estimate / row.denominator).sort();
        return percentile(rates, 0.5);
      });
    case 'loglog':
      return fitLogLog(areas, (residuals) => meanOf(residuals.map(Math.exp)));
    case 'loglog-normal':
      return fitLogLog(areas, normalSmearing);
    case 'poisson':
      return fromLine(poissonLine(areas));
    case 'negbin':
      return fromLine(negativeBinomialLine(areas));
    case 'pooled':
      return fitPooledShares(areas);
  }
}

const sumOf = (rows: readonly MappedArea[], of: 'estimate' | 'denominator') =>
  rows.reduce((sum, row) => sum + row[of], 0);

function byStratum(areas: readonly MappedArea[], rateOf: (rows: readonly MappedArea[]) => number): AreaFit {
  const whole = rateOf(areas);
  const rates = new Map<string, number>();
  for (const { stratum } of areas) {
    const rows = areas.filter((row) => row.stratum === stratum);
    if (rows.length >= OWN_STRATUM && !rates.has(stratum)) rates.set(stratum, rateOf(rows));
  }
  return {
    predict: (area) => area.denominator * (rates.get(area.stratum) ?? whole),
    coefficients: [whole],
  };
}

/** exp(σ²/2), σ² the residual variance of a line. */
function normalSmearing(residuals: readonly number[]): number {
  return Math.exp(residuals.reduce((sum, value) => sum + value * value, 0) / (residuals.length - 2) / 2);
}

function fitLogLog(
  areas: readonly MappedArea[],
  smearingOf: (residuals: readonly number[]) => number,
): AreaFit {
  if (areas.some((area) => !(area.estimate > 0))) {
    throw new EstimationError(
      'nothing-counted',
      'loglog cannot use areas with an estimate of 0; use poisson or negbin',
    );
  }
  const x = areas.map((area) => Math.log(area.denominator));
  const y = areas.map((area) => Math.log(area.estimate));
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  const spread = x.reduce((sum, value) => sum + (value - meanX) * (value - meanX), 0);
  if (!(spread > 0))
    throw new EstimationError(
      'areas-alike',
      'the mapped areas are all of one size: nothing shows how size matters',
    );
  const slope = x.reduce((sum, value, at) => sum + (value - meanX) * (cellOf(y, at) - meanY), 0) / spread;
  const constant = meanY - slope * meanX;
  const smearing = smearingOf(y.map((value, at) => value - constant - slope * cellOf(x, at)));
  const line = fromLine([constant, slope]);
  return { ...line, predict: (area) => smearing * line.predict(area) };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function fromLine(coefficients: readonly number[]): AreaFit {
  const [constant = Number.NaN, slope = Number.NaN] = coefficients;
  return {
    predict: (area) => Math.exp(constant + slope * Math.log(area.denominator)),
    coefficients,
  };
}

function poissonLine(areas: readonly MappedArea[]): [number, number] {
  const design = Float64Array.from(areas.flatMap((area) => [1, Math.log(area.denominator)]));
  const fit = fitPoisson({ design, terms: 2, counts: areas.map((area) => area.estimate) });
  if (fit === undefined)
    throw new EstimationError('model-not-fitted', 'the Poisson regression has no fit to these areas');
  return [cellOf(fit.coefficients, 0), cellOf(fit.coefficients, 1)];
}

/** Constant, slope and dispersion α of a negative binomial with variance μ + α·μ². */
function negativeBinomialLine(areas: readonly MappedArea[]): [number, number, number] {
  const logs = areas.map((area) => Math.log(area.denominator));
  const centre = meanOf(logs);
  const [constant, slope] = poissonLine(areas);
  const loss = (place: Float64Array, gradient: Float64Array): number => {
    const logAlpha = cellOf(place, 2);
    if (Math.abs(logAlpha) > 15) return Infinity;
    const alpha = Math.exp(logAlpha);
    gradient.fill(0);
    areas.forEach((area, at) => {
      const x = cellOf(logs, at) - centre;
      const mean = Math.exp(Math.min(50, cellOf(place, 0) + cellOf(place, 1) * x));
      const pull = (mean - area.estimate) / (1 + alpha * mean);
      gradient[0] = cellOf(gradient, 0) + pull;
      gradient[1] = cellOf(gradient, 1) + pull * x;
    });
    const step = 1e-5;
    const at = (shift: number) =>
      negativeBinomialLoss(areas, { logs, centre, place, logAlpha: logAlpha + shift });
    gradient[2] = (at(step) - at(-step)) / (2 * step);
    return at(0);
  };
  const { place } = minimise(loss, Float64Array.from([constant + slope * centre, slope, -1]), 1e-5);
  const steep = cellOf(place, 1);
  const found = [cellOf(place, 0) - steep * centre, steep, Math.exp(cellOf(place, 2))] as const;
  if (!found.every(Number.isFinite))
    throw new EstimationError('model-not-fitted', 'the negative binomial has no fit to these areas');
  return [...found];
}

function negativeBinomialLoss(
  areas: readonly MappedArea[],
  given: {
    readonly logs: readonly number[];
    readonly centre: number;
    readonly place: Float64Array;
    readonly logAlpha: number;
  },
): number {
  const shape = Math.exp(-given.logAlpha);
  return areas.reduce((sum, area, at) => {
    const line = cellOf(given.place, 0) + cellOf(given.place, 1) * (cellOf(given.logs, at) - given.centre);
    const mean = Math.exp(Math.min(50, line));
    const count = area.estimate;
    const term =
      logGamma(count + shape) -
      logGamma(shape) -
      logGamma(count + 1) +
      shape * Math.log(shape / (shape + mean)) +
      (count > 0 ? count * Math.log(mean / (shape + mean)) : 0);
    return sum - term;
  }, 0);
}
