import type { World } from '../io/world.js';
import { scaleUpRatio, scaleUpSurvey } from '../methods/scale-up/scale-up.js';
import { soundSizing, type Sizing } from '../methods/sizing.js';
import { UsageError } from '../model/failure.js';
import { SCALE_UP } from '../model/tables/sizing-inputs.js';
import { readSizingInput } from '../study/read-sizing-input.js';
import { numberOption, type Command, type Invocation } from './command.js';
import { openTable } from './open-table.js';
import { deliverSizings, drawAttempts, SIZING_OPTIONS, subjectOf } from './sizing.js';

const DATA = 'Data';
const METHOD = 'Method';

export const SCALE_UP_COMMAND: Command = {
  arguments: [{ name: 'FILE', says: 'table of respondents: hidden, known, weight' }],
  options: [
    { flags: '--frame <persons>', says: 'persons in the population respondents could know', group: DATA },
    { flags: '--known-size <persons>', says: 'sizes of the known groups added up', group: DATA },
    {
      flags: '--hidden-ties <number>',
      says: 'people of the hidden population known, all respondents',
      group: DATA,
    },
    {
      flags: '--known-ties <number>',
      says: 'people of the known groups known, all respondents',
      group: DATA,
    },
    {
      flags: '--degree-ratio <number>',
      says: 'contacts of hidden people over those of others',
      group: METHOD,
    },
    { flags: '--transmission <share>', says: 'share of ties to hidden people that are told', group: METHOD },
    ...SIZING_OPTIONS,
  ],
  details:
    'N = T·Σy/Σd from sums, or the ratio and the mean of ratios from a table. The intervals count chance in the ties only and are far too narrow.',
  examples: [
    {
      line: 'spotwise scaleup --frame 10000000 --known-size 1186543 --known-ties 28894 --hidden-ties 1164',
      says: 'clients of sex workers from the sums of the Rwanda example',
    },
  ],
  run: scaleUp,
};

async function scaleUp(invocation: Invocation, world: World): Promise<number> {
  const frame = numberOption(invocation, 'frame', { least: 1 });
  const knownSize = numberOption(invocation, 'knownSize', { least: 1 });
  if (frame === undefined || knownSize === undefined) throw new UsageError('give --frame and --known-size');
  const corrections = {
    degreeRatio: numberOption(invocation, 'degreeRatio', { most: 10 }),
    transmission: numberOption(invocation, 'transmission', { most: 1 }),
  };
  const [path] = invocation.arguments;
  const source = path === undefined ? undefined : await openTable(path, world);
  const reading = source === undefined ? undefined : readSizingInput(SCALE_UP, source);
  let sizings: Sizing[];
  if (reading === undefined) {
    const hiddenTies = numberOption(invocation, 'hiddenTies');
    const knownTies = numberOption(invocation, 'knownTies');
    if (hiddenTies === undefined || knownTies === undefined) {
      throw new UsageError('give --hidden-ties and --known-ties, or a table of respondents');
    }
    sizings = [scaleUpRatio({ hiddenTies, knownTies, knownSize, frame }, corrections)];
  } else {
    const rows = reading.rows.map(({ hidden, known, weight }) => ({ hidden, known, weight: weight ?? 1 }));
    const { ratio, meanOfRatios } = scaleUpSurvey(rows, { size: frame, knownSize }, corrections);
    sizings = [ratio, meanOfRatios];
  }
  for (const sizing of sizings) soundSizing(sizing);
  return await deliverSizings(
    {
      subject: subjectOf(invocation, source === undefined ? [] : [source.file]),
      sizings,
      issues: reading?.issues ?? [],
      paths: invocation.arguments,
      text: (voice) => [
        drawAttempts(
          sizings.map((sizing) => ({ sizing })),
          voice,
        ),
      ],
    },
    invocation,
    world,
  );
}
