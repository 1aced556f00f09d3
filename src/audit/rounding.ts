import { groupBy } from './grouping.js';
import { cellKey } from './sheet.js';
import type { AuditRow, Cell, CellKey, Role } from './types.js';
import { ROLES } from './types.js';

/** Different values of a role needed before trailing zeros count as rounding, and the share that must end so. */
const ROUND_VALUES = 5;
const ROUND_SHARE = 0.8;

/** Rounding leaves the middle value at least this many units: two digits. */
const COARSEST = 10;

/**
 * Returns, for each cell, how far the true value may be from the written one: half a unit of the last decimal.
 * When nearly all values of a role in a source end in the same number of zeros (a table rounded to tens or
 * hundreds), the unit of those cells is that ten or hundred. Misleads for a single rounded figure among exact
 * ones, which is taken at its word.
 */
export function halfUnitsOf(
  rows: readonly AuditRow[],
  cells: ReadonlyMap<CellKey, Cell>,
): Map<CellKey, number> {
  const halfUnits = new Map<CellKey, number>();
  const indexed = rows.map((row, index) => ({ row, index }));
  for (const role of ROLES) {
    for (const ofSource of groupBy(indexed, ({ row }) => row.source ?? '')) {
      const keys = ofSource.map(({ index }) => cellKey(index, role)).filter((key) => cells.has(key));
      const unit = commonUnit(keys.map((key) => cells.get(key)?.value ?? 0));
      for (const key of keys) halfUnits.set(key, halfUnit(cells.get(key), unit));
    }
  }
  return halfUnits;
}

function halfUnit(cell: Cell | undefined, unit: number): number {
  if (cell === undefined) return 0;
  const rounded = unit > 1 && cell.value !== 0 && cell.value % unit === 0;
  return rounded ? unit / 2 : 0.5 * 10 ** -cell.decimals;
}

function commonUnit(values: readonly number[]): number {
  const distinct = [...new Set(values.filter((value) => value !== 0))].sort((a, b) => a - b);
  if (distinct.length < ROUND_VALUES) return 1;
  const middle = distinct[Math.floor(distinct.length / 2)] ?? 0;
  const shareOf = (unit: number): number =>
    distinct.filter((value) => value % unit === 0).length / distinct.length;
  let unit = 1;
  while (middle >= COARSEST * unit * 10 && shareOf(unit * 10) >= ROUND_SHARE) unit *= 10;
  return unit;
}

/** Returns a value written as the role is written, without thousands separators: for counting digits. */
export function plainText(value: number, decimals: number): string {
  return value.toFixed(Math.max(0, decimals));
}

/** Returns whether a change in this role may be written with one decimal more (shares and rates). */
export function mayAddDecimal(role: Role): boolean {
  return role === 'proportion' || role === 'rate_per_1000';
}
