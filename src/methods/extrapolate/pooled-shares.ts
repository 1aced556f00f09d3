import { EstimationError } from '../../model/estimation-error.js';
import { cellOf } from '../../stats/cell-of.js';
import { findPeak } from '../../stats/find-crossing.js';
import type { Area, AreaFit, MappedArea } from './areas.js';

/** What the areas of a stratum add up to: number, and sums of x, y and their products. */
interface StratumSums {
  n: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
}

/** The line through the areas at one ratio of the variance between strata to that within. */
interface Line {
  readonly ratio: number;
  readonly constant: number;
  readonly slope: number;
  /** Variance within strata. */
  readonly within: number;
  /** Restricted log-likelihood up to a constant. */
  readonly likelihood: number;
}

/** The logarithm of an area's share. */
const yOf = (area: MappedArea) => Math.log(area.estimate / area.denominator);

/** Logarithms of the ratios of variances that are looked at; below the least the strata count as one. */
const [LEAST, MOST] = [-9, 9];

/**
 * Returns partially pooled shares: ln(S/D) = a + u(stratum) + b·ln D with u normal, so that a stratum with few mapped areas
 * is drawn towards the others as far as its areas are few or agree with them; one without any gets the mean.
 *
 * Variances by restricted likelihood, u by its conditional mean, back from logarithms by Duan's smearing factor and half the
 * variance of u that is left. Source: R. E. Fay, R. A. Herriot 1979, doi 10.1080/01621459.1979.10482505 (shrinking small
 * areas to a regression); H. D. Patterson, R. Thompson 1971, doi 10.1093/biomet/58.3.545 (restricted likelihood). With one
 * stratum it is `loglog`. Throws an EstimationError for estimates of 0 and areas that are all of one size.
 */
export function fitPooledShares(areas: readonly MappedArea[]): AreaFit {
  if (areas.some((area) => !(area.estimate > 0))) {
    throw new EstimationError(
      'nothing-counted',
      'pooled shares cannot use areas with an estimate of 0; use poisson or negbin',
    );
  }
  const centre = areas.reduce((sum, area) => sum + Math.log(area.denominator), 0) / areas.length;
  const xOf = (area: Area) => Math.log(area.denominator) - centre;
  const strata = new Map<string, StratumSums>();
  for (const area of areas) {
    const sums = strata.get(area.stratum) ?? { n: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
    const [x, y] = [xOf(area), yOf(area)];
    sums.n += 1;
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.xy += x * y;
    sums.yy += y * y;
    strata.set(area.stratum, sums);
  }
  const line = bestLine([...strata.values()], areas.length);
  const lift = new Map<string, number>();
  const rest = new Map<string, number>();
  for (const [stratum, { n, x, y }] of strata) {
    const pull = line.ratio / (1 + line.ratio * n);
    lift.set(stratum, pull * (y - n * line.constant - line.slope * x));
    rest.set(stratum, pull * line.within);
  }
  const logShare = (area: Area) => line.constant + (lift.get(area.stratum) ?? 0) + line.slope * xOf(area);
  const smearing = areas.reduce((sum, area) => sum + Math.exp(yOf(area) - logShare(area)), 0) / areas.length;
  const between = line.ratio * line.within;
  return {
    predict: (area) =>
      area.denominator * smearing * Math.exp(logShare(area) + (rest.get(area.stratum) ?? between) / 2),
    coefficients: [line.constant - line.slope * centre, 1 + line.slope, line.within, between],
  };
}

function bestLine(strata: readonly StratumSums[], areas: number): Line {
  const one = lineAt(0, strata, areas);
  if (strata.length < 2) return one;
  const logRatio = findPeak((log) => lineAt(Math.exp(log), strata, areas).likelihood, LEAST, MOST);
  const found = lineAt(Math.exp(logRatio), strata, areas);
  return found.likelihood > one.likelihood ? found : one;
}

function lineAt(ratio: number, strata: readonly StratumSums[], areas: number): Line {
  const sum = Float64Array.of(0, 0, 0, 0, 0, 0);
  let logs = 0;
  for (const { n, x, y, xx, xy, yy } of strata) {
    const pull = ratio / (1 + ratio * n);
    const terms = [
      n - pull * n * n,
      x - pull * n * x,
      y - pull * n * y,
      xx - pull * x * x,
      xy - pull * x * y,
      yy - pull * y * y,
    ];
    terms.forEach((term, at) => {
      sum[at] = cellOf(sum, at) + term;
    });
    logs += Math.log(1 + ratio * n);
  }
  const [n = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0] = sum;
  const determinant = n * xx - x * x;
  if (!(determinant > 1e-12 * Math.max(1, n * xx))) {
    throw new EstimationError(
      'areas-alike',
      'the mapped areas are all of one size: nothing shows how size matters',
    );
  }
  const slope = (n * xy - x * y) / determinant;
  const constant = (y - slope * x) / n;
  const free = areas - 2;
  const within = Math.max(1e-12, (yy - constant * y - slope * xy) / free);
  const likelihood = -(free * Math.log(within) + logs + Math.log(determinant)) / 2;
  return { ratio, constant, slope, within, likelihood };
}
