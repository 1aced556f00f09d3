import type { Position, Ring } from '../model/boundary.js';

/** True for a polygon whose inside is not certain: a ring that crosses itself or has no area, or a hole outside the shell. */
export function isDoubtfulOutline(rings: readonly Ring[]): boolean {
  const [shell, ...holes] = rings;
  if (shell === undefined) return true;
  if (rings.some((ring) => crossesItself(ring) || areaOf(ring) === 0)) return true;
  return holes.some((hole) => !hole.some((position) => isWithinRing(position, shell)));
}

interface Edge {
  readonly from: Position;
  readonly to: Position;
  readonly at: number;
  readonly west: number;
  readonly east: number;
}

/** True where two edges of the ring cross in a point inside both; edges that only touch do not count. */
export function crossesItself(ring: Ring): boolean {
  const edges = ring
    .slice(1)
    .map((to, at): Edge => {
      const from = ring[at] ?? to;
      return { from, to, at, west: Math.min(from[0], to[0]), east: Math.max(from[0], to[0]) };
    })
    .sort((a, b) => a.west - b.west);
  for (const [at, edge] of edges.entries()) {
    for (let next = at + 1; next < edges.length; next += 1) {
      const other = edges[next];
      if (other === undefined || other.west > edge.east) break;
      if (cross(edge, other)) return true;
    }
  }
  return false;
}

function cross(a: Edge, b: Edge): boolean {
  return (
    turn(a.from, a.to, b.from) * turn(a.from, a.to, b.to) < 0 &&
    turn(b.from, b.to, a.from) * turn(b.from, b.to, a.to) < 0
  );
}

/** Which side of the line through two positions a third one is on: -1, 0 or 1. */
function turn([x1, y1]: Position, [x2, y2]: Position, [x3, y3]: Position): number {
  return Math.sign((x2 - x1) * (y3 - y1) - (y2 - y1) * (x3 - x1));
}

/** Area of a ring in square degrees, whichever way it runs. */
function areaOf(ring: Ring): number {
  let doubled = 0;
  for (const [at, [x2, y2]] of ring.entries()) {
    const [x1, y1] = ring[at - 1] ?? [x2, y2];
    doubled += x1 * y2 - x2 * y1;
  }
  return Math.abs(doubled) / 2;
}

function isWithinRing([x, y]: Position, ring: Ring): boolean {
  let isInside = false;
  for (const [at, [x2, y2]] of ring.entries()) {
    const [x1, y1] = ring[at - 1] ?? [x2, y2];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  }
  return isInside;
}
