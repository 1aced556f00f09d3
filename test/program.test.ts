import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFreshFolder, shell, spotwise } from './support/program.js';

const SPOTS = 'spot_id,population,municipality,min,max\nA,FSW,North,4,10\nB,FSW,South,20,41\n';

function withSpots<Result>(work: (folder: string) => Result, text = SPOTS): Result {
  return inFreshFolder((folder) => {
    writeFileSync(join(folder, 'spots.csv'), text);
    return work(folder);
  });
}

const readTree = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

describe('the program', () => {
  it('estimates a bare table and writes every file of the contract', () => {
    withSpots((cwd) => {
      const done = spotwise(['estimate', '--spots', 'spots.csv', '--out', 'd'], { cwd });
      expect(done).toMatchObject({ code: 0, stderr: '' });
      expect(readdirSync(join(cwd, 'd'))).toEqual(
        [
          'concentration.csv',
          'estimates.csv',
          'issues.csv',
          'municipalities.csv',
          'municipalities.geojson',
          'national.csv',
          'run.json',
          'spots.csv',
          'spots.geojson',
          'trace.csv',
          'typologies.csv',
          'week.csv',
        ].sort(),
      );
      const header = readFileSync(join(cwd, 'd', 'national.csv'), 'utf8').split('\n')[0];
      expect(header).toMatch(
        /^population,spots,mean_spot_size,low,estimate,high,basis,interval_low,interval_high,interval_basis,per_1000,denominator,/,
      );
      expect(readFileSync(join(cwd, 'd', 'national.csv'), 'utf8').split('\n')[1]).toMatch(
        /^FSW,2,18.8,24,38,51,extremes,/,
      );
    });
  });

  it('writes the same bytes twice, in another folder, locale and time zone', () => {
    withSpots((cwd) => {
      spotwise(['estimate', '--spots', 'spots.csv', '--out', 'one'], { cwd });
      spotwise(['estimate', '--spots', 'spots.csv', '--out', 'two'], {
        cwd,
        env: { LANG: 'my_MM.UTF-8', TZ: 'Asia/Yangon' },
      });
      expect(readTree(join(cwd, 'two'))).toEqual(readTree(join(cwd, 'one')));
    });
  });

  it('names no path, user or clock time in what it writes', () => {
    withSpots((cwd) => {
      spotwise(['estimate', '--spots', join(cwd, 'spots.csv'), '--out', 'd'], { cwd });
      const text = Object.values(readTree(join(cwd, 'd'))).join('\n');
      expect(text).not.toContain(cwd);
      expect(text).not.toMatch(/\d\d:\d\d:\d\d/);
      const card = JSON.parse(readFileSync(join(cwd, 'd', 'run.json'), 'utf8')) as {
        inputs: unknown;
        outputs: { name: string }[];
      };
      expect(card.inputs).toEqual([
        { name: 'spots.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      ]);
      expect(card.outputs.map((output) => output.name)).toContain('national.csv');
    });
  });

  it('keeps results to their owner', () => {
    withSpots((cwd) => {
      shell('umask 000; spotwise estimate --spots spots.csv --out d --quiet', cwd);
      expect(statSync(join(cwd, 'd')).mode & 0o777).toBe(0o700);
      for (const name of readdirSync(join(cwd, 'd')))
        expect(statSync(join(cwd, 'd', name)).mode & 0o777).toBe(0o600);
    });
  });

  it('replaces a result of its own whole, and leaves anything else alone', () => {
    withSpots((cwd) => {
      expect(spotwise(['estimate', '--spots', 'spots.csv', '--out', 'd'], { cwd }).code).toBe(0);
      writeFileSync(join(cwd, 'd', 'stale.csv'), 'old');
      expect(spotwise(['estimate', '--spots', 'spots.csv', '--out', 'd'], { cwd }).code).toBe(0);
      expect(existsSync(join(cwd, 'd', 'stale.csv'))).toBe(false);
      mkdirSync(join(cwd, 'mine'));
      writeFileSync(join(cwd, 'mine', 'notes.txt'), 'keep');
      const refused = spotwise(['estimate', '--spots', 'spots.csv', '--out', 'mine'], { cwd });
      expect(refused.code).toBe(4);
      expect(refused.stderr.trim().split('\n')).toHaveLength(1);
      expect(readTree(join(cwd, 'mine'))).toEqual({ 'notes.txt': 'keep' });
      symlinkSync(join(cwd, 'd'), join(cwd, 'link'));
      expect(spotwise(['estimate', '--spots', 'spots.csv', '--out', 'link'], { cwd }).code).toBe(4);
      expect(readdirSync(cwd).filter((name) => name.includes('.spotwise-'))).toEqual([]);
    });
  });

  it('never writes over its input', () => {
    withSpots((cwd) => {
      const done = spotwise(['estimate', '--spots', 'spots.csv', '--out', '.'], { cwd });
      expect(done.code).toBe(2);
      expect(readFileSync(join(cwd, 'spots.csv'), 'utf8')).toBe(SPOTS);
    });
  });

  it('ends with 1 on faulty data, says where, and writes nothing', () => {
    withSpots((cwd) => {
      const done = spotwise(['estimate', '--spots', 'spots.csv', '--out', 'd'], { cwd });
      expect(done.code).toBe(1);
      expect(done.stderr).toContain('spots.csv:2:max');
      expect(done.stderr).toContain('range-order');
      expect(done.stderr).not.toMatch(/\n\s+at /);
      expect(existsSync(join(cwd, 'd'))).toBe(false);
    }, 'spot_id,population,municipality,min,max\nSecretBar,FSW,North,10,4\n');
  });

  it('shows cells only when asked', () => {
    const text = 'spot_id,population,municipality,min,max\nA,FSW,North,Maria,4\n';
    withSpots((cwd) => {
      const check = ['check', '--spots', 'spots.csv'];
      expect(spotwise(check, { cwd }).stdout).not.toContain('Maria');
      expect(spotwise([...check, '--show-values'], { cwd }).stdout).toContain('Maria');
    }, text);
  });

  it.each([
    [['estimat'], 'estimate'],
    [['estimate', '--settel', 'midpoint'], '--settle'],
    [['estimate', '--spots', 'spots.csv', '--settle', 'middle'], 'midpoint'],
    [['estimate', '--spots', 'spots.csv', '--rho', '2'], '0 to 1'],
    [['estimate', '--spots', 'spots.csv', '--weekend', 'saturday'], 'fri,sat'],
    [['estimate', '--spots', 'spots.csv', '--seed', 'x'], 'whole number'],
    [['explain', 'midpiont'], 'midpoint'],
    [['estimate', '.'], '--spots'],
  ])('ends with 2 and one hint on %j', (args, hint) => {
    inFreshFolder((cwd) => {
      if (args.includes('spots.csv')) writeFileSync(join(cwd, 'spots.csv'), SPOTS);
      const done = spotwise(args, { cwd });
      expect(done.code).toBe(2);
      expect(done.stderr).toContain(hint);
      expect(done.stderr).not.toMatch(/\n\s+at /);
    });
  });

  it('ends with 4 when a file is missing', () => {
    inFreshFolder((cwd) => {
      const done = spotwise(['estimate', '--spots', 'nothing.csv'], { cwd });
      expect(done).toMatchObject({ code: 4, stdout: '' });
      expect(done.stderr.trim()).toBe('spotwise: cannot open nothing.csv: it does not exist');
    });
  });

  it('reads standard input and writes standard output', () => {
    inFreshFolder((cwd) => {
      const done = spotwise(['estimate', '--spots', '-', '--out', '-'], { cwd, input: SPOTS });
      expect(done.code).toBe(0);
      expect(done.stdout.split('\n')[1]).toMatch(/^FSW,2,18.8,24,38,51/);
      expect(readdirSync(cwd)).toEqual([]);
    });
  });

  it('prints one JSON document on --json', () => {
    withSpots((cwd) => {
      const done = spotwise(['estimate', '--spots', 'spots.csv', '--out', 'd', '--json'], { cwd });
      const document = JSON.parse(done.stdout) as { national: { estimate: number }[] };
      expect(document.national[0]?.estimate).toBe(38);
    });
  });

  it('ends quietly when the reader goes away, and loudly when standard output is full', () => {
    withSpots((cwd) => {
      const closed = shell('spotwise explain | head -1; echo "${PIPESTATUS[0]}"', cwd);
      expect(closed.stderr).toBe('');
      expect(closed.stdout.trim().split('\n').at(-1)).toBe('0');
      const full = shell('spotwise explain > /dev/full', cwd);
      expect(full.code).toBe(4);
      expect(full.stderr).toContain('the disk is full');
    });
  });

  it('writes no escape codes into a pipe, and colours when forced', () => {
    withSpots((cwd) => {
      const args = ['estimate', '--spots', 'spots.csv', '--out', 'd'];
      expect(spotwise(args, { cwd }).stdout).not.toContain('\u001b');
      expect(spotwise(args, { cwd, env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[');
      expect(spotwise(args, { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain(
        '\u001b',
      );
      const told = spotwise([...args, '--no-color'], { cwd, env: { FORCE_COLOR: '1' } });
      expect(told.stdout).not.toContain('\u001b');
    });
  });

  it('makes a new study that check accepts once spots are filled in', () => {
    inFreshFolder((cwd) => {
      expect(spotwise(['init', 'study'], { cwd }).code).toBe(0);
      expect(spotwise(['init', 'study'], { cwd }).code).toBe(4);
      const empty = spotwise(['check', 'study'], { cwd });
      expect(empty.code).toBe(1);
      expect(empty.stdout).toContain('table-empty');
      const header = readFileSync(join(cwd, 'study', 'spots.csv'), 'utf8').trim();
      const cells = header
        .split(',')
        .map((name) => ({ spot_id: 'A', population: 'FSW', min: '4', max: '9' })[name] ?? '');
      writeFileSync(join(cwd, 'study', 'spots.csv'), `${header}\n${cells.join(',')}\n`);
      const filled = spotwise(['check', 'study'], { cwd });
      expect(filled).toMatchObject({ code: 0, stderr: '' });
    });
  });

  it('coarsens places to about 100 m and drops extra columns unless told to be exact', () => {
    const text =
      'spot_id,population,municipality,min,max,lat,lon,remark\nA,FSW,North,4,10,42.648712,21.167134,behind the mill\n';
    withSpots((cwd) => {
      spotwise(['estimate', '--spots', 'spots.csv', '--out', 'd'], { cwd });
      const coarse = Object.values(readTree(join(cwd, 'd'))).join('\n');
      expect(coarse).toContain('[21.167,42.649]');
      expect(coarse).not.toMatch(/42\.6487|21\.1671|behind the mill/);
      spotwise(['estimate', '--spots', 'spots.csv', '--out', 'd', '--exact'], { cwd });
      const exact = readTree(join(cwd, 'd'));
      expect(exact['spots.geojson']).toContain('[21.16713,42.64871]');
      expect(exact['spots.csv']).toContain('behind the mill');
      expect(exact['run.json']).toContain('"audience": "team"');
    }, text);
  });
});
