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

/**
 * Kilometres between positions given by index, quickly: the haversine of angles so small that they are their own sines.
 * One part in a million too much at 30 km, one in 10,000 at 300 km; not for use across the 180° meridian.
 */
export function kmNearby(positions: readonly Position[]): (a: number, b: number) => number {
  const longitude = Float64Array.from(positions, ([east]) => radians(east));
  const latitude = Float64Array.from(positions, ([, north]) => radians(north));
  const shrink = latitude.map(Math.cos);
  return (a, b) => {
    const along = (latitude[a] ?? 0) - (latitude[b] ?? 0);
    const across = (longitude[a] ?? 0) - (longitude[b] ?? 0);
    return EARTH_RADIUS_KM * Math.sqrt(along * along + (shrink[a] ?? 0) * (shrink[b] ?? 0) * across * across);
  };
}

/** Positions on a plane in kilometres, east and north; true to scale near the middle latitude only. */
export function onPlane(positions: readonly Position[]): { readonly x: number; readonly y: number }[] {
  const middle = meanPosition(positions)?.[1] ?? 0;
  const shrink = Math.cos(radians(middle));
  return positions.map(([east, north]) => ({
    x: EARTH_RADIUS_KM * shrink * radians(east),
    y: EARTH_RADIUS_KM * radians(north),
  }));
}

/** The mean of positions, in degrees; undefined without any. It is no centroid across the 180° meridian. */
export function meanPosition(positions: readonly Position[]): Position | undefined {
  if (positions.length === 0) return undefined;
  const longitude = positions.reduce((sum, position) => sum + position[0], 0) / positions.length;
  const latitude = positions.reduce((sum, position) => sum + position[1], 0) / positions.length;
  return [longitude, latitude];
}
