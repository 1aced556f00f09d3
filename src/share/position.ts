import { roundTo } from '../formats/number.js';
import type { Position } from '../model/boundary.js';
import type { Spot } from '../model/study.js';

/** Decimals of degrees in coarse coordinates: about 100 m. */
export const COARSE_DECIMALS = 3;
/** Decimals of degrees in exact coordinates: about 1 m. */
export const EXACT_DECIMALS = 5;

/** Where a spot may be shown: coarse to about 100 m, exact only on request; undefined without coordinates. */
export function positionOf(spot: Pick<Spot, 'lat' | 'lon'>, exact: boolean): Position | undefined {
  if (spot.lat === undefined || spot.lon === undefined) return undefined;
  const decimals = exact ? EXACT_DECIMALS : COARSE_DECIMALS;
  return [roundTo(spot.lon, decimals), roundTo(spot.lat, decimals)];
}
