import type { Step } from '../model/card.js';
import { LEVEL_1 } from './correct-level-1.js';
import { DAY_BASIS } from './day-basis.js';
import { OVERLAP } from './overlap-step.js';
import { HIDDEN } from './hidden.js';
import { INFORMANTS } from './informants.js';
import { INTERVAL } from './interval/interval-step.js';
import type { PopulationStep } from './population-step.js';
import { PROFILES } from './profiles.js';
import { SETTLE } from './settle.js';
import { VIRTUAL } from './virtual-union.js';

/** The steps between the settled figures and the roll-up, in the order they are done. */
export const CORRECTIONS: readonly Step<PopulationStep>[] = [
  LEVEL_1,
  DAY_BASIS,
  OVERLAP,
  HIDDEN,
  PROFILES,
  VIRTUAL,
];

/** Every step of the estimation chain, in order: the one list behind settings, flags, cards and the manual. */
export const STEPS: readonly Step<unknown>[] = [INFORMANTS, SETTLE, ...CORRECTIONS, INTERVAL];
