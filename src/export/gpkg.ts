import { writeGpkg, type GpkgLayer } from '../formats/write-gpkg.js';
import { UsageError } from '../model/failure.js';
import { EVERYBODY, type ExportFormat } from './format.js';
import { styleOf } from './map-style.js';
import { writeQml } from './qml.js';
import { qmlLayer } from './qml-layer.js';
import type { Layer } from './view.js';

export const GPKG: ExportFormat = {
  id: 'gpkg',
  title: 'GeoPackage with styles',
  writes:
    'One file with every layer, drawn in QGIS without further work, and every table. Same bytes each time. Needs the optional package sql.js.',
  forWhom: 'researchers with QGIS, ArcGIS, R or Python',
  audiences: EVERYBODY,
  source: 'OGC GeoPackage 1.3 (12-128r17)',
  lacks: async (_, __, { loadSql }) => ((await loadSql()) === undefined ? NO_ENGINE : undefined),
  make: async (view, _, { loadSql }) => {
    const engine = await loadSql();
    if (engine === undefined) throw new UsageError(NO_ENGINE);
    const tables = view.tables.map((table) => ({ ...table, name: `table_${table.name}` }));
    return new Map([['map.gpkg', writeGpkg({ layers: view.layers.map(gpkgLayer), tables }, engine)]]);
  },
};

const NO_ENGINE = 'gpkg needs the package sql.js; install it with: npm install sql.js';

function gpkgLayer(layer: Layer): GpkgLayer {
  return {
    name: layer.name,
    title: layer.title,
    description: layer.population === undefined ? '' : `population ${layer.population}`,
    shape: layer.shape === 'point' ? 'POINT' : 'MULTIPOLYGON',
    columns: layer.columns.map(({ name }) => name),
    features: layer.features,
    qml: writeQml(styleOf(layer), qmlLayer(layer)),
  };
}
