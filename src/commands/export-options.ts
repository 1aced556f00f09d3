import { EXPORT_FORMATS } from '../export/registry.js';
import { LOCALES } from '../formats/locale.js';
import type { OptionSpec } from './command.js';

const EXPORT = 'Formats';

/** Options of `export` beyond those that name the study. */
export const EXPORT_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--to <format...>',
    says: `formats to write, or all: ${EXPORT_FORMATS.map(({ id }) => id).join(' | ')}`,
    many: true,
    group: EXPORT,
  },
  {
    flags: '--audience <name>',
    says: 'who it is for (default: programme, coarse places); team needs --exact',
    choices: ['team', 'programme', 'partner', 'public'],
    group: EXPORT,
  },
  { flags: '--exact', says: 'places as recorded and every column, for the team only', group: EXPORT },
  {
    flags: '--locale <language>',
    says: 'whose separator and decimal sign csv has (default: en)',
    choices: Object.keys(LOCALES),
    group: EXPORT,
  },
  {
    flags: '--without-plan',
    says: 'leave the microplan out, which takes most of the time',
    group: EXPORT,
  },
  {
    flags: '--date <day>',
    says: 'day to write where a format asks for one, YYYY-MM-DD (default: today)',
    group: EXPORT,
  },
  {
    flags: '--expires <day>',
    says: 'for partner and public: day until which it holds (default: as study.yaml says under share)',
    group: EXPORT,
  },
  {
    flags: '--period <period>',
    says: 'DHIS2 period, such as 2026 or 2026Q3 (default: the round, where it is one)',
    group: EXPORT,
  },
  {
    flags: '--out <folder>',
    says: 'where it goes, a folder a format (default: export in the study)',
    group: EXPORT,
  },
  { flags: '--seed <number>', says: 'seed of everything random', group: EXPORT },
];
