import type { Issue } from '../model/issue.js';
import { SCENARIOS, type Scenario } from '../simulate/scenarios.js';
import type { PopulationSettings, TownSettings } from '../simulate/town-settings.js';
import { readYaml } from './read-yaml.js';

type Schema = Readonly<Record<string, unknown>>;

const NUMBER: Schema = { type: 'number' };
const TEXT: Schema = { type: 'string' };
const listOf = (items: Schema): Schema => ({ type: 'array', items });

function closed(properties: Readonly<Record<string, Schema>>, isWhole = false): Schema {
  const required = isWhole ? { required: Object.keys(properties) } : {};
  return { type: 'object', additionalProperties: false, properties, ...required };
}

const POPULATION = {
  population: TEXT,
  denominator: { enum: ['adult_men', 'adult_women'] },
  per_1000: NUMBER,
  share_hidden: NUMBER,
  days_per_week: listOf(NUMBER),
  spots_per_day: listOf(NUMBER),
  spots_per_municipality: NUMBER,
  typologies: listOf(closed({ typology: TEXT, weight: NUMBER }, true)),
  pull_spread: NUMBER,
  weekend_pull: NUMBER,
  share_online: closed({ attending: NUMBER, hidden: NUMBER }, true),
  profiles: listOf(NUMBER),
};

/** The JSON Schema of a town's settings: what differs from the scenario it starts from. */
const TOWN_SCHEMA: Schema = closed({
  scenario: { enum: SCENARIOS.map(({ id }) => id) },
  seed: { type: 'integer', minimum: 0, maximum: 4294967295 },
  population: closed(POPULATION),
  populations: listOf(closed(POPULATION, true)),
  municipalities: listOf(closed({ municipality: TEXT, adult_men: NUMBER, adult_women: NUMBER }, true)),
  zones_per_municipality: NUMBER,
  informants: listOf(
    closed({ informant_type: TEXT, bias: NUMBER, spread: NUMBER, half_width: NUMBER }, true),
  ),
  reports_per_spot: NUMBER,
  share_level_2: NUMBER,
  respondents_per_spot: NUMBER,
  rounds: { enum: [1, 2] },
  spot_deaths: NUMBER,
  spot_births: NUMBER,
  field: closed({
    validation: { enum: ['random', 'largest'] },
    share_found: NUMBER,
    count_spread: NUMBER,
    shared_spread: NUMBER,
    share_to_mean: NUMBER,
    share_one_more_day: NUMBER,
    share_refusing: NUMBER,
    rare_days: NUMBER,
  }),
});

interface StatedTown extends Partial<TownSettings> {
  readonly scenario?: string;
  readonly population?: Partial<PopulationSettings>;
}

/** What a town's settings change in the scenario asked for, or what is wrong with them. */
export type TownReading =
  | { readonly scenarioId: string | undefined; readonly applyTo: (scenario: Scenario) => Scenario }
  | { readonly issues: readonly Issue[] };

/**
 * Reads the settings of an invented town: a scenario and what differs from it; `population` changes every population
 * of the town. Whether a town can be made of the numbers is for makeTown to say.
 */
export function readTown(bytes: Uint8Array, file: string): TownReading {
  const reading = readYaml(bytes, file, TOWN_SCHEMA);
  if ('issues' in reading) return reading;
  const { scenario: scenarioId, population, field, ...changes } = reading.stated as StatedTown;
  const applyTo = (scenario: Scenario): Scenario => {
    const town = { ...scenario.town, ...changes };
    const populations = town.populations.map((each) => ({ ...each, ...population }));
    return { ...scenario, town: { ...town, populations, field: { ...town.field, ...field } } };
  };
  return { scenarioId, applyTo };
}
