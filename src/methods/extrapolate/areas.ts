/** An area with its denominator (persons of a named group) and, where it was mapped, its estimate. */
export interface Area {
  readonly municipality: string;
  readonly denominator: number;
  readonly stratum: string;
}

export interface MappedArea extends Area {
  readonly estimate: number;
}

/** A fitted model: the prediction for an area, persons (a mean: logarithms are smeared back). */
export interface AreaFit {
  readonly predict: (area: Area) => number;
  /** Constant, slope and, for negbin, dispersion, where the model has them. */
  readonly coefficients: readonly number[];
}
