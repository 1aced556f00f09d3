import { SOURCES, type Parameter, type Source, type Step, type Variant } from '../../model/card.js';
import type { Interval, SpotFigure } from '../../model/estimate.js';
import { EstimationError } from '../../model/estimation-error.js';
import { sumTriples } from '../../model/range.js';
import type { Choice } from '../../model/settings.js';
import type { Study } from '../../model/study.js';
import { normalQuantile } from '../../stats/normal-quantile.js';
import {
  EXAMPLE_POPULATION,
  EXAMPLE_RULE,
  exampleStudy,
  settleExample,
  type ExampleSpot,
} from '../example-study.js';
import type { Widths } from '../figure-sums.js';
import type { Figures } from '../figures.js';
import { sumOf } from '../triples.js';
import { reverseTracking } from '../overlap/reverse-tracking.js';
import { divide } from '../overlap/divide.js';
import type { SettlingRule } from '../spot-figures.js';
import { countedSpots, interviewedAt } from '../respondents.js';
import { bootstrapInformants } from './bootstrap-informants.js';
import { correlatedHalfWidth, sumHalfWidths } from './correlated.js';
import {
  drawHere,
  streamFrom,
  type Draw,
  type Drawn,
  type DrawTask,
  type Redraw,
  type RedrawRespondents,
  type RedrawSpots,
  type StreamOrigin,
} from './draw-task.js';

/** What an interval may look at beyond the figures it is of. */
export interface IntervalContext {
  readonly study: Study;
  readonly population: string;
  readonly choice: Choice;
  /** What the overlap step used: its chance errors belong to the interval. */
  readonly overlap: Choice;
  /** Level 1 persons of spots with both levels. */
  readonly levelOne: ReadonlyMap<string, number>;
  /** How the accounts of a spot became its figure. */
  readonly rule: SettlingRule;
  /** Of a stream for these figures alone, so that the same seed gives the same bytes in any order. */
  readonly stream: StreamOrigin;
}

/** An interval still to be drawn: the draws it needs, and what is said of them. */
export interface ToDraw {
  readonly task: DrawTask;
  readonly say: (drawn: Drawn) => Interval | undefined;
}

/** The interval of a set of figures of one population, beside its customary range; undefined where it cannot be given. */
export type IntervalMethod = (figures: Figures, context: IntervalContext) => Interval | ToDraw | undefined;

/** Correlation between the errors of two spots used where the study states none. */
const STANDARD_CORRELATION = 0.1;
const STANDARD_LEVEL = 0.95;
const STANDARD_REPLICATES = 10_000;

const numberIn = (choice: Choice, name: string, standard: number) => {
  const value = choice[name];
  return typeof value === 'number' ? value : standard;
};

const percent = (level: number) => `${Math.round(1000 * level) / 10}%`;

const extremes: IntervalMethod = ({ sums }) => {
  const { low, high } = sums.total;
  return { low, high, basis: 'extremes', method: 'extremes' };
};

const correlated: IntervalMethod = (figures, { choice }) => {
  const correlation = numberIn(choice, 'correlation', STANDARD_CORRELATION);
  const { estimate } = figures.sums.total;
  const { below, above } = figures.sums.widths ?? sumWidths(figures);
  return {
    low: estimate - correlatedHalfWidth(below, correlation),
    high: estimate + correlatedHalfWidth(above, correlation),
    basis: 'spread',
    method: `correlated, correlation ${correlation}`,
  };
};

/** The widths of figures whose sums would round, added up without. */
function sumWidths(figures: Figures): Widths {
  const { low, estimate, high } = figures.parts.total;
  return {
    below: sumHalfWidths(figures.length, (at) => (estimate[at] ?? 0) - (low[at] ?? 0)),
    above: sumHalfWidths(figures.length, (at) => (high[at] ?? 0) - (estimate[at] ?? 0)),
  };
}

/** Draws every spot from a distribution between its low and high, errors shared within a municipality. */
const simulated: IntervalMethod = (figures, { choice, stream }) => {
  if (figures.length === 0) return undefined;
  const shape =
    choice['shape'] === 'pert' || choice['shape'] === 'log-normal' ? choice['shape'] : 'triangular';
  const area = numberIn(choice, 'share_area', 0);
  const level = numberIn(choice, 'level', STANDARD_LEVEL);
  const replicates = numberIn(choice, 'replicates', STANDARD_REPLICATES);
  const { low, estimate, high } = figures.parts.total;
  return {
    task: {
      kind: 'simulate',
      stream,
      level,
      replicates,
      spotIds: textsOf('spot_id', figures),
      low: Float64Array.from(low, (end, at) => Math.min(end, estimate[at] ?? 0)),
      mode: Float64Array.from(estimate),
      high: Float64Array.from(high, (end, at) => Math.max(end, estimate[at] ?? 0)),
      areas: Array.from({ length: figures.length }, (_, at) => figures.text('municipality', at)),
      settings: { shape, share_area: area },
    },
    say: (drawn) => ({
      low: drawn.low,
      high: drawn.high,
      basis: 'spread',
      method: `simulate, ${shape}, ${percent(level)}, area share ${area}, ${replicates} replicates, Monte Carlo error ${drawn.monteCarloError.toFixed(1)}`,
    }),
  };
};

function textsOf(column: 'spot_id' | 'typology', figures: Figures): string[] {
  return Array.from({ length: figures.length }, (_, at) => figures.text(column, at) ?? '');
}

/** Redraws what was left to chance: who was met and which day (person-visit), which informants were asked, or which spots were found. */
const bootstrapped: IntervalMethod = (figures, context) => {
  const level = numberIn(context.choice, 'level', STANDARD_LEVEL);
  const replicates = numberIn(context.choice, 'replicates', STANDARD_REPLICATES);
  if (context.choice['redraw'] === 'informants')
    return redrawInformants(figures.all, { ...context, level, replicates });
  const total = sumOf(figures.parts.total).estimate;
  const places = figures.filter((at) => figures.isGeo(at));
  const atPlaces = sumOf(places.parts.total).estimate;
  if (places.length === 0 || atPlaces <= 0) return undefined;
  const redraw = { stream: context.stream, level, replicates };
  const task = usesInterviews(figures, context)
    ? redrawRespondents(figures, context, redraw)
    : redrawSpots(places, redraw);
  if (task === undefined) return undefined;
  const elsewhere = total - atPlaces;
  return {
    task,
    say: ({ low, high, estimate, monteCarloError }) =>
      estimate <= 0
        ? undefined
        : {
            low: elsewhere + (atPlaces * low) / estimate,
            high: elsewhere + (atPlaces * high) / estimate,
            basis: 'confidence',
            method: `bootstrap of ${REDRAWN[task.kind]}, ${percent(level)}, ${replicates} replicates, Monte Carlo error ${((monteCarloError * atPlaces) / estimate).toFixed(1)}`,
          },
  };
};

/** What a bootstrap redraws, in words. */
const REDRAWN = { spots: 'spots within typologies', respondents: 'respondents and the day counted' };

function redrawInformants(
  figures: readonly SpotFigure[],
  context: IntervalContext & { readonly level: number; readonly replicates: number },
): Interval | undefined {
  const reports = context.study.reports.filter((report) => report.population === context.population);
  const random = streamFrom(context.stream);
  const drawn = bootstrapInformants(figures, { ...context, random, reports });
  if (drawn === undefined) return undefined;
  const { low, high, spots, monteCarloError } = drawn;
  const method = `bootstrap of informants within ${spots} of ${figures.length} spots, ${percent(context.level)}, ${context.replicates} replicates, Monte Carlo error ${monteCarloError.toFixed(1)}`;
  return { low, high, basis: 'confidence', method };
}

/** True when the overlap step corrected by interviews. */
function usesInterviews(figures: Figures, { overlap, study, population }: IntervalContext): boolean {
  if (overlap.use === 'person-visit') return true;
  return overlap.use === 'by-data' && interviewedAt(study, population, countedSpots(figures)).saysSpots;
}

function redrawRespondents(
  figures: Figures,
  context: IntervalContext,
  redraw: Redraw,
): RedrawRespondents | undefined {
  const spots = countedSpots(figures);
  const { respondents, saysSpots } = interviewedAt(context.study, context.population, spots);
  if (!saysSpots || respondents.length < 2) return undefined;
  const window = context.overlap['window'] === 'week' ? 'week' : 'day';
  const daysCounted = numberIn(context.choice, 'days_counted', 1);
  return { kind: 'respondents', ...redraw, spots, respondents, settings: { window, daysCounted } };
}

function redrawSpots(places: Figures, redraw: Redraw): RedrawSpots | undefined {
  if (places.length < 2) return undefined;
  return {
    kind: 'spots',
    ...redraw,
    spotIds: textsOf('spot_id', places),
    counts: Float64Array.from(places.parts.total.estimate),
    strata: textsOf('typology', places),
  };
}

/** Closed forms: the variance of reverse tracking over unvisited spots and of the hidden share, by the delta method. */
const byDelta: IntervalMethod = ({ all: figures }, context) => {
  const level = numberIn(context.choice, 'level', STANDARD_LEVEL);
  const shareError = numberIn(context.choice, 'share_error', 0);
  const estimate = sumTriples(figures.map((figure) => figure.total)).estimate;
  const places = figures.filter((figure) => figure.mode === 'geo');
  const atPlaces = sumTriples(places.map((figure) => figure.at)).estimate;
  const variance = trackingVariance(places, context.levelOne);
  if (variance === undefined || (variance === 0 && shareError === 0) || atPlaces <= 0) return undefined;
  const seen = {
    share_seen: atPlaces / Math.max(atPlaces, sumTriples(places.map((figure) => figure.total)).estimate),
  };
  const spread = divide(atPlaces, seen, { attending: variance, share: shareError * shareError }).variance;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(spread);
  return {
    low: Math.max(0, estimate - half),
    high: estimate + half,
    basis: 'confidence',
    method: `delta method, ${percent(level)}, standard error of the share ${shareError}`,
  };
};

/** Variance of the level 1 correction, persons squared; 0 where every spot was validated, undefined where it has none. */
function trackingVariance(
  places: readonly SpotFigure[],
  levelOne: ReadonlyMap<string, number>,
): number | undefined {
  if (places.every((figure) => figure.level === '2' && !levelOne.has(figure.spot.spot_id))) return 0;
  const tracked = places.flatMap((figure) => {
    const mapped = figure.level === '1' ? figure.usual.estimate : levelOne.get(figure.spot.spot_id);
    if (mapped === undefined) return [];
    return [figure.level === '2' ? { mapped, enumerated: figure.usual.estimate } : { mapped }];
  });
  return tracked.some((spot) => spot.enumerated !== undefined)
    ? reverseTracking(tracked).variance
    : undefined;
}

const LEVEL: Parameter = {
  kind: 'share',
  meaning: 'share of cases between the ends',
  standard: STANDARD_LEVEL,
};
const REPLICATES: Parameter = { kind: 'number', meaning: 'replicates drawn', standard: STANDARD_REPLICATES };
const EFRON: Source = { author: 'Efron', year: 1987, work: 'doi:10.1080/01621459.1987.10478410' };
const MCCARTHY: Source = {
  author: 'McCarthy and Snowden',
  year: 1985,
  work: 'The bootstrap and finite population sampling, Vital Health Stat 2(95)',
};
const COCHRAN: Source = {
  author: 'Cochran',
  year: 1977,
  work: 'Sampling Techniques, third edition, chapter 6',
};

const FOUR_SPOTS: readonly ExampleSpot[] = Array.from({ length: 4 }, () => ({ min: 5, max: 15, usual: 10 }));
const TWELVE_BARS: readonly ExampleSpot[] = Array.from({ length: 12 }, (_, at) => ({
  usual: at + 1,
  typology: 'bar',
}));

/** A worked example of an interval: the low end that very method gives for the spots, persons. */
function lowEnd(
  method: IntervalMethod,
  spots: readonly ExampleSpot[],
  choice: Omit<Choice, 'use'> = {},
): () => number {
  return () => {
    const study = exampleStudy(spots);
    const { figures, levelOne } = settleExample(study);
    const found = method(figures, {
      study,
      population: EXAMPLE_POPULATION,
      choice: { use: 'example', ...choice },
      overlap: { use: 'none' },
      levelOne,
      rule: EXAMPLE_RULE,
      stream: { seed: study.settings.seed, labels: [] },
    });
    return drawnOrGiven(found, drawHere)?.low ?? Number.NaN;
  };
}

const VARIANTS: readonly Variant<IntervalMethod>[] = [
  {
    id: 'correlated',
    title: 'Correlation-aware spread',
    summary:
      'The width when spots err partly together: between the sum of the extremes and their root sum of squares.',
    formula: 'H² = Σh² + ρ[(Σh)² − Σh²], h = distance from estimate to low (and to high)',
    rightWhen: 'lowest and highest were asked for at every spot and ρ is stated with the number',
    misleads:
      'it has no level of confidence; ρ is a judgement, and what no informant saw is not in it. In invented towns (docs/calibration.md) ρ = 0.1 around person-visit held the truth in 96% (Base), 54% (Rumour, a random sample validated) and 33% (People round their days up), by luck in the first',
    sources: [SOURCES.spotwise],
    parameters: {
      correlation: {
        kind: 'share',
        meaning: 'correlation between the errors of two spots, 0 to 1; 1 gives the customary range',
        standard: STANDARD_CORRELATION,
      },
    },
    example: {
      given: 'four spots of 10, each 5 to 15, ρ = 0: the low end',
      gives: 30,
      compute: lowEnd(correlated, FOUR_SPOTS, { correlation: 0 }),
    },
    apply: correlated,
  },
  {
    id: 'extremes',
    title: 'Sum of extremes',
    summary: 'The customary published range again: every spot at its lowest, every spot at its highest.',
    formula: 'low = Σ min, high = Σ max',
    rightWhen: 'the worst case is wanted',
    misleads:
      'it is no confidence interval: all informants would have to err the same way, as far as they can. In invented towns (docs/calibration.md) it was three times as wide as a 95% interval had to be, and where informants did err together rumour held the truth in only 45% (Informants all err the same way)',
    sources: [SOURCES.odek2014, SOURCES.ikpeazu2014],
    example: {
      given: 'four spots of 10, each 5 to 15: the low end',
      gives: 20,
      compute: lowEnd(extremes, FOUR_SPOTS),
    },
    apply: extremes,
  },
  {
    id: 'simulate',
    title: 'Simulated spread',
    summary: 'Draws every spot between its low and high many times and takes percentiles of the totals.',
    formula:
      'N* = Σ Sⱼ*, Sⱼ* triangular, PERT or log-normal on (low, estimate, high), z shared within a municipality',
    rightWhen: 'reported ends mean "never beyond" (triangular, PERT) or "hardly beyond" (log-normal)',
    misleads:
      'independent spots make a national total look nearly certain: in invented towns (docs/calibration.md) they held the truth around person-visit in 41% (Base) and 17% (Rumour, a random sample validated); share_area is a judgement',
    sources: [
      { author: 'Nelsen', year: 2006, work: 'An Introduction to Copulas, doi:10.1007/0-387-28678-0' },
    ],
    parameters: {
      shape: {
        kind: 'choice',
        choices: ['triangular', 'pert', 'log-normal'],
        meaning: 'distribution of a spot',
        standard: 'triangular',
      },
      share_area: {
        kind: 'share',
        meaning: 'correlation of two spots of one municipality on the normal scale',
        standard: 0,
      },
      level: LEVEL,
      replicates: REPLICATES,
    },
    example: {
      given: 'four spots of 10, each 5 to 15; seed 1: the low end',
      gives: 32.016,
      compute: lowEnd(simulated, FOUR_SPOTS),
    },
    apply: simulated,
  },
  {
    id: 'bootstrap',
    title: 'Bootstrap',
    summary:
      'Redraws what was left to chance: with person-visit whom the team met and which day was counted, otherwise which spots were found, within typologies.',
    formula: 'BCa percentiles of N* over redrawn respondents and days, or over redrawn spots',
    rightWhen: 'spots (or respondents at them) are like those that were missed',
    misleads:
      'wrong counts, corrected rumour, people who do not answer, spots not found and hidden people are not in it; where all spots were mapped, redrawing spots is too wide. In invented towns (docs/calibration.md) 95% around person-visit held the truth in 93% (Base), 91% (Unequal spots), 85% (Rumour, a random sample validated), 77% (Busier weekends, the weekly mean), 37% (People who come rarely refuse), 33% (People round their days up) and 28% (Busier weekends, a weekday counted)',
    sources: [EFRON, MCCARTHY],
    parameters: {
      level: LEVEL,
      replicates: REPLICATES,
      redraw: {
        kind: 'choice',
        choices: ['standard', 'informants'],
        meaning: 'informants: redraw the informants within each spot that two or more reported',
        standard: 'standard',
      },
      days_counted: {
        kind: 'number',
        meaning: 'different days whose mean the counts are, 1 to 7',
        standard: 1,
      },
    },
    example: {
      given: 'twelve bars of 1 to 12 persons; seed 1: the low end',
      gives: 53.455,
      compute: lowEnd(bootstrapped, TWELVE_BARS),
    },
    apply: bootstrapped,
  },
  {
    id: 'delta',
    title: 'Closed form (delta method)',
    summary: 'The variance of the level 1 correction and of the hidden share, carried through division.',
    formula: 'Var(N) = Var(N_spots)/(1 − h)² + N_spots²·Var(h)/(1 − h)⁴, Var(N_spots) = K²(1 − n/K)·s_e²/n',
    rightWhen: 'validated spots are a random sample of all and the share hidden has a standard error',
    misleads:
      'with few validated spots the ratio is biased and the interval too narrow; counts at validated spots and the correction by interviews are taken as exact. In invented towns (docs/calibration.md) 95% held the truth in 93% (Rumour, a random sample validated), 91% (Ordinary town), 89% (Hidden people, a surveyed share), 87% (Rumour, a tenth validated) and 62% (Rumour, the largest spots validated)',
    sources: [COCHRAN, SOURCES.vadivoo2008],
    parameters: {
      level: LEVEL,
      share_error: { kind: 'share', meaning: 'standard error of the share hidden', standard: 0 },
    },
    example: {
      given: '100 at spots with variance 25, share seen 0.8 with standard error 0.02: standard error',
      gives: 6.988,
      compute: () => Math.sqrt(divide(100, { share_seen: 0.8 }, { attending: 25, share: 0.0004 }).variance),
    },
    apply: byDelta,
  },
];

export const INTERVAL: Step<IntervalMethod> = {
  id: 'interval',
  title: 'Interval',
  question: 'Which computed interval stands beside the customary range?',
  standard: 'correlated',
  variants: VARIANTS,
};

/** An interval whose method refuses is no interval: small areas often have too few respondents for one. */
export function intervalOrNone(
  method: IntervalMethod,
  figures: Figures,
  { draw, ...context }: IntervalContext & { readonly draw: Draw },
): Interval | undefined {
  try {
    return drawnOrGiven(method(figures, context), draw);
  } catch (error) {
    if (error instanceof EstimationError) return undefined;
    throw error;
  }
}

/** The interval that was found at once, or that its draws give. */
function drawnOrGiven(found: Interval | ToDraw | undefined, draw: Draw): Interval | undefined {
  if (found === undefined || !('task' in found)) return found;
  const drawn = draw(found.task);
  return drawn && found.say(drawn);
}
