import type { Estimates, SpotFigure } from '../model/estimate.js';
import { raise } from '../model/issue-catalogue.js';
import { sortIssues, type Issue } from '../model/issue.js';
import type { PopulationSettings } from '../model/settings.js';
import { populationsOf, type Spot, type Study } from '../model/study.js';
import { figuresOf, ruleOf, runChain, traceOf, type Chain } from './chain.js';
import { choiceFor, variantOf } from './choose.js';
import { concentrationOf } from './concentration.js';
import { INTERVAL, intervalOrNone } from './interval/interval-step.js';
import { learnLevelOne } from './level-1/learn-level-1.js';
import { OVERLAP } from './overlap-step.js';
import { makeRandom } from '../stats/random.js';
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
  const counted = new Set(study.spots.filter(isActive).map((spot) => spot.population));
  const listed = populationsOf(study);
  const populations = listed
    .filter((population) => counted.has(population.code))
    .map((population) => estimatePopulation(study, population));
  const empty = listed
    .filter((population) => !counted.has(population.code))
    .map((population) => nobodyCounted(study, population));
  const figures = populations.flatMap((result) => result.figures);
  const estimates: Estimates = {
    spots: figures,
    municipalities: populations.flatMap((result) => result.municipalities),
    regions: populations.flatMap((result) => result.regions),
    typologies: populations.flatMap((result) => result.typologies),
    national: populations.map((result) => result.national),
    week: weekProfiles(figures, study.settings.weekend),
    concentration: populations.flatMap((result) => result.concentration),
    trace: populations.flatMap((result) => result.trace),
    levelOneFactors: populations.flatMap((result) => result.learned.factors),
    validateNext: populations.flatMap((result) => result.learned.validateNext),
  };
  return { estimates, issues: sortIssues([...empty, ...populations.flatMap((result) => result.issues)]) };
}

const isActive = (spot: Spot) => (spot.status ?? 'active') === 'active';

function nobodyCounted(study: Study, population: PopulationSettings): Issue {
  const message = `No spot of ${population.code} is active, so it has no estimate.`;
  return raise('population-empty', { file: study.files['spots'] ?? 'spots.csv' }, { message });
}

/** The study's interval of any set of a population's figures, by the name of the area they are of. */
export function intervalOfPopulation(study: Study, population: PopulationSettings, chain: Chain): IntervalOf {
  const choice = choiceFor(INTERVAL, study.settings, population);
  const method = variantOf(INTERVAL, choice.use);
  const random = makeRandom(study.settings.seed).fork(population.code);
  return (figures, area) =>
    intervalOrNone(method.apply, figures, {
      study,
      population: population.code,
      choice,
      overlap: choiceFor(OVERLAP, study.settings, population),
      levelOne: chain.levelOne,
      rule: ruleOf(study, population),
      random: random.fork(area),
    });
}

function estimatePopulation(study: Study, population: PopulationSettings) {
  const chain = runChain(study, population);
  const figures = figuresOf(chain);
  const context: RollUpContext = {
    study,
    population,
    intervalOf: intervalOfPopulation(study, population, chain),
  };
  const municipalities = rollUpMunicipalities(figures, context);
  const persons = figures.map((figure) => figure.total.estimate);
  const issues = [...chain.issues, ...checkCompleteness(study, population, figures)];
  return {
    figures,
    municipalities,
    regions: rollUpRegions(figures, context),
    typologies: rollUpTypologies(figures, context),
    national: rollUpNation(figures, context),
    concentration: [
      concentrationOf(
        population.code,
        'municipalities',
        municipalities.map((area) => area.estimate),
      ),
      concentrationOf(population.code, 'spots', persons),
    ],
    trace: traceOf(chain, population.code),
    learned: learnLevelOne(chain.stages[0]?.figures ?? [], figures, {
      study,
      population: population.code,
      levelOne: chain.levelOne,
    }),
    issues,
  };
}

function checkCompleteness(
  study: Study,
  population: PopulationSettings,
  figures: readonly SpotFigure[],
): Issue[] {
  const issues: Issue[] = [];
  const spots = { file: study.files['spots'] ?? 'spots.csv' };
  const without = figures.filter((figure) => !figure.hasRange).length;
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
