import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportFiles } from '../../src/export/format.js';
import type { ExportView } from '../../src/export/view.js';
import { readCsv } from '../../src/formats/csv.js';
import { makeAll, townView } from '../support/export-town.js';
import { isInstalled, runProgram } from '../support/outside-program.js';
import { inFreshFolder } from '../support/program.js';

const hasGdal = isInstalled('ogrinfo', 'that GDAL reads every map file of export');

let view: ExportView;
let made: ReadonlyMap<string, ExportFiles>;

beforeAll(async () => {
  view = await townView('programme');
  made = await makeAll(view);
});

interface LayerSummary {
  readonly name: string;
  readonly features: number;
  readonly geometry: string;
  readonly extent: readonly number[];
  readonly isWgs84: boolean;
  readonly columns: readonly string[];
}

/** What ogrinfo says of each layer of a file. */
function layersOf(path: string): LayerSummary[] {
  const text = runProgram('ogrinfo', ['-so', '-ro', '-al', path]);
  return text
    .split('Layer name: ')
    .slice(1)
    .map((part) => {
      const said = (label: string) => new RegExp(`^${label}[:=] ?(.*)$`, 'm').exec(part)?.[1] ?? '';
      return {
        name: part.split('\n')[0] ?? '',
        features: Number(said('Feature Count')),
        geometry: said('Geometry'),
        extent: [...said('Extent').matchAll(/-?\d+\.\d+/g)].map(Number),
        isWgs84: part.includes('"WGS 84"'),
        columns: [
          ...part.matchAll(/^(\S.*?): (?:String|Integer|Integer64|Real|Date|DateTime)(?:\([^)]*\))? \(/gm),
        ].map((match) => match[1] ?? ''),
      };
    });
}

function withFiles(work: (folder: string) => void): void {
  inFreshFolder((folder) => {
    for (const [id, files] of made) {
      mkdirSync(join(folder, id));
      for (const [name, data] of files) {
        if (!name.includes('/')) writeFileSync(join(folder, id, name), data);
      }
    }
    work(folder);
  });
}

describe('GDAL', () => {
  it('reads every layer of the GeoPackage with its features, columns, extent and coordinate system', () => {
    if (!hasGdal) return;
    withFiles((folder) => {
      const layers = layersOf(join(folder, 'gpkg', 'map.gpkg'));
      for (const layer of view.layers) {
        const read = layers.find(({ name }) => name === layer.name);
        expect(read?.features).toBe(layer.features.length);
        expect(read?.columns).toEqual(layer.columns.map(({ name }) => name));
        expect(read?.geometry).toBe(layer.shape === 'point' ? 'Point' : 'Multi Polygon');
        expect(read?.isWgs84).toBe(true);
      }
      for (const table of view.tables) {
        const read = layers.find(({ name }) => name === `table_${table.name}`);
        expect(read?.features).toBe(table.rows.length);
      }
      expect(layers.find(({ name }) => name === 'layer_styles')?.features).toBe(view.layers.length);
    });
  });

  it('reads the same values from GeoPackage and GeoJSON as stand in the table', () => {
    if (!hasGdal) return;
    withFiles((folder) => {
      const spots = view.layers.find(({ name }) => name === 'spots');
      for (const source of [join(folder, 'gpkg', 'map.gpkg'), join(folder, 'geojson', 'spots.geojson')]) {
        const text = runProgram('ogr2ogr', [
          '-f',
          'CSV',
          '/vsistdout/',
          source,
          'spots',
          '-lco',
          'GEOMETRY=AS_XY',
        ]);
        const { table } = readCsv(new TextEncoder().encode(text), 'spots.csv');
        const at = (name: string) => table?.columns.indexOf(name) ?? -1;
        const read = table?.rows.map((row) => ({
          code: row[at('spot_id')],
          typology: row[at('typology')],
          estimate: Number(row[at('estimate')]),
          position: [Number(row[at('X')]), Number(row[at('Y')])],
        }));
        expect(read).toEqual(
          spots?.features.map(({ geometry, properties }) => ({
            code: properties['spot_id'],
            typology: properties['typology'],
            estimate: properties['estimate'],
            position: geometry.coordinates,
          })),
        );
      }
    });
  });

  it('reads KML and KMZ with every place, and GPX with every waypoint', () => {
    if (!hasGdal) return;
    withFiles((folder) => {
      const places = view.layers.reduce((sum, { features }) => sum + features.length, 0);
      const waypoints = view.rounds.reduce((sum, round) => sum + round.waypoints.length, 0);
      for (const path of [join(folder, 'kml', 'map.kml'), join(folder, 'kmz', 'map.kmz')]) {
        expect(layersOf(path).reduce((sum, { features }) => sum + features, 0)).toBe(places + waypoints);
      }
      const counts = [...(made.get('gpx')?.keys() ?? [])].map((name) => {
        const layers = layersOf(join(folder, 'gpx', name));
        return layers.find((layer) => layer.name === 'waypoints')?.features ?? 0;
      });
      expect(counts).toEqual(view.rounds.map((round) => round.waypoints.length));
      expect(waypoints).toBeGreaterThan(3);
    });
  });

  it('reads every GeoJSON file, that of the DHIS2 organisation units too', () => {
    if (!hasGdal) return;
    withFiles((folder) => {
      for (const { name, features } of view.layers) {
        const [read] = layersOf(join(folder, 'geojson', `${name}.geojson`));
        expect(read?.features).toBe(features.length);
      }
      const [units] = layersOf(join(folder, 'dhis2', 'org-units.geojson'));
      expect(units?.features).toBe(3);
      expect(units?.extent).toEqual([20, 42, 23, 43]);
      expect(units?.columns).toContain('code');
    });
  });
});
