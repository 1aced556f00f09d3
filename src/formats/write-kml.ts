import type { Position, Ring } from '../model/boundary.js';
import type { Cell } from '../model/table.js';
import { windRing, type Feature } from './geojson.js';
import { formatNumber } from './number.js';
import { escapeXml } from './xml.js';

/** Features of one style and one set of columns. */
export interface KmlFolder {
  readonly name: string;
  readonly folders?: readonly KmlFolder[];
  readonly placemarks?: readonly KmlPlacemark[];
}

export interface KmlPlacemark {
  readonly name: string;
  readonly geometry: Feature['geometry'];
  /** Id of a style of the document. */
  readonly style: string;
  readonly data: Readonly<Record<string, Cell>>;
}

/** A colour for points or areas. */
export interface KmlStyle {
  readonly id: string;
  readonly shape: 'point' | 'area';
  /** Six hexadecimal digits. */
  readonly colour: string;
}

export interface KmlDocument {
  readonly name: string;
  readonly styles: readonly KmlStyle[];
  readonly folders: readonly KmlFolder[];
}

/**
 * The document as KML 2.2 (OGC 07-147r2): nested folders, shared styles, the columns as extended data. No icon and no
 * address outside the file, so that it works on a phone without network. Coordinates have at most `decimals` decimals.
 */
export function writeKml(document: KmlDocument, decimals: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2">
<Document>
<name>${escapeXml(document.name)}</name>
${document.styles.map(styleOf).join('\n')}
${document.folders.map((folder) => folderOf(folder, decimals)).join('\n')}
</Document>
</kml>
`;
}

function styleOf({ id, shape, colour }: KmlStyle): string {
  // KML writes opacity first and red last.
  const reversed = `${colour.slice(4, 6)}${colour.slice(2, 4)}${colour.slice(0, 2)}`.toLowerCase();
  const look =
    shape === 'point'
      ? `<IconStyle><color>ff${reversed}</color><scale>0.8</scale></IconStyle><LabelStyle><scale>0.7</scale></LabelStyle>`
      : `<LineStyle><color>ff777777</color><width>1</width></LineStyle><PolyStyle><color>b3${reversed}</color></PolyStyle>`;
  return `<Style id="${escapeXml(id)}">${look}</Style>`;
}

function folderOf({ name, folders = [], placemarks = [] }: KmlFolder, decimals: number): string {
  const inside = [
    ...folders.map((folder) => folderOf(folder, decimals)),
    ...placemarks.map((placemark) => placemarkOf(placemark, decimals)),
  ];
  return `<Folder><name>${escapeXml(name)}</name>\n${inside.join('\n')}\n</Folder>`;
}

function placemarkOf({ name, geometry, style, data }: KmlPlacemark, decimals: number): string {
  const known = Object.entries(data).filter(([, cell]) => cell !== undefined);
  const columns = known.map(
    ([key, cell]) =>
      `<Data name="${escapeXml(key)}"><value>${escapeXml(typeof cell === 'number' ? formatNumber(cell, 6) : (cell ?? ''))}</value></Data>`,
  );
  const extended = columns.length === 0 ? '' : `<ExtendedData>${columns.join('')}</ExtendedData>`;
  return `<Placemark><name>${escapeXml(name)}</name><styleUrl>#${escapeXml(style)}</styleUrl>${extended}${geometryOf(geometry, decimals)}</Placemark>`;
}

function geometryOf(geometry: Feature['geometry'], decimals: number): string {
  const position = ([longitude, latitude]: Position) =>
    `${formatNumber(longitude, decimals)},${formatNumber(latitude, decimals)}`;
  const line = (positions: readonly Position[]) => positions.map(position).join(' ');
  switch (geometry.type) {
    case 'Point':
      return `<Point><coordinates>${position(geometry.coordinates)}</coordinates></Point>`;
    case 'LineString':
      return `<LineString><coordinates>${line(geometry.coordinates)}</coordinates></LineString>`;
    case 'MultiPolygon': {
      const polygons = geometry.coordinates.map((rings) => {
        const boundaries = rings.map((ring: Ring, at) => {
          const side = at === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
          return `<${side}><LinearRing><coordinates>${line(windRing(ring, at === 0))}</coordinates></LinearRing></${side}>`;
        });
        return `<Polygon>${boundaries.join('')}</Polygon>`;
      });
      return polygons.length === 1
        ? (polygons[0] ?? '')
        : `<MultiGeometry>${polygons.join('')}</MultiGeometry>`;
    }
  }
}
