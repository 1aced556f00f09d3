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
 * most as many as tasks; without a number, as many as the machine runs at once. A refusal (EstimationError) of one task
 * ends the others and is thrown here. The number of threads cannot change a result, for no task knows of it.
 */
export async function inThreads<Task, Result>(
  work: ThreadWork<Task, Result>,
  tasks: readonly Task[],
  options: ThreadOptions,
): Promise<Result[]> {
  const most = Math.min(tasks.length, options.threads ?? availableParallelism());
  const shares = new Float64Array(tasks.length);
  const results = new Map<number, Result>();
  const running = new Set<Worker>();
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < tasks.length) {
      const at = next;
      next += 1;
      const result = await inOneThread<Result>({ module: work.module, task: tasks[at] }, running, (share) => {
        shares[at] = share;
        options.reach?.(
          shares.reduce((sum, value) => sum + value, 0),
          tasks.length,
        );
      });
      results.set(at, result);
    }
  };
  try {
    await Promise.all(Array.from({ length: most }, one));
  } finally {
    await Promise.all([...running].map((worker) => worker.terminate()));
  }
  return tasks.flatMap((_, at) => {
    const result = results.get(at);
    return result === undefined ? [] : [result];
  });
}

function inOneThread<Result>(
  workerData: { readonly module: string; readonly task: unknown },
  running: Set<Worker>,
  onShare: (share: number) => void,
): Promise<Result> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./thread.js', import.meta.url), { workerData });
    running.add(worker);
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'share') onShare(message.share);
      else if (message.kind === 'result') done(message.result as Result);
      else fail(new EstimationError(message.code, message.message));
    });
    worker.on('error', fail);
    worker.on('exit', () => {
      running.delete(worker);
      fail(new Error('a thread ended without a result'));
    });
  });
}
