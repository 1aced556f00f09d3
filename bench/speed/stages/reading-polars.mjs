// The table read and added up in nodejs-polars, lazily. usage: node reading-polars.mjs PACKAGES SPOTS
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';
import { NUMBERS, TEXTS } from './reading-columns.mjs';

const [packages, spots] = process.argv.slice(2);
const pl = createRequire(resolve(packages, 'x.js'))('nodejs-polars');
const { col } = pl;
const isOver = (a, b) => col(a).gt(col(b)).fillNull(false);
const isFar = (name, most) => col(name).abs().gt(most).fillNull(false);
const isFaulty = [isOver('min', 'usual'), isOver('usual', 'max'), isFar('lat', 90), isFar('lon', 180)];
const [found] = pl
  .scanCSV(spots, { inferSchemaLength: 1000 })
  .select(
    pl.len().cast(pl.Float64).alias('rows'),
    isFaulty
      .reduce((any, each) => any.or(each), isOver('min', 'max'))
      .sum()
      .cast(pl.Float64)
      .alias('issues'),
    ...NUMBERS.map((name) => col(name).cast(pl.Float64).sum().mul(1000).round(0).alias(name)),
    ...TEXTS.map((name) => col(name).nUnique().cast(pl.Float64).alias(name)),
  )
  .collectSync()
  .toRecords();
process.stdout.write(`${JSON.stringify({ found })}\n`);
