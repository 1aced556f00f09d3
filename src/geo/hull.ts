import type { Position, Ring } from '../model/boundary.js';

/**
 * The convex hull of positions as a closed ring, counter-clockwise, without positions on its edges. Fewer than three
 * positions that do not lie on a line give a degenerate ring. Source: Andrew 1979, doi:10.1016/0020-0190(79)90072-3.
 */
export function convexHull(positions: readonly Position[]): Ring {
  const sorted = [...positions].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = halfHull(sorted);
  const upper = halfHull([...sorted].reverse());
  const ring = [...lower.slice(0, -1), ...upper.slice(0, -1)];
  const [first] = ring;
  return first === undefined ? sorted : [...ring, first];
}

function halfHull(positions: readonly Position[]): Position[] {
  const hull: Position[] = [];
  for (const position of positions) {
    while (hull.length >= 2 && !turnsLeft(hull, position)) hull.pop();
    hull.push(position);
  }
  return hull;
}

/** True when going on from the last two positions of the hull to the next turns left. */
function turnsLeft(hull: readonly Position[], [x, y]: Position): boolean {
  const [fromX, fromY] = hull.at(-2) ?? [0, 0];
  const [overX, overY] = hull.at(-1) ?? [0, 0];
  return (overX - fromX) * (y - fromY) - (overY - fromY) * (x - fromX) > 0;
}

/** Eight positions around one, `km` away from it: a small area that stands for a place without being it. */
export function around([longitude, latitude]: Position, km: number): Position[] {
  const north = km / 111.32;
  const east = north / Math.max(0.05, Math.cos((latitude * Math.PI) / 180));
  return Array.from({ length: 8 }, (_, at): Position => {
    const angle = (at * Math.PI) / 4;
    return [longitude + east * Math.cos(angle), latitude + north * Math.sin(angle)];
  });
}
