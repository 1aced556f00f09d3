import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Boundary, Position, Ring } from '../model/boundary.js';
import { bandEdges, sideIn, type Banded } from './banded-edges.js';

/** Finds the municipality of a position; the first in file order where outlines overlap. */
export type FindMunicipality = (position: Position) => string | undefined;

type Box = readonly [west: number, south: number, east: number, north: number];

/**
 * Prepares the outlines for many look-ups: a position on an edge, of a hole too, is inside, as with Turf, which is asked
 * wherever the sign of an area could be lost in rounding.
 */
export function municipalityFinder(boundaries: readonly Boundary[]): FindMunicipality {
  const find = outlineFinder(boundaries);
  return ([longitude, latitude]) => boundaries[find(longitude, latitude)]?.municipality;
}

/** One polygon of an outline, ready to be asked. */
interface Prepared {
  /** Place of its outline in the file. */
  readonly outline: number;
  readonly box: Box;
  readonly edges: Banded;
  /** As Turf wants it; made when it is first asked. */
  readonly geometry: () => Geometry;
}

interface Geometry {
  readonly type: 'Polygon';
  readonly coordinates: number[][][];
}

/**
 * Returns a function from longitude and latitude to the number of the first outline that holds them, −1 where none does.
 *
 * A grid lies over all outlines. A cell that no edge passes knows what holds it; in any other, only polygons with an edge
 * there are tested, and of those only the edges in the position's horizontal band.
 */
export function outlineFinder(
  boundaries: readonly Boundary[],
): (longitude: number, latitude: number) => number {
  const polygons = boundaries.flatMap((boundary, outline) =>
    boundary.polygons.map((rings) => prepare(rings, outline)),
  );
  const grid = gridOver(polygons);
  return (longitude, latitude) => {
    const cell = grid.cellOf(longitude, latitude);
    if (cell < 0) return -1;
    const end = grid.starts[cell + 1] ?? 0;
    for (let at = grid.starts[cell] ?? 0; at < end; at += 1) {
      const entry = grid.entries[at] ?? 0;
      const polygon = polygons[entry >> 1];
      if (polygon === undefined) continue;
      if ((entry & 1) === WHOLE || holds(polygon, longitude, latitude)) return polygon.outline;
    }
    return -1;
  };
}

function prepare(rings: readonly Ring[], outline: number): Prepared {
  const box = boxOfRings(rings);
  let made: Geometry | undefined;
  const geometry = () =>
    (made ??= { type: 'Polygon', coordinates: rings.map((ring) => ring.map(([x, y]) => [x, y])) });
  return { outline, box, edges: bandEdges(rings, box[1], box[3]), geometry };
}

function holds({ box, edges, geometry }: Prepared, longitude: number, latitude: number): boolean {
  const [west, south, east, north] = box;
  if (!(longitude >= west && longitude <= east && latitude >= south && latitude <= north)) return false;
  const side = sideIn(edges, longitude, latitude);
  return side === 'unsure' ? booleanPointInPolygon([longitude, latitude], geometry()) : side === 'inside';
}

/** An entry of a cell: twice the polygon's number, plus this where the whole cell lies inside it. */
const WHOLE = 1;
const MOST_CELLS_ACROSS = 1024;

/** Cells over all polygons; the entries of cell c stand from starts[c] to starts[c + 1], in the order of the polygons. */
interface Grid {
  readonly cellOf: (longitude: number, latitude: number) => number;
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

function gridOver(polygons: readonly Prepared[]): Grid {
  const [west, south, east, north] = unite(polygons.map(({ box }) => box));
  const edges = polygons.reduce((sum, polygon) => sum + polygon.edges.count, 0);
  const across = Math.min(MOST_CELLS_ACROSS, Math.ceil(Math.sqrt(edges)) + 1);
  const perEast = across / (east - west || 1);
  const perNorth = across / (north - south || 1);
  const column = (longitude: number) => Math.min(across - 1, Math.floor((longitude - west) * perEast));
  const row = (latitude: number) => Math.min(across - 1, Math.floor((latitude - south) * perNorth));
  const entered = new Entries();
  // By cell, the polygon with an edge there that was looked at last, counted from 1.
  const passed = new Int32Array(across * across);
  for (const [number, polygon] of polygons.entries()) {
    polygon.edges.forEach((fromX, fromY, toX, toY) => {
      const [top, right] = [row(Math.max(fromY, toY)), column(Math.max(fromX, toX))];
      for (let y = row(Math.min(fromY, toY)); y <= top; y += 1) {
        for (let x = column(Math.min(fromX, toX)); x <= right; x += 1) passed[y * across + x] = number + 1;
      }
    });
    const [left, bottom, right, top] = polygon.box;
    for (let y = row(bottom); y <= row(top); y += 1) {
      // Cells side by side without an edge between them lie on the same side of the outline.
      let isInside: boolean | undefined;
      for (let x = column(left); x <= column(right); x += 1) {
        const cell = y * across + x;
        if (passed[cell] === number + 1) {
          entered.add(cell, number << 1);
          isInside = undefined;
          continue;
        }
        isInside ??= holds(polygon, west + (x + 0.5) / perEast, south + (y + 0.5) / perNorth);
        if (isInside) entered.add(cell, (number << 1) | WHOLE);
      }
    }
  }
  return {
    cellOf: (longitude, latitude) =>
      longitude >= west && longitude <= east && latitude >= south && latitude <= north
        ? row(latitude) * across + column(longitude)
        : -1,
    ...entered.byCell(across * across),
  };
}

/** Entries of cells as they come: the polygons in order, each with its cells. */
class Entries {
  #count = 0;
  #cells = new Int32Array(1024);
  #entries = new Int32Array(1024);

  add(cell: number, entry: number): void {
    if (this.#count === this.#cells.length) {
      this.#cells = twiceAsLong(this.#cells);
      this.#entries = twiceAsLong(this.#entries);
    }
    this.#cells[this.#count] = cell;
    this.#entries[this.#count] = entry;
    this.#count += 1;
  }

  /** The entries cell by cell, those of a cell in the order they came in. */
  byCell(cells: number): Pick<Grid, 'starts' | 'entries'> {
    const starts = new Int32Array(cells + 1);
    for (let at = 0; at < this.#count; at += 1) {
      const after = (this.#cells[at] ?? 0) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
    for (let cell = 0; cell < cells; cell += 1) {
      starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
    }
    const next = starts.slice();
    const entries = new Int32Array(this.#count);
    for (let at = 0; at < this.#count; at += 1) {
      const cell = this.#cells[at] ?? 0;
      const place = next[cell] ?? 0;
      entries[place] = this.#entries[at] ?? 0;
      next[cell] = place + 1;
    }
    return { starts, entries };
  }
}

function twiceAsLong(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * numbers.length);
  longer.set(numbers);
  return longer;
}

/** West, south, east and north of an outline, in degrees. */
export function boxOf(boundary: Boundary): Box {
  return unite(boundary.polygons.map(boxOfRings));
}

function boxOfRings(rings: readonly Ring[]): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const ring of rings) {
    for (const [longitude, latitude] of ring) {
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    }
  }
  return [west, south, east, north];
}

function unite(boxes: readonly Box[]): Box {
  return boxes.reduce(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    [180, 90, -180, -90],
  );
}
