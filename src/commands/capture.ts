import { printable } from '../draw/printable.js';
import { drawTable } from '../draw/text-table.js';
import type { TerminalWords } from '../draw/words/terminal/english.js';
import type { Voice } from './voice.js';
import type { World } from '../io/world.js';
import { sizingOf, sizingsOf, type Attempt } from '../methods/attempt.js';
import {
  acceptCaptures,
  pairOf,
  personsCaught,
  type CaptureTable,
} from '../methods/capture/capture-table.js';
import type { ModelFamily } from '../methods/capture/model-average.js';
import { partialBootstrap } from '../methods/capture/partial-bootstrap.js';
import { partialIdentification, type PartialAnswer } from '../methods/capture/partial-identification.js';
import { sizeSeveralLists } from '../methods/capture/size-several-lists.js';
import { sizeTwoLists } from '../methods/capture/size-two-lists.js';
import {
  personsSeen,
  sizesByOddsRatio,
  weightedOverlap,
  type TwoLists,
} from '../methods/capture/two-lists.js';
import type { Ends } from '../methods/capture/two-list-intervals.js';
import { EstimationError } from '../model/estimation-error.js';
import { UsageError } from '../model/failure.js';
import { makeRandom } from '../stats/random.js';
import type { Issue } from '../model/issue.js';
import { surveyWeight, weightedShare } from '../methods/multiplier/multiplier.js';
import { MARKED_SURVEY } from '../model/tables/sizing-inputs.js';
import { joinRegisters, readCaptureHistories } from '../study/read-captures.js';
import { readSizingInput } from '../study/read-sizing-input.js';
import { LATENT_CLASS_WORK, latentClassTasks } from '../methods/capture/latent-class-work.js';
import { runChains, THREADS_OPTION } from './chains.js';
import { isOn, numberOption, textOption, type Command, type Invocation } from './command.js';
import { openTable } from './open-table.js';
import {
  deliverSizings,
  drawAttempts,
  persons,
  seedOf,
  SIZING_OPTIONS,
  subjectOf,
  type SizingResult,
} from './sizing.js';

const DATA = 'Data';
const METHOD = 'Method';

export const CAPTURE_COMMAND: Command = {
  arguments: [
    {
      name: 'FILE',
      says: 'a table of capture histories (history,count), or two or more contact registers joined on their code',
      many: true,
    },
  ],
  options: [
    { flags: '--n1 <persons>', says: 'persons on the first list', group: DATA },
    { flags: '--n2 <persons>', says: 'persons on the second list', group: DATA },
    { flags: '--both <persons>', says: 'persons on both', group: DATA },
    {
      flags: '--both-share <share>',
      says: 'weighted share of the second list that is on the first, in place of --both',
      group: DATA,
    },
    {
      flags: '--survey <file>',
      says: 'survey table (got, contacts or weight) in place of the second list: its weighted share on the first',
      group: DATA,
    },
    { flags: '--dataset <name>', says: 'which data set of the table', group: DATA },
    { flags: '--order <lists>', says: 'largest set of lists that may depend on each other', group: METHOD },
    { flags: '--latent', says: 'latent classes too, by four Markov chains', group: METHOD },
    { flags: '--draws <number>', says: 'draws kept from each chain (default 10000)', group: METHOD },
    THREADS_OPTION,
    {
      flags: '--odds <bounds>',
      says: 'bounds on the odds ratio between any two lists, such as 1,5: partial identification',
      group: METHOD,
    },
    ...SIZING_OPTIONS,
  ],
  details:
    'Shows every estimator side by side and writes the first: Chapman with a log-normal interval for two lists, the average of log-linear models by AIC for more. Refuses where nobody is on two lists, where no upper bound exists, and where chains disagree.',
  examples: [
    {
      line: 'spotwise capture --n1 400 --n2 624 --both 20 --population MSM',
      says: 'San Salvador 2008: objects given out, then a survey',
    },
    { line: 'spotwise capture fixtures/sizing/rome.csv --out capture.csv', says: 'three or more lists' },
    {
      line: 'spotwise capture fixtures/sizing/clinic.csv fixtures/sizing/outreach.csv',
      says: 'two registers joined on a code',
    },
  ],
  run: capture,
};

interface CaptureData {
  readonly table: CaptureTable;
  readonly issues: readonly Issue[];
  readonly notes: readonly string[];
  readonly files: readonly string[];
  readonly paths: readonly string[];
}

async function capture(invocation: Invocation, world: World): Promise<number> {
  const data = await readData(invocation, world);
  const result =
    data.table.lists.length === 2 ? twoLists(data, invocation) : await severalLists(data, invocation, world);
  return await deliverSizings(result, invocation, world);
}

async function readData(invocation: Invocation, world: World): Promise<CaptureData> {
  const paths = invocation.arguments;
  const survey = textOption(invocation, 'survey');
  const surveyed = survey === undefined ? undefined : await readSurvey(survey, invocation, world);
  const counts = surveyed?.counts ?? countsOf(invocation);
  if (counts !== undefined) {
    if (paths.length > 0) throw new UsageError('give counts with --n1 and --n2, or files, not both');
    const table = {
      lists: ['list 1', 'list 2'],
      counts: [0, counts.second - counts.both, counts.first - counts.both, counts.both],
    };
    sizeTwoLists(counts);
    const { issues = [], notes = [], files = [] } = surveyed ?? {};
    return { table, issues, notes, files, paths: survey === undefined ? paths : [survey] };
  }
  if (paths.length === 0)
    throw new UsageError('give a table of capture histories, two registers, or --n1, --n2 and --both');
  const sources = await Promise.all(paths.map((path) => openTable(path, world)));
  const [first] = sources;
  const reading =
    first !== undefined && sources.length === 1
      ? readCaptureHistories(first, textOption(invocation, 'dataset'))
      : joinRegisters(sources);
  return { ...reading, files: sources.map((source) => source.file), paths };
}

/** The second list from a survey that was asked who is on the first: its people, and its weighted share of them. */
async function readSurvey(path: string, invocation: Invocation, world: World) {
  const first = numberOption(invocation, 'n1', { most: 1e9, whole: true });
  const others = ['n2', 'both', 'bothShare'].filter((name) => textOption(invocation, name) !== undefined);
  if (first === undefined || others.length > 0)
    throw new UsageError('--survey needs --n1 beside it, and gives the second list and the overlap itself');
  const source = await openTable(path, world);
  const { rows, issues } = readSizingInput(MARKED_SURVEY, source);
  const share = weightedShare(rows.map((row) => ({ got: row.got, weight: surveyWeight(row), chain: '' })));
  const both = weightedOverlap(share, rows.length);
  const raw = rows.filter((row) => row.got).length;
  const notes = [invocation.words.sizing.capture.weighted(both, raw)];
  return { counts: { first, second: rows.length, both }, issues, notes, files: [source.file] };
}

function countsOf(invocation: Invocation): TwoLists | undefined {
  const count = (name: string) => numberOption(invocation, name, { most: 1e9, whole: true });
  const [first, second, both] = [count('n1'), count('n2'), count('both')];
  const share = numberOption(invocation, 'bothShare', { most: 1 });
  if (first === undefined && second === undefined) return undefined;
  if (first === undefined || second === undefined || (both === undefined) === (share === undefined)) {
    throw new UsageError('counts need --n1, --n2 and one of --both and --both-share');
  }
  return { first, second, both: both ?? weightedOverlap(share ?? 0, second) };
}

const ODDS_RATIOS = [0.5, 1, 1.5, 2, 3, 5];

function twoLists(data: CaptureData, invocation: Invocation): SizingResult {
  const { table } = data;
  acceptCaptures(table);
  const lists = pairOf(table, 0, 1);
  const attempts = sizeTwoLists(lists);
  const first = attempts[0];
  if (first !== undefined) sizingOf(first);
  const sensitivity = sizesByOddsRatio(lists, ODDS_RATIOS);
  const partial = partialOf(table, invocation);
  const { page, sizing } = invocation.words;
  const say = sizing.capture;
  return {
    subject: subjectOf(invocation, data.files),
    sizings: sizingsOf(attempts),
    issues: data.issues,
    paths: data.paths,
    details: { lists, methods: attempts, dependence: sensitivity, partial },
    text: (voice) => [
      say.twoLists(lists.first, lists.second, lists.both, personsSeen(lists)),
      ...data.notes.map(printable),
      drawAttempts(attempts, voice),
      drawTable(
        [
          { title: say.oddsRatio, align: 'right' },
          { title: sizing.size, align: 'right' },
        ],
        sensitivity.map(({ oddsRatio, size }) => [page.number(oddsRatio, 1), persons(size, page)]),
        voice,
      ),
      voice.faint(say.oddsNote),
      ...sayPartial(partial, voice.words),
    ],
  };
}

async function severalLists(data: CaptureData, invocation: Invocation, world: World): Promise<SizingResult> {
  const { table } = data;
  const isLatent = isOn(invocation, 'latent');
  const draws = numberOption(invocation, 'draws', { least: 100, most: 1_000_000, whole: true });
  const seed = seedOf(invocation);
  const latent = isLatent ? (draws === undefined ? {} : { draws }) : undefined;
  if (isLatent) acceptCaptures(table);
  const chains =
    latent === undefined
      ? undefined
      : await runChains(LATENT_CLASS_WORK, latentClassTasks(table, latent, seed), { invocation, world });
  const { attempts, family } = sizeSeveralLists(table, {
    order: numberOption(invocation, 'order', { least: 1, most: 5, whole: true }),
    seed,
    latent,
    chains,
  });
  const first = attempts[0];
  if (first !== undefined) sizingOf(first);
  const partial = partialOf(table, invocation);
  return {
    subject: subjectOf(invocation, data.files),
    sizings: sizingsOf(attempts),
    issues: data.issues,
    paths: data.paths,
    details: {
      lists: table.lists,
      caught: personsCaught(table),
      methods: attempts,
      models: modelRows(family),
      partial,
    },
    text: (voice) => [
      voice.words.sizing.capture.severalLists(
        personsCaught(table),
        table.lists.length,
        printable(table.lists.join(', ')),
      ),
      ...data.notes.map(printable),
      drawAttempts(attempts, voice),
      drawModels(family, voice),
      ...sayPartial(partial, voice.words),
      ...sayDisagreement(attempts, voice.words),
    ],
  };
}

function modelRows(family: ModelFamily) {
  return family.fits.map(({ name, estimate, standardError, aic, bic, aicWeight, bicWeight }) => ({
    name,
    estimate,
    standardError,
    aic,
    bic,
    aicWeight,
    bicWeight,
  }));
}

const MODELS_SHOWN = 6;

function drawModels(family: ModelFamily, voice: Voice): string {
  const { page, sizing } = voice.words;
  const rows = family.fits
    .slice(0, MODELS_SHOWN)
    .map((fit) => [
      fit.name,
      persons(fit.estimate, page),
      persons(fit.standardError, page),
      page.number(fit.aic, 3),
      page.number(fit.bic, 3),
      page.number(fit.aicWeight, 3),
    ]);
  const table = drawTable(
    [
      { title: sizing.capture.model },
      { title: sizing.size, align: 'right' },
      { title: sizing.capture.standardError, align: 'right' },
      { title: 'AIC', align: 'right' },
      { title: 'BIC', align: 'right' },
      { title: sizing.capture.weight, align: 'right' },
    ],
    rows,
    voice,
  );
  const more = family.fits.length - rows.length;
  return more > 0 ? `${table}\n${voice.faint(sizing.capture.moreModels(more))}` : table;
}

/** What bounds on the odds ratios leave open, by likelihood and by bootstrap. */
interface Partial extends PartialAnswer {
  readonly bootstrap: Attempted<Ends>;
}

/** The ends, or why there are none. */
type Attempted<Result> = Result | { readonly refusal: string };

function partialOf(table: CaptureTable, invocation: Invocation): Partial | undefined {
  const text = textOption(invocation, 'odds');
  if (text === undefined) return undefined;
  const [least, most, ...more] = text.split(',').map(Number);
  if (least === undefined || most === undefined || more.length > 0 || !Number.isFinite(least + most)) {
    throw new UsageError('--odds takes two numbers, such as 1,5');
  }
  const bounds = { least, most };
  const random = makeRandom(seedOf(invocation)).fork('partial identification');
  return {
    ...partialIdentification(table, bounds),
    bootstrap: refusable(() => partialBootstrap(table, bounds, { random, replicates: REPLICATES })),
  };
}

/** Redrawn tables behind the bootstrap of odds-ratio bounds. */
const REPLICATES = 2000;

function refusable<Result>(work: () => Result): Attempted<Result> {
  try {
    return work();
  } catch (error) {
    if (error instanceof EstimationError) return { refusal: error.message };
    throw error;
  }
}

function sayPartial(partial: Partial | undefined, { page, sizing }: TerminalWords): string[] {
  if (partial === undefined) return [];
  const say = sizing.capture;
  const range = ({ low, high }: Ends) => `${persons(low, page)}–${persons(high, page)}`;
  const { identified, interval, bootstrap } = partial;
  const redrawn =
    'refusal' in bootstrap ? say.bootstrapRefused(bootstrap.refusal) : say.bootstrap(range(bootstrap));
  const plain = identified === undefined ? say.noFit : say.allow(range(identified));
  return [say.within(plain, range(interval), redrawn)];
}

/** Ratio of the largest to the smallest estimate from which the methods are said to disagree. */
const APART = 1.5;

function sayDisagreement(attempts: readonly Attempt[], { sizing: say }: TerminalWords): string[] {
  const sizes = sizingsOf(attempts).map((sizing) => sizing.estimate);
  const ratio = Math.max(...sizes) / Math.min(...sizes);
  if (!(ratio > APART)) return [];
  return [say.capture.disagree(ratio)];
}
