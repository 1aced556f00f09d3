import { sqlName, sqlText } from '../model/sql-words.js';
import type { EngineRow, TableEngine, TableSession } from '../model/table-engine.js';
import type { Cell } from '../model/table.js';
import { formatNumber } from './number.js';

/** A column of a Parquet file. */
export interface ParquetField {
  readonly name: string;
  /** What its cells are: whole numbers, numbers, days written as in ISO 8601, or texts. */
  readonly type: 'BIGINT' | 'DOUBLE' | 'DATE' | 'VARCHAR';
  /** What the column means; kept in the file beside its columns. */
  readonly meaning: string | undefined;
}

/** A table as a Parquet file is to hold it. */
export interface ParquetContent {
  readonly name: string;
  readonly fields: readonly ParquetField[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * The tables as one Parquet file each, by name, with the numbers the CSV files have. Content and version of the engine
 * alone decide the bytes: one thread writes them, and the format asks for no time.
 */
export async function writeParquet(
  tables: readonly ParquetContent[],
  engine: TableEngine,
): Promise<Map<string, Uint8Array>> {
  const session = await engine.open(1);
  try {
    const files = new Map<string, Uint8Array>();
    for (const [at, table] of tables.entries()) {
      files.set(`${table.name}.parquet`, await writeTable(session, table, `t${at}`));
    }
    return files;
  } finally {
    await session.close();
  }
}

const isNumber = ({ type }: ParquetField) => type === 'BIGINT' || type === 'DOUBLE';

async function writeTable(
  session: TableSession,
  { fields, rows }: ParquetContent,
  name: string,
): Promise<Uint8Array> {
  const held = fields.map((field, at) => `c${at} ${isNumber(field) ? 'DOUBLE' : 'VARCHAR'}`);
  await session.run(`CREATE TABLE ${name} (${held.join(', ')})`);
  await session.fill(name, writtenRows(fields, rows));
  const cells = fields.map((field, at) => `CAST(c${at} AS ${field.type}) AS ${sqlName(field.name)}`);
  await session.run(
    `COPY (SELECT ${cells.join(', ')} FROM ${name}) TO ${session.file(name)} (FORMAT parquet, COMPRESSION snappy, KV_METADATA {meanings: ${sqlText(meaningsOf(fields))}})`,
  );
  await session.run(`DROP TABLE ${name}`);
  return await session.take(name);
}

/** The rows with every number rounded as in CSV; in a column of texts it is a text. */
function* writtenRows(fields: readonly ParquetField[], rows: ParquetContent['rows']): Generator<EngineRow> {
  for (const row of rows) {
    yield fields.map((field, at) => {
      const cell = row[at];
      if (typeof cell !== 'number') return cell;
      const shown = formatNumber(cell, 6);
      return isNumber(field) ? Number(shown) : shown;
    });
  }
}

const meaningsOf = (fields: readonly ParquetField[]) =>
  JSON.stringify(Object.fromEntries(fields.map(({ name, meaning }) => [name, meaning ?? ''])));
