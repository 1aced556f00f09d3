import { findingEntry } from './catalogue.js';
import type { Board } from './measure.js';
import { measure } from './measure.js';
import { ROLE_NAMES } from './row-identities.js';
import type { Sheet } from './sheet.js';
import { splitKey } from './sheet.js';
import type { CellKey, Finding, FindingCode, Identity, Repair } from './types.js';
import { writeComputed } from './written-number.js';

/** What a failing identity is judged with. */
export interface Verdict {
  readonly repair: Repair | undefined;
  /** The rule behind the identity was presumed, not learned: too few rows. */
  readonly isPresumed: boolean;
}

/** Returns the finding for one failing identity. */
export function findingFor(
  sheet: Sheet,
  board: Board,
  judged: { readonly identity: Identity } & Verdict,
): Finding {
  const { identity, repair, isPresumed } = judged;
  const { row, role } = splitKey(identity.target);
  const code = codeOf(identity, repair);
  const entry = findingEntry(code);
  const { gap, tolerance } = measure(identity, board);
  const found = board.values.get(identity.target) ?? Number.NaN;
  const from = sheet.rows[row];
  return {
    code,
    severity: isPresumed ? 'warning' : entry.severity,
    label: from?.label ?? '',
    ...(from?.group === undefined ? {} : { group: from.group }),
    line: from?.line ?? 0,
    role,
    found,
    expected: found - gap,
    tolerance,
    message: messageFor(sheet, board, identity),
    fix: repair === undefined ? entry.fix : repairAdvice(repair, entry.fix),
    ...(repair === undefined ? {} : { repair }),
  };
}

function codeOf(identity: Identity, repair: Repair | undefined): FindingCode {
  switch (identity.kind) {
    case 'order':
      return 'range-order';
    case 'midpoint':
      return repair === undefined || repair.confidence === 'low' ? 'midpoint-deviation' : 'midpoint-slip';
    case 'midpoint-column':
      return 'midpoint-column';
    case 'sum':
      return 'sum-mismatch';
    case 'rate':
    case 'share':
      return 'rate-mismatch';
    case 'mean-spot-size':
      return 'mean-spot-mismatch';
  }
}

/** Returns what to do about a repair: firmly when it stands alone, as a possibility otherwise. */
export function repairAdvice(repair: Repair, otherwise: string): string {
  const change = `${ROLE_NAMES[repair.role]} of ${repair.label} (line ${repair.line}) from ${writeComputed(repair.from)} to ${writeComputed(repair.to)}`;
  if (repair.confidence === 'low') return `${otherwise} One possibility: the ${change}.`;
  return `Check the original record; it probably has the ${change} (${repair.confidence} confidence).`;
}

function messageFor(sheet: Sheet, board: Board, identity: Identity): string {
  const { row, role } = splitKey(identity.target);
  const label = sheet.rows[row]?.label ?? '';
  const numberAt = (key: CellKey): string => writeComputed(board.values.get(key) ?? Number.NaN);
  const { gap, tolerance } = measure(identity, board);
  const found = `${label}: the ${ROLE_NAMES[role]} is ${numberAt(identity.target)}`;
  if (identity.form === 'order') {
    return `${found}, above the ${ROLE_NAMES[splitKey(identity.high).role]} of ${numberAt(identity.high)}.`;
  }
  const expected = writeComputed((board.values.get(identity.target) ?? 0) - gap);
  const within = `Off by ${writeComputed(Math.abs(gap))}; rounding allows ${writeComputed(tolerance)}.`;
  if (identity.form === 'product') {
    const factor = identity.kind === 'rate' ? ' / 1,000' : '';
    const [left, right] = [identity.left, identity.right];
    const names = `${ROLE_NAMES[splitKey(left).role]} ${numberAt(left)} × ${ROLE_NAMES[splitKey(right).role]} ${numberAt(right)}`;
    return `${found}, but ${names}${factor} = ${expected}. ${within}`;
  }
  const [, ...others] = identity.weights.keys();
  if (identity.kind === 'sum')
    return `${found}, but its ${others.length} parts add up to ${expected}. ${within}`;
  return `${found}, but (${others.map(numberAt).join(' + ')}) / 2 = ${expected}. ${within}`;
}
