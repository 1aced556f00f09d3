import { compareText } from '../../model/issue.js';
import type { FactorModel } from './factor-model.js';
import { FACTOR_KINDS, sharesIn, type FactorKind, type TrackedFigure } from './tracked-figure.js';

/**
 * Returns the model with the groups of the figures nobody has learned of yet: log factor 0 beside the overall one,
 * known only as far as groups of its kind differ. Kinds that cannot be told apart get no group.
 */
export function extendModel(model: FactorModel, figures: readonly TrackedFigure[]): FactorModel {
  const known = (kind: FactorKind) =>
    new Set(model.effects.filter((effect) => effect.kind === kind).map(({ group }) => group));
  const unseen = FACTOR_KINDS.filter((kind) => model.variances[kind] > 0).flatMap((kind) => {
    const seen = known(kind);
    return [...new Set(figures.flatMap((figure) => [...sharesIn(figure, kind).keys()]))]
      .filter((group) => !seen.has(group))
      .sort(compareText)
      .map((group) => ({ kind, group }));
  });
  const learned = model.covariance.map((row) => [...row, ...unseen.map(() => 0)]);
  const added = unseen.map(({ kind }, at) => [
    ...model.logFactors.map(() => 0),
    ...unseen.map((_, other) => (other === at ? model.variances[kind] : 0)),
  ]);
  return {
    ...model,
    effects: [...model.effects, ...unseen],
    logFactors: [...model.logFactors, ...unseen.map(() => 0)],
    covariance: [...learned, ...added],
  };
}
