import { SOURCES, type Source, type Step, type Variant } from '../model/card.js';
import type { SpotFigure } from '../model/estimate.js';
import { raise } from '../model/issue-catalogue.js';
import { scaleTriple } from '../model/range.js';
import { expectedOf, indexEffects, type FactorModel } from './level-1/factor-model.js';
import { FEWEST_PAIRS, fitFactors } from './level-1/fit-factors.js';
import { trackFigures } from './level-1/track-figures.js';
import { FACTOR_KINDS, pairsOf, type Pair } from './level-1/tracked-figure.js';
import { leaveAsIs, type PopulationStep, type StepContext } from './population-step.js';

type GroupOf = (figure: SpotFigure) => string;

interface Sums {
  readonly spots: number;
  readonly level1: number;
  readonly level2: number;
}

/** Σ level 2 and Σ level 1 over the spots of each group that have both. */
function sumPairs(figures: readonly SpotFigure[], groupOf: GroupOf, context: StepContext): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const figure of figures) {
    const level1 = context.levelOne.get(figure.spot.spot_id);
    if (figure.level !== '2' || level1 === undefined) continue;
    const before = sums.get(groupOf(figure)) ?? { spots: 0, level1: 0, level2: 0 };
    sums.set(groupOf(figure), {
      spots: before.spots + 1,
      level1: before.level1 + level1,
      level2: before.level2 + figure.usual.estimate,
    });
  }
  return sums;
}

const factorOf = (sums: Sums | undefined): number | undefined =>
  sums === undefined || sums.level1 <= 0 ? undefined : sums.level2 / sums.level1;

/** Scales the figures known at level 1 only by the factor of their group, or the overall one where the group has no pair. */
function correctBy(groupOf: GroupOf): PopulationStep {
  return (figures, context) => {
    const waiting = figures.filter((figure) => figure.level === '1');
    if (waiting.length === 0) return { figures, note: '' };
    const overall = factorOf(sumPairs(figures, () => '', context).get(''));
    if (overall === undefined) return leaveUncorrected(figures, context, waiting.length);
    const byGroup = sumPairs(figures, groupOf, context);
    const corrected = figures.map((figure) => {
      if (figure.level === '2') return figure;
      return rescale(figure, factorOf(byGroup.get(groupOf(figure))) ?? overall);
    });
    const pairs = [...byGroup.values()].reduce((sum, group) => sum + group.spots, 0);
    const note = `${waiting.length} spots known at level 1 only; factor ${overall.toFixed(3)} overall, from ${pairs} spots with both levels in ${byGroup.size} ${byGroup.size === 1 ? 'group' : 'groups'}`;
    return { figures: corrected, note };
  };
}

/** Scales each figure known at level 1 only by the pooled factor of its informants, typology and municipality. */
const correctByPooling: PopulationStep = (figures, context) => {
  const waiting = figures.filter((figure) => figure.level === '1');
  if (waiting.length === 0) return { figures, note: '' };
  const tracked = trackFigures(figures, context);
  const model = fitFactors(pairsOf(tracked));
  if (model === undefined) {
    const { note, ...result } = correctBy(() => '')(figures, context);
    const few = `fewer than ${FEWEST_PAIRS} spots with persons at both levels, so nothing is pooled`;
    return { ...result, note: `${note}; ${few}` };
  }
  const index = indexEffects(model.effects);
  const factors = new Map(
    tracked.map((figure) => [figure.spotId, expectedOf(figure, model.logFactors, index).factor]),
  );
  const corrected = figures.map((figure) =>
    figure.level === '2' ? figure : rescale(figure, factors.get(figure.spot.spot_id) ?? 1),
  );
  return { figures: corrected, note: sayPooled(model, waiting.length) };
};

function sayPooled(model: FactorModel, waiting: number): string {
  const kinds = FACTOR_KINDS.filter((kind) => model.effects.some((effect) => effect.kind === kind));
  const spreads = kinds.map(
    (kind) => `${kind.replaceAll('_', ' ')} ${Math.sqrt(model.variances[kind]).toFixed(2)}`,
  );
  const said =
    spreads.length === 0 ? 'no groups to tell apart' : `spread of log factors: ${spreads.join(', ')}`;
  const overall = Math.exp(model.logFactors[0] ?? 0).toFixed(3);
  return `${waiting} spots known at level 1 only; pooled factors around ${overall}, from ${model.pairs} spots with both levels; ${said}`;
}

function leaveUncorrected(figures: readonly SpotFigure[], context: StepContext, waiting: number) {
  const message = `${waiting} spots of ${context.population} have level 1 figures only and no spot has both levels.`;
  return {
    figures,
    note: `${waiting} spots known at level 1 only, left as they are: no spot has both levels`,
    issues: [
      raise('level-1-uncorrected', { file: context.study.files['spots'] ?? 'spots.csv' }, { message }),
    ],
  };
}

function rescale(figure: SpotFigure, factor: number): SpotFigure {
  return {
    ...figure,
    usual: scaleTriple(figure.usual, factor),
    peak: figure.peak === undefined ? undefined : scaleTriple(figure.peak, factor),
    at: scaleTriple(figure.at, factor),
    total: scaleTriple(figure.total, factor),
  };
}

const example = {
  given:
    'two spots with both levels, 10 and 20 at level 2 against 20 and 30 at level 1; one unvisited spot said to hold 25',
  gives: 15,
  compute: () => 25 * (factorOf({ spots: 2, level1: 50, level2: 30 }) ?? 1),
};

const BRESLOW: Source = {
  author: 'Breslow and Clayton',
  year: 1993,
  work: 'Approximate inference in generalized linear mixed models, doi:10.1080/01621459.1993.10594284',
};
const SCHALL: Source = {
  author: 'Schall',
  year: 1991,
  work: 'Estimation in generalized linear models with random effects, doi:10.1093/biomet/78.4.719',
};

const THREE_PAIRS: readonly Pair[] = ['a', 'b', 'c'].map((spotId) => ({
  spotId,
  said: 20,
  found: 12,
  typology: 'bar',
  municipality: 'North',
  informants: new Map([['vendor', 1]]),
  saidBy: new Map([['vendor', 20]]),
}));

const VARIANTS: readonly Variant<PopulationStep>[] = [
  {
    id: 'none',
    title: 'No correction',
    summary: 'Spots known at level 1 only keep what was said of them.',
    formula: 'S = S(level 1)',
    rightWhen: 'every spot was validated',
    misleads:
      'people around a spot mostly say more, or fewer, than its own people; the bias stays in the total',
    sources: [SOURCES.emmanuel2019],
    example: { given: 'one unvisited spot said to hold 25', gives: 25, compute: () => 25 },
    apply: leaveAsIs,
  },
  {
    id: 'overall',
    title: 'One correction factor',
    summary:
      'Spots known at level 1 only are scaled by level 2 over level 1, summed over the spots that have both.',
    formula: 'S = S(level 1) × Σ S(level 2) / Σ S(level 1)',
    rightWhen: 'the visited spots are like the others, at best a random sample',
    misleads: 'visiting only the largest or the safest spots makes the factor wrong for the rest',
    sources: [SOURCES.ikpeazu2014, SOURCES.vadivoo2008],
    example,
    apply: correctBy(() => ''),
  },
  {
    id: 'typology',
    title: 'A correction factor per typology',
    summary:
      'The factor is taken within each typology; typologies without a visited spot use the overall one.',
    formula: 'S = S(level 1) × Σ S(level 2) / Σ S(level 1), within the typology',
    rightWhen: 'rumour errs differently for bars and streets, and each typology has many visited spots',
    misleads: 'with a few spots a typology the factors are mostly noise',
    sources: [SOURCES.ikpeazu2014],
    example,
    apply: correctBy((figure) => figure.spot.typology ?? ''),
  },
  {
    id: 'municipality',
    title: 'A correction factor per municipality',
    summary:
      'The factor is taken within each municipality; those without a visited spot use the overall one.',
    formula: 'S = S(level 1) × Σ S(level 2) / Σ S(level 1), within the municipality',
    rightWhen: 'teams differ between municipalities and each validated many spots',
    misleads: 'with a few spots a municipality the factors are mostly noise',
    sources: [SOURCES.ikpeazu2014],
    example,
    apply: correctBy((figure) => figure.spot.municipality ?? ''),
  },
  {
    id: 'pooled',
    title: 'Pooled correction factors',
    summary:
      'Factors by type of informant, typology and municipality, each drawn towards the overall one as far as its pairs are few or agree with it (empirical Bayes).',
    formula:
      'S = S(level 1) × f × f(typology) × f(municipality) × Σ share × f(informant type); log f(group) ~ N(0, variance of its kind), variances by restricted likelihood, Var S(level 2) = φ × expected',
    rightWhen:
      'kinds of informant, of spots or areas err differently and the visited spots of each are like its others',
    misleads:
      'with few pairs it is the overall factor with noise; a group never visited counts as average; visits chosen by the size of the report pull the factors down',
    sources: [BRESLOW, SCHALL, SOURCES.ikpeazu2014],
    example: {
      given:
        'one unvisited spot said to hold 25 by the same informants as three spots said 20 and found 12 each',
      gives: 15,
      compute: () => 25 * Math.exp(fitFactors(THREE_PAIRS)?.logFactors[0] ?? 0),
    },
    apply: correctByPooling,
  },
];

export const LEVEL_1: Step<PopulationStep> = {
  id: 'level_1',
  title: 'Level 1 correction',
  question: 'How are spots corrected that were reported but never validated?',
  standard: 'overall',
  variants: VARIANTS,
};
