import { printable } from '../draw/printable.js';
import { drawTable, pad } from '../draw/text-table.js';
import {
  explainEstimate,
  readEstimateKey,
  sayKey,
  type EstimateExplanation,
} from '../explain/explain-estimate.js';
import { hasErrors } from '../model/issue.js';
import { openStudy } from './open-study.js';
import { LANGUAGE_OPTION, METHOD_OPTIONS, TABLE_OPTIONS } from './shared-options.js';
import type { World } from '../io/world.js';
import { DataError, UsageError } from '../model/failure.js';
import { describe, type Description } from '../explain/describe.js';
import { findTopics, nearestTopic, topics } from '../explain/topics.js';
import { isOn, type Command, type Invocation } from './command.js';
import { voiceFor, type Voice } from './voice.js';

export const EXPLAIN: Command = {
  arguments: [
    {
      name: 'NAME',
      says: 'a step or family of methods, a variant (settle.midpoint or midpoint), an issue code, a column, a format, or "estimate"; nothing = the list',
    },
    { name: 'KEY', says: 'with "estimate": which one, such as municipality=Prizren,population=FSW' },
    { name: 'STUDY', says: 'with "estimate": folder of the study (default: the current folder)' },
  ],
  options: [
    ...TABLE_OPTIONS,
    ...METHOD_OPTIONS,
    { flags: '--all', says: 'every contributing row, not only the twenty largest' },
    { flags: '--json', says: 'as JSON' },
    LANGUAGE_OPTION,
    { flags: '--no-color', says: 'no colours, as with NO_COLOR' },
  ],
  details:
    'Every number has a method card: what it does, its formula, when it is right, when it misleads, a worked example and its source. With "estimate" it prints how one number comes about: the effect of each step, and file and line of every row behind it.',
  examples: [
    {
      line: 'spotwise explain settle.midpoint',
      says: 'the rule behind nearly every published mapping total',
    },
    {
      line: 'spotwise explain estimate municipality=Prizren,population=FSW fixtures/kosovo',
      says: 'the rows behind one number',
    },
  ],
  run: explain,
};

async function explain(invocation: Invocation, world: World): Promise<number> {
  const [name] = invocation.arguments;
  const voice = voiceFor(invocation, world, 'stdout');
  if (name === 'estimate') return await explainOne(invocation, world);
  if (name === undefined) {
    await world.stdout.write(`${listTopics(voice)}\n`);
    return 0;
  }
  const found = findTopics(name);
  if (found.length === 0) {
    const near = nearestTopic(name);
    throw new UsageError(
      `nothing is called "${name}"${near === undefined ? '' : `; did you mean ${near}?`} (spotwise explain lists all names)`,
    );
  }
  const descriptions = found.map(describe);
  const text = isOn(invocation, 'json')
    ? JSON.stringify(descriptions, undefined, 2)
    : descriptions.map((description) => draw(description, voice)).join('\n\n');
  await world.stdout.write(`${text}\n`);
  return 0;
}

const ROWS_SHOWN = 20;

async function explainOne(invocation: Invocation, world: World): Promise<number> {
  const [, key, study] = invocation.arguments;
  if (key === undefined)
    throw new UsageError('say which estimate: spotwise explain estimate municipality=…,population=… STUDY');
  const opened = await openStudy({ ...invocation, arguments: study === undefined ? [] : [study] }, world);
  if (hasErrors(opened.issues)) throw new DataError(opened.issues);
  const explanation = explainEstimate(opened.study, readEstimateKey(key));
  const text = isOn(invocation, 'json')
    ? JSON.stringify(explanation, undefined, 2)
    : drawExplanation(explanation, voiceFor(invocation, world, 'stdout'), isOn(invocation, 'all'));
  await world.stdout.write(`${text}\n`);
  return 0;
}

function drawExplanation(explanation: EstimateExplanation, voice: Voice, all: boolean): string {
  const { rows, steps, total } = explanation;
  const { page, proof } = voice.words;
  const say = proof.explain;
  const number = (persons: number) => page.number(persons, 2);
  const shown = all ? rows : rows.slice(0, ROWS_SHOWN);
  const rest = rows.slice(shown.length);
  const restLine =
    rest.length === 0
      ? []
      : [
          [
            say.smaller(rest.length),
            '',
            '',
            '',
            number(rest.reduce((sum, row) => sum + row.contribution, 0)),
          ],
        ];
  return [
    voice.strong(
      say.total(
        printable(sayKey(explanation.key)),
        number(total.estimate),
        number(total.low),
        number(total.high),
      ),
    ),
    drawTable(
      [
        { title: page.trace.step },
        { title: page.trace.method },
        { title: page.trace.change, align: 'right' },
        { title: page.where.estimate, align: 'right' },
        { title: say.formula },
      ],
      steps.map((step) => [
        step.step,
        printable(step.method),
        number(step.change),
        number(step.estimate),
        step.formula,
      ]),
      voice,
    ),
    drawTable(
      [
        { title: say.row },
        { title: say.where },
        { title: say.ends, align: 'right' },
        { title: say.settled, align: 'right' },
        { title: say.contributes, align: 'right' },
      ],
      [
        ...shown.map((row) => [
          printable(row.spot),
          printable(row.evidence.join(' ')),
          `${number(row.settled.low)}–${number(row.settled.high)}`,
          number(row.settled.estimate),
          number(row.contribution),
        ]),
        ...restLine,
        [voice.strong(say.all), '', '', '', voice.strong(number(total.estimate))],
      ],
      voice,
    ),
  ].join('\n\n');
}

const LABEL_WIDTH = 14;

function draw({ heading, paragraphs }: Description, voice: Voice): string {
  const widest = Math.max(LABEL_WIDTH, ...paragraphs.map(({ label }) => label.length + 2));
  const lines = paragraphs.map(({ label, text }) => {
    const [first = '', ...rest] = wrap(text, Math.max(30, Math.min(voice.columns, 100) - widest));
    return [
      voice.faint(pad(label, widest, 'left')) + first,
      ...rest.map((line) => ' '.repeat(widest) + line),
    ].join('\n');
  });
  return [voice.strong(heading), ...lines].join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function listTopics(voice: Voice): string {
  const say = voice.words.proof.explain;
  const all = topics();
  const named = (kind: string) => all.filter((topic) => topic.kind === kind).map((topic) => topic.name);
  const chapters = (kind: 'step' | 'family') =>
    all.flatMap((topic) =>
      topic.kind === kind
        ? [`  ${voice.strong(topic.name)}  ${topic.step.variants.map((variant) => variant.id).join(' ')}`]
        : [],
    );
  const block = (names: readonly string[]) =>
    wrap(names.join(' '), Math.min(voice.columns, 100) - 2)
      .map((line) => `  ${line}`)
      .join('\n');
  return [
    voice.faint(say.steps),
    ...chapters('step'),
    '',
    voice.faint(say.methods),
    ...chapters('family'),
    '',
    voice.faint(say.issues),
    block(named('issue')),
    '',
    voice.faint(say.formats),
    block(named('format')),
    '',
    voice.faint(say.columns),
    block(named('column')),
  ].join('\n');
}
