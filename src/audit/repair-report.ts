import type { Board } from './measure.js';
import { measure } from './measure.js';
import type { Proposal } from './repair.js';
import type { Option } from './repair-options.js';
import { ROLE_NAMES } from './row-identities.js';
import type { Sheet } from './sheet.js';
import { splitKey } from './sheet.js';
import type { CellChange, Identity, Repair } from './types.js';
import { writeComputed } from './written-number.js';

/** Returns a proposal in the form the report gives it, with its evidence in sentences. */
export function reportRepair(sheet: Sheet, proposal: Proposal): Repair {
  const { option, alternatives, confidence } = proposal;
  const group = sheet.rows[splitKey(option.candidate.key).row]?.group;
  return {
    ...reportChange(sheet, option),
    ...(group === undefined ? {} : { group }),
    confidence,
    alternatives: alternatives.map((other) => reportChange(sheet, other)),
    evidence: evidenceFor(sheet, proposal),
  };
}

function reportChange(sheet: Sheet, { candidate, restores, breaks }: Option): CellChange {
  const { row, role } = splitKey(candidate.key);
  return {
    label: sheet.rows[row]?.label ?? '',
    line: sheet.rows[row]?.line ?? 0,
    role,
    from: sheet.cells.get(candidate.key)?.value ?? Number.NaN,
    to: candidate.value,
    digitsChanged: candidate.digitsChanged,
    restores: restores.map((identity) => identity.name),
    breaks: breaks.map((identity) => identity.name),
  };
}

function evidenceFor(sheet: Sheet, { option, alternatives, board }: Proposal): readonly string[] {
  const change = reportChange(sheet, option);
  const what = `${ROLE_NAMES[change.role]} of ${change.label}`;
  const sentences = option.restores
    .filter((identity) => identity.form !== 'order')
    .map((identity) => restoredSentence(identity, board, option));
  const digits = change.digitsChanged === 1 ? 'one digit' : `${change.digitsChanged} digits`;
  sentences.push(`${writeComputed(change.from)} and ${writeComputed(change.to)} differ by ${digits}.`);
  for (const name of change.breaks) sentences.push(`But the ${name} would no longer hold.`);
  if (alternatives.length === 0) sentences.push(`No change of another cell does as much as the ${what}.`);
  return sentences;
}

function restoredSentence(identity: Identity, board: Board, { candidate }: Option): string {
  const after = measure(identity, board, candidate);
  const before = measure(identity, board);
  const printed =
    candidate.key === identity.target ? candidate.value : (board.values.get(identity.target) ?? 0);
  const computed = writeComputed(printed - after.gap);
  return (
    `With ${writeComputed(candidate.value)}, the ${identity.name} gives ${computed}; the table has ${writeComputed(printed)}` +
    ` (as printed: off by ${writeComputed(Math.abs(before.gap))}, tolerance ${writeComputed(before.tolerance)}).`
  );
}
