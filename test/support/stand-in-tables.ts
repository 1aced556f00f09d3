import type {
  AreaEstimate,
  Concentration,
  Estimates,
  Rate,
  TraceRow,
  TypologyEstimate,
  WeekProfile,
} from '../../src/model/estimate.js';
import { wholePersons } from '../../src/model/rounding.js';
import { tabulate, type OutputColumn, type Table } from '../../src/model/table.js';

type Area = AreaEstimate & { readonly rate?: Rate | undefined };

const column = <Row>(name: string, of: OutputColumn<Row>['of']): OutputColumn<Row> => ({
  name,
  meaning: name,
  of,
});

const AREA: readonly OutputColumn<Area>[] = [
  column('population', (row) => row.population),
  column('spots', (row) => row.spots),
  column('mean_spot_size', (row) => row.meanSpotSize),
  column('low', (row) => wholePersons(row.low)),
  column('estimate', (row) => wholePersons(row.estimate)),
  column('high', (row) => wholePersons(row.high)),
  column('interval_low', (row) => row.interval.low),
  column('interval_high', (row) => row.interval.high),
  column('per_1000', (row) => row.rate?.per1000),
  column('denominator_persons', (row) => row.rate?.persons),
  column('rows_without_range', (row) => row.rowsWithoutRange),
  column('estimate_with_range', (row) => row.estimateWithRange),
  column('at_spots_low', (row) => row.at.low),
  column('at_spots', (row) => row.at.estimate),
  column('at_spots_high', (row) => row.at.high),
  column('at_places', (row) => row.byMode.geo),
  column('by_phone', (row) => row.byMode.phone),
  column('on_web', (row) => row.byMode.web),
  column('elsewhere', (row) => row.elsewhere),
];

/** The columns of the output tables that published figures are compared with, without any rounding but of persons. */
export function standInTables(estimates: Estimates): Table[] {
  const { national, municipalities, regions, typologies, week, concentration, trace } = estimates;
  const share = column<{ readonly share: number }>('share', (row) => row.share);
  const municipality = column<{ readonly municipality: string }>('municipality', (row) => row.municipality);
  const typology = column<TypologyEstimate>('typology', (row) => row.typology);
  const mode = column<TypologyEstimate>('mode', (row) => row.mode);
  return [
    tabulate('national', AREA, national),
    tabulate('municipalities', [...AREA, share, municipality], municipalities),
    tabulate('regions', [...AREA, share, municipality], regions),
    tabulate<TypologyEstimate>('typologies', [...AREA, share, typology, mode], typologies),
    tabulate<WeekProfile>(
      'week',
      [
        column('population', (row) => row.population),
        column('municipality', (row) => row.municipality || undefined),
        column('weekday', (row) => row.weekday),
        column('weekend', (row) => row.weekend),
        column('change_percent', (row) => row.changePercent),
      ],
      week,
    ),
    tabulate<Concentration>(
      'concentration',
      [
        column('population', (row) => row.population),
        column('units', (row) => row.units),
        column('gini', (row) => row.gini),
        column('top_5_share', (row) => row.topFiveShare),
        column('count', (row) => row.count),
      ],
      concentration,
    ),
    tabulate<TraceRow>(
      'trace',
      [
        column('population', (row) => row.population),
        column('step', (row) => row.step),
        column('change', (row) => row.change),
      ],
      trace,
    ),
  ];
}
