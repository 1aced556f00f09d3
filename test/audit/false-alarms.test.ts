import { expect, it } from 'vitest';
import { auditTable } from '../../src/audit/audit-table.js';
import { randomPlan, simulateTable, stream } from './simulated.js';

const TABLES = 1000;
const FIRST_SEED = 20_001;

it('raises an alarm on fewer than 1% of clean tables, errors and warnings together', () => {
  const alarmed: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + TABLES; seed += 1) {
    const random = stream(seed);
    const plan = randomPlan(random);
    const [first] = auditTable(simulateTable(plan, random)).findings;
    if (first !== undefined) alarmed.push(`${seed} ${first.code} ${first.message} ${JSON.stringify(plan)}`);
  }
  expect(alarmed.length, alarmed.join('\n')).toBeLessThan(TABLES / 100);
});
