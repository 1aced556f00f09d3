import { intersection, union, type Geom } from 'polyclip-ts';
import type { Boundary, Position, Ring } from '../model/boundary.js';
import { boxOf } from './inside.js';

/** Something wrong in the shape of outlines: which ones, where, and how much. */
export type OutlineFault =
  | { readonly kind: 'crossing'; readonly municipality: string; readonly at: Position }
  | { readonly kind: 'hole-outside'; readonly municipality: string; readonly at: Position }
  | {
      readonly kind: 'overlap';
      readonly municipality: string;
      readonly other: string;
      readonly km2: number;
      readonly at: Position;
    }
  | { readonly kind: 'gap'; readonly km2: number; readonly at: Position };

/** Overlaps and gaps smaller than this are the slivers of two hands drawing one border. */
const SMALLEST_KM2 = 0.01;

/** Every fault in the shapes of the outlines, each with a position on it. */
export function outlineFaults(outlines: readonly Boundary[]): OutlineFault[] {
  const faults: OutlineFault[] = outlines.flatMap((outline) => [
    ...crossings(outline),
    ...holesOutside(outline),
  ]);
  const whole = outlines.filter(
    ({ municipality }) =>
      !faults.some((fault) => fault.kind === 'crossing' && fault.municipality === municipality),
  );
  return [...faults, ...overlaps(whole), ...gaps(whole)];
}

const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Area a ring encloses on the sphere in square kilometres, whichever way it runs. Source: Chamberlain and Duquette 2007. */
export function ringAreaKm2(ring: Ring): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [x1, y1] = ring[at - 1] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    sum += (x2 - x1) * RADIANS * (2 + Math.sin(y1 * RADIANS) + Math.sin(y2 * RADIANS));
  }
  return Math.abs((sum * EARTH_RADIUS_KM ** 2) / 2);
}

/** Area of polygons with holes in square kilometres. */
export function areaKm2(polygons: readonly (readonly Ring[])[]): number {
  return polygons.reduce(
    (sum, rings) => sum + rings.reduce((area, ring, at) => area + (at === 0 ? 1 : -1) * ringAreaKm2(ring), 0),
    0,
  );
}

interface Edge {
  readonly from: Position;
  readonly to: Position;
  readonly ring: number;
  readonly at: number;
}

/** The first place where the border of an outline crosses itself; edges are swept from west to east. */
function crossings({ municipality, polygons }: Boundary): OutlineFault[] {
  const edges = polygons
    .flat()
    .flatMap((ring, number) =>
      ring.slice(1).map((to, at): Edge => ({ from: ring[at] ?? to, to, ring: number, at })),
    )
    .filter(({ from, to }) => from[0] !== to[0] || from[1] !== to[1])
    .sort((a, b) => Math.min(a.from[0], a.to[0]) - Math.min(b.from[0], b.to[0]));
  let open: Edge[] = [];
  for (const edge of edges) {
    const west = Math.min(edge.from[0], edge.to[0]);
    open = open.filter(({ from, to }) => Math.max(from[0], to[0]) >= west);
    const crossed = open.find((other) => cross(edge, other));
    if (crossed !== undefined) return [{ kind: 'crossing', municipality, at: edge.from }];
    open.push(edge);
  }
  return [];
}

const side = (a: Position, b: Position, c: Position) =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

/** True when two edges meet at an inner point of both; edges that share an end only touch. */
function cross(a: Edge, b: Edge): boolean {
  return (
    side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
    side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0
  );
}

function holesOutside({ municipality, polygons }: Boundary): OutlineFault[] {
  return polygons.flatMap(([outer = [], ...holes]) =>
    holes
      .filter((hole) => !hole.some((position) => isInRing(position, outer)))
      .map((hole) => ({ kind: 'hole-outside' as const, municipality, at: hole[0] ?? [0, 0] })),
  );
}

function isInRing([x, y]: Position, ring: Ring): boolean {
  let isInside = false;
  for (let at = 1; at < ring.length; at += 1) {
    const [x1, y1] = ring[at - 1] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  }
  return isInside;
}

const geometryOf = ({ polygons }: Boundary): Geom =>
  polygons.map((rings) => rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])));

function overlaps(outlines: readonly Boundary[]): OutlineFault[] {
  const boxes = outlines.map((outline) => boxOf(outline));
  const faults: OutlineFault[] = [];
  for (const [at, one] of outlines.entries()) {
    for (let next = at + 1; next < outlines.length; next += 1) {
      const other = outlines[next];
      const [a, b] = [boxes[at], boxes[next]];
      if (other === undefined || a === undefined || b === undefined) continue;
      if (a[0] > b[2] || b[0] > a[2] || a[1] > b[3] || b[1] > a[3]) continue;
      const shared = intersection(geometryOf(one), geometryOf(other)) as Ring[][];
      const km2 = areaKm2(shared);
      const position = shared[0]?.[0]?.[0];
      if (km2 < SMALLEST_KM2 || position === undefined) continue;
      faults.push({
        kind: 'overlap',
        municipality: one.municipality,
        other: other.municipality,
        km2,
        at: position,
      });
    }
  }
  return faults;
}

/** Ground that outlines enclose and none of them covers: the holes of all of them together. */
function gaps(outlines: readonly Boundary[]): OutlineFault[] {
  const [first, ...others] = outlines.map(geometryOf);
  if (first === undefined) return [];
  const together = union(first, ...others) as Ring[][];
  return together.flatMap(([, ...holes]) =>
    holes
      .map((hole) => ({ kind: 'gap' as const, km2: ringAreaKm2(hole), at: hole[0] ?? ([0, 0] as const) }))
      .filter(({ km2 }) => km2 >= SMALLEST_KM2),
  );
}
