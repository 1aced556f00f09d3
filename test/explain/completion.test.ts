import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/commands/catalogue.js';
import { verbsOf } from '../../src/commands/completion.js';
import { completionScript, SHELLS, type Shell } from '../../src/explain/completion.js';
import { manPage } from '../../src/explain/man-page.js';
import { longName } from '../../src/explain/verbs.js';
import { VERSION } from '../../src/version.js';
import { inFreshFolder, ROOT } from '../support/program.js';

const isInstalled = (program: string) => spawnSync(program, ['--version']).error === undefined;

/** What bash offers for a line whose last word is being typed. */
async function offered(line: string, files: readonly string[] = []): Promise<string[]> {
  const script = completionScript('bash', await verbsOf(CATALOGUE));
  return inFreshFolder((cwd) => {
    for (const file of files) writeFileSync(join(cwd, file), '');
    const words = line.split(' ').map((word) => `'${word}'`);
    const ask = `${script}\nCOMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _spotwise; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const done = spawnSync('bash', ['-c', ask], { cwd, encoding: 'utf8' });
    expect(done.stderr).toBe('');
    return done.stdout.split('\n').filter((word) => word !== '');
  });
}

describe('completion in bash', () => {
  it('offers verbs, then options of the verb, then what an option takes', async () => {
    expect(await offered('spotwise es')).toEqual(['estimate']);
    expect(await offered('spotwise estimate --spo')).toEqual(['--spots']);
    expect(await offered('spotwise estimate --spots sp', ['spots.csv', 'other.csv'])).toEqual(['spots.csv']);
    expect(await offered('spotwise share --audience p')).toEqual(['programme', 'partner', 'public']);
    expect(await offered('spotwise plan --seconds ')).toEqual([]);
    expect(await offered('spotwise help completi')).toEqual(['completion']);
  });

  it('offers every verb and every option there is', async () => {
    const verbs = await verbsOf(CATALOGUE);
    const first = await offered('spotwise ');
    for (const { name } of verbs) expect(first).toContain(name);
    for (const verb of verbs.filter(({ name }) => ['plan', 'share', 'capture'].includes(name))) {
      const options = await offered(`spotwise ${verb.name} --`);
      for (const option of verb.options) expect(options, verb.name).toContain(`--${longName(option)}`);
    }
  });
});

describe('completion in every shell', () => {
  it.each(SHELLS)('is a script %s can read, and names every verb', async (shell: Shell) => {
    const verbs = await verbsOf(CATALOGUE);
    const script = completionScript(shell, verbs);
    for (const { name } of verbs) expect(script).toContain(name);
    if (!isInstalled(shell)) return;
    inFreshFolder((cwd) => {
      writeFileSync(join(cwd, 'script'), script);
      const checked = spawnSync(shell, ['-n', 'script'], { cwd, encoding: 'utf8' });
      expect({ shell, code: checked.status, said: checked.stderr }).toEqual({ shell, code: 0, said: '' });
    });
  });
});

describe('the man page', () => {
  it('is fresh (npm run docs writes it)', async () => {
    const page = manPage(await verbsOf(CATALOGUE), VERSION);
    expect(readFileSync(join(ROOT, 'docs', 'spotwise.1'), 'utf8')).toBe(page);
  });

  it('has every verb and option, and no line roff would take for its own', async () => {
    const verbs = await verbsOf(CATALOGUE);
    const page = manPage(verbs, VERSION);
    for (const verb of verbs) {
      expect(page).toContain(`.SS spotwise ${verb.name.replaceAll('-', String.raw`\-`)}`);
      for (const { flags } of verb.options) expect(page).toContain(flags.replaceAll('-', String.raw`\-`));
    }
    const requests = page.split('\n').filter((line) => /^[.']/.test(line));
    for (const line of requests) expect(line).toMatch(/^\.(TH|SH|SS|TP|PP|RS|RE|nf|fi|B|I)( |$)/);
  });
});
