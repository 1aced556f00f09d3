import type { SqlDatabase, SqlEngine } from '../model/sql-engine.js';
import type { Cell, Table } from '../model/table.js';
import type { Feature } from './geojson.js';
import { envelopeOf, gpkgGeometry, type Envelope } from './gpkg-geometry.js';

/** A layer of a GeoPackage: features of one kind with the same columns, and how QGIS draws them. */
export interface GpkgLayer {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly shape: 'POINT' | 'MULTIPOLYGON';
  readonly columns: readonly string[];
  readonly features: readonly Feature[];
  /** A QGIS layer style; it is used without being asked for. */
  readonly qml: string | undefined;
}

/** What a GeoPackage holds. */
export interface GpkgContent {
  readonly layers: readonly GpkgLayer[];
  /** Tables without places. */
  readonly tables: readonly Table[];
}

/** The moment of last change that every table carries, so that the same content gives the same bytes. */
const FIXED_MOMENT = '2000-01-01T00:00:00.000Z';
const APPLICATION_GPKG = 0x47504b47;
const VERSION_1_3 = 10300;

/**
 * The content as one GeoPackage 1.3 (OGC 12-128r17) in WGS 84, with a `layer_styles` table that QGIS draws the layers by.
 * Content and version of the database engine alone decide its bytes.
 */
export function writeGpkg(content: GpkgContent, engine: SqlEngine): Uint8Array {
  const database = engine.open();
  try {
    database.run(`PRAGMA application_id = ${APPLICATION_GPKG}`);
    database.run(`PRAGMA user_version = ${VERSION_1_3}`);
    for (const statement of BASE) database.run(statement);
    database.run('BEGIN');
    for (const layer of content.layers) writeLayer(database, layer);
    for (const table of content.tables) writeTable(database, table);
    writeStyles(database, content.layers);
    database.run('COMMIT');
    return database.export();
  } finally {
    database.close();
  }
}

const WGS_84_TEXT =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

const BASE = [
  `CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)`,
  `INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'), ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'), ('WGS 84', 4326, 'EPSG', 4326, '${WGS_84_TEXT}', 'longitude and latitude in degrees')`,
  `CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))`,
  `CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))`,
  `CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)`,
];

/** A name inside a statement. */
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function writeLayer(database: SqlDatabase, layer: GpkgLayer): void {
  const names = columnNames(layer.columns);
  const types = layer.columns.map((column) =>
    typeOf(layer.features.map((feature) => feature.properties[column])),
  );
  const columns = names.map((name, at) => `, ${quoted(name)} ${types[at]}`);
  database.run(
    `CREATE TABLE ${quoted(layer.name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ${layer.shape}${columns.join('')})`,
  );
  const places = Array.from({ length: names.length + 2 }, () => '?').join(', ');
  for (const [at, feature] of layer.features.entries()) {
    const cells = layer.columns.map((column) => feature.properties[column] ?? null);
    database.run(`INSERT INTO ${quoted(layer.name)} VALUES (${places})`, [
      at + 1,
      gpkgGeometry(feature.geometry),
      ...cells,
    ]);
  }
  register(database, { ...layer, type: 'features', envelope: spanOf(layer.features) });
  database.run(`INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)`, [
    layer.name,
    layer.shape,
  ]);
}

function writeTable(database: SqlDatabase, table: Table): void {
  const names = columnNames(table.columns);
  const columns = names.map((name, at) => `, ${quoted(name)} ${typeOf(table.rows.map((row) => row[at]))}`);
  database.run(
    `CREATE TABLE ${quoted(table.name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL${columns.join('')})`,
  );
  const places = Array.from({ length: names.length + 1 }, () => '?').join(', ');
  for (const [at, row] of table.rows.entries()) {
    const cells = names.map((_, column) => row[column] ?? null);
    database.run(`INSERT INTO ${quoted(table.name)} VALUES (${places})`, [at + 1, ...cells]);
  }
  register(database, {
    name: table.name,
    title: table.name,
    description: '',
    type: 'attributes',
    envelope: undefined,
  });
}

function register(
  database: SqlDatabase,
  entry: {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly type: 'features' | 'attributes';
    readonly envelope: Envelope | undefined;
  },
): void {
  const [west, south, east, north] = entry.envelope ?? [null, null, null, null];
  database.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    entry.name,
    entry.type,
    entry.title,
    entry.description,
    FIXED_MOMENT,
    west,
    south,
    east,
    north,
    entry.type === 'features' ? 4326 : null,
  ]);
}

/** The corners of all features together; undefined where there are none. */
function spanOf(features: readonly Feature[]): Envelope | undefined {
  let span: Envelope | undefined;
  for (const { geometry } of features) {
    const envelope = envelopeOf(geometry);
    if (envelope === undefined) continue;
    const [west, south, east, north] = span ?? envelope;
    span = [
      Math.min(west, envelope[0]),
      Math.min(south, envelope[1]),
      Math.max(east, envelope[2]),
      Math.max(north, envelope[3]),
    ];
  }
  return span;
}

function writeStyles(database: SqlDatabase, layers: readonly GpkgLayer[]): void {
  for (const { name, title, qml } of layers) {
    if (qml === undefined) continue;
    database.run(
      `INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', NULL, ?)`,
      [name, title.slice(0, 30), qml, title, FIXED_MOMENT],
    );
  }
  register(database, {
    name: 'layer_styles',
    title: 'layer_styles',
    description: '',
    type: 'attributes',
    envelope: undefined,
  });
}

/** Names a database can tell apart: none twice (letters' case aside), none that the format itself uses. */
function columnNames(names: readonly string[]): string[] {
  const taken = new Set(['fid', 'geom']);
  return names.map((name) => {
    for (let count = 1; ; count += 1) {
      const candidate = count === 1 ? name : `${name}_${count}`;
      if (candidate === '' || taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** The type of a column by what it holds. */
function typeOf(cells: readonly Cell[]): 'INTEGER' | 'REAL' | 'TEXT' {
  const known = cells.filter((cell) => cell !== undefined);
  if (known.length === 0 || known.some((cell) => typeof cell === 'string')) return 'TEXT';
  return known.every((cell) => Number.isInteger(cell)) ? 'INTEGER' : 'REAL';
}
