// The same rows written by nodejs-polars, one thread. usage: node writing-polars.mjs PACKAGES IN.csv OUT.csv
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';
import { report } from './report.mjs';

process.env.POLARS_MAX_THREADS = '1';
const [packages, from, to] = process.argv.slice(2);
const pl = createRequire(resolve(packages, 'x.js'))('nodejs-polars');
const table = pl.readCSV(from, { inferSchemaLength: 1000 });
await report(() => {
  table.writeCSV(to);
  return { rows: table.height };
});
