import { parentPort, workerData } from 'node:worker_threads';
import { EstimationError } from '../model/estimation-error.js';
import type { ThreadMessage } from './threads.js';
import type { ThreadModule } from './world.js';

// What runs inside a thread: the one task it was started for, then it ends.
const say = (message: ThreadMessage) => parentPort?.postMessage(message, []);
const { module, task } = workerData as { readonly module: string; readonly task: unknown };
try {
  const { run } = (await import(module)) as ThreadModule<unknown, unknown>;
  say({ kind: 'result', result: run(task, (share) => say({ kind: 'share', share })) });
} catch (error) {
  if (!(error instanceof EstimationError)) throw error;
  say({ kind: 'refusal', code: error.code, message: error.message });
}
