import { RUSSIAN } from '../russian.js';
import type { TerminalWords } from './english.js';
import { RUSSIAN_STUDY } from './study/russian.js';
import { RUSSIAN_SIZING } from './sizing/russian.js';

export const RUSSIAN_TERMINAL: TerminalWords = {
  page: RUSSIAN,
  study: RUSSIAN_STUDY,
  sizing: RUSSIAN_SIZING,
};
