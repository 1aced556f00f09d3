import { ROLE_NAMES, roundingOf } from './row-identities.js';
import type { Sheet } from './sheet.js';
import { cellKey } from './sheet.js';
import type { CellKey, LinearIdentity, Role } from './types.js';

/** Roles in which a row is the sum of its parts. */
export const SUMMED_ROLES = [
  'estimate',
  'min',
  'max',
  'spots',
  'denominator',
] as const satisfies readonly Role[];

/**
 * Returns, for every parent and summed role, the identity parent = sum of children, where the parent and every
 * child carry the value. The tolerance is half a unit per row, parent included: published parents differ from
 * their summed children by that much and no more (Kenya 2012: 103,304 against 103,298 over 58 towns).
 */
export function sumIdentities(sheet: Sheet): readonly LinearIdentity[] {
  const found: LinearIdentity[] = [];
  for (const [parent, children] of [...sheet.children].sort(([a], [b]) => a - b)) {
    for (const role of SUMMED_ROLES) {
      const keys = [parent, ...children].map((row) => cellKey(row, role));
      if (keys.every((key) => sheet.cells.has(key))) found.push(sumOf(sheet, role, keys));
    }
  }
  return found;
}

function sumOf(sheet: Sheet, role: Role, keys: readonly CellKey[]): LinearIdentity {
  const [target = '0:estimate'] = keys;
  const weights = new Map(keys.map((key) => [key, key === target ? 1 : -1]));
  const row = Number.parseInt(target, 10);
  const { tolerance, spread } = roundingOf(sheet, weights);
  const name = `sum of ${ROLE_NAMES[role]} over the parts of ${sheet.rows[row]?.label ?? ''}`;
  return { form: 'linear', kind: 'sum', row, target, weights, tolerance, spread, name };
}
