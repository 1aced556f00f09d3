import type { AuditRow, Cell, Role } from '../../src/audit/types.js';
import { writtenNumber } from '../../src/audit/written-number.js';

/** A row typed as in a table: figures as text, the rest by name. */
export interface TypedRow {
  readonly label: string;
  readonly parent?: string;
  readonly group?: string;
  readonly source?: string;
  readonly level?: string;
  readonly cells: Readonly<Partial<Record<Role, string>>>;
}

/** Returns audit rows for typed rows; lines are counted from 2, below a header. */
export function typed(rows: readonly TypedRow[]): AuditRow[] {
  return rows.map((row, index) => {
    const cells: Partial<Record<Role, Cell>> = {};
    for (const [role, text] of Object.entries(row.cells) as [Role, string][]) {
      const cell = writtenNumber(text);
      if (cell !== undefined) cells[role] = cell;
    }
    return { ...row, line: index + 2, cells };
  });
}

/** Returns the cells of `estimate (min–max)`, and spots when given. */
export function range(text: string): Readonly<Partial<Record<Role, string>>> {
  const [estimate = '', min = '', max = '', spots] = text.split(' ');
  const all = { estimate, min, max };
  return spots === undefined ? all : { ...all, spots };
}
