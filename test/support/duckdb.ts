import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runProgram } from './outside-program.js';
import { ROOT } from './program.js';

/** Where the package can stand: the project's own packages, or those of the bench. */
const HOMES = [ROOT, join(ROOT, '.bench')];

/** The main file of DuckDB's package; undefined, said loudly, where it cannot be loaded on this machine. */
export function findDuckdb(checks: string): string | undefined {
  for (const home of HOMES) {
    if (!existsSync(join(home, 'node_modules', '@duckdb', 'node-api'))) continue;
    try {
      const require = createRequire(join(home, 'x.js'));
      const isLoaded = 'DuckDBInstance' in (require('@duckdb/node-api') as object);
      if (isLoaded) return require.resolve('@duckdb/node-api');
    } catch {
      // No binary of it for this machine.
    }
  }
  process.stderr.write(`\nNOT CHECKED: ${checks}. Install @duckdb/node-api to check it.\n`);
  return undefined;
}

const RUN = `
const { DuckDBInstance } = require(process.argv[1]);
(async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(require('node:fs').readFileSync(0, 'utf8'));
})();`;

/** Runs statements in DuckDB, in a process that stands in the folder; throws with what DuckDB said when one fails. */
export function runInDuckdb(main: string, statements: string, folder: string): void {
  runProgram(process.execPath, ['-e', RUN, main], { cwd: folder, input: statements });
}
