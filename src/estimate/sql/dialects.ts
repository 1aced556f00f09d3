import { sqlName, sqlText } from '../../model/sql-words.js';
import type { SqlSource, SqlTable } from './sql-source.js';

/** How one engine reads the tables, hands over the results, and writes what engines say differently. */
export interface Dialect {
  readonly id: string;
  readonly says: string;
  /** Reads a CSV file, or one in Parquet where the engine can, into a table of text columns. */
  readonly load: (name: string, table: SqlTable) => string;
  readonly readsParquet: boolean;
  /** Writes a table to a CSV file of its name. */
  readonly save: (name: string, order: string) => string;
  /** The whole number below a number that is not negative. */
  readonly floor: (value: string) => string;
  /** A number as text with just so many decimals. */
  readonly fixed: (value: string, decimals: number) => string;
  /** Order of bytes, whatever the language of the database. */
  readonly byBytes: (text: string) => string;
}

const printed = (value: string, decimals: number) => `printf('%.${decimals}f', ${value})`;

const DUCKDB: Dialect = {
  id: 'duckdb',
  says: 'duckdb < FILE, in the folder of the tables',
  load: (name, { file, texts }) =>
    texts !== undefined
      ? `CREATE TEMP TABLE ${name} AS SELECT ${[...texts].map(([header, sql]) => `${sql} AS ${sqlName(header)}`).join(', ')} FROM read_parquet(${sqlText(file)}, hive_partitioning = false);`
      : `CREATE TEMP TABLE ${name} AS SELECT * FROM read_csv(${sqlText(file)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"');`,
  readsParquet: true,
  save: (name, order) =>
    `COPY (SELECT * FROM ${name} ORDER BY ${order}) TO '${name}.csv' (HEADER, DELIMITER ',');`,
  floor: (value) => `floor(${value})`,
  fixed: printed,
  byBytes: (text) => text,
};

const SQLITE: Dialect = {
  id: 'sqlite',
  says: 'sqlite3 < FILE, in the folder of the tables; the sqlite3 program reads the lines that start with a point',
  load: (name, { file }) => `.import --csv ${sqlText(file)} ${name}`,
  readsParquet: false,
  save: (name, order) =>
    `.mode csv\n.separator "," "\\n"\n.headers on\n.once ${name}.csv\nSELECT * FROM ${name} ORDER BY ${order};`,
  floor: (value) => `CAST(${value} AS INTEGER)`,
  fixed: printed,
  byBytes: (text) => text,
};

const POSTGRES: Dialect = {
  id: 'postgres',
  says: 'psql < FILE, in the folder of the tables; psql reads the lines that start with a backslash',
  load: (name, { file, headers }) =>
    `CREATE TEMP TABLE ${name} (${headers.map((header) => `${sqlName(header)} TEXT`).join(', ')});\n\\copy ${name} FROM ${sqlText(file)} (FORMAT csv, HEADER true, ENCODING 'UTF8')`,
  readsParquet: false,
  save: (name, order) =>
    `\\copy (SELECT * FROM ${name} ORDER BY ${order}) TO '${name}.csv' (FORMAT csv, HEADER true)`,
  floor: (value) => `floor(${value})`,
  fixed: (value, decimals) => `CAST(CAST(${value} AS NUMERIC(30, ${decimals})) AS TEXT)`,
  byBytes: (text) => `${text} COLLATE "C"`,
};

/** Every engine the chain can be said for. */
export const DIALECTS: readonly Dialect[] = [DUCKDB, SQLITE, POSTGRES];

/** The lines that read every table of the source. */
export function loadTables(source: SqlSource, dialect: Dialect): string {
  return Object.entries(source)
    .map(([id, table]: [string, SqlTable]) => dialect.load(`${id}_text`, table))
    .join('\n');
}
