import type { Study } from '../model/study.js';
import { tabulate, type Table } from '../model/table.js';
import type { Microplan } from './microplan.js';
import { ASSUMPTION_COLUMNS } from './tables/assumptions.js';
import { CHANGE_COLUMNS } from './tables/changes.js';
import { COST_COLUMNS } from './tables/costs.js';
import { COVERAGE_COLUMNS, NEED_COLUMNS } from './tables/needs.js';
import { REFERRAL_COLUMNS } from './tables/referrals.js';
import { SITE_COLUMNS } from './tables/sites.js';
import { spotColumns } from './tables/spots.js';
import { SUMMARY_COLUMNS, summaryRows } from './tables/summary.js';
import { SUPPLY_COLUMNS } from './tables/supplies.js';
import { UNCOVERED_COLUMNS, uncoveredRows } from './tables/uncovered.js';
import { VISIT_COLUMNS, visitRows } from './tables/visits.js';
import { WORKER_COLUMNS } from './tables/workers.js';

/** The tables of a plan, named as the files they are written to. None holds a coordinate. */
export function planTables(plan: Microplan, study: Study): Table[] {
  return [
    tabulate('plan/workers.csv', WORKER_COLUMNS, plan.workers),
    tabulate('plan/spots.csv', spotColumns(study), plan.parts),
    tabulate('plan/visits.csv', VISIT_COLUMNS, visitRows(plan)),
    tabulate('plan/supplies.csv', SUPPLY_COLUMNS, plan.supplies),
    tabulate('plan/referrals.csv', REFERRAL_COLUMNS, plan.referrals),
    tabulate('plan/uncovered.csv', UNCOVERED_COLUMNS, uncoveredRows(plan)),
    tabulate('plan/need.csv', NEED_COLUMNS, plan.needs),
    tabulate('plan/coverage.csv', COVERAGE_COLUMNS, plan.coverage),
    tabulate('plan/summary.csv', SUMMARY_COLUMNS, summaryRows(plan)),
    tabulate('plan/assumptions.csv', ASSUMPTION_COLUMNS, plan.assumptions),
    ...(plan.siting === undefined ? [] : [tabulate('plan/sites.csv', SITE_COLUMNS, plan.siting.sites)]),
    ...(plan.costs === undefined ? [] : [tabulate('plan/costs.csv', COST_COLUMNS, plan.costs)]),
    ...(plan.changes === undefined ? [] : [tabulate('plan/changes.csv', CHANGE_COLUMNS, plan.changes)]),
  ];
}
