import type { Sheet } from './sheet.js';
import type { Role } from './types.js';

/** A value that cannot be, with the reason. */
export interface Impossible {
  readonly row: number;
  readonly role: Role;
  readonly reason:
    'negative' | 'not-a-number' | 'share-above-one' | 'rate-above-thousand' | 'more-than-denominator';
}

/** Returns cells no population can have: below zero, a share above 1, more people than the denominator. */
export function findImpossible(sheet: Sheet): readonly Impossible[] {
  const found: Impossible[] = [];
  for (const [row, { cells }] of sheet.rows.entries()) {
    for (const [role, cell] of Object.entries(cells) as [Role, { value: number }][]) {
      if (!Number.isFinite(cell.value)) found.push({ row, role, reason: 'not-a-number' });
      else if (cell.value < 0) found.push({ row, role, reason: 'negative' });
    }
    if ((cells.proportion?.value ?? 0) > 1)
      found.push({ row, role: 'proportion', reason: 'share-above-one' });
    if ((cells.rate_per_1000?.value ?? 0) > 1000)
      found.push({ row, role: 'rate_per_1000', reason: 'rate-above-thousand' });
    if ((cells.estimate?.value ?? 0) > (cells.denominator?.value ?? Infinity)) {
      found.push({ row, role: 'estimate', reason: 'more-than-denominator' });
    }
  }
  return found;
}
