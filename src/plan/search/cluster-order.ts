import type { ClusterProblem } from './cluster-problem.js';
import type { Point } from './nearest.js';

/**
 * Returns all indices in an order in which points near each other on the plane are mostly near each other.
 *
 * Halves the points across their longer side again and again; equal places stay in order of index. A search
 * that numbers its spots so finds in the processor's cache most of what it looks at next.
 *
 * @example orderByPlace([{ x: 0, y: 0 }, { x: 9, y: 0 }, { x: 1, y: 0 }]); // [0, 2, 1]
 */
export function orderByPlace(points: readonly Point[]): number[] {
  const order: number[] = [];
  const pending = [points.map((point, index) => ({ index, x: point.x, y: point.y }))];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const [first, ...others] = part;
    if (first === undefined) continue;
    if (others.length === 0) {
      order.push(first.index);
      continue;
    }
    const isWide = extent(part.map(({ x }) => x)) >= extent(part.map(({ y }) => y));
    part.sort((a, b) => (isWide ? a.x - b.x : a.y - b.y) || a.index - b.index);
    const middle = (part.length + 1) >> 1;
    pending.push(part.slice(middle), part.slice(0, middle));
  }
  return order;
}

function extent(values: readonly number[]): number {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
}

/** Returns the same problem with its spots numbered by their place in `order`. */
export function renumbered(problem: ClusterProblem, order: readonly number[]): ClusterProblem {
  const { demand, weight, distance, points, siteCapacity, isEligible, previous, moveCost } = problem;
  const old = (spot: number): number => order[spot] ?? -1;
  const moved = <Value>(values: readonly Value[]): Value[] => order.flatMap((spot) => values[spot] ?? []);
  return {
    ...problem,
    demand: moved(demand),
    distance: (spot, centre) => distance(old(spot), old(centre)),
    ...(weight && { weight: moved(weight) }),
    ...(points && { points: moved(points) }),
    ...(siteCapacity && { siteCapacity: moved(siteCapacity) }),
    ...(isEligible && { isEligible: (spot, cluster) => isEligible(old(spot), cluster) }),
    ...(previous && { previous: moved(previous) }),
    ...(moveCost && { moveCost: moved(moveCost) }),
  };
}
