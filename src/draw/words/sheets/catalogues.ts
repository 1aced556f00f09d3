import { ALBANIAN_SHEETS } from './albanian.js';
import { BURMESE_SHEETS } from './burmese.js';
import { ENGLISH_SHEETS, type SheetWords } from './english.js';
import { FRENCH_SHEETS } from './french.js';
import { RUSSIAN_SHEETS } from './russian.js';
import { SERBIAN_CYRILLIC_SHEETS, SERBIAN_SHEETS } from './serbian.js';

/** The words of printed sheets by BCP 47 tag, in every language the page has. */
export const SHEET_CATALOGUES: Readonly<Record<string, SheetWords>> = {
  en: ENGLISH_SHEETS,
  fr: FRENCH_SHEETS,
  sq: ALBANIAN_SHEETS,
  'sr-Latn': SERBIAN_SHEETS,
  'sr-Cyrl': SERBIAN_CYRILLIC_SHEETS,
  ru: RUSSIAN_SHEETS,
  my: BURMESE_SHEETS,
};
