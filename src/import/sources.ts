import type { Source } from './source.js';
import { COMMCARE } from './sources/commcare.js';
import { DHIS2_EVENTS } from './sources/dhis2-events.js';
import { HAND } from './sources/hand.js';
import { HXL } from './sources/hxl.js';
import { KOBO } from './sources/kobo.js';
import { MAP_FEATURES } from './sources/map-features.js';
import { ODK } from './sources/odk.js';
import { REDCAP } from './sources/redcap.js';

/** Every system whose files are read, in the order they are tried; the hand-made table takes what is left. */
export const SOURCES: readonly Source[] = [
  KOBO,
  ODK,
  COMMCARE,
  DHIS2_EVENTS,
  REDCAP,
  HXL,
  MAP_FEATURES,
  HAND,
];
