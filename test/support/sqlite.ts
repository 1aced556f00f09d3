import initSqlJs from 'sql.js';

/** What is used of sql.js, SQLite compiled to WebAssembly. */
interface SqlJs {
  readonly Database: new () => {
    readonly exec: (sql: string) => {
      readonly columns: string[];
      readonly values: (string | number | null)[][];
    }[];
    readonly run: (sql: string, values?: readonly (string | null)[]) => void;
    readonly close: () => void;
  };
}

/** A table of text cells, as `.import --csv` of the sqlite3 program makes it. */
export interface TextRows {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Runs a script of the dialect sqlite in SQLite and gives the two results as rows of text, headers first. */
export async function runInSqlite(
  script: string,
  tables: readonly TextRows[],
): Promise<{ readonly municipalities: string[][]; readonly national: string[][] }> {
  const { Database } = (await initSqlJs()) as unknown as SqlJs;
  const database = new Database();
  try {
    for (const { name, columns, rows } of tables) {
      database.run(`CREATE TABLE ${name} (${columns.map((column) => `"${column}" TEXT`).join(', ')})`);
      const places = columns.map(() => '?').join(', ');
      for (const row of rows) database.run(`INSERT INTO ${name} VALUES (${places})`, row);
    }
    const statements = script.split('\n').filter((line) => !line.startsWith('.'));
    const results = database.exec(statements.join('\n'));
    const [municipalities, national] = results.map(({ columns, values }) => [
      columns,
      ...values.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    ]);
    return { municipalities: municipalities ?? [], national: national ?? [] };
  } finally {
    database.close();
  }
}
