import { findingEntry } from './catalogue.js';
import type { ParentFault } from './hierarchy.js';
import { repairAdvice } from './identity-findings.js';
import type { PartGap } from './part-gaps.js';
import { ROLE_NAMES } from './row-identities.js';
import type { Sheet } from './sheet.js';
import { cellKey } from './sheet.js';
import type { AtEnd } from './at-ends.js';
import type { Impossible } from './impossible-values.js';
import type { ScaleOutlier } from './scale-outliers.js';
import type { Twins } from './twins.js';
import type { CellKey, Finding, FindingCode, Repair, Role } from './types.js';
import { writeComputed } from './written-number.js';

interface Details {
  readonly role?: Role;
  readonly found?: number;
  readonly expected?: number;
  readonly tolerance?: number;
  readonly repair?: Repair;
}

function findingAt(
  sheet: Sheet,
  { row, code }: { readonly row: number; readonly code: FindingCode },
  { message, ...details }: Details & { readonly message: string },
): Finding {
  const from = sheet.rows[row];
  const entry = findingEntry(code);
  return {
    code,
    severity: entry.severity,
    label: from?.label ?? '',
    ...(from?.group === undefined ? {} : { group: from.group }),
    line: from?.line ?? 0,
    ...details,
    message,
    fix: details.repair === undefined ? entry.fix : repairAdvice(details.repair, entry.fix),
  };
}

function labelOf(sheet: Sheet, row: number): string {
  return sheet.rows[row]?.label ?? '';
}

/** Returns the finding for a part that is missing or counted twice. */
export function partGapFinding(sheet: Sheet, gap: PartGap): Finding {
  const label = labelOf(sheet, gap.row);
  const figures = [...gap.gaps]
    .map(([role, size]) => `${ROLE_NAMES[role]} ${writeComputed(Math.abs(size))}`)
    .join(', ');
  const message =
    gap.twin === undefined
      ? `${label} exceeds the sum of its parts in every column: ${figures}. One more part could have these figures.`
      : `The parts of ${label} exceed it by ${figures}: the figures of ${labelOf(sheet, gap.twin)}.`;
  const found = sheet.cells.get(cellKey(gap.row, 'estimate'))?.value ?? Number.NaN;
  const expected = found - (gap.gaps.get('estimate') ?? 0);
  const tolerance = gap.sums.find((sum) => sum.target === cellKey(gap.row, 'estimate'))?.tolerance ?? 0;
  return findingAt(sheet, gap, { role: 'estimate', found, expected, tolerance, message });
}

/** Returns the finding for two equal rows; `changed` names the repair after which they are equal. */
export function twinsFinding(sheet: Sheet, twins: Twins, changed?: Repair): Finding {
  const values = (['estimate', 'min', 'max'] as const).map((role) => {
    const value = sheet.cells.get(cellKey(twins.second, role))?.value ?? Number.NaN;
    return changed?.role === role && changed.line === sheet.rows[twins.second]?.line ? changed.to : value;
  });
  const [point = 0, low = 0, high = 0] = values;
  const figures = `${writeComputed(point)} (${writeComputed(low)} to ${writeComputed(high)})`;
  const when =
    changed === undefined
      ? ''
      : `Once the ${ROLE_NAMES[changed.role]} of ${changed.label} is ${writeComputed(changed.to)}, `;
  const message = `${when}${labelOf(sheet, twins.first)} and ${labelOf(sheet, twins.second)} have the same figures, ${figures}.`;
  return findingAt(
    sheet,
    { row: twins.second, code: 'duplicate-row' },
    { role: 'estimate', found: point, message },
  );
}

/** Returns the finding for an estimate at an end of its range, with the repair of that row when there is one. */
export function atEndFinding(sheet: Sheet, { row, end }: AtEnd, repair: Repair | undefined): Finding {
  const found = sheet.cells.get(cellKey(row, 'estimate'))?.value ?? Number.NaN;
  const message = `${labelOf(sheet, row)}: the estimate, ${writeComputed(found)}, is also the ${ROLE_NAMES[end]}.`;
  const details = { role: end, found, message, ...(repair === undefined ? {} : { repair }) };
  return findingAt(sheet, { row, code: 'estimate-at-end' }, details);
}

const REASONS: Readonly<Record<Impossible['reason'], string>> = {
  negative: 'below zero',
  'not-a-number': 'not a number',
  'share-above-one': 'a share above 1',
  'rate-above-thousand': 'more than 1,000 per 1,000',
  'more-than-denominator': 'more than the denominator',
};

/** Returns the finding for a value that cannot be. */
export function impossibleFinding(sheet: Sheet, { row, role, reason }: Impossible): Finding {
  const found = sheet.rows[row]?.cells[role]?.value ?? Number.NaN;
  const message = `${labelOf(sheet, row)}: the ${ROLE_NAMES[role]}, ${writeComputed(found)}, is ${REASONS[reason]}.`;
  return findingAt(sheet, { row, code: 'impossible-value' }, { role, found, message });
}

/** Returns the finding for a ratio far from that of the other rows. */
export function scaleFinding(sheet: Sheet, { row, ratio, median, top, bottom }: ScaleOutlier): Finding {
  const key: CellKey = cellKey(row, top);
  const found = sheet.cells.get(key)?.value ?? Number.NaN;
  const message =
    `${labelOf(sheet, row)}: ${ROLE_NAMES[top]} over ${ROLE_NAMES[bottom]} is ${writeComputed(ratio)};` +
    ` the middle of the other rows is ${writeComputed(median)}.`;
  return findingAt(sheet, { row, code: 'out-of-scale' }, { role: top, found, message });
}

/** Returns the finding for a parent that cannot be settled. */
export function parentFinding(sheet: Sheet, { row, code }: ParentFault): Finding {
  const parent = sheet.rows[row]?.parent ?? '';
  return findingAt(
    sheet,
    { row, code },
    { message: `${labelOf(sheet, row)} names ${parent} as its parent. ${findingEntry(code).meaning}` },
  );
}
