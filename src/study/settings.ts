import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import {
  STANDARD_SETTINGS,
  type Choice,
  type MethodSettings,
  type PopulationSettings,
  type Settings,
} from '../model/settings.js';
import type { Day } from '../model/week.js';
import { readYaml } from './read-yaml.js';
import type { PlaceOf } from './settings-errors.js';
import { SETTINGS_SCHEMA } from './settings-schema.js';

/** A study's settings with every default filled in, and what is wrong with the file. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly issues: readonly Issue[];
}

/** Reads study.yaml: syntax, then every setting against the schema; each fault with its line. */
export function readSettings(bytes: Uint8Array, file: string): SettingsReading {
  const reading = readYaml(bytes, file, SETTINGS_SCHEMA);
  if ('issues' in reading) return { settings: STANDARD_SETTINGS, issues: reading.issues };
  const settings = fillIn(reading.stated as StatedSettings);
  return { settings, issues: repeatedPopulations(settings, reading.placeOf) };
}

/** A population listed twice would be estimated twice. */
function repeatedPopulations({ populations }: Settings, placeOf: PlaceOf): Issue[] {
  const codes = populations.map((population) => population.code);
  return codes.flatMap((code, at) => {
    if (codes.indexOf(code) === at) return [];
    const message = `The population "${code}" is listed more than once.`;
    return [raise('setting-invalid', placeOf(['populations', String(at)]), { message })];
  });
}

interface StatedSettings extends Partial<Omit<Settings, 'round' | 'populations' | 'method' | 'weekend'>> {
  readonly round?: string | number;
  readonly weekend?: readonly Day[];
  readonly method?: StatedMethod;
  readonly populations?: readonly {
    readonly code: string;
    readonly label?: string;
    readonly denominator?: string;
    readonly method?: StatedMethod;
  }[];
}

type StatedMethod = Readonly<Record<string, string | Choice>>;

function fillIn(stated: StatedSettings): Settings {
  return {
    ...STANDARD_SETTINGS,
    ...stated,
    round: String(stated.round ?? ''),
    method: fillInMethod(stated.method),
    populations: (stated.populations ?? []).map(
      ({ code, label, denominator, method }): PopulationSettings => ({
        code,
        label: label ?? code,
        denominator,
        method: fillInMethod(method),
      }),
    ),
  };
}

function fillInMethod(stated: StatedMethod = {}): MethodSettings {
  return Object.fromEntries(
    Object.entries(stated).map(([step, choice]) => [
      step,
      typeof choice === 'string' ? { use: choice } : choice,
    ]),
  );
}
