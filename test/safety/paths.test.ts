import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFreshFolder, ROOT, shell, spotwise, type Outcome } from '../support/program.js';

const SPOTS = 'spot_id,population,municipality,min,max\nA,FSW,North,4,10\nB,FSW,South,20,41\n';

function withStudy<Result>(work: (folder: string) => Result): Result {
  return inFreshFolder((folder) => {
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'spots.csv'), SPOTS);
    return work(folder);
  });
}

const run = (cwd: string, out: string, ...more: string[]) =>
  spotwise(['estimate', 'in', '--out', out, ...more], { cwd });

function isRefusedInOneLine(done: Outcome, code: number) {
  expect(done.code).toBe(code);
  expect(done.stdout).toBe('');
  expect(done.stderr.trim().split('\n')).toHaveLength(1);
}

describe('an output that would fall upon its input', () => {
  it.each([
    ['the same folder', 'in'],
    ['./ before it', './in'],
    ['a way around', 'in/../in/'],
    ['a symbolic link to it', 'link'],
    ['the folder above', '.'],
  ])('is refused: %s', (_, out) => {
    withStudy((cwd) => {
      symlinkSync('in', join(cwd, 'link'));
      isRefusedInOneLine(run(cwd, out), 2);
      expect(readFileSync(join(cwd, 'in', 'spots.csv'), 'utf8')).toBe(SPOTS);
      expect(readdirSync(cwd)).toEqual(['in', 'link']);
    });
  });

  it.each(['t.csv', './t.csv', 'hard.csv'])('is refused for one file: %s', (out) => {
    inFreshFolder((cwd) => {
      const text = 'municipality,population,min,estimate,max\nNorth,FSW,4,7,10\n';
      writeFileSync(join(cwd, 't.csv'), text);
      linkSync(join(cwd, 't.csv'), join(cwd, 'hard.csv'));
      const done = spotwise(['audit', 't.csv', '--out', out, '--quiet'], { cwd });
      expect(done.code).toBe(2);
      expect(done.stderr).toContain('is the input');
      expect(readFileSync(join(cwd, 't.csv'), 'utf8')).toBe(text);
    });
  });
});

describe('a symbolic link in the output path', () => {
  it.each(['link', 'link/below', 'way/link/below'])('is refused and its target left alone: %s', (out) => {
    withStudy((cwd) => {
      mkdirSync(join(cwd, 'target'));
      mkdirSync(join(cwd, 'way'));
      symlinkSync(join(cwd, 'target'), join(cwd, 'link'));
      symlinkSync(join(cwd, 'target'), join(cwd, 'way', 'link'));
      isRefusedInOneLine(run(cwd, out), 4);
      isRefusedInOneLine(run(cwd, join(cwd, out)), 4);
      expect(readdirSync(join(cwd, 'target'))).toEqual([]);
      expect(lstatSync(join(cwd, 'link')).isSymbolicLink()).toBe(true);
    });
  });
});

describe('a place where nothing can be written', () => {
  it('is said in one line with exit 4: no such folder, a file in the way', () => {
    withStudy((cwd) => {
      writeFileSync(join(cwd, 'file'), 'mine');
      for (const out of ['nowhere/out', 'file', 'file/out', 'x'.repeat(300)])
        isRefusedInOneLine(run(cwd, out), 4);
      expect(readdirSync(cwd)).toEqual(['file', 'in']);
      expect(readFileSync(join(cwd, 'file'), 'utf8')).toBe('mine');
    });
  });

  const isRoot = process.getuid?.() === 0;
  it('is said for a folder without write permission, whoever runs it', () => {
    withStudy((cwd) => {
      mkdirSync(join(cwd, 'shut'));
      chmodSync(join(cwd, 'shut'), 0o555);
      chmodSync(cwd, 0o755);
      const program = [
        process.execPath,
        join(ROOT, 'bin/spotwise.js'),
        'estimate',
        'in',
        '--out',
        'shut/out',
      ];
      // Root ignores modes, so root takes another user for this.
      const done = spawnSync(program[0] ?? '', program.slice(1), {
        cwd,
        encoding: 'utf8',
        ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
      });
      expect({ code: done.status, lines: done.stderr.trim().split('\n').length }).toEqual({
        code: 4,
        lines: 1,
      });
      expect(done.stderr).toContain('permission denied');
      expect(readdirSync(join(cwd, 'shut'))).toEqual([]);
    });
  });
});

const cell = (name: string) => `"${name}"`;

describe('names that are paths', () => {
  const NAMES = [
    '..',
    '../escaped',
    '/escaped',
    '..\\escaped',
    'C:\\escaped',
    '.',
    'CON',
    'nul',
    '-rf',
    '~',
    '$(touch escaped)',
    'a/b/c',
    'x'.repeat(300),
    'line\nbreak',
  ];

  it('create no file outside the result, in no command', () => {
    inFreshFolder((cwd) => {
      mkdirSync(join(cwd, 'in'));
      const rows = NAMES.flatMap((name, at) => [
        `${cell(name)},FSW,${cell(name)},bar,42.${100 + at},21.${100 + at},5,9`,
        `s${at},FSW,${cell(name)},${cell(name)},43.${100 + at},21.${200 + at},35,49`,
      ]);
      writeFileSync(
        join(cwd, 'in', 'spots.csv'),
        `spot_id,population,municipality,typology,lat,lon,min,max\n${rows.join('\n')}\n`,
      );
      for (const args of [
        ['run', 'in', '--out', 'out'],
        ['share', 'in', '--out', 'open'],
        ['share', 'in', '--audience', 'programme', '--out', 'own'],
        ['explain', '../escaped'],
      ]) {
        expect([0, 1, 2]).toContain(spotwise(args, { cwd }).code);
      }
      expect(readdirSync(cwd).filter((name) => !['in', 'out', 'open', 'own'].includes(name))).toEqual([]);
      for (const name of readdirSync(join(cwd, 'out'), { recursive: true }))
        expect(String(name)).not.toMatch(/escaped|\.\./);
      expect(existsSync('/escaped')).toBe(false);
    });
  });

  it('in study.yaml stay below the folder of the study or are read only', () => {
    withStudy((cwd) => {
      writeFileSync(join(cwd, 'in', 'study.yaml'), 'files: { spots: ../../../../etc/passwd }\n');
      const done = run(cwd, 'out');
      expect([1, 4]).toContain(done.code);
      expect(`${done.stdout}${done.stderr}`).not.toContain('root:');
    });
  });
});

describe('an earlier result', () => {
  it('is replaced by the same bytes', () => {
    withStudy((cwd) => {
      const tree = () =>
        readdirSync(join(cwd, 'out'))
          .sort()
          .map((name) => readFileSync(join(cwd, 'out', name), 'utf8'));
      expect(run(cwd, 'out').code).toBe(0);
      const first = tree();
      expect(run(cwd, 'out').code).toBe(0);
      expect(tree()).toEqual(first);
    });
  });
});

describe('pipes', () => {
  it('that are slow get everything, and that close get silence', () => {
    withStudy((cwd) => {
      const rows = Array.from({ length: 12_000 }, (_, at) => `S${at},FSW,North,${at}`);
      writeFileSync(
        join(cwd, 'in', 'spots.csv'),
        `spot_id,population,municipality,min,max\n${rows.join('\n')}\n`,
      );
      const command = 'spotwise check in --json';
      const whole = Number(shell(`${command} | wc -c`, cwd).stdout);
      expect(whole).toBeGreaterThan(2_000_000);
      expect(Number(shell(`${command} | { sleep 1; wc -c; }`, cwd).stdout)).toBe(whole);
      const closed = shell(`${command} | head -c 10 > /dev/null; echo "\${PIPESTATUS[0]}"`, cwd);
      expect({ out: closed.stdout, error: closed.stderr }).toEqual({ out: '0\n', error: '' });
    });
  });
});
