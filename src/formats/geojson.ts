import type { Position, Ring } from '../model/boundary.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Cell } from '../model/table.js';
import { decodeText } from './decode.js';
import { formatNumber } from './number.js';

/** One outline as it stands in a file: its properties as text and its polygons. */
export interface Outline {
  readonly properties: ReadonlyMap<string, string>;
  readonly polygons: readonly (readonly Ring[])[];
}

export interface OutlineReading {
  readonly outlines: readonly Outline[];
  readonly issues: readonly Issue[];
}

/** Reads polygons from GeoJSON (RFC 7946); whatever is not such a file is an issue that names the feature. */
export function readOutlines(bytes: Uint8Array, file: string): OutlineReading {
  const decoded = decodeText(bytes, file);
  if ('issue' in decoded) return { outlines: [], issues: [decoded.issue] };
  const refuse = (message: string): OutlineReading => ({
    outlines: [],
    issues: [raise('geojson-invalid', { file }, { message })],
  });
  let document: unknown;
  try {
    document = JSON.parse(decoded.text);
  } catch {
    return refuse('The file is no valid JSON.');
  }
  const features =
    isObject(document) && document['type'] === 'FeatureCollection' ? document['features'] : undefined;
  if (!Array.isArray(features) || features.length === 0) return refuse('There are no features in the file.');
  const outlines: Outline[] = [];
  const issues: Issue[] = [];
  for (const [at, feature] of features.entries()) {
    const outline = readOutline(feature);
    if (typeof outline === 'string') {
      issues.push(raise('geojson-invalid', { file }, { message: `Feature ${at + 1}: ${outline}` }));
    } else outlines.push(outline);
  }
  return { outlines, issues };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readOutline(feature: unknown): Outline | string {
  const geometry = isObject(feature) && isObject(feature['geometry']) ? feature['geometry'] : undefined;
  if (!isObject(feature) || geometry === undefined) return 'it has no geometry.';
  const { type, coordinates } = geometry;
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (!Array.isArray(polygons)) return 'only Polygon and MultiPolygon can be a municipality.';
  for (const polygon of polygons) {
    const fault = polygonFault(polygon);
    if (fault !== undefined) return fault;
  }
  const properties = isObject(feature['properties']) ? feature['properties'] : {};
  const named = Object.entries(properties).filter(([, value]) => ['string', 'number'].includes(typeof value));
  return {
    properties: new Map(named.map(([key, value]) => [key, String(value).trim().normalize('NFC')])),
    polygons: polygons as Ring[][],
  };
}

function polygonFault(polygon: unknown): string | undefined {
  if (!Array.isArray(polygon) || polygon.length === 0) return 'a polygon has no ring.';
  for (const ring of polygon) {
    if (!Array.isArray(ring) || ring.length < 4) return 'a ring has fewer than four positions.';
    if (!ring.every(isPosition)) return 'a position is not longitude and latitude in degrees.';
    const [first, last] = [ring[0] as Position, ring.at(-1) as Position];
    if (first[0] !== last[0] || first[1] !== last[1]) return 'a ring is not closed.';
  }
  return undefined;
}

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length < 2) return false;
  const [longitude, latitude] = value as unknown[];
  return isWithin(longitude, 180) && isWithin(latitude, 90);
}

const isWithin = (value: unknown, limit: number) =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit;

/** A feature to be written: a stable id, its geometry and flat properties. */
export interface Feature {
  readonly id: string;
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: Position }
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
  readonly properties: Readonly<Record<string, Cell>>;
}

/**
 * The features as GeoJSON text after RFC 7946: one feature a line, longitude before latitude, outer rings
 * counter-clockwise and holes clockwise, coordinates with at most `decimals` decimals. No name, no bounding box.
 */
export function writeGeoJson(features: readonly Feature[], decimals = 5): string {
  const lines = features.map((feature) => `    ${writeFeature(feature, decimals)}`);
  return `{\n  "type": "FeatureCollection",\n  "features": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

function writeFeature(feature: Feature, decimals: number): string {
  const properties = Object.entries(feature.properties).map(
    ([key, cell]) => `${JSON.stringify(key)}: ${writeCell(cell)}`,
  );
  const geometry = `{"type": "${feature.geometry.type}", "coordinates": ${writeCoordinates(feature, decimals)}}`;
  return `{"type": "Feature", "id": ${JSON.stringify(feature.id)}, "geometry": ${geometry}, "properties": {${properties.join(', ')}}}`;
}

function writeCell(cell: Cell): string {
  if (cell === undefined) return 'null';
  return typeof cell === 'number' ? formatNumber(cell, 6) : JSON.stringify(cell);
}

function writeCoordinates({ geometry }: Feature, decimals: number): string {
  const position = ([longitude, latitude]: Position) =>
    `[${formatNumber(longitude, decimals)},${formatNumber(latitude, decimals)}]`;
  const line = (positions: readonly Position[]) => `[${positions.map(position).join(',')}]`;
  switch (geometry.type) {
    case 'Point':
      return position(geometry.coordinates);
    case 'LineString':
      return line(geometry.coordinates);
    case 'MultiPolygon': {
      const polygons = geometry.coordinates.map(
        (rings) => `[${rings.map((ring, at) => line(windRing(ring, at === 0))).join(',')}]`,
      );
      return `[${polygons.join(',')}]`;
    }
  }
}

/** The ring turned counter-clockwise (or clockwise); its signed area decides which way it runs now. */
export function windRing(ring: Ring, isCounterClockwise: boolean): Ring {
  let doubleArea = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [x1, y1] = ring[at - 1] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    doubleArea += x1 * y2 - x2 * y1;
  }
  return doubleArea > 0 === isCounterClockwise ? ring : [...ring].reverse();
}
