/** What a query finds. */
export interface SqlRows {
  readonly columns: readonly string[];
  readonly values: readonly (readonly (string | number | Uint8Array | null)[])[];
}

/** One database in memory. */
export interface SqlDatabase {
  /** Runs statements; the values stand for the question marks of a single one. */
  readonly run: (statement: string, values?: readonly (string | number | Uint8Array | null)[]) => void;
  /** What queries find: the columns and rows of each. */
  readonly exec: (query: string) => readonly SqlRows[];
  /** The database as the bytes of a file. */
  readonly export: () => Uint8Array;
  readonly close: () => void;
}

/** Makes databases in memory: what the optional package `sql.js` gives. */
export interface SqlEngine {
  /** An empty database, or the one that file holds. */
  readonly open: (file?: Uint8Array) => SqlDatabase;
}
