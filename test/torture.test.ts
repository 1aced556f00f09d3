import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/program.js';

/** Each step of npm run torture, a little of it. */
describe('faults on purpose (npm run torture does more of it)', () => {
  it.each([
    ['kills', '6', /replacing: 6 kills: old \d+, new \d+, absent \d+, mixed or torn 0\n/],
    ['signals', '2', /SIGTERM 2 times: exit 143 \d/],
    ['disk', '3', /full after 0 to \d+ pages|not tried/],
  ])('%s', { timeout: 240_000 }, (step, count, said) => {
    const done = spawnSync(process.execPath, ['bench/torture.mjs', step, '--count', count, '--seed', '7'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(done.stderr).toBe('');
    expect(done.stdout).toMatch(said);
    expect(done.stdout).toMatch(/\n {2}holds \(\d+ s\)\n$/);
    expect(done.status).toBe(0);
  });
});
