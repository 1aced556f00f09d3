// The job in nodejs-polars. usage: node polars.mjs PACKAGES SPOTS OUT [spots]
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [packages, spots, out, all] = process.argv.slice(2);
const pl = createRequire(resolve(packages, 'x.js'))('nodejs-polars');
const { col } = pl;
const spot = pl
  .scanCSV(spots, { inferSchemaLength: 10000 })
  .filter(
    col('status')
      .isNull()
      .or(col('status').eq(pl.lit('active'))),
  )
  .select(
    col('spot_id'),
    col('population'),
    col('municipality'),
    col('min').cast(pl.Float64).alias('low'),
    pl
      .when(col('usual').isNull())
      .then(col('min').plus(col('max')).cast(pl.Float64).div(2))
      .otherwise(col('usual').cast(pl.Float64))
      .alias('estimate'),
    col('max').cast(pl.Float64).alias('high'),
  );
if (all) spot.sort('spot_id').collectSync().writeCSV(join(out, 'spots.csv'));
spot
  .groupBy(['municipality', 'population'])
  .agg(col('low').sum(), col('estimate').sum(), col('high').sum())
  .sort(['municipality', 'population'])
  .collectSync()
  .writeCSV(join(out, 'municipalities.csv'));
