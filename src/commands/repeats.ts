import type { World } from '../io/world.js';
import { sizingOf, sizingsOf } from '../methods/attempt.js';
import { sizeRepeats } from '../methods/repeats/repeat-counts.js';
import { UsageError } from '../model/failure.js';
import { REPEATS } from '../model/tables/sizing-inputs.js';
import { readSizingInput } from '../study/read-sizing-input.js';
import { textOption, type Command, type Invocation } from './command.js';
import { openTable } from './open-table.js';
import { deliverSizings, drawAttempts, SIZING_OPTIONS, subjectOf } from './sizing.js';

export const REPEATS_COMMAND: Command = {
  arguments: [{ name: 'FILE', says: 'table contacts,persons: how many people were met once, twice …' }],
  options: [
    {
      flags: '--met <counts>',
      says: 'persons met once, twice, …, such as 1645,183,37,13,1,1',
      group: 'Data',
    },
    ...SIZING_OPTIONS,
  ],
  details:
    'One register with repeat contacts: how many people were never met. Chao is a lower bound whatever the rates; the models beside it say how the rates of being met vary.',
  examples: [{ line: 'spotwise repeats --met 1645,183,37,13,1,1', says: 'persons by number of contacts' }],
  run: repeats,
};

async function repeats(invocation: Invocation, world: World): Promise<number> {
  const { counts, issues, files } = await readCounts(invocation, world);
  const attempts = sizeRepeats(counts);
  const [first] = attempts;
  if (first !== undefined) sizingOf(first);
  return await deliverSizings(
    {
      subject: subjectOf(invocation, files),
      sizings: sizingsOf(attempts),
      issues,
      paths: invocation.arguments,
      details: { methods: attempts },
      text: (voice) => [drawAttempts(attempts, voice)],
    },
    invocation,
    world,
  );
}

/** Contacts of one person beyond which a table is not one of contacts. */
const MOST_CONTACTS = 1000;

async function readCounts(invocation: Invocation, world: World) {
  const met = textOption(invocation, 'met');
  if (met !== undefined) {
    const counts = met.split(',').map(Number);
    if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
      throw new UsageError('--met takes whole numbers separated by commas, such as 50,20,5');
    }
    return { counts, issues: [], files: [] };
  }
  const [path] = invocation.arguments;
  if (path === undefined) throw new UsageError('give --met or a table contacts,persons');
  const source = await openTable(path, world);
  const { rows, issues } = readSizingInput(REPEATS, source);
  const most = rows.reduce((largest, row) => Math.max(largest, row.contacts), 0);
  if (most > MOST_CONTACTS)
    throw new UsageError(`${source.file} has a person with ${most} contacts; ${MOST_CONTACTS} is the most`);
  const counts = Array.from({ length: most }, (_, at) =>
    rows.filter((row) => row.contacts === at + 1).reduce((sum, row) => sum + row.persons, 0),
  );
  return { counts, issues, files: [source.file] };
}
