import type { Estimates, SpotFigure, TraceRow } from '../model/estimate.js';
import { raise } from '../model/issue-catalogue.js';
import { compareText, sortIssues, type Issue } from '../model/issue.js';
import { sumTriples } from '../model/range.js';
import type { PopulationSettings } from '../model/settings.js';
import { populationsOf, type Study } from '../model/study.js';
import { choiceFor, variantOf } from './choose.js';
import { concentrationOf } from './concentration.js';
import { INFORMANTS } from './informants.js';
import { INTERVAL, intervalOrNone } from './interval/interval-step.js';
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
import { SETTLE } from './settle.js';
import { settleSpots, type SettledSpots } from './spot-figures.js';
import { CORRECTIONS } from './steps.js';
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
  const populations = populationsOf(study).map((population) => estimatePopulation(study, population));
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
  };
  return { estimates, issues: sortIssues(populations.flatMap((result) => result.issues)) };
}

/** The figures of one population after every correction, before they are added up. */
export interface CorrectedPopulation extends Corrected {
  /** Level 1 persons of spots with both levels, by spot. */
  readonly levelOne: ReadonlyMap<string, number>;
}

/** Settles and corrects the figures of one population by the study's choices: the chain up to the roll-up. */
export function correctPopulation(study: Study, population: PopulationSettings): CorrectedPopulation {
  const settled = settle(study, population);
  const chain = correct(study, population, settled);
  return { ...chain, issues: [...settled.issues, ...chain.issues], levelOne: settled.levelOne };
}

/** The study's interval of any set of a population's corrected figures, by the name of the area they are of. */
export function intervalOfPopulation(
  study: Study,
  population: PopulationSettings,
  levelOne: ReadonlyMap<string, number>,
): IntervalOf {
  const choice = choiceFor(INTERVAL, study.settings, population);
  const method = variantOf(INTERVAL, choice.use);
  const random = makeRandom(study.settings.seed).fork(population.code);
  return (figures, area) =>
    intervalOrNone(method.apply, figures, {
      study,
      population: population.code,
      choice,
      overlap: choiceFor(OVERLAP, study.settings, population),
      levelOne,
      random: random.fork(area),
    });
}

function estimatePopulation(study: Study, population: PopulationSettings) {
  const chain = correctPopulation(study, population);
  const context: RollUpContext = {
    study,
    population,
    intervalOf: intervalOfPopulation(study, population, chain.levelOne),
  };
  const municipalities = rollUpMunicipalities(chain.figures, context);
  const persons = chain.figures.map((figure) => figure.total.estimate);
  const issues = [...chain.issues, ...checkCompleteness(study, population, chain.figures)];
  return {
    figures: chain.figures,
    municipalities,
    regions: rollUpRegions(chain.figures, context),
    typologies: rollUpTypologies(chain.figures, context),
    national: rollUpNation(chain.figures, context),
    concentration: [
      concentrationOf(
        population.code,
        'municipalities',
        municipalities.map((area) => area.estimate),
      ),
      concentrationOf(population.code, 'spots', persons),
    ],
    trace: chain.trace,
    issues,
  };
}

function settle(study: Study, population: PopulationSettings): SettledSpots & { readonly method: string } {
  const informants = variantOf(INFORMANTS, choiceFor(INFORMANTS, study.settings, population).use);
  const rule = variantOf(SETTLE, choiceFor(SETTLE, study.settings, population).use);
  const settled = settleSpots(study, population.code, { join: informants.apply, settle: rule.apply });
  const hasReports = study.reports.some((report) => report.population === population.code);
  return { ...settled, method: hasReports ? `${rule.id}, ${informants.id} of informants` : rule.id };
}

interface Corrected {
  readonly figures: readonly SpotFigure[];
  readonly trace: readonly TraceRow[];
  readonly issues: readonly Issue[];
}

/** Runs the corrections in order, writing down what each did to the population's total. */
function correct(
  study: Study,
  population: PopulationSettings,
  settled: SettledSpots & { readonly method: string },
): Corrected {
  let figures = settled.figures;
  const trace = [
    traceStep({ step: 'settle', method: settled.method, note: sayLeftOut(settled) }, population, figures, 0),
  ];
  const issues: Issue[] = [];
  for (const step of CORRECTIONS) {
    const choice = choiceFor(step, study.settings, population);
    const before = sumTriples(figures.map((figure) => figure.total)).estimate;
    const { apply, id } = variantOf(step, choice.use);
    const result = apply(figures, { population: population.code, study, choice, levelOne: settled.levelOne });
    figures = result.figures;
    issues.push(...(result.issues ?? []));
    trace.push(traceStep({ step: step.id, method: id, note: result.note }, population, figures, before));
  }
  return { figures, trace, issues };
}

function traceStep(
  what: { readonly step: string; readonly method: string; readonly note: string },
  population: PopulationSettings,
  figures: readonly SpotFigure[],
  before: number,
): TraceRow {
  const total = sumTriples(figures.map((figure) => figure.total));
  return {
    population: population.code,
    ...what,
    ...total,
    change: total.estimate - before,
    rows: figures.length,
  };
}

function sayLeftOut({ leftOut }: SettledSpots): string {
  const said = [...leftOut]
    .sort(([a], [b]) => compareText(a, b))
    .map(([status, count]) => `${count} ${status}`);
  return said.length === 0 ? '' : `left out after validation: ${said.join(', ')}`;
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
