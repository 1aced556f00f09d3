import { digitDistance, oneSlipAway } from './digit-distance.js';
import type { Change, Solution } from './measure.js';
import { mayAddDecimal, plainText } from './rounding.js';
import { splitKey } from './sheet.js';
import type { Cell, CellKey } from './types.js';

/** A value worth trying in a cell, and how far it is from the written one in digits. */
export interface Candidate extends Change {
  readonly digitsChanged: number;
}

/** Solutions reaching fewer steps than this are tried at every step; wider ones at the middle and at one-slip values. */
const EVERY_STEP = 8;

/** The cell under repair: where it is, what is written there, and the rounding of the written value. */
export interface Suspect {
  readonly key: CellKey;
  readonly cell: Cell;
  readonly halfUnit: number;
}

/**
 * Returns the values to try in a cell: those that solve a failing identity exactly, those near it that the
 * rounding leaves open, and those one typing slip from the written value. Never negative, no share above 1.
 */
export function candidateValues(suspect: Suspect, solutions: readonly Solution[]): readonly Candidate[] {
  const { role } = splitKey(suspect.key);
  const found = new Map<number, Candidate>();
  const offer = (value: number, decimals: number, halfUnit: number): void => {
    const tidy = Number(value.toFixed(Math.max(0, decimals)));
    if (tidy === suspect.cell.value || tidy < 0 || found.has(tidy) || (role === 'proportion' && tidy > 1))
      return;
    if (!solutions.some((one) => Math.abs(tidy - one.value) <= one.reach * (1 + 1e-9) + 1e-9)) return;
    const digitsChanged = changedDigits(suspect.cell, tidy, decimals);
    found.set(tidy, { key: suspect.key, value: tidy, halfUnit, digitsChanged });
  };
  for (const { value, decimals } of slipsOf(suspect)) {
    offer(value, decimals, decimals === suspect.cell.decimals ? suspect.halfUnit : 0.5 * 10 ** -decimals);
  }
  for (const solution of solutions) {
    for (const value of stepsAround(solution, 2 * suspect.halfUnit))
      offer(value, suspect.cell.decimals, suspect.halfUnit);
  }
  return [...found.values()];
}

function slipsOf({ key, cell }: Suspect): Cell[] {
  const mayChangeDecimals = mayAddDecimal(splitKey(key).role);
  return oneSlipAway(plainText(cell.value, cell.decimals))
    .map((text) => ({ value: Number(text), decimals: (text.split('.')[1] ?? '').length }))
    .filter(
      ({ value, decimals }) => Number.isFinite(value) && (mayChangeDecimals || decimals === cell.decimals),
    );
}

function stepsAround({ value, reach }: Solution, unit: number): number[] {
  const middle = Math.round(value / unit);
  const steps = Math.floor(reach / unit);
  const around = steps > EVERY_STEP ? 1 : steps + 1;
  return Array.from({ length: 2 * around + 1 }, (_, at) => (middle - around + at) * unit);
}

function changedDigits(cell: Cell, value: number, decimals: number): number {
  return digitDistance(plainText(cell.value, cell.decimals), plainText(value, decimals));
}
