import { BURMESE } from '../burmese.js';
import type { TerminalWords } from './english.js';
import { BURMESE_STUDY } from './study/burmese.js';
import { BURMESE_SIZING } from './sizing/burmese.js';
import { BURMESE_EXCHANGE } from './exchange/burmese.js';
import { BURMESE_PROOF } from './proof/burmese.js';

export const BURMESE_TERMINAL: TerminalWords = {
  page: BURMESE,
  study: BURMESE_STUDY,
  sizing: BURMESE_SIZING,
  exchange: BURMESE_EXCHANGE,
  proof: BURMESE_PROOF,
};
