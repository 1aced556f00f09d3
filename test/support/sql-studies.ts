import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { readCsv } from '../../src/formats/csv.js';
import { ROOT } from './program.js';
import { spotwise } from './spotwise.js';

type Texts = Readonly<Record<string, string>>;
type Files = Readonly<Record<string, string | Uint8Array>>;

/** Every bundled study of spots whose chain can be said as SQL. */
export const SQL_STUDIES = ['tiny', 'kosovo', 'yangon', 'kenya-2012', 'nigeria-2012', 'cameroon-2015'];

/** Variants whose steps are said otherwise than those the studies choose themselves. */
export const SQL_VARIANTS = [
  'tiny --settle midpoint --level-1 none',
  'tiny --settle maximum --level-1 municipality',
  'tiny --settle geometric --informants envelope --rho 1',
  'kosovo --settle maximum',
  'kosovo --settle minimum --level-1 typology --rho 0',
  'kosovo --interval extremes',
];

/** Names with quotes and blanks, a mapped header, words in every case, and orders that languages see differently. */
export const AWKWARD_STUDY: Texts = {
  's/study.yaml':
    "title: It's\nround: '1'\ncountry: X\npopulations:\n  - code: FSW\n    label: a\n    denominator: women 15-49\ncolumns:\n  spots:\n    spot_id: Hot spot\nmethod:\n  hidden:\n    use: divide\n    share_seen: 0.83\n",
  's/places.csv':
    'municipality,mapped,women 15-49\n"O\'Brien, north",yes,1001\nEmpty,yes,77\nobrien,yes,\nÉcole,,5\nZ,yes,90\na b,yes,12\nab,yes,13\nLeft out,no,\n',
  's/spots.csv':
    'Hot spot,population,town,mode,status,level,min,max\n1,FSW,"O\'Brien, north",geo,,L2,3,8\n2,FSW,"O\'Brien, north",Phone,,2,1,2\n3,FSW,Empty,web,Not Found,2,1,2\n4,FSW,"O\'Brien, north",geo,active,level 1,10,21\n5,FSW,ab,geo,,,1,2\n6,FSW,École,web,,2,0,3\n7,FSW,Z,geo,,2,2,3\n8,FSW,a b,geo,,2,2,5\n',
  's/reports.csv': 'informant_id,level,spot_id,population,min,max\ni1,1,1,FSW,6,9\ni2,1,1,FSW,4,10\n',
};

const TABLES = ['study.yaml', 'spots.csv', 'reports.csv', 'places.csv'];

/** The files of a bundled study that the chain reads, below a folder `s`. */
export function filesOfStudy(study: string): Texts {
  const path = (name: string) => join(ROOT, 'fixtures', study, name);
  const names = TABLES.filter((name) => existsSync(path(name)));
  return Object.fromEntries(names.map((name) => [`s/${name}`, readFileSync(path(name), 'utf8')]));
}

/** The results SQL gives, by file name below `d/` of an estimate. */
const RESULTS = ['municipalities.csv', 'national.csv'];

/** Runs the SQL of a study in a fresh folder with its tables, and holds the two files it writes against the estimate. */
export async function expectSameResults(
  files: Files,
  dialect: string,
  run: (script: string, folder: string) => void | Promise<void>,
  options: readonly string[] = [],
): Promise<void> {
  const sql = await spotwise(['sql', 's', '--dialect', dialect, ...options], files);
  expect(sql).toMatchObject({ code: 0, error: '' });
  const estimated = await spotwise(['estimate', 's', '--out', 'd', '--quiet', ...options], files);
  expect(estimated.code).toBe(0);
  const folder = mkdtempSync(join(tmpdir(), 'spotwise-sql-'));
  try {
    for (const [path, data] of Object.entries(files)) writeFileSync(join(folder, basename(path)), data);
    await run(sql.out, folder);
    for (const name of RESULTS) {
      const ours = estimated.files.get(`d/${name}`) ?? '';
      expect(ours.split('\n').length).toBeGreaterThan(2);
      expect(readFileSync(join(folder, name), 'utf8')).toBe(ours);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every cell as text, headers first. */
export function cellsOf(text: string): string[][] {
  const { table } = readCsv(new TextEncoder().encode(text), 'result');
  return [[...(table?.columns ?? [])], ...(table?.rows ?? []).map((row) => [...row])];
}
