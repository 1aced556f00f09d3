import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/import/opened.js';

const RING = [
  [20, 42],
  [20, 43],
  [21, 43],
  [21, 42],
  [20, 42],
] as const;

/** A .shp with one polygon, after the ESRI white paper of 1998: outer rings run clockwise. */
function shp(): Uint8Array {
  const content = 44 + 4 + 16 * RING.length;
  const view = new DataView(new ArrayBuffer(100 + 8 + content));
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 5, true);
  [20, 42, 21, 43].forEach((bound, at) => {
    view.setFloat64(36 + 8 * at, bound, true);
    view.setFloat64(112 + 8 * at, bound, true);
  });
  view.setInt32(100, 1);
  view.setInt32(104, content / 2);
  view.setInt32(108, 5, true);
  view.setInt32(144, 1, true);
  view.setInt32(148, RING.length, true);
  RING.forEach(([x, y], at) => {
    view.setFloat64(156 + 16 * at, x, true);
    view.setFloat64(164 + 16 * at, y, true);
  });
  return new Uint8Array(view.buffer);
}

/** A .dbf with one text field and one record. */
function dbf(name: string): Uint8Array {
  const text = strToU8(name.padEnd(20));
  const bytes = new Uint8Array(32 + 32 + 1 + 1 + 20 + 1);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setInt32(4, 1, true);
  view.setInt16(8, 65, true);
  view.setInt16(10, 21, true);
  bytes.set(strToU8('NAME_2'), 32);
  bytes.set(strToU8('C'), 43);
  bytes[48] = 20;
  bytes[64] = 13;
  bytes[65] = 32;
  bytes.set(text.subarray(0, 20), 66);
  bytes[86] = 26;
  return bytes;
}

const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const UTM =
  'PROJCS["WGS_1984_UTM_Zone_34N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]],PROJECTION["Transverse_Mercator"]]';

const zip = (parts: Readonly<Record<string, Uint8Array>>) => ({ file: 'areas.zip', bytes: zipSync(parts) });

describe('a shapefile in an archive', () => {
  it('gives its polygons with their names, in the encoding it states', async () => {
    const opened = await openFile(
      zip({ 'a.shp': shp(), 'a.dbf': dbf('Prizren'), 'a.prj': strToU8(WGS84), 'a.cpg': strToU8('UTF-8') }),
    );
    expect(opened.issues).toEqual([]);
    if (opened.holds !== 'features') throw new Error(opened.holds);
    const [feature] = opened.features;
    expect(feature?.properties.get('NAME_2')).toBe('Prizren');
    expect(feature?.polygons?.[0]?.[0]).toHaveLength(RING.length);
  });

  it('in another reference system is told how to be converted', async () => {
    const opened = await openFile(zip({ 'a.shp': shp(), 'a.dbf': dbf('X'), 'a.prj': strToU8(UTM) }));
    expect(opened.issues).toMatchObject([
      {
        code: 'import-reference',
        fix: expect.stringContaining('ogr2ogr -t_srs EPSG:4326 wgs84.geojson areas.zip') as string,
      },
    ]);
  });

  it('without its table is said to be half', async () => {
    const opened = await openFile(zip({ 'a.shp': shp() }));
    expect(opened.issues).toMatchObject([{ code: 'import-refused' }]);
  });
});
