import type { Style } from '../draw/style.js';
import { pad } from '../draw/text-table.js';
import type { World } from '../io/world.js';
import { UsageError } from '../model/failure.js';
import { describe, type Description } from '../explain/describe.js';
import { findTopics, nearestTopic, topics } from '../explain/topics.js';
import { isOn, type Command, type Invocation } from './command.js';
import { styleFor } from './say.js';

export const EXPLAIN: Command = {
  arguments: [
    {
      name: 'NAME',
      says: 'a step or family of methods, a variant (settle.midpoint or midpoint), an issue code or a column; nothing = the list',
    },
  ],
  options: [{ flags: '--json', says: 'as JSON' }],
  details:
    'Every number has a method card: what it does, its formula, when it is right, when it misleads, a worked example and its source.',
  examples: [
    {
      line: 'spotwise explain settle.midpoint',
      says: 'the rule behind nearly every published mapping total',
    },
  ],
  run: explain,
};

async function explain(invocation: Invocation, world: World): Promise<number> {
  const [name] = invocation.arguments;
  const style = styleFor(invocation, world, 'stdout');
  if (name === undefined) {
    await world.stdout.write(`${listTopics(style)}\n`);
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
    : descriptions.map((description) => draw(description, style)).join('\n\n');
  await world.stdout.write(`${text}\n`);
  return 0;
}

const LABEL_WIDTH = 14;

function draw({ heading, paragraphs }: Description, style: Style): string {
  const widest = Math.max(LABEL_WIDTH, ...paragraphs.map(({ label }) => label.length + 2));
  const lines = paragraphs.map(({ label, text }) => {
    const [first = '', ...rest] = wrap(text, Math.max(30, Math.min(style.columns, 100) - widest));
    return [
      style.faint(pad(label, widest, 'left')) + first,
      ...rest.map((line) => ' '.repeat(widest) + line),
    ].join('\n');
  });
  return [style.strong(heading), ...lines].join('\n');
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

function listTopics(style: Style): string {
  const all = topics();
  const named = (kind: string) => all.filter((topic) => topic.kind === kind).map((topic) => topic.name);
  const chapters = (kind: 'step' | 'family') =>
    all.flatMap((topic) =>
      topic.kind === kind
        ? [`  ${style.strong(topic.name)}  ${topic.step.variants.map((variant) => variant.id).join(' ')}`]
        : [],
    );
  const block = (names: readonly string[]) =>
    wrap(names.join(' '), Math.min(style.columns, 100) - 2)
      .map((line) => `  ${line}`)
      .join('\n');
  return [
    style.faint('Steps of the estimation chain and their variants'),
    ...chapters('step'),
    '',
    style.faint('Other sizing methods'),
    ...chapters('family'),
    '',
    style.faint('Issues'),
    block(named('issue')),
    '',
    style.faint('Columns'),
    block(named('column')),
  ].join('\n');
}
