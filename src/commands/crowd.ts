import type { World } from '../io/world.js';
import { crowdMedian } from '../methods/crowd/crowd.js';
import { soundSizing } from '../methods/sizing.js';
import { GUESSES } from '../model/tables/sizing-inputs.js';
import { readSizingInput } from '../study/read-sizing-input.js';
import { isOn, numberOption, type Command, type Invocation } from './command.js';
import { openTable } from './open-table.js';
import { deliverSizings, drawAttempts, SIZING_OPTIONS, subjectOf } from './sizing.js';

export const CROWD: Command = {
  arguments: [{ name: 'FILE', says: 'table with a column guess', required: true }],
  options: [
    { flags: '--least <persons>', says: 'smallest guess believed', group: 'Method' },
    { flags: '--most <persons>', says: 'largest guess believed', group: 'Method' },
    {
      flags: '--cap',
      says: 'move guesses outside to the bound, in place of leaving them out',
      group: 'Method',
    },
    ...SIZING_OPTIONS,
  ],
  details: 'The median of what respondents think, with quartiles. A prior or a bound, hardly data.',
  examples: [
    {
      line: 'spotwise crowd fixtures/sizing/guesses.csv --most 100000',
      says: 'guesses above 100,000 left out',
    },
  ],
  run: crowd,
};

async function crowd(invocation: Invocation, world: World): Promise<number> {
  const [path = '-'] = invocation.arguments;
  const source = await openTable(path, world);
  const { rows, issues } = readSizingInput(GUESSES, source);
  const sizing = soundSizing(
    crowdMedian(
      rows.map((row) => row.guess),
      {
        least: numberOption(invocation, 'least', { most: 1e9 }),
        most: numberOption(invocation, 'most', { most: 1e9 }),
        outside: isOn(invocation, 'cap') ? 'cap' : 'drop',
      },
    ),
  );
  return await deliverSizings(
    {
      subject: subjectOf(invocation, [source.file]),
      sizings: [sizing],
      issues,
      paths: invocation.arguments,
      text: (voice) => [drawAttempts([{ sizing }], voice)],
    },
    invocation,
    world,
  );
}
