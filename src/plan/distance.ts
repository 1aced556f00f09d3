import type { Place } from './microplan.js';

/** Kilometres in a straight line between two places, as well as they are known. */
export interface Distance {
  (a: Place, b: Place): number;
  /** Never more than the distance, and quicker to know: for passing over what is surely too far. */
  readonly atLeast?: (a: Place, b: Place) => number;
  /** True where the distance of places with positions is the straight line between them, whatever else is known. */
  readonly isStraight?: boolean;
}
