import type { PlacedFeature } from '../model/feature.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { otherReference } from './other-reference.js';
import { featuresOf } from './read-features.js';

export type ShapefileReading = { readonly features: readonly PlacedFeature[] } | { readonly issue: Issue };

/** The parts of one shapefile by their ending. */
export type ShapefileParts = ReadonlyMap<string, Uint8Array>;

/**
 * The features of a shapefile in WGS 84 degrees, attributes by the encoding its .cpg states. Another reference system,
 * or none stated with numbers that are no degrees, is an issue with the line that converts it.
 */
export async function readShapefile(parts: ShapefileParts, file: string): Promise<ShapefileReading> {
  const [shp, dbf, prj] = [parts.get('shp'), parts.get('dbf'), parts.get('prj')];
  if (shp === undefined || dbf === undefined) {
    const message = 'A shapefile is several files; here at least .shp and .dbf are needed together.';
    const fix = 'Put the .shp, .dbf, .prj and .cpg of the same name into one zip archive and name that.';
    return { issue: raise('import-refused', { file }, { message, fix }) };
  }
  const reference = prj === undefined ? undefined : new TextDecoder().decode(prj).trim();
  if (reference !== undefined && !isWgs84(reference)) {
    return { issue: otherReference(file, nameOf(reference), undefined) };
  }
  if (prj === undefined && !isWithinDegrees(shp)) {
    return { issue: otherReference(file, 'a system the missing .prj would name', undefined) };
  }
  try {
    const { parseDbf, parseShp } = await import('shpjs');
    const shapes = parseShp(shp);
    const attributes = parseDbf(dbf, parts.get('cpg'));
    const features = shapes.map((geometry, at) => ({ geometry, properties: attributes[at] ?? {} }));
    return { features: featuresOf({ features }) ?? [] };
  } catch {
    return { issue: raise('import-refused', { file }, { message: 'The shapefile is damaged.' }) };
  }
}

const isWgs84 = (reference: string) =>
  /^GEOGCS\[/i.test(reference) && /WGS[_ ]?(19)?84|ETRS[_ ]?(19)?89/i.test(reference);

const nameOf = (reference: string) => /^\w+\["([^"]*)"/.exec(reference)?.[1] ?? 'another reference system';

/** Bounds in the head of a .shp: west, south, east, north as doubles from byte 36. */
function isWithinDegrees(shp: Uint8Array): boolean {
  if (shp.byteLength < 68) return false;
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  const [west = 999, south = 999, east = 999, north = 999] = [36, 44, 52, 60].map((at) =>
    view.getFloat64(at, true),
  );
  return Math.max(Math.abs(west), Math.abs(east)) <= 180 && Math.max(Math.abs(south), Math.abs(north)) <= 90;
}
