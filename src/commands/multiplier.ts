import type { World } from '../io/world.js';
import {
  multiply,
  multiplyByChains,
  surveyWeight,
  weightedShare,
  type MarkedRespondent,
} from '../methods/multiplier/multiplier.js';
import { soundSizing, type Sizing } from '../methods/sizing.js';
import { UsageError } from '../model/failure.js';
import type { Issue } from '../model/issue.js';
import { MARKED_SURVEY } from '../model/tables/sizing-inputs.js';
import { makeRandom } from '../stats/random.js';
import { readSizingInput } from '../study/read-sizing-input.js';
import { numberOption, type Command, type Invocation } from './command.js';
import { openTable } from './open-table.js';
import { deliverSizings, drawAttempts, seedOf, SIZING_OPTIONS, subjectOf } from './sizing.js';

const DATA = 'Data';

export const MULTIPLIER: Command = {
  arguments: [{ name: 'FILE', says: 'survey table: got, contacts or weight, chain' }],
  options: [
    { flags: '--count <persons>', says: 'different people who got the service or object', group: DATA },
    { flags: '--count-error <persons>', says: 'standard error of that count', group: DATA },
    {
      flags: '--share <share>',
      says: 'share of the survey who got it, where there is no table',
      group: DATA,
    },
    { flags: '--sample <persons>', says: 'people interviewed, where there is no table', group: DATA },
    {
      flags: '--deff <number>',
      says: 'design effect of the share (default 1; often 2 for RDS)',
      group: DATA,
    },
    ...SIZING_OPTIONS,
  ],
  details:
    'N = M / P. From a table the share is weighted (1/contacts where contacts are given) and, where chains are named, whole recruitment chains are redrawn for the interval. Refuses when nobody got it or the share is not told apart from 0.',
  examples: [
    { line: 'spotwise multiplier --count 400 --share 0.25 --sample 624 --deff 2', says: 'a unique object' },
    {
      line: 'spotwise multiplier fixtures/sizing/survey.csv --count 300',
      says: 'a service count and a survey table',
    },
  ],
  run: multiplier,
};

async function multiplier(invocation: Invocation, world: World): Promise<number> {
  const count = numberOption(invocation, 'count', { most: 1e9 });
  if (count === undefined)
    throw new UsageError('give --count, the different people who got the service or object');
  const [path] = invocation.arguments;
  const done =
    path === undefined ? fromShare(count, invocation) : await fromTable(count, path, { invocation, world });
  return await deliverSizings(
    {
      subject: subjectOf(invocation, path === undefined ? [] : [done.file]),
      sizings: done.sizings,
      issues: done.issues,
      paths: invocation.arguments,
      details: { methods: done.sizings },
      text: (voice) => [
        drawAttempts(
          done.sizings.map((sizing) => ({ sizing })),
          voice,
        ),
      ],
    },
    invocation,
    world,
  );
}

interface Done {
  readonly sizings: readonly Sizing[];
  readonly issues: readonly Issue[];
  readonly file: string;
}

function fromShare(count: number, invocation: Invocation): Done {
  const share = numberOption(invocation, 'share', { most: 1 });
  const sample = numberOption(invocation, 'sample', { least: 1, most: 1e9, whole: true });
  if (share === undefined || sample === undefined)
    throw new UsageError('give --share and --sample, or a survey table');
  return { sizings: [fromNumbers({ count, share, sample }, invocation)], issues: [], file: '' };
}

function fromNumbers(
  given: { readonly count: number; readonly share: number; readonly sample: number },
  invocation: Invocation,
): Sizing {
  return soundSizing(
    multiply({
      ...given,
      designEffect: numberOption(invocation, 'deff', { least: 0.1, most: 100 }),
      countError: numberOption(invocation, 'countError', { most: 1e9 }),
    }),
  );
}

async function fromTable(
  count: number,
  path: string,
  where: { readonly invocation: Invocation; readonly world: World },
): Promise<Done> {
  const source = await openTable(path, where.world);
  const { rows, issues } = readSizingInput(MARKED_SURVEY, source);
  const respondents = rows.map((row, at): MarkedRespondent => ({
    got: row.got,
    weight: surveyWeight(row),
    chain: row.chain ?? `row ${at}`,
  }));
  const share = weightedShare(respondents);
  const plain = fromNumbers({ count, share, sample: respondents.length }, where.invocation);
  if (!rows.some((row) => row.chain !== undefined)) return { sizings: [plain], issues, file: source.file };
  const random = makeRandom(seedOf(where.invocation)).fork('chains');
  const chains = soundSizing(multiplyByChains(count, respondents, { random, replicates: 2000 }));
  return { sizings: [chains, plain], issues, file: source.file };
}
