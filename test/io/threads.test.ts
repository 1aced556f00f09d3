import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { inThreads as InThreads } from '../../src/io/threads.js';
import { ROOT } from '../support/program.js';

const built = (name: string) => pathToFileURL(join(ROOT, 'dist', name)).href;
const loaded = async () =>
  ((await import(built('io/threads.js'))) as { inThreads: typeof InThreads }).inThreads;

/** The address of a module written for the test. */
const moduleOf = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;

const SLOW_FIRST = `export function run(task, reach) {
  let sum = 0;
  for (let at = 0; at < (task === 0 ? 3e7 : 10); at += 1) sum += at;
  reach(1);
  return task * 10 + (sum > 0 ? 1 : 0);
}`;

describe('work in threads', () => {
  it('comes back in the order of the tasks, however many threads and whoever is first', async () => {
    const inThreads = await loaded();
    for (const threads of [1, 3]) {
      const said: number[] = [];
      const work = { module: moduleOf(SLOW_FIRST), load: async () => ({ run: (task: number) => task }) };
      const results = await inThreads(work, [0, 1, 2, 3], { threads, reach: (done) => said.push(done) });
      expect(results).toEqual([1, 11, 21, 31]);
      expect(said.at(-1)).toBe(4);
    }
  });

  it('carries a refusal out with its code, and a bug with its words', async () => {
    const inThreads = await loaded();
    const refusing = `import { EstimationError } from '${built('model/estimation-error.js')}';
export function run(task) { throw task === 1 ? new EstimationError('chain-diverged', 'ran away') : new Error('a slip'); }`;
    const work = { module: moduleOf(refusing), load: async () => ({ run: (task: number) => task }) };
    const refused = { name: 'EstimationError', code: 'chain-diverged', message: 'ran away' };
    await expect(inThreads(work, [1], {})).rejects.toMatchObject(refused);
    await expect(inThreads(work, [2], {})).rejects.toThrow('a slip');
  });
});
