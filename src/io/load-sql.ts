import type { SqlEngine } from '../model/sql-engine.js';

/** The database engine of the optional package `sql.js`; undefined where it is not installed. */
export async function loadSql(): Promise<SqlEngine | undefined> {
  try {
    const { default: open } = await import('sql.js');
    const { Database } = await open();
    return { open: (file) => new Database(file) };
  } catch {
    return undefined;
  }
}
