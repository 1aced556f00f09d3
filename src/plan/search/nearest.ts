/** A place on a plane; both numbers in the same unit. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** For every item, the items nearest to it: `items[index * width]` to `items[index * width + count[index] - 1]`. */
export interface NearestLists {
  readonly width: number;
  readonly count: Int32Array;
  readonly items: Int32Array;
}

/** What to look for: how many neighbours each item gets, and which pairs may be neighbours at all. */
export interface NearestOptions {
  readonly width: number;
  readonly isAllowed?: (item: number, neighbour: number) => boolean;
}

/**
 * Returns each item's nearest other items by a distance function, nearest first, equal distances by index.
 *
 * Looks at every pair, so the time grows with the square of the number of items.
 *
 * @example nearestByDistance(3, (a, b) => Math.abs(a - b), { width: 1 }).items; // [1, 0, 1]
 */
export function nearestByDistance(
  size: number,
  distance: (item: number, neighbour: number) => number,
  options: NearestOptions,
): NearestLists {
  const lists = emptyLists(size, options.width);
  const all = Array.from({ length: size }, (_, index) => index);
  for (let item = 0; item < size; item += 1) {
    const found = all.filter((other) => other !== item && (options.isAllowed?.(item, other) ?? true));
    keepNearest(
      lists,
      item,
      measured(found, (other) => distance(item, other)),
    );
  }
  return lists;
}

/**
 * Returns each point's nearest other points on the plane, nearest first, equal distances by index.
 *
 * Points are sorted into square cells of about two points each and the cells are searched in rings, so the
 * time grows about in line with the number of points. Very uneven densities make it slower, never wrong;
 * where few pairs are allowed a list may be shorter than asked.
 *
 * @example nearestByPoint([{ x: 0, y: 0 }, { x: 5, y: 0 }, { x: 6, y: 0 }], { width: 1 }).items; // [1, 2, 1]
 */
export function nearestByPoint(points: readonly Point[], options: NearestOptions): NearestLists {
  const lists = emptyLists(points.length, options.width);
  const grid = makeGrid(points);
  for (const [item, point] of points.entries()) {
    const found = searchRings(grid, item, options);
    keepNearest(
      lists,
      item,
      measured(found, (other) => squaredDistance(point, points[other] ?? point)),
    );
  }
  return lists;
}

interface Measured {
  readonly item: number;
  readonly distance: number;
}

function emptyLists(size: number, width: number): NearestLists {
  return { width, count: new Int32Array(size), items: new Int32Array(size * width) };
}

function measured(items: readonly number[], distance: (item: number) => number): Measured[] {
  return items.map((item) => ({ item, distance: distance(item) }));
}

function keepNearest(lists: NearestLists, item: number, found: Measured[]): void {
  found.sort((a, b) => a.distance - b.distance || a.item - b.item);
  const kept = found.slice(0, lists.width);
  lists.count[item] = kept.length;
  for (const [place, one] of kept.entries()) lists.items[item * lists.width + place] = one.item;
}

function squaredDistance(a: Point, b: Point): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}

interface Grid {
  readonly points: readonly Point[];
  readonly left: number;
  readonly bottom: number;
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly (readonly number[])[];
}

function makeGrid(points: readonly Point[]): Grid {
  const left = points.reduce((least, point) => Math.min(least, point.x), Infinity);
  const bottom = points.reduce((least, point) => Math.min(least, point.y), Infinity);
  const width = points.reduce((most, point) => Math.max(most, point.x - left), 0);
  const height = points.reduce((most, point) => Math.max(most, point.y - bottom), 0);
  const longer = Math.max(width, height, Number.MIN_VALUE);
  const side = Math.max(Math.sqrt((width * height * 2) / points.length), longer / 4096) || 1;
  const columns = Math.floor(width / side) + 1;
  const rows = Math.floor(height / side) + 1;
  const cells: number[][] = Array.from({ length: columns * rows }, () => []);
  for (const [item, point] of points.entries()) {
    const cell = Math.floor((point.y - bottom) / side) * columns + Math.floor((point.x - left) / side);
    cells[cell]?.push(item);
  }
  return { points, left, bottom, side, columns, rows, cells };
}

/** The allowed points of the rings of cells around a point, until the nearest `width` are surely among them. */
function searchRings(grid: Grid, item: number, options: NearestOptions): number[] {
  const point = grid.points[item] ?? { x: 0, y: 0 };
  const column = Math.floor((point.x - grid.left) / grid.side);
  const row = Math.floor((point.y - grid.bottom) / grid.side);
  const found: number[] = [];
  for (let ring = 0; ring <= Math.max(grid.columns, grid.rows); ring += 1) {
    for (const other of cellsOfRing(grid, { column, row }, ring)) {
      if (other !== item && (options.isAllowed?.(item, other) ?? true)) found.push(other);
    }
    if (found.length >= options.width && closerThan(grid, point, found, ring * grid.side) >= options.width) {
      break;
    }
  }
  return found;
}

function closerThan(grid: Grid, point: Point, found: readonly number[], radius: number): number {
  let count = 0;
  for (const other of found) {
    if (squaredDistance(point, grid.points[other] ?? point) <= radius * radius) count += 1;
  }
  return count;
}

function cellsOfRing(grid: Grid, centre: { column: number; row: number }, ring: number): number[] {
  const items: number[] = [];
  for (let row = centre.row - ring; row <= centre.row + ring; row += 1) {
    if (row < 0 || row >= grid.rows) continue;
    const isEdge = Math.abs(row - centre.row) === ring;
    const step = isEdge || ring === 0 ? 1 : 2 * ring;
    for (let column = centre.column - ring; column <= centre.column + ring; column += step) {
      if (column < 0 || column >= grid.columns) continue;
      for (const item of grid.cells[row * grid.columns + column] ?? []) items.push(item);
    }
  }
  return items;
}
