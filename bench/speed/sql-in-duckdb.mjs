// The chain as SQL, run by DuckDB on every bundled study: its two files against those of spotwise estimate, byte by byte.
// usage: node sql-in-duckdb.mjs PACKAGES
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const STUDIES = ['tiny', 'kosovo', 'yangon', 'kenya-2012', 'nigeria-2012', 'cameroon-2015'];
const { DuckDBInstance } = createRequire(resolve(process.argv[2], 'x.js'))('@duckdb/node-api');
const program = resolve('bin/spotwise.js');
const spotwise = (...args) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
const home = process.cwd();

for (const study of STUDIES) {
  const folder = mkdtempSync(join(tmpdir(), 'spotwise-sql-'));
  const source = join(home, 'fixtures', study);
  try {
    const out = join(folder, 'ours');
    cpSync(source, join(folder, 'study'), { recursive: true });
    spotwise('estimate', source, '--out', out, '--quiet');
    const { stdout: sql } = spotwise('sql', source, '--dialect', 'duckdb');
    process.chdir(join(folder, 'study'));
    await (await (await DuckDBInstance.create(':memory:')).connect()).run(sql);
    const differ = ['municipalities.csv', 'national.csv'].filter(
      (name) => !readFileSync(name).equals(readFileSync(join(out, name))),
    );
    process.stdout.write(
      `sql     ${study} in DuckDB: ${differ.length === 0 ? 'same bytes' : `DIFFERENT: ${differ.join(', ')}`}\n`,
    );
    if (differ.length > 0) process.exitCode = 1;
  } finally {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  }
}
