import { expectedOf, indexEffects, scatterOf, type FactorModel, type Influence } from './factor-model.js';
import type { TrackedFigure } from './tracked-figure.js';

/** A figure nobody validated, as it enters the error of the total. */
export interface Unvisited {
  readonly spotId: string;
  /** Persons expected at level 2. */
  readonly expected: number;
  /** Persons of the total the expected persons stand for. */
  readonly weight: number;
  /** Variance of the level 2 figure around the expected one, persons squared. */
  readonly scatter: number;
  readonly influences: readonly Influence[];
}

/** What makes up the error of a total: the scatter of the figures and what is not known of the factors. */
export interface TotalError {
  readonly scatter: number;
  /** Derivative of the total by each log factor, persons. */
  readonly slope: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  /** covariance × slope. */
  readonly carried: readonly number[];
  /** Persons squared. */
  readonly variance: number;
}

/** The unvisited figures as the model sees them; `standsFor` is persons of the total per person at the spot. */
export function viewUnvisited(
  figures: readonly TrackedFigure[],
  model: FactorModel,
  standsFor: ReadonlyMap<string, number>,
): Unvisited[] {
  const index = indexEffects(model.effects);
  return figures.map((figure) => {
    const { factor, influences } = expectedOf(figure, model.logFactors, index);
    const expected = figure.said * factor;
    return {
      spotId: figure.spotId,
      expected,
      weight: expected * (standsFor.get(figure.spotId) ?? 1),
      scatter: scatterOf(model, expected),
      influences,
    };
  });
}

const scaleOf = ({ expected, weight }: Unvisited) => (expected > 0 ? weight / expected : 0);

const dot = (row: readonly number[], values: readonly number[]) =>
  row.reduce((sum, value, at) => sum + value * (values[at] ?? 0), 0);

const along = (influences: readonly Influence[], values: readonly number[]) =>
  influences.reduce((sum, { at, by }) => sum + by * (values[at] ?? 0), 0);

/** Returns the error of the total of figures nobody validated: Σ scatter + slope' · covariance · slope. */
export function totalErrorOf(unvisited: readonly Unvisited[], model: FactorModel): TotalError {
  const slope = model.logFactors.map(() => 0);
  let scatter = 0;
  for (const one of unvisited) {
    scatter += scaleOf(one) ** 2 * one.scatter;
    for (const { at, by } of one.influences) slope[at] = (slope[at] ?? 0) + one.weight * by;
  }
  return withVariance({ scatter, slope, covariance: model.covariance });
}

function withVariance(of: Pick<TotalError, 'scatter' | 'slope' | 'covariance'>): TotalError {
  const carried = of.covariance.map((row) => dot(row, of.slope));
  return { ...of, carried, variance: Math.max(0, of.scatter + dot(of.slope, carried)) };
}

/** Variance of the log of what a visit finds; without bound where nobody is expected, so that it teaches nothing. */
const noiseOf = ({ expected, scatter }: Unvisited) =>
  expected > 0 ? scatter / (expected * expected) : Infinity;

/** Variance of the log of what is expected of a figure that comes from not knowing the factors. */
export function factorVariance(one: Unvisited, covariance: TotalError['covariance']): number {
  return one.influences.reduce(
    (sum, { at, by }) => sum + by * along(one.influences, covariance[at] ?? []),
    0,
  );
}

/**
 * Returns the variance of the total, persons squared, once the figure is validated: its scatter is gone, its factors
 * no longer move the total, and what it teaches of the factors (with the variance scatter / expected² of its log)
 * helps the others. Which figure will be found does not matter to the variance.
 */
export function varianceAfter(one: Unvisited, now: TotalError): number {
  const own = factorVariance(one, now.covariance);
  const shared = along(one.influences, now.carried);
  const rest = now.variance - 2 * one.weight * shared + one.weight * one.weight * own;
  const others = shared - one.weight * own;
  const noise = noiseOf(one) + own;
  const taught = noise > 0 ? (others * others) / noise : 0;
  return Math.max(0, rest - scaleOf(one) ** 2 * one.scatter - taught);
}

/** Returns the error of the total once the figure is validated. */
export function validate(one: Unvisited, now: TotalError): TotalError {
  const slope = [...now.slope];
  for (const { at, by } of one.influences) slope[at] = (slope[at] ?? 0) - one.weight * by;
  const scatter = Math.max(0, now.scatter - scaleOf(one) ** 2 * one.scatter);
  const reach = now.covariance.map((row) => along(one.influences, row));
  const noise = noiseOf(one) + along(one.influences, reach);
  if (!(noise > 0)) return withVariance({ scatter, slope, covariance: now.covariance });
  const covariance = now.covariance.map((row, at) => {
    const part = (reach[at] ?? 0) / noise;
    return part === 0 ? row : row.map((value, other) => value - part * (reach[other] ?? 0));
  });
  return withVariance({ scatter, slope, covariance });
}
