import { figuresOf, runChain } from '../estimate/chain.js';
import { intervalOfPopulation } from '../estimate/estimate.js';
import type { Figures } from '../estimate/figures.js';
import { sumOf } from '../estimate/triples.js';
import { EstimationError } from '../model/estimation-error.js';
import type { Basis } from '../model/range.js';
import type { Choice, PopulationSettings, Settings } from '../model/settings.js';
import type { Study } from '../model/study.js';
import { makeRandom } from '../stats/random.js';
import type { Scenario } from './scenarios.js';
import { presentIn, truthOf, type Target } from './target.js';
import type { Town } from './town-rows.js';
import type { TownSettings } from './town-settings.js';
import { townSettings, townStudy } from './town-study.js';
import { makeTown } from './town.js';
import { factsOf, waysOf, type Way } from './ways.js';

/** What one chain gave for one town, everything divided by the truth. */
export interface JudgedWay {
  readonly id: string;
  readonly says: string;
  readonly target: Target;
  readonly ratio: number;
  readonly intervals: readonly JudgedInterval[];
}

/** One interval around it; undefined ends where the method gives none. */
export interface JudgedInterval {
  readonly label: string;
  readonly basis: Basis | undefined;
  readonly ends: { readonly low: number; readonly high: number } | undefined;
}

/** What is judged, and how hard intervals work. */
export interface JudgeOptions {
  /** Replicates an interval draws. */
  readonly replicates: number;
  /** Only this chain and its first interval, where one is enough. */
  readonly only?: string;
}

/**
 * Returns what every chain gives for the scenario's town of that seed, divided by the truth, for the first
 * population of the town, all municipalities together; people online are left out unless they are part of the
 * target. Chains and intervals run through the same code as a study. A chain that refuses is left out. Same
 * arguments, same answer.
 */
export function judgeTown(scenario: Scenario, seed: number, options: JudgeOptions): JudgedWay[] {
  const settings: TownSettings = { ...scenario.town, seed };
  const town = makeTown(settings);
  const population = settings.populations[0]?.population ?? '';
  const round = town.rounds[scenario.round - 1];
  if (round === undefined) return [];
  const facts = factsOf(round, { population, scenario }, makeRandom(seed).fork('survey'));
  const study = townStudy(
    town,
    townSettings(settings, { title: '', notes: [], round: scenario.round, method: {} }),
  );
  const truths = truthsOf(town, settings, { population, round: scenario.round });
  return chosenWays(waysOf(scenario, facts, options), options.only).flatMap((way) => {
    const judged = judgeWay(way, study, { population, truth: truths(way.target) });
    return judged === undefined ? [] : [judged];
  });
}

function chosenWays(ways: readonly Way[], only: string | undefined): readonly Way[] {
  if (only === undefined) return ways;
  return ways
    .filter((way) => way.id === only)
    .map((way) => ({ ...way, intervals: way.intervals.slice(0, 1) }));
}

/** The truths of a town, each worked out once and only when asked for. */
function truthsOf(
  town: Town,
  settings: TownSettings,
  of: { readonly population: string; readonly round: 1 | 2 },
): (target: Target) => number {
  const known = new Map<Target, number>();
  return (target) => {
    const truth =
      known.get(target) ??
      (target === 'present'
        ? presentIn(settings, of.population, of.round)
        : truthOf(town, of.population, target));
    known.set(target, truth);
    return truth;
  };
}

function judgeWay(
  way: Way,
  study: Study,
  against: { readonly population: string; readonly truth: number },
): JudgedWay | undefined {
  const { population: code, truth } = against;
  const population: PopulationSettings = { code, label: code, denominator: undefined, method: {} };
  const chosen = withMethod(study, way.method);
  try {
    const chain = runChain(chosen, population);
    const figures = figuresOf(chain);
    const asked = way.target === 'reachable' ? figures : figures.filter((at) => figures.isGeo(at));
    const intervals = way.intervals.map((choice) => {
      const given = withMethod(study, { ...way.method, interval: choice });
      const interval = intervalOfPopulation(given, population, { chain })(asked, 'nation');
      const ends =
        interval === undefined ? undefined : { low: interval.low / truth, high: interval.high / truth };
      return { label: labelOf(choice), basis: interval?.basis, ends };
    });
    const { id, says, target } = way;
    return { id, says, target, ratio: totalOf(asked) / truth, intervals };
  } catch (error) {
    if (error instanceof EstimationError) return undefined;
    throw error;
  }
}

const totalOf = (figures: Figures) => sumOf(figures.parts.total).estimate;

function withMethod(study: Study, method: Settings['method']): Study {
  return { ...study, settings: { ...study.settings, method } };
}

/** The variant with the parameters that tell it from its like, such as `correlated, correlation 0.1`. */
function labelOf({ use, ...parameters }: Choice): string {
  const told = ['correlation', 'shape', 'share_area'].flatMap((name) => {
    const value = parameters[name];
    if (value === undefined || (name === 'share_area' && value === 0)) return [];
    return [
      name === 'shape' ? String(value) : `${name.replace('share_area', 'area share')} ${String(value)}`,
    ];
  });
  return [use, ...told].join(', ');
}
