import type { Sheet } from './sheet.js';
import { cellKey } from './sheet.js';
import type { CellKey, Identity, IdentityKind, LinearIdentity, Role } from './types.js';

/** Name of each role inside a sentence. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  min: 'minimum',
  max: 'maximum',
  estimate: 'estimate',
  midpoint: 'stated midpoint',
  spots: 'number of spots',
  mean_spot_size: 'mean per spot',
  denominator: 'denominator',
  rate_per_1000: 'rate per 1,000',
  proportion: 'share',
};

/**
 * Returns the identities one row should obey by itself, as far as its cells allow: minimum ≤ estimate ≤ maximum,
 * estimate and stated midpoint = (minimum + maximum) / 2, rate × denominator = estimate, mean × spots = estimate.
 * Whether the table follows them is for the learned rules to say.
 */
export function rowIdentities(sheet: Sheet, row: number): readonly Identity[] {
  return [...orders(sheet, row), ...midpoints(sheet, row), ...products(sheet, row)];
}

function labelOf(sheet: Sheet, row: number): string {
  return sheet.rows[row]?.label ?? '';
}

function hasAll(sheet: Sheet, row: number, roles: readonly Role[]): boolean {
  return roles.every((role) => sheet.cells.has(cellKey(row, role)));
}

function orders(sheet: Sheet, row: number): Identity[] {
  const pairs: [Role, Role][] = sheet.cells.has(cellKey(row, 'estimate'))
    ? [
        ['min', 'estimate'],
        ['estimate', 'max'],
      ]
    : [['min', 'max']];
  return pairs
    .filter((pair) => hasAll(sheet, row, pair))
    .map(([low, high]) => {
      const [target, top] = [cellKey(row, low), cellKey(row, high)];
      const [lowUnit, highUnit] = [sheet.halfUnits.get(target) ?? 0, sheet.halfUnits.get(top) ?? 0];
      return {
        form: 'order',
        kind: 'order',
        row,
        target,
        high: top,
        tolerance: lowUnit === highUnit ? 0 : lowUnit + highUnit,
        name: `${ROLE_NAMES[low]} not above ${ROLE_NAMES[high]} of ${labelOf(sheet, row)}`,
      };
    });
}

function midpoints(sheet: Sheet, row: number): Identity[] {
  const found: Identity[] = [];
  if (hasAll(sheet, row, ['estimate', 'min', 'max'])) {
    const unit = sheet.halfUnits.get(cellKey(row, 'estimate')) ?? 0.5;
    const drift = allowanceFor(driftBelow(sheet, row), unit);
    found.push(halfway(sheet, { row, role: 'estimate', kind: 'midpoint', drift }));
  }
  if (hasAll(sheet, row, ['midpoint', 'min', 'max'])) {
    found.push(halfway(sheet, { row, role: 'midpoint', kind: 'midpoint-column', drift: 0 }));
  }
  return found;
}

interface Halfway {
  readonly row: number;
  readonly role: Role;
  readonly kind: IdentityKind;
  readonly drift: number;
}

function halfway(sheet: Sheet, { row, role, kind, drift }: Halfway): LinearIdentity {
  const target = cellKey(row, role);
  const weights = new Map<CellKey, number>([
    [target, 1],
    [cellKey(row, 'min'), -0.5],
    [cellKey(row, 'max'), -0.5],
  ]);
  const { tolerance, spread } = roundingOf(sheet, weights);
  const name = `${kind === 'midpoint' ? 'midpoint' : 'stated midpoint'} of ${labelOf(sheet, row)}`;
  return { form: 'linear', kind, row, target, weights, tolerance: tolerance + drift, spread, name };
}

/** Returns the largest and the typical gap that rounding of the cells can open in a weighted sum. */
export function roundingOf(
  sheet: Sheet,
  weights: ReadonlyMap<CellKey, number>,
): { readonly tolerance: number; readonly spread: number } {
  let tolerance = 0;
  let squares = 0;
  for (const [key, weight] of weights) {
    const reach = Math.abs(weight) * (sheet.halfUnits.get(key) ?? 0);
    tolerance += reach;
    squares += (reach * reach) / 3;
  }
  return { tolerance, spread: Math.sqrt(squares) };
}

/** What rounding in the parts adds to the midpoint deviation of a parent. */
interface Drift {
  /** Deviations of the parts that are rounding and no more. */
  readonly shift: number;
  /** Half a unit for each smallest part whose own deviation cannot be seen. */
  readonly doubt: number;
  /** Smallest parts. */
  readonly parts: number;
}

/**
 * The midpoint deviation a parent inherits when it was added up from rounded children: midpoints ending in .5 are
 * rounded one way as a rule, and 34 of them make 17. Children that deviate by more than rounding do not count.
 * Half a unit times the root of the number of smallest parts is allowed for rounding the children do not show.
 */
function driftBelow(sheet: Sheet, row: number): Drift {
  let [shift, doubt, parts] = [0, 0, 0];
  for (const child of sheet.children.get(row) ?? []) {
    const below = driftBelow(sheet, child);
    const unit = sheet.halfUnits.get(cellKey(child, 'estimate')) ?? 0.5;
    const deviation = midpointDeviation(sheet, child);
    parts += Math.max(1, below.parts);
    if (deviation !== undefined && Math.abs(deviation) <= 2 * unit + allowanceFor(below, unit)) {
      shift += deviation;
      continue;
    }
    shift += below.shift;
    doubt += sheet.children.has(child) ? below.doubt : unit;
  }
  return { shift, doubt, parts };
}

function allowanceFor({ shift, doubt, parts }: Drift, unit: number): number {
  return Math.abs(shift) + doubt + unit * Math.sqrt(parts);
}

function midpointDeviation(sheet: Sheet, row: number): number | undefined {
  const valueOf = (role: Role): number | undefined => sheet.cells.get(cellKey(row, role))?.value;
  const [low, point, high] = [valueOf('min'), valueOf('estimate'), valueOf('max')];
  if (low === undefined || point === undefined || high === undefined) return undefined;
  return point - (low + high) / 2;
}

function products(sheet: Sheet, row: number): Identity[] {
  const forms: { kind: IdentityKind; left: Role; right: Role; factor: number }[] = [
    { kind: 'rate', left: 'rate_per_1000', right: 'denominator', factor: 0.001 },
    { kind: 'share', left: 'proportion', right: 'denominator', factor: 1 },
    { kind: 'mean-spot-size', left: 'mean_spot_size', right: 'spots', factor: 1 },
  ];
  return forms
    .filter(({ left, right }) => hasAll(sheet, row, ['estimate', left, right]))
    .map(({ kind, left, right, factor }) => ({
      form: 'product',
      kind,
      row,
      target: cellKey(row, 'estimate'),
      left: cellKey(row, left),
      right: cellKey(row, right),
      factor,
      name: `${ROLE_NAMES[left]} × ${ROLE_NAMES[right]} of ${labelOf(sheet, row)}`,
    }));
}
