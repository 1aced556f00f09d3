import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';

/** The issue that places are not in WGS 84 degrees, with the line of GDAL that converts them. */
export function otherReference(file: string, reference: string, layer: string | undefined): Issue {
  const line = ['ogr2ogr -t_srs EPSG:4326 wgs84.geojson', file, ...(layer === undefined ? [] : [layer])].join(
    ' ',
  );
  return raise(
    'import-reference',
    { file },
    {
      message: `The places are in ${reference}, not in WGS 84 longitude and latitude (EPSG:4326).`,
      fix: `Convert them with GDAL, "${line}", or in QGIS (save as, EPSG:4326), and name the new file.`,
    },
  );
}
