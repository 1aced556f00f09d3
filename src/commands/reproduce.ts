import { printable } from '../draw/printable.js';
import { drawTable } from '../draw/text-table.js';
import type { TerminalWords } from '../draw/words/terminal/english.js';
import { estimateTables } from '../estimate/tables.js';
import { formatNumber } from '../formats/number.js';
import type { World } from '../io/world.js';
import { UsageError } from '../model/failure.js';
import { writeAnnotations } from '../reproduce/annotations.js';
import {
  comparePublished,
  isReproduced,
  type Comparison,
  type ComparisonStatus,
} from '../reproduce/compare-published.js';
import { writeJUnit } from '../reproduce/junit.js';
import { summariseReproductions, titleComparison, type Reproduction } from '../reproduce/reproduction.js';
import { isOn, textOption, type Command, type Invocation } from './command.js';
import { openAndEstimate } from './estimate.js';
import { LANGUAGE_OPTION } from './shared-options.js';
import { progressFor, voiceFor, type Voice } from './voice.js';

export const REPRODUCE: Command = {
  arguments: [
    {
      name: 'STUDY',
      says: 'folders, study.yaml or published.csv files (default: the current folder)',
      many: true,
    },
  ],
  options: [
    { flags: '--brief', says: 'list only what is off; without it every published number is listed' },
    { flags: '--junit <file>', says: 'write the comparisons as JUnit XML' },
    { flags: '--github', says: 'print GitHub annotations (done by itself where GITHUB_ACTIONS is set)' },
    { flags: '--json', says: 'print the comparisons as one JSON document' },
    { flags: '--quiet', says: 'say nothing but errors' },
    LANGUAGE_OPTION,
    { flags: '--plain', says: 'no line drawing' },
    { flags: '--no-color', says: 'no colours, as with NO_COLOR' },
  ],
  details:
    'Recomputes every number of published.csv and compares it cell by cell. A number that does not come out is listed as a known deviation only if published.csv states the exact deviation and the evidence for it. Ends with 1 on any other difference.',
  examples: [
    {
      line: 'spotwise reproduce fixtures/kosovo fixtures/kenya-2012',
      says: 'ends with 0: every number matched or explained',
    },
  ],
  run: reproduce,
};

async function reproduce(invocation: Invocation, world: World): Promise<number> {
  const studies = invocation.arguments.length === 0 ? ['.'] : invocation.arguments;
  const reproductions = await reproduceAll(studies, invocation, world);
  const junit = textOption(invocation, 'junit');
  if (junit !== undefined) await world.writeFile(junit, writeJUnit(reproductions));
  if (isOn(invocation, 'json')) {
    await world.stdout.write(`${JSON.stringify(summariseReproductions(reproductions), undefined, 2)}\n`);
  } else if (!isOn(invocation, 'quiet')) {
    const voice = voiceFor(invocation, world, 'stdout');
    await world.stdout.write(
      `${reproductions.map((each) => draw(each, voice, isOn(invocation, 'brief'))).join('\n\n')}\n`,
    );
  }
  if (isOn(invocation, 'github') || (world.environment['GITHUB_ACTIONS'] ?? '') !== '') {
    const annotations = writeAnnotations(reproductions);
    if (annotations !== '') await world.stderr.write(annotations);
  }
  return reproductions.every(({ comparisons }) => isReproduced(comparisons)) ? 0 : 1;
}

/** One study after the other; of several, one line says how many are done. */
async function reproduceAll(
  studies: readonly string[],
  invocation: Invocation,
  world: World,
): Promise<Reproduction[]> {
  const [only] = studies;
  if (studies.length === 1 && only !== undefined) return [await reproduceOne(only, invocation, world)];
  const progress = progressFor(invocation, world, 'studies');
  const silent = { ...invocation, options: { ...invocation.options, quiet: true } };
  const reproductions: Reproduction[] = [];
  try {
    for (const study of studies) {
      reproductions.push(await reproduceOne(study, silent, world));
      await progress.reach(reproductions.length, studies.length);
    }
  } finally {
    await progress.end();
  }
  return reproductions;
}

async function reproduceOne(path: string, invocation: Invocation, world: World): Promise<Reproduction> {
  const home = path.endsWith('.csv') ? world.join(path, '..') : path;
  const published = path.endsWith('.csv') ? { published: path } : {};
  const { opened, estimates } = await openAndEstimate(
    { ...invocation, arguments: [home], options: { ...invocation.options, ...published } },
    world,
  );
  const { study } = opened;
  if (study.published.length === 0) {
    throw new UsageError(`${world.shorten(path)} has no published.csv to compare with`);
  }
  return {
    study: study.settings.title === '' ? world.shorten(path) : study.settings.title,
    file: world.shorten(world.join(home, study.files['published'] ?? 'published.csv')),
    comparisons: comparePublished(study.published, estimateTables(estimates)),
  };
}

function draw({ study, comparisons }: Reproduction, voice: Voice, brief: boolean): string {
  const paint: Record<ComparisonStatus, (text: string) => string> = {
    matched: voice.good,
    'known-deviation': voice.doubtful,
    mismatch: voice.bad,
    missing: voice.bad,
  };
  const say = voice.words.proof.reproduce;
  const shown = brief ? comparisons.filter(({ status }) => status !== 'matched') : comparisons;
  const rows = shown.map((comparison) => [
    printable(titleComparison(comparison)),
    comparison.published.toFixed(comparison.decimals),
    comparison.recomputed === undefined ? '–' : formatNumber(comparison.recomputed, comparison.decimals + 2),
    paint[comparison.status](say.status[comparison.status]),
  ]);
  const table = drawTable(
    [
      { title: say.number, widest: Math.max(40, voice.columns - 44) },
      { title: say.published, align: 'right' },
      { title: say.recomputed, align: 'right' },
      { title: '' },
    ],
    rows,
    voice,
  );
  const reasons = shown.flatMap((comparison) => sayReason(comparison, voice));
  const parts = [
    voice.strong(printable(study)),
    ...(rows.length === 0 ? [] : [table]),
    ...(reasons.length === 0 ? [] : [reasons.join('\n')]),
  ];
  return [...parts, sayCounts(comparisons, voice.words)].join('\n\n');
}

function sayReason(comparison: Comparison, voice: Voice): string[] {
  const why = comparison.status === 'known-deviation' ? comparison.evidence : comparison.reason;
  if (why === undefined || comparison.status === 'matched') return [];
  return [`${printable(titleComparison(comparison))}\n  ${voice.faint(printable(why))}`];
}

function sayCounts(comparisons: readonly Comparison[], { proof }: TerminalWords): string {
  const say = proof.reproduce;
  const counts = (['matched', 'known-deviation', 'mismatch', 'missing'] as const).map((status) => {
    const count = comparisons.filter((comparison) => comparison.status === status).length;
    return count === 0 && status !== 'matched' ? '' : say.count(count, say.status[status]);
  });
  return say.counts(comparisons.length, counts.filter((text) => text !== '').join(', '));
}
