import type { Sheet } from './sheet.js';
import { cellKey } from './sheet.js';

/** A row whose estimate is its own minimum or maximum. */
export interface AtEnd {
  readonly row: number;
  readonly end: 'min' | 'max';
}

const TELLING_WIDTH = 10;
const COMMON_SHARE = 0.3;

/**
 * Returns rows whose estimate equals an end of a range at least ten units wide, unless so many rows of the source
 * do (three tenths) that it must be the table's own rule.
 */
export function findAtEnds(sheet: Sheet): readonly AtEnd[] {
  const telling = new Map<string, number>();
  const found: AtEnd[] = [];
  const sourceOf = (row: number): string => sheet.rows[row]?.source ?? '';
  for (const index of sheet.rows.keys()) {
    const [point, low, high] = (['estimate', 'min', 'max'] as const).map(
      (role) => sheet.cells.get(cellKey(index, role))?.value,
    );
    if (point === undefined || low === undefined || high === undefined) continue;
    const unit = 2 * (sheet.halfUnits.get(cellKey(index, 'estimate')) ?? 0.5);
    if (high - low < TELLING_WIDTH * unit) continue;
    telling.set(sourceOf(index), (telling.get(sourceOf(index)) ?? 0) + 1);
    if (point === low || point === high) found.push({ row: index, end: point === low ? 'min' : 'max' });
  }
  return found.filter(({ row }) => {
    const atEnds = found.filter((other) => sourceOf(other.row) === sourceOf(row)).length;
    return atEnds === 1 || atEnds < COMMON_SHARE * (telling.get(sourceOf(row)) ?? 0);
  });
}
