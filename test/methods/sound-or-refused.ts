import fc from 'fast-check';
import { expect } from 'vitest';
import type { Attempt } from '../../src/methods/attempt.js';
import type { CaptureTable } from '../../src/methods/capture/capture-table.js';
import type { Sizing } from '../../src/methods/sizing.js';
import { EstimationError } from '../../src/model/estimation-error.js';

/** More people than live: a size beyond it is an absurdity, however finite. */
const MOST = 1e10;

/** Does the work, which either gives sound sizes of at least the persons seen or refuses in words. Never anything else. */
export function soundOrRefused(
  seen: number,
  work: () => readonly Pick<Sizing, 'low' | 'estimate' | 'high'>[],
): void {
  try {
    for (const { low, estimate, high } of work()) {
      expect(Number.isFinite(low) && Number.isFinite(estimate) && Number.isFinite(high)).toBe(true);
      expect(low).toBeGreaterThanOrEqual(Math.max(0, seen) * (1 - 1e-9) - 1e-6);
      expect(low).toBeLessThanOrEqual(estimate);
      expect(estimate).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(MOST);
    }
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    expect(error.message.length).toBeGreaterThan(20);
    expect(error.message).not.toMatch(/NaN|Infinity|undefined/);
  }
}

/** Every refusal among attempts says why, in words a person can read. */
export function saidWell(attempts: readonly Attempt[]): void {
  for (const made of attempts)
    if ('refusal' in made) expect(made.refusal).not.toMatch(/NaN|Infinity|undefined/);
}

/** Counts as registers have them: mostly 0 and few, now and then very many. */
export const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 300 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1_000_000 }) },
);

/** Any counts of the histories of that many lists. */
export const tableOf = (lists: number): fc.Arbitrary<CaptureTable> =>
  fc.array(count, { minLength: (1 << lists) - 1, maxLength: (1 << lists) - 1 }).map((counts) => ({
    lists: Array.from({ length: lists }, (_, at) => `list ${at + 1}`),
    counts: [0, ...counts],
  }));

export const caughtIn = ({ counts }: CaptureTable) => counts.reduce((sum, value) => sum + value, 0);
