import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/program.js';
import { spotwise } from '../support/spotwise.js';

const FILES = Object.fromEntries(
  ['study.yaml', 'spots.csv', 'reports.csv'].map((name) => [
    `s/${name}`,
    readFileSync(join(ROOT, 'fixtures', 'tiny', name), 'utf8'),
  ]),
);
const estimate = (...options: string[]) => spotwise(['estimate', 's', '--out', 'd', ...options], FILES);
const written = (files: ReadonlyMap<string, string>) =>
  new Map([...files].filter(([name]) => name.startsWith('d/')).map(([name, text]) => [name.slice(2), text]));

const withoutCount = (text: string) => text.replace(/\d+ files in/, 'files in');

describe('estimate --only', () => {
  it('writes each chosen file with the bytes it has among all, and the run card', async () => {
    const all = written((await estimate('--quiet')).files);
    const names = [...all.keys()].filter((name) => name !== 'run.json');
    expect(names.length).toBeGreaterThan(9);
    for (const name of names) {
      const { code, error, files } = await estimate('--quiet', '--only', name);
      expect([code, error]).toEqual([0, '']);
      const some = written(files);
      expect([...some.keys()].sort()).toEqual([name, 'run.json'].sort());
      expect(some.get(name)).toBe(all.get(name));
      const card = JSON.parse(some.get('run.json') ?? '') as { outputs: { name: string }[] };
      expect(card.outputs.map((output) => output.name)).toEqual([name]);
    }
  });

  it('tells a person the same of all as without it', async () => {
    const [all, some] = [await estimate(), await estimate('--only', 'national.csv, week.csv')];
    expect(withoutCount(some.out)).toBe(withoutCount(all.out));
    expect([...written(some.files).keys()].sort()).toEqual(['national.csv', 'run.json', 'week.csv']);
  });

  it('refuses a name no result has, and what it cannot choose from', async () => {
    const unknown = await estimate('--only', 'nation.csv');
    expect(unknown.code).toBe(2);
    expect(unknown.error).toMatch(
      /^spotwise: --only: the results have no nation\.csv; there are national\.csv, /,
    );
    expect(written(unknown.files).size).toBe(0);
    for (const other of [['--out', '-'], ['--multiverse']]) {
      expect((await estimate('--only', 'national.csv', ...other)).code).toBe(2);
    }
  });
});
