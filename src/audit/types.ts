/** What a numeric cell of an audited table says about its row. Shares (`proportion`) run from 0 to 1. */
export const ROLES = [
  'min',
  'max',
  'estimate',
  'midpoint',
  'spots',
  'mean_spot_size',
  'denominator',
  'rate_per_1000',
  'proportion',
] as const;

export type Role = (typeof ROLES)[number];

/** A number as it was written: 12.30 is the value 12.3 with two decimals, known to within 0.005. */
export interface Cell {
  readonly value: number;
  readonly decimals: number;
}

/** One row of the table under audit. Rows are never changed. */
export interface AuditRow {
  /** Key text of the row, unique enough for `parent` to name it. */
  readonly label: string;
  /** Line of the file the row stands on. */
  readonly line: number;
  /** Label of the row this one is part of; any depth. */
  readonly parent?: string;
  /** Population, or whatever must never be added up or compared across. */
  readonly group?: string;
  /** The study the row comes from: rules are learned per source. Absent means one source for all rows. */
  readonly source?: string;
  /** Level of the row (town, province, …); used when several rows carry the label that `parent` names. */
  readonly level?: string;
  readonly cells: Readonly<Partial<Record<Role, Cell>>>;
}

export const IDENTITY_KINDS = [
  'order',
  'midpoint',
  'midpoint-column',
  'sum',
  'rate',
  'share',
  'mean-spot-size',
] as const;

export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** Address of a cell: row index and role, as in `12:min`. */
export type CellKey = `${number}:${Role}`;

interface IdentityBase {
  readonly kind: IdentityKind;
  /** Row the identity belongs to: its own row, or the parent row of a sum. */
  readonly row: number;
  /** The cell an identity speaks about: `found` in a finding. */
  readonly target: CellKey;
  /** Short name for people, as in `midpoint of Douala`. */
  readonly name: string;
}

/** The weighted cells add up to zero within the tolerance; the target has weight 1. */
export interface LinearIdentity extends IdentityBase {
  readonly form: 'linear';
  readonly weights: ReadonlyMap<CellKey, number>;
  readonly tolerance: number;
  /** Standard deviation that rounding alone would give the gap. */
  readonly spread: number;
}

/** factor × left × right equals the target, as far as the printed digits can tell. */
export interface ProductIdentity extends IdentityBase {
  readonly form: 'product';
  readonly left: CellKey;
  readonly right: CellKey;
  readonly factor: number;
}

/** The target is not above `high` by more than the tolerance. */
export interface OrderIdentity extends IdentityBase {
  readonly form: 'order';
  readonly high: CellKey;
  readonly tolerance: number;
}

export type Identity = LinearIdentity | ProductIdentity | OrderIdentity;

export type Confidence = 'high' | 'medium' | 'low';

/** One cell changed to one value. */
export interface CellChange {
  readonly label: string;
  readonly line: number;
  readonly role: Role;
  readonly from: number;
  readonly to: number;
  /** Digits dropped, added, replaced or swapped with a neighbour, at least. */
  readonly digitsChanged: number;
  /** Names of the identities that fail as printed and hold after the change. */
  readonly restores: readonly string[];
  /** Names of the identities that hold as printed and fail after the change. */
  readonly breaks: readonly string[];
}

/** The proposed change with the reasons for it. A proposal: only the original record settles it. */
export interface Repair extends CellChange {
  readonly group?: string;
  readonly confidence: Confidence;
  /** Other single-cell changes that restore some of the same identities, best first. */
  readonly alternatives: readonly CellChange[];
  /** Sentences with the numbers. */
  readonly evidence: readonly string[];
}

export const FINDING_CODES = [
  'range-order',
  'midpoint-slip',
  'midpoint-deviation',
  'midpoint-column',
  'sum-mismatch',
  'part-missing',
  'part-twice',
  'rate-mismatch',
  'mean-spot-mismatch',
  'estimate-at-end',
  'duplicate-row',
  'impossible-value',
  'out-of-scale',
  'parent-unknown',
  'parent-unclear',
  'parent-cycle',
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];

export type Severity = 'error' | 'warning';

/** One thing the audit found. `found` and `expected` are absent for findings that are not about a number. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly label: string;
  readonly group?: string;
  readonly line: number;
  readonly role?: Role;
  readonly found?: number;
  readonly expected?: number;
  readonly tolerance?: number;
  readonly message: string;
  readonly fix: string;
  readonly repair?: Repair;
}

/** A rule the audit looked for in the table, and whether it treats failures of that rule as slips. */
export interface LearnedRule {
  readonly rule:
    | 'midpoint'
    | 'midpoint-column'
    | 'rate'
    | 'share'
    | 'mean-spot-size'
    | 'sum-of-extremes'
    | 'denominator-sum';
  readonly source?: string;
  /** Absent when the rule was learned over all groups of the source. */
  readonly group?: string;
  /** Rows that could tell. */
  readonly rows: number;
  /** Rows among them that obey. */
  readonly held: number;
  readonly inForce: boolean;
  /** `learned` from enough rows, or `presumed` (or not) because there were too few. */
  readonly basis: 'learned' | 'presumed';
}

export interface KindCount {
  readonly kind: IdentityKind;
  readonly checked: number;
  readonly held: number;
}

export interface AuditSummary {
  readonly rows: number;
  readonly cells: number;
  readonly identities: readonly KindCount[];
  readonly rules: readonly LearnedRule[];
}

export interface AuditReport {
  readonly findings: readonly Finding[];
  /** The repairs proposed in the findings, each once, in table order. */
  readonly repairs: readonly Repair[];
  readonly summary: AuditSummary;
}
