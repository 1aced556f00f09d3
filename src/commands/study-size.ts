import { drawTable } from '../draw/text-table.js';
import type { TerminalWords } from '../draw/words/terminal/english.js';
import type { World } from '../io/world.js';
import {
  candidateSamples,
  expectCapture,
  expectMultiplier,
  type ExpectedInterval,
  type ExpectedOverlap,
} from '../methods/study-size/study-size.js';
import { UsageError } from '../model/failure.js';
import { isOn, numberOption, type Command, type Invocation } from './command.js';
import { voiceFor } from './voice.js';
import { LANGUAGE_OPTION } from './shared-options.js';
import { persons } from './sizing.js';

export const STUDY_SIZE: Command = {
  arguments: [],
  options: [
    { flags: '--size <persons>', says: 'size thought likely' },
    { flags: '--first <persons>', says: 'persons on the first list, or who get the object or service' },
    { flags: '--deff <number>', says: 'design effect (default 1; often 2 for RDS)' },
    { flags: '--sample <persons>', says: 'one size of the survey or second list (default: a row of them)' },
    { flags: '--json', says: 'print everything as one JSON document' },
    LANGUAGE_OPTION,
    { flags: '--plain', says: 'no line drawing' },
  ],
  details:
    'For each size of a survey or second list: how many are expected on both, and the interval that capture–recapture and a multiplier would give. Try several guesses of the size: when the truth is twice the guess, the overlap halves.',
  examples: [
    { line: 'spotwise study-size --size 5000 --first 1000 --deff 2', says: '1,000 objects given out' },
  ],
  run: studySize,
};

async function studySize(invocation: Invocation, world: World): Promise<number> {
  const size = numberOption(invocation, 'size', { least: 1, most: 1e9 });
  const first = numberOption(invocation, 'first', { least: 1, most: 1e9 });
  if (size === undefined || first === undefined) throw new UsageError('give --size and --first');
  const guess = {
    size,
    first,
    designEffect: numberOption(invocation, 'deff', { least: 0.1, most: 100 }) ?? 1,
  };
  const asked = numberOption(invocation, 'sample', { least: 1, most: 1e9, whole: true });
  const samples = asked === undefined ? candidateSamples(guess) : [asked];
  const rows = samples.map((sample) => ({
    sample,
    capture: expectCapture(guess, sample),
    multiplier: expectMultiplier(guess, sample),
  }));
  if (isOn(invocation, 'json')) {
    await world.stdout.write(`${JSON.stringify({ guess, rows }, undefined, 2)}\n`);
    return 0;
  }
  const voice = voiceFor(invocation, world, 'stdout');
  const { page, sizing } = voice.words;
  const say = sizing.studySize;
  const table = drawTable(
    [
      { title: say.sample, align: 'right' },
      { title: say.onBoth, align: 'right' },
      { title: say.chanceOfFew, align: 'right' },
      { title: say.capture, align: 'right' },
      { title: say.ratio, align: 'right' },
      { title: say.multiplier, align: 'right' },
      { title: say.ratio, align: 'right' },
    ],
    rows.map(({ sample, capture, multiplier }) => [
      persons(sample, page),
      page.number(capture.overlap, 1),
      page.percent(capture.chanceOfFew),
      ...sayEnds(capture, voice.words),
      ...sayEnds(multiplier, voice.words),
    ]),
    voice,
  );
  await world.stdout.write(`${table}\n`);
  return 0;
}

function sayEnds(
  expected: ExpectedInterval | ExpectedOverlap | undefined,
  { page, sizing }: TerminalWords,
): [string, string] {
  if (expected?.low === undefined) return [sizing.studySize.none, '–'];
  const range = `${persons(expected.low, page)}–${persons(expected.high, page)}`;
  return [range, page.number(expected.ratio, 1)];
}
