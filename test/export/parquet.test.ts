import { describe, expect, it } from 'vitest';
import type { ExportFiles } from '../../src/export/format.js';
import { PARQUET } from '../../src/export/parquet.js';
import type { ExportView } from '../../src/export/view.js';
import { readCsv, writeCsv } from '../../src/formats/csv.js';
import { formatNumber } from '../../src/formats/number.js';
import { parquetAsBytes } from '../../src/formats/read-parquet.js';
import { writeParquet } from '../../src/formats/write-parquet.js';
import type { Audience } from '../../src/model/disclosure.js';
import type { Table } from '../../src/model/table.js';
import { townView } from '../support/export-town.js';
import { findEngine, inSession } from '../support/parquet.js';

const engine = await findEngine('that results in Parquet hold the cells of the CSV files');
const AUDIENCES: readonly Audience[] = ['team', 'programme', 'partner', 'public'];

const madeOf = async (view: ExportView, loadDuckdb = async () => engine): Promise<ExportFiles> =>
  await PARQUET.make(
    view,
    { locale: 'en', period: undefined },
    { sha256: () => '', loadSql: async () => undefined, loadDuckdb },
  );

/** What DuckDB itself finds in a file: the type of each column, and every cell as the text CSV has for it. */
async function foundIn(data: string | Uint8Array | undefined) {
  if (engine === undefined || !(data instanceof Uint8Array)) throw new Error('no Parquet file');
  return await inSession(engine, async (session) => {
    await session.lay('f.parquet', [data]);
    const file = `read_parquet(${session.file('f.parquet')})`;
    const columns = await session.rows(`DESCRIBE SELECT * FROM ${file}`);
    const rows = await session.rows(`SELECT * FROM ${file}`);
    const meanings = await session.rows(
      `SELECT decode(value) FROM parquet_kv_metadata(${session.file('f.parquet')}) WHERE decode(key) = 'meanings'`,
    );
    return {
      types: Object.fromEntries(columns.map(([name, type]) => [name ?? '', type])),
      rows: rows.map((row) => row.map((cell) => cell ?? '')),
      meanings: JSON.parse(meanings[0]?.[0] ?? '{}') as Record<string, string>,
    };
  });
}

const written = (table: Table) =>
  table.rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? formatNumber(cell, 6) : (cell ?? ''))),
  );

describe.runIf(engine !== undefined)('results in Parquet', () => {
  it.each(AUDIENCES)('hold for %s every table of its view, cell by cell', async (audience) => {
    const view = await townView(audience);
    const files = await madeOf(view);
    expect([...files.keys()]).toEqual(view.tables.map(({ name }) => `${name}.parquet`));
    expect(files.size).toBeGreaterThan(1);
    for (const table of view.tables) {
      const { types, rows, meanings } = await foundIn(files.get(`${table.name}.parquet`));
      expect(Object.keys(types)).toEqual(table.columns);
      expect(rows).toEqual(written(table));
      expect(meanings).toEqual(
        Object.fromEntries(table.columns.map((name, at) => [name, table.meanings?.[at] ?? ''])),
      );
    }
  });

  it('are read back by spotwise as the CSV files are', async () => {
    const view = await townView('team');
    const files = await madeOf(view);
    const defused = /^'(?=[=+@-])/;
    for (const table of view.tables) {
      const data = files.get(`${table.name}.parquet`);
      const reading = await parquetAsBytes({ file: table.name, pieces: [data as Uint8Array] });
      expect(reading.issues).toEqual([]);
      const parquet = readCsv('bytes' in reading ? reading.bytes : new Uint8Array(), table.name);
      const csv = readCsv(new TextEncoder().encode(writeCsv(table)), table.name);
      expect(parquet.table?.columns).toEqual(csv.table?.columns);
      expect(parquet.table?.rows).toEqual(
        csv.table?.rows.map((row) => row.map((cell) => cell.replace(defused, ''))),
      );
    }
  });

  it('have numbers as numbers, days as days and the rest as texts', async () => {
    const files = await madeOf(await townView('programme'));
    const { types } = await foundIn(files.get('spots.parquet'));
    expect(types).toMatchObject({ spot_id: 'VARCHAR', low: 'BIGINT', high: 'BIGINT' });
    const national = await foundIn(files.get('national.parquet'));
    expect(national.types).toMatchObject({ mean_spot_size: 'DOUBLE', spots: 'BIGINT' });
    const visits = await foundIn(files.get('plan_visits.parquet'));
    expect(visits.types).toMatchObject({ date: 'DATE' });
  });

  it('keep what is hard: no row, no filled cell, vast numbers, names and texts with every sign', async () => {
    if (engine === undefined) return;
    const columns = [`it's "a";b`, 'none', 'vast', 'real', 'day'];
    const rows = [
      [`=1+1 'x' "y"\n🙂`, undefined, 2 ** 60, 1 / 3, '2024-02-29'],
      ['ë', undefined, 1, 0, undefined],
    ];
    const view = await townView('public');
    const tables: Table[] = [
      { name: 'hard', columns, rows },
      { name: 'empty', columns, rows: [] },
    ];
    const files = await madeOf({ ...view, tables });
    const hard = await foundIn(files.get('hard.parquet'));
    expect(Object.values(hard.types)).toEqual(['VARCHAR', 'VARCHAR', 'DOUBLE', 'DOUBLE', 'DATE']);
    expect(hard.rows).toEqual([
      [`=1+1 'x' "y"\n🙂`, '', String(2 ** 60), '0.333333', '2024-02-29'],
      ['ë', '', '1', '0', ''],
    ]);
    const empty = await foundIn(files.get('empty.parquet'));
    expect([Object.keys(empty.types), empty.rows]).toEqual([columns, []]);
  });

  it('have the same bytes each time, also where a table is long', async () => {
    if (engine === undefined) return;
    const rows = Array.from({ length: 130_000 }, (_, at) => [`w${(at * 7919) % 613}`, at % 91, at / 7]);
    const fields = [
      { name: 'a', type: 'VARCHAR', meaning: undefined },
      { name: 'b', type: 'BIGINT', meaning: undefined },
      { name: 'c', type: 'DOUBLE', meaning: 'a number' },
    ] as const;
    const [first, second] = [
      await writeParquet([{ name: 'long', fields, rows }], engine),
      await writeParquet([{ name: 'long', fields, rows }], engine),
    ];
    const [one, other] = [first.get('long.parquet'), second.get('long.parquet')];
    expect(one?.length).toBeGreaterThan(100_000);
    expect(Buffer.compare(one ?? Buffer.from('1'), other ?? Buffer.from('2'))).toBe(0);
  });
});

describe('Parquet without its package', () => {
  it('is refused in a line that says what to install', async () => {
    const view = await townView('public');
    const tools = { sha256: () => '', loadSql: async () => undefined, loadDuckdb: async () => undefined };
    const lack = await PARQUET.lacks?.(view, { locale: 'en', period: undefined }, tools);
    expect(lack).toMatch(/^parquet needs the package @duckdb\/node-api; install it with: npm install /);
    await expect(madeOf(view, async () => undefined)).rejects.toThrow('npm install @duckdb/node-api@');
  });
});
