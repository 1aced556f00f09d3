import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sqlText } from '../model/sql-words.js';
import type { EngineRow, TableEngine, TableSession } from '../model/table-engine.js';
import { fileError } from './file-error.js';
import { makePrivateFolder } from './private-folder.js';

/** What is used of the optional package `@duckdb/node-api`. */
interface DuckDb {
  readonly DuckDBInstance: {
    readonly create: (path: string, options: Readonly<Record<string, string>>) => Promise<Instance>;
  };
}

interface Instance {
  readonly connect: () => Promise<Connection>;
  readonly closeSync: () => void;
}

interface Connection {
  readonly run: (statement: string) => Promise<unknown>;
  readonly runAndReadAll: (
    query: string,
  ) => Promise<{ readonly getRowsJson: () => (string | number | boolean | null)[][] }>;
  readonly stream: (query: string) => Promise<{ readonly fetchChunk: () => Promise<Chunk | null> }>;
  readonly createAppender: (table: string) => Promise<Appender>;
  readonly closeSync: () => void;
}

interface Chunk {
  readonly rowCount: number;
  readonly getColumnValues: (at: number) => unknown[];
}

interface Appender {
  readonly appendDouble: (value: number) => void;
  readonly appendVarchar: (value: string) => void;
  readonly appendNull: () => void;
  readonly endRow: () => void;
  readonly flushSync: () => void;
  readonly closeSync: () => void;
}

/** The engine of the optional package `@duckdb/node-api`; undefined where it is not installed. Nothing else loads it. */
export async function loadDuckdb(): Promise<TableEngine | undefined> {
  try {
    const { DuckDBInstance } = (await import('@duckdb/node-api')) as unknown as DuckDb;
    return {
      open: (threads) => openSession((options) => DuckDBInstance.create(':memory:', options), threads),
    };
  } catch {
    return undefined;
  }
}

/** Nothing is fetched, nothing is loaded beyond the engine itself, and nothing is remembered. */
const CLOSED = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  allow_persistent_secrets: 'false',
};

/** From here on the engine sees the folder and nothing else, and no statement can change that. */
const lockedInto = (folder: string) => [
  `SET temp_directory = ${sqlText(join(folder, 'spill'))}`,
  `SET allowed_directories = [${sqlText(folder)}]`,
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

async function openSession(
  create: (options: Readonly<Record<string, string>>) => Promise<Instance>,
  threads: number | undefined,
): Promise<TableSession> {
  const folder = await makePrivateFolder();
  try {
    const instance = await create({
      ...CLOSED,
      ...(threads === undefined ? {} : { threads: String(threads) }),
    });
    const connection = await instance.connect();
    for (const statement of lockedInto(folder.path)) await connection.run(statement);
    let isOpen = true;
    return {
      ...workIn(folder.path, connection),
      close: async () => {
        if (!isOpen) return;
        isOpen = false;
        connection.closeSync();
        instance.closeSync();
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

/** What a session can do before it is closed. */
function workIn(folder: string, connection: Connection): Omit<TableSession, 'close'> {
  const path = (name: string) => join(folder, name);
  return {
    lay: (name, pieces) => writePieces(path(name), pieces),
    file: (name) => sqlText(path(name)),
    run: async (statement) => void (await connection.run(statement)),
    rows: async (query) => {
      const rows = (await connection.runAndReadAll(query)).getRowsJson();
      return rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
    },
    texts: (query) => textsOf(connection, query),
    fill: (table, rows) => fill(connection, table, rows),
    take: async (name) => {
      try {
        return await readFile(path(name));
      } catch (error) {
        throw fileError(error, 'cannot open', path(name));
      }
    },
  };
}

async function writePieces(
  path: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of pieces) await file.writeFile(piece);
  } catch (error) {
    throw fileError(error, 'cannot write', path);
  } finally {
    await file.close();
  }
}

async function* textsOf(connection: Connection, query: string): AsyncGenerator<readonly string[]> {
  const result = await connection.stream(query);
  for (let chunk = await result.fetchChunk(); chunk !== null; chunk = await result.fetchChunk()) {
    if (chunk.rowCount === 0) return;
    yield chunk.getColumnValues(0) as string[];
  }
}

async function fill(connection: Connection, table: string, rows: Iterable<EngineRow>): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const cell of row) {
      if (cell === undefined) appender.appendNull();
      else if (typeof cell === 'number') appender.appendDouble(cell);
      else appender.appendVarchar(cell);
    }
    appender.endRow();
  }
  appender.flushSync();
  appender.closeSync();
}
