import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/program.js';

describe('faults at random moments (npm run torture does more of it)', () => {
  it(
    'leave the old result or the new one, never a mixture, and mutated tables end with 0 or 1',
    { timeout: 240_000 },
    () => {
      const done = spawnSync(process.execPath, ['bench/torture.mjs', '15', '30', '7'], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      expect(done.stderr).toBe('');
      expect(done.stdout).toMatch(/kills 15: old \d+, new \d+, absent \d+, mixed or torn 0\n/);
      expect(done.stdout).toContain('after them: 0 temporary folders left');
      expect(done.stdout).toMatch(/inputs 30: exit 0 \d+, exit 1 \d+, other 0, stack traces 0/);
      expect(done.status).toBe(0);
    },
  );
});
