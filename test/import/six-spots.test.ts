import { describe, expect, it } from 'vitest';
import { importFiles, type Import } from '../../src/import/import-files.js';
import type { SourceFile } from '../../src/import/opened.js';
import { hasErrors } from '../../src/model/issue.js';
import * as written from './six-spots.js';
import { FIELDS, SIX, type Field } from './six-spots.js';

const source = (file: string, bytes: Uint8Array): SourceFile => ({ file, bytes });

function spotsOf(made: Import, fields: readonly Field[]) {
  return (made.tables.get('spots')?.rows ?? []).map(({ cells }) =>
    Object.fromEntries(fields.map((field) => [field, cells.get(field) ?? ''])),
  );
}

const expected = (fields: readonly Field[]) =>
  SIX.map((spot) => Object.fromEntries(fields.map((field) => [field, spot[field]])));

interface Case {
  readonly format: string;
  readonly kind: string;
  readonly files: () => Promise<SourceFile[]> | SourceFile[];
  /** Fields the format holds; all where it is left out. */
  readonly fields?: readonly Field[];
}

const CASES: readonly Case[] = [
  { format: 'KoboToolbox CSV', kind: 'kobo', files: () => [source('kobo.csv', written.koboCsv())] },
  {
    format: 'KoboToolbox workbook with a repeat',
    kind: 'kobo',
    files: () => [source('kobo.xlsx', written.koboWorkbook())],
  },
  { format: 'KoboToolbox GeoJSON', kind: 'map', files: () => [source('kobo.geojson', written.geoJson())] },
  { format: 'ODK Central CSV', kind: 'odk', files: () => [source('odk.csv', written.odkCsv())] },
  {
    format: 'ODK Central zip with a repeat',
    kind: 'odk',
    files: () => [source('odk.zip', written.odkZip())],
  },
  {
    format: 'CommCare workbook',
    kind: 'commcare',
    files: () => [source('commcare.xlsx', written.commCare())],
  },
  {
    format: 'REDCap CSV with its dictionary',
    kind: 'redcap',
    files: () => [
      source('data.csv', written.redcapCsv()),
      source('dictionary.csv', written.redcapDictionary()),
    ],
  },
  {
    format: 'DHIS2 events with names',
    kind: 'dhis2',
    files: () => [source('events.csv', written.dhis2Csv()), source('metadata.json', written.dhis2Metadata())],
  },
  {
    format: 'CSV of an Albanian Excel',
    kind: 'table',
    files: () => [source('vendet.csv', written.handCsv())],
  },
  { format: 'workbook by hand', kind: 'table', files: () => [source('spots.xlsx', written.handWorkbook())] },
  { format: 'Google Sheets CSV', kind: 'table', files: () => [source('sheet.csv', written.sheetsCsv())] },
  { format: 'HXL CSV', kind: 'hxl', files: () => [source('hxl.csv', written.hxlCsv())] },
  { format: 'KML', kind: 'map', files: () => [source('spots.kml', written.kml())] },
  { format: 'KMZ', kind: 'map', files: () => [source('spots.kmz', written.kmz())] },
  {
    format: 'GPX',
    kind: 'map',
    files: () => [source('spots.gpx', written.gpx())],
    fields: ['spot_id', 'typology', 'lat', 'lon'],
  },
  {
    format: 'GeoPackage',
    kind: 'map',
    files: async () => [source('spots.gpkg', await written.geoPackage())],
  },
];

describe('six invented spots read from every format', () => {
  it.each(CASES)('$format gives the same table', async ({ files, kind, fields = FIELDS }) => {
    const made = await importFiles(await files());
    expect(made.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(hasErrors(made.issues)).toBe(false);
    expect(made.recognised.map((file) => file.kind)).toContain(kind);
    expect(spotsOf(made, fields)).toEqual(expected(fields));
  });

  it.each(CASES)(
    '$format says why it was recognised, whatever the file is called',
    async ({ files, kind }) => {
      const renamed = (await files()).map(({ bytes }, at) => ({ file: `download (${at}).dat`, bytes }));
      const made = await importFiles(renamed);
      const found = made.recognised.find((file) => file.kind === kind);
      expect(found?.why.length).toBeGreaterThan(15);
      expect(made.tables.get('spots')?.rows).toHaveLength(6);
    },
  );
});
