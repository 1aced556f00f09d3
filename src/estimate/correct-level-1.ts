import { SOURCES, type Source, type Step, type Variant } from '../model/card.js';
import { raise } from '../model/issue-catalogue.js';
import { scaleTriple } from '../model/range.js';
import { correctedTotal, type ExampleSpot } from './example-study.js';
import { groupFigures, type Figures } from './figures.js';
import { mapTriples } from './triples.js';
import { expectedOf, indexEffects, type FactorModel } from './level-1/factor-model.js';
import { FEWEST_PAIRS, fitFactors } from './level-1/fit-factors.js';
import { trackFigures } from './level-1/track-figures.js';
import { FACTOR_KINDS, pairsOf, type Pair } from './level-1/tracked-figure.js';
import { leaveAsIs, type PopulationStep, type StepContext } from './population-step.js';

/** What spots are grouped by. */
type GroupedBy = 'typology' | 'municipality' | undefined;

interface Sums {
  readonly spots: number;
  readonly level1: number;
  readonly level2: number;
}

/** Σ level 2 and Σ level 1 over the spots of a group that have both. */
function sumPairs(figures: Figures, members: Iterable<number>, context: StepContext): Sums | undefined {
  const { levels, usual } = figures.parts;
  let [spots, level1, level2] = [0, 0, 0];
  for (const at of members) {
    const said = levels[at] === 2 ? context.levelOne.get(figures.text('spot_id', at) ?? '') : undefined;
    if (said === undefined) continue;
    spots += 1;
    level1 += said;
    level2 += usual.estimate[at] ?? 0;
  }
  return spots === 0 ? undefined : { spots, level1, level2 };
}

const factorOf = (sums: Sums | undefined): number | undefined =>
  sums === undefined || sums.level1 <= 0 ? undefined : sums.level2 / sums.level1;

/** Spots known at level 1 only. */
function countWaiting({ parts: { levels } }: Figures): number {
  return levels.includes(1) ? levels.reduce((count, level) => count + Number(level === 1), 0) : 0;
}

/** Scales the figures known at level 1 only by the factor of their group, or the overall one where the group has no pair. */
function correctBy(groupedBy: GroupedBy): PopulationStep {
  return (figures, context) => {
    const waiting = countWaiting(figures);
    if (waiting === 0) return { figures, note: '' };
    const everywhere = figures.parts.rows.map((_, at) => at);
    const overall = factorOf(sumPairs(figures, everywhere, context));
    if (overall === undefined) return leaveUncorrected(figures, context, waiting);
    const groups =
      groupedBy === undefined
        ? [everywhere]
        : groupFigures(figures, groupedBy, (name) => name ?? '').values();
    const factors = new Float64Array(figures.length);
    let [pairs, grouped] = [0, 0];
    for (const members of groups) {
      const sums = sumPairs(figures, members, context);
      const factor = factorOf(sums) ?? overall;
      for (const at of members) factors[at] = factor;
      if (sums === undefined) continue;
      pairs += sums.spots;
      grouped += 1;
    }
    const note = `${waiting} spots known at level 1 only; factor ${overall.toFixed(3)} overall, from ${pairs} spots with both levels in ${grouped} ${grouped === 1 ? 'group' : 'groups'}`;
    return { figures: rescale(figures, (at) => factors[at] ?? 1), note };
  };
}

/** Scales each figure known at level 1 only by the pooled factor of its informants, typology and municipality. */
const correctByPooling: PopulationStep = (figures, context) => {
  const waiting = countWaiting(figures);
  if (waiting === 0) return { figures, note: '' };
  const tracked = trackFigures(figures, context);
  const model = fitFactors(pairsOf(tracked));
  if (model === undefined) {
    const { note, ...result } = correctBy(undefined)(figures, context);
    const few = `fewer than ${FEWEST_PAIRS} spots with persons at both levels, so nothing is pooled`;
    return { ...result, note: `${note}; ${few}` };
  }
  const index = indexEffects(model.effects);
  const factors = new Map(
    tracked.map((figure) => [figure.spotId, expectedOf(figure, model.logFactors, index).factor]),
  );
  const corrected = rescale(figures, (at) => factors.get(figures.text('spot_id', at) ?? '') ?? 1);
  return { figures: corrected, note: sayPooled(model, waiting) };
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

function leaveUncorrected(figures: Figures, context: StepContext, waiting: number) {
  const message = `${waiting} spots of ${context.population} have level 1 figures only and no spot has both levels.`;
  return {
    figures,
    note: `${waiting} spots known at level 1 only, left as they are: no spot has both levels`,
    issues: [
      raise('level-1-uncorrected', { file: context.study.files['spots'] ?? 'spots.csv' }, { message }),
    ],
  };
}

/** The figures known at level 1 only scaled; each factor is asked for once. */
function rescale(figures: Figures, factorAt: (at: number) => number): Figures {
  const { levels, usual, peak, at, total } = figures.parts;
  const factors = Float64Array.from(levels, (level, place) => (level === 1 ? factorAt(place) : 1));
  const scale = (persons: number, place: number) => persons * (factors[place] ?? 1);
  const scaled = mapTriples(usual, scale);
  return figures.with({
    usual: scaled,
    peak: peak && {
      estimateAt: (place) => scale(peak.estimateAt(place), place),
      rangeAt: (place) => {
        const range = peak.rangeAt(place);
        return range && scaleTriple(range, factors[place] ?? 1);
      },
    },
    at: at === usual ? scaled : mapTriples(at, scale),
    total: total === usual ? scaled : mapTriples(total, scale),
  });
}

const correctOverall = correctBy(undefined);
const correctByTypology = correctBy('typology');
const correctByMunicipality = correctBy('municipality');

const PARTLY_VISITED: readonly ExampleSpot[] = [
  { usual: 10, said: 20, typology: 'bar', municipality: 'North' },
  { usual: 20, said: 30, typology: 'street', municipality: 'South' },
  { usual: 25, level: '1', typology: 'bar', municipality: 'South' },
];
const PARTLY_VISITED_SAID =
  'a bar in the north where 10 of 20 were found, a street in the south where 20 of 30 were found, and an unvisited bar in the south said to hold 25: all three';
const partlyVisited = (apply: PopulationStep, gives: number) => ({
  given: PARTLY_VISITED_SAID,
  gives,
  compute: correctedTotal(apply, PARTLY_VISITED),
});

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
    example: partlyVisited(leaveAsIs, 55),
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
    example: partlyVisited(correctOverall, 45),
    apply: correctOverall,
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
    example: partlyVisited(correctByTypology, 42.5),
    apply: correctByTypology,
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
    example: partlyVisited(correctByMunicipality, 46.6667),
    apply: correctByMunicipality,
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
