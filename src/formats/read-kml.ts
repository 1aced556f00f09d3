import type { PlacedFeature } from '../model/feature.js';
import type { Issue } from '../model/issue.js';
import { featuresOf } from './read-features.js';
import { readXml } from './read-xml.js';

export type FeatureReading = { readonly features: readonly PlacedFeature[] } | { readonly issue: Issue };

/** The placemarks of a KML file; `name` and ExtendedData as properties, the HTML of descriptions left out. */
export async function readKml(bytes: Uint8Array, file: string): Promise<FeatureReading> {
  const reading = await readXml(bytes, file);
  if ('issue' in reading) return reading;
  const { kml } = await import('@tmcw/togeojson');
  return { features: withoutLooks(featuresOf(kml(reading.document)) ?? []) };
}

/** The waypoints, tracks and routes of a GPX file. */
export async function readGpx(bytes: Uint8Array, file: string): Promise<FeatureReading> {
  const reading = await readXml(bytes, file);
  if ('issue' in reading) return reading;
  const { gpx } = await import('@tmcw/togeojson');
  return { features: featuresOf(gpx(reading.document)) ?? [] };
}

/** Properties that say how a placemark is drawn. */
const LOOKS =
  /^(styleUrl|styleHash|styleMapHash|stroke|fill|icon|label|marker|visibility|description$|@geometry-type)/;

function withoutLooks(features: readonly PlacedFeature[]): PlacedFeature[] {
  return features.map((feature) => ({
    ...feature,
    properties: new Map([...feature.properties].filter(([name]) => !LOOKS.test(name))),
  }));
}
