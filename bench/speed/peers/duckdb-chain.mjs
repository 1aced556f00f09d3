// The whole chain in DuckDB, by the SQL that spotwise prints. usage: node duckdb-chain.mjs PACKAGES SQL SPOTS OUT
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, resolve } from 'node:path';
import process from 'node:process';

const [packages, sql, spots, out] = process.argv.slice(2).map((path) => resolve(path));
const { DuckDBInstance } = createRequire(resolve(packages, 'x.js'))('@duckdb/node-api');
const chain = readFileSync(sql, 'utf8').replaceAll("TO '", `TO '${out}/`);
process.chdir(dirname(spots));
if (!chain.includes(`'${basename(spots)}'`)) throw new Error(`${sql} does not read ${basename(spots)}`);
await (await (await DuckDBInstance.create(':memory:')).connect()).run(chain);
