import type { Step } from '../model/card.js';
import { EstimationError } from '../model/estimation-error.js';
import type { Triple } from '../model/range.js';
import type { Choice, PopulationSettings } from '../model/settings.js';
import { populationsOf, type Study } from '../model/study.js';
import { DAYS } from '../model/week.js';
import type { PartsDone } from './estimate.js';
import { figuresOf, runChain } from './chain.js';
import { choiceFor } from './choose.js';
import { DAY_BASIS } from './day-basis.js';
import type { Figures } from './figures.js';
import { sumOf } from './triples.js';
import { LEVEL_1 } from './correct-level-1.js';
import { HIDDEN } from './hidden.js';
import { INFORMANTS } from './informants.js';
import { OVERLAP } from './overlap-step.js';
import { countedSpots, interviewedAt } from './respondents.js';
import { SETTLE } from './settle.js';
import { VIRTUAL } from './virtual-union.js';
import { hasWeek } from './week.js';

/** One defensible chain of choices and the total it gives. */
export interface Universe extends Triple {
  readonly population: string;
  /** Variant by step id. */
  readonly choices: Readonly<Record<string, string>>;
  /** True for the chain the study uses. */
  readonly isStudy: boolean;
}

/** What changing one choice of the study's chain, and nothing else, does to the total. */
export interface ChoiceEffect {
  readonly population: string;
  readonly step: string;
  readonly variant: string;
  readonly estimate: number;
  /** Persons more (or fewer) than the study's own chain gives. */
  readonly change: number;
  readonly changePercent: number;
  /** 1 for the choice that moves this population's total most. */
  readonly rank: number;
}

export interface Multiverse {
  /** By population, then by estimate. */
  readonly universes: readonly Universe[];
  readonly effects: readonly ChoiceEffect[];
  /** The steps in which the data allow a choice, in the order they are done. */
  readonly steps: readonly string[];
}

/** Chains of one population at most: beyond it a picture says nothing any more. */
const MOST_CHAINS = 4000;

/**
 * Every defensible chain at once: for each step the variants that the study's data allow, in all combinations, each
 * with its total in persons; and what changing one choice alone does. Variants that need figures from elsewhere (a
 * factor, a share) appear only where the study states them. Bounds (minimum, maximum) are not estimates and are left
 * out. Source: Steegen et al. 2016, doi:10.1177/1745691616658637; Simonsohn et al. 2020, doi:10.1038/s41562-020-0912-z.
 * Misleads when read as a distribution: chains are not equally plausible, and all share the same data.
 */
export function multiverse(study: Study): Multiverse {
  const work = multiverseStepwise(study);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

/** The same, chain by chain, for whoever shows progress. */
export function* multiverseStepwise(study: Study): Generator<PartsDone, Multiverse> {
  const populations = populationsOf(study).map((population) => ({
    population,
    options: optionsOf(study, population),
  }));
  const whole = populations.reduce((sum, { options }) => sum + chainsOf(options), 0);
  const universes: Universe[] = [];
  let before = 0;
  for (const { population, options } of populations) {
    const chains = runAll(study, population, options);
    let step = chains.next();
    for (; step.done !== true; step = chains.next()) yield { done: before + step.value, whole };
    universes.push(...step.value);
    before += chainsOf(options);
  }
  const effects = populations.flatMap(({ population, options }) => effectsOf(study, population, options));
  const steps = CHOSEN_STEPS.map((step) => step.id).filter((id) =>
    populations.some(({ options }) => (options.get(id) ?? []).length > 1),
  );
  return { universes, effects, steps };
}

const CHOSEN_STEPS: readonly Step<unknown>[] = [
  INFORMANTS,
  SETTLE,
  LEVEL_1,
  DAY_BASIS,
  OVERLAP,
  HIDDEN,
  VIRTUAL,
];

type Options = ReadonlyMap<string, readonly Choice[]>;

/** The choices each step has for a population, the study's own first. */
function optionsOf(study: Study, population: PopulationSettings): Options {
  return new Map(
    CHOSEN_STEPS.map((step) => {
      const own = choiceFor(step, study.settings, population);
      const others = allowed(step.id, study, population)
        .filter((use) => use !== own.use && !isSame(step.id, use, own.use))
        .map((use): Choice => ({ use }));
      return [step.id, [own, ...others]];
    }),
  );
}

/** Two names for the same thing where the data decide: by-data is person-visit, or nothing. */
const isSame = (step: string, use: string, own: string) =>
  step === 'overlap' && own === 'by-data' && use === 'person-visit';

/** The variants of a step that the data of the population allow and that need no figure from elsewhere. */
function allowed(step: string, study: Study, population: PopulationSettings): string[] {
  const spots = study.spots.filter((spot) => spot.population === population.code);
  const reports = study.reports.filter((report) => report.population === population.code);
  switch (step) {
    case 'informants':
      return hasSeveral(reports.map((report) => JSON.stringify([report.spot_id, report.level])))
        ? ['mean', 'median', 'envelope', 'trimmed']
        : [];
    case 'settle': {
      const kinds = new Set(reports.map((report) => report.informant_type ?? ''));
      const isStated = spots.some((spot) => spot.usual !== undefined && spot.min !== undefined);
      return [
        'midpoint',
        'geometric',
        ...(isStated ? ['stated'] : []),
        ...(kinds.size > 1 ? ['median-of-sources'] : []),
      ];
    }
    case 'level_1':
      return settledOf(study, population).parts.levels.includes(1)
        ? LEVEL_1.variants.map((variant) => variant.id)
        : [];
    case 'day':
      if (!spots.some(hasWeek)) return [];
      return [
        'usual',
        'weekly-mean',
        'peak',
        ...(spots.some((spot) => DAYS.every((day) => spot[day] !== undefined)) ? ['by-day'] : []),
      ];
    case 'overlap':
      return interviewed(study, population) ? ['none', 'person-visit'] : [];
    case 'hidden':
      return ['none'];
    default:
      return ['add'];
  }
}

function hasSeveral(keys: readonly string[]): boolean {
  return new Set(keys).size < keys.length;
}

/** The figures before any correction. */
function settledOf(study: Study, population: PopulationSettings): Figures {
  const chain = runChain(study, population);
  return chain.stages[0]?.figures ?? figuresOf(chain);
}

function interviewed(study: Study, population: PopulationSettings): boolean {
  return interviewedAt(study, population.code, countedSpots(settledOf(study, population))).saysSpots;
}

/** How many chains the choices allow. */
const chainsOf = (options: Options) =>
  [...options.values()].reduce((product, choices) => product * choices.length, 1);

/** Runs every chain of a population; says after each how many are done. */
function* runAll(
  study: Study,
  population: PopulationSettings,
  options: Options,
): Generator<number, Universe[]> {
  const steps = [...options.keys()];
  const count = chainsOf(options);
  if (count > MOST_CHAINS) {
    throw new EstimationError(
      'too-many-chains',
      `${population.code} has ${count} defensible chains, more than ${MOST_CHAINS}`,
    );
  }
  let chains: Readonly<Record<string, Choice>>[] = [{}];
  for (const step of steps) {
    chains = chains.flatMap((chain) =>
      (options.get(step) ?? []).map((choice) => ({ ...chain, [step]: choice })),
    );
  }
  const universes: Universe[] = [];
  for (const [at, method] of chains.entries()) {
    const total = totalBy(study, population, method);
    yield at + 1;
    if (total === undefined) continue;
    const choices = Object.fromEntries(Object.entries(method).map(([step, choice]) => [step, choice.use]));
    const isStudy = steps.every((step) => method[step] === options.get(step)?.[0]);
    universes.push({ population: population.code, choices, isStudy, ...total });
  }
  return universes.sort((a, b) => a.estimate - b.estimate || compareChoices(a, b, steps));
}

function compareChoices(a: Universe, b: Universe, steps: readonly string[]): number {
  for (const step of steps) {
    const [one, other] = [a.choices[step] ?? '', b.choices[step] ?? ''];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** The total a chain gives; undefined where one of its methods refuses these data. */
function totalBy(
  study: Study,
  population: PopulationSettings,
  method: Readonly<Record<string, Choice>>,
): Triple | undefined {
  try {
    const chain = runChain(study, { ...population, method });
    return sumOf(figuresOf(chain).parts.total);
  } catch (error) {
    if (error instanceof EstimationError) return undefined;
    throw error;
  }
}

function effectsOf(study: Study, population: PopulationSettings, options: Options): ChoiceEffect[] {
  const own = Object.fromEntries(
    [...options].flatMap(([step, [choice]]) => (choice === undefined ? [] : [[step, choice]])),
  );
  const base = totalBy(study, population, own)?.estimate ?? 0;
  const effects = [...options].flatMap(([step, choices]) =>
    choices.slice(1).flatMap((choice) => {
      const total = totalBy(study, population, { ...own, [step]: choice });
      if (total === undefined) return [];
      const change = total.estimate - base;
      return [
        {
          population: population.code,
          step,
          variant: choice.use,
          estimate: total.estimate,
          change,
          changePercent: base > 0 ? (100 * change) / base : 0,
        },
      ];
    }),
  );
  return effects
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.step < b.step ? -1 : 1))
    .map((effect, at) => ({ ...effect, rank: at + 1 }));
}
