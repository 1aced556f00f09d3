import { reportTable } from '../columns/study-tables.js';
import type { TypedTable } from '../columns/typed-table.js';
import type { SpotFigure, TraceRow } from '../model/estimate.js';
import { compareText, type Issue } from '../model/issue.js';
import type { PopulationSettings } from '../model/settings.js';
import type { Study } from '../model/study.js';
import { choiceFor, variantOf } from './choose.js';
import type { Figures } from './figures.js';
import { sumOf } from './triples.js';
import { INFORMANTS } from './informants.js';
import { SETTLE } from './settle.js';
import { settleSpots, type SettledSpots, type SettlingRule } from './spot-figures.js';
import { CORRECTIONS } from './steps.js';

/** What a step left: the figures as they are after it, the variant used and what it says of itself. */
export interface Stage {
  readonly step: string;
  readonly method: string;
  readonly note: string;
  readonly figures: Figures;
}

/** The estimation chain of one population, stage by stage; the first is the settled figures, the last the result. */
export interface Chain {
  readonly stages: readonly Stage[];
  /** Level 1 persons of the spots that have both levels, by spot code. */
  readonly levelOne: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
}

/** Settles the spots of a population and runs the corrections in order, by the variants the study chooses. */
export function runChain(study: Study, population: PopulationSettings): Chain {
  const settled = settle(study, population);
  const stages: Stage[] = [
    { step: 'settle', method: settled.method, note: sayLeftOut(settled), figures: settled.figures },
  ];
  const issues: Issue[] = [...settled.issues];
  let { figures } = settled;
  for (const step of CORRECTIONS) {
    const choice = choiceFor(step, study.settings, population);
    const { apply, id } = variantOf(step, choice.use);
    const result = apply(figures, { population: population.code, study, choice, levelOne: settled.levelOne });
    figures = result.figures;
    issues.push(...(result.issues ?? []));
    if (step.isQuiet === true && id === step.standard) continue;
    stages.push({ step: step.id, method: id, note: result.note, figures });
  }
  return { stages, levelOne: settled.levelOne, issues };
}

/** The figures a chain ends with. */
export function figuresOf(chain: Chain): Figures {
  const last = chain.stages.at(-1);
  if (last === undefined) throw new TypeError('a chain has at least the settled figures');
  return last.figures;
}

/** The trace of a chain: what each step did to the total of the figures that are chosen, all of them by default. */
export function traceOf(
  chain: Chain,
  population: string,
  isChosen?: (figure: SpotFigure) => boolean,
): TraceRow[] {
  const result = figuresOf(chain);
  let before = 0;
  return chain.stages.map(({ step, method, note, figures }) => {
    const chosen = isChosen === undefined ? figures : figures.filter((at) => isChosen(figures.figure(at)));
    const isResult = isChosen === undefined && figures.parts.total === result.parts.total;
    const total = isResult ? result.sums.total : sumOf(chosen.parts.total);
    const change = total.estimate - before;
    before = total.estimate;
    return { population, step, method, ...total, change, rows: chosen.length, note };
  });
}

function settle(study: Study, population: PopulationSettings): SettledSpots & { readonly method: string } {
  const settled = settleSpots(study, population.code, ruleOf(study, population));
  const informants = choiceFor(INFORMANTS, study.settings, population).use;
  const rule = choiceFor(SETTLE, study.settings, population).use;
  const hasReports = namesPopulation(reportTable(study), population.code);
  return { ...settled, method: hasReports ? `${rule}, ${informants} of informants` : rule };
}

/** True when some row of the table is of that population. */
export function namesPopulation(table: TypedTable<unknown>, population: string): boolean {
  const isOf = table.sayOf('population', 0, (code) => Number(code === population));
  for (let row = 0; row < table.length; row += 1) if (isOf(row) === 1) return true;
  return false;
}

/** How the study turns the accounts of a spot into one figure. */
export function ruleOf(study: Study, population: PopulationSettings): SettlingRule {
  const informants = variantOf(INFORMANTS, choiceFor(INFORMANTS, study.settings, population).use);
  const rule = variantOf(SETTLE, choiceFor(SETTLE, study.settings, population).use);
  return { join: informants.apply, settle: rule.apply };
}

function sayLeftOut({ leftOut }: SettledSpots): string {
  const said = [...leftOut]
    .sort(([a], [b]) => compareText(a, b))
    .map(([status, count]) => `${count} ${status}`);
  return said.length === 0 ? '' : `left out after validation: ${said.join(', ')}`;
}
