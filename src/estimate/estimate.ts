import type {
  Concentration,
  Estimates,
  MunicipalityEstimate,
  NationalEstimate,
  TraceRow,
  TypologyEstimate,
} from '../model/estimate.js';
import { raise } from '../model/issue-catalogue.js';
import { sortIssues, type Issue } from '../model/issue.js';
import type { PopulationSettings } from '../model/settings.js';
import type { Study } from '../model/study.js';
import { populationsOf } from './active-spots.js';
import { figuresOf, ruleOf, runChain, traceOf, type Chain } from './chain.js';
import { choiceFor, variantOf } from './choose.js';
import { concentrationOf } from './concentration.js';
import { estimatesOf } from './estimates-of.js';
import type { Figures } from './figures.js';
import { drawHere, type Draw } from './interval/draw-task.js';
import { INTERVAL, intervalOrNone } from './interval/interval-step.js';
import { learnLevelOne, type Learned } from './level-1/learn-level-1.js';
import { OVERLAP } from './overlap-step.js';
import {
  rollUpMunicipalities,
  rollUpNation,
  rollUpRegions,
  rollUpTypologies,
  type IntervalOf,
  type RollUpContext,
} from './roll-up.js';
import { weekProfiles } from './week.js';

/** The estimates of a study and what there is to say about them. */
export interface Estimation {
  readonly estimates: Estimates;
  readonly issues: readonly Issue[];
}

/**
 * Estimates the size of each population of a study, in persons: per spot, typology, municipality and nation, with the
 * customary range, a computed interval, the week, the concentration and a trace of every step. Pure: the same study
 * gives the same numbers, whatever the order of its rows. Throws an EstimationError where a chosen method cannot hold.
 */
export function estimate(study: Study): Estimation {
  const work = estimateStepwise(study);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

/** How far the work is: parts done of all parts. */
export interface PartsDone {
  readonly done: number;
  readonly whole: number;
}

/** Parts the work on one population has: its chain and four roll-ups. */
const PARTS = 5;

/** What of the estimates can be left out where nobody looks at it; the rest is always there. */
export const PARTS_TO_CHOOSE = ['spots', 'typologies', 'week', 'concentration'] as const;
export type PartToChoose = (typeof PARTS_TO_CHOOSE)[number];

/**
 * The same as `estimate`, part by part, for whoever shows progress on long work; parts nobody wants stay empty, and the
 * figures of spots are let go once they are added up where neither spots nor their week are wanted. What intervals need
 * drawn is asked of `draw`, always in the same order, so that it can have been drawn elsewhere before.
 */
export function* estimateStepwise(
  study: Study,
  wanted: ReadonlySet<PartToChoose> = new Set(PARTS_TO_CHOOSE),
  draw: Draw = drawHere,
): Generator<PartsDone, Estimation> {
  const { counted, empty } = populationsOf(study);
  const whole = counted.length * PARTS;
  const populations: PopulationEstimates[] = [];
  for (const population of counted) {
    const parts = estimatePopulation(study, population, { wanted, draw });
    let part = parts.next();
    for (let done = populations.length * PARTS; part.done !== true; part = parts.next()) {
      done += 1;
      yield { done, whole };
    }
    populations.push(part.value);
  }
  const kept = populations.flatMap(({ population, figures }) =>
    figures === undefined ? [] : [{ population, figures }],
  );
  const rest: Omit<Estimates, 'spots'> = {
    municipalities: populations.flatMap((result) => result.municipalities),
    regions: populations.flatMap((result) => result.regions),
    typologies: populations.flatMap((result) => result.typologies),
    national: populations.map((result) => result.national),
    week: wanted.has('week') ? weekProfiles(kept, study.settings.weekend) : [],
    concentration: populations.flatMap((result) => result.concentration),
    trace: populations.flatMap((result) => result.trace),
    levelOneFactors: populations.flatMap((result) => result.learned.factors),
    validateNext: populations.flatMap((result) => result.learned.validateNext),
  };
  const unestimated = empty.map((population) => nobodyCounted(study, population));
  const estimates = estimatesOf(rest, kept);
  return {
    estimates,
    issues: sortIssues([...unestimated, ...populations.flatMap((result) => result.issues)]),
  };
}

function nobodyCounted(study: Study, population: PopulationSettings): Issue {
  const message = `No spot of ${population.code} is active, so it has no estimate.`;
  return raise('population-empty', { file: study.files['spots'] ?? 'spots.csv' }, { message });
}

/** The study's interval of any set of a population's figures, by the name of the area they are of. */
export function intervalOfPopulation(
  study: Study,
  population: PopulationSettings,
  { chain, draw = drawHere }: { readonly chain: Chain; readonly draw?: Draw },
): IntervalOf {
  const choice = choiceFor(INTERVAL, study.settings, population);
  const method = variantOf(INTERVAL, choice.use);
  const overlap = choiceFor(OVERLAP, study.settings, population);
  const rule = ruleOf(study, population);
  return (figures, area) =>
    intervalOrNone(method.apply, figures, {
      study,
      population: population.code,
      choice,
      overlap,
      levelOne: chain.levelOne,
      rule,
      stream: { seed: study.settings.seed, labels: [population.code, area] },
      draw,
    });
}

interface PopulationEstimates {
  readonly population: string;
  /** Undefined where nobody wants them. */
  readonly figures: Figures | undefined;
  readonly municipalities: readonly MunicipalityEstimate[];
  readonly regions: readonly MunicipalityEstimate[];
  readonly typologies: readonly TypologyEstimate[];
  readonly national: NationalEstimate;
  readonly concentration: readonly Concentration[];
  readonly trace: readonly TraceRow[];
  readonly learned: Learned;
  readonly issues: readonly Issue[];
}

function* estimatePopulation(
  study: Study,
  population: PopulationSettings,
  { wanted, draw }: { readonly wanted: ReadonlySet<PartToChoose>; readonly draw: Draw },
): Generator<undefined, PopulationEstimates> {
  const chain = runChain(study, population);
  const figures = figuresOf(chain);
  const context: RollUpContext = {
    study,
    population,
    intervalOf: intervalOfPopulation(study, population, { chain, draw }),
  };
  yield;
  const municipalities = rollUpMunicipalities(figures, context);
  yield;
  const national = rollUpNation(figures, context);
  yield;
  const regions = rollUpRegions(figures, context);
  yield;
  const typologies = wanted.has('typologies') ? rollUpTypologies(figures, context) : [];
  yield;
  const persons = figures.parts.total.estimate;
  const byArea = municipalities.map((area) => area.estimate);
  return {
    population: population.code,
    figures: wanted.has('spots') || wanted.has('week') ? figures : undefined,
    national,
    municipalities,
    regions,
    typologies,
    concentration: wanted.has('concentration')
      ? [
          concentrationOf(population.code, 'municipalities', byArea),
          concentrationOf(population.code, 'spots', persons),
        ]
      : [],
    trace: traceOf(chain, population.code),
    learned: learnLevelOne(chain.stages[0]?.figures ?? figures, figures, {
      study,
      population: population.code,
      levelOne: chain.levelOne,
    }),
    issues: [...chain.issues, ...checkCompleteness(study, population, figures)],
  };
}

function checkCompleteness(study: Study, population: PopulationSettings, figures: Figures): Issue[] {
  const issues: Issue[] = [];
  const spots = { file: study.files['spots'] ?? 'spots.csv' };
  const without = figures.sums.withoutRange;
  if (without > 0) {
    const message = `${without} of ${figures.length} rows of ${population.code} have no lowest and highest; they add to the estimate and no width to the range.`;
    issues.push(raise('range-missing-many', spots, { message }));
  }
  const { denominator } = population;
  const mapped = study.places.filter((place) => place.mapped !== false);
  if (denominator !== undefined && mapped.length > 0) {
    const lacking = mapped.filter((place) => place.denominators.get(denominator) === undefined).length;
    if (lacking > 0) {
      const message = `${lacking} mapped municipalities have no "${denominator}", so ${population.code} has no national rate.`;
      issues.push(raise('denominator-missing', { file: study.files['places'] ?? 'places.csv' }, { message }));
    }
  }
  return issues;
}
