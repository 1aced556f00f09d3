import type { LevelOneFactor } from '../../model/estimate.js';
import { compareText } from '../../model/issue.js';
import { exactSum } from '../../stats/exact-sum.js';
import type { FactorModel } from './factor-model.js';
import {
  FACTOR_KINDS,
  pairsOf,
  sharesIn,
  type FactorKind,
  type Pair,
  type TrackedFigure,
} from './tracked-figure.js';

/**
 * Returns the level 1 factors of a population, overall and by group, raw (found / said) and pooled; none without a
 * pair. Without a model nothing is pooled. A group without a pair has the overall factor with the spread of its kind.
 *
 * An informant type's raw factor is over the spots such informants spoke of: Σ found / Σ what they said there.
 */
export function factorRows(
  population: string,
  figures: readonly TrackedFigure[],
  model: FactorModel | undefined,
): LevelOneFactor[] {
  const pairs = pairsOf(figures);
  if (pairs.length === 0) return [];
  const groups = FACTOR_KINDS.flatMap((kind) =>
    [...new Set(figures.flatMap((figure) => [...sharesIn(figure, kind).keys()]))]
      .sort(compareText)
      .map((group) => ({ kind, group })),
  );
  return [
    { population, kind: 'overall', group: '', ...rawFactor(pairs, (pair) => pair.said), ...pooledOf(model) },
    ...groups.map(({ kind, group }) => {
      const own = pairs.filter((pair) => sharesIn(pair, kind).has(group));
      const said = (pair: Pair) =>
        kind === 'informant_type' ? (pair.saidBy.get(group) ?? pair.said) : pair.said;
      return { population, kind, group, ...rawFactor(own, said), ...pooledOf(model, { kind, group }) };
    }),
  ];
}

function rawFactor(pairs: readonly Pair[], saidOf: (pair: Pair) => number) {
  const said = exactSum(pairs.map(saidOf));
  const found = exactSum(pairs.map((pair) => pair.found));
  return { pairs: pairs.length, said, found, raw: said > 0 ? found / said : undefined };
}

function pooledOf(
  model: FactorModel | undefined,
  of?: { readonly kind: FactorKind; readonly group: string },
): Pick<LevelOneFactor, 'pooled' | 'spread'> {
  if (model === undefined) return { pooled: undefined, spread: undefined };
  const place = model.effects.findIndex((effect) => effect.kind === of?.kind && effect.group === of.group);
  const overall = model.logFactors[0] ?? 0;
  const spread = model.covariance[0]?.[0] ?? 0;
  if (place < 0) {
    const beside = of === undefined ? 0 : model.variances[of.kind];
    return { pooled: Math.exp(overall), spread: Math.sqrt(spread + beside) };
  }
  const row = model.covariance[place + 1];
  return {
    pooled: Math.exp(overall + (model.logFactors[place + 1] ?? 0)),
    spread: Math.sqrt(Math.max(0, spread + 2 * (row?.[0] ?? 0) + (row?.[place + 1] ?? 0))),
  };
}
