import { describe, expect, it } from 'vitest';
import { progressOn } from '../../src/io/progress.js';
import { memoryWorld } from '../support/memory-world.js';

function terminal(isTerminal: boolean) {
  const world = memoryWorld({});
  let now = 0;
  return {
    world: { ...world, clock: () => now, stderr: { ...world.stderr, isTerminal } },
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    said: world.said,
  };
}

describe('the progress line', () => {
  it('says nothing for half a second, then redraws at most ten times a second, then is gone', async () => {
    const { world, wait, said } = terminal(true);
    const progress = progressOn(world, 'working');
    wait(499);
    await progress.reach(1, 4);
    expect(said.stderr).toBe('');
    wait(1);
    await progress.reach(2, 4);
    expect(said.stderr).toBe('\rworking  ############------------  50%\u001b[K');
    wait(99);
    await progress.reach(3, 4);
    expect(said.stderr).not.toContain('75%');
    await progress.end();
    expect(said.stderr.endsWith('\r\u001b[K')).toBe(true);
    expect(said.stdout).toBe('');
  });

  it('is silent where nobody watches, and when told to be quiet', async () => {
    for (const [isTerminal, isQuiet] of [
      [false, false],
      [true, true],
    ] as const) {
      const { world, wait, said } = terminal(isTerminal);
      const progress = progressOn(world, 'working', isQuiet);
      wait(10_000);
      await progress.reach(1, 2);
      await progress.end();
      expect(said.stderr).toBe('');
    }
  });
});
