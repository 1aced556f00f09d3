/** Positions that are known, degrees, and what number each has among all. */
export interface KnownPositions {
  readonly numbers: Int32Array;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
}

/** Cells over some positions, and what tells quickly that two positions cannot be near. */
export interface CellFrame {
  readonly south: number;
  readonly west: number;
  /** Degrees of latitude and of longitude that a cell is high and wide: no less than the distance anywhere. */
  readonly high: number;
  readonly wide: number;
  /** What a degree of longitude is of one of latitude, at the narrowest. */
  readonly squeeze: number;
  /** The square of the distance, in degrees of latitude. */
  readonly most: number;
}

/** Kilometres in one degree of latitude on the sphere that `kmBetween` uses. */
const KM_A_DEGREE = (6371.0088 * Math.PI) / 180;
/** Cells and the quick test are this much wider than asked, so that rounding loses no pair; the exact test decides. */
const SLACK = 1.001;
/** Cells are no narrower than this, in kilometres, so that they can be counted in 32 bits all around the earth. */
const LEAST_CELL = 0.001;

/** What a degree of longitude is of one of latitude. */
const shareAt = (latitude: number) => Math.max(0, Math.cos((Math.min(90, latitude) * Math.PI) / 180));

/** Lays cells over positions that are known, for pairs at most so many kilometres apart. */
export function layCells({ lat, lon }: KnownPositions, km: number): CellFrame {
  let [south, west, widest] = [90, 180, 0];
  for (let at = 0; at < lat.length; at += 1) {
    const [y, x] = [lat[at] ?? 0, lon[at] ?? 0];
    if (y < south) south = y;
    if (x < west) west = x;
    if (Math.abs(y) > widest) widest = Math.abs(y);
  }
  const degrees = (km / KM_A_DEGREE) * SLACK;
  const high = (Math.max(km, LEAST_CELL) / KM_A_DEGREE) * SLACK;
  return {
    south,
    west,
    high,
    wide: high / Math.max(1e-9, shareAt(widest + high)),
    squeeze: shareAt(widest + 3 * degrees) / SLACK,
    most: degrees * degrees,
  };
}

/**
 * Meets pairs that may be near, by their places among the known positions. The positions are put in the order of their
 * cells, row by row; one sweep then compares each with what follows in its own and the next cell and in three cells of
 * the row above.
 */
export function sweepCells(
  known: KnownPositions,
  frame: CellFrame,
  meet: (one: number, other: number) => void,
): void {
  const { order, rows, columns, starts } = inCells(known, frame);
  const { squeeze, most } = frame;
  const lat = order.length === 0 ? known.lat : Float64Array.from(order, (place) => known.lat[place] ?? 0);
  const lon = order.length === 0 ? known.lon : Float64Array.from(order, (place) => known.lon[place] ?? 0);
  const meetNear = (one: number, other: number): void => {
    const north = (lat[other] ?? 0) - (lat[one] ?? 0);
    const east = ((lon[other] ?? 0) - (lon[one] ?? 0)) * squeeze;
    if (north * north + east * east <= most) meet(order[one] ?? 0, order[other] ?? 0);
  };
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const start = starts[row] ?? 0;
    const end = starts[row + 1] ?? 0;
    const hasNext = end < order.length && rows[end] === (rows[start] ?? 0) + 1;
    const nextEnd = hasNext ? (starts[row + 2] ?? 0) : end;
    let from = end;
    for (let one = start; one < end; one += 1) {
      const column = columns[one] ?? 0;
      for (let other = one + 1; other < end && (columns[other] ?? 0) <= column + 1; other += 1)
        meetNear(one, other);
      while (from < nextEnd && (columns[from] ?? 0) < column - 1) from += 1;
      for (let other = from; other < nextEnd && (columns[other] ?? 0) <= column + 1; other += 1)
        meetNear(one, other);
    }
  }
}

/** Positions in the order of their cells: by row, within it by column. */
interface Cells {
  /** Places of the positions. */
  readonly order: Int32Array;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** Where each row that holds a position starts, and the end. */
  readonly starts: number[];
}

function inCells({ lat, lon }: KnownPositions, { south, west, high, wide }: CellFrame): Cells {
  const rowOf = lat.map((y) => Math.floor((y - south) / high));
  const columnOf = lon.map((x) => Math.floor((x - west) / wide));
  const order = Int32Array.from(lat.keys()).sort(
    (a, b) => (rowOf[a] ?? 0) - (rowOf[b] ?? 0) || (columnOf[a] ?? 0) - (columnOf[b] ?? 0) || a - b,
  );
  const rows = order.map((place) => rowOf[place] ?? 0);
  const columns = order.map((place) => columnOf[place] ?? 0);
  const starts: number[] = [];
  for (let at = 0; at < rows.length; at += 1) if (at === 0 || rows[at] !== rows[at - 1]) starts.push(at);
  starts.push(rows.length);
  return { order, rows, columns, starts };
}
