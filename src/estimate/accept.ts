import { EstimationError } from '../model/estimation-error.js';

/** True for a finite number of 0 or more. */
export function isCount(value: number): boolean {
  return value >= 0 && value < Infinity;
}

/** Returns the count (persons, visits) if it is a finite number of 0 or more; else throws 'not-a-count'. */
export function acceptCount(value: number, name: string): number {
  if (isCount(value)) return value;
  throw new EstimationError('not-a-count', `${name} is ${value}; a finite number of 0 or more is expected.`);
}

/** Returns the share if it lies in [0, 1); else throws 'not-a-share'. */
export function acceptShare(value: number, name: string): number {
  if (value >= 0 && value < 1) return value;
  throw new EstimationError('not-a-share', `${name} is ${value}; a share in [0, 1) is expected.`);
}

/** Returns the days a week if they lie in (0, 7]; else throws 'days-out-of-range'. */
export function acceptDays(value: number, name: string): number {
  if (value > 0 && value <= 7) return value;
  throw new EstimationError(
    'days-out-of-range',
    `${name} is ${value}; more than 0 and at most 7 days is expected.`,
  );
}

/** Returns the number of spots if it is finite and 1 or more; else throws 'spots-out-of-range'. */
export function acceptSpots(value: number, name: string): number {
  if (value >= 1 && value < Infinity) return value;
  throw new EstimationError(
    'spots-out-of-range',
    `${name} is ${value}; 1 or more is expected: the spot where a person was met counts.`,
  );
}

/** Returns the value if it lies in [low, high]; else throws with the code. */
export function acceptWithin(
  value: number,
  name: string,
  bounds: { readonly low: number; readonly high: number; readonly code?: string },
): number {
  if (value >= bounds.low && value <= bounds.high) return value;
  throw new EstimationError(
    bounds.code ?? 'setting-out-of-range',
    `${name} is ${value}; ${bounds.low} to ${bounds.high} is expected.`,
  );
}
