import { joinBytes } from '../io/bytes.js';
import { DataError } from '../model/failure.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { sqlName } from '../model/sql-words.js';
import type { TableSession } from '../model/table-engine.js';
import { cellText, DIGITS_READ, type CellText } from './parquet-cells.js';

/** What to type where the engine is missing: the release that was tried, which also fixes the bytes it writes. */
export const INSTALL_DUCKDB = 'npm install @duckdb/node-api@1.5.6-r.1';

/** A Parquet file to be read, whole or in pieces. */
export interface ParquetSource {
  /** Name used in messages. */
  readonly file: string;
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** A column of a Parquet file: its name, the type DuckDB gives it, and its cells as text. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: string;
  readonly text: CellText;
}

/** A Parquet file as the CSV file with the same rows, or why it cannot be one. */
export type ParquetReading =
  | {
      /** UTF-8, commas, LF; made as they are asked for, and to be asked for to the end or closed. */
      readonly pieces: AsyncIterable<Uint8Array>;
      readonly columns: readonly ParquetColumn[];
      readonly issues: readonly Issue[];
    }
  | { readonly issues: readonly Issue[] };

/** The same, held whole. */
export type ParquetBytes =
  | {
      readonly bytes: Uint8Array;
      readonly columns: readonly ParquetColumn[];
      readonly issues: readonly Issue[];
    }
  | { readonly issues: readonly Issue[] };

const IN = 'in.parquet';

/**
 * Reads a Parquet file through DuckDB as the bytes of a CSV file, so that the one strict reader judges every cell. Throws
 * a DataError when a part of the file turns out to be damaged while its rows are read.
 */
export async function parquetAsCsv(
  { file, pieces }: ParquetSource,
  { keepsScale = false } = {},
): Promise<ParquetReading> {
  const refuse = (message: string, fix?: string) => ({
    issues: [raise('import-refused', { file }, { message, fix })],
  });
  const { loadDuckdb } = await import('../io/load-duckdb.js');
  const engine = await loadDuckdb();
  if (engine === undefined) {
    return refuse(
      'Reading Parquet needs the package @duckdb/node-api, which is not installed.',
      `Install it with "${INSTALL_DUCKDB}", or save the table as CSV.`,
    );
  }
  const session = await engine.open();
  try {
    await session.lay(IN, pieces);
    const { columns, table } = await saying(file, session, () => lookInto(session, { file, keepsScale }));
    await session.run(WITHOUT_EXPONENT);
    const rounded = await saying(file, session, () => sayRounded(session, { file, table, columns }));
    return { pieces: csvOf(session, { file, table, columns }), columns, issues: rounded };
  } catch (error) {
    await session.close();
    if (error instanceof DataError) return { issues: error.issues };
    throw error;
  }
}

interface OpenTable {
  readonly file: string;
  /** The table as statements name it. */
  readonly table: string;
  readonly columns: readonly ParquetColumn[];
}

/** Does the work; what the engine cannot read is a DataError that names the file and not where it was laid. */
async function saying<Result>(
  file: string,
  session: TableSession,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const [said = ''] = (error as Error).message.split('\n', 1);
    // A faulty statement is ours, not the file's.
    if (error instanceof DataError || /^(Parser|Binder|Catalog) Error/.test(said)) throw error;
    const reason = said.replaceAll(session.file(IN), file).replaceAll(session.file(IN).slice(1, -1), file);
    const message = `The file is no readable Parquet: ${reason.replace(/\.$/, '')}.`;
    throw new DataError([raise('import-refused', { file }, { message })]);
  }
}

/** The columns with their names as they stand in the file. Throws a DataError where one has values that are no cells. */
async function lookInto(
  session: TableSession,
  { file, keepsScale }: { readonly file: string; readonly keepsScale: boolean },
): Promise<Pick<OpenTable, 'columns' | 'table'>> {
  const stated = `read_parquet(${session.file(IN)}, hive_partitioning = false)`;
  const described = await session.rows(`DESCRIBE SELECT * FROM ${stated}`);
  const schema = await session.rows(`SELECT name FROM parquet_schema(${session.file(IN)})`);
  const columns: ParquetColumn[] = [];
  const unfit: Issue[] = [];
  for (const [at, [given, type]] of described.entries()) {
    const text = cellText(`c${at}`, type ?? '', { keepsScale });
    if (text === undefined) {
      const message = `The column holds values of type ${type}, which are no single cells.`;
      unfit.push(raise('parquet-column', { file, column: given ?? '' }, { message }));
    } else {
      // DuckDB gives a name that stands twice another one; the reader is to see it twice.
      columns.push({ name: schema[at + 1]?.[0] ?? '', type: type ?? '', text });
    }
  }
  if (unfit.length > 0) throw new DataError(unfit);
  // Called by their place, since a name can be empty.
  return { columns, table: `${stated} AS t(${columns.map((_, at) => `c${at}`).join(', ')})` };
}

/** A number written with an exponent as digits without one; any other text as it is. */
const WITHOUT_EXPONENT = `
CREATE TEMP MACRO placed(sign, digits, power) AS
  sign || CASE WHEN power < 0 THEN '0.' || repeat('0', -1 - power) || digits
               WHEN power >= length(digits) - 1 THEN digits || repeat('0', power - length(digits) + 1)
               ELSE digits[1:power + 1] || '.' || digits[power + 2:] END;
CREATE TEMP MACRO without_exponent(shown) AS
  CASE WHEN contains(shown, 'e')
       THEN placed(CASE WHEN shown[1] = '-' THEN '-' ELSE '' END,
                   regexp_replace(regexp_replace(shown, 'e.*', ''), '[-.]', '', 'g'),
                   CAST(regexp_replace(shown, '.*e', '') AS INTEGER))
       ELSE shown END;`;

/** Notes on columns that hold numbers with more digits than are read. */
async function sayRounded(
  session: TableSession,
  { file, table, columns }: OpenTable,
): Promise<readonly Issue[]> {
  const long = columns.flatMap(({ name, text: { isLonger } }) =>
    isLonger === undefined ? [] : [{ name, isLonger }],
  );
  if (long.length === 0) return [];
  const counts = long.map(({ isLonger }) => `count(*) FILTER (${isLonger})`);
  const [row = []] = await session.rows(`SELECT ${counts.join(', ')} FROM ${table}`);
  return long.flatMap(({ name }, at) => {
    const count = Number(row[at]);
    if (count === 0) return [];
    const numbers = count === 1 ? 'number has' : 'numbers have';
    const message = `${count} ${numbers} more than ${DIGITS_READ} digits; ${DIGITS_READ} were read.`;
    return [raise('parquet-digits', { file, column: name }, { message })];
  });
}

/** Most bytes of CSV that are held whole where nobody says otherwise. */
const LARGEST = 96 * 1_048_576;

/** A Parquet file as the bytes of a CSV file, held whole; refused beyond the limit, since a small file can unpack to very many. */
export async function parquetAsBytes(
  source: ParquetSource,
  { limit = LARGEST, keepsScale = false } = {},
): Promise<ParquetBytes> {
  const reading = await parquetAsCsv(source, { keepsScale });
  if (!('pieces' in reading)) return reading;
  const held: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of reading.pieces) {
      held.push(piece);
      length += piece.length;
      if (length <= limit) continue;
      const message = 'The rows of the Parquet file are more than 96 MiB of text.';
      return { issues: [raise('import-too-large', { file: source.file }, { message })] };
    }
  } catch (error) {
    if (error instanceof DataError) return { issues: error.issues };
    throw error;
  }
  return { bytes: joinBytes(held), columns: reading.columns, issues: reading.issues };
}

/** The text a CSV file has for a cell, in SQL: quoted where it must be. */
function csvCell({ text }: ParquetColumn): string {
  const shown = text.isBinary ? `without_exponent(${text.sql})` : text.sql;
  if (!text.isFree) return `COALESCE(${shown}, '')`;
  const quoted = `'"' || replace(${shown}, '"', '""') || '"'`;
  return `CASE WHEN regexp_matches(${shown}, '[",\\r\\n]') THEN ${quoted} ELSE COALESCE(${shown}, '') END`;
}

/** The header quoted throughout: no name can then be taken for a remark or for another separator. */
const headerOf = (columns: readonly ParquetColumn[]) =>
  `${columns.map(({ name }) => sqlName(name)).join(',')}\n`;

async function* csvOf(session: TableSession, opened: OpenTable): AsyncGenerator<Uint8Array> {
  const { file, table, columns } = opened;
  const encoder = new TextEncoder();
  try {
    const line = columns.map(csvCell).join(` || ',' || `);
    const chunks = session.texts(`SELECT ${line} FROM ${table}`)[Symbol.asyncIterator]();
    let before = headerOf(columns);
    for (;;) {
      const chunk = await saying(file, session, () => chunks.next());
      if (chunk.done === true) break;
      yield encoder.encode(`${before}${chunk.value.join('\n')}\n`);
      before = '';
    }
    if (before !== '') yield encoder.encode(before);
  } finally {
    await session.close();
  }
}
