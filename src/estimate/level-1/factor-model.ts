import type { SquareMatrix } from '../../stats/invert-symmetric.js';
import type { Scatter } from './fit-scatter.js';
import { FACTOR_KINDS, type FactorKind, type TrackedFigure } from './tracked-figure.js';

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

/** Finds the place of a group of a kind among the effects, 1 being the first; 0 is the overall factor. */
export type EffectIndex = Readonly<Record<FactorKind, ReadonlyMap<string, number>>>;

export function indexEffects(effects: readonly GroupEffect[]): EffectIndex {
  const index = {
    informant_type: new Map<string, number>(),
    typology: new Map<string, number>(),
    municipality: new Map<string, number>(),
  };
  for (const [at, { kind, group }] of effects.entries()) index[kind].set(group, at + 1);
  return index;
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
    if (kind !== 'informant_type') {
      const at = index[kind].get(figure[kind]);
      log += Math.log(Math.exp(at === undefined ? 0 : (logFactors[at] ?? 0)));
      if (at !== undefined) influences.push({ at, by: 1 });
      continue;
    }
    const parts: { at: number | undefined; by: number }[] = [];
    let sum = 0;
    for (const [group, share] of figure.informants) {
      const at = index[kind].get(group);
      const by = share * Math.exp(at === undefined ? 0 : (logFactors[at] ?? 0));
      parts.push({ at, by });
      sum += by;
    }
    log += Math.log(sum);
    for (const { at, by } of parts) if (at !== undefined) influences.push({ at, by: by / sum });
  }
  return { factor: Math.exp(log), influences };
}

/** Variance of a level 2 figure of which so many persons are expected, persons squared. */
export function scatterOf({ scatter }: FactorModel, persons: number): number {
  return scatter.near * persons + scatter.far * persons * persons;
}
