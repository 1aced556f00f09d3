import type { Ring } from '../model/boundary.js';

/** The edges of one polygon, its holes included, sorted into horizontal bands of equal height. */
export interface Banded {
  /** How many edges there are. */
  readonly count: number;
  readonly south: number;
  /** Bands in one degree. */
  readonly perDegree: number;
  /** Edges of band b stand from starts[b] to starts[b + 1], four numbers each: from x, y to x, y. */
  readonly starts: Int32Array;
  readonly edges: Float64Array;
  readonly forEach: (visit: (fromX: number, fromY: number, toX: number, toY: number) => void) => void;
}

const MOST_BANDS = 1024;
const EDGES_A_BAND = 2;

/** Sorts the edges of the rings into bands between the southern and the northern end, an edge into every band it meets. */
export function bandEdges(rings: readonly Ring[], south: number, north: number): Banded {
  const count = rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
  const bands = Math.max(1, Math.min(MOST_BANDS, Math.ceil(count / EDGES_A_BAND)));
  const perDegree = bands / (north - south || 1);
  const bandOf = (y: number) => Math.min(bands - 1, Math.floor((y - south) * perDegree));
  const forEach: Banded['forEach'] = (visit) => {
    for (const ring of rings) {
      for (let at = 1; at < ring.length; at += 1) {
        const [fromX, fromY] = ring[at - 1] ?? [0, 0];
        const [toX, toY] = ring[at] ?? [0, 0];
        visit(fromX, fromY, toX, toY);
      }
    }
  };
  const starts = new Int32Array(bands + 1);
  forEach((_fromX, fromY, _toX, toY) => {
    const last = bandOf(Math.max(fromY, toY));
    for (let band = bandOf(Math.min(fromY, toY)); band <= last; band += 1) {
      starts[band + 1] = (starts[band + 1] ?? 0) + 4;
    }
  });
  for (let band = 0; band < bands; band += 1) {
    starts[band + 1] = (starts[band + 1] ?? 0) + (starts[band] ?? 0);
  }
  const next = starts.slice();
  const edges = new Float64Array(starts[bands] ?? 0);
  forEach((fromX, fromY, toX, toY) => {
    const last = bandOf(Math.max(fromY, toY));
    for (let band = bandOf(Math.min(fromY, toY)); band <= last; band += 1) {
      const at = next[band] ?? 0;
      edges[at] = fromX;
      edges[at + 1] = fromY;
      edges[at + 2] = toX;
      edges[at + 3] = toY;
      next[band] = at + 4;
    }
  });
  return { count, south, perDegree, starts, edges, forEach };
}

/** Relative to its two products, an area smaller than this may have the wrong sign (Shewchuk 1997, doi:10.1007/PL00009321). */
const LOST_IN_ROUNDING = 3.4e-16;

/**
 * Which side of the polygon a position lies on, by the edges its ray to the west or east crosses; 'unsure' on an edge or
 * so near to one that rounding decides. The position lies between the polygon's southern and northern end.
 */
export function sideIn(banded: Banded, x: number, y: number): 'inside' | 'outside' | 'unsure' {
  const { starts, edges } = banded;
  const band = Math.min(starts.length - 2, Math.floor((y - banded.south) * banded.perDegree));
  const end = starts[band + 1] ?? 0;
  let isInside = false;
  for (let at = starts[band] ?? 0; at < end; at += 4) {
    const fromY = (edges[at + 1] ?? 0) - y;
    const toY = (edges[at + 3] ?? 0) - y;
    if (fromY > 0 === toY > 0 && fromY !== 0 && toY !== 0) continue;
    const fromX = (edges[at] ?? 0) - x;
    const toX = (edges[at + 2] ?? 0) - x;
    if ((fromY === 0 || toY === 0) && fromX > 0 !== toX > 0) return 'unsure';
    if (fromY === 0 && fromX === 0) return 'unsure';
    if (toY === 0 && toX === 0) return 'unsure';
    if (fromY > 0 === toY > 0) continue;
    const one = toX * fromY;
    const other = fromX * toY;
    const area = one - other;
    if (Math.abs(area) <= LOST_IN_ROUNDING * (Math.abs(one) + Math.abs(other))) return 'unsure';
    if (area > 0 === toY > 0) isInside = !isInside;
  }
  return isInside ? 'inside' : 'outside';
}
