import type { Board } from './measure.js';
import { measure } from './measure.js';
import type { Sheet } from './sheet.js';
import { cellKey, splitKey } from './sheet.js';
import type { Identity, LinearIdentity, Role } from './types.js';

/** A parent whose sums all fail by the figures of one plausible part: missing from it, or one of its parts counted twice. */
export interface PartGap {
  readonly code: 'part-missing' | 'part-twice';
  readonly row: number;
  /** Parent minus sum of the parts, by role. */
  readonly gaps: ReadonlyMap<Role, number>;
  /** The part that equals the excess. */
  readonly twin?: number;
  readonly sums: readonly LinearIdentity[];
}

/**
 * Returns the parents whose sums fail in every role at once in a way one part explains: a missing part with
 * minimum ≤ estimate ≤ maximum, or an excess equal to one of the parts. Such failures are not typing slips, so
 * they are kept out of the search for repairs. Needs the estimate and at least one other role.
 */
export function findPartGaps(
  sheet: Sheet,
  identities: readonly Identity[],
  board: Board,
): readonly PartGap[] {
  const sumsByRow = new Map<number, LinearIdentity[]>();
  for (const identity of identities) {
    if (identity.form !== 'linear' || identity.kind !== 'sum') continue;
    sumsByRow.set(identity.row, [...(sumsByRow.get(identity.row) ?? []), identity]);
  }
  const found: PartGap[] = [];
  for (const [row, sums] of sumsByRow) {
    const measures = sums.map((sum) => measure(sum, board));
    const roles = sums.map((sum) => splitKey(sum.target).role);
    if (sums.length < 2 || !roles.includes('estimate') || measures.some((one) => one.holds)) continue;
    const gaps = new Map(roles.map((role, at) => [role, measures[at]?.gap ?? 0] as const));
    const gap = explainGap(sheet, { row, gaps, sums }, board);
    if (gap !== undefined) found.push(gap);
  }
  return found;
}

function explainGap(sheet: Sheet, failed: Omit<PartGap, 'code'>, board: Board): PartGap | undefined {
  const sizes = [...failed.gaps.values()];
  if (sizes.every((size) => size > 0) && isPlausiblePart(failed.gaps))
    return { ...failed, code: 'part-missing' };
  if (!sizes.every((size) => size < 0)) return undefined;
  const twin = sheet.children.get(failed.row)?.find((child) =>
    failed.sums.every((sum) => {
      const { role } = splitKey(sum.target);
      const value = board.values.get(cellKey(child, role)) ?? Number.NaN;
      return Math.abs(value + (failed.gaps.get(role) ?? 0)) <= sum.tolerance;
    }),
  );
  return twin === undefined ? undefined : { ...failed, code: 'part-twice', twin };
}

function isPlausiblePart(gaps: ReadonlyMap<Role, number>): boolean {
  const estimate = gaps.get('estimate') ?? 0;
  return (gaps.get('min') ?? 0) <= estimate && (gaps.get('max') ?? Infinity) >= estimate;
}
