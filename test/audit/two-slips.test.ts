import { expect, it } from 'vitest';
import { auditTable } from '../../src/audit/audit-table.js';
import type { AuditRow } from '../../src/audit/types.js';
import { injectSlip, partsAround } from './injected.js';
import { simulateTable, stream } from './simulated.js';
import type { Plan } from './simulated.js';
import { range, typed } from './rows.js';

const PLAN: Plan = {
  fanOut: [4, 6],
  groups: ['FSW'],
  followsMidpoint: true,
  sumsPrinted: false,
  intervals: false,
  rates: 'none',
  means: false,
  missingShare: 0,
  size: 800,
};

const TABLES = 200;

function least(rows: readonly AuditRow[], row: number): number {
  return Math.max(4, partsAround(rows, row) + 1);
}

it('finds two slips in one column of one sum, each as one cell', () => {
  const report = auditTable(
    typed([
      { label: 'All', cells: range('21,124 16,079 26,170') },
      { label: 'Douala', parent: 'All', cells: range('7,557 5,550 9,364') },
      { label: 'Yaoundé', parent: 'All', cells: range('6,596 4,172 8,480') },
      { label: 'Bafoussam', parent: 'All', cells: range('2,458 1,994 2,923') },
      { label: 'Bamenda', parent: 'All', cells: range('1,975 1,605 2,345') },
      { label: 'Kribi', parent: 'All', cells: range('1,121 832 1,408') },
      { label: 'Bertoua', parent: 'All', cells: range('1,044 891 1,198') },
      { label: 'Buea', parent: 'All', cells: range('225 185 266') },
      { label: 'Limbé', parent: 'All', cells: range('148 110 186') },
    ]),
  );
  expect(report.repairs).toMatchObject([
    { label: 'Douala', role: 'min', to: 5750, confidence: 'high' },
    { label: 'Yaoundé', role: 'min', to: 4712, confidence: 'high' },
  ]);
});

it('puts two random slips of one table right in nine tables of ten', () => {
  let right = 0;
  for (let seed = 80_001; seed <= 80_000 + TABLES; seed += 1) {
    const random = stream(seed);
    const slip = { roles: ['min', 'max', 'estimate'], least } as const;
    const first = injectSlip(simulateTable(PLAN, random), slip, random);
    const second = first === undefined ? undefined : injectSlip(first.rows, slip, random);
    if (first === undefined || second === undefined) continue;
    const { repairs } = auditTable(second.rows);
    const found = [first, second].filter(({ row, role, from }) =>
      repairs.some((one) => one.line === row + 2 && one.role === role && Math.abs(one.to - from) <= 2),
    );
    if (found.length === 2 && repairs.length === 2) right += 1;
  }
  expect(right / TABLES).toBeGreaterThanOrEqual(0.9);
});
