/** What a level 1 correction may depend on. */
export const FACTOR_KINDS = ['informant_type', 'typology', 'municipality'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/** Name of the group of whatever does not say which it belongs to. */
export const NOT_STATED = 'not stated';

/** A spot with a level 1 figure, and its level 2 figure where it was validated. */
export interface TrackedFigure {
  readonly spotId: string;
  /** Persons at level 1. */
  readonly said: number;
  /** Persons at level 2; undefined where nobody went. */
  readonly found: number | undefined;
  readonly typology: string;
  readonly municipality: string;
  /** Share of the persons said that each type of informant said; adds up to 1. */
  readonly informants: ReadonlyMap<string, number>;
  /** Persons said by an informant of each type, their mean where there are several. */
  readonly saidBy: ReadonlyMap<string, number>;
}

/** A figure known at both levels. */
export type Pair = TrackedFigure & { readonly found: number };

/** The figures known at both levels. */
export function pairsOf(figures: readonly TrackedFigure[]): Pair[] {
  return figures.flatMap((figure) =>
    figure.found === undefined ? [] : [{ ...figure, found: figure.found }],
  );
}

/** The groups of one kind a figure belongs to, with the share of it that does: 1, but for informants of several types. */
export function sharesIn(figure: TrackedFigure, kind: FactorKind): ReadonlyMap<string, number> {
  return kind === 'informant_type' ? figure.informants : new Map([[figure[kind], 1]]);
}
