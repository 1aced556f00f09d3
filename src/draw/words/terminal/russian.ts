import { RUSSIAN } from '../russian.js';
import type { TerminalWords } from './english.js';
import { RUSSIAN_STUDY } from './study/russian.js';
import { RUSSIAN_SIZING } from './sizing/russian.js';
import { RUSSIAN_EXCHANGE } from './exchange/russian.js';
import { RUSSIAN_PROOF } from './proof/russian.js';

export const RUSSIAN_TERMINAL: TerminalWords = {
  page: RUSSIAN,
  study: RUSSIAN_STUDY,
  sizing: RUSSIAN_SIZING,
  exchange: RUSSIAN_EXCHANGE,
  proof: RUSSIAN_PROOF,
};
