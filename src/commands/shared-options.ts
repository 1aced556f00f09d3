import { LANGUAGE_TAGS } from '../draw/words/terminal/catalogues.js';
import { STEPS } from '../estimate/steps.js';
import { DISTANCE_WEIGHTS } from '../plan/rules.js';
import type { ArgumentSpec, OptionSpec } from './command.js';

export const STUDY_ARGUMENT: ArgumentSpec = {
  name: 'STUDY',
  says: 'folder of the study, or its study.yaml (default: the current folder)',
};

const TABLES = 'Tables, where there is no study folder (- reads standard input)';

/** Options that name the tables one by one. */
export const TABLE_OPTIONS: readonly OptionSpec[] = [
  { flags: '--spots <file>', says: 'spots table', group: TABLES },
  { flags: '--reports <file>', says: 'informant reports', group: TABLES },
  { flags: '--attendance <file>', says: 'attendance interviews', group: TABLES },
  { flags: '--places <file>', says: 'municipalities with denominators', group: TABLES },
  { flags: '--boundaries <file>', says: 'outlines of the municipalities, GeoJSON', group: TABLES },
  { flags: '--workers <file>', says: 'outreach workers', group: TABLES },
  { flags: '--sites <file>', says: 'drop-in centres and clinics', group: TABLES },
  { flags: '--travel <file>', says: 'travel times between places', group: TABLES },
  { flags: '--population <code>', says: 'the population of tables that concern one only', group: TABLES },
];

const METHOD = 'Method, for this run only';

/** One option a step of the chain, made from the steps themselves. */
export const METHOD_OPTIONS: readonly OptionSpec[] = [
  ...STEPS.map((step) => ({
    flags: `--${step.id.replaceAll('_', '-')} <variant>`,
    says: `${step.question} ${step.variants.map((variant) => variant.id).join(' | ')}`,
    group: METHOD,
  })),
  {
    flags: '--rho <number>',
    says: 'correlation between spots in the correlated interval, 0 to 1',
    group: METHOD,
  },
  { flags: '--weekend <days>', says: 'which days are the weekend, such as fri,sat', group: METHOD },
];

const PLANNING = 'Planning';

export const PLAN_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--previous <folder>',
    says: 'an earlier plan: change as little of it as possible',
    group: PLANNING,
  },
  {
    flags: '--distance <by>',
    says: 'what makes catchments compact: people times kilometres, or plain kilometres',
    choices: DISTANCE_WEIGHTS,
    group: PLANNING,
  },
  {
    flags: '--seconds <number>',
    says: 'stop the search for who serves what after so long, as an interruption does; the plan then depends on the machine',
    group: PLANNING,
  },
  {
    flags: '--certify',
    says: 'prove how near the assignment is to the best possible; sharper where the package highs is installed',
    group: PLANNING,
  },
  {
    flags: '--verify <folder>',
    says: 'check a written plan against every rule, from its tables alone',
    group: PLANNING,
  },
];

/** Options of the page that `run` and `report` write. */
export const REPORT_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--estimates <file>',
    says: 'estimates by other methods to show beside the count (default: estimates.csv of the study, if there is one)',
    group: 'Report',
  },
  {
    flags: '--multiverse',
    says: 'show the total under every defensible chain of choices',
    group: 'Report',
  },
  {
    flags: '--pdf',
    says: 'print the page and the sheets to PDF too, with the Chromium of this computer',
    group: 'Report',
  },
];

const RESULT = 'Results';

/** The language of what people read, not of files for programs. */
export const LANGUAGE_OPTION: OptionSpec = {
  flags: '--language <tag>',
  says: 'language of what is said, of the page and of the sheets; all but English are machine drafts that need native review. Tables and JSON never change',
  choices: LANGUAGE_TAGS,
  group: RESULT,
};

export const RESULT_OPTIONS: readonly OptionSpec[] = [
  { flags: '--out <folder>', says: 'where the results go (default: out in the study)', group: RESULT },
  {
    flags: '--exact',
    says: 'write places as recorded; without it they are coarse, to about 100 m',
    group: RESULT,
  },
  { flags: '--seed <number>', says: 'seed of everything random', group: RESULT },
];

export const TALK_OPTIONS: readonly OptionSpec[] = [
  { flags: '--json', says: 'print the summary as one JSON document', group: RESULT },
  { flags: '--quiet', says: 'say nothing but errors', group: RESULT },
  LANGUAGE_OPTION,
  { flags: '--plain', says: 'no line drawing', group: RESULT },
  { flags: '--no-color', says: 'no colours, as with NO_COLOR', group: RESULT },
  { flags: '--show-values', says: 'show the cells issues are about (they can hold names)', group: RESULT },
];
