import { oneSlipAway } from '../../src/audit/digit-distance.js';
import type { AuditRow, Role } from '../../src/audit/types.js';

/** A table with one cell mistyped, and what stood there. */
export interface Injected {
  readonly rows: readonly AuditRow[];
  readonly row: number;
  readonly role: Role;
  readonly from: number;
  readonly to: number;
}

/** Which slips to make: in these roles, moving the cell by more than `least` (which may look at the row). */
export interface SlipPlan {
  readonly roles: readonly Role[];
  readonly least: (rows: readonly AuditRow[], row: number, role: Role) => number;
}

/** Returns the table with one digit dropped, added, replaced or swapped in one random cell, or undefined when none fits. */
export function injectSlip(
  rows: readonly AuditRow[],
  plan: SlipPlan,
  random: () => number,
): Injected | undefined {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const row = Math.floor(random() * rows.length);
    const role = plan.roles[Math.floor(random() * plan.roles.length)] ?? 'estimate';
    const cell = rows[row]?.cells[role];
    if (cell === undefined || cell.decimals > 0) continue;
    const to = mistype(String(cell.value), random);
    if (to === undefined || Math.abs(to - cell.value) <= plan.least(rows, row, role)) continue;
    const slipped = rows.map((one, index) =>
      index === row ? { ...one, cells: { ...one.cells, [role]: { ...cell, value: to } } } : one,
    );
    return { rows: slipped, row, role, from: cell.value, to };
  }
  return undefined;
}

function mistype(text: string, random: () => number): number | undefined {
  const kinds = [
    oneSlipAway(text).filter((one) => one.length < text.length),
    oneSlipAway(text).filter((one) => one.length > text.length),
    oneSlipAway(text).filter((one) => one.length === text.length && isSwap(one, text)),
    oneSlipAway(text).filter((one) => one.length === text.length && !isSwap(one, text)),
  ];
  const ofKind = (kinds[Math.floor(random() * kinds.length)] ?? []).filter((one) => !one.startsWith('0'));
  const picked = ofKind[Math.floor(random() * ofKind.length)];
  return picked === undefined ? undefined : Number(picked);
}

function isSwap(one: string, text: string): boolean {
  return one.split('').sort().join('') === text.split('').sort().join('');
}

/** Returns the table with the figure of the row above in one random cell, or undefined when none fits. */
export function copyFromAbove(
  rows: readonly AuditRow[],
  plan: SlipPlan,
  random: () => number,
): Injected | undefined {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const row = Math.floor(random() * rows.length);
    const role = plan.roles[Math.floor(random() * plan.roles.length)] ?? 'estimate';
    const [cell, above] = [rows[row]?.cells[role], rows[row - 1]?.cells[role]];
    if (cell === undefined || above === undefined) continue;
    if (Math.abs(above.value - cell.value) <= plan.least(rows, row, role)) continue;
    const slipped = rows.map((one, index) =>
      index === row ? { ...one, cells: { ...one.cells, [role]: above } } : one,
    );
    return { rows: slipped, row, role, from: cell.value, to: above.value };
  }
  return undefined;
}

/** Returns how many rows the sums around a cell add up, at most: its parent's parts or its own. */
export function partsAround(rows: readonly AuditRow[], row: number): number {
  const { label, parent, group } = rows[row] ?? { label: '' };
  const under = (name: string | undefined): number =>
    rows.filter((one) => one.parent === name && one.group === group && name !== undefined).length;
  return Math.max(under(label), under(parent));
}
