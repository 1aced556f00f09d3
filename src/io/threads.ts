import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { EstimationError } from '../model/estimation-error.js';
import type { ThreadOptions, ThreadWork } from './world.js';

/** What a thread says to whoever started it. */
export type ThreadMessage =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'refusal'; readonly code: string; readonly message: string };

/**
 * Returns what the work gives for each task, in the order of the tasks, done by as many threads at once as asked for, at
 * most as many as tasks; without a number, as many as the machine runs at once. A thread does one task after the other,
 * the next that nobody has begun. A refusal (EstimationError) of one task ends the others and is thrown here. The number
 * of threads cannot change a result, for no task knows of it.
 */
export async function inThreads<Task, Result>(
  work: ThreadWork<Task, Result>,
  tasks: readonly Task[],
  options: ThreadOptions,
): Promise<Result[]> {
  const most = Math.min(tasks.length, options.threads ?? availableParallelism());
  const shares = new Float64Array(tasks.length);
  const results: Result[] = [];
  const workers = Array.from(
    { length: most },
    () => new Worker(new URL('./thread.js', import.meta.url), { workerData: work.module }),
  );
  const reach = (at: number, share: number): void => {
    shares[at] = share;
    options.reach?.(
      shares.reduce((sum, value) => sum + value, 0),
      tasks.length,
    );
  };
  let next = 0;
  const oneAfterTheOther = async (worker: Worker): Promise<void> => {
    while (next < tasks.length) {
      const at = next;
      next += 1;
      results[at] = await resultOf<Result>(worker, tasks[at], (share) => {
        reach(at, share);
      });
      reach(at, 1);
    }
  };
  try {
    await Promise.all(workers.map(oneAfterTheOther));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results;
}

/** What a thread gives for a task. */
function resultOf<Result>(worker: Worker, task: unknown, onShare: (share: number) => void): Promise<Result> {
  return new Promise((done, fail) => {
    const ended = (): void => {
      fail(new Error('a thread ended without a result'));
    };
    const listen = (message: ThreadMessage): void => {
      if (message.kind === 'share') {
        onShare(message.share);
        return;
      }
      worker.off('message', listen).off('error', fail).off('exit', ended);
      if (message.kind === 'result') done(message.result as Result);
      else fail(new EstimationError(message.code, message.message));
    };
    worker.on('message', listen).on('error', fail).on('exit', ended);
    worker.postMessage(task, []);
  });
}
