import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURES } from '../support/read-fixture.js';
import { inFreshFolder, spotwise as program } from '../support/program.js';
import { spotwise } from '../support/spotwise.js';

const kobo = readFileSync(join(FIXTURES, 'imports', 'kobo-level-2.csv'), 'utf8');

describe('spotwise import', () => {
  it('says what the file is, how columns were mapped and what was left out, and writes nothing without --out', async () => {
    const { code, out, files } = await spotwise(['import', 'kobo.csv'], { 'kobo.csv': kobo });
    expect(code).toBe(0);
    expect(out).toContain('KoboToolbox export (certain)');
    expect(out).toMatch(/spots +lat +spot\/_position_latitude/);
    expect(out).toContain('left out of kobo.csv: start');
    expect([...files.keys()]).toEqual(['kobo.csv']);
  });

  it('starts a study that checks without an error and can be read again with its mapping', async () => {
    const first = await spotwise(['import', 'kobo.csv', '--out', 'study'], { 'kobo.csv': kobo });
    expect(first.code).toBe(0);
    const yaml = first.files.get('study/study.yaml') ?? '';
    expect(yaml).toContain('kind: kobo');
    expect(yaml).toContain('spot_id: spot/spot_id');
    expect(first.files.get('study/spots.csv')).not.toMatch(/invented_user|0a1b2c3d/);
    const files = Object.fromEntries(first.files);
    const check = await spotwise(['check', 'study'], files);
    expect([check.code, check.error]).toEqual([0, '']);
    const again = await spotwise(['import', 'kobo.csv', '--out', 'study'], files);
    expect([again.code, again.error]).toEqual([
      2,
      'spotwise: study has spots.csv already; say --replace to replace it\n',
    ]);
    const replaced = await spotwise(['import', 'kobo.csv', '--out', 'study', '--replace'], files);
    expect(replaced.code).toBe(0);
    expect(replaced.out).toMatch(/spots +spot_id +spot\/spot_id +as told/);
    expect(replaced.files.get('study/study.yaml')).toBe(yaml);
  });

  it('writes the mapping at the end of a study.yaml that has none, and keeps every comment', async () => {
    const yaml =
      '# Ours\ntitle: Mapping # 2025\npopulations:\n  - code: FSW\n  - code: MSM\n  - code: PWID\n';
    const { code, files } = await spotwise(['import', 'kobo.csv', '--out', 'study'], {
      'kobo.csv': kobo,
      'study/study.yaml': yaml,
    });
    expect(code).toBe(0);
    expect(files.get('study/study.yaml')?.startsWith(yaml)).toBe(true);
    const check = await spotwise(['check', 'study'], Object.fromEntries(files));
    expect(check.code).toBe(0);
  });

  it('goes a whole round on a disk: forms, export, tables, outlines', () => {
    inFreshFolder((cwd) => {
      const run = (line: string) => {
        const done = program(line.split(' '), { cwd });
        expect([line, done.code, done.stderr]).toEqual([line, 0, '']);
        return done.stdout;
      };
      writeFileSync(join(cwd, 'kobo.csv'), kobo);
      run('init study --form kobo --languages en,sq');
      run('import kobo.csv --out study --replace --quiet');
      copyFileSync(join(FIXTURES, 'kosovo', 'places.csv'), join(cwd, 'study', 'places.csv'));
      const yaml = join(cwd, 'study', 'study.yaml');
      writeFileSync(
        yaml,
        readFileSync(yaml, 'utf8').replace('  - code: MSM', '  - code: PWID\n  - code: MSM'),
      );
      const outlines = join(FIXTURES, 'kosovo', 'boundaries.geojson');
      run(`boundaries add ${outlines} --licence CC0 --study study --quiet`);
      run(`boundaries add ${outlines} --licence CC0 --study study --quiet --replace`);
      expect(run('check study')).toMatch(/0 errors/);
      expect(readFileSync(yaml, 'utf8')).toMatch(/kind: kobo[^]*Outlines: CC0/);
    });
  }, 60_000);

  it('reads an export longer than one piece of a file from its beginning', () => {
    inFreshFolder((cwd) => {
      const [header = '', row = ''] = kobo.split('\n');
      const rows = Array.from({ length: 4200 }, (_, at) => row.replace('"PR01"', `"S${at}"`));
      writeFileSync(join(cwd, 'long.csv'), [header, ...rows, ''].join('\n'));
      const { stdout } = program(['check', '--spots', 'long.csv'], { cwd });
      expect(stdout).toContain('import-recognised');
      expect(stdout).toMatch(/0 errors, \d+ warnings?, 2 notes in long\.csv/);
    });
  }, 60_000);

  it('writes nothing while there is an error, and says where it is in the file', async () => {
    const broken = kobo.replace('"12";"20"', '"12";"20+"');
    const { code, error, files } = await spotwise(['import', 'kobo.csv', '--out', 'study'], {
      'kobo.csv': broken,
    });
    expect(code).toBe(1);
    expect(error).toContain('kobo.csv:3:counts/max');
    expect([...files.keys()]).toEqual(['kobo.csv']);
  });

  it('takes back what is said wrongly in one line', async () => {
    const lines = [
      ['--column', 'nonsense=x'],
      ['--set', 'level'],
      ['--time-zone', 'Kosovo/Here'],
      ['--day-starts-at', '25:00'],
    ];
    for (const line of lines) {
      const { code, error } = await spotwise(['import', 'kobo.csv', ...line], { 'kobo.csv': kobo });
      expect([code, error.split('\n').length]).toEqual([2, 2]);
    }
  });

  it('reads an export in the place of a table, with notes on how', async () => {
    const direct = await spotwise(['estimate', '--spots', 'kobo.csv', '--out', 'out', '--json'], {
      'kobo.csv': kobo,
    });
    expect(direct.code).toBe(0);
    const imported = await spotwise(['import', 'kobo.csv', '--out', 'study'], { 'kobo.csv': kobo });
    const told = await spotwise(
      ['estimate', 'study', '--out', 'out', '--json'],
      Object.fromEntries(imported.files),
    );
    expect(told.files.get('out/spots.csv')).toBe(direct.files.get('out/spots.csv'));
    expect(told.files.get('out/municipalities.csv')).toBe(direct.files.get('out/municipalities.csv'));
    const check = await spotwise(['check', '--spots', 'kobo.csv'], { 'kobo.csv': kobo });
    expect(check.out).toContain('import-recognised');
    expect(check.out).toContain('Taken for a KoboToolbox export (certain)');
  });

  it('places what a later check finds in the file that was read', async () => {
    const swapped = kobo.replace('"12";"20"', '"20";"12"');
    const { code, out } = await spotwise(['check', '--spots', 'kobo.csv'], { 'kobo.csv': swapped });
    expect(code).toBe(1);
    expect(out).toMatch(/error +kobo\.csv:3:max +range-order/);
  });
});
