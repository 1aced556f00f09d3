import { ALBANIAN } from './albanian.js';
import { ENGLISH, type Words } from './english.js';
import { FRENCH } from './french.js';

/** Every language there is a catalogue for, by BCP 47 tag. A new one is one more file and one more line here. */
export const CATALOGUES: Readonly<Record<string, Words>> = { en: ENGLISH, fr: FRENCH, sq: ALBANIAN };
