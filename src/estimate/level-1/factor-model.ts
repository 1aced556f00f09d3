import type { SquareMatrix } from '../../stats/invert-symmetric.js';
import type { Scatter } from './fit-scatter.js';
import { FACTOR_KINDS, sharesIn, type FactorKind, type TrackedFigure } from './tracked-figure.js';

/** One number of a model: the overall log factor comes first, then a log factor per group beside it. */
export interface GroupEffect {
  readonly kind: FactorKind;
  readonly group: string;
}

/** The learned level 1 factors of a population. */
export interface FactorModel {
  /** Log of the overall factor, then of the factor of each group relative to it. */
  readonly logFactors: readonly number[];
  readonly effects: readonly GroupEffect[];
  /** Covariance of the log factors, given what was learned. */
  readonly covariance: SquareMatrix;
  /** Variance of the true log factors of a kind around the overall one; 0 for a kind that cannot be told apart. */
  readonly variances: Readonly<Record<FactorKind, number>>;
  /** Variance of a level 2 figure per person expected, on average over the pairs. */
  readonly dispersion: number;
  /** How level 2 figures scatter around what is expected. */
  readonly scatter: Scatter;
  readonly pairs: number;
}

/** How much one log factor moves a figure. */
export interface Influence {
  readonly at: number;
  readonly by: number;
}

/** A figure as the model sees it. */
export interface Expected {
  /** Persons expected at level 2 per person said at level 1. */
  readonly factor: number;
  /** Derivative of the log of that factor by each log factor it depends on. */
  readonly influences: readonly Influence[];
}

/** Finds the place of a group among the effects, 1 being the first; 0 is the overall factor. */
export type EffectIndex = ReadonlyMap<string, number>;

const keyOf = (kind: FactorKind, group: string) => `${kind}\n${group}`;

export function indexEffects(effects: readonly GroupEffect[]): EffectIndex {
  return new Map(effects.map(({ kind, group }, at) => [keyOf(kind, group), at + 1]));
}

/**
 * Returns the factor expected of a figure: overall × typology × municipality × Σ over types of informant of
 * (share of the persons they said × factor of the type). A group without an effect counts as average.
 */
export function expectedOf(
  figure: TrackedFigure,
  logFactors: readonly number[],
  index: EffectIndex,
): Expected {
  let log = logFactors[0] ?? 0;
  const influences: Influence[] = [{ at: 0, by: 1 }];
  for (const kind of FACTOR_KINDS) {
    const parts = [...sharesIn(figure, kind)].map(([group, share]) => {
      const at = index.get(keyOf(kind, group));
      return { at, by: share * Math.exp(at === undefined ? 0 : (logFactors[at] ?? 0)) };
    });
    const sum = parts.reduce((total, part) => total + part.by, 0);
    log += Math.log(sum);
    for (const { at, by } of parts) if (at !== undefined) influences.push({ at, by: by / sum });
  }
  return { factor: Math.exp(log), influences };
}

/** Variance of a level 2 figure of which so many persons are expected, persons squared. */
export function scatterOf({ scatter }: FactorModel, persons: number): number {
  return scatter.near * persons + scatter.far * persons * persons;
}
