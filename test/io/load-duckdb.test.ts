import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parquetAsCsv } from '../../src/formats/read-parquet.js';
import { sqlText } from '../../src/model/sql-words.js';
import { findEngine, inSession, parquetOf } from '../support/parquet.js';

const engine = await findEngine('that DuckDB sees nothing but the folder of its session');

/** Folders of sessions of this process that still stand. */
const standing = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`spotwise-duckdb-${process.pid}-`));

/** A file whose reading fails after its first bytes. */
async function* torn(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('PAR1');
  throw new Error('the disk is gone');
}

describe.runIf(engine !== undefined)('a session of DuckDB', () => {
  it('reads and writes no file outside its folder, reaches no network and can be told nothing else', async () => {
    if (engine === undefined) return;
    const folder = mkdtempSync(join(tmpdir(), 'spotwise-test-'));
    try {
      const other = join(folder, 'other.csv');
      writeFileSync(other, 'a\n1\n');
      const refused = [
        `SELECT * FROM read_csv(${sqlText(other)})`,
        `SELECT * FROM read_parquet('https://localhost/x.parquet')`,
        `SELECT * FROM glob(${sqlText(join(folder, '*'))})`,
        `COPY (SELECT 1) TO ${sqlText(join(folder, 'out.csv'))}`,
        `ATTACH ${sqlText(join(folder, 'other.duckdb'))}`,
        'INSTALL httpfs',
        'SET enable_external_access = true',
        'SET autoload_known_extensions = true',
        `SET allowed_directories = ['/']`,
      ];
      await inSession(engine, async (session) => {
        for (const statement of refused)
          await expect(session.run(statement), statement).rejects.toThrow(/Permission Error|configuration/);
      });
      expect(readdirSync(folder)).toEqual(['other.csv']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('keeps its files where only their owner may look, and leaves none', async () => {
    if (engine === undefined) return;
    const session = await engine.open();
    await session.lay('in.parquet', [new Uint8Array([1, 2]), new Uint8Array([3])]);
    const path = session.file('in.parquet').slice(1, -1);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect([...(await session.take('in.parquet'))]).toEqual([1, 2, 3]);
    await session.close();
    await session.close();
    expect(existsSync(dirname(path))).toBe(false);
  });

  it('is closed when nobody reads on', async () => {
    if (engine === undefined) return;
    const bytes = await parquetOf(engine, 'SELECT i, i / 7 AS d FROM range(50000) AS t(i)');
    const reading = await parquetAsCsv({ file: 'a.parquet', pieces: [bytes] });
    expect(standing().length).toBe(1);
    let length = 0;
    for await (const piece of 'pieces' in reading ? reading.pieces : []) {
      length = piece.length;
      break;
    }
    expect(length).toBeGreaterThan(0);
    expect(standing()).toEqual([]);
  });

  it('is closed when its file cannot be read', async () => {
    await expect(parquetAsCsv({ file: 'a.parquet', pieces: torn() })).rejects.toThrow('the disk is gone');
    expect(standing()).toEqual([]);
  });
});
