import { SERBIAN, SERBIAN_CYRILLIC } from '../serbian.js';
import type { TerminalWords } from './english.js';
import { SERBIAN_CYRILLIC_STUDY, SERBIAN_STUDY } from './study/serbian.js';
import { SERBIAN_CYRILLIC_SIZING, SERBIAN_SIZING } from './sizing/serbian.js';
import { SERBIAN_CYRILLIC_EXCHANGE, SERBIAN_EXCHANGE } from './exchange/serbian.js';
import { SERBIAN_CYRILLIC_PROOF, SERBIAN_PROOF } from './proof/serbian.js';

export const SERBIAN_TERMINAL: TerminalWords = {
  page: SERBIAN,
  study: SERBIAN_STUDY,
  sizing: SERBIAN_SIZING,
  exchange: SERBIAN_EXCHANGE,
  proof: SERBIAN_PROOF,
};

export const SERBIAN_CYRILLIC_TERMINAL: TerminalWords = {
  page: SERBIAN_CYRILLIC,
  study: SERBIAN_CYRILLIC_STUDY,
  sizing: SERBIAN_CYRILLIC_SIZING,
  exchange: SERBIAN_CYRILLIC_EXCHANGE,
  proof: SERBIAN_CYRILLIC_PROOF,
};
