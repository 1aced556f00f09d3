import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { methodsManual, referenceManual } from '../src/explain/manual.js';
import { SETTINGS_SCHEMA } from '../src/study/settings-schema.js';
import { CATALOGUE } from '../src/commands/catalogue.js';
import { inFreshFolder, ROOT, spotwise } from './support/program.js';

const page = (name: string) => readFileSync(join(ROOT, name), 'utf8');

describe('pages made from definitions are fresh (npm run docs writes them)', () => {
  it.each([
    ['docs/methods.md', methodsManual()],
    ['docs/reference.md', referenceManual()],
    ['docs/study.schema.json', `${JSON.stringify(SETTINGS_SCHEMA, undefined, 2)}\n`],
  ])('%s', (name, text) => {
    expect(page(name)).toBe(text);
  });
});

describe('commands in the guides', () => {
  it.each(['README.md', 'docs/start.md', 'docs/planning.md', 'docs/sizing.md', 'docs/consensus.md'])(
    '%s shows what they really print',
    (name) => {
      const blocks = [...page(name).matchAll(/```console\n\$ spotwise (.*)\n([^]*?)```/g)];
      expect(blocks.length).toBeGreaterThan(1);
      inFreshFolder((cwd) => {
        cpSync(join(ROOT, 'fixtures'), join(cwd, 'fixtures'), {
          recursive: true,
          filter: (path) => !/[\\/]out$/.test(path),
        });
        for (const [, line = '', output] of blocks)
          expect(spotwise(line.split(' '), { cwd }).stdout).toBe(output);
      });
    },
  );

  it('every command is in the README, and every example in the help works', async () => {
    for (const { name } of CATALOGUE) expect(page('README.md')).toContain(`spotwise ${name}`);
    const commands = await Promise.all(CATALOGUE.map(({ load }) => load()));
    inFreshFolder((cwd) => {
      cpSync(join(ROOT, 'fixtures'), join(cwd, 'fixtures'), {
        recursive: true,
        filter: (path) => !/[\\/]out$/.test(path),
      });
      for (const { line } of commands.flatMap((command) => command.examples)) {
        const done = spotwise(line.split(' ').slice(1), { cwd });
        expect({ line, code: done.code, stderr: done.stderr }).toEqual({
          line,
          code: line.startsWith('spotwise audit') ? 1 : 0,
          stderr: '',
        });
      }
    });
  }, 240_000);

  it('every link between pages leads somewhere', () => {
    const pages = [
      'README.md',
      ...readdirSync(join(ROOT, 'docs'))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ];
    for (const name of pages) {
      for (const [, target = ''] of page(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        const folder = name.startsWith('docs/') ? 'docs' : '.';
        expect(() => readdirSync(join(ROOT, folder, target, '..'))).not.toThrow();
        expect(readdirSync(join(ROOT, folder, target, '..'))).toContain(
          target.replace(/\/$/, '').split('/').at(-1),
        );
      }
    }
  });
});
