import { CSV } from './csv.js';
import type { ExportFormat } from './format.js';
import { GEOJSON } from './geojson.js';
import { GPKG } from './gpkg.js';
import { GPX } from './gpx.js';
import { JSON_LINES } from './json-lines.js';
import { KML, KMZ } from './kml.js';
import { XLSX } from './xlsx.js';

/** Every format results can be written in, in the order they are listed. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [CSV, XLSX, GEOJSON, GPKG, KML, KMZ, GPX, JSON_LINES];
