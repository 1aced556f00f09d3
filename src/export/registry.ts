import { CSV } from './csv.js';
import { DATA_PACKAGE } from './data-package.js';
import { DHIS2 } from './dhis2.js';
import type { ExportFormat } from './format.js';
import { GATHER } from './gather.js';
import { GEOJSON } from './geojson.js';
import { GPKG } from './gpkg.js';
import { GPX } from './gpx.js';
import { HXL } from './hxl.js';
import { JSON_LINES } from './json-lines.js';
import { KML, KMZ } from './kml.js';
import { RO_CRATE } from './ro-crate.js';
import { PARQUET } from './parquet.js';
import { R, STATA } from './statistics.js';
import { XLSX } from './xlsx.js';

/** Every format results can be written in, in the order they are listed. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  CSV,
  XLSX,
  GEOJSON,
  GPKG,
  KML,
  KMZ,
  GPX,
  DHIS2,
  HXL,
  DATA_PACKAGE,
  RO_CRATE,
  GATHER,
  R,
  STATA,
  JSON_LINES,
  PARQUET,
];
