import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/formats/csv.js';
import { ROOT } from '../support/program.js';
import { spotwise } from '../support/spotwise.js';
import { runInSqlite } from '../support/sqlite.js';

const STUDIES = ['tiny', 'kosovo', 'yangon', 'kenya-2012', 'nigeria-2012', 'cameroon-2015'];
const FILES = ['study.yaml', 'spots.csv', 'reports.csv', 'places.csv'];

type Files = Readonly<Record<string, string>>;

function filesOf(study: string): Files {
  const path = (name: string) => join(ROOT, 'fixtures', study, name);
  const names = FILES.filter((name) => existsSync(path(name)));
  return Object.fromEntries(names.map((name) => [`s/${name}`, readFileSync(path(name), 'utf8')]));
}

function rowsOf(text: string, file: string) {
  const { table } = readCsv(new TextEncoder().encode(text), file);
  return { columns: [...(table?.columns ?? [])], rows: (table?.rows ?? []).map((row) => [...row]) };
}

/** The two results of a study by SQLite, and the same as spotwise estimate writes them. */
async function bothWays(files: Files, options: readonly string[] = []) {
  const script = await spotwise(['sql', 's', '--dialect', 'sqlite', ...options], files);
  expect(script).toMatchObject({ code: 0, error: '' });
  const tables = ['spots', 'reports', 'places'].flatMap((name) => {
    const text = files[`s/${name}.csv`];
    return text === undefined ? [] : [{ name: `${name}_csv`, ...rowsOf(text, name) }];
  });
  const estimated = await spotwise(['estimate', 's', '--out', 'd', '--quiet', ...options], files);
  expect(estimated.code).toBe(0);
  const written = (name: string) => {
    const { columns, rows } = rowsOf(estimated.files.get(`d/${name}.csv`) ?? '', name);
    return [columns, ...rows];
  };
  return {
    bySql: await runInSqlite(script.out, tables),
    ours: { municipalities: written('municipalities'), national: written('national') },
  };
}

describe('the chain as SQL', () => {
  it.each(STUDIES)(
    'gives the municipalities and the nation of %s to the last digit in SQLite',
    async (study) => {
      const { bySql, ours } = await bothWays(filesOf(study));
      expect(ours.municipalities.length).toBeGreaterThan(1);
      expect(bySql).toEqual(ours);
    },
  );

  it.each([
    'tiny --settle midpoint --level-1 none',
    'tiny --settle maximum --level-1 municipality',
    'tiny --settle geometric --informants envelope --rho 1',
    'kosovo --settle maximum',
    'kosovo --settle minimum --level-1 typology --rho 0',
    'kosovo --interval extremes',
  ])('says the variants of %s', async (line) => {
    const [study = '', ...options] = line.split(' ');
    const { bySql, ours } = await bothWays(filesOf(study), options);
    expect(bySql).toEqual(ours);
  });

  it('divides by the share seen, with quoted names and a mapped header', async () => {
    const files = {
      's/study.yaml':
        "title: It's\nround: '1'\ncountry: X\npopulations:\n  - code: FSW\n    label: a\n    denominator: women 15-49\ncolumns:\n  spots:\n    spot_id: Hot spot\nmethod:\n  hidden:\n    use: divide\n    share_seen: 0.83\n",
      's/places.csv':
        'municipality,mapped,women 15-49\n"O\'Brien, north",yes,1001\nEmpty,yes,77\nLeft out,no,\n',
      's/spots.csv':
        'Hot spot,population,town,mode,status,level,min,max\n1,FSW,"O\'Brien, north",geo,,L2,3,8\n2,FSW,"O\'Brien, north",Phone,,2,1,2\n3,FSW,Empty,web,Not Found,2,1,2\n4,FSW,"O\'Brien, north",geo,active,level 1,10,21\n',
      's/reports.csv': 'informant_id,level,spot_id,population,min,max\ni1,1,1,FSW,6,9\ni2,1,1,FSW,4,10\n',
    };
    const { bySql, ours } = await bothWays(files);
    expect(ours.municipalities).toHaveLength(3);
    expect(bySql).toEqual(ours);
  });

  it.each([
    [['--settle', 'median-of-sources'], 'settle "median-of-sources"'],
    [['--informants', 'trimmed'], 'informants "trimmed"'],
    [['--level-1', 'pooled'], 'level_1 "pooled"'],
    [['--day', 'peak'], 'day "peak"'],
    [['--interval', 'bootstrap'], 'interval "bootstrap"'],
  ])('refuses a step it cannot say by name: %j', async (options, named) => {
    const done = await spotwise(['sql', 's', ...options], filesOf('tiny'));
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
      const { out } = await spotwise(['sql', 's', '--dialect', dialect], filesOf('tiny'));
      expect(out).not.toMatch(/\b(DROP|REPLACE TABLE|DELETE|ALTER|TRUNCATE)\b/);
      expect(out.match(/CREATE TEMP TABLE/g)?.length).toBeGreaterThan(15);
    }
  });
});
