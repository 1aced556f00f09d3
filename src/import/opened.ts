import { readCsv, type Delimiter } from '../formats/csv.js';
import { decodeText } from '../formats/decode.js';
import { isParquet } from '../formats/is-parquet.js';
import { otherReference } from '../formats/other-reference.js';
import { featuresOf } from '../formats/read-features.js';
import { readGeoPackage } from '../formats/read-geopackage.js';
import { readGpx, readKml } from '../formats/read-kml.js';
import { readShapefile } from '../formats/read-shapefile.js';
import { readWorkbook } from '../formats/read-xlsx.js';
import { readZip } from '../formats/read-zip.js';
import type { PlacedFeature } from '../model/feature.js';
import { raise } from '../model/issue-catalogue.js';
import { hasErrors, type Issue } from '../model/issue.js';
import { gridOf, type Grid } from './grid.js';

/** A file to be imported: its bytes and the name messages use. */
export interface SourceFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export type MapFormat = 'GeoJSON' | 'KML' | 'GPX' | 'GeoPackage' | 'Shapefile';

/** What a file holds once its container is opened, before anything is known of the system that wrote it. */
export type Opened = { readonly file: string; readonly issues: readonly Issue[] } & (
  | { readonly holds: 'text table'; readonly grids: readonly [Grid]; readonly delimiter: Delimiter }
  | { readonly holds: 'workbook'; readonly grids: readonly Grid[] }
  | { readonly holds: 'archive of tables'; readonly grids: readonly Grid[] }
  | { readonly holds: 'features'; readonly format: MapFormat; readonly features: readonly PlacedFeature[] }
  | { readonly holds: 'JSON'; readonly document: unknown }
  | { readonly holds: 'nothing' }
);

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte);

const asciiAt = (bytes: Uint8Array, from: number, text: string) =>
  startsWith(bytes.subarray(from), ...new TextEncoder().encode(text));

/** Opens whatever container a file is, by its content and never by its name; what cannot be opened is an issue. */
export async function openFile({ file, bytes }: SourceFile): Promise<Opened> {
  const refuse = (message: string, fix?: string): Opened => ({
    file,
    holds: 'nothing',
    issues: [raise('import-refused', { file }, { message, fix })],
  });
  if (asciiAt(bytes, 0, 'version https://git-lfs')) {
    return refuse(
      'The file is a pointer of Git LFS (about 130 bytes that name the real file), not the data.',
      'Download the file itself ("git lfs pull", or the raw download of the site that holds it).',
    );
  }
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return openArchive(file, bytes, refuse);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return refuse(
      'The file is an old Excel workbook (.xls) or one with a password.',
      'Open it and save it as .xlsx without a password.',
    );
  }
  if (isParquet(bytes)) return openParquet(file, bytes);
  if (asciiAt(bytes, 0, 'SQLite format 3')) return openGeoPackage(file, bytes, refuse);
  if (startsWith(bytes, 0x00, 0x00, 0x27, 0x0a)) {
    return refuse(
      'The file is one part of a shapefile.',
      'Put the .shp, .dbf, .prj and .cpg of the same name into one zip archive and name that.',
    );
  }
  return openText(file, bytes, refuse);
}

type Refuse = (message: string, fix?: string) => Opened;

async function openText(file: string, bytes: Uint8Array, refuse: Refuse): Promise<Opened> {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096)).trimStart();
  if (/^\ufeff?</.test(start)) {
    if (/<kml[\s>]/.test(start)) return openXml(file, 'KML', await readKml(bytes, file));
    if (/<gpx[\s>]/.test(start)) return openXml(file, 'GPX', await readGpx(bytes, file));
    if (/<!DOCTYPE html|<html[\s>]/i.test(start)) {
      return refuse('The file is a web page.', 'Download the data behind it, as CSV, XLSX, KML or GeoJSON.');
    }
    const kind = /<!DOCTYPE|<!ENTITY/i.test(start);
    return refuse(
      kind
        ? 'The file declares a document type or entities, which no map file needs.'
        : 'The file is XML of a kind that is not read; KML and GPX are.',
      kind ? 'Do not open it elsewhere either; ask who sent it.' : undefined,
    );
  }
  if (/^\ufeff?[{[]/.test(start)) return openJson(file, bytes, refuse);
  return openDelimited(file, bytes);
}

function openXml(
  file: string,
  format: MapFormat,
  reading: { readonly features: readonly PlacedFeature[] } | { readonly issue: Issue },
): Opened {
  if ('issue' in reading) return { file, holds: 'nothing', issues: [reading.issue] };
  return { file, holds: 'features', format, features: reading.features, issues: [] };
}

const LARGEST_JSON = 64 * 1_048_576;

function openJson(file: string, bytes: Uint8Array, refuse: Refuse): Opened {
  if (bytes.length > LARGEST_JSON) {
    const message = 'The JSON file is larger than 64 MiB.';
    return { file, holds: 'nothing', issues: [raise('import-too-large', { file }, { message })] };
  }
  const decoded = decodeText(bytes, file);
  if ('issue' in decoded) return { file, holds: 'nothing', issues: [decoded.issue] };
  let document: unknown;
  try {
    document = JSON.parse(decoded.text);
  } catch {
    return refuse('The file is no valid JSON.');
  }
  const features = featuresOf(document);
  return features === undefined
    ? { file, holds: 'JSON', document, issues: [] }
    : { file, holds: 'features', format: 'GeoJSON', features, issues: referenceFault(file, document) };
}

/** GeoJSON before RFC 7946 could name another reference system. */
function referenceFault(file: string, document: unknown): Issue[] {
  const { crs } = document as { readonly crs?: { readonly properties?: { readonly name?: unknown } } | null };
  const named = crs?.properties?.name;
  if (typeof named !== 'string' || /CRS84|EPSG:+4326/i.test(named)) return [];
  return [otherReference(file, named, undefined)];
}

async function openArchive(file: string, bytes: Uint8Array, refuse: Refuse): Promise<Opened> {
  const listing: string[] = [];
  const listed = await readZip(bytes, file, (name) => {
    listing.push(name);
    return false;
  });
  if ('issue' in listed) return { file, holds: 'nothing', issues: [listed.issue] };
  const names = listing.filter((name) => !name.startsWith('__MACOSX/'));
  const ending = (end: string) => names.filter((name) => name.toLowerCase().endsWith(end));
  if (names.includes('xl/workbook.xml')) return openWorkbook(file, bytes);
  if (names.includes('content.xml')) {
    return refuse(
      'The file is an OpenDocument sheet or text.',
      'Open it and save it as .xlsx or "CSV UTF-8".',
    );
  }
  const wanted = (end: RegExp) => readZip(bytes, file, (name) => end.test(name) && names.includes(name));
  if (ending('.shp').length > 0) {
    const archive = await wanted(/\.(shp|dbf|prj|cpg)$/i);
    if ('issue' in archive) return { file, holds: 'nothing', issues: [archive.issue] };
    return openShapefile(file, archive.entries, refuse);
  }
  if (ending('.kml').length > 0) {
    const archive = await wanted(/\.kml$/i);
    if ('issue' in archive) return { file, holds: 'nothing', issues: [archive.issue] };
    const [first] = [...archive.entries].sort(
      ([a], [b]) => Number(b === 'doc.kml') - Number(a === 'doc.kml'),
    );
    return openXml(file, 'KML', await readKml(first?.[1] ?? new Uint8Array(), file));
  }
  if (ending('.csv').length > 0) {
    const archive = await wanted(/\.csv$/i);
    if ('issue' in archive) return { file, holds: 'nothing', issues: [archive.issue] };
    const opened = [...archive.entries].map(([name, part]) => openDelimited(`${file}[${name}]`, part, name));
    return {
      file,
      holds: 'archive of tables',
      grids: opened.flatMap((part) => ('grids' in part ? part.grids : [])),
      issues: opened.flatMap((part) => part.issues),
    };
  }
  return refuse(
    'The archive holds no table, workbook or map that is read.',
    'Unpack it, and name the file inside that holds the data.',
  );
}

async function openShapefile(
  file: string,
  entries: ReadonlyMap<string, Uint8Array>,
  refuse: Refuse,
): Promise<Opened> {
  const stems = [...entries.keys()].filter((name) => /\.shp$/i.test(name)).map((name) => name.slice(0, -4));
  const [stem = ''] = stems;
  if (stems.length > 1) {
    return refuse(
      `The archive holds ${stems.length} shapefiles.`,
      'Put the one that is meant into an archive of its own.',
    );
  }
  const parts = new Map(
    [...entries]
      .filter(([name]) => name.slice(0, -4) === stem)
      .map(([name, part]) => [name.slice(-3).toLowerCase(), part] as const),
  );
  return openXml(file, 'Shapefile', await readShapefile(parts, file));
}

async function openGeoPackage(file: string, bytes: Uint8Array, refuse: Refuse): Promise<Opened> {
  if (!asciiAt(bytes, 68, 'GPKG') && !asciiAt(bytes, 68, 'GP10')) {
    return refuse('The file is a SQLite database, but no GeoPackage.', 'Export the table as "CSV UTF-8".');
  }
  const reading = await readGeoPackage(bytes, file);
  if ('issue' in reading) return { file, holds: 'nothing', issues: [reading.issue] };
  const filled = reading.layers.filter(({ features }) => features.length > 0);
  if (filled.length > 1) {
    const named = filled.map(({ name }) => name).join(', ');
    return refuse(
      `The GeoPackage has several layers: ${named}.`,
      `Save the one that is meant by itself, such as "ogr2ogr one.gpkg ${file} ${filled[0]?.name ?? ''}".`,
    );
  }
  return {
    file,
    holds: 'features',
    format: 'GeoPackage',
    features: filled[0]?.features ?? [],
    issues: reading.issues,
  };
}

async function openWorkbook(file: string, bytes: Uint8Array): Promise<Opened> {
  const reading = await readWorkbook(bytes, file);
  if ('issue' in reading) return { file, holds: 'nothing', issues: [reading.issue] };
  const filled = reading.sheets.filter(({ rows }) =>
    rows.some((row) => row.some((cell) => cell.trim() !== '')),
  );
  const grids = filled.map(({ name, rows }) =>
    sheetGrid(filled.length > 1 ? `${file}[${name}]` : file, name, rows),
  );
  return { file, holds: 'workbook', grids, issues: reading.issues };
}

/** A sheet as a grid; its first filled row is taken for the header until somebody knows better. */
function sheetGrid(name: string, sheet: string, rows: readonly (readonly string[])[]): Grid {
  const filled = rows
    .map((row, at) => ({ row: row.map((cell) => cell.trim()), line: at + 1 }))
    .filter(({ row }) => row.some((cell) => cell !== ''));
  const [header, ...body] = filled;
  return gridOf(name, {
    sheet,
    columns: header?.row ?? [],
    rows: body.map(({ row }) => row),
    lines: body.map(({ line }) => line),
  });
}

async function openParquet(file: string, bytes: Uint8Array): Promise<Opened> {
  const { parquetAsBytes } = await import('../formats/read-parquet.js');
  const reading = await parquetAsBytes({ file, pieces: [bytes] });
  if (!('bytes' in reading)) return { file, holds: 'nothing', issues: reading.issues };
  const opened = openDelimited(file, reading.bytes);
  return { ...opened, issues: [...reading.issues, ...opened.issues] };
}

function openDelimited(file: string, bytes: Uint8Array, sheet?: string): Opened {
  let reading = readCsv(bytes, file);
  const guessed: Issue[] = [];
  if (reading.issues.some(({ code }) => code === 'encoding-invalid')) {
    const text = new TextDecoder('windows-1250').decode(bytes);
    reading = readCsv(new TextEncoder().encode(text), file);
    guessed.push(raise('import-encoding', { file }, { message: 'Read as Windows-1250, which is a guess.' }));
  }
  const { table } = reading;
  const issues = [...guessed, ...reading.issues];
  if (table === undefined || hasErrors(issues)) return { file, holds: 'nothing', issues };
  const grid = gridOf(file, {
    sheet,
    columns: table.columns,
    rows: table.rows.map((row) => row.map((cell) => cell.trim())),
    lines: table.lines,
  });
  return { file, holds: 'text table', grids: [grid], delimiter: table.delimiter, issues };
}
