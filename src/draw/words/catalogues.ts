import { ALBANIAN } from './albanian.js';
import { BURMESE } from './burmese.js';
import { ENGLISH, type Words } from './english.js';
import { FRENCH } from './french.js';
import { RUSSIAN } from './russian.js';
import { SERBIAN, SERBIAN_CYRILLIC } from './serbian.js';

/** Every language there is a catalogue for, by BCP 47 tag. A new one is one more file and one more line here. */
export const CATALOGUES: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  fr: FRENCH,
  sq: ALBANIAN,
  'sr-Latn': SERBIAN,
  'sr-Cyrl': SERBIAN_CYRILLIC,
  ru: RUSSIAN,
  my: BURMESE,
};
