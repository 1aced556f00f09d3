import type { Position, Ring } from '../model/boundary.js';
import type { PlacedFeature } from '../model/feature.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The features of a GeoJSON-like document as read: points, polygons, and whatever else by its name. Undefined where the
 * document is no collection of features. Nothing about the geometry is mended here.
 */
export function featuresOf(document: unknown): PlacedFeature[] | undefined {
  if (!isObject(document) || !Array.isArray(document['features'])) return undefined;
  return document['features'].map((feature: unknown, at) => featureOf(feature, at + 1));
}

function featureOf(feature: unknown, number: number): PlacedFeature {
  const properties = isObject(feature) && isObject(feature['properties']) ? feature['properties'] : {};
  const id = isObject(feature) ? feature['id'] : undefined;
  const texts = new Map(Object.entries(properties).map(([key, value]) => [key, textOf(value)]));
  if (!texts.has('id') && (typeof id === 'string' || typeof id === 'number')) texts.set('id', String(id));
  const geometry = isObject(feature) && isObject(feature['geometry']) ? feature['geometry'] : undefined;
  return { number, properties: texts, ...shapeOf(geometry) };
}

function shapeOf(
  geometry: Record<string, unknown> | undefined,
): Omit<PlacedFeature, 'number' | 'properties'> {
  if (geometry === undefined) return {};
  const { type, coordinates, geometries } = geometry;
  if (type === 'Point')
    return isPosition(coordinates) ? { point: positionOf(coordinates) } : { other: 'Point' };
  if (type === 'Polygon') return polygonsOf([coordinates]);
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) return polygonsOf(coordinates);
  if (type === 'GeometryCollection' && Array.isArray(geometries)) return collectionOf(geometries);
  return { other: typeof type === 'string' ? type : 'geometry' };
}

/** A collection of polygons only is one outline in several parts, as KML writes it. */
function collectionOf(geometries: readonly unknown[]): Omit<PlacedFeature, 'number' | 'properties'> {
  const parts = geometries.filter(isObject);
  const polygons = parts.filter(({ type }) => type === 'Polygon').map(({ coordinates }) => coordinates);
  return polygons.length > 0 && polygons.length === parts.length
    ? polygonsOf(polygons)
    : { other: 'GeometryCollection' };
}

function polygonsOf(polygons: readonly unknown[]): Omit<PlacedFeature, 'number' | 'properties'> {
  const rings = polygons.map((polygon) =>
    Array.isArray(polygon)
      ? polygon.map((ring) => (Array.isArray(ring) ? ring.filter(isPosition).map(positionOf) : []))
      : [],
  );
  return { polygons: rings satisfies Ring[][] };
}

const positionOf = ([longitude, latitude]: readonly [number, number]): Position => [longitude, latitude];

function isPosition(value: unknown): value is [number, number] {
  return (
    Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every((part) => typeof part === 'number')
  );
}

/** A property as text: nothing for null, JSON for what has parts. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim().normalize('NFC');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
