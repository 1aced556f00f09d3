import { geoConicEqualArea, geoMercator, type GeoProjection } from 'd3-geo';
import type { Boundary, Position, Ring } from '../model/boundary.js';
import { kmBetween } from './distance.js';

/** A point of a drawing, in units of its frame: right, then down. */
export type Drawn = readonly [x: number, y: number];

/** A part of the earth laid on a drawing of a given width; north is up. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  /** An outline as the `d` of an SVG path, to be filled by the even-odd rule. */
  readonly outline: (boundary: Boundary) => string;
  /** The middle of an outline's largest polygon: where its name is written. */
  readonly middle: (boundary: Boundary) => Drawn;
  readonly point: (position: Position) => Drawn;
  /** A round length for a scale bar: kilometres, and how long that is on the drawing. */
  readonly scale: { readonly km: number; readonly length: number };
}

/** Degrees of longitude or latitude above which Mercator distorts sizes too much. */
const LARGE = 10;
const MARGIN = 10;
/** Height at most, in widths. */
const TALLEST = 1.2;

/**
 * Fits outlines and positions into a frame; undefined without any. Mercator for a region, an equal-area cone for a large
 * country. Every corner is projected by itself and the inside is told by the even-odd rule, so rings may run either way
 * round: d3 reads a ring of RFC 7946 as everything but the municipality. Outlines across the 180° meridian come out wrong.
 */
export function mapFrame(
  outlines: readonly Boundary[],
  positions: readonly Position[],
  width: number,
): MapFrame | undefined {
  const all = [...outlines.flatMap(({ polygons }) => polygons.flat(2)), ...positions];
  if (all.length === 0) return undefined;
  const box = boxAround(all);
  const projection = projectionFor(box);
  const project = ([longitude, latitude]: Position): Drawn => {
    const [x, y] = projection([longitude, latitude]) ?? [0, 0];
    return [x, y];
  };
  projection.scale(1000).translate([0, 0]);
  const [left, top, right, bottom] = extentOf([...cornersOf(box), ...all].map(project));
  const room = width - 2 * MARGIN;
  const factor = Math.min(room / (right - left), (room * TALLEST) / (bottom - top));
  const height = Math.round(Math.max(room / 2, (bottom - top) * factor)) + 2 * MARGIN;
  projection
    .scale(1000 * factor)
    .translate([width / 2 - ((left + right) / 2) * factor, height / 2 - ((top + bottom) / 2) * factor]);
  return {
    width,
    height,
    outline: ({ polygons }) =>
      polygons.flatMap((rings) => rings.map((ring) => drawRing(ring, project))).join(''),
    middle: ({ polygons }) => middleOf(polygons.map(([outer = []]) => outer.map(project))),
    point: project,
    scale: scaleBar(box, project, width / 4),
  };
}

type Box = readonly [west: number, south: number, east: number, north: number];

/** Half a kilometre or so: the least a map shows around one point, in degrees. */
const LEAST = 0.005;

function boxAround(positions: readonly Position[]): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of positions) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  const wide = Math.max(0, LEAST - (east - west) / 2);
  const high = Math.max(0, LEAST - (north - south) / 2);
  return [west - wide, Math.max(-85, south - high), east + wide, Math.min(85, north + high)];
}

const cornersOf = ([west, south, east, north]: Box): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

function projectionFor([west, south, east, north]: Box): GeoProjection {
  if (east - west <= LARGE && north - south <= LARGE) return geoMercator().precision(0);
  const sixth = (north - south) / 6;
  return geoConicEqualArea()
    .parallels([south + sixth, north - sixth])
    .rotate([-(west + east) / 2, 0])
    .precision(0);
}

function extentOf(points: readonly Drawn[]): readonly [number, number, number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

/** Corners nearer to the last one than this are left out: it is finer than a screen shows. */
const FINEST = 0.5;

const tenths = (value: number) => Math.round(value * 10) / 10;

/** The ring as relative moves in tenths of a unit, which takes half the room of absolute ones. */
function drawRing(ring: Ring, project: (position: Position) => Drawn): string {
  let last: Drawn | undefined;
  let text = '';
  for (const position of ring) {
    const [x, y] = project(position).map(tenths) as [number, number];
    if (last === undefined) text = `M${x} ${y}l`;
    else {
      if (Math.hypot(x - last[0], y - last[1]) < FINEST) continue;
      text += `${tenths(x - last[0])} ${tenths(y - last[1])} `;
    }
    last = [x, y];
  }
  return text.length === 0 ? '' : `${text.trimEnd()}z`.replace('lz', 'h0z');
}

/** Centroid of the polygon with the largest area. */
function middleOf(polygons: readonly (readonly Drawn[])[]): Drawn {
  let best: { readonly area: number; readonly at: Drawn } = { area: -1, at: polygons[0]?.[0] ?? [0, 0] };
  for (const ring of polygons) {
    let [twice, sumX, sumY] = [0, 0, 0];
    for (let at = 1; at < ring.length; at += 1) {
      const [x1, y1] = ring[at - 1] ?? [0, 0];
      const [x2, y2] = ring[at] ?? [0, 0];
      const cross = x1 * y2 - x2 * y1;
      twice += cross;
      sumX += (x1 + x2) * cross;
      sumY += (y1 + y2) * cross;
    }
    const area = Math.abs(twice) / 2;
    if (area > best.area && twice !== 0) best = { area, at: [sumX / (3 * twice), sumY / (3 * twice)] };
  }
  return best.at;
}

/** The longest of 1, 2, 5 times a power of ten kilometres that is no longer than `most` on the drawing. */
function scaleBar(
  [west, south, east, north]: Box,
  project: (position: Position) => Drawn,
  most: number,
): MapFrame['scale'] {
  const latitude = (south + north) / 2;
  const across = kmBetween([west, latitude], [east, latitude]);
  const [left] = project([west, latitude]);
  const [right] = project([east, latitude]);
  const perKm = (right - left) / across;
  let unit = 0.01;
  while (unit * 10 * perKm <= most) unit *= 10;
  const km = [5, 2, 1].map((times) => times * unit).find((length) => length * perKm <= most) ?? unit;
  return { km: Math.round(km * 100) / 100, length: tenths(km * perKm) };
}
