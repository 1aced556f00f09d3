import { exactSum } from '../../stats/exact-sum.js';

/** A figure expected and how far off it was. */
export interface Miss {
  readonly expected: number;
  readonly miss: number;
}

/** Variance of a figure of which so many persons are expected: near · persons + far · persons². */
export interface Scatter {
  readonly near: number;
  readonly far: number;
}

/** Fewest figures that can say how the scatter grows with size. */
const FEW = 8;

/**
 * Returns how the squared miss grows with the persons expected: near · persons + far · persons², neither below 0,
 * by least squares of miss² / persons on persons; then both scaled so that the variances of the figures given add
 * up to `total`. With fewer than 8 figures, or all of one size, near alone.
 *
 * Persons present by chance scatter like `near`, informants who err by a factor like `far`. Method of moments.
 * Figures of which nobody is expected are left out.
 *
 * Example: misses of 10, 20, 30 … where 10, 20, 30 … are expected: near 0, far 1.
 */
export function fitScatter(misses: readonly Miss[], total: number): Scatter {
  const rows = misses
    .filter(({ expected }) => expected > 0)
    .map(({ expected, miss }) => ({ x: expected, y: (miss * miss) / expected }));
  const shape = rows.length < FEW ? { near: 1, far: 0 } : shapeOf(rows);
  const sum = exactSum(rows.map(({ x }) => shape.near * x + shape.far * x * x));
  const by = sum > 0 ? total / sum : 0;
  return { near: shape.near * by, far: shape.far * by };
}

/** The line through the points with intercept and slope of 0 or more; only their proportion matters. */
function shapeOf(rows: readonly { readonly x: number; readonly y: number }[]): Scatter {
  const meanX = exactSum(rows.map(({ x }) => x)) / rows.length;
  const meanY = exactSum(rows.map(({ y }) => y)) / rows.length;
  const spreadX = exactSum(rows.map(({ x }) => (x - meanX) ** 2));
  if (!(spreadX > 0)) return { near: 1, far: 0 };
  const slope = exactSum(rows.map(({ x, y }) => (x - meanX) * (y - meanY))) / spreadX;
  if (slope <= 0) return { near: 1, far: 0 };
  const intercept = meanY - slope * meanX;
  return intercept <= 0 ? { near: 0, far: 1 } : { near: intercept, far: slope };
}
