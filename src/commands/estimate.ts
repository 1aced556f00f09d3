import { estimateStepwise, type Estimation } from '../estimate/estimate.js';
import { progressOn } from '../io/progress.js';
import type { Study } from '../model/study.js';
import { writeCsv } from '../formats/csv.js';
import type { FilesToWrite, World } from '../io/world.js';
import type { Estimates } from '../model/estimate.js';
import { DataError } from '../model/failure.js';
import { hasErrors, sortIssues, type Issue } from '../model/issue.js';
import { multiverse } from '../estimate/multiverse.js';
import { drawMultiverse, multiverseFiles } from './draw-multiverse.js';
import { estimateView } from '../share/estimate-view.js';
import { isOn, textOption, type Command, type Invocation } from './command.js';
import { drawEstimates, estimatesAsJson } from './draw-estimates.js';
import { openStudy, type OpenedStudy } from './open-study.js';
import { estimateFilesToWrite, hashed, resultFolder, runCard } from './result.js';
import { countIssues, drawIssues, styleFor } from './say.js';
import {
  METHOD_OPTIONS,
  RESULT_OPTIONS,
  STUDY_ARGUMENT,
  TABLE_OPTIONS,
  TALK_OPTIONS,
} from './shared-options.js';

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
    ...RESULT_OPTIONS,
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
    const done = await openAndEstimate(invocation, world);
    const files = estimateFilesToWrite(done, invocation);
    if (!isOn(invocation, 'multiverse'))
      return await deliver({ ...done, command: 'estimate', files }, invocation, world);
    const every = multiverse(done.opened.study);
    for (const [name, text] of multiverseFiles(every)) files.set(name, text);
    const more = drawMultiverse(every, styleFor(invocation, world, 'stdout'));
    return await deliver(
      { ...done, command: 'estimate', files, more, summary: { multiverse_effects: every.effects } },
      invocation,
      world,
    );
  },
};

/** A study opened, checked and estimated. */
export interface EstimatedStudy {
  readonly opened: OpenedStudy;
  readonly estimates: Estimates;
  readonly issues: readonly Issue[];
}

/** Opens a study and estimates it. Says every issue and throws a DataError when the data have errors. */
export async function openAndEstimate(invocation: Invocation, world: World): Promise<EstimatedStudy> {
  const opened = await openStudy(invocation, world, { keepsExtra: isOn(invocation, 'exact') });
  if (hasErrors(opened.issues)) throw new DataError(opened.issues);
  const { estimates, issues: further } = await estimateWatched(opened.study, invocation, world);
  return { opened, estimates, issues: sortIssues([...opened.issues, ...further]) };
}

/** Estimates while a line on the terminal says how far long work is. */
async function estimateWatched(study: Study, invocation: Invocation, world: World): Promise<Estimation> {
  const progress = progressOn(world, 'estimating', isOn(invocation, 'quiet'));
  try {
    const work = estimateStepwise(study);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done === true) return step.value;
      await progress.reach(step.value.done, step.value.whole);
    }
  } finally {
    await progress.end();
  }
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
    const summary = {
      ...estimatesAsJson(done.opened.study, done.estimates),
      ...done.summary,
      issues: countOf(done.issues),
    };
    await world.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
  } else if (!isOn(invocation, 'quiet')) {
    const style = styleFor(invocation, world, 'stdout');
    const doubts = done.issues.filter((issue) => issue.severity === 'warning');
    const lines = [
      drawEstimates(done.opened.study, done.estimates, style),
      ...(done.more === undefined ? [] : [done.more]),
      ...(doubts.length === 0 ? [] : [drawIssues(doubts, style, { values: isOn(invocation, 'showValues') })]),
      [
        `${countIssues(done.issues)}. ${files.size} files in ${style.strong(world.shorten(folder))}`,
        ...(done.lookAt === undefined
          ? []
          : [`Open the report: ${style.strong(world.shorten(world.join(folder, done.lookAt)))}`]),
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
