import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/program.js';

it('docs/sizing.md has an example of every sizing command (test/docs.test.ts runs them)', () => {
  const page = readFileSync(join(ROOT, 'docs', 'sizing.md'), 'utf8');
  const commands = [...page.matchAll(/```console\n\$ spotwise (\S+)/g)].map((match) => match[1]);
  expect([...new Set(commands)]).toEqual([
    'capture',
    'multiplier',
    'crowd',
    'scaleup',
    'sspse',
    'repeats',
    'reverse-tracking',
    'extrapolate',
    'combine',
    'compare',
    'study-size',
  ]);
});
