import type { Chapter } from '../model/card.js';
import { CAPTURE } from './capture/cards.js';
import { SYNTHESES } from './combine/cards.js';
import { COMPARISONS } from './compare/cards.js';
import { CROWDS } from './crowd/cards.js';
import { EXTRAPOLATIONS } from './extrapolate/cards.js';
import { MAPPING } from './mapping-card.js';
import { MULTIPLIERS } from './multiplier/cards.js';
import { REPEAT_COUNTS } from './repeats/cards.js';
import { REVERSE_TRACKING } from './reverse-tracking/cards.js';
import { SCALE_UPS } from './scale-up/cards.js';
import { SUCCESSIVE_SAMPLING } from './successive-sampling/cards.js';
import { STUDY_SIZES } from './study-size/cards.js';

/** Every family of sizing methods: the one list behind `explain` and the manual. */
export const METHOD_FAMILIES: readonly Chapter[] = [
  MAPPING,
  CAPTURE,
  MULTIPLIERS,
  CROWDS,
  SCALE_UPS,
  SUCCESSIVE_SAMPLING,
  REPEAT_COUNTS,
  REVERSE_TRACKING,
  EXTRAPOLATIONS,
  SYNTHESES,
  COMPARISONS,
  STUDY_SIZES,
];
