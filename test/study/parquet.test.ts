import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv, type TextTable } from '../../src/formats/csv.js';
import { STANDARD_SETTINGS } from '../../src/model/settings.js';
import type { TableSession } from '../../src/model/table-engine.js';
import { readStudy, type StudyFiles } from '../../src/study/read-study.js';
import { findEngine, inSession, parquetOf, tablesInParquet, typedParquet } from '../support/parquet.js';
import { ROOT } from '../support/program.js';
import { spotwise } from '../support/spotwise.js';

const engine = await findEngine('that a study in Parquet gives the results of the same study in CSV');
const FIXTURES = join(ROOT, 'fixtures');

const plainCsv = ({ columns, rows }: TextTable) =>
  [columns, ...rows]
    .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`)
    .join('');

/** Files of a fixture below `s/`, each table with commas and line feeds, so that both ways start from the same cells. */
function fixture(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(join(FIXTURES, folder))) {
    if (!/\.(csv|yaml|geojson)$/.test(name)) continue;
    const bytes = readFileSync(join(FIXTURES, folder, name));
    const { table } = name.endsWith('.csv') ? readCsv(bytes, name) : { table: undefined };
    files[`s/${name}`] = table === undefined ? bytes.toString('utf8') : plainCsv(table);
  }
  return files;
}

/** Without what must differ: the names and hashes of the inputs. */
const alike = (text: string) =>
  text.replaceAll('.parquet', '.csv').replaceAll(/"sha256": "[0-9a-f]{64}"/g, '"sha256"');

/** Whether a study can be one of tables that are whole: each of its CSV files has rows and cells that are read. */
const isWhole = (folder: string) =>
  existsSync(join(FIXTURES, folder, 'spots.csv')) &&
  readdirSync(join(FIXTURES, folder))
    .filter((name) => name.endsWith('.csv'))
    .every((name) => {
      const { table, issues } = readCsv(readFileSync(join(FIXTURES, folder, name)), name);
      const names = new Set(table?.columns.map((column) => column.toLowerCase()));
      return (
        table !== undefined &&
        issues.every(({ severity }) => severity === 'note') &&
        names.size === table.columns.length &&
        !names.has('')
      );
    });

const STUDIES = [
  'tiny',
  'kosovo',
  'yangon',
  'kenya-2012',
  'nigeria-2012',
  'cameroon-2015',
  'riverton/2022',
  'riverton/2024',
];
const BROKEN = readdirSync(join(FIXTURES, 'broken'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `broken/${name}`)
  .filter(isWhole);

describe.runIf(engine !== undefined)('a study in Parquet', () => {
  let session: TableSession;
  beforeAll(async () => {
    if (engine !== undefined) session = await engine.open(1);
  });
  afterAll(() => session.close());

  it.each(STUDIES)('%s gives every file of its estimate as from CSV', async (folder) => {
    const files = fixture(folder);
    const line = ['estimate', 's', '--out', 'd'];
    const plain = await spotwise(line, files);
    const parquet = await spotwise(line, await tablesInParquet(session, files));
    expect(plain.code).toBe(0);
    expect(alike(parquet.out)).toBe(alike(plain.out));
    expect(parquet.error).toBe(plain.error.replaceAll('.csv', '.parquet'));
    const written = [...plain.files.keys()].filter((name) => name.startsWith('d/'));
    expect(written.length).toBeGreaterThan(8);
    for (const name of written)
      expect(alike(parquet.files.get(name) ?? '')).toBe(alike(plain.files.get(name) ?? ''));
  });

  it('has the issues of the same rows in CSV, at the same lines and columns', async () => {
    expect(BROKEN.length).toBeGreaterThan(50);
    for (const folder of BROKEN) {
      const files = fixture(folder);
      const line = ['check', 's', '--all', '--json'];
      const plain = await spotwise(line, files);
      const parquet = await spotwise(line, await tablesInParquet(session, files));
      const seen = ({ code, out, error }: typeof plain) => ({ folder, code, error, out: alike(out) });
      expect(seen(parquet)).toEqual(seen(plain));
    }
  });

  it('says which two files stand for one table', async () => {
    const files = fixture('tiny');
    const both = { ...files, ...(await tablesInParquet(session, files)) };
    const done = await spotwise(['check', 's'], both);
    expect(done.code).toBe(2);
    expect(done.error).toContain('both spots.csv and spots.parquet');
  });

  it('comes in on standard input, and from any name', async () => {
    const name = `it's [*] "q".csv`;
    const table = await typedParquet(session, 'spot_id,population,municipality,min,max\nA,FSW,North,4,10\n');
    const named = await spotwise(['estimate', '--spots', name, '--out', 'd'], { [name]: table });
    expect(named).toMatchObject({ code: 0, error: '' });
    expect(named.files.get('d/spots.csv')).toContain('A,FSW,North');
  });
});

const made = async (query: string) => {
  if (engine === undefined) throw new Error('no engine');
  return await parquetOf(engine, query);
};

const extrapolate = async (name: string, data: string | Uint8Array) =>
  await spotwise(['extrapolate', name, '--denominator', 'women_15_49', '--json'], { [name]: data });

/** A study whose spots are that file. */
async function readingOf(bytes: Uint8Array) {
  const files: StudyFiles = new Map([['spots', { file: 'spots.parquet', bytes }]]);
  return await readStudy(files, STANDARD_SETTINGS);
}

const issuesOf = async (bytes: Uint8Array) => (await readingOf(bytes)).issues;
const rowsOf = async (query: string) => await readingOf(await made(query));

describe.runIf(engine !== undefined)('a Parquet table', () => {
  const SPOT = `'A' AS spot_id, 'FSW' AS population, 'North' AS municipality`;

  it('gives whole numbers, decimals and days the text they have in CSV', async () => {
    const { study, issues } = await rowsOf(
      `SELECT ${SPOT}, 4.0::DOUBLE AS min, 10.00::DECIMAL(9, 2) AS max, 7::UTINYINT AS usual, 42.1::FLOAT AS lat,
       21.000001::DOUBLE AS lon, TIMESTAMP '2016-05-13 00:00:00' AS validated_on, 1.50::DECIMAL(6, 3) AS a, 0.0000001::DOUBLE AS b,
       -0.0::DOUBLE AS c, true AS d, 3e20::DOUBLE AS e, TIMESTAMP '2016-05-13 10:30:00' AS f, 'x,"y"' AS g, NULL::DOUBLE AS h,
       TIMESTAMPTZ '2016-05-13 00:00:00+02' AS i, 12000000000000000000::HUGEINT AS j`,
    );
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [spot] = study.spots;
    expect(spot).toMatchObject({
      min: 4,
      max: 10,
      usual: 7,
      lat: 42.1,
      lon: 21.000_001,
      validated_on: '2016-05-13',
    });
    expect(Object.fromEntries(spot?.extra ?? [])).toEqual({
      a: '1.5',
      b: '0.0000001',
      c: '0',
      d: 'true',
      e: '300000000000000000000',
      f: '2016-05-13 10:30:00',
      g: 'x,"y"',
      h: '',
      i: '2016-05-12 22:00:00Z',
      j: '12000000000000000000',
    });
  });

  it('has an issue where a cell is none, at its row', async () => {
    const issues = await issuesOf(
      await made(
        `SELECT * FROM (VALUES ('A', 'FSW', 'North', 4.0, 10.0), ('B', 'FSW', 'North', 'nan', 10), ('C', 'FSW', 'North', 1.5, 'inf')) AS t(spot_id, population, municipality, "min", "max")`.replace(
          "('A', 'FSW', 'North', 4.0, 10.0)",
          "('A', 'FSW', 'North', 4.0::DOUBLE, 10.0::DOUBLE)",
        ),
      ),
    );
    expect(issues).toMatchObject([
      { file: 'spots.parquet', line: 3, column: 'min', code: 'number-invalid', value: 'nan' },
      { file: 'spots.parquet', line: 4, column: 'max', code: 'number-invalid', value: 'inf' },
      { file: 'spots.parquet', line: 4, column: 'min', code: 'count-not-whole', value: '1.5' },
    ]);
  });

  it('says that more digits than are read were left', async () => {
    const { study, issues } = await rowsOf(
      `SELECT ${SPOT}, 1 AS min, 2 AS max, 42.5 AS lat, 21.166400000000003::DOUBLE AS lon`,
    );
    expect(study.spots[0]?.lon).toBe(21.1664);
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'parquet-digits', column: 'lon', severity: 'note' }),
    );
    expect(issues.filter(({ column }) => column === 'lat')).toEqual([]);
  });

  it.each([
    ['[1, 2]', 'INTEGER[]'],
    [`{'a': 1}`, 'STRUCT(a INTEGER)'],
    [`MAP {'a': 1}`, 'MAP(VARCHAR, INTEGER)'],
    [`'x'::BLOB`, 'BLOB'],
  ])('refuses a column of %s by its type', async (value, type) => {
    const issues = await issuesOf(await made(`SELECT ${SPOT}, 1 AS min, 2 AS max, ${value} AS "in""side"`));
    expect(issues).toMatchObject([{ code: 'parquet-column', severity: 'error', column: 'in"side' }]);
    expect(issues[0]?.message).toContain(type);
    expect(issues[0]?.fix).toMatch(/^Leave/);
  });

  it('shows a header that stands twice, as in CSV', async () => {
    const bytes = await made(`SELECT ${SPOT}, 1 AS min, 2 AS max, 'x' AS note_a, 'y' AS note_b`);
    const text = Buffer.from(bytes).toString('latin1').replaceAll('note_b', 'note_a');
    const issues = await issuesOf(Buffer.from(text, 'latin1'));
    expect(issues).toMatchObject([{ code: 'header-duplicate', column: 'note_a' }]);
  });

  it('takes no header for a remark, a separator or a cell of two', async () => {
    const { study, issues } = await rowsOf(
      `SELECT 1 AS "# a;b;c;d;e;f", 2 AS "x,y", ${SPOT}, 1 AS min, 2 AS max`,
    );
    expect(issues).toEqual([]);
    expect(study.spots[0]?.extra).toEqual(
      new Map([
        ['# a;b;c;d;e;f', '1'],
        ['x,y', '2'],
      ]),
    );
  });

  it('is refused in one line where it is damaged, wherever that is found', async () => {
    const whole = await made(
      `SELECT 's' || i AS spot_id, 'FSW' AS population, 'North' AS municipality, i % 7 AS min, 9 AS max FROM range(20000) AS t(i)`,
    );
    const torn = Uint8Array.from(whole).fill(7, 200, 4000);
    for (const bytes of [whole.subarray(0, 900), new TextEncoder().encode('PAR1'), torn]) {
      const done = await spotwise(['check', '--spots', 'a.parquet'], { 'a.parquet': bytes });
      expect(done.code).toBe(1);
      expect(done.out + done.error).toMatch(
        /error +a\.parquet +import-refused\n +The file is no readable Parquet: .*a?.*\./,
      );
      expect(done.out + done.error).not.toContain(tmpdir());
    }
  });

  it('of another system is imported, and known, as its CSV would be', async () => {
    const csv = readFileSync(join(FIXTURES, 'imports', 'kobo-level-2.csv'), 'utf8');
    if (engine === undefined) return;
    const bytes = await inSession(engine, (session) => typedParquet(session, csv));
    const plain = await spotwise(['import', 'kobo.csv', '--out', 'd'], { 'kobo.csv': csv });
    const parquet = await spotwise(['import', 'kobo.parquet', '--out', 'd'], { 'kobo.parquet': bytes });
    expect(plain.files.get('d/spots.csv')?.split('\n').length).toBeGreaterThan(5);
    expect(parquet.code).toBe(0);
    expect(parquet.files.get('d/spots.csv')).toBe(plain.files.get('d/spots.csv'));
    const line = ['check', '--spots'];
    const direct = await spotwise([...line, 'kobo.parquet'], { 'kobo.parquet': bytes });
    expect(alike(direct.out)).toBe((await spotwise([...line, 'kobo.csv'], { 'kobo.csv': csv })).out);
  });

  it('can be audited and extrapolated from', async () => {
    if (engine === undefined) return;
    const csv = readFileSync(join(FIXTURES, 'cameroon-2015', 'as-printed.csv'), 'utf8');
    const audited = await inSession(engine, (session) => typedParquet(session, csv));
    const plain = await spotwise(['audit', 't.csv'], { 't.csv': csv });
    expect(plain.out).toContain('midpoint-slip');
    expect(await spotwise(['audit', 't.parquet'], { 't.parquet': audited })).toMatchObject({
      code: plain.code,
      out: plain.out,
      error: plain.error,
    });
    const areas = readFileSync(join(FIXTURES, 'sizing', 'areas.csv'), 'utf8');
    const bytes = await inSession(engine, (session) => typedParquet(session, areas));
    const from = await extrapolate('a.csv', areas);
    const as = await extrapolate('a.parquet', bytes);
    expect(from.code).toBe(0);
    expect(alike(as.out)).toBe(from.out);
  });

  it('is not read for outlines, and says what converts them', async () => {
    const files: StudyFiles = new Map([
      [
        'spots',
        {
          file: 'spots.csv',
          bytes: new TextEncoder().encode('spot_id,population,municipality,min,max\nA,FSW,N,1,2\n'),
        },
      ],
      ['boundaries', { file: 'b.parquet', bytes: await made('SELECT 1 AS a') }],
    ]);
    const { issues } = await readStudy(files, STANDARD_SETTINGS);
    expect(issues).toMatchObject([{ file: 'b.parquet', code: 'import-refused' }]);
    expect(issues[0]?.fix).toContain('ogr2ogr');
  });

  it('leaves nothing behind', () => {
    expect(
      readdirSync(tmpdir()).filter((name) => name.startsWith(`spotwise-duckdb-${process.pid}-`)),
    ).toEqual([]);
  });
});
