import { describe, expect, it } from 'vitest';
import { spotwise } from '../support/spotwise.js';
import { AWKWARD_STUDY, cellsOf, filesOfStudy, SQL_STUDIES, SQL_VARIANTS } from '../support/sql-studies.js';
import { runInSqlite } from '../support/sqlite.js';

type Files = Readonly<Record<string, string>>;

/** The two results of a study by SQLite, and the same as spotwise estimate writes them. */
async function bothWays(files: Files, options: readonly string[] = []) {
  const script = await spotwise(['sql', 's', '--dialect', 'sqlite', ...options], files);
  expect(script).toMatchObject({ code: 0, error: '' });
  const tables = ['spots', 'reports', 'places'].flatMap((name) => {
    const text = files[`s/${name}.csv`];
    const [columns, ...rows] = text === undefined ? [] : cellsOf(text);
    return columns === undefined ? [] : [{ name: `${name}_text`, columns, rows }];
  });
  const estimated = await spotwise(['estimate', 's', '--out', 'd', '--quiet', ...options], files);
  expect(estimated.code).toBe(0);
  const written = (name: string) => cellsOf(estimated.files.get(`d/${name}.csv`) ?? '');
  return {
    bySql: await runInSqlite(script.out, tables),
    ours: { municipalities: written('municipalities'), national: written('national') },
  };
}

describe('the chain as SQL', () => {
  it.each(SQL_STUDIES)(
    'gives the municipalities and the nation of %s to the last digit in SQLite',
    async (study) => {
      const { bySql, ours } = await bothWays(filesOfStudy(study));
      expect(ours.municipalities.length).toBeGreaterThan(1);
      expect(bySql).toEqual(ours);
    },
  );

  it.each(SQL_VARIANTS)('says the variants of %s', async (line) => {
    const [study = '', ...options] = line.split(' ');
    const { bySql, ours } = await bothWays(filesOfStudy(study), options);
    expect(bySql).toEqual(ours);
  });

  it('divides by the share seen, with quoted names and a mapped header', async () => {
    const { bySql, ours } = await bothWays(AWKWARD_STUDY);
    expect(ours.municipalities.length).toBeGreaterThan(5);
    expect(bySql).toEqual(ours);
  });

  it.each([
    [['--settle', 'median-of-sources'], 'settle "median-of-sources"'],
    [['--informants', 'trimmed'], 'informants "trimmed"'],
    [['--level-1', 'pooled'], 'level_1 "pooled"'],
    [['--day', 'peak'], 'day "peak"'],
    [['--interval', 'bootstrap'], 'interval "bootstrap"'],
  ])('refuses a step it cannot say by name: %j', async (options, named) => {
    const done = await spotwise(['sql', 's', ...options], filesOfStudy('tiny'));
    expect(done.code).toBe(2);
    expect(done.out).toBe('');
    expect(done.error).toContain(`SQL cannot say the step ${named}`);
  });

  it('refuses tables that SQL would read otherwise than spotwise', async () => {
    const semicolons = { 's/spots.csv': 'spot_id;population;municipality;min;max\nA;FSW;North;4;10\n' };
    expect(await spotwise(['sql', 's'], semicolons)).toMatchObject({ code: 2, out: '' });
  });

  it('drops and replaces nothing of the database', async () => {
    for (const dialect of ['duckdb', 'sqlite', 'postgres']) {
      const { out } = await spotwise(['sql', 's', '--dialect', dialect], filesOfStudy('tiny'));
      expect(out).not.toMatch(/\b(DROP|REPLACE TABLE|DELETE|ALTER|TRUNCATE)\b/);
      expect(out.match(/CREATE TEMP TABLE/g)?.length).toBeGreaterThan(15);
    }
  });
});
