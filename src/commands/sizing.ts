import { drawTable } from '../draw/text-table.js';
import type { Words } from '../draw/words/english.js';
import { printable } from '../draw/printable.js';
import { writeCsv } from '../formats/csv.js';
import type { World } from '../io/world.js';
import type { Attempt } from '../methods/attempt.js';
import { SIZING_COLUMNS, sizingTable, type PlacedSizing, type Subject } from '../methods/estimates-table.js';
import type { Sizing } from '../methods/sizing.js';
import { FileError } from '../model/failure.js';
import type { Issue } from '../model/issue.js';
import { wholePersons } from '../model/rounding.js';
import { isOn, numberOption, textOption, type Invocation, type OptionSpec } from './command.js';
import { drawIssues } from './say.js';
import { LANGUAGE_OPTION } from './shared-options.js';
import { voiceFor, type Voice } from './voice.js';

const SUBJECT = 'What it is of, as written to estimates.csv';
const RESULT = 'Results';

/** Options every sizing command has. */
export const SIZING_OPTIONS: readonly OptionSpec[] = [
  { flags: '--population <code>', says: 'population', group: SUBJECT },
  { flags: '--municipality <name>', says: 'place (default: the whole study area)', group: SUBJECT },
  { flags: '--round <text>', says: 'round', group: SUBJECT },
  {
    flags: '--source <text>',
    says: 'data it is made from (default: the names of the files)',
    group: SUBJECT,
  },
  {
    flags: '--out <file>',
    says: 'write the estimate as a row of estimates.csv; - = standard output',
    group: RESULT,
  },
  { flags: '--all', says: 'write every method and interval, not only the first', group: RESULT },
  { flags: '--seed <number>', says: 'seed of everything random (default 1)', group: RESULT },
  { flags: '--json', says: 'print everything as one JSON document', group: RESULT },
  LANGUAGE_OPTION,
  { flags: '--quiet', says: 'say nothing but errors', group: RESULT },
  { flags: '--plain', says: 'no line drawing', group: RESULT },
];

/** What the estimate is of, from the options. */
export function subjectOf(invocation: Invocation, files: readonly string[]): Subject {
  const text = (name: string) => textOption(invocation, name) ?? '';
  return {
    population: text('population'),
    municipality: text('municipality'),
    round: text('round'),
    source: textOption(invocation, 'source') ?? files.join(' + '),
  };
}

/** The seed of everything random: 1 where none is given. */
export function seedOf(invocation: Invocation): number {
  return numberOption(invocation, 'seed', { most: 4_294_967_295, whole: true }) ?? 1;
}

/** What a sizing command hands over. */
export interface SizingResult {
  readonly subject: Subject;
  /** The estimates to write: the first one, or all with --all. */
  readonly sizings: readonly PlacedSizing[];
  /** Whether every sizing is a first one, of a place of its own. */
  readonly severalFirst?: boolean;
  /** Lines for the person. */
  readonly text: (voice: Voice) => readonly string[];
  /** Further parts of the JSON document. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly issues?: readonly Issue[];
  /** Paths of everything read. */
  readonly paths: readonly string[];
}

/** Writes the rows where --out says and prints the summary. Returns the exit code. */
export async function deliverSizings(
  result: SizingResult,
  invocation: Invocation,
  world: World,
): Promise<number> {
  const rows =
    result.severalFirst === true || isOn(invocation, 'all') ? result.sizings : result.sizings.slice(0, 1);
  const table = sizingTable(result.subject, rows);
  const out = textOption(invocation, 'out');
  const issues = result.issues ?? [];
  if (issues.length > 0 && !isOn(invocation, 'quiet')) {
    await world.stderr.write(`${drawIssues(issues, voiceFor(invocation, world, 'stderr'))}\n`);
  }
  if (out === '-') {
    await world.stdout.write(writeCsv(table));
    return 0;
  }
  if (out !== undefined) await writeEstimates(out, { text: writeCsv(table), paths: result.paths }, world);
  if (isOn(invocation, 'json')) {
    const estimates = table.rows.map((row) =>
      Object.fromEntries(table.columns.map((column, at) => [column, row[at] ?? null])),
    );
    await world.stdout.write(`${JSON.stringify({ estimates, ...result.details }, undefined, 2)}\n`);
  } else if (!isOn(invocation, 'quiet')) {
    const voice = voiceFor(invocation, world, 'stdout');
    const { page, sizing, study } = voice.words;
    const lines = [...result.text(voice)];
    const [first] = result.severalFirst === true ? [] : result.sizings;
    if (first !== undefined) {
      const name = `${voice.strong(first.method)} ${sayRange(first, page)}`;
      lines.push(study.labelled(name, `${printable(first.caveats.join('; '))}.`));
    }
    if (out !== undefined) lines.push(sizing.rowsIn(rows.length, world.shorten(out)));
    await world.stdout.write(`${lines.join('\n\n')}\n`);
  }
  return 0;
}

const HEADER = SIZING_COLUMNS.map((column) => column.name).join(',');

/** Writes estimates.csv; an earlier one is replaced, anything else that is there is left alone. */
async function writeEstimates(
  path: string,
  given: { readonly text: string; readonly paths: readonly string[] },
  world: World,
): Promise<void> {
  const kind = await world.kindOf(path);
  if (kind === 'folder')
    throw new FileError(`${path} is a folder; name a file, such as ${world.join(path, 'estimates.csv')}`);
  if (given.paths.some((input) => world.join(input) === world.join(path))) {
    throw new FileError(`${path} is an input; choose another --out`);
  }
  if (kind === 'file') {
    const before = new TextDecoder().decode(await world.readFile(path));
    if (!before.startsWith(HEADER)) {
      throw new FileError(`${path} holds something that spotwise did not write; choose another --out`);
    }
  }
  await world.writeFile(path, given.text);
}

/** Persons as people read them: whole, with thousands set apart. */
export const persons = (value: number, page: Words): string => page.number(wholePersons(value));

/** A range as people read it: 12,480 (7,235–17,725). */
export function sayRange(sizing: Pick<Sizing, 'low' | 'estimate' | 'high'>, page: Words): string {
  return `${persons(sizing.estimate, page)} (${persons(sizing.low, page)}–${persons(sizing.high, page)})`;
}

/** Methods side by side; the first is the one that is written. */
export function drawAttempts(attempts: readonly Attempt[], voice: Voice): string {
  const { page, sizing: say, study } = voice.words;
  const rows = attempts.map((made) => {
    if ('refusal' in made) return [made.method, made.interval, '–', '', '', say.refused(made.refusal)];
    const { sizing } = made;
    return [
      sizing.method,
      sizing.interval,
      persons(sizing.estimate, page),
      persons(sizing.low, page),
      persons(sizing.high, page),
      printable(sizing.caveats.join('; ')),
    ];
  });
  return drawTable(
    [
      { title: page.trace.method },
      { title: say.interval },
      { title: page.where.estimate, align: 'right' },
      { title: study.estimate.low, align: 'right' },
      { title: study.estimate.high, align: 'right' },
      { title: say.note, widest: Math.max(40, voice.columns - 66) },
    ],
    rows,
    voice,
  );
}
