import type { Position } from '../model/boundary.js';
import { windRing, type Feature } from './geojson.js';

const WGS_84 = 4326;
const TYPES = { Point: 1, LineString: 2, Polygon: 3, MultiPolygon: 6 } as const;

/** West, south, east and north of a geometry, in degrees. */
export type Envelope = readonly [west: number, south: number, east: number, north: number];

/** The corners of a geometry; undefined for one without a position. */
export function envelopeOf(geometry: Feature['geometry']): Envelope | undefined {
  const positions = positionsOf(geometry);
  if (positions.length === 0) return undefined;
  return positions.reduce<Envelope>(
    ([west, south, east, north], [longitude, latitude]) => [
      Math.min(west, longitude),
      Math.min(south, latitude),
      Math.max(east, longitude),
      Math.max(north, latitude),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}

function positionsOf(geometry: Feature['geometry']): readonly Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'LineString':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}

/** A geometry as a GeoPackage holds it (OGC 12-128r18, 2.1.3): header, envelope (none for a point), well-known binary, little-endian. */
export function gpkgGeometry(geometry: Feature['geometry']): Uint8Array {
  const bytes = new ByteWriter();
  const envelope = geometry.type === 'Point' ? undefined : envelopeOf(geometry);
  bytes.byte(0x47, 0x50, 0, envelope === undefined ? 0b001 : 0b011);
  bytes.whole(WGS_84);
  if (envelope !== undefined) {
    const [west, south, east, north] = envelope;
    bytes.double(west, east, south, north);
  }
  switch (geometry.type) {
    case 'Point':
      bytes.begin(TYPES.Point);
      bytes.double(...geometry.coordinates);
      break;
    case 'LineString':
      bytes.begin(TYPES.LineString);
      bytes.positions(geometry.coordinates);
      break;
    case 'MultiPolygon':
      bytes.begin(TYPES.MultiPolygon);
      bytes.whole(geometry.coordinates.length);
      for (const rings of geometry.coordinates) {
        bytes.begin(TYPES.Polygon);
        bytes.whole(rings.length);
        for (const [at, ring] of rings.entries()) bytes.positions(windRing(ring, at === 0));
      }
  }
  return bytes.done();
}

/** Bytes put one after another, little-endian. */
class ByteWriter {
  readonly #bytes: number[] = [];

  byte(...values: readonly number[]): void {
    this.#bytes.push(...values);
  }

  whole(value: number): void {
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, value, true);
    this.#bytes.push(...new Uint8Array(view.buffer));
  }

  double(...values: readonly number[]): void {
    for (const value of values) {
      const view = new DataView(new ArrayBuffer(8));
      view.setFloat64(0, value, true);
      this.#bytes.push(...new Uint8Array(view.buffer));
    }
  }

  /** Byte order and type, with which every geometry begins. */
  begin(type: number): void {
    this.byte(1);
    this.whole(type);
  }

  positions(positions: readonly Position[]): void {
    this.whole(positions.length);
    for (const position of positions) this.double(...position);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
