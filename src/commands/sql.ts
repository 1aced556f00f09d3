import { chainSql } from '../estimate/sql/chain-sql.js';
import { DIALECTS } from '../estimate/sql/dialects.js';
import type { SqlSource, SqlTable } from '../estimate/sql/sql-source.js';
import { readCsv } from '../formats/csv.js';
import { readHeader } from '../formats/csv-header.js';
import { isParquet } from '../formats/is-parquet.js';
import { cellText } from '../formats/parquet-cells.js';
import { parquetAsBytes } from '../formats/read-parquet.js';
import type { World } from '../io/world.js';
import type { InputTable } from '../model/columns.js';
import { DataError, UsageError } from '../model/failure.js';
import { hasErrors } from '../model/issue.js';
import { sqlName } from '../model/sql-words.js';
import { PLACES } from '../model/tables/places.js';
import { REPORTS } from '../model/tables/reports.js';
import { SPOTS } from '../model/tables/spots.js';
import { decimalSignOf, findColumns } from '../study/read-table.js';
import { textOption, type Command, type Invocation } from './command.js';
import { openStudy, type OpenedStudy } from './open-study.js';
import { METHOD_OPTIONS, STUDY_ARGUMENT, TABLE_OPTIONS } from './shared-options.js';

const [STANDARD_DIALECT] = DIALECTS;

export const SQL: Command = {
  arguments: [STUDY_ARGUMENT],
  options: [
    {
      flags: '--dialect <engine>',
      says: `whom the SQL is for (default: ${STANDARD_DIALECT?.id})`,
      choices: DIALECTS.map(({ id }) => id),
    },
    ...TABLE_OPTIONS,
    ...METHOD_OPTIONS,
  ],
  details:
    "Prints SQL that reads the study's tables where they are (CSV; in DuckDB also Parquet), one table a step, and writes municipalities.csv and national.csv in the current folder as spotwise estimate has them. A step that SQL cannot say is refused by name. The SQL checks nothing: run spotwise check first.",
  examples: [
    {
      line: 'spotwise sql fixtures/kosovo --dialect duckdb',
      says: 'pipe it into duckdb, or keep it with the data',
    },
  ],
  run: async (invocation, world) => {
    const opened = await openStudy(invocation, world, { keepsExtra: false });
    if (hasErrors(opened.issues)) throw new DataError(opened.issues);
    const wanted = textOption(invocation, 'dialect') ?? STANDARD_DIALECT?.id;
    const dialect = DIALECTS.find(({ id }) => id === wanted);
    if (dialect === undefined) throw new UsageError(`SQL for ${wanted} is not known`);
    const source = await sourceOf(opened, invocation, world);
    const parquet = Object.values(source).find((table: SqlTable) => table.texts !== undefined) as
      SqlTable | undefined;
    if (parquet !== undefined && !dialect.readsParquet) {
      throw new UsageError(`${dialect.id} does not read ${parquet.file}; take --dialect duckdb, or CSV`);
    }
    await world.stdout.write(chainSql(opened.study, source, dialect));
    return 0;
  },
};

async function sourceOf(opened: OpenedStudy, invocation: Invocation, world: World): Promise<SqlSource> {
  const spots = await tableOf(SPOTS, opened, world);
  if (spots === undefined) throw new UsageError('no spots table');
  if (!spots.columns.has('population') && opened.study.settings.populations.length !== 1) {
    const code = textOption(invocation, 'population') ?? '';
    throw new UsageError(`SQL needs the column population in ${spots.file}; write "${code}" into it`);
  }
  const reports = await tableOf(REPORTS, opened, world);
  const places = await tableOf(PLACES, opened, world);
  return {
    spots,
    ...(reports === undefined ? {} : { reports }),
    ...(places === undefined ? {} : { places }),
  };
}

/** Where a table stands and what its columns are called; refused where SQL would read it otherwise than spotwise does. */
async function tableOf(table: InputTable, opened: OpenedStudy, world: World): Promise<SqlTable | undefined> {
  const { study, paths } = opened;
  const name = study.files[table.id];
  const path = paths.find((each) => name !== undefined && each.split(/[\\/]/).at(-1) === name);
  if (name === undefined || path === undefined) return undefined;
  const { bytes, texts } = await tableBytes(name, await world.readFile(path));
  const { columns, whole, issues } = readHeader(name, piecesOf(bytes), bytes.length);
  if (columns === undefined) throw new UsageError(`${name} cannot be read as a table`);
  const dialect = issues.find((issue) => issue.code === 'dialect');
  if (dialect !== undefined)
    throw new UsageError(`SQL reads plain CSV in UTF-8; ${name}: ${dialect.message}`);
  const layout = findColumns(
    table,
    { name, columns, headers: study.settings.columns[table.id] ?? {} },
    {
      decimalOf: (at, column) => (whole === undefined ? '.' : decimalSignOf(whole, at, column)),
      hasCells: () => false,
    },
  );
  const comma = layout.found.find((column) => column.decimal === ',');
  if (comma !== undefined) {
    throw new UsageError(`SQL reads decimal points; ${name} has decimal commas in "${comma.header}"`);
  }
  if (table.id === 'spots' && study.boundaries.length > 0) {
    const at = layout.found.find((column) => column.name === 'municipality')?.at;
    const { table: text } = readCsv(bytes, name);
    if (text === undefined || text.rows.some((row) => at === undefined || row[at]?.trim() === '')) {
      throw new UsageError(
        `SQL cannot find the municipality of a position; write it into every row of ${name}`,
      );
    }
  }
  return {
    file: name,
    headers: columns,
    columns: new Map(layout.found.map((column) => [column.name, column.header])),
    ...(texts === undefined ? {} : { texts }),
  };
}

const PIECE = 1 << 20;

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** The table as CSV, and for one in Parquet what SQL says for the text of each column. */
async function tableBytes(
  file: string,
  bytes: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly texts: ReadonlyMap<string, string> | undefined }> {
  if (!isParquet(bytes)) return { bytes, texts: undefined };
  const reading = await parquetAsBytes({ file, pieces: [bytes] }, { limit: Infinity });
  if (!('bytes' in reading)) throw new DataError(reading.issues);
  return {
    bytes: reading.bytes,
    texts: new Map(
      reading.columns.map(({ name, type }) => [name.trim(), cellText(sqlName(name), type)?.sql ?? 'NULL']),
    ),
  };
}
