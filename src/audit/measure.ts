import type { CellKey, Identity, LinearIdentity, ProductIdentity } from './types.js';

/** The values an identity is measured on; gaps of long sums are remembered until the board is replaced. */
export interface Board {
  readonly values: ReadonlyMap<CellKey, number>;
  readonly halfUnits: ReadonlyMap<CellKey, number>;
  readonly gaps: Map<Identity, number>;
}

/** One cell given another value, with its own rounding when it is written with more decimals. */
export interface Change {
  readonly key: CellKey;
  readonly value: number;
  readonly halfUnit: number;
}

/** How far an identity is from holding. `gap` is found minus expected, in the unit of the target. */
export interface Measure {
  readonly gap: number;
  readonly tolerance: number;
  readonly spread: number;
  readonly holds: boolean;
}

/** Returns a board on which nothing has been measured yet. */
export function newBoard(
  values: ReadonlyMap<CellKey, number>,
  halfUnits: ReadonlyMap<CellKey, number>,
): Board {
  return { values, halfUnits, gaps: new Map() };
}

/** Returns how far an identity is from holding, as printed or after one change. */
export function measure(identity: Identity, board: Board, change?: Change): Measure {
  switch (identity.form) {
    case 'linear': {
      const weight = change === undefined ? 0 : (identity.weights.get(change.key) ?? 0);
      const shift = change === undefined ? 0 : weight * (change.value - valueOn(board, change.key));
      return judged(linearGap(identity, board) + shift, identity.tolerance, identity.spread);
    }
    case 'product':
      return productMeasure(identity, board, change);
    case 'order': {
      const excess = valueOn(board, identity.target, change) - valueOn(board, identity.high, change);
      return judged(Math.max(0, excess), identity.tolerance, 1);
    }
  }
}

function judged(gap: number, tolerance: number, spread: number): Measure {
  const slack = 1e-9 * (1 + Math.abs(tolerance));
  return { gap, tolerance, spread, holds: Math.abs(gap) <= tolerance + slack };
}

function valueOn(board: Board, key: CellKey, change?: Change): number {
  return change?.key === key ? change.value : (board.values.get(key) ?? Number.NaN);
}

function linearGap(identity: LinearIdentity, board: Board): number {
  const known = board.gaps.get(identity);
  if (known !== undefined) return known;
  let gap = 0;
  for (const [key, weight] of identity.weights) gap += weight * valueOn(board, key);
  board.gaps.set(identity, gap);
  return gap;
}

function productMeasure(identity: ProductIdentity, board: Board, change?: Change): Measure {
  const unitOf = (key: CellKey): number =>
    change?.key === key ? change.halfUnit : (board.halfUnits.get(key) ?? 0);
  const left = valueOn(board, identity.left, change);
  const right = valueOn(board, identity.right, change);
  const [leftUnit, rightUnit] = [unitOf(identity.left), unitOf(identity.right)];
  const byLeft = identity.factor * leftUnit * Math.abs(right);
  const byRight = identity.factor * rightUnit * Math.abs(left);
  const byTarget = unitOf(identity.target);
  const tolerance = byLeft + byRight + identity.factor * leftUnit * rightUnit + byTarget;
  const gap = valueOn(board, identity.target, change) - identity.factor * left * right;
  return judged(gap, tolerance, Math.hypot(byLeft, byRight, byTarget) / Math.sqrt(3));
}

/** The values of one cell that make an identity hold: `value` exactly, and anything within `reach` of it. */
export interface Solution {
  readonly value: number;
  readonly reach: number;
}

/**
 * Returns the value a cell must take for an identity to hold, everything else as on the board. Undefined for an
 * order, which any number of values would satisfy, and where a zero factor makes the cell powerless.
 */
export function solve(identity: Identity, board: Board, key: CellKey): Solution | undefined {
  if (identity.form === 'order') return undefined;
  const { gap, tolerance } = measure(identity, board);
  if (identity.form === 'linear') {
    const weight = identity.weights.get(key) ?? 0;
    if (weight === 0) return undefined;
    return { value: valueOn(board, key) - gap / weight, reach: tolerance / Math.abs(weight) };
  }
  if (key === identity.target) return { value: valueOn(board, key) - gap, reach: tolerance };
  const other = key === identity.left ? identity.right : identity.left;
  const slope = identity.factor * valueOn(board, other);
  if (slope === 0) return undefined;
  const value = valueOn(board, identity.target) / slope;
  const halfUnit = board.halfUnits.get(key) ?? 0;
  const there = measure(identity, board, { key, value, halfUnit });
  return { value, reach: there.tolerance / Math.abs(slope) };
}

/** Returns the cells an identity reads. */
export function cellsIn(identity: Identity): readonly CellKey[] {
  switch (identity.form) {
    case 'linear':
      return [...identity.weights.keys()];
    case 'product':
      return [identity.target, identity.left, identity.right];
    case 'order':
      return [identity.target, identity.high];
  }
}
