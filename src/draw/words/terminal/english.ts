import { ENGLISH } from '../english.js';
import { ENGLISH_STUDY } from './study/english.js';
import { ENGLISH_SIZING } from './sizing/english.js';
import { ENGLISH_EXCHANGE } from './exchange/english.js';
import { ENGLISH_PROOF } from './proof/english.js';

/** Every word said on the terminal, in English, beside the words of the page. Another language is another object of this shape. */
export const ENGLISH_TERMINAL = {
  page: ENGLISH,
  study: ENGLISH_STUDY,
  sizing: ENGLISH_SIZING,
  exchange: ENGLISH_EXCHANGE,
  proof: ENGLISH_PROOF,
};

/** The shape of the words of the terminal. */
export type TerminalWords = typeof ENGLISH_TERMINAL;
