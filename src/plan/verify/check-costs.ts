import type { Evidence } from './evidence.js';
import { numberOf, textOf, wordsOf, type WrittenRow } from './written.js';

/** Largest difference two sums of money may have for rounding, in money. */
const ROUNDING = 0.02;

/**
 * The cost of the written plan, worked out anew from workers.csv, supplies.csv and sites.csv: it is what costs.csv says,
 * line by line, and no more than there is.
 */
export function checkCosts(evidence: Evidence): string[] {
  const rows = (evidence.plan.get('costs.csv') ?? []).filter((row) => textOf(row, 'plan') === 'feasible');
  const limit = evidence.rules.text('money_per_month');
  if (rows.length === 0)
    return limit === 'none' ? [] : ['a limit of money is stated and no costs are written'];
  const lines = feasibleLines(evidence);
  const faults: string[] = [];
  const written = new Map(rows.map((row) => [textOf(row, 'what'), numberOf(row, 'cost_point') ?? NaN]));
  const total = [...lines.values()].reduce((sum, cost) => sum + cost, 0);
  for (const [what, cost] of [...lines, ['total', total] as const]) {
    if (!(Math.abs((written.get(what) ?? NaN) - cost) <= ROUNDING)) {
      faults.push(`${what}: ${written.get(what) ?? 'nothing'} is written, ${cost.toFixed(2)} is right`);
    }
  }
  for (const what of written.keys()) {
    if (what !== 'total' && !lines.has(what)) faults.push(`${what} is no cost of the plan`);
  }
  if (limit !== 'none' && !(total <= Number(limit) + ROUNDING)) {
    faults.push(`the plan costs ${total.toFixed(2)}, there is ${limit}`);
  }
  return faults;
}

function feasibleLines(evidence: Evidence): Map<string, number> {
  const { rules, plan } = evidence;
  const leads = new Set(
    [...evidence.workers.values()].flatMap((row) =>
      (numberOf(row, 'assigned_spots') ?? 0) > 0 ? [textOf(row, 'worker_code')] : [],
    ),
  );
  const out = [...evidence.workers.values()].filter(
    (row) => leads.has(textOf(row, 'worker_code')) || leads.has(textOf(row, 'partner_code')),
  );
  const pay = out.reduce((sum, row) => sum + payOf(row, evidence), 0);
  const supervisors = new Set(out.map((row) => textOf(row, 'supervisor_code'))).size;
  const km = out
    .filter((row) => leads.has(textOf(row, 'worker_code')))
    .reduce((sum, row) => sum + 4 * (numberOf(row, 'travel_km_week') ?? NaN), 0);
  const lines = new Map([
    ['workers', pay],
    ['supervisors', supervisors * rules.number('supervisor_cost')],
    ['travel_km', km * rules.number('km_cost')],
  ]);
  for (const row of plan.get('supplies.csv') ?? []) {
    const item = textOf(row, 'item');
    const each = rules.number(`item_cost.${item}`);
    lines.set(item, (lines.get(item) ?? 0) + (numberOf(row, 'gap') ?? NaN) * each);
  }
  const sites = plan.get('sites.csv');
  if (sites !== undefined) lines.set('sites', sites.length * rules.number('site_cost'));
  return lines;
}

/** Of several populations the dearest. */
const payOf = (row: WrittenRow, { rules }: Evidence) =>
  Math.max(0, ...wordsOf(row, 'population').map((code) => rules.forPopulation('worker_cost', code)));
