import { roundTo } from '../formats/number.js';
import type {
  AreaEstimate,
  Concentration,
  Estimates,
  LevelOneFactor,
  MunicipalityEstimate,
  NationalEstimate,
  SpotFigure,
  TraceRow,
  TypologyEstimate,
  ValidateNext,
  WeekProfile,
} from '../model/estimate.js';
import { compareText } from '../model/issue.js';
import type { Triple } from '../model/range.js';
import { apportionTriples, wholeTriple } from '../model/rounding.js';
import { tabulateByColumn } from '../model/column-rows.js';
import { tabulate, type OutputColumn, type Table } from '../model/table.js';
import { DAYS } from '../model/week.js';
import { figuresByColumn } from './estimates-of.js';
import { spotColumns, type SpotColumnName } from './spot-columns.js';

const rounded = (value: number | undefined, decimals: number) =>
  value === undefined ? undefined : roundTo(value, decimals);

/** A row to be written: what was estimated, and its range in whole persons that add up with the other rows. */
interface Written<Row> {
  readonly row: Row;
  readonly whole: Triple;
}

type Area = Written<AreaEstimate>;

/** A total none of whose rows has a range has none itself: empty cells, not a range of no width. */
const hasRange = ({ row }: Area) => row.estimateWithRange > 0 || row.rowsWithoutRange === 0;
const ends = (value: (area: Area) => number | string | undefined) => (area: Area) =>
  hasRange(area) ? value(area) : undefined;

const POPULATION = {
  name: 'population',
  meaning: 'code of the population',
  of: ({ row }: Area) => row.population,
};

const SIZE: readonly OutputColumn<Area>[] = [
  { name: 'spots', meaning: 'spots where people meet in person', of: ({ row }) => row.spots },
  {
    name: 'mean_spot_size',
    meaning: 'persons at those spots divided by the spots',
    of: ({ row }) => rounded(row.meanSpotSize, 1),
  },
  { name: 'low', meaning: 'low end of the range, persons', of: ends(({ whole }) => whole.low) },
  { name: 'estimate', meaning: 'estimated persons', of: ({ whole }) => whole.estimate },
  { name: 'high', meaning: 'high end of the range, persons', of: ends(({ whole }) => whole.high) },
  {
    name: 'basis',
    meaning: 'what low and high are: extremes = the reported lowest and highest figures, added up',
    of: ends(({ row }) => row.basis),
  },
];

const INTERVAL: readonly OutputColumn<Area>[] = [
  {
    name: 'interval_low',
    meaning: 'low end of the computed interval, persons',
    of: ends(({ row }) => rounded(row.interval?.low, 1)),
  },
  {
    name: 'interval_high',
    meaning: 'high end of the computed interval, persons',
    of: ends(({ row }) => rounded(row.interval?.high, 1)),
  },
  {
    name: 'interval_basis',
    meaning: 'what the interval is: confidence, or spread = a computed width without a level of confidence',
    of: ends(({ row }) => row.interval?.basis),
  },
];

const DETAIL: readonly OutputColumn<Area>[] = [
  {
    name: 'interval_method',
    meaning: 'how the interval was computed',
    of: ends(({ row }) => row.interval?.method),
  },
  {
    name: 'rows_without_range',
    meaning: 'rows that add to the estimate and have no lowest and highest',
    of: ({ row }) => row.rowsWithoutRange,
  },
  {
    name: 'estimate_with_range',
    meaning: 'the part of the estimate whose rows have a range',
    of: ({ row }) => roundTo(row.estimateWithRange, 1),
  },
  {
    name: 'at_spots_low',
    meaning: 'low end for people met at mapped spots, before anybody hidden is added',
    of: ends(({ row }) => roundTo(row.at.low, 1)),
  },
  {
    name: 'at_spots',
    meaning: 'people met at mapped spots of any mode, before anybody hidden is added',
    of: ({ row }) => roundTo(row.at.estimate, 1),
  },
  {
    name: 'at_spots_high',
    meaning: 'high end for people met at mapped spots',
    of: ends(({ row }) => roundTo(row.at.high, 1)),
  },
  { name: 'at_places', meaning: 'of these, met in person', of: ({ row }) => roundTo(row.byMode.geo, 1) },
  { name: 'by_phone', meaning: 'of these, met by phone', of: ({ row }) => roundTo(row.byMode.phone, 1) },
  {
    name: 'on_web',
    meaning: 'of these, met on the web or in apps',
    of: ({ row }) => roundTo(row.byMode.web, 1),
  },
  {
    name: 'elsewhere',
    meaning: 'estimate less people met at mapped spots: what overlap, attendance and hidden people change',
    of: ({ row }) => roundTo(row.elsewhere, 1),
  },
];

type RatedArea = Written<MunicipalityEstimate | NationalEstimate>;

const PER_1000: OutputColumn<RatedArea> = {
  name: 'per_1000',
  meaning: 'estimate per 1,000 of the denominator',
  of: ({ row }) => rounded(row.rate?.per1000, 1),
};
const DENOMINATOR: OutputColumn<RatedArea> = {
  name: 'denominator',
  meaning: 'whom the rate is per 1,000 of: a column of places.csv',
  of: ({ row }) => row.rate?.denominator,
};
const DENOMINATOR_PERSONS: OutputColumn<RatedArea> = {
  name: 'denominator_persons',
  meaning: 'persons in the denominator',
  of: ({ row }) => row.rate?.persons,
};

export const MUNICIPALITY_COLUMNS: readonly OutputColumn<Written<MunicipalityEstimate>>[] = [
  {
    name: 'municipality',
    meaning: 'name of the municipality; unassigned = not known',
    of: ({ row }) => row.municipality,
  },
  POPULATION,
  ...SIZE,
  ...INTERVAL,
  {
    name: 'share',
    meaning: 'share of the national estimate, 0 to 1',
    of: ({ row }) => roundTo(row.share, 4),
  },
  PER_1000,
  DENOMINATOR,
  DENOMINATOR_PERSONS,
  ...DETAIL,
];

export const NATIONAL_COLUMNS: readonly OutputColumn<Written<NationalEstimate>>[] = [
  POPULATION,
  ...SIZE,
  ...INTERVAL,
  PER_1000,
  DENOMINATOR,
  DENOMINATOR_PERSONS,
  ...DETAIL,
];

export const TYPOLOGY_COLUMNS: readonly OutputColumn<Written<TypologyEstimate>>[] = [
  { name: 'typology', meaning: 'kind of spot', of: ({ row }) => row.typology },
  POPULATION,
  { name: 'mode', meaning: 'how people are met: geo, phone or web', of: ({ row }) => row.mode },
  ...SIZE,
  {
    name: 'share',
    meaning: 'share of the national estimate, 0 to 1',
    of: ({ row }) => roundTo(row.share, 4),
  },
  ...DETAIL,
];

export const SPOT_COLUMNS: readonly (OutputColumn<SpotFigure> & { readonly name: SpotColumnName })[] = [
  { name: 'spot_id', meaning: 'code of the spot', of: (figure) => figure.spot.spot_id },
  { name: 'population', meaning: 'code of the population', of: (figure) => figure.spot.population },
  { name: 'municipality', meaning: 'municipality of the spot', of: (figure) => figure.spot.municipality },
  { name: 'typology', meaning: 'kind of spot', of: (figure) => figure.spot.typology },
  { name: 'mode', meaning: 'how people are met: geo, phone or web', of: (figure) => figure.mode },
  {
    name: 'level',
    meaning: '2 = validated at the spot, 1 = reported around it',
    of: (figure) => figure.level,
  },
  {
    name: 'low',
    meaning: 'lowest figure settled on, persons',
    of: (figure) => (figure.hasRange ? roundTo(figure.at.low, 2) : undefined),
  },
  {
    name: 'estimate',
    meaning: 'persons met at the spot on the chosen day',
    of: (figure) => roundTo(figure.at.estimate, 2),
  },
  {
    name: 'high',
    meaning: 'highest figure settled on, persons',
    of: (figure) => (figure.hasRange ? roundTo(figure.at.high, 2) : undefined),
  },
  {
    name: 'basis',
    meaning: 'what low and high are; empty for a stated figure without a range',
    of: (figure) => (figure.hasRange ? 'extremes' : undefined),
  },
  {
    name: 'contribution',
    meaning: 'persons of the total this spot stands for after overlap, attendance and hidden people',
    of: (figure) => roundTo(figure.total.estimate, 2),
  },
  { name: 'peak', meaning: 'persons on a peak day', of: (figure) => rounded(figure.peak?.estimate, 2) },
  {
    name: 'peak_days',
    meaning: 'busiest days of the week',
    of: (figure) => figure.spot.peak_days?.join(' '),
  },
];

export const WEEK_COLUMNS: readonly OutputColumn<WeekProfile>[] = [
  { name: 'population', meaning: 'code of the population', of: (week) => week.population },
  {
    name: 'municipality',
    meaning: 'municipality; empty = all',
    of: (week) => week.municipality || undefined,
  },
  {
    name: 'weekday',
    meaning: 'persons a day outside the weekend, at spots whose week is known',
    of: (week) => roundTo(week.weekday, 1),
  },
  {
    name: 'weekend',
    meaning: 'persons a day at the weekend, at the same spots',
    of: (week) => roundTo(week.weekend, 1),
  },
  {
    name: 'change_percent',
    meaning: 'weekend against weekday, percent',
    of: (week) => rounded(week.changePercent, 1),
  },
  {
    name: 'peak_days',
    meaning: 'days with most people; empty = the week is flat',
    of: (week) => week.peakDays.join(' ') || undefined,
  },
  ...DAYS.map((day) => ({
    name: day,
    meaning: `persons on ${day}`,
    of: (week: WeekProfile) => roundTo(week.days[day], 1),
  })),
  { name: 'spots_known', meaning: 'spots whose week is known', of: (week) => week.spotsKnown },
  { name: 'spots', meaning: 'all spots', of: (week) => week.spots },
];

export const CONCENTRATION_COLUMNS: readonly OutputColumn<Concentration>[] = [
  { name: 'population', meaning: 'code of the population', of: (row) => row.population },
  { name: 'units', meaning: 'spots or municipalities', of: (row) => row.units },
  {
    name: 'gini',
    meaning: 'Gini coefficient of persons over units, 0 to 1',
    of: (row) => roundTo(row.gini, 5),
  },
  {
    name: 'top_5_share',
    meaning: 'share of persons in the five largest units',
    of: (row) => roundTo(row.topFiveShare, 4),
  },
  {
    name: 'spots_for_half',
    meaning: 'fewest units that hold half of the persons',
    of: (row) => row.unitsForHalf,
  },
  {
    name: 'share_of_top_fifth',
    meaning: 'share of persons in the largest fifth of the units',
    of: (row) => roundTo(row.shareOfTopFifth, 4),
  },
  { name: 'count', meaning: 'number of units', of: (row) => row.count },
];

export const TRACE_COLUMNS: readonly OutputColumn<TraceRow>[] = [
  { name: 'population', meaning: 'code of the population', of: (row) => row.population },
  { name: 'step', meaning: 'step of the estimation chain', of: (row) => row.step },
  { name: 'method', meaning: 'variant used', of: (row) => row.method },
  { name: 'low', meaning: 'low end after the step, persons', of: (row) => roundTo(row.low, 1) },
  { name: 'estimate', meaning: 'estimate after the step, persons', of: (row) => roundTo(row.estimate, 1) },
  { name: 'high', meaning: 'high end after the step, persons', of: (row) => roundTo(row.high, 1) },
  {
    name: 'change',
    meaning: 'persons the step added to the estimate; the changes add up to the final estimate',
    of: (row) => roundTo(row.change, 1),
  },
  { name: 'rows', meaning: 'spots the step worked on', of: (row) => row.rows },
  { name: 'note', meaning: 'what the step did', of: (row) => row.note || undefined },
];

export const LEVEL_1_FACTOR_COLUMNS: readonly OutputColumn<LevelOneFactor>[] = [
  { name: 'population', meaning: 'code of the population', of: (row) => row.population },
  {
    name: 'kind',
    meaning: 'what the group is of: overall, informant_type, typology or municipality',
    of: (row) => row.kind,
  },
  { name: 'group', meaning: 'name of the group; empty = all', of: (row) => row.group || undefined },
  { name: 'pairs', meaning: 'spots of the group with both levels', of: (row) => row.pairs },
  {
    name: 'level_1',
    meaning: 'persons said at level 1 of those spots; for a type of informant, what such informants said',
    of: (row) => roundTo(row.said, 2),
  },
  { name: 'level_2', meaning: 'persons found at level 2 at those spots', of: (row) => roundTo(row.found, 2) },
  { name: 'raw_factor', meaning: 'level_2 / level_1', of: (row) => rounded(row.raw, 4) },
  {
    name: 'pooled_factor',
    meaning:
      'factor of the group, drawn towards the overall one as far as its pairs are few; the rest at its average',
    of: (row) => rounded(row.pooled, 4),
  },
  {
    name: 'spread',
    meaning: 'standard error of the log of the pooled factor: 0.1 is about 10%',
    of: (row) => rounded(row.spread, 4),
  },
];

export const VALIDATE_NEXT_COLUMNS: readonly OutputColumn<ValidateNext>[] = [
  { name: 'rank', meaning: '1 = validate first', of: (row) => row.rank },
  { name: 'spot_id', meaning: 'code of the spot', of: (row) => row.spotId },
  { name: 'population', meaning: 'code of the population', of: (row) => row.population },
  { name: 'municipality', meaning: 'municipality of the spot', of: (row) => row.municipality },
  { name: 'level_1', meaning: 'persons said at level 1', of: (row) => roundTo(row.said, 2) },
  {
    name: 'expected',
    meaning: 'persons expected at level 2, by the pooled factors',
    of: (row) => roundTo(row.expected, 2),
  },
  {
    name: 'expected_error',
    meaning: 'standard error of that, persons; empty where fewer than 3 spots have both levels',
    of: (row) => rounded(row.error, 2),
  },
  {
    name: 'total_error',
    meaning:
      "standard error of the population's total that comes from all spots known at level 1 only, persons; in invented towns the real error was 1.0 to 1.4 times it",
    of: (row) => rounded(row.totalError, 2),
  },
  {
    name: 'total_error_after_this',
    meaning: 'the same after validating this spot alone',
    of: (row) => rounded(row.totalErrorAfterThis, 2),
  },
  {
    name: 'total_error_after_all',
    meaning:
      'the same after validating this spot and all ranked before it, by the model; visits all at large reports teach factors too low for the rest, so add some drawn by chance',
    of: (row) => rounded(row.totalErrorAfterAll, 2),
  },
];

/** Tables of the level 1 figures, each only where it has rows. */
function levelOneTables({ levelOneFactors, validateNext }: Estimates): Table[] {
  const factors = tabulate(
    'level1_factors',
    LEVEL_1_FACTOR_COLUMNS,
    sortBy(levelOneFactors, (row) => [row.population]),
  );
  const advice = tabulate(
    'validate_next',
    VALIDATE_NEXT_COLUMNS,
    sortBy(validateNext, (row) => [row.population]),
  );
  return [factors, advice].filter((table) => table.rows.length > 0);
}

/** The output tables of an estimation, in the order they are listed; whole persons add up from part to total. */
export function estimateTables(estimates: Estimates): Table[] {
  const national = estimates.national.map((row) => ({ row, whole: wholeTriple(row) }));
  const totals = new Map(national.map(({ row, whole }) => [row.population, whole]));
  const regions = addingUp(estimates.regions, totals);
  return [
    tabulate(
      'national',
      NATIONAL_COLUMNS,
      sortBy(national, ({ row }) => [row.population]),
    ),
    tabulate(
      'municipalities',
      MUNICIPALITY_COLUMNS,
      sortBy(addingUp(estimates.municipalities, totals), ({ row }) => [row.municipality, row.population]),
    ),
    ...(regions.length === 0
      ? []
      : [
          tabulate(
            'regions',
            MUNICIPALITY_COLUMNS,
            sortBy(regions, ({ row }) => [row.municipality, row.population]),
          ),
        ]),
    tabulate(
      'typologies',
      TYPOLOGY_COLUMNS,
      sortBy(addingUp(estimates.typologies, totals), ({ row }) => [row.typology, row.population, row.mode]),
    ),
    spotsTable(estimates),
    tabulate(
      'week',
      WEEK_COLUMNS,
      sortBy(estimates.week, (row) => [row.population, row.municipality]),
    ),
    tabulate(
      'concentration',
      CONCENTRATION_COLUMNS,
      sortBy(estimates.concentration, (row) => [row.population, row.units]),
    ),
    tabulate('trace', TRACE_COLUMNS, estimates.trace),
    ...levelOneTables(estimates),
  ];
}

/** The table with a row a spot: its rows are made one by one as they are written, and all at once only when asked for. */
function spotsTable(estimates: Estimates): Table {
  const populations = figuresByColumn(estimates);
  if (populations === undefined) {
    return tabulate(
      'spots',
      SPOT_COLUMNS,
      sortBy(estimates.spots, ({ spot }) => [spot.spot_id, spot.population]),
    );
  }
  return tabulateByColumn('spots', SPOT_COLUMNS, () => {
    const { length, cells } = spotColumns(populations);
    return { length, columns: SPOT_COLUMNS.map(({ name }) => cells[name]) };
  });
}

/** The rows in whole persons that add up to their population's whole total. */
function addingUp<Row extends AreaEstimate>(
  rows: readonly Row[],
  totals: ReadonlyMap<string, Triple>,
): Written<Row>[] {
  return [...totals].flatMap(([population, total]) => {
    const own = rows.filter((row) => row.population === population);
    if (own.length === 0) return [];
    const whole = apportionTriples(own, total);
    return own.map((row, at) => ({ row, whole: whole[at] ?? total }));
  });
}

function sortBy<Row>(rows: readonly Row[], keys: (row: Row) => readonly string[]): Row[] {
  const keyed = rows.map((row) => ({ row, keys: keys(row) }));
  keyed.sort((a, b) => {
    for (const [at, key] of a.keys.entries()) {
      const order = compareText(key, b.keys[at] ?? '');
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}
