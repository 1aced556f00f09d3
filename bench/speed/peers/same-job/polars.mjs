// The same job in nodejs-polars: read typed, check, settle, add up, municipalities.csv. usage: node polars.mjs PACKAGES SPOTS OUT
// Prints the rows with a fault by code. Nobody was interviewed in this study and no spot is known at two levels, so the
// steps level 1, day, overlap and hidden leave every figure as it is.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { writeAreas } from './areas.mjs';
import { areDays, areHours, CHOICES, isDate, WARNINGS } from './cells.mjs';

const [packages, spots, out] = process.argv.slice(2);
const pl = createRequire(resolve(packages, 'x.js'))('nodejs-polars');
const { col, lit, when } = pl;

const TYPES = { text: pl.Utf8, count: pl.Int32, amount: pl.Float64 };
/** Every column of the table in its order. */
const COLUMNS = Object.fromEntries(
  [
    'spot_id:text population:text municipality:text typology:text mode:text lat:amount lon:amount status:text',
    'level:count min:count max:count usual:amount weekday:amount weekend:amount peak_min:count peak_max:count',
    'peak_days:text hours:text validated_on:text security_level:count',
    'landmark:text team:text visit:text source:text remark:text',
  ]
    .flatMap((line) => line.split(' '))
    .map((column) => column.split(':'))
    .map(([name, type]) => [name, TYPES[type]]),
);
const EXTRA = new Set(['landmark', 'team', 'visit', 'source', 'remark']);
const table = pl
  .scanCSV(spots, { schema: COLUMNS })
  .select(
    ...Object.keys(COLUMNS)
      .filter((name) => !EXTRA.has(name))
      .map((name) => col(name)),
  )
  .collectSync();

const is = (condition) => condition.fillNull(false);
const isEmpty = (name) => col(name).isNull();
const isHalf = (a, b) => isEmpty(a).neq(isEmpty(b));
const isAbove = (a, b) => is(col(a).gt(col(b)));
const isOutside = (name, least, most) => is(col(name).lt(least).or(col(name).gt(most)));
const isActive = isEmpty('status').or(col('status').eq(lit('active')));
const isListed = isEmpty('spot_id')
  .not()
  .and(is(col('status').eq(lit('duplicate'))).not());
const rows = (...conditions) =>
  conditions.map((each) => each.sum().cast(pl.Int64)).reduce((sum, each) => sum.plus(each));

/** Rows with a wrong text; the different ones are few and looked at once each. */
function isOdd(name, isRight) {
  const texts = table.getColumn(name).unique().toArray();
  const wrong = texts.filter((text) => text !== null && !isRight(text));
  return is(wrong.length === 0 ? lit(false).and(isEmpty(name)) : col(name).isIn(wrong));
}

/** How many rows have what an earlier one has. */
function repeated(isLookedAt, ...key) {
  const keys = table
    .lazy()
    .filter(isLookedAt)
    .select(...key)
    .collectSync();
  return keys.height - keys.unique().height;
}

const middle = col('min').fillNull(0).plus(col('max').fillNull(0)).cast(pl.Float64).div(2);
const usual = when(isEmpty('usual')).then(middle).otherwise(col('usual'));
const most = when(is(col('mode').isIn(['web', 'phone'])))
  .then(lit(1_000_000))
  .otherwise(lit(20_000));
function isSlip(name) {
  const persons = col(name);
  const isApart = persons.gtEq(usual.mul(7)).or(persons.mul(7).ltEq(usual));
  return is(persons.gt(0).and(usual.gt(0)).and(isApart));
}

const faults = {
  'cell-missing': rows(isEmpty('spot_id')),
  'choice-unknown': rows(
    ...Object.entries(CHOICES).map(([name, isKnown]) => isOdd(name, isKnown)),
    isOutside('level', 1, 2),
    isOutside('security_level', 1, 5),
  ),
  'date-invalid': rows(isOdd('validated_on', isDate)),
  'days-invalid': rows(isOdd('peak_days', areDays)),
  'hours-invalid': rows(isOdd('hours', areHours)),
  'count-negative': rows(
    ...['min', 'max', 'usual', 'weekday', 'weekend', 'peak_min', 'peak_max'].map((name) =>
      is(col(name).lt(0)),
    ),
  ),
  'range-order': rows(isAbove('min', 'max'), isAbove('peak_min', 'peak_max')),
  'range-half': rows(isHalf('min', 'max'), isHalf('peak_min', 'peak_max')),
  'usual-outside-range': rows(isAbove('min', 'usual').or(isAbove('usual', 'max'))),
  'peak-below-usual': rows(isAbove('max', 'peak_max')),
  'count-impossible': rows(...['max', 'usual', 'peak_max'].map((name) => is(col(name).gt(most)))),
  'count-sentinel': rows(
    is(
      col('min')
        .eq(col('max'))
        .and(col('min').isIn([99, 999, 9999])),
    ),
    is(
      col('max')
        .isIn([999, 9999])
        .and(col('min').fillNull(col('max')).mul(10).lt(col('max'))),
    ),
  ),
  'count-missing': rows(isActive.and(isEmpty('min')).and(isEmpty('max')).and(isEmpty('usual'))),
  'unit-slip': rows(isSlip('weekday'), isSlip('weekend')),
  'coordinate-out-of-range': rows(isOutside('lat', -90, 90), isOutside('lon', -180, 180)),
  'coordinate-half': rows(isHalf('lat', 'lon')),
  'coordinate-zero': rows(is(col('lat').eq(0).and(col('lon').eq(0)))),
  'municipality-unassigned': rows(isEmpty('municipality')),
};
const [found] = table
  .lazy()
  .select(...Object.entries(faults).map(([code, count]) => count.alias(code)))
  .collectSync()
  .toRecords();
const isPlace = isActive.and(col('mode').fillNull(lit('geo')).eq(lit('geo')));
const isLocated = col('lat').neq(0).or(col('lon').neq(0));
const cell = (name) => col(name).mul(100_000).round(0).cast(pl.Int32).alias(name);
found['spot-duplicate'] = repeated(isListed, col('spot_id'), col('population'));
found['spot-double'] = repeated(isPlace.and(is(isLocated)), col('population'), cell('lat'), cell('lon'));
process.stdout.write(`${JSON.stringify(found)}\n`);
const isFaulty = Object.entries(found).some(([code, count]) => count > 0 && !WARNINGS.has(code));
if (isFaulty) process.exit(1);

const hasRange = isEmpty('min').or(isEmpty('max')).not();
const end = (name) => when(hasRange).then(col(name).cast(pl.Float64)).otherwise(col('usual'));
const settled = table
  .lazy()
  .filter(isActive.and(hasRange.or(isEmpty('usual').not())))
  .select(
    col('municipality').fillNull(lit('unassigned')).alias('municipality'),
    col('population'),
    col('mode').fillNull(lit('geo')).alias('mode'),
    hasRange.alias('hasRange'),
    when(isEmpty('usual')).then(middle).otherwise(col('usual')).alias('estimate'),
    end('min').alias('least'),
    end('max').alias('most'),
  )
  .withColumns(
    pl.minHorizontal([col('least'), col('estimate')]).alias('low'),
    pl.maxHorizontal([col('most'), col('estimate')]).alias('high'),
  )
  .withColumns(
    col('estimate').minus(col('low')).alias('below'),
    col('high').minus(col('estimate')).alias('above'),
  );
const estimateOf = (condition) => col('estimate').filter(condition).sum();
const isRanged = col('hasRange');
const by = (mode) => col('mode').eq(lit(mode));
const areas = settled
  .groupBy(['municipality', 'population'])
  .agg(
    ...['low', 'estimate', 'high', 'below', 'above'].map((name) => col(name).sum()),
    ...['below', 'above'].map((name) => col(name).mul(col(name)).sum().alias(`${name}Squares`)),
    ...['geo', 'phone', 'web'].map((mode) => estimateOf(by(mode)).alias(mode)),
    by('geo').sum().alias('spots'),
    isRanged.not().sum().alias('withoutRange'),
    estimateOf(isRanged).alias('withRange'),
  )
  .sort(['municipality', 'population'])
  .collectSync();
writeAreas(join(out, 'municipalities.csv'), areas.toRecords());
