/** One database in memory. */
export interface SqlDatabase {
  /** Runs statements; the values stand for the question marks of a single one. */
  readonly run: (statement: string, values?: readonly (string | number | Uint8Array | null)[]) => void;
  /** The database as the bytes of a file. */
  readonly export: () => Uint8Array;
  readonly close: () => void;
}

/** Makes databases in memory: what the optional package `sql.js` gives. */
export interface SqlEngine {
  readonly open: () => SqlDatabase;
}
