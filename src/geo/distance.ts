import type { Position } from '../model/boundary.js';

/** Mean radius of the earth in kilometres (IUGG). */
const EARTH_RADIUS_KM = 6371.0088;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * Kilometres between two positions along a great circle of a sphere (haversine). At most 0.5% off the ellipsoid; it is
 * no way on roads. Source: Sinnott 1984, Sky and Telescope 68(2):159.
 */
export function kmBetween(a: Position, b: Position): number {
  const [longitudeA, latitudeA] = a;
  const [longitudeB, latitudeB] = b;
  const across = Math.sin(radians(longitudeB - longitudeA) / 2);
  const along = Math.sin(radians(latitudeB - latitudeA) / 2);
  const chord = along ** 2 + Math.cos(radians(latitudeA)) * Math.cos(radians(latitudeB)) * across ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Kilometres that two positions are apart from north to south: never more than `kmBetween`, and quick to know. */
export function kmAtLeast(a: Position, b: Position): number {
  return EARTH_RADIUS_KM * radians(Math.abs(a[1] - b[1])) * (1 - ROUNDING);
}

/** More than the errors of both computations together, as a share. */
const ROUNDING = 1e-9;

/** The mean of positions, in degrees; undefined without any. It is no centroid across the 180° meridian. */
export function meanPosition(positions: readonly Position[]): Position | undefined {
  if (positions.length === 0) return undefined;
  const longitude = positions.reduce((sum, position) => sum + position[0], 0) / positions.length;
  const latitude = positions.reduce((sum, position) => sum + position[1], 0) / positions.length;
  return [longitude, latitude];
}
