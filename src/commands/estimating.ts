import {
  estimateStepwise,
  PARTS_TO_CHOOSE,
  type Estimation,
  type PartToChoose,
} from '../estimate/estimate.js';
import { drawHere, workIn, type Draw, type Drawn, type DrawTask } from '../estimate/interval/draw-task.js';
import { watched, type Progress } from '../io/progress.js';
import type { World } from '../io/world.js';
import type { Study } from '../model/study.js';
import { numberOption, type Invocation, type OptionSpec } from './command.js';
import { progressFor } from './voice.js';

/** How many threads draw intervals. */
export const DRAW_THREADS_OPTION: OptionSpec = {
  flags: '--threads <number>',
  says: 'threads that draw intervals where that takes long (default: what the machine can); the result is the same',
  group: 'Method, for this run only',
};

/** Work of one interval, in draws of a spot of about a nanosecond, from which on it is put off. */
const WORTH_PUTTING_OFF = 1e7;
/** Work of all that was put off from which on threads save more than they take to start, some 50 ms each. */
const WORTH_THREADS = 2e8;

/**
 * Estimates while a line on the terminal says how far long work is. Intervals with many draws are put off; where there
 * are any, they are then drawn in threads, and the estimate is gone through again with all of them at hand.
 */
export async function estimateWatched(
  study: Study,
  {
    invocation,
    world,
    parts = new Set(PARTS_TO_CHOOSE),
  }: {
    readonly invocation: Invocation;
    readonly world: World;
    readonly parts?: ReadonlySet<PartToChoose> | undefined;
  },
): Promise<Estimation> {
  const threads = numberOption(invocation, 'threads', { least: 1, most: 64, whole: true });
  const progress = progressFor(invocation, world, 'estimating');
  const answers: (Drawn | undefined)[] = [];
  const putOff = new Map<number, DrawTask>();
  const drawSmall: Draw = (task) => {
    const isSmall = workIn(task) < WORTH_PUTTING_OFF;
    if (!isSmall) putOff.set(answers.length, task);
    answers.push(isSmall ? drawHere(task) : undefined);
    return answers.at(-1);
  };
  const first = await watched(estimateStepwise(study, parts, drawSmall), progress);
  if (putOff.size === 0) return first;
  const whole = [...putOff.values()].reduce((sum, task) => sum + workIn(task), 0);
  if (whole >= WORTH_THREADS) await drawInThreads(putOff, { answers, threads, world, progress });
  else for (const [place, task] of putOff) answers[place] = drawHere(task);
  let next = 0;
  return await watched(
    estimateStepwise(study, parts, () => answers[next++]),
    progress,
  );
}

/** Draws what was put off, each to its place: the longest first, so that no thread is left with a long one at the end. */
async function drawInThreads(
  putOff: ReadonlyMap<number, DrawTask>,
  {
    answers,
    threads,
    world,
    progress,
  }: {
    readonly answers: (Drawn | undefined)[];
    readonly threads: number | undefined;
    readonly world: World;
    readonly progress: Progress;
  },
): Promise<void> {
  const { DRAW_WORK } = await import('../estimate/interval/draw-work.js');
  const longestFirst = [...putOff].sort(([, one], [, other]) => workIn(other) - workIn(one));
  const tasks = longestFirst.map(([, task]) => task);
  const reach = (done: number, whole: number): void => {
    void progress.reach(done, whole);
  };
  try {
    const drawn = await world.inThreads(DRAW_WORK, tasks, { threads, reach });
    for (const [at, [place]] of longestFirst.entries()) answers[place] = drawn[at];
  } finally {
    await progress.end();
  }
}
