/** The part of the package `sql.js` that is used here; it ships no types. */
declare module 'sql.js' {
  interface Engine {
    readonly Database: new (file?: Uint8Array) => import('../model/sql-engine.js').SqlDatabase;
  }
  const open: () => Promise<Engine>;
  export default open;
}
