import { figuresByColumn, type PopulationFigures } from '../estimate/estimates-of.js';
import { spotColumns } from '../estimate/spot-columns.js';
import { estimateTables, SPOT_COLUMNS } from '../estimate/tables.js';
import type { Feature, PointRows } from '../formats/geojson.js';
import type { Estimates, SpotFigure } from '../model/estimate.js';
import type { Study } from '../model/study.js';
import type { Cell, OutputColumn, Table } from '../model/table.js';
import { COARSE_DECIMALS, positionOf } from './position.js';

/** Estimates as they may be written: tables and map features. */
export interface EstimateView {
  readonly tables: readonly Table[];
  readonly spots: readonly Feature[];
  /** The same by column, for writing very many of them; undefined where the figures are not held so. */
  readonly points: PointRows | undefined;
  readonly municipalities: readonly Feature[];
}

/**
 * The estimates for the programme's own use: coarse positions, no extra columns. With `exact`, positions as recorded
 * and the extra columns of spots.csv carried through.
 */
export function estimateView(study: Study, estimates: Estimates, exact: boolean): EstimateView {
  const tables = estimateTables(estimates);
  const shown = exact
    ? tables.map((table) => (table.name === 'spots' ? exactSpots(table, estimates) : table))
    : tables;
  let spots: readonly Feature[] | undefined;
  const allSpots = () => (spots ??= spotFeatures(shown, estimates, exact));
  const populations = exact ? undefined : figuresByColumn(estimates);
  return {
    tables: shown,
    get spots() {
      return allSpots();
    },
    get points() {
      return populations && coarsePoints(populations);
    },
    get municipalities() {
      return municipalityFeatures(study, shown);
    },
  };
}

/** The points of the spots at their coarse positions, by column. */
function coarsePoints(populations: readonly PopulationFigures[]): PointRows {
  const { length, cells, spotId, population, degrees } = spotColumns(populations);
  return {
    length,
    names: SPOT_COLUMNS.map(({ name }) => name),
    columns: SPOT_COLUMNS.map(({ name }) => cells[name]),
    id: [spotId, population],
    position: [degrees('lon', COARSE_DECIMALS), degrees('lat', COARSE_DECIMALS)],
  };
}

/** The spots table with positions and whatever other columns the input had. */
function exactSpots(table: Table, estimates: Estimates): Table {
  const extras = new Set(estimates.spots.flatMap((figure) => [...(figure.spot.extra?.keys() ?? [])]));
  for (const { name } of SPOT_COLUMNS) extras.delete(name);
  const more: readonly OutputColumn<SpotFigure>[] = [
    { name: 'lat', meaning: 'latitude as recorded', of: ({ spot }) => spot.lat },
    { name: 'lon', meaning: 'longitude as recorded', of: ({ spot }) => spot.lon },
    ...[...extras]
      .filter((name) => name !== '')
      .map((name) => ({
        name,
        meaning: 'as in spots.csv',
        of: ({ spot }: SpotFigure) => spot.extra?.get(name) || undefined,
      })),
  ];
  const byKey = new Map(
    estimates.spots.map((figure) => [keyOf(figure.spot.spot_id, figure.spot.population), figure]),
  );
  const rows = table.rows.flatMap((row) => {
    const figure = byKey.get(keyOf(row[0], row[1]));
    return figure === undefined ? [] : [[...row, ...more.map((column) => column.of(figure))]];
  });
  return {
    name: table.name,
    columns: [...table.columns, ...more.map((column) => column.name)],
    meanings: [...(table.meanings ?? []), ...more.map((column) => column.meaning)],
    rows,
  };
}

const keyOf = (spot: Cell, population: Cell) => JSON.stringify([spot, population]);

function spotFeatures(tables: readonly Table[], estimates: Estimates, exact: boolean): Feature[] {
  const table = tables.find(({ name }) => name === 'spots');
  const positions = new Map(
    estimates.spots.map(({ spot }) => [keyOf(spot.spot_id, spot.population), positionOf(spot, exact)]),
  );
  return (table?.rows ?? []).flatMap((row) => {
    const coordinates = positions.get(keyOf(row[0], row[1]));
    if (coordinates === undefined) return [];
    return [
      {
        id: `${row[0]}/${row[1]}`,
        geometry: { type: 'Point' as const, coordinates },
        properties: propertiesOf(table, row),
      },
    ];
  });
}

function municipalityFeatures(study: Study, tables: readonly Table[]): Feature[] {
  const table = tables.find(({ name }) => name === 'municipalities');
  const outlines = new Map(study.boundaries.map((boundary) => [boundary.municipality, boundary.polygons]));
  return (table?.rows ?? []).flatMap((row) => {
    const coordinates = outlines.get(String(row[0]));
    if (coordinates === undefined) return [];
    return [
      {
        id: `${row[0]}/${row[1]}`,
        geometry: { type: 'MultiPolygon' as const, coordinates },
        properties: propertiesOf(table, row),
      },
    ];
  });
}

function propertiesOf(table: Table | undefined, row: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries((table?.columns ?? []).map((column, at) => [column, row[at]]));
}
