import { printable } from '../draw/printable.js';
import { drawTable } from '../draw/text-table.js';
import type { TerminalWords } from '../draw/words/terminal/english.js';
import type { ColumnUse } from '../import/convert.js';
import type { Import } from '../import/import-files.js';
import type { World } from '../io/world.js';
import { isOn, type Invocation } from './command.js';
import { countIssues, drawIssues } from './say.js';
import { voiceFor, type Voice } from './voice.js';

/** Where the tables went, if anywhere. */
interface Outcome {
  readonly out: string | undefined;
  readonly written: readonly string[];
}

/** Says what the files are taken for, how columns were mapped, what was left out, and what was written. */
export async function sayImported(
  made: Import,
  outcome: Outcome,
  invocation: Invocation,
  world: World,
): Promise<void> {
  if (isOn(invocation, 'json')) {
    await world.stdout.write(`${JSON.stringify(summaryOf(made, outcome, invocation), undefined, 2)}\n`);
    return;
  }
  if (isOn(invocation, 'quiet')) return;
  const voice = voiceFor(invocation, world, 'stdout');
  const quiet = made.issues.filter(({ severity }) => severity !== 'error');
  const parts = [
    made.recognised
      .map(
        ({ file, title, sure, why }) =>
          `${voice.strong(printable(file))}: ${title} (${sure}), because ${printable(why)}`,
      )
      .join('\n'),
    drawUses(made.uses, voice),
    drawLeftOut(made, voice),
    drawIssues(quiet, voice, { values: isOn(invocation, 'showValues') }),
    drawOutcome(made, outcome, { world, words: voice.words }),
  ];
  await world.stdout.write(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

function drawUses(uses: readonly ColumnUse[], voice: Voice): string {
  if (uses.length === 0) return '';
  const several = new Set(uses.map(({ file }) => file)).size > 1;
  return drawTable(
    [
      { title: 'table' },
      { title: 'column' },
      { title: 'read from' },
      { title: 'found by' },
      ...(several ? [{ title: 'in' }] : []),
    ],
    uses.map(({ table, column, header, how, file }) => [
      table,
      column,
      printable(header),
      how,
      ...(several ? [printable(file)] : []),
    ]),
    voice,
  );
}

function drawLeftOut(made: Import, voice: Voice): string {
  const lines = [...made.leftOut]
    .filter(([, headers]) => headers.length > 0)
    .map(
      ([file, headers]) =>
        `left out of ${printable(file)}: ${headers.map((header) => printable(header)).join(', ')}`,
    );
  const said = made.said.map((text) => printable(text));
  return [...said, ...lines.map((line) => voice.faint(line))].join('\n');
}

function drawOutcome(
  made: Import,
  { out, written }: Outcome,
  { world, words }: { readonly world: World; readonly words: TerminalWords },
): string {
  const counts = [...made.tables].map(
    ([id, { rows }]) => `${rows.length} ${rows.length === 1 ? 'row' : 'rows'} of ${id}`,
  );
  const outlines = made.outlines.map(
    ({ file, features }) =>
      `${features.length} outlines in ${printable(file)}: spotwise boundaries add takes them`,
  );
  const where =
    out === undefined
      ? 'Nothing is written; --out FOLDER writes the tables.'
      : written.length === 0
        ? 'Nothing is written while there is an error.'
        : `${written.join(', ')} in ${world.shorten(out)}\nNext: spotwise check ${world.shorten(out)}`;
  const counted = counts.length === 0 ? [] : [`${counts.join(', ')}; ${countIssues(made.issues, words)}.`];
  return [...counted, ...outlines, where].join('\n');
}

function summaryOf(made: Import, { out, written }: Outcome, invocation: Invocation) {
  const showValues = isOn(invocation, 'showValues');
  return {
    recognised: made.recognised,
    columns: made.uses,
    left_out: Object.fromEntries(made.leftOut),
    said: made.said,
    rows: Object.fromEntries([...made.tables].map(([id, { rows }]) => [id, rows.length])),
    issues: made.issues.map(({ value, ...issue }) => (showValues ? { ...issue, value } : issue)),
    folder: out === undefined ? null : written.length === 0 ? null : out.split(/[\\/]/).at(-1),
    written,
  };
}
