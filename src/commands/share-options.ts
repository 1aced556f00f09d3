import type { OptionSpec } from './command.js';

const PROTECT = 'Protection';
const CHECK = 'Checking and opening outputs';

/** What encrypts an output. */
export const LOCK_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--encrypt-to <recipient>',
    says: 'encrypt to an age recipient (age1…); can be given several times',
    many: true,
    group: PROTECT,
  },
  {
    flags: '--passphrase-file <file>',
    says: 'encrypt (or decrypt) with the passphrase in the first line (- reads standard input)',
    group: PROTECT,
  },
];

/** Options of `share` beyond those that name the study. */
export const SHARE_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--audience <name>',
    says: 'who it is for (default: public)',
    choices: ['team', 'programme', 'partner', 'public'],
    group: PROTECT,
  },
  { flags: '--exact', says: 'places as recorded; for team only, and only encrypted', group: PROTECT },
  {
    flags: '--mask <method>',
    says: 'move the points of a programme output: grid, donut or dhs',
    group: PROTECT,
  },
  { flags: '--rural', says: 'with dhs: distances for spots outside towns', group: PROTECT },
  {
    flags: '--letters',
    says: 'A, B, C in place of population codes in partner and public outputs; key.csv of a programme or team output with the same key tells which is which',
    group: PROTECT,
  },
  {
    flags: '--key-file <file>',
    says: 'secret key for donut, dhs and letters, 24 bytes or more (- reads standard input)',
    group: PROTECT,
  },
  ...LOCK_OPTIONS,
  {
    flags: '--expires <day>',
    says: 'day until which it holds, YYYY-MM-DD (default: share.expires of study.yaml; without either no day is written and that is said)',
    group: PROTECT,
  },
  {
    flags: '--out <folder>',
    says: 'where it goes (default: a neutral name beside the study)',
    group: PROTECT,
  },
  {
    flags: '--verify <folder>',
    says: 'check an output from its files alone; exit 1 when it leaks',
    group: CHECK,
  },
  { flags: '--previous <folder>', says: 'with --verify: an earlier output of the same study', group: CHECK },
  { flags: '--decrypt <file>', says: 'open an encrypted output into --out', group: CHECK },
  { flags: '--identity <file>', says: 'with --decrypt: key file as age-keygen writes it', group: CHECK },
];
