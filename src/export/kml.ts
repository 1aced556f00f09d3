import { writeKml, type KmlDocument, type KmlFolder, type KmlStyle } from '../formats/write-kml.js';
import { writeZip } from '../formats/write-zip.js';
import type { Feature } from '../formats/geojson.js';
import { EXACT_DECIMALS } from '../share/position.js';
import { EVERYBODY, type ExportFormat } from './format.js';
import { classOf, styleOf } from './map-style.js';
import type { ExportView, Layer, Round } from './view.js';

const SOURCE = 'OGC KML 2.2';

export const KML: ExportFormat = {
  id: 'kml',
  title: 'KML',
  writes:
    'One map: areas, spots by municipality, catchments, sites, and the plan with a folder a worker; every column as extended data; no icon or address outside the file.',
  forWhom: 'planners with Google Earth or Organic Maps',
  audiences: EVERYBODY,
  source: SOURCE,
  lacks: lacksPlaces,
  make: (view) => new Map([['map.kml', kmlOf(view)]]),
};

export const KMZ: ExportFormat = {
  id: 'kmz',
  title: 'KMZ',
  writes: 'The same map as KML, zipped with fixed times: same bytes each time.',
  forWhom: 'planners who send a map by mail or open it on a phone',
  audiences: EVERYBODY,
  source: SOURCE,
  lacks: lacksPlaces,
  make: (view) => new Map([['map.kmz', writeZip(new Map([['doc.kml', kmlOf(view)]]))]]),
};

function lacksPlaces({ layers }: ExportView): string | undefined {
  return layers.length === 0
    ? 'kml and kmz need spots with coordinates, or outlines of the municipalities'
    : undefined;
}

const kmlOf = (view: ExportView) => writeKml(documentOf(view), EXACT_DECIMALS);

const ROUTE: KmlStyle = { id: 'plan', shape: 'point', colour: '0072B2' };

function documentOf(view: ExportView): KmlDocument {
  const layers = view.layers.map((layer) => ({ layer, ...folderOf(layer) }));
  const rounds = view.rounds.map(roundFolder);
  return {
    name: view.title,
    styles: [...layers.flatMap(({ styles }) => styles), ...(rounds.length === 0 ? [] : [ROUTE])],
    folders: [
      ...layers.map(({ folder }) => folder),
      ...(rounds.length === 0 ? [] : [{ name: 'Plan', folders: rounds }]),
    ],
  };
}

function folderOf(layer: Layer): { styles: KmlStyle[]; folder: KmlFolder } {
  const style = styleOf(layer);
  const styles = style.classes.map(({ colour }, at) => ({
    id: `${layer.name}_${at + 1}`,
    shape: layer.shape,
    colour,
  }));
  const placemark = (feature: Feature) => ({
    name: nameOf(feature, layer),
    geometry: feature.geometry,
    style: `${layer.name}_${style.classes.indexOf(classOf(feature, style)) + 1}`,
    data: feature.properties,
  });
  const { name, features } = layer;
  if (name !== 'spots') return { styles, folder: { name: layer.title, placemarks: features.map(placemark) } };
  const areas = [...new Set(features.map(areaOf))].sort();
  const folders = areas.map((area) => ({
    name: area,
    placemarks: features.filter((feature) => areaOf(feature) === area).map(placemark),
  }));
  return { styles, folder: { name: layer.title, folders } };
}

const areaOf = (feature: Feature) => String(feature.properties['municipality'] ?? 'unassigned');

/** What a feature is called on the map: its first column, which is its code or the name of its area. */
const nameOf = (feature: Feature, { columns }: Layer) =>
  String(feature.properties[columns[0]?.name ?? ''] ?? feature.id);

const roundFolder = ({ worker, waypoints }: Round): KmlFolder => ({
  name: worker,
  placemarks: waypoints.map(({ alias, position, visits }) => ({
    name: alias,
    geometry: { type: 'Point', coordinates: position },
    style: ROUTE.id,
    data: { visits: visits.join(', ') || undefined },
  })),
});
