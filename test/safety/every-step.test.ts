import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFreshFolder, ROOT } from '../support/program.js';

/** Writes a result in which every file repeats a word; with a fault, that step on the disk goes wrong. */
function write(cwd: string, word: string, env: Record<string, string> = {}) {
  return spawnSync(
    process.execPath,
    [
      '--import',
      join(ROOT, 'bench/torture/fault.mjs'),
      join(ROOT, 'test/support/write-one-result.mjs'),
      'out',
      word,
    ],
    { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', ...env } },
  );
}

const wordsIn = (folder: string) =>
  ['a.csv', 'plan/b.csv', 'run.json'].map((name) =>
    /old|new/.exec(existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '')?.at(0),
  );

const besideIn = (folder: string) => readdirSync(folder).filter((name) => name.includes('.spotwise-'));

/** What stands after the word `new` was written over `old` with a fault at each step in turn. */
function afterEachStep(what: string) {
  return inFreshFolder((folder) => {
    mkdirSync(join(folder, 'known'));
    write(join(folder, 'known'), 'old');
    const counter = join(folder, 'steps');
    cpSync(join(folder, 'known'), join(folder, 'counted'), { recursive: true });
    write(join(folder, 'counted'), 'new', { COUNT: counter });
    const steps = Number(readFileSync(counter, 'utf8'));
    expect(steps).toBeGreaterThan(15);
    return Array.from({ length: steps }, (_, at) => {
      const cwd = join(folder, `${at}`);
      cpSync(join(folder, 'known'), cwd, { recursive: true });
      const done = write(cwd, 'new', { FAULT: `${at + 1}:${what}` });
      return { cwd, done, words: wordsIn(join(cwd, 'out')), beside: besideIn(cwd) };
    });
  });
}

const isWhole = (words: readonly (string | undefined)[]) =>
  words.every((word) => word === 'old') || words.every((word) => word === 'new');

describe('at every single step of writing', () => {
  it('a full disk leaves the old result or the new one, one line and nothing else', () => {
    const all = afterEachStep('ENOSPC');
    for (const { done, words, beside } of all) {
      expect(isWhole(words), words.join()).toBe(true);
      expect(beside).toEqual([]);
      expect(done.stderr.trim().split('\n').length).toBe(1);
      expect(done.stderr).not.toContain('    at ');
    }
    const failed = all.filter(({ done }) => done.status === 4);
    expect(failed.length).toBeGreaterThan(12);
    expect(failed[0]?.done.stderr).toMatch(/^cannot write .*: the disk is full\n$/);
  });

  it('SIGTERM leaves the old result or the new one, and nothing else', () => {
    for (const { done, words, beside } of afterEachStep('SIGTERM')) {
      expect(isWhole(words), words.join()).toBe(true);
      expect(beside).toEqual([]);
      expect([143, 0]).toContain(done.status);
    }
  });

  it('kill -9 leaves the old result or the new one; between the two renames both, each whole, and the next run takes up', () => {
    let asides = 0;
    for (const { words, beside } of afterEachStep('KILL')) {
      if (isWhole(words)) continue;
      expect(words).toEqual([undefined, undefined, undefined]);
      expect(beside.map((name) => name.replace(/-\d.*/, '')).sort()).toEqual([
        '.out.spotwise-new',
        '.out.spotwise-old',
      ]);
      asides += 1;
    }
    expect(asides).toBe(1);
  });
});

describe('a result that a killed run left aside', () => {
  it('comes back before the next run writes anything', () => {
    inFreshFolder((cwd) => {
      write(cwd, 'old');
      const counter = join(cwd, 'steps');
      for (let step = 1; existsSync(join(cwd, 'out')); step += 1) {
        expect(step).toBeLessThan(40);
        write(cwd, 'old');
        write(cwd, 'new', { FAULT: `${step}:KILL`, COUNT: counter });
      }
      expect(besideIn(cwd)).toHaveLength(2);
      // The next run is killed as soon as it has put the old one back.
      write(cwd, 'new', { FAULT: '2:KILL' });
      expect(wordsIn(join(cwd, 'out'))).toEqual(['old', 'old', 'old']);
      expect(write(cwd, 'new').status).toBe(0);
      expect(wordsIn(join(cwd, 'out'))).toEqual(['new', 'new', 'new']);
      expect(besideIn(cwd)).toEqual([]);
    });
  });
});
