import type { Chapter } from '../model/card.js';
import { CAPTURE } from './capture/cards.js';

/** Every family of sizing methods: the one list behind `explain` and the manual. */
export const METHOD_FAMILIES: readonly Chapter[] = [CAPTURE];
