import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { spotwise } from '../support/spotwise.js';

const root = resolve(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'sizing.md'), 'utf8');
const examples = [...page.matchAll(/```console\n\$ spotwise (.+)\n([^`]*)```/g)].map((match) => ({
  line: match[1] ?? '',
  printed: match[2] ?? '',
}));
const tables = Object.fromEntries(
  readdirSync(join(root, 'fixtures', 'sizing')).map((name) => [
    `fixtures/sizing/${name}`,
    readFileSync(join(root, 'fixtures', 'sizing', name), 'utf8'),
  ]),
);

describe('docs/sizing.md', () => {
  it('has an example of every sizing command', () => {
    const commands = examples.map(({ line }) => line.split(' ')[0]);
    expect(commands).toEqual([
      'capture',
      'capture',
      'multiplier',
      'crowd',
      'scaleup',
      'repeats',
      'extrapolate',
      'combine',
      'study-size',
    ]);
  });

  it.each(examples)('prints what it says: $line', async ({ line, printed }) => {
    const { code, out } = await spotwise(line.split(' '), tables);
    expect(code).toBe(0);
    expect(out).toBe(printed);
  });
});
