import { readCsv } from '../../src/formats/csv.js';
import { loadDuckdb } from '../../src/io/load-duckdb.js';
import { sqlName, sqlText } from '../../src/model/sql-words.js';
import type { TableEngine, TableSession } from '../../src/model/table-engine.js';

/** The engine; undefined, said loudly, where its package cannot be loaded on this machine. */
export async function findEngine(checks: string): Promise<TableEngine | undefined> {
  const engine = await loadDuckdb();
  if (engine === undefined) {
    process.stderr.write(`\nNOT CHECKED: ${checks}. Install @duckdb/node-api to check it.\n`);
  }
  return engine;
}

/** Does something in a session that is closed afterwards. */
export async function inSession<Result>(
  engine: TableEngine,
  work: (session: TableSession) => Promise<Result>,
): Promise<Result> {
  const session = await engine.open(1);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** What a query finds, as a Parquet file. */
export async function parquetOf(engine: TableEngine, query: string): Promise<Uint8Array> {
  return await inSession(engine, async (session) => {
    await session.run(`COPY (${query}) TO ${session.file('made.parquet')} (FORMAT parquet)`);
    return await session.take('made.parquet');
  });
}

const NARROW = ['BIGINT', 'DATE', 'DOUBLE', 'BOOLEAN'];

/**
 * A CSV text as a Parquet file with the types a person would give its columns: a column is a number, day or truth value
 * where each of its cells is written as such a value is; else it is text. Empty cells are missing.
 */
export async function typedParquet(session: TableSession, csv: string): Promise<Uint8Array> {
  const { table } = readCsv(new TextEncoder().encode(csv), 'table');
  if (table === undefined) throw new Error('no table');
  const names = table.columns.map((_, at) => `c${at}`);
  await session.run(`CREATE OR REPLACE TABLE t (${names.map((name) => `${name} VARCHAR`).join(', ')})`);
  const cells = table.rows.map((row) => row.map((cell) => (cell === '' ? undefined : cell)));
  await session.fill('t', cells);
  const fits = names.flatMap((name) => NARROW.map((type) => `bool_and(${isWritten(name, type)})`));
  const [fitting = []] = await session.rows(`SELECT ${fits.join(', ')} FROM t`);
  const chosen = names.map((name, at) => {
    const type = NARROW.find((_, kind) => fitting[at * NARROW.length + kind] === 'true') ?? 'VARCHAR';
    return `CAST(${name} AS ${type}) AS ${sqlName(table.columns[at] ?? '')}`;
  });
  await session.run(
    `COPY (SELECT ${chosen.join(', ')} FROM t) TO ${session.file('t.parquet')} (FORMAT parquet)`,
  );
  return await session.take('t.parquet');
}

/** Whether a cell is written as a value of the type is; NULL for a missing one. */
function isWritten(name: string, type: string): string {
  const text = `regexp_replace(CAST(TRY_CAST(${name} AS ${type}) AS VARCHAR), ${sqlText('\\.0$')}, '')`;
  return `CASE WHEN ${name} IS NOT NULL THEN COALESCE(${name} = ${text}, false) END`;
}

/** The files with every table in Parquet. */
export async function tablesInParquet(
  session: TableSession,
  files: Readonly<Record<string, string>>,
): Promise<Record<string, string | Uint8Array>> {
  const turned: Record<string, string | Uint8Array> = {};
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('.csv')) turned[path.replace('.csv', '.parquet')] = await typedParquet(session, text);
    else turned[path] = text;
  }
  return turned;
}
