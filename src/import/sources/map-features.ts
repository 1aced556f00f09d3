import { raise } from '../../model/issue-catalogue.js';
import { degreesText } from '../cells/position.js';
import type { Grid } from '../grid.js';
import type { Opened } from '../opened.js';
import { named, type Source } from '../source.js';
import { isColumnName } from '../vocabulary.js';

const WHY: Readonly<Record<string, string>> = {
  KML: 'it is a map of Google Earth (KML or KMZ)',
  GPX: 'it holds waypoints (GPX)',
  GeoPackage: 'it is a GeoPackage',
  Shapefile: 'it is a shapefile in an archive',
  GeoJSON: 'it is a GeoJSON collection of features',
};

/** Points on a map: GeoJSON (also of KoboToolbox), KML, KMZ, GPX, GeoPackage, shapefile. */
export const MAP_FEATURES: Source = {
  kind: 'map',
  title: 'points on a map',
  recognise: (opened) => {
    if (opened.holds !== 'features') return undefined;
    const points = opened.features.filter(({ point }) => point !== undefined).length;
    const outlines = opened.features.filter(({ polygons }) => polygons !== undefined).length;
    return {
      sure: 'certain',
      why: `${WHY[opened.format] ?? ''} with ${points} points and ${outlines} outlines`,
    };
  },
  prepare: (opened) => {
    if (opened.holds !== 'features') return { grids: [], issues: [] };
    const others = opened.features.filter(({ other }) => other !== undefined);
    const kinds = [...new Set(others.map(({ other }) => other ?? ''))].join(', ');
    return {
      grids: opened.features.some(({ point }) => point !== undefined)
        ? [named(pointGrid(opened), { separator: FROM_PATH })]
        : [],
      issues:
        others.length === 0
          ? []
          : [
              raise(
                'import-mapping',
                { file: opened.file },
                {
                  message: `${others.length} features that are no points were left out (${kinds}).`,
                },
              ),
            ],
    };
  },
};

/** Groups of a form, and the prefix GDAL gives to further columns of a GPX. */
const FROM_PATH = /\/|^ogr_/g;

/** A row a point: its properties, then lat and lon. What is called name is the code of the spot where nothing else is. */
function pointGrid(opened: Opened & { readonly holds: 'features' }): Grid {
  const points = opened.features.filter(({ point }) => point !== undefined);
  const keys = [...new Set(points.flatMap(({ properties }) => [...properties.keys()]))].filter(
    (key) => !['lat', 'lon', 'latitude', 'longitude'].includes(key.toLowerCase()),
  );
  const hasSpot = keys.some((key) => /^(.*\/)?(spot_id|spot|spot_code|hotspot(_code)?)$/i.test(key));
  const naming = hasSpot ? undefined : keys.find((key) => /^(name|title)$/i.test(key));
  const columns = [...keys.map((key) => (key === naming ? 'spot_id' : key)), 'lat', 'lon'];
  const headers = [...keys, 'position', 'position'];
  return {
    name: opened.file,
    sheet: undefined,
    columns,
    rows: points.map(({ properties, point }) => [
      ...keys.map((key) => properties.get(key) ?? ''),
      degreesText(point?.[1] ?? 0),
      degreesText(point?.[0] ?? 0),
    ]),
    placeOf: (row, column) => ({
      file: opened.file,
      line: points[row]?.number,
      column: column === undefined ? undefined : headers[column],
    }),
  };
}

/** True when a property of some feature is named like a column of spots. */
export const looksLikeSpots = (opened: Opened & { readonly holds: 'features' }): boolean =>
  opened.features.some(
    ({ point, properties }) => point !== undefined && [...properties.keys()].some(isColumnName),
  );
