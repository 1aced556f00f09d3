import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFreshFolder, ROOT } from './support/program.js';

const COUNT_TAKEN = `
  require('node:v8').setFlagsFromString('--interrupt-budget=400000');
  const { load, scripts } = require('./bin/load.js');
  load('cli.cjs');
  load('node.cjs');
  console.log(JSON.stringify([...scripts].map(([name, { cachedDataRejected }]) => [name, cachedDataRejected])));`;

/** The version and the national table of the tiny study, of the program in a folder. */
function said(folder: string): string {
  const args = ['estimate', join(ROOT, 'fixtures', 'tiny'), '--out', '-'];
  return spawnSync(process.execPath, [join(folder, 'bin', 'spotwise.js'), ...args], { encoding: 'utf8' })
    .stdout;
}

/** Does something with a copy of the built program, and with the names of its compiled files. */
function withCopy<Result>(work: (folder: string, compiled: readonly string[]) => Result): Result {
  return inFreshFolder((folder) => {
    for (const name of ['bin', 'dist', 'package.json'])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    const own = join(folder, 'dist', 'program', 'compiled');
    const compiled = readdirSync(own, { recursive: true, encoding: 'utf8' }).map((name) => join(own, name));
    return work(
      folder,
      compiled.filter((name) => name.endsWith('.code')),
    );
  });
}

describe('the code V8 made when the program was built', () => {
  it('is taken for every file of the start', () => {
    const done = spawnSync(process.execPath, ['-e', COUNT_TAKEN], { cwd: ROOT, encoding: 'utf8' });
    const taken = JSON.parse(done.stdout) as [string, boolean | undefined][];
    expect(taken.length).toBeGreaterThan(5);
    expect(taken.filter(([, isRejected]) => isRejected !== false)).toEqual([]);
  });

  it('changes nothing when it is gone, cut short or something else', () => {
    withCopy((folder, compiled) => {
      expect(compiled.length).toBeGreaterThan(20);
      const whole = said(folder);
      expect(whole).toContain('population');
      for (const name of compiled) writeFileSync(name, 'no code');
      expect(said(folder)).toBe(whole);
      for (const name of compiled) writeFileSync(name, '');
      expect(said(folder)).toBe(whole);
      rmSync(join(folder, 'dist', 'program', 'compiled'), { recursive: true });
      expect(said(folder)).toBe(whole);
    });
  });
});
