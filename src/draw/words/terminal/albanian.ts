import { ALBANIAN } from '../albanian.js';
import type { TerminalWords } from './english.js';
import { ALBANIAN_STUDY } from './study/albanian.js';
import { ALBANIAN_SIZING } from './sizing/albanian.js';
import { ALBANIAN_EXCHANGE } from './exchange/albanian.js';
import { ALBANIAN_PROOF } from './proof/albanian.js';

export const ALBANIAN_TERMINAL: TerminalWords = {
  page: ALBANIAN,
  study: ALBANIAN_STUDY,
  sizing: ALBANIAN_SIZING,
  exchange: ALBANIAN_EXCHANGE,
  proof: ALBANIAN_PROOF,
};
