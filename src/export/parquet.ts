import { INSTALL_DUCKDB } from '../formats/read-parquet.js';
import { writeParquet, type ParquetContent, type ParquetField } from '../formats/write-parquet.js';
import { UsageError } from '../model/failure.js';
import type { Table } from '../model/table.js';
import { EVERYBODY, type ExportFormat } from './format.js';
import { columnTypes, type ColumnType } from './machine-tables.js';

export const PARQUET: ExportFormat = {
  id: 'parquet',
  title: 'Parquet',
  writes:
    'Every table as one Parquet file: whole numbers, numbers, days and texts as such, missing as null, the meaning of every column in the file. Same bytes each time. Needs the optional package @duckdb/node-api.',
  forWhom: 'warehouses and analysts: DuckDB, Spark, R (arrow), Python (pandas, polars)',
  audiences: EVERYBODY,
  source: 'Apache Parquet format 2',
  lacks: async (_, __, { loadDuckdb }) => ((await loadDuckdb()) === undefined ? NO_ENGINE : undefined),
  make: async ({ tables }, _, { loadDuckdb }) => {
    const engine = await loadDuckdb();
    if (engine === undefined) throw new UsageError(NO_ENGINE);
    return await writeParquet(tables.map(contentOf), engine);
  },
};

const NO_ENGINE = `parquet needs the package @duckdb/node-api; install it with: ${INSTALL_DUCKDB}`;

const FIELD_TYPES: Readonly<Record<ColumnType, ParquetField['type']>> = {
  integer: 'BIGINT',
  number: 'DOUBLE',
  date: 'DATE',
  string: 'VARCHAR',
  any: 'VARCHAR',
};

function contentOf(table: Table): ParquetContent {
  const types = columnTypes(table);
  const fields = table.columns.map((name, at) => {
    const type = FIELD_TYPES[types[at] ?? 'any'];
    const isVast = type === 'BIGINT' && !table.rows.every((row) => isSafe(row[at]));
    return { name, type: isVast ? ('DOUBLE' as const) : type, meaning: table.meanings?.[at] };
  });
  return { name: table.name, fields, rows: table.rows };
}

/** Whether a whole number is kept to its last digit. */
const isSafe = (cell: unknown) => cell === undefined || Number.isSafeInteger(cell);
