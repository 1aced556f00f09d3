import { cellKey } from './sheet.js';
import type { AuditRow, Cell, CellKey, Role } from './types.js';
import { ROLES } from './types.js';

/** Rows of a role needed before trailing zeros count as rounding, and the share of them that must end so. */
const ROUND_ROWS = 5;
const ROUND_SHARE = 0.8;

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
  for (const role of ROLES) {
    for (const indices of rowsBySource(rows).values()) {
      const keys = indices.map((index) => cellKey(index, role)).filter((key) => cells.has(key));
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
  const nonzero = values.filter((value) => value !== 0);
  if (nonzero.length < ROUND_ROWS) return 1;
  const shareOf = (unit: number): number =>
    nonzero.filter((value) => value % unit === 0).length / nonzero.length;
  let unit = 1;
  while (unit < 1e6 && shareOf(unit * 10) >= ROUND_SHARE) unit *= 10;
  return unit;
}

function rowsBySource(rows: readonly AuditRow[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const source = row.source ?? '';
    const list = found.get(source);
    if (list === undefined) found.set(source, [index]);
    else list.push(index);
  }
  return found;
}

/** Returns a value written as the role is written, without thousands separators: for counting digits. */
export function plainText(value: number, decimals: number): string {
  return value.toFixed(Math.max(0, decimals));
}

/** Returns whether a change in this role may be written with one decimal more (shares and rates). */
export function mayAddDecimal(role: Role): boolean {
  return role === 'proportion' || role === 'rate_per_1000';
}
