import { parentPort, workerData } from 'node:worker_threads';
import { EstimationError } from '../model/estimation-error.js';
import type { ThreadMessage } from './threads.js';
import type { ThreadModule } from './world.js';

// What runs inside a thread: one task after the other, as they are sent, until it is ended from outside.
const { run } = (await import(workerData as string)) as ThreadModule<unknown, unknown>;
const say = (message: ThreadMessage) => parentPort?.postMessage(message, []);
parentPort?.on('message', (task: unknown) => {
  try {
    say({ kind: 'result', result: run(task, (share) => say({ kind: 'share', share })) });
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    say({ kind: 'refusal', code: error.code, message: error.message });
  }
});
