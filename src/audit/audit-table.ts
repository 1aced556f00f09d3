import { buildHierarchy } from './hierarchy.js';
import { findingFor } from './identity-findings.js';
import type { Board } from './measure.js';
import { measure, newBoard } from './measure.js';
import {
  atEndFinding,
  impossibleFinding,
  parentFinding,
  partGapFinding,
  scaleFinding,
  twinsFinding,
} from './other-findings.js';
import { findPartGaps } from './part-gaps.js';
import { halfUnitsOf } from './rounding.js';
import { settle } from './repair.js';
import { openCase } from './repair-options.js';
import { reportRepair } from './repair-report.js';
import { rowIdentities } from './row-identities.js';
import type { Sheet } from './sheet.js';
import { cellsOf, splitKey } from './sheet.js';
import { learnRowRules } from './row-rules.js';
import { learnSumRules } from './sum-rules.js';
import { sumIdentities } from './sum-identities.js';
import { findAtEnds } from './at-ends.js';
import { findImpossible } from './impossible-values.js';
import { findScaleOutliers } from './scale-outliers.js';
import { findTwins } from './twins.js';
import type { AuditReport, AuditRow, CellKey, Finding, Identity, LearnedRule, Repair } from './types.js';
import { FINDING_CODES, IDENTITY_KINDS, ROLES } from './types.js';

/**
 * Returns what the arithmetic of a table gives away: rows that break the identities the table itself follows, the
 * single-cell change that would restore most of them, figures that look copied, impossible or out of scale, and
 * the count of what was verified. Order, sums, rates and means are checked wherever the cells allow; the midpoint
 * rule only where the table is seen to follow it. A table that passes can still be wrong: only slips that
 * disturb an identity show. A repair is a proposal to compare with the original record.
 * Cameroon 2015 (doi 10.1371/journal.pone.0212315): a Douala minimum of 5,550 is proposed as 5,750.
 */
export function auditTable(rows: readonly AuditRow[]): AuditReport {
  const hierarchy = buildHierarchy(rows);
  const cells = cellsOf(rows);
  const sheet: Sheet = { rows, cells, halfUnits: halfUnitsOf(rows, cells), children: hierarchy.children };
  const board = printedBoard(sheet);
  const checked = checkIdentities(sheet, board);
  const gaps = findPartGaps(sheet, checked.inForce, board);
  const explained = new Set<Identity>(gaps.flatMap((gap) => gap.sums));
  const open = checked.inForce.filter((identity) => !explained.has(identity));
  const mending = mend(sheet, open);
  const findings = [
    ...failures(sheet, board, { open, presumed: checked.presumed, mended: mending.mended }),
    ...gaps.map((gap) => partGapFinding(sheet, gap)),
    ...hierarchy.faults.map((fault) => parentFinding(sheet, fault)),
    ...suspicions(sheet, mending),
    ...outliers(sheet, checked.inForce, board),
  ].sort(inTableOrder);
  const identities = countKinds(checked.inForce, board);
  return {
    findings,
    repairs: repairsNamed(findings, mending.mended),
    summary: { rows: rows.length, cells: cells.size, identities, rules: checked.rules },
  };
}

interface Mended {
  readonly restores: ReadonlySet<Identity>;
  readonly repair: Repair;
  readonly key: CellKey;
}

/** The proposed repairs, and the values of the table with the settled ones in place. */
interface Mending {
  readonly mended: readonly Mended[];
  readonly repaired: ReadonlyMap<CellKey, number>;
}

function mend(sheet: Sheet, open: readonly Identity[]): Mending {
  const { proposals, repaired } = settle(openCase(open, sheet.cells, sheet.halfUnits));
  const mended = proposals.map((proposal) => ({
    restores: new Set(proposal.option.restores),
    repair: reportRepair(sheet, proposal),
    key: proposal.option.candidate.key,
  }));
  return { mended, repaired };
}

interface Failures {
  readonly open: readonly Identity[];
  readonly presumed: ReadonlySet<Identity>;
  readonly mended: readonly Mended[];
}

function failures(sheet: Sheet, board: Board, { open, presumed, mended }: Failures): Finding[] {
  const failed = open.filter((identity) => !measure(identity, board).holds);
  return failed.map((identity) => {
    const repair = strongest(mended.filter((one) => one.restores.has(identity)));
    return findingFor(sheet, board, { identity, repair, isPresumed: presumed.has(identity) });
  });
}

function repairsNamed(findings: readonly Finding[], mended: readonly Mended[]): Repair[] {
  const named = new Set(findings.map((finding) => finding.repair));
  return mended
    .map((one) => one.repair)
    .filter((repair) => named.has(repair))
    .sort(byPlace);
}

function printedBoard(sheet: Sheet): Board {
  return newBoard(new Map([...sheet.cells].map(([key, cell]) => [key, cell.value])), sheet.halfUnits);
}

interface Checked {
  readonly inForce: readonly Identity[];
  readonly presumed: ReadonlySet<Identity>;
  readonly rules: readonly LearnedRule[];
}

function checkIdentities(sheet: Sheet, board: Board): Checked {
  const ownRows = [...sheet.rows.keys()].flatMap((row) => rowIdentities(sheet, row));
  const byRow = learnRowRules(sheet.rows, ownRows, board);
  const slipped = byRow.inForce.filter((identity) => !measure(identity, board).holds);
  const slippedRows = new Set(slipped.map((identity) => identity.row));
  const bySum = learnSumRules(sumIdentities(sheet), { sheet, board, slippedRows });
  return {
    inForce: [...byRow.inForce, ...bySum.inForce],
    presumed: byRow.presumed,
    rules: [...byRow.rules, ...bySum.rules],
  };
}

const CONFIDENCES = ['high', 'medium', 'low'] as const;

function strongest(mended: readonly Mended[]): Repair | undefined {
  const [best] = mended
    .map((one) => one.repair)
    .sort((a, b) => CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence));
  return best;
}

function suspicions(sheet: Sheet, { mended, repaired }: Mending): Finding[] {
  const asPrinted = new Map([...sheet.cells].map(([key, cell]) => [key, cell.value] as const));
  const printedTwins = findTwins(sheet, asPrinted);
  const repairIn = (row: number): Repair | undefined =>
    strongest(mended.filter((one) => splitKey(one.key).row === row));
  const laterTwins = findTwins(sheet, repaired).filter(
    (pair) => !printedTwins.some((one) => one.first === pair.first && one.second === pair.second),
  );
  return [
    ...printedTwins.map((pair) => twinsFinding(sheet, pair)),
    ...laterTwins.map((pair) => twinsFinding(sheet, pair, repairIn(pair.second) ?? repairIn(pair.first))),
    ...findAtEnds(sheet).map((end) => atEndFinding(sheet, end, repairIn(end.row))),
    ...findImpossible(sheet).map((value) => impossibleFinding(sheet, value)),
  ];
}

/** A row whose own identities fail needs no second finding; one whose rate or mean holds has its scale verified. */
function outliers(sheet: Sheet, inForce: readonly Identity[], board: Board): Finding[] {
  const settled = new Set(
    inForce
      .filter(({ kind, form }) => kind !== 'sum' && form !== 'order')
      .filter((identity) => identity.form === 'product' || !measure(identity, board).holds)
      .map(({ row }) => row),
  );
  const disordered = inForce.filter((one) => one.form === 'order' && !measure(one, board).holds);
  for (const { row } of disordered) settled.add(row);
  return findScaleOutliers(sheet)
    .filter(({ row }) => !settled.has(row))
    .map((outlier) => scaleFinding(sheet, outlier));
}

function countKinds(identities: readonly Identity[], board: Board): AuditReport['summary']['identities'] {
  return IDENTITY_KINDS.map((kind) => {
    const ofKind = identities.filter((identity) => identity.kind === kind);
    return { kind, checked: ofKind.length, held: ofKind.filter((one) => measure(one, board).holds).length };
  }).filter(({ checked }) => checked > 0);
}

function inTableOrder(a: Finding, b: Finding): number {
  return (
    a.line - b.line || FINDING_CODES.indexOf(a.code) - FINDING_CODES.indexOf(b.code) || rankOf(a) - rankOf(b)
  );
}

function rankOf({ role }: Finding): number {
  return role === undefined ? -1 : ROLES.indexOf(role);
}

function byPlace(a: Repair, b: Repair): number {
  return a.line - b.line || ROLES.indexOf(a.role) - ROLES.indexOf(b.role);
}
