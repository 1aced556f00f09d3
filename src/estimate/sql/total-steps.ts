import type { Dialect } from './dialects.js';
import { table } from './step-table.js';

const NUMBER = 'DOUBLE PRECISION';
const [EPSILON_4, EPSILON_16] = ['8.881784197001252e-16', '3.552713678800501e-15'];

/** Passes in which whole persons left over are given out; each gives at most one to a row. */
const PASSES = 20;

/** From the persons of every spot to the two tables of results. */
export function totalSteps(dialect: Dialect): string[] {
  return [
    table(
      'area',
      'Municipalities somebody was counted in, and mapped ones where nobody was.',
      `SELECT population, municipality FROM persons
UNION
SELECT chain.population, place.municipality FROM chain CROSS JOIN place WHERE place.mapped = 'yes'`,
    ),
    table('nation_total', 'The nation, added up.', addedUp('chain', 'population', [])),
    table('area_total', 'Municipalities, added up.', addedUp('area', 'population', ['municipality'])),
    table(
      'whole_nation',
      'National totals in whole persons.',
      `SELECT population, ${['low', 'estimate', 'high'].map((end) => `${wholePersons(dialect, end)} AS ${end}`).join(', ')}
FROM nation_total`,
    ),
    ...apportioned(dialect, 'estimate', { least: 'NULL', most: 'NULL' }),
    ...apportioned(dialect, 'low', { least: 'NULL', most: 'whole' }),
    ...apportioned(dialect, 'high', { least: 'whole', most: 'NULL' }),
    table(
      'area_rate',
      'Persons the rate of a municipality is per 1,000 of.',
      `SELECT population, municipality, persons FROM denominator WHERE persons > 0`,
    ),
    table(
      'nation_rate',
      'Persons the national rate is per 1,000 of: every municipality not said to be left out has to have them.',
      `SELECT chain.population, SUM(denominator.persons) AS persons
FROM chain
CROSS JOIN place
LEFT JOIN denominator ON denominator.population = chain.population AND denominator.municipality = place.municipality
WHERE COALESCE(place.mapped, 'yes') = 'yes'
GROUP BY chain.population
HAVING COUNT(*) = COUNT(denominator.persons) AND SUM(denominator.persons) > 0`,
    ),
    table(
      'municipalities',
      'The results by municipality, as they are written.',
      `SELECT total.municipality, total.population,
       ${columns(dialect, { low: 'low.whole', estimate: 'estimate.whole', high: 'high.whole' }, `${written(dialect, 'CASE WHEN nation.estimate > 0 THEN total.estimate / nation.estimate ELSE 0 END', 4)} AS share`)}
FROM area_total AS total
JOIN chain ON chain.population = total.population
JOIN nation_total AS nation ON nation.population = total.population
JOIN whole_low AS low ON low.population = total.population AND low.municipality = total.municipality
JOIN whole_estimate AS estimate ON estimate.population = total.population AND estimate.municipality = total.municipality
JOIN whole_high AS high ON high.population = total.population AND high.municipality = total.municipality
LEFT JOIN area_rate AS rate ON rate.population = total.population AND rate.municipality = total.municipality`,
    ),
    table(
      'national',
      'The results of the nation, as they are written.',
      `SELECT total.population,
       ${columns(dialect, { low: 'whole.low', estimate: 'whole.estimate', high: 'whole.high' }, undefined)}
FROM nation_total AS total
JOIN chain ON chain.population = total.population
JOIN whole_nation AS whole ON whole.population = total.population
LEFT JOIN nation_rate AS rate ON rate.population = total.population`,
    ),
  ];
}

const sum = (value: string, when?: string) =>
  when === undefined ? `COALESCE(SUM(${value}), 0)` : `COALESCE(SUM(CASE WHEN ${when} THEN ${value} END), 0)`;

const half = (side: string) => `COALESCE(SUM((${side}) * (${side})), 0)`;

/** Sums over the spots of a key: persons, spots where people meet, modes, and the half-widths of the interval. */
function addedUp(from: string, first: string, more: readonly string[]): string {
  const keys = [first, ...more];
  const on = keys.map((key) => `persons.${key} = ${from}.${key}`).join(' AND ');
  const below = 'persons.estimate - persons.low';
  const above = 'persons.high - persons.estimate';
  return `SELECT ${keys.map((key) => `${from}.${key}`).join(', ')},
       ${['low', 'estimate', 'high', 'at_low', 'at_estimate', 'at_high'].map((end) => `${sum(`persons.${end}`)} AS ${end}`).join(', ')},
       COUNT(CASE WHEN mode = 'geo' THEN 1 END) AS spots,
       ${['geo', 'phone', 'web'].map((mode) => `${sum('at_estimate', `mode = '${mode}'`)} AS at_${mode}`).join(', ')},
       COUNT(CASE WHEN has_range = 0 THEN 1 END) AS rows_without_range,
       ${sum('persons.estimate', 'has_range = 1')} AS estimate_with_range,
       ${sum(below)} AS below, ${half(below)} AS below_squares, ${sum(above)} AS above, ${half(above)} AS above_squares
FROM ${from} LEFT JOIN persons ON ${on}
GROUP BY ${keys.map((key) => `${from}.${key}`).join(', ')}`;
}

const wholePersons = (dialect: Dialect, value: string) =>
  dialect.floor(`${value} + 0.5 + ABS(${value}) * ${EPSILON_16}`);

/** Whole persons of every municipality that add up to the nation's: largest remainder, within bounds. */
function apportioned(
  dialect: Dialect,
  end: string,
  bound: { readonly least: string; readonly most: string },
): string[] {
  const floored = dialect.floor('part');
  const clamped =
    bound.most !== 'NULL'
      ? `CASE WHEN ${floored} > bound THEN bound ELSE ${floored} END`
      : bound.least !== 'NULL'
        ? `CASE WHEN ${floored} < bound THEN bound ELSE ${floored} END`
        : floored;
  const isBound = bound.least !== 'NULL' || bound.most !== 'NULL';
  const room =
    bound.most !== 'NULL'
      ? 'CASE WHEN missing > 0 THEN bound - floored END'
      : bound.least !== 'NULL'
        ? 'CASE WHEN missing < 0 THEN floored - bound END'
        : `CAST(NULL AS ${NUMBER})`;
  return [
    table(
      `floored_${end}`,
      `${end}: the whole part of every municipality, and how many persons are missing to the nation's total.`,
      `SELECT part.*, whole_nation.${end} - SUM(floored) OVER (PARTITION BY part.population) AS missing
FROM (SELECT population, municipality, part, bound, ${clamped} AS floored
      FROM (SELECT area_total.population, area_total.municipality, area_total.${end} AS part,
                   ${isBound ? 'whole_estimate.whole' : `CAST(NULL AS ${NUMBER})`} AS bound
            FROM area_total${
              isBound
                ? `
            JOIN whole_estimate ON whole_estimate.population = area_total.population
             AND whole_estimate.municipality = area_total.municipality`
                : ''
            }) AS bounded) AS part
JOIN whole_nation ON whole_nation.population = part.population`,
    ),
    table(
      `whole_${end}`,
      `${end}: one person each to the largest remainders first, round by round, until none is missing.`,
      `WITH ranked AS (
  SELECT floored_${end}.*, ${room} AS room,
         ROW_NUMBER() OVER (PARTITION BY population
           ORDER BY CASE WHEN missing < 0 THEN part - floored ELSE floored - part END, ${dialect.byBytes('municipality')}) AS place
  FROM floored_${end}
), round(turn) AS (VALUES ${Array.from({ length: PASSES }, (_, at) => `(${at + 1})`).join(', ')}),
queued AS (
  SELECT population, municipality,
         ROW_NUMBER() OVER (PARTITION BY population ORDER BY turn, place) AS nth
  FROM ranked JOIN round ON room IS NULL OR turn <= room
)
SELECT ranked.population, ranked.municipality,
       floored + CASE WHEN missing < 0 THEN -1 ELSE 1 END
                 * (SELECT COUNT(*) FROM queued
                    WHERE queued.population = ranked.population AND queued.municipality = ranked.municipality
                      AND nth <= ABS(missing)) AS whole
FROM ranked`,
    ),
  ];
}

/** A number with at most that many decimals, as text: half away from zero, no zeros at the end, never "-0". */
function written(dialect: Dialect, value: string, decimals: number): string {
  const scale = `1e${decimals}`;
  const units = dialect.floor(`ABS(${value}) * ${scale} + 0.5 + ABS(${value}) * ${scale} * ${EPSILON_4}`);
  const size = dialect.fixed(`${units} / ${scale}`, decimals);
  return `CASE WHEN (${value}) IS NULL THEN NULL ELSE CASE WHEN (${value}) < 0 AND ${units} > 0 THEN '-' ELSE '' END || RTRIM(RTRIM(${size}, '0'), '.') END`;
}

/** Half the width of the interval on one side. */
const width = (side: string) =>
  `CASE WHEN chain.interval_use = 'extremes' OR correlation = 1 THEN total.${side}
        ELSE SQRT(total.${side}_squares + correlation * CASE WHEN total.${side} * total.${side} > total.${side}_squares THEN total.${side} * total.${side} - total.${side}_squares ELSE 0 END) END`;

/** The columns of an area after its key, as `spotwise estimate` writes them. */
function columns(
  dialect: Dialect,
  whole: { readonly low: string; readonly estimate: string; readonly high: string },
  share: string | undefined,
): string {
  const ranged = 'total.estimate_with_range > 0 OR total.rows_without_range = 0';
  const ends = (value: string) => `CASE WHEN ${ranged} THEN ${value} END`;
  const one = (value: string) => written(dialect, value, 1);
  const persons = (value: string) => dialect.fixed(value, 0);
  const intervalLow = `CASE WHEN chain.interval_use = 'extremes' THEN total.low ELSE total.estimate - ${width('below')} END`;
  const intervalHigh = `CASE WHEN chain.interval_use = 'extremes' THEN total.high ELSE total.estimate + ${width('above')} END`;
  return [
    'total.spots AS spots',
    `${one('CASE WHEN total.spots > 0 THEN total.at_geo / total.spots END')} AS mean_spot_size`,
    `${ends(persons(whole.low))} AS low`,
    `${persons(whole.estimate)} AS estimate`,
    `${ends(persons(whole.high))} AS high`,
    `${ends("'extremes'")} AS basis`,
    `${ends(one(intervalLow))} AS interval_low`,
    `${ends(one(intervalHigh))} AS interval_high`,
    `${ends("CASE WHEN chain.interval_use = 'extremes' THEN 'extremes' ELSE 'spread' END")} AS interval_basis`,
    ...(share === undefined ? [] : [share]),
    `${one('1000 * total.estimate / rate.persons')} AS per_1000`,
    'CASE WHEN rate.persons IS NOT NULL THEN chain.denominator END AS denominator',
    `${written(dialect, 'rate.persons', 6)} AS denominator_persons`,
    `${ends('chain.interval_method')} AS interval_method`,
    'total.rows_without_range AS rows_without_range',
    `${one('total.estimate_with_range')} AS estimate_with_range`,
    `${ends(one('total.at_low'))} AS at_spots_low`,
    `${one('total.at_estimate')} AS at_spots`,
    `${ends(one('total.at_high'))} AS at_spots_high`,
    `${one('total.at_geo')} AS at_places`,
    `${one('total.at_phone')} AS by_phone`,
    `${one('total.at_web')} AS on_web`,
    `${one('total.estimate - total.at_estimate')} AS elsewhere`,
  ].join(',\n       ');
}
