import { CATALOGUES } from '../draw/words/catalogues.js';
import { ENGLISH } from '../draw/words/english.js';
import { multiverseStepwise } from '../estimate/multiverse.js';
import { watched } from '../io/progress.js';
import type { World } from '../io/world.js';
import type { Audience } from '../model/disclosure.js';
import { DataError, UsageError } from '../model/failure.js';
import { hasErrors } from '../model/issue.js';
import { ESTIMATES, type EstimateRow } from '../model/tables/estimates.js';
import { planSheets } from '../plan/sheets/sheets.js';
import { reportPage } from '../report/report.js';
import { fullView } from '../report/view/full-view.js';
import { releasedViewStepwise } from '../report/view/released-view.js';
import type { ReportView, RunView } from '../report/view/report-view.js';
import { AUDIENCES, rulesFor } from '../share/audiences.js';
import { readTable } from '../study/read-table.js';
import { VERSION } from '../version.js';
import { isOn, textOption, type Command, type Invocation } from './command.js';
import { openTable } from './open-table.js';
import { openAndEstimate, type EstimatedStudy } from './estimate.js';
import type { OpenedStudy } from './open-study.js';
import { estimateAndPlan, sheetWords, type PlannedStudy } from './plan.js';
import { recordedOptions } from './result.js';
import {
  METHOD_OPTIONS,
  REPORT_OPTIONS,
  RESULT_OPTIONS,
  STUDY_ARGUMENT,
  TABLE_OPTIONS,
  TALK_OPTIONS,
} from './shared-options.js';
import { progressFor } from './voice.js';

/** The name of the page in a result folder. */
export const REPORT_FILE = 'report.html';

export const REPORT: Command = {
  arguments: [STUDY_ARGUMENT],
  options: [
    ...TABLE_OPTIONS,
    ...METHOD_OPTIONS,
    {
      flags: '--audience <name>',
      says: 'who the page is for (default: programme)',
      choices: Object.keys(AUDIENCES),
      group: 'Report',
    },
    ...REPORT_OPTIONS,
    ...RESULT_OPTIONS,
    ...TALK_OPTIONS,
  ],
  details:
    'One page that needs nothing else: no network, no script, no other file. It says how many, where most, when busiest, how sure and who is not covered, then shows the map, ranges, week, kinds, spread, plan, trace, methods and fingerprints. For the programme (and, with --exact, the team) the tables it is drawn from are written beside it, as by run. For partner and public it holds only what share would give them. --out FILE.html writes the page alone, --out - prints it.',
  examples: [
    { line: 'spotwise report fixtures/tiny', says: 'the page and its tables in fixtures/tiny/out' },
    {
      line: 'spotwise report fixtures/kosovo --audience public --out kosovo-public.html',
      says: 'a page for everybody: small numbers hidden, no place shown',
    },
  ],
  run: async (invocation, world) => {
    const audience = audienceOf(invocation);
    if (audience === 'partner' || audience === 'public') return await reportFor(audience, invocation, world);
    const out = textOption(invocation, 'out');
    if (!isPage(out)) return await planAndReport('report', invocation, world);
    let page = '';
    await estimateAndPlan('report', invocation, world, async (made) => {
      page = await pageOf('report', made, { invocation, world });
      return { deliver: 'nothing' };
    });
    return await writePage(page, invocation, world);
  },
};

/** The work of `run` and of a report beside its tables: everything `plan` writes, and the page. */
export async function planAndReport(command: string, invocation: Invocation, world: World): Promise<number> {
  return await estimateAndPlan(command, invocation, world, async (made) => {
    const page = await pageOf(command, made, { invocation, world });
    const files = new Map<string, string | Uint8Array>([[REPORT_FILE, page]]);
    if (isOn(invocation, 'pdf')) {
      const { printPdfs } = await import('../io/print-pdf.js');
      const [report, printed] = await printPdfs(
        [page, planSheets(made.plan, sheetWords(invocation))],
        world.environment,
      );
      if (report !== undefined) files.set('report.pdf', report);
      if (printed !== undefined) files.set('plan/sheets.pdf', printed);
    }
    return { deliver: files, lookAt: REPORT_FILE };
  });
}

interface Context {
  readonly invocation: Invocation;
  readonly world: World;
}

/** The page for the team or the programme. */
async function pageOf(command: string, made: PlannedStudy, { invocation, world }: Context): Promise<string> {
  const { opened, estimates, issues } = made.done;
  const others = await otherEstimates(opened, { invocation, world });
  const view = fullView({
    study: opened.study,
    estimates,
    issues,
    plan: made.plan,
    multiverse: isOn(invocation, 'multiverse')
      ? await watched(multiverseStepwise(opened.study), progressFor(invocation, world, 'chains'))
      : undefined,
    others,
    run: runView(command, made, { invocation, world }),
    exact: isOn(invocation, 'exact'),
  });
  return drawPage(view, { invocation, world });
}

function drawPage(view: ReportView, { invocation, world }: Context): string {
  const language = textOption(invocation, 'language') ?? ENGLISH.tag;
  return reportPage(view, CATALOGUES[language] ?? ENGLISH, world.sha256);
}

function runView(command: string, made: PlannedStudy, { invocation, world }: Context): RunView {
  const { study, inputs } = made.done.opened;
  const rows: [string, number][] = [
    ['spots', study.spots.length],
    ['reports', study.reports.length],
    ['attendance', study.attendance.length],
    ['places', study.places.length],
    ['workers', study.workers.length],
  ];
  return {
    version: VERSION,
    command,
    seed: study.settings.seed,
    options: recordedOptions(invocation).map(([name, value]) => [name, String(value)]),
    rows: rows.filter(([, count]) => count > 0),
    inputs: [...inputs].sort((a, b) => (a.name < b.name ? -1 : 1)),
    outputs: [...made.files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => ({ name, sha256: world.sha256(text) })),
  };
}

/** Estimates by other methods: the table --estimates names, else estimates.csv of the study where there is one. */
async function otherEstimates(
  opened: OpenedStudy,
  { invocation, world }: Context,
): Promise<readonly EstimateRow[]> {
  const named = textOption(invocation, 'estimates');
  const standard = world.join(opened.home, ESTIMATES.file);
  const isThere = opened.inputs.some(({ name }) => name === 'study.yaml');
  const path = named ?? (isThere && (await world.kindOf(standard)) === 'file' ? standard : undefined);
  if (path === undefined) return [];
  const { rows, issues } = readTable(ESTIMATES, await openTable(path, world));
  if (hasErrors(issues)) throw new DataError(issues);
  return rows;
}

function audienceOf(invocation: Invocation): Audience {
  const named = textOption(invocation, 'audience');
  const isExact = isOn(invocation, 'exact');
  if (named === 'team' && !isExact)
    throw new UsageError('--audience team needs --exact: it holds the places as recorded');
  if (isExact && named !== undefined && named !== 'team')
    throw new UsageError(`--exact is for --audience team only, not for ${named}`);
  const audience = (Object.keys(AUDIENCES) as Audience[]).find((name) => name === named);
  return audience ?? (isExact ? 'team' : 'programme');
}

/** The page of an aggregated audience: made of released cells only, with nothing beside it but what it is. */
async function reportFor(
  audience: 'partner' | 'public',
  invocation: Invocation,
  world: World,
): Promise<number> {
  const refused = ['multiverse', 'estimates'].find((name) => invocation.options[name] !== undefined);
  if (refused !== undefined) throw new UsageError(`--${refused} is not for --audience ${audience}`);
  const done = await openAndEstimate(invocation, world);
  const { study } = done.opened;
  const inForce = rulesFor(audience, study.settings.share);
  if (inForce === undefined) throw new UsageError(`there are no rules for ${audience}`);
  const run: RunView = {
    version: VERSION,
    command: 'report',
    seed: undefined,
    options: [['audience', audience]],
    rows: [],
    inputs: [],
    outputs: [],
  };
  const work = releasedViewStepwise({ study, estimates: done.estimates, audience, inForce, run });
  const view = await watched(work, progressFor(invocation, world, 'protecting'));
  const page = drawPage(view, { invocation, world });
  return await writePage(page, invocation, world, { done, name: `report-${audience}.html` });
}

const isPage = (out: string | undefined) => out === '-' || /\.html?$/i.test(out ?? '');

/** Writes the page alone: to the file named, to standard output, or beside the study. */
async function writePage(
  page: string,
  invocation: Invocation,
  world: World,
  standard?: { readonly done: EstimatedStudy; readonly name: string },
): Promise<number> {
  const named = textOption(invocation, 'out');
  if (named === '-') {
    await world.stdout.write(page);
    return 0;
  }
  const path =
    named === undefined
      ? world.join(standard?.done.opened.home ?? '.', standard?.name ?? REPORT_FILE)
      : isPage(named)
        ? named
        : world.join(named, standard?.name ?? REPORT_FILE);
  await world.writeFile(path, page);
  if (isOn(invocation, 'pdf')) {
    const { printPdfs } = await import('../io/print-pdf.js');
    const [pdf] = await printPdfs([page], world.environment);
    if (pdf !== undefined) await world.writeFile(path.replace(/\.html?$/i, '.pdf'), pdf);
  }
  if (!isOn(invocation, 'quiet')) await world.stdout.write(`${world.shorten(path)}\n`);
  return 0;
}
