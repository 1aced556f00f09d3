import { STANDARD_SETTINGS, type Choice } from '../model/settings.js';
import type { Report, Spot, Study } from '../model/study.js';
import { variantOf } from './choose.js';
import { sumOf } from './triples.js';
import { INFORMANTS } from './informants.js';
import type { PopulationStep } from './population-step.js';
import { SETTLE } from './settle.js';
import { settleSpots, type SettledSpots, type SettlingRule } from './spot-figures.js';

/** What an example says of a spot; its code and population are given to it. */
export type ExampleSpot = Partial<Omit<Spot, 'spot_id' | 'population'>> & {
  /** What was said of the spot at level 1 where its own row is of level 2, persons. */
  readonly said?: number;
};

/** The population of every example. */
export const EXAMPLE_POPULATION = 'FSW';

const NOT_SAID = {
  population: EXAMPLE_POPULATION,
  level: '1',
  informant_id: 'a',
  informant_type: undefined,
  peak_min: undefined,
  peak_max: undefined,
  reported_on: undefined,
  extra: undefined,
} as const;

/** How the spots of an example are settled: by the standard rules. */
export const EXAMPLE_RULE: SettlingRule = {
  join: variantOf(INFORMANTS, INFORMANTS.standard).apply,
  settle: variantOf(SETTLE, SETTLE.standard).apply,
};

/** Returns a study of invented spots of one population, for the worked examples of method cards. */
export function exampleStudy(spots: readonly ExampleSpot[]): Study {
  const named = spots.map((spot, at) => {
    const spot_id = String.fromCodePoint(97 + at);
    return { ...spot, spot_id, population: EXAMPLE_POPULATION, line: at + 2, extra: undefined };
  });
  const reports = named.flatMap(({ said, spot_id, line }): Report[] =>
    said === undefined ? [] : [{ ...NOT_SAID, spot_id, line, min: said, max: said }],
  );
  return {
    settings: { ...STANDARD_SETTINGS, title: 'Example', round: '1', country: 'Nowhere' },
    spots: named as readonly Spot[],
    reports: reports,
    attendance: [],
    places: [],
    workers: [],
    sites: [],
    published: [],
    boundaries: [],
    files: {},
  };
}

/** Returns the settled spots of an example. */
export function settleExample(study: Study): SettledSpots {
  return settleSpots(study, EXAMPLE_POPULATION, EXAMPLE_RULE);
}

/**
 * Returns a worked example of a correction: the persons at all the spots after that very correction.
 *
 * Example: correctedTotal(leaveAsIs, [{ usual: 40 }, { usual: 2 }]) computes 42.
 */
export function correctedTotal(
  apply: PopulationStep,
  spots: readonly ExampleSpot[],
  choice: Choice = { use: 'example' },
): () => number {
  return () => {
    const study = exampleStudy(spots);
    const { figures, levelOne } = settleExample(study);
    const context = { population: EXAMPLE_POPULATION, study, choice, levelOne };
    return sumOf(apply(figures, context).figures.parts.total).estimate;
  };
}
