import type { ShareSettings } from './disclosure.js';
import type { Day } from './week.js';

/** The variant chosen for a step, with its parameters. */
export interface Choice {
  readonly use: string;
  readonly [parameter: string]: string | number | boolean | readonly (string | number)[] | undefined;
}

/** Which variant each step of the estimation chain uses, by step id. */
export type MethodSettings = Readonly<Record<string, Choice>>;

/** A population as the study names it. */
export interface PopulationSettings {
  readonly code: string;
  readonly label: string;
  /** Column of places.csv its rate is given per 1,000 of. */
  readonly denominator: string | undefined;
  /** Steps for which this population departs from the study's method. */
  readonly method: MethodSettings;
}

/** A file of another system that was imported: what it was, and which of its headers hold which columns. */
export interface ImportRecord {
  readonly file: string;
  readonly sha256?: string;
  readonly kind: string;
  readonly columns?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Everything a study decides, defaults filled in: what study.yaml says and what a flag may override. */
export interface Settings {
  readonly title: string;
  readonly round: string;
  readonly country: string;
  /** What a municipality is called in this country, for headings. */
  readonly municipality_title: string;
  readonly populations: readonly PopulationSettings[];
  /** Input file by table id. */
  readonly files: Readonly<Record<string, string>>;
  /** Header used in the file, by table id and column name. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly method: MethodSettings;
  readonly weekend: readonly Day[];
  /** IANA time zone of the study, for exports that hold times in UTC. */
  readonly time_zone?: string;
  /** When a working day starts: a visit after midnight and before it belongs to the evening before (06:00). */
  readonly day_starts_at?: string;
  /** What study.yaml states of the microplan's rules; `readRules` of the plan fills in the rest. */
  readonly plan: Readonly<Record<string, unknown>>;
  /** Rules of partner and public outputs that differ from the standard ones. */
  readonly share: ShareSettings;
  /** Files the tables were imported from, with the mapping of their columns. */
  readonly imports?: readonly ImportRecord[];
  readonly credits: readonly string[];
  readonly notes: readonly string[];
  readonly seed: number;
}

/** The settings of a study that states none: bare tables. */
export const STANDARD_SETTINGS: Settings = {
  title: '',
  round: '',
  country: '',
  municipality_title: 'municipality',
  populations: [],
  files: {},
  columns: {},
  method: {},
  weekend: ['fri', 'sat'],
  plan: {},
  share: {},
  credits: [],
  notes: [],
  seed: 1,
};
