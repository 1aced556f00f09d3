import type { World } from '../io/world.js';
import { UsageError } from '../model/failure.js';
import { AUDIENCES } from '../share/audiences.js';
import { isOn, textOption, type Command, type Invocation } from './command.js';
import { DRAW_THREADS_OPTION } from './estimating.js';
import { planAndReport } from './report.js';
import { LOCK_OPTIONS } from './share-options.js';
import {
  METHOD_OPTIONS,
  REPORT_OPTIONS,
  RESULT_OPTIONS,
  STUDY_ARGUMENT,
  TABLE_OPTIONS,
  TALK_OPTIONS,
} from './shared-options.js';

export const RUN: Command = {
  arguments: [STUDY_ARGUMENT],
  options: [
    ...TABLE_OPTIONS,
    ...METHOD_OPTIONS,
    DRAW_THREADS_OPTION,
    ...REPORT_OPTIONS,
    ...RESULT_OPTIONS,
    {
      flags: '--audience <name>',
      says: 'who the results are for (default: programme; team needs --exact; partner and public get what share gives)',
      choices: Object.keys(AUDIENCES),
      group: 'Protection',
    },
    {
      flags: '--expires <day>',
      says: 'day until which it holds, YYYY-MM-DD (default: share.expires of study.yaml)',
      group: 'Protection',
    },
    ...LOCK_OPTIONS,
    ...TALK_OPTIONS,
  ],
  details:
    'Checks the data, estimates and plans, and writes everything to one folder in one step, with report.html to look at. For the programme places are coarse and no names or extra columns stand in it; for the team (--exact) they are as recorded, best encrypted (--encrypt-to age1…, one file that opens with the age program). For partner and public it writes the protected tables of share, and no plan: a plan shows spots.',
  examples: [
    { line: 'spotwise run fixtures/kosovo', says: 'the Kosovo 2016 study from counts to plan' },
    {
      line: 'spotwise run fixtures/kosovo --audience public --expires 2027-12-31 --out kosovo-public',
      says: 'tables for the public, small cells hidden',
    },
  ],
  run: async (invocation, world) => await runFor(invocation, world),
};

/** The view of the audience asked for: the whole work for those who hold the places, protected tables for the others. */
async function runFor(invocation: Invocation, world: World): Promise<number> {
  const audience = textOption(invocation, 'audience') ?? (isOn(invocation, 'exact') ? 'team' : 'programme');
  if (audience === 'partner' || audience === 'public') {
    const { share } = await import('./share.js');
    return await share(invocation, world, 'out');
  }
  if (audience === 'team' && !isOn(invocation, 'exact'))
    throw new UsageError('--audience team needs --exact: it holds the places as recorded');
  if (audience === 'programme' && isOn(invocation, 'exact'))
    throw new UsageError('--exact is for --audience team only, not for programme');
  return await planAndReport('run', invocation, world);
}
