import type { World } from '../io/world.js';
import {
  sizeBySuccessiveSampling,
  SUCCESSIVE_SAMPLING_WORK,
  successiveSamplingTasks,
} from '../methods/successive-sampling/size-by-successive-sampling.js';
import { preparePrior, type SizePrior } from '../methods/successive-sampling/size-prior.js';
import {
  acceptContacts,
  STANDARD_SUCCESSIVE_SAMPLING,
} from '../methods/successive-sampling/successive-sampling.js';
import { UsageError } from '../model/failure.js';
import { NETWORK_SAMPLE } from '../model/tables/sizing-inputs.js';
import { readSizingInput } from '../study/read-sizing-input.js';
import { runChains, THREADS_OPTION } from './chains.js';
import { numberOption, textOption, type Command, type Invocation } from './command.js';
import { openTable } from './open-table.js';
import { deliverSizings, drawAttempts, sayRange, seedOf, SIZING_OPTIONS, subjectOf } from './sizing.js';

const PRIOR = 'Prior';
const METHOD = 'Method';

export const SSPSE: Command = {
  arguments: [
    { name: 'FILE', says: 'table of respondents in the order they came: contacts, order', required: true },
  ],
  options: [
    { flags: '--prior-median <persons>', says: 'median of the prior on the size', group: PRIOR },
    {
      flags: '--prior-upper <persons>',
      says: 'upper quartile of the prior: makes it log-normal',
      group: PRIOR,
    },
    {
      flags: '--prior-source <text>',
      says: 'data the prior is made from, such as a mapping: marked as dependent for combine',
      group: PRIOR,
    },
    {
      flags: '--flat-to <persons>',
      says: 'in place of a prior, every size up to this as likely',
      group: PRIOR,
    },
    { flags: '--draws <number>', says: 'draws kept from each chain (default 2000)', group: METHOD },
    THREADS_OPTION,
    ...SIZING_OPTIONS,
  ],
  details:
    'Four Markov chains; refuses where they disagree. A prior must be stated, for a sample that is a small share of the population hardly moves it; how far it was narrowed is said beside the answer.',
  examples: [
    {
      line: 'spotwise sspse fixtures/sizing/network.csv --prior-median 800 --draws 500',
      says: 'a sample of 300 with a prior from elsewhere',
    },
  ],
  run: sspse,
};

async function sspse(invocation: Invocation, world: World): Promise<number> {
  const [path = '-'] = invocation.arguments;
  const source = await openTable(path, world);
  const { rows, issues } = readSizingInput(NETWORK_SAMPLE, source);
  const contacts = rows
    .map((row, at) => ({ contacts: row.contacts, order: row.order ?? at }))
    .sort((a, b) => a.order - b.order)
    .map((row) => row.contacts);
  acceptContacts(contacts);
  const prior = priorOf(invocation);
  preparePrior(prior, contacts.length);
  const draws = numberOption(invocation, 'draws', { least: 100, most: 1_000_000, whole: true });
  const options = { ...STANDARD_SUCCESSIVE_SAMPLING, prior, ...(draws === undefined ? {} : { draws }) };
  const tasks = successiveSamplingTasks(contacts, options, seedOf(invocation));
  const chains = await runChains(SUCCESSIVE_SAMPLING_WORK, tasks, { invocation, world });
  const answer = sizeBySuccessiveSampling(contacts, options, chains);
  const {
    page,
    sizing: { successive: say },
  } = invocation.words;
  const { sizing: found, ...others } = answer;
  const sizing = { ...found, dependsOn: textOption(invocation, 'priorSource') };
  return await deliverSizings(
    {
      subject: subjectOf(invocation, [source.file]),
      sizings: [sizing],
      issues,
      paths: invocation.arguments,
      details: { sampled: contacts.length, ...others },
      text: (voice) => [
        say.sample(contacts.length, sayRange({ ...answer.prior, estimate: answer.prior.median }, page)),
        drawAttempts([{ sizing }], voice),
        ...(sizing.dependsOn === undefined ? [] : [say.dependent]),
      ],
    },
    invocation,
    world,
  );
}

function priorOf(invocation: Invocation): SizePrior {
  const number = (name: string) => numberOption(invocation, name, { least: 1 });
  const [median, upperQuartile, most] = [number('priorMedian'), number('priorUpper'), number('flatTo')];
  if (most !== undefined) {
    if (median !== undefined || upperQuartile !== undefined)
      throw new UsageError('give --flat-to or --prior-median, not both');
    return { kind: 'flat', most };
  }
  if (median === undefined) {
    throw new UsageError(
      'give --prior-median (a mapping total, an expert figure) or --flat-to: without a prior the sample alone does not settle the size',
    );
  }
  return upperQuartile === undefined
    ? { kind: 'sampled-share', median }
    : { kind: 'log-normal', median, upperQuartile };
}
