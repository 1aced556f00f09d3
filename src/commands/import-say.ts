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
  const say = voice.words.exchange.import;
  const parts = [
    made.recognised
      .map(({ file, title, sure, why }) =>
        say.recognised(voice.strong(printable(file)), title, say.sure[sure], printable(why)),
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
  const say = voice.words.exchange.import;
  if (uses.length === 0) return '';
  const several = new Set(uses.map(({ file }) => file)).size > 1;
  return drawTable(
    [
      { title: say.table },
      { title: say.column },
      { title: say.readFrom },
      { title: say.foundBy },
      ...(several ? [{ title: say.inFile }] : []),
    ],
    uses.map(({ table, column, header, how, file }) => [
      table,
      column,
      printable(header),
      say.how[how] ?? how,
      ...(several ? [printable(file)] : []),
    ]),
    voice,
  );
}

function drawLeftOut(made: Import, voice: Voice): string {
  const say = voice.words.exchange.import;
  const lines = [...made.leftOut]
    .filter(([, headers]) => headers.length > 0)
    .map(([file, headers]) =>
      say.leftOut(printable(file), headers.map((header) => printable(header)).join(', ')),
    );
  const said = made.said.map((text) => printable(text));
  return [...said, ...lines.map((line) => voice.faint(line))].join('\n');
}

function drawOutcome(
  made: Import,
  { out, written }: Outcome,
  { world, words }: { readonly world: World; readonly words: TerminalWords },
): string {
  const { import: say, namesIn } = words.exchange;
  const counts = [...made.tables].map(([id, { rows }]) => say.rows(rows.length, id));
  const outlines = made.outlines.map(({ file, features }) => say.outlines(features.length, printable(file)));
  const where =
    out === undefined
      ? say.notYet
      : written.length === 0
        ? say.faulty
        : `${namesIn(written.join(', '), world.shorten(out))}\n${say.next(world.shorten(out))}`;
  const counted =
    counts.length === 0 ? [] : [say.counted(counts.join(', '), countIssues(made.issues, words))];
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
