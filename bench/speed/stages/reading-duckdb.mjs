// The table read and added up in DuckDB. usage: node reading-duckdb.mjs PACKAGES SPOTS
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';
import { NUMBERS, TEXTS } from './reading-columns.mjs';

const [packages, spots] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(resolve(packages, 'x.js'))('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const types = NUMBERS.map((name) => `'${name}': 'DOUBLE'`);
const said = [
  'COUNT(*) AS rows',
  'COUNT_IF("min" > "max" OR usual < "min" OR usual > "max" OR ABS(lat) > 90 OR ABS(lon) > 180) AS issues',
  ...NUMBERS.map((name) => `ROUND(1000 * SUM("${name}")) AS "${name}"`),
  ...TEXTS.map((name) => `COUNT(DISTINCT "${name}") AS "${name}"`),
];
const answer = await connection.runAndReadAll(
  `SELECT ${said.join(', ')} FROM read_csv('${spots}', header = true, delim = ',', quote = '"', escape = '"', types = {${types.join(', ')}})`,
);
const [row] = answer.getRowObjectsJS();
const found = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
process.stdout.write(`${JSON.stringify({ found })}\n`);
