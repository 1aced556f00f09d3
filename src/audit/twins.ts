import { groupBy } from './grouping.js';
import type { Sheet } from './sheet.js';
import { cellKey, scopeOf } from './sheet.js';
import type { CellKey } from './types.js';

/** Two rows of one parent and group with the same estimate, minimum and maximum. */
export interface Twins {
  readonly first: number;
  readonly second: number;
}

/** Coincidences expected below which equal rows are suspicious. */
const RARE = 0.01;
const SMALLEST_TWIN = 20;

/**
 * Returns pairs of sibling rows with equal estimate, minimum and maximum, where the figures are too large for a
 * coincidence. A chance pair is taken to need the same estimate (odds of one in its size) and the same width (one
 * in its size), over all pairs of siblings in the table. Misleads when small areas were given a common default figure.
 */
export function findTwins(sheet: Sheet, values: ReadonlyMap<CellKey, number>): readonly Twins[] {
  const found: Twins[] = [];
  const sets = siblingSets(sheet);
  const pairs = sets.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  for (const siblings of sets) {
    const firstByFigures = new Map<string, number>();
    for (const row of siblings) {
      const [point, low, high] = figuresOf(values, row);
      if (point === undefined || low === undefined || high === undefined) continue;
      if (point < SMALLEST_TWIN || pairs >= RARE * point * (high - low)) continue;
      const figures = `${point}|${low}|${high}`;
      const first = firstByFigures.get(figures);
      if (first === undefined) firstByFigures.set(figures, row);
      else found.push({ first, second: row });
    }
  }
  return found;
}

function figuresOf(values: ReadonlyMap<CellKey, number>, row: number): readonly (number | undefined)[] {
  return (['estimate', 'min', 'max'] as const).map((role) => values.get(cellKey(row, role)));
}

/** Rows under one parent; rows without a parent are siblings within their source and group. */
function siblingSets(sheet: Sheet): readonly (readonly number[])[] {
  const owned = new Set([...sheet.children.values()].flat());
  const roots = sheet.rows.map((row, index) => ({ row, index })).filter(({ index }) => !owned.has(index));
  const rootSets = groupBy(roots, ({ row }) => scopeOf(row)).map((set) => set.map(({ index }) => index));
  return [...rootSets, ...sheet.children.values()];
}
