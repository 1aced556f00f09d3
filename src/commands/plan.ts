import { writeCsv } from '../formats/csv.js';
import { writeGeoJson } from '../formats/geojson.js';
import { drawTable } from '../draw/text-table.js';
import { SHEET_CATALOGUES } from '../draw/words/sheets/catalogues.js';
import { ENGLISH_SHEETS, type SheetWords } from '../draw/words/sheets/english.js';
import { printable } from '../draw/printable.js';
import { watched } from '../io/progress.js';
import type { ResultFiles, World } from '../io/world.js';
import type { Estimates } from '../model/estimate.js';
import type { Study } from '../model/study.js';
import type { Microplan } from '../plan/microplan.js';
import type { AskedAssignment } from '../plan/certify/certify.js';
import { planFeatures } from '../plan/features.js';
import { reachOf, type Reach } from '../plan/needs.js';
import { microplanStepwise, type PlanOptions } from '../plan/plan.js';
import { planTables } from '../plan/tables.js';
import { siteFeatures } from '../plan/siting/site-features.js';
import { planSheets } from '../plan/sheets/sheets.js';
import { readPrevious } from '../plan/previous.js';
import { certificateText, isVerified, verifyPlan } from '../plan/verify/verify.js';
import { DataError, FileError, UsageError } from '../model/failure.js';
import { compareText, hasErrors } from '../model/issue.js';
import { openStudy } from './open-study.js';
import { readRules } from '../plan/read-rules.js';
import { COARSE_DECIMALS, EXACT_DECIMALS } from '../share/position.js';
import { isOn, textOption, type Command, type Invocation } from './command.js';
import { deliver, openAndEstimate, type EstimatedStudy } from './estimate.js';
import { estimateFiles } from './result.js';
import { progressFor, voiceFor, type Voice } from './voice.js';
import { certificateOf } from './say-certificate.js';
import { sitingLines } from './say-siting.js';
import {
  METHOD_OPTIONS,
  PLAN_OPTIONS,
  RESULT_OPTIONS,
  STUDY_ARGUMENT,
  TABLE_OPTIONS,
  TALK_OPTIONS,
} from './shared-options.js';

export const PLAN: Command = {
  arguments: [STUDY_ARGUMENT],
  options: [...TABLE_OPTIONS, ...METHOD_OPTIONS, ...PLAN_OPTIONS, ...RESULT_OPTIONS, ...TALK_OPTIONS],
  details:
    'Plans for the people met at spots: workers and their spots, supervisors, visits on peak days and hours, supplies by printed formulas, and who stays uncovered and why. Rules stand under "plan" in study.yaml; plan/assumptions.csv lists every number used; plan/sheets.html prints a sheet a worker and week, without places or words that name people. Writes the estimates and plan/ to one folder; spotwise export --to kml gpx puts the plan on maps and phones. With --verify it re-reads a written plan and checks every rule instead.',
  examples: [
    { line: 'spotwise plan fixtures/tiny', says: 'workers invented as slots where there is no workers.csv' },
  ],
  run: async (invocation, world) =>
    textOption(invocation, 'verify') === undefined
      ? await estimateAndPlan('plan', invocation, world)
      : await verify(invocation, world),
};

/** Re-reads only the written tables of a plan and checks every rule; prints the certificate. */
async function verify(invocation: Invocation, world: World): Promise<number> {
  const folder = textOption(invocation, 'verify') ?? '.';
  const opened = await openStudy(invocation, world);
  if (hasErrors(opened.issues)) throw new DataError(opened.issues);
  const home =
    (await world.kindOf(world.join(folder, 'plan'))) === 'folder' ? world.join(folder, 'plan') : folder;
  const texts = new Map<string, string>();
  for (const name of (await world.list(home)).filter(isVerified)) {
    texts.set(`plan/${name}`, new TextDecoder().decode(await world.readFile(world.join(home, name))));
  }
  const certificate = verifyPlan(texts, opened.study);
  await world.stdout.write(
    isOn(invocation, 'json')
      ? `${JSON.stringify(certificate, undefined, 2)}\n`
      : certificateText(certificate, invocation.words),
  );
  return certificate.isSound ? 0 : 1;
}

/** A study estimated and planned, with the files that say so. */
export interface PlannedStudy {
  readonly done: EstimatedStudy;
  readonly plan: Microplan;
  readonly files: ResultFiles;
}

/** What is made of a planned study: further files to deliver with it and which of them to look at, or nothing at all. */
export type Further = (made: PlannedStudy) => Promise<{
  readonly deliver: ResultFiles | 'nothing';
  readonly lookAt?: string;
}>;

/** Estimates and plans a study and delivers both in one folder; the work of `plan`, of `run` and of `report`. */
export async function estimateAndPlan(
  command: string,
  invocation: Invocation,
  world: World,
  further?: Further,
): Promise<number> {
  const done = await openAndEstimate(invocation, world);
  const { study } = done.opened;
  const previous = await previousOf(invocation, world);
  const asked: AskedAssignment[] = [];
  const { plan, search } = await planWatched(done, invocation, {
    world,
    options: { previous, onAssigned: (problem, assignment) => asked.push({ problem, assignment }) },
  });
  const exact = isOn(invocation, 'exact');
  const files = estimateFiles(done, invocation);
  for (const [name, text] of planFiles(plan, study, { exact, words: sheetWords(invocation) }))
    files.set(name, text);
  const voice = voiceFor(invocation, world, 'stdout');
  const last = asked.at(-1);
  const isCertified = isOn(invocation, 'certify') && search !== INTERRUPTED;
  const proof = isCertified && last !== undefined ? await certificateOf(plan, last, voice) : undefined;
  if (proof !== undefined) files.set('plan/bounds.csv', proof.csv);
  if (search !== undefined) assertSound(files, study);
  const made = await further?.({ done, plan, files });
  const ended = search === INTERRUPTED ? INTERRUPTED_CODE : 0;
  if (made?.deliver === 'nothing') return ended;
  for (const [name, text] of made?.deliver ?? []) files.set(name, text);
  const more = [
    drawPlan(plan, voice),
    ...sitingLines(plan, voice.words),
    ...(proof?.lines ?? []),
    ...(search === undefined
      ? []
      : ['', search === INTERRUPTED ? voice.words.study.plan.interrupted : voice.words.study.plan.stopped]),
  ].join('\n');
  const summary = {
    plan: summarise(plan),
    ...(proof === undefined ? {} : { bounds: proof.groups }),
    ...(search === undefined ? {} : { search }),
  };
  const code = await deliver(
    { ...done, command, files, more, search, summary, lookAt: made?.lookAt },
    invocation,
    world,
  );
  return code === 0 ? ended : code;
}

const INTERRUPTED = 'interrupted';
const INTERRUPTED_CODE = 130;

/** Plans while a line on the terminal says how far the work is and an interruption ends the search with its best so far. */
async function planWatched(
  {
    opened: { study },
    estimates,
  }: { readonly opened: { readonly study: Study }; readonly estimates: Estimates },
  invocation: Invocation,
  { world, options }: { readonly world: World; readonly options: PlanOptions },
): Promise<{ readonly plan: Microplan; readonly search: string | undefined }> {
  const progress = progressFor(invocation, world, 'planning');
  const end = timeLimit(invocation, world);
  const interruption = world.listen();
  let search: string | undefined;
  const shouldStop = () => {
    if (search === undefined && interruption.isHeard()) search = INTERRUPTED;
    if (search === undefined && world.clock() >= end) search = 'stopped by --seconds';
    return search !== undefined;
  };
  try {
    const distance = textOption(invocation, 'distance');
    const stated = { ...study.settings.plan, ...(distance === undefined ? {} : { distance }) };
    const rules = readRules(stated);
    const work = microplanStepwise(study, estimates, rules, { ...options, shouldStop });
    const plan = await watched(work, progress);
    return { plan, search: interruption.isHeard() ? INTERRUPTED : search };
  } finally {
    interruption.end();
  }
}

/** Checks the tables of a plan that did not end by itself before anybody sees them. */
function assertSound(files: ResultFiles, study: Study): void {
  const tables = new Map<string, string>();
  for (const [name, text] of files) {
    if (!/^plan\/.*\.csv$/.test(name)) continue;
    tables.set(name, typeof text === 'string' ? text : new TextDecoder().decode(text));
  }
  const certificate = verifyPlan(tables, study);
  if (!certificate.isSound) throw new Error(certificateText(certificate));
}

/** When the search has to stop, on the clock of the world; never where --seconds says nothing. */
function timeLimit(invocation: Invocation, world: World): number {
  const text = textOption(invocation, 'seconds');
  if (text === undefined) return Infinity;
  const seconds = Number(text);
  if (!Number.isFinite(seconds) || seconds <= 0 || text.trim() === '')
    throw new UsageError('--seconds takes a number above 0');
  return world.clock() + 1000 * seconds;
}

/** Who had each part in the plan that --previous names: a result folder, its plan folder, or its spots.csv. */
async function previousOf(invocation: Invocation, world: World): Promise<ReadonlyMap<string, string>> {
  const path = textOption(invocation, 'previous');
  if (path === undefined) return new Map();
  const candidates = [world.join(path, 'plan', 'spots.csv'), world.join(path, 'spots.csv'), path];
  for (const candidate of candidates) {
    if ((await world.kindOf(candidate)) === 'file')
      return readPrevious(new TextDecoder().decode(await world.readFile(candidate)));
  }
  throw new FileError(`cannot open ${path}: it holds no plan`);
}

/** The words of the sheets in the language asked for. */
export const sheetWords = (invocation: Invocation): SheetWords =>
  SHEET_CATALOGUES[textOption(invocation, 'language') ?? ''] ?? ENGLISH_SHEETS;

/** The files of a plan: its tables, the catchments and sites as layers, and the sheets to print. */
export function planFiles(
  plan: Microplan,
  study: Study,
  { exact, words }: { readonly exact: boolean; readonly words: SheetWords },
): Map<string, string> {
  const files = new Map(planTables(plan, study).map((table) => [table.name, writeCsv(table)]));
  const decimals = exact ? EXACT_DECIMALS : COARSE_DECIMALS;
  files.set('plan/catchments.geojson', writeGeoJson(planFeatures(plan, { exact }), decimals));
  if (plan.siting !== undefined) {
    files.set('plan/sites.geojson', writeGeoJson(siteFeatures(plan.siting.sites), decimals));
  }
  files.set('plan/sheets.html', planSheets(plan, words));
  return files;
}

interface PlanSummary extends Reach {
  readonly population: string;
  readonly workers: number;
  readonly spots: number;
  readonly visits_per_month: number;
}

function summarise(plan: Microplan): PlanSummary[] {
  return [...plan.coverage]
    .sort((a, b) => compareText(a.population, b.population))
    .map((coverage) => {
      const { population } = coverage;
      const planned = plan.parts.filter(
        ({ part, status }) => part.population === population && status === 'planned',
      );
      return {
        population,
        ...reachOf(coverage),
        workers: plan.workers.filter(
          ({ worker, spots }) => spots > 0 && worker.populations.includes(population),
        ).length,
        spots: new Set(planned.map(({ part }) => part.figure.spot.spot_id)).size,
        visits_per_month: planned.reduce((sum, part) => sum + part.visitsPlanned, 0),
      };
    });
}

function drawPlan(plan: Microplan, voice: Voice): string {
  const { page, study } = voice.words;
  const rows = summarise(plan).map((row) => [
    printable(row.population),
    ...[row.workers, row.spots, row.visits_per_month, row.covered].map((count) => page.number(count)),
    row.people === 0 ? '–' : page.percent(Math.floor((100 * row.covered) / row.people) / 100),
    page.number(row.uncovered),
  ]);
  return drawTable(
    [
      { title: study.plan.title },
      { title: study.plan.workers, align: 'right' },
      { title: page.where.spots, align: 'right' },
      { title: study.plan.visits, align: 'right' },
      { title: study.plan.covered, align: 'right' },
      { title: '', align: 'right' },
      { title: page.plan.uncovered, align: 'right' },
    ],
    rows,
    voice,
  );
}
