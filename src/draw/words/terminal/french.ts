import { FRENCH } from '../french.js';
import type { TerminalWords } from './english.js';
import { FRENCH_STUDY } from './study/french.js';
import { FRENCH_SIZING } from './sizing/french.js';
import { FRENCH_EXCHANGE } from './exchange/french.js';
import { FRENCH_PROOF } from './proof/french.js';

export const FRENCH_TERMINAL: TerminalWords = {
  page: FRENCH,
  study: FRENCH_STUDY,
  sizing: FRENCH_SIZING,
  exchange: FRENCH_EXCHANGE,
  proof: FRENCH_PROOF,
};
