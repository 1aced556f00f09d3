import type { AuditRow, Cell, CellKey, Role } from './types.js';
import { ROLES } from './types.js';

/** The table in the form the audit computes with: cells by key, and the children of each row. */
export interface Sheet {
  readonly rows: readonly AuditRow[];
  readonly cells: ReadonlyMap<CellKey, Cell>;
  /** How far the true value may be from the written one. */
  readonly halfUnits: ReadonlyMap<CellKey, number>;
  /** Children of each row index, in table order. */
  readonly children: ReadonlyMap<number, readonly number[]>;
}

/** Returns the address of a cell. */
export function cellKey(row: number, role: Role): CellKey {
  return `${row}:${role}`;
}

/** Returns the row index and the role of an address. */
export function splitKey(key: CellKey): { readonly row: number; readonly role: Role } {
  const colon = key.indexOf(':');
  return { row: Number(key.slice(0, colon)), role: key.slice(colon + 1) as Role };
}

/** Returns all cells of the rows by address; a cell whose value is not a finite number is left out. */
export function cellsOf(rows: readonly AuditRow[]): Map<CellKey, Cell> {
  const cells = new Map<CellKey, Cell>();
  for (const [index, row] of rows.entries()) {
    for (const role of ROLES) {
      const cell = row.cells[role];
      if (cell !== undefined && Number.isFinite(cell.value)) cells.set(cellKey(index, role), cell);
    }
  }
  return cells;
}

/** Returns the text that keeps rows apart which must never be added up or compared: source and group. */
export function scopeOf(row: AuditRow): string {
  return `${row.source ?? ''}\u0000${row.group ?? ''}`;
}
