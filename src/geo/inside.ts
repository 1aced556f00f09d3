import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Boundary, Position } from '../model/boundary.js';

/** Finds the municipality of a position; the first in file order where outlines overlap. */
export type FindMunicipality = (position: Position) => string | undefined;

type Box = readonly [west: number, south: number, east: number, north: number];

/** Prepares the outlines for many look-ups: boxes first, then the exact test. */
export function municipalityFinder(boundaries: readonly Boundary[]): FindMunicipality {
  const prepared = boundaries.map((boundary) => ({
    municipality: boundary.municipality,
    box: boxOf(boundary),
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: boundary.polygons.map((rings) =>
        rings.map((ring) => ring.map((position) => [...position])),
      ),
    },
  }));
  return (position) =>
    prepared.find(
      ({ box, geometry }) => isInBox(position, box) && booleanPointInPolygon([...position], geometry),
    )?.municipality;
}

/** West, south, east and north of an outline, in degrees. */
export function boxOf(boundary: Boundary): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of boundary.polygons.flat(2)) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return [west, south, east, north];
}

const isInBox = ([longitude, latitude]: Position, [west, south, east, north]: Box) =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north;
