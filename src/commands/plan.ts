import { writeCsv } from '../formats/csv.js';
import { writeGeoJson } from '../formats/geojson.js';
import { drawTable, formatPersons } from '../draw/text-table.js';
import { printable } from '../draw/printable.js';
import type { Style } from '../draw/style.js';
import type { World } from '../io/world.js';
import type { Study } from '../model/study.js';
import type { Microplan } from '../plan/microplan.js';
import { planFeatures } from '../plan/features.js';
import { microplan } from '../plan/plan.js';
import { planTables } from '../plan/tables.js';
import { readRules } from '../plan/read-rules.js';
import { estimateView } from '../share/estimate-view.js';
import { COARSE_DECIMALS, EXACT_DECIMALS } from '../share/position.js';
import { isOn, type Command, type Invocation } from './command.js';
import { deliver, openAndEstimate } from './estimate.js';
import { estimateFiles } from './result.js';
import { styleFor } from './say.js';
import {
  METHOD_OPTIONS,
  RESULT_OPTIONS,
  STUDY_ARGUMENT,
  TABLE_OPTIONS,
  TALK_OPTIONS,
} from './shared-options.js';

export const PLAN: Command = {
  arguments: [STUDY_ARGUMENT],
  options: [...TABLE_OPTIONS, ...METHOD_OPTIONS, ...RESULT_OPTIONS, ...TALK_OPTIONS],
  details:
    'Plans for the people met at spots: workers and their spots, supervisors, visits on peak days and hours, supplies by printed formulas, and who stays uncovered and why. Rules stand under "plan" in study.yaml; plan/assumptions.csv lists every number used. Writes the estimates and plan/ to one folder.',
  examples: [
    { line: 'spotwise plan fixtures/tiny', says: 'workers invented as slots where there is no workers.csv' },
  ],
  run: async (invocation, world) => await estimateAndPlan('plan', invocation, world),
};

/** Estimates and plans a study and delivers both in one folder; the work of `plan` and of `run`. */
export async function estimateAndPlan(
  command: string,
  invocation: Invocation,
  world: World,
): Promise<number> {
  const done = await openAndEstimate(invocation, world);
  const { study } = done.opened;
  const plan = microplan(study, done.estimates, readRules(study.settings.plan));
  const exact = isOn(invocation, 'exact');
  const files = estimateFiles(estimateView(study, done.estimates, exact), done.issues, invocation);
  for (const [name, text] of planFiles(plan, study, exact)) files.set(name, text);
  const more = drawPlan(plan, styleFor(invocation, world, 'stdout'));
  return await deliver(
    { ...done, command, files, more, summary: { plan: summarise(plan) } },
    invocation,
    world,
  );
}

/** The files of a plan: its tables, and the catchments as a layer. */
export function planFiles(plan: Microplan, study: Study, exact: boolean): Map<string, string> {
  const files = new Map(planTables(plan, study).map((table) => [table.name, writeCsv(table)]));
  const decimals = exact ? EXACT_DECIMALS : COARSE_DECIMALS;
  files.set('plan/catchments.geojson', writeGeoJson(planFeatures(plan, { exact }), decimals));
  return files;
}

interface PlanSummary {
  readonly population: string;
  readonly people: number;
  readonly covered: number;
  readonly workers: number;
  readonly spots: number;
  readonly visits_per_month: number;
  readonly uncovered: number;
}

function summarise(plan: Microplan): PlanSummary[] {
  const populations = [...new Set(plan.parts.map(({ part }) => part.population))].sort();
  return populations.map((population) => {
    const parts = plan.parts.filter(({ part }) => part.population === population);
    const planned = parts.filter(({ status }) => status === 'planned');
    const persons = (of: typeof parts) => of.reduce((sum, { part }) => sum + part.people.estimate, 0);
    return {
      population,
      people: persons(parts),
      covered: persons(planned),
      workers: plan.workers.filter(
        ({ worker, spots }) => spots > 0 && worker.populations.includes(population),
      ).length,
      spots: new Set(planned.map(({ part }) => part.figure.spot.spot_id)).size,
      visits_per_month: planned.reduce((sum, part) => sum + part.visitsPlanned, 0),
      uncovered: persons(parts) - persons(planned),
    };
  });
}

function drawPlan(plan: Microplan, style: Style): string {
  const rows = summarise(plan).map((row) => [
    printable(row.population),
    String(row.workers),
    formatPersons(row.spots),
    formatPersons(row.visits_per_month),
    formatPersons(row.covered),
    row.people === 0 ? '–' : `${Math.floor((100 * row.covered) / row.people)}%`,
    formatPersons(row.uncovered),
  ]);
  return drawTable(
    [
      { title: 'plan' },
      { title: 'workers', align: 'right' },
      { title: 'spots', align: 'right' },
      { title: 'visits a month', align: 'right' },
      { title: 'people covered', align: 'right' },
      { title: '', align: 'right' },
      { title: 'uncovered', align: 'right' },
    ],
    rows,
    style,
  );
}
