import { describe, expect, it } from 'vitest';
import { auditTable } from '../../src/audit/audit-table.js';
import type { AuditReport, AuditRow } from '../../src/audit/types.js';
import type { Injected, SlipPlan } from './injected.js';
import { copyFromAbove, injectSlip, partsAround } from './injected.js';
import type { Plan } from './simulated.js';
import { randomPlan, simulateTable, stream } from './simulated.js';

interface Rates {
  /** Tables with any finding. */
  readonly detected: number;
  /** Tables where the one repair proposed is the cell that was mistyped, within 2 of what stood there. */
  readonly repaired: number;
  /** Right ones among the repairs proposed with high confidence. */
  readonly highRight: number;
}

interface Trial {
  readonly firstSeed: number;
  readonly shape: Partial<Plan>;
  readonly slip: SlipPlan;
  readonly inject?: typeof injectSlip;
}

const TABLES = 200;

function trial({ firstSeed, shape, slip, inject = injectSlip }: Trial): Rates {
  const counts = { tables: 0, detected: 0, repaired: 0, high: 0, highRight: 0 };
  for (let seed = firstSeed; counts.tables < TABLES; seed += 1) {
    const random = stream(seed);
    const injected = inject(simulateTable({ ...randomPlan(random), ...shape }, random), slip, random);
    if (injected === undefined) continue;
    const report = auditTable(injected.rows);
    const right = isRight(report, injected);
    const high = report.repairs.filter((one) => one.confidence === 'high').length;
    counts.tables += 1;
    counts.detected += report.findings.length > 0 ? 1 : 0;
    counts.repaired += right ? 1 : 0;
    counts.high += high;
    counts.highRight += right && high > 0 ? 1 : 0;
  }
  const { tables, detected, repaired, high, highRight } = counts;
  return { detected: detected / tables, repaired: repaired / tables, highRight: highRight / high };
}

function isRight(report: AuditReport, { rows, row, role, from }: Injected): boolean {
  const [only] = report.repairs;
  if (only === undefined || report.repairs.length > 1) return false;
  return only.line === rows[row]?.line && only.role === role && Math.abs(only.to - from) <= 2;
}

/** A slip large enough to show in the midpoint (4 at an end, 2 at the estimate) and in the sums around the cell. */
function beyondRounding(rows: readonly AuditRow[], row: number): number {
  return Math.max(4, partsAround(rows, row) + 1);
}

const SUMMED = { roles: ['min', 'max', 'estimate'], least: beyondRounding } as const;
const FOLLOWING: Partial<Plan> = { followsMidpoint: true, intervals: false, missingShare: 0 };

describe('one digit mistyped in a simulated table', () => {
  it('is found and put right where parents add up and rows follow the midpoint', () => {
    const rates = trial({ firstSeed: 30_001, shape: FOLLOWING, slip: SUMMED });
    expect(rates.detected).toBeGreaterThanOrEqual(0.98);
    expect(rates.repaired).toBeGreaterThanOrEqual(0.97);
    expect(rates.highRight).toBeGreaterThanOrEqual(0.98);
  });

  it('is found nine times in ten however small', () => {
    const rates = trial({ firstSeed: 40_001, shape: FOLLOWING, slip: { ...SUMMED, least: () => 0 } });
    expect(rates.detected).toBeGreaterThanOrEqual(0.9);
    expect(rates.repaired).toBeGreaterThanOrEqual(0.9);
    expect(rates.detected).toBeLessThan(1);
  });

  it('is found and mostly put right in a table with one cell in twenty missing', () => {
    const rates = trial({ firstSeed: 50_001, shape: { ...FOLLOWING, missingShare: 0.05 }, slip: SUMMED });
    expect(rates.detected).toBeGreaterThanOrEqual(0.95);
    expect(rates.repaired).toBeGreaterThanOrEqual(0.9);
    expect(rates.highRight).toBeGreaterThanOrEqual(0.97);
  });

  it('is found by the sums alone where no midpoint rule helps, and often put right', () => {
    const rates = trial({ firstSeed: 60_001, shape: { ...FOLLOWING, followsMidpoint: false }, slip: SUMMED });
    expect(rates.detected).toBeGreaterThanOrEqual(0.97);
    expect(rates.repaired).toBeGreaterThanOrEqual(0.8);
    expect(rates.highRight).toBeGreaterThanOrEqual(0.97);
  });

  it('is found in spots and denominators that means and rates go with', () => {
    const slip = { ...SUMMED, roles: ['spots', 'denominator'] } as const;
    const rates = trial({ firstSeed: 70_001, shape: { ...FOLLOWING, rates: 'rate', means: true }, slip });
    expect(rates.detected).toBeGreaterThanOrEqual(0.97);
    expect(rates.repaired).toBeGreaterThanOrEqual(0.93);
  });
});

describe('a figure copied from the row above', () => {
  it('is found and put right, though many digits differ', () => {
    const rates = trial({ firstSeed: 90_001, shape: FOLLOWING, slip: SUMMED, inject: copyFromAbove });
    expect(rates.detected).toBeGreaterThanOrEqual(0.98);
    expect(rates.repaired).toBeGreaterThanOrEqual(0.95);
  });
});
