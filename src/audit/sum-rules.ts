import { groupBy } from './grouping.js';
import type { Board } from './measure.js';
import { measure } from './measure.js';
import type { Rules } from './row-rules.js';
import type { Sheet } from './sheet.js';
import { cellKey, scopeOf, splitKey } from './sheet.js';
import type { AuditRow, LearnedRule, LinearIdentity, Role } from './types.js';

/** What the rules for sums are learned from, besides the sums. */
export interface SumEvidence {
  readonly sheet: Sheet;
  readonly board: Board;
  /** Rows that break an identity of their own: their ends say nothing about sums. */
  readonly slippedRows: ReadonlySet<number>;
}

/**
 * Returns which sums are in force. Minima and maxima of a source are not, when at least half of the parents that
 * could tell have a range inside the sum of extremes at both ends: such ranges are intervals, which do not add up.
 * Denominators of the parts may leave unmapped areas out: unless half of the parents of a group are exact sums,
 * only a parent smaller than its parts is a fault. Estimates and spots always add up. Misleads when the only
 * parent carries slips at both ends that happen to narrow its range.
 */
export function learnSumRules(sums: readonly LinearIdentity[], evidence: SumEvidence): Rules {
  const rules: LearnedRule[] = [];
  const inForce = new Set<LinearIdentity>();
  const rowOf = (sum: LinearIdentity): AuditRow | undefined => evidence.sheet.rows[sum.row];
  for (const ofSource of groupBy(sums, (sum) => rowOf(sum)?.source ?? '')) {
    const source = ofSource[0] === undefined ? undefined : rowOf(ofSource[0])?.source;
    const extremes = extremesRule(ofSource, evidence);
    if (extremes.rows > 0) rules.push({ ...extremes, ...(source === undefined ? {} : { source }) });
    for (const sum of ofSource) if (!isEnd(roleOf(sum)) || extremes.inForce) inForce.add(sum);
  }
  const denominators = sums.filter((sum) => roleOf(sum) === 'denominator');
  for (const ofScope of groupBy(denominators, (sum) => scopeKey(rowOf(sum)))) {
    const rule = denominatorRule(ofScope, evidence);
    rules.push(rule);
    if (rule.inForce) continue;
    for (const sum of ofScope) if (measure(sum, evidence.board).gap > 0) inForce.delete(sum);
  }
  return { rules, inForce: sums.filter((sum) => inForce.has(sum)), presumed: new Set() };
}

function scopeKey(row: AuditRow | undefined): string {
  return row === undefined ? '' : scopeOf(row);
}

function roleOf(sum: LinearIdentity): Role {
  return splitKey(sum.target).role;
}

function isEnd(role: Role): role is 'min' | 'max' {
  return role === 'min' || role === 'max';
}

function extremesRule(sums: readonly LinearIdentity[], evidence: SumEvidence): LearnedRule {
  let rows = 0;
  let narrowed = 0;
  for (const parent of new Set(sums.map((sum) => sum.row))) {
    const children = evidence.sheet.children.get(parent) ?? [];
    if (children.length < 2 || [parent, ...children].some((row) => evidence.slippedRows.has(row))) continue;
    const ends = (['min', 'max'] as const).map((role) => {
      const sum = sums.find((one) => one.target === cellKey(parent, role));
      return sum === undefined ? isNearer(evidence.sheet, parent, role) : isInside(evidence.board, sum);
    });
    if (ends.includes(undefined)) continue;
    rows += 1;
    if (ends.every((inside) => inside === true)) narrowed += 1;
  }
  const inForce = rows === 0 || narrowed < rows / 2;
  return {
    rule: 'sum-of-extremes',
    rows,
    held: rows - narrowed,
    inForce,
    basis: rows > 0 ? 'learned' : 'presumed',
  };
}

/** The end of a parent's range lies inside the sum of its parts' ends by more than rounding. */
function isInside(board: Board, sum: LinearIdentity): boolean {
  const { gap, holds } = measure(sum, board);
  return !holds && (roleOf(sum) === 'min' ? gap > 0 : gap < 0);
}

/** How much nearer to its estimate, relative to the parts that are complete, an end must be to count as inside. */
const NEARER = 0.9;

/** The same judgement by relative distance, when some parts lack the end; undefined when most do. */
function isNearer(sheet: Sheet, parent: number, role: 'min' | 'max'): boolean | undefined {
  const children = sheet.children.get(parent) ?? [];
  const distances = children
    .map((child) => distanceToEnd(sheet, child, role))
    .filter((one) => one !== undefined);
  const own = distanceToEnd(sheet, parent, role);
  if (own === undefined || distances.length < children.length / 2) return undefined;
  const distance = distances.reduce((sum, one) => sum + one.distance, 0);
  const size = distances.reduce((sum, one) => sum + one.size, 0);
  return own.distance * size < NEARER * distance * own.size;
}

interface Distance {
  readonly distance: number;
  readonly size: number;
}

function distanceToEnd(sheet: Sheet, row: number, role: 'min' | 'max'): Distance | undefined {
  const point = sheet.cells.get(cellKey(row, 'estimate'))?.value;
  const end = sheet.cells.get(cellKey(row, role))?.value;
  return point === undefined || end === undefined
    ? undefined
    : { distance: Math.abs(point - end), size: point };
}

function denominatorRule(sums: readonly LinearIdentity[], { sheet, board }: SumEvidence): LearnedRule {
  const held = sums.filter((sum) => measure(sum, board).holds).length;
  const row = sheet.rows[sums[0]?.row ?? -1];
  return {
    rule: 'denominator-sum',
    ...(row?.source === undefined ? {} : { source: row.source }),
    ...(row?.group === undefined ? {} : { group: row.group }),
    rows: sums.length,
    held,
    inForce: held > 0 && held >= sums.length / 2,
    basis: 'learned',
  };
}
