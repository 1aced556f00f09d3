import type { PlacedFeature } from '../model/feature.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue, Place } from '../model/issue.js';
import type { CsvReading } from '../formats/csv.js';
import { datesOf, importFiles, type Import } from './import-files.js';
import { readingOf } from './imported-table.js';
import { openFile, type SourceFile } from './opened.js';
import type { Settings } from '../model/settings.js';

/** A file of another system read in the place of one of the study's tables. */
export interface DirectReading {
  readonly reading: CsvReading;
  /** The place in the file for a line of the table, where the two differ. */
  readonly locate: (line: number) => Place | undefined;
  /** Outlines of another format as GeoJSON. */
  readonly outlines?: SourceFile;
}

/**
 * Reads a file of another system as one table of a study, or as its outlines, and says in notes what it was taken for. Undefined for
 * outlines in GeoJSON, which are read as they are.
 */
export async function readDirectly(
  id: string,
  source: SourceFile,
  settings: Settings,
): Promise<DirectReading | undefined> {
  if (id === 'boundaries') return readOutlinesDirectly(source);
  const made = await importFiles([source], {
    headers: settings.columns,
    populations: settings.populations,
    dates: datesOf(settings),
  });
  const table = made.tables.get(id);
  const found = made.issues.filter((issue) => issue.code.startsWith('import-') || table === undefined);
  const issues = [...sayImport(made, id, source.file), ...found];
  if (table !== undefined) {
    const { table: text } = readingOf(table, source.file);
    const places = new Map(text?.lines.map((line, at) => [line, table.rows[at]?.placeOf()] as const));
    return { reading: { table: text, issues }, locate: (line) => places.get(line) };
  }
  const others = [...made.tables.keys()].join(', ');
  if (others !== '') {
    const message = `The file holds no ${id} table, but ${others}.`;
    issues.push(raise('column-missing', { file: source.file }, { message }));
  }
  return { reading: { table: undefined, issues }, locate: () => undefined };
}

async function readOutlinesDirectly(source: SourceFile): Promise<DirectReading | undefined> {
  const opened = await openFile(source);
  if (opened.holds === 'features' && opened.format === 'GeoJSON' && opened.issues.length === 0)
    return undefined;
  if (opened.holds === 'JSON') return undefined;
  const outlines =
    opened.holds === 'features' ? opened.features.filter(({ polygons }) => polygons !== undefined) : [];
  const said =
    opened.holds === 'features'
      ? [
          raise(
            'import-recognised',
            { file: source.file },
            { message: `Taken for outlines in a ${opened.format}.` },
          ),
        ]
      : [];
  return {
    reading: { table: undefined, issues: [...said, ...opened.issues] },
    locate: () => undefined,
    ...(outlines.length === 0 ? {} : { outlines: { file: source.file, bytes: outlinesAsGeoJson(outlines) } }),
  };
}

/** Notes on what a file was taken for and which columns were used. */
export function sayImport(made: Import, id: string, file: string): Issue[] {
  const uses = made.uses
    .filter(({ table }) => table === id)
    .map(({ header, column }) => (header === column ? column : `${header} as ${column}`));
  const leftOut = made.leftOut.get(file) ?? [];
  const mapping = [
    ...(uses.length === 0 ? [] : [`Read ${uses.join(', ')}.`]),
    ...made.said.map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`),
    ...(leftOut.length === 0 ? [] : [`Left out ${leftOut.join(', ')}.`]),
  ];
  return [
    ...made.recognised.map(({ title, sure, why }) =>
      raise('import-recognised', { file }, { message: `Taken for a ${title} (${sure}): ${why}.` }),
    ),
    ...(mapping.length === 0 ? [] : [raise('import-mapping', { file }, { message: mapping.join(' ') })]),
  ];
}

/** Outlines of a map file of another format as GeoJSON, so that one reader judges all outlines. */
export function outlinesAsGeoJson(features: readonly PlacedFeature[]): Uint8Array {
  const written = features.map(({ properties, polygons }) => ({
    type: 'Feature',
    properties: Object.fromEntries(properties),
    geometry: { type: 'MultiPolygon', coordinates: polygons },
  }));
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: written }));
}
