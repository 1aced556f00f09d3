import { DAYS, type Day } from '../../model/week.js';
import { foldName } from '../../study/names/fold-name.js';
import { plainDigits } from './digits.js';

/** Names of the days, Monday first: English, Albanian, Serbian (both scripts fold to one) and Burmese. */
const DAY_NAMES: readonly (readonly string[])[] = [
  ['monday', 'mon', 'hene', 'ponedeljak', 'ponedjeljak', 'pon', 'တနင်္လာ', 'တနင်္လာနေ့'],
  ['tuesday', 'tue', 'tues', 'marte', 'utorak', 'uto', 'အင်္ဂါ', 'အင်္ဂါနေ့'],
  ['wednesday', 'wed', 'merkure', 'sreda', 'srijeda', 'sre', 'ဗုဒ္ဓဟူး', 'ဗုဒ္ဓဟူးနေ့'],
  ['thursday', 'thu', 'thur', 'thurs', 'enjte', 'cetvrtak', 'cet', 'ကြာသပတေး', 'ကြာသပတေးနေ့'],
  ['friday', 'fri', 'premte', 'petak', 'pet', 'သောကြာ', 'သောကြာနေ့'],
  ['saturday', 'sat', 'shtune', 'subota', 'sub', 'စနေ', 'စနေနေ့'],
  ['sunday', 'sun', 'diel', 'nedelja', 'nedjelja', 'ned', 'တနင်္ဂနွေ', 'တနင်္ဂနွေနေ့'],
];

const key = (text: string) => foldName(text)[0] ?? '';

const DAY_BY_NAME = new Map<string, Day>(
  DAYS.flatMap((day, at) =>
    [day, String(at + 1), ...(DAY_NAMES[at] ?? [])].map((name) => [key(name), day] as const),
  ),
);

/** Days of the week written in any of the languages or as ISO numbers, 1 = Monday; undefined where a word is none. */
export function readDayNames(cell: string): readonly Day[] | undefined {
  const words = plainDigits(cell)
    .replaceAll(/(^|[\s,;|/+&])e\s+(?=\p{L})/giu, '$1')
    .split(/[\s,;|/+&]+/)
    .filter((word) => word !== '');
  const days = words.map((word) => DAY_BY_NAME.get(key(word)));
  const known = new Set(days);
  return known.has(undefined) ? undefined : DAYS.filter((day) => known.has(day));
}

const YES = new Set(['yes', 'y', 'true', '1', 'po', 'da', 'ဟုတ်', 'ဟုတ်ကဲ့', 'oui', 'si'].map(key));
const NO = new Set(['no', 'n', 'false', '0', 'jo', 'ne', 'မဟုတ်', 'မဟုတ်ပါ', 'non'].map(key));

/** Yes or no in any of the languages; undefined where it is neither. */
export function readYesNo(cell: string): 'yes' | 'no' | undefined {
  const word = key(plainDigits(cell));
  if (YES.has(word)) return 'yes';
  return NO.has(word) ? 'no' : undefined;
}

/** What forms and people write where nothing is known: no answer, never a zero. */
const MISSING = new Set(['---', '--', '-', '–', '—', 'n/a', 'na', '#n/a', 'null', 'none', 'nil', '.', '?']);

/** True when the cell says in one of the usual ways that there is no answer. */
export const isMissing = (cell: string) => cell === '' || MISSING.has(cell.toLowerCase());

/** One of the choices, whatever its case and whatever joins its words. */
export function readChoiceWord(cell: string, choices: readonly string[]): string | undefined {
  const wanted = key(plainDigits(cell));
  return choices.find((choice) => key(choice) === wanted);
}

/**
 * True when text in Myanmar letters is written in the Zawgyi encoding: its own code points, a vowel sign before its
 * consonant, or a stacking sign with nothing under it, none of which Unicode Burmese has.
 */
export function looksZawgyi(text: string): boolean {
  return /[\u1033\u1034\u1060-\u1097]|(?:^|[^\u1000-\u109f])\u1031|\u1039(?:$|[^\u1000-\u1021])/u.test(text);
}
