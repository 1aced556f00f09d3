import type { ThreadWork, World } from '../io/world.js';
import { numberOption, type Invocation, type OptionSpec } from './command.js';
import { progressFor } from './voice.js';

/** How many chains run at once. */
export const THREADS_OPTION: OptionSpec = {
  flags: '--threads <number>',
  says: 'chains run at once (default: what the machine can); the result is the same',
  group: 'Method',
};

/** Returns what the chains give, run in threads while a line on the terminal says how far they are. */
export async function runChains<Task, Result>(
  work: ThreadWork<Task, Result>,
  tasks: readonly Task[],
  { invocation, world }: { readonly invocation: Invocation; readonly world: World },
): Promise<Result[]> {
  const threads = numberOption(invocation, 'threads', { least: 1, most: 64, whole: true });
  const progress = progressFor(invocation, world, 'chains');
  try {
    return await world.inThreads(work, tasks, {
      threads,
      reach: (done, whole) => {
        void progress.reach(done, whole);
      },
    });
  } finally {
    await progress.end();
  }
}
