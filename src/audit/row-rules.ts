import type { Board } from './measure.js';
import { measure } from './measure.js';
import { groupBy } from './grouping.js';
import { cellKey } from './sheet.js';
import type { AuditRow, Identity, LearnedRule } from './types.js';

/** Rows that could tell, and the share of them that must obey, before failures of a rule count as slips. */
const ENOUGH_ROWS = 3;
const CLEAR_MAJORITY = 0.7;

/** A row can tell whether the midpoint rule holds when its range is this many tolerances wide. */
const TELLING_WIDTH = 8;
/** … and a product when its tolerance is at most this share of it. */
const TELLING_SHARE = 0.25;

const LEARNED_KINDS = ['midpoint', 'midpoint-column', 'rate', 'share', 'mean-spot-size'] as const;
type LearnedKind = (typeof LEARNED_KINDS)[number];

/** The rules of a table, and the identities whose failure is a slip under them. */
export interface Rules {
  readonly rules: readonly LearnedRule[];
  readonly inForce: readonly Identity[];
  /** Those in force only because there were too few rows to learn from. */
  readonly presumed: ReadonlySet<Identity>;
}

interface Evidence {
  readonly identity: Identity;
  readonly source: string | undefined;
  readonly group: string | undefined;
  readonly tells: boolean;
  readonly holds: boolean;
}

/**
 * Returns which rules the table follows, learned from its own rows, and the identities they put in force.
 * Within a source each group with enough telling rows decides for itself; a small or undecided group follows the
 * source as a whole. The midpoint needs enough rows; rates, shares, means and a stated midpoint column are true by
 * definition and presumed when there are too few. Orders are always in force. Misleads when most rows of a table
 * carry slips.
 */
export function learnRowRules(
  rows: readonly AuditRow[],
  identities: readonly Identity[],
  board: Board,
): Rules {
  const rules: LearnedRule[] = [];
  const inForce = new Set(identities.filter((identity) => !isLearned(identity.kind)));
  const presumed = new Set<Identity>();
  for (const kind of LEARNED_KINDS) {
    const ofKind = identities.filter((identity) => identity.kind === kind);
    const evidence = ofKind.map((identity) => gatherEvidence(rows, identity, board));
    for (const bySource of groupBy(evidence, (one) => one.source ?? '')) {
      for (const decision of decideSource(kind, bySource)) {
        rules.push(decision.rule);
        if (!decision.rule.inForce) continue;
        for (const { identity } of decision.over) {
          inForce.add(identity);
          if (decision.rule.basis === 'presumed') presumed.add(identity);
        }
      }
    }
  }
  return { rules, inForce: identities.filter((identity) => inForce.has(identity)), presumed };
}

function isLearned(kind: Identity['kind']): kind is LearnedKind {
  return (LEARNED_KINDS as readonly string[]).includes(kind);
}

function gatherEvidence(rows: readonly AuditRow[], identity: Identity, board: Board): Evidence {
  const { gap, tolerance, holds } = measure(identity, board);
  const valueOf = (role: 'min' | 'max'): number => board.values.get(cellKey(identity.row, role)) ?? 0;
  const expected = Math.abs((board.values.get(identity.target) ?? 0) - gap);
  const tells =
    identity.form === 'product'
      ? expected > 0 && tolerance <= TELLING_SHARE * expected
      : Math.abs(valueOf('max') - valueOf('min')) >= TELLING_WIDTH * tolerance;
  const row = rows[identity.row];
  return { identity, source: row?.source, group: row?.group, tells, holds };
}

interface Decision {
  readonly rule: LearnedRule;
  readonly over: readonly Evidence[];
}

function decideSource(kind: LearnedKind, evidence: readonly Evidence[]): Decision[] {
  const own: Decision[] = [];
  const undecided: Evidence[] = [];
  for (const ofGroup of groupBy(evidence, (one) => one.group ?? '')) {
    const telling = ofGroup.filter((one) => one.tells);
    const share = telling.filter((one) => one.holds).length / telling.length;
    if (telling.length >= ENOUGH_ROWS && (share >= CLEAR_MAJORITY || share < 0.5)) {
      own.push({ rule: ruleFrom(kind, ofGroup, ofGroup), over: ofGroup });
    } else undecided.push(...ofGroup);
  }
  if (undecided.length === 0) return own;
  if (own.length === 0) return [{ rule: pooledRule(kind, evidence), over: undecided }];
  return [...own, { rule: pooledRule(kind, evidence), over: undecided }];
}

function pooledRule(kind: LearnedKind, evidence: readonly Evidence[]): LearnedRule {
  const groups = new Set(evidence.map((one) => one.group));
  return ruleFrom(kind, evidence, groups.size === 1 ? evidence : []);
}

function ruleFrom(
  kind: LearnedKind,
  evidence: readonly Evidence[],
  namedBy: readonly Evidence[],
): LearnedRule {
  const telling = evidence.filter((one) => one.tells);
  const held = telling.filter((one) => one.holds).length;
  const learned = telling.length >= ENOUGH_ROWS;
  const source = evidence[0]?.source;
  const group = namedBy[0]?.group;
  return {
    rule: kind,
    ...(source === undefined ? {} : { source }),
    ...(group === undefined ? {} : { group }),
    rows: telling.length,
    held,
    inForce: learned ? held >= CLEAR_MAJORITY * telling.length : kind !== 'midpoint',
    basis: learned ? 'learned' : 'presumed',
  };
}
