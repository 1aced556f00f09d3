import type { Position, Ring } from '../model/boundary.js';
import type { PlacedFeature } from '../model/feature.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { otherReference } from './other-reference.js';

/** A layer of a GeoPackage. */
export interface Layer {
  readonly name: string;
  readonly features: readonly PlacedFeature[];
}

export type GeoPackageReading =
  { readonly layers: readonly Layer[]; readonly issues: readonly Issue[] } | { readonly issue: Issue };

const LARGEST = 64 * 1_048_576;

/**
 * The layers of a GeoPackage (OGC 12-128r18) that are in WGS 84 longitude and latitude; a layer in another reference
 * system is an issue with the line that converts it.
 */
export async function readGeoPackage(bytes: Uint8Array, file: string): Promise<GeoPackageReading> {
  if (bytes.length > LARGEST) {
    return {
      issue: raise('import-too-large', { file }, { message: 'The GeoPackage is larger than 64 MiB.' }),
    };
  }
  const { loadSql } = await import('../io/load-sql.js');
  const sql = await loadSql();
  if (sql === undefined) {
    const message = 'Reading a GeoPackage needs the package sql.js, which is not installed.';
    const fix = `Install it with "npm install sql.js", or convert the file: "ogr2ogr layer.geojson ${file}".`;
    return { issue: raise('import-refused', { file }, { message, fix }) };
  }
  const database = sql.open(bytes);
  try {
    const rows = (query: string): readonly (readonly unknown[])[] => database.exec(query)[0]?.values ?? [];
    const listed = rows(
      `select c.table_name, g.column_name, g.srs_id from gpkg_contents c
       join gpkg_geometry_columns g on g.table_name = c.table_name where c.data_type = 'features' order by c.table_name`,
    );
    const layers: Layer[] = [];
    const issues: Issue[] = [];
    for (const [table, column, reference] of listed) {
      const name = String(table);
      if (![4326, 0, -1].includes(Number(reference))) {
        issues.push(otherReference(file, `EPSG:${String(reference)}`, name));
        continue;
      }
      const [found] = database.exec(`select * from "${name.replaceAll('"', '""')}" order by rowid`);
      const columns = found?.columns ?? [];
      const geometryAt = columns.indexOf(String(column));
      layers.push({
        name,
        features: (found?.values ?? []).map((row, at) => ({
          number: at + 1,
          properties: new Map(
            columns.flatMap((header, position) =>
              position === geometryAt ? [] : [[header, cellText(row[position])] as const],
            ),
          ),
          ...geometryOf(row[geometryAt]),
        })),
      });
    }
    return { layers, issues };
  } catch {
    return { issue: raise('import-refused', { file }, { message: 'The file is no readable GeoPackage.' }) };
  } finally {
    database.close();
  }
}

function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell.trim().normalize('NFC');
  return typeof cell === 'number' ? String(cell) : '';
}

const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

/** The geometry of a GeoPackage binary: a head with an envelope, then well-known binary. */
function geometryOf(blob: unknown): Pick<PlacedFeature, 'point' | 'polygons' | 'other'> {
  if (!(blob instanceof Uint8Array) || blob[0] !== 0x47 || blob[1] !== 0x50) return {};
  const flags = blob[3] ?? 0;
  if ((flags & 0x10) !== 0) return {};
  const start = 8 + (ENVELOPE_BYTES[(flags >> 1) & 7] ?? 0);
  return readShape(new Reader(new DataView(blob.buffer, blob.byteOffset + start, blob.byteLength - start)));
}

/** Reads well-known binary (OGC 06-103r4) from front to back; a RangeError where it ends too early. */
class Reader {
  readonly #view: DataView;
  #at = 0;
  #isLittle = true;

  constructor(view: DataView) {
    this.#view = view;
  }

  /** Kind of the geometry that starts here (1 point, 3 polygon, 6 polygons) and how many ordinates a position has. */
  head(): { readonly kind: number; readonly ordinates: number } {
    this.#isLittle = this.#view.getUint8(this.#at) === 1;
    this.#at += 1;
    const code = this.count();
    const kind = (code & 0xffff) % 1000;
    const dimension = Math.floor((code & 0xffff) / 1000);
    const extended = (code & 0x80000000 ? 1 : 0) + (code & 0x40000000 ? 1 : 0);
    return { kind, ordinates: 2 + extended + (dimension === 3 ? 2 : dimension > 0 ? 1 : 0) };
  }

  count(): number {
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, this.#isLittle);
  }

  position(ordinates: number): Position {
    this.#at += ordinates * 8;
    const at = this.#at - ordinates * 8;
    return [this.#view.getFloat64(at, this.#isLittle), this.#view.getFloat64(at + 8, this.#isLittle)];
  }

  polygon(ordinates: number): Ring[] {
    return times(this.count(), () => times(this.count(), () => this.position(ordinates)));
  }
}

function times<Value>(count: number, make: () => Value): Value[] {
  const made: Value[] = [];
  for (let at = 0; at < count; at += 1) made.push(make());
  return made;
}

function readShape(reader: Reader): Pick<PlacedFeature, 'point' | 'polygons' | 'other'> {
  const { kind, ordinates } = reader.head();
  if (kind === 1) return { point: reader.position(ordinates) };
  if (kind === 3) return { polygons: [reader.polygon(ordinates)] };
  if (kind === 6) return { polygons: times(reader.count(), () => reader.polygon(reader.head().ordinates)) };
  return { other: 'line or collection' };
}
