/** Cells of a row to be put into a table of an engine; missing is `undefined`. */
export type EngineRow = readonly (string | number | undefined)[];

/**
 * An engine at work in a folder of its own that nobody else may look into: it reaches no other file and no network, and
 * the folder is gone when it is closed.
 */
export interface TableSession {
  /** Puts a file into the folder. */
  readonly lay: (name: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) => Promise<void>;
  /** A file of the folder as statements name it. */
  readonly file: (name: string) => string;
  readonly run: (statement: string) => Promise<void>;
  /** What a short query finds, every cell as text; null where it is missing. */
  readonly rows: (query: string) => Promise<readonly (readonly (string | null)[])[]>;
  /** The one column of texts a query finds, some rows at a time and in their order. */
  readonly texts: (query: string) => AsyncIterable<readonly string[]>;
  /** Adds rows to a table whose columns are DOUBLE or VARCHAR. */
  readonly fill: (table: string, rows: Iterable<EngineRow>) => Promise<void>;
  /** The bytes of a file of the folder. */
  readonly take: (name: string) => Promise<Uint8Array>;
  /** Ends the session and removes the folder; nothing happens the second time. */
  readonly close: () => Promise<void>;
}

/** Reads and writes tables of other formats: what the optional package `@duckdb/node-api` gives. */
export interface TableEngine {
  /** Starts the engine; with one thread where the bytes it writes must always be the same. */
  readonly open: (threads?: number) => Promise<TableSession>;
}
