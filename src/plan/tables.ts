import type { Study } from '../model/study.js';
import { tabulate, type Table } from '../model/table.js';
import type { Microplan } from './microplan.js';
import { ASSUMPTION_COLUMNS } from './tables/assumptions.js';
import { spotColumns } from './tables/spots.js';
import { SUPPLY_COLUMNS } from './tables/supplies.js';
import { UNCOVERED_COLUMNS } from './tables/uncovered.js';
import { VISIT_COLUMNS, visitRows } from './tables/visits.js';
import { WORKER_COLUMNS } from './tables/workers.js';

/** The tables of a plan, named as the files they are written to. None holds a coordinate. */
export function planTables(plan: Microplan, study: Study): Table[] {
  const uncovered = plan.parts.filter(({ status }) => status !== 'planned');
  return [
    tabulate('plan/workers.csv', WORKER_COLUMNS, plan.workers),
    tabulate('plan/spots.csv', spotColumns(study), plan.parts),
    tabulate('plan/visits.csv', VISIT_COLUMNS, visitRows(plan)),
    tabulate('plan/supplies.csv', SUPPLY_COLUMNS, plan.supplies),
    tabulate('plan/uncovered.csv', UNCOVERED_COLUMNS, uncovered),
    tabulate('plan/assumptions.csv', ASSUMPTION_COLUMNS, plan.assumptions),
  ];
}
