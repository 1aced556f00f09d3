import { FRENCH } from '../french.js';
import type { TerminalWords } from './english.js';
import { FRENCH_STUDY } from './study/french.js';
import { FRENCH_SIZING } from './sizing/french.js';

export const FRENCH_TERMINAL: TerminalWords = { page: FRENCH, study: FRENCH_STUDY, sizing: FRENCH_SIZING };
