import { groupBy } from './grouping.js';
import type { Sheet } from './sheet.js';
import { cellKey, scopeOf } from './sheet.js';
import type { CellKey, Role } from './types.js';

/** A ratio of two cells far from the other rows of its source and group. */
export interface ScaleOutlier {
  readonly row: number;
  readonly ratio: number;
  readonly median: number;
  readonly top: Role;
  readonly bottom: Role;
}

const RATIOS = [
  ['estimate', 'spots'],
  ['estimate', 'denominator'],
  ['max', 'min'],
] as const satisfies readonly (readonly [Role, Role])[];
const ROWS_FOR_SCALE = 10;
const LEAST_FACTOR = 10;
const SPREADS = 6;

/**
 * Returns rows whose estimate per spot, estimate per denominator or maximum over minimum lies at least tenfold and
 * six robust spreads (of its logarithm) from the median of the rows of its source and group: a digit dropped, added
 * or a unit mixed up. Says nothing about tables of fewer than ten rows or of widely scattered ones.
 */
export function findScaleOutliers(sheet: Sheet): readonly ScaleOutlier[] {
  const found: ScaleOutlier[] = [];
  const indexed = sheet.rows.map((row, index) => ({ row, index }));
  for (const scope of groupBy(indexed, ({ row }) => scopeOf(row))) {
    for (const [top, bottom] of RATIOS) {
      const ratios = scope
        .map(({ index: row }) => ({ row, ratio: ratioOf(sheet, [cellKey(row, top), cellKey(row, bottom)]) }))
        .filter(({ ratio }) => ratio > 0 && Number.isFinite(ratio));
      if (ratios.length < ROWS_FOR_SCALE) continue;
      const middle = medianOf(ratios.map(({ ratio }) => Math.log(ratio)));
      const spread = 1.4826 * medianOf(ratios.map(({ ratio }) => Math.abs(Math.log(ratio) - middle)));
      const limit = Math.max(Math.log(LEAST_FACTOR), SPREADS * spread);
      for (const { row, ratio } of ratios) {
        if (Math.abs(Math.log(ratio) - middle) < limit) continue;
        found.push({ row, ratio, median: Math.exp(middle), top, bottom });
      }
    }
  }
  return found;
}

function ratioOf(sheet: Sheet, [top, bottom]: readonly [CellKey, CellKey]): number {
  return (sheet.cells.get(top)?.value ?? Number.NaN) / (sheet.cells.get(bottom)?.value ?? Number.NaN);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? 0)) / 2;
}
