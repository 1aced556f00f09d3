import { PARTS_TO_CHOOSE, type PartToChoose } from '../estimate/estimate.js';
import { watched } from '../io/progress.js';
import { writeCsv } from '../formats/csv.js';
import type { FilesToWrite, World } from '../io/world.js';
import type { Estimates } from '../model/estimate.js';
import { DataError, UsageError } from '../model/failure.js';
import { hasErrors, sortIssues, type Issue } from '../model/issue.js';
import { estimateView } from '../share/estimate-view.js';
import { isOn, textOption, type Command, type Invocation } from './command.js';
import { DRAW_THREADS_OPTION, estimateWatched } from './estimating.js';
import { openStudy, type OpenedStudy } from './open-study.js';
import { estimateFilesToWrite, hashed, resultFolder, runCard } from './result.js';
import {
  METHOD_OPTIONS,
  RESULT_OPTIONS,
  STUDY_ARGUMENT,
  TABLE_OPTIONS,
  TALK_OPTIONS,
} from './shared-options.js';
import { progressFor } from './voice.js';

export const ESTIMATE: Command = {
  arguments: [STUDY_ARGUMENT],
  options: [
    ...TABLE_OPTIONS,
    ...METHOD_OPTIONS,
    {
      flags: '--multiverse',
      says: 'every defensible chain at once: which single choice moves the total most',
      group: 'Method, for this run only',
    },
    DRAW_THREADS_OPTION,
    ...RESULT_OPTIONS,
    {
      flags: '--only <files>',
      says: 'write only these results, such as national.csv,municipalities.csv; with --quiet nothing else is computed',
      group: 'Results',
    },
    ...TALK_OPTIONS,
  ],
  details:
    'Writes national, municipalities, typologies, spots, week, concentration, trace and issues as CSV, spots and municipalities as GeoJSON, and run.json with the hashes of everything. With --out - the national table goes to standard output.',
  examples: [
    {
      line: 'spotwise estimate fixtures/kosovo',
      says: 'the Kosovo 2016 study, results in fixtures/kosovo/out',
    },
    {
      line: 'spotwise estimate --spots fixtures/tiny/spots.csv --reports fixtures/tiny/reports.csv --out tiny-out',
      says: 'a bare table',
    },
  ],
  run: async (invocation, world) => {
    const chosen = chosenFiles(invocation);
    const done = await openAndEstimate(invocation, world, partsFor(chosen, invocation));
    const files = onlyChosen(estimateFilesToWrite(done, invocation), chosen);
    if (!isOn(invocation, 'multiverse'))
      return await deliver({ ...done, command: 'estimate', files }, invocation, world);
    const { multiverseStepwise } = await import('../estimate/multiverse.js');
    const { drawMultiverse, multiverseFiles } = await import('./draw-multiverse.js');
    const { voiceFor } = await import('./voice.js');
    const progress = progressFor(invocation, world, 'chains');
    const every = await watched(multiverseStepwise(done.opened.study), progress);
    for (const [name, text] of multiverseFiles(every)) files.set(name, text);
    const more = drawMultiverse(every, voiceFor(invocation, world, 'stdout'));
    return await deliver(
      { ...done, command: 'estimate', files, more, summary: { multiverse_effects: every.effects } },
      invocation,
      world,
    );
  },
};

/** The files asked for by `--only`; undefined where all are. */
function chosenFiles(invocation: Invocation): ReadonlySet<string> | undefined {
  const only = textOption(invocation, 'only');
  if (only === undefined) return undefined;
  if (textOption(invocation, 'out') === '-' || isOn(invocation, 'multiverse'))
    throw new UsageError('--only chooses among the files of a folder: leave out --out - and --multiverse.');
  return new Set(only.split(',').map((name) => name.trim()));
}

/** The parts of the estimates that end in a chosen file; a person who is told of them sees all. */
function partsFor(chosen: ReadonlySet<string> | undefined, invocation: Invocation): Set<PartToChoose> {
  const isToldAll = !isOn(invocation, 'quiet') || isOn(invocation, 'json');
  if (chosen === undefined || isToldAll) return new Set(PARTS_TO_CHOOSE);
  return new Set(PARTS_TO_CHOOSE.filter((part) => [...chosen].some((file) => file.startsWith(`${part}.`))));
}

/** The chosen files. Throws a UsageError for a name none of them has. */
function onlyChosen<Data>(
  files: Map<string, Data>,
  chosen: ReadonlySet<string> | undefined,
): Map<string, Data> {
  if (chosen === undefined) return files;
  const unknown = [...chosen].filter((name) => !files.has(name));
  if (unknown.length > 0) {
    throw new UsageError(
      `--only: the results have no ${unknown.join(', ')}; there are ${[...files.keys()].join(', ')}.`,
    );
  }
  return new Map([...files].filter(([name]) => chosen.has(name)));
}

/** A study opened, checked and estimated. */
export interface EstimatedStudy {
  readonly opened: OpenedStudy;
  readonly estimates: Estimates;
  readonly issues: readonly Issue[];
}

/** Opens a study and estimates it. Says every issue and throws a DataError when the data have errors. */
export async function openAndEstimate(
  invocation: Invocation,
  world: World,
  parts?: ReadonlySet<PartToChoose>,
): Promise<EstimatedStudy> {
  const opened = await openStudy(invocation, world, { keepsExtra: isOn(invocation, 'exact') });
  if (hasErrors(opened.issues)) throw new DataError(opened.issues);
  const { estimates, issues: further } = await estimateWatched(opened.study, { invocation, world, parts });
  return { opened, estimates, issues: sortIssues([...opened.issues, ...further]) };
}

/** Text that is made when it is written: the run card comes last and knows the hash of every other file. */
function madeAtLast(make: () => string): Iterable<Uint8Array> {
  return {
    *[Symbol.iterator]() {
      yield new TextEncoder().encode(make());
    },
  };
}

/** Everything a run hands over: to the folder, to standard output, to the person. */
export interface Delivery extends EstimatedStudy {
  readonly command: string;
  readonly files: FilesToWrite;
  /** Further lines for the person, such as the microplan in brief. */
  readonly more?: string;
  /** Why a search ended before its time, which the same inputs then need not do again. */
  readonly search?: string | undefined;
  readonly summary?: Readonly<Record<string, unknown>>;
  /** The file to open first. */
  readonly lookAt?: string | undefined;
}

/** Writes the result folder and says what came out and where it is. */
export async function deliver(done: Delivery, invocation: Invocation, world: World): Promise<number> {
  if (textOption(invocation, 'out') === '-') {
    const view = estimateView(done.opened.study, done.estimates, isOn(invocation, 'exact'));
    const national = view.tables.find((table) => table.name === 'national');
    if (national !== undefined) await world.stdout.write(writeCsv(national));
    return 0;
  }
  const folder = resultFolder(invocation, done.opened, world);
  const { files, hashOf } = hashed(done.files, world);
  const card = () => runCard({ ...done, names: [...done.files.keys()], hashOf }, invocation);
  files.set('run.json', { pieces: madeAtLast(card) });
  const secret = textOption(invocation, 'passphraseFile');
  const inputs = [...done.opened.paths, ...(secret === undefined ? [] : [secret])];
  await world.writeResult(folder, await maybeLocked(files, done, { invocation, world }), inputs);
  if (isOn(invocation, 'json')) {
    const { estimatesAsJson } = await import('./draw-estimates.js');
    const summary = {
      ...estimatesAsJson(done.opened.study, done.estimates),
      ...done.summary,
      issues: countOf(done.issues),
    };
    await world.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
  } else if (!isOn(invocation, 'quiet')) {
    const { drawEstimates } = await import('./draw-estimates.js');
    const { countIssues, drawIssues } = await import('./say.js');
    const { voiceFor } = await import('./voice.js');
    const voice = voiceFor(invocation, world, 'stdout');
    const doubts = done.issues.filter((issue) => issue.severity === 'warning');
    const { words } = voice;
    const counts = countIssues(done.issues, words);
    const lines = [
      drawEstimates(done.opened.study, done.estimates, voice),
      ...(done.more === undefined ? [] : [done.more]),
      ...(doubts.length === 0 ? [] : [drawIssues(doubts, voice, { values: isOn(invocation, 'showValues') })]),
      [
        words.study.written(counts, files.size, voice.strong(world.shorten(folder))),
        ...(done.lookAt === undefined
          ? []
          : [words.study.openReport(voice.strong(world.shorten(world.join(folder, done.lookAt))))]),
      ].join('\n'),
    ];
    await world.stdout.write(`${lines.join('\n\n')}\n`);
  }
  return 0;
}

/** The files as they are or, where the command line names who may open them, as one encrypted archive. */
async function maybeLocked(
  files: FilesToWrite,
  done: Delivery,
  { invocation, world }: { readonly invocation: Invocation; readonly world: World },
): Promise<FilesToWrite> {
  if (invocation.options['encryptTo'] === undefined && invocation.options['passphraseFile'] === undefined) {
    return files;
  }
  const { lockOf } = await import('./share-secrets.js');
  const { endDateOf, locked } = await import('./share-package.js');
  const lock = await lockOf(invocation, world);
  if (lock === undefined) return files;
  const audience = isOn(invocation, 'exact') ? 'team' : 'programme';
  const expires = endDateOf(invocation, done.opened.study);
  return await locked(files, { lock, audience, expires, world });
}

function countOf(issues: readonly Issue[]): Record<string, number> {
  const count = (severity: string) => issues.filter((issue) => issue.severity === severity).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}
