import { writeCsv } from '../formats/csv.js';
import type { Table } from '../model/table.js';
import { EVERYBODY, type ExportFormat } from './format.js';
import { columnTypes, type ColumnType } from './machine-tables.js';
import type { ExportView } from './view.js';

export const HXL: ExportFormat = {
  id: 'hxl',
  title: 'CSV with HXL tags',
  writes:
    'The tables of results as CSV with a row of HXL tags under the header; areas also by their code, where places.csv has one.',
  forWhom: 'humanitarian users who join tables by tag',
  audiences: EVERYBODY,
  source: 'HXL 1.1 (hxlstandard.org)',
  make: (view) =>
    new Map(
      view.tables
        .filter(({ name }) => !name.startsWith('plan_'))
        .map((table) => [`${table.name}.csv`, writeCsv(tagged(withCodes(table, view)))]),
    ),
};

/** Tags of the columns that mean the same everywhere; tags that HXL keeps for numbers stand on numbers only. */
const TAGS: Readonly<Record<string, string>> = {
  municipality: '#adm2+name',
  municipality_code: '#adm2+code',
  region: '#adm1+name',
  population: '#beneficiary+code',
  typology: '#loc+type',
  spot_id: '#loc+code',
  low: '#population+min',
  estimate: '#population+estimate',
  high: '#population+max',
  denominator_persons: '#population+denominator',
  lat: '#geo+lat',
  lon: '#geo+lon',
};

/** The tag of a column: its own, else one that says what it is by its name. */
export function tagOf(name: string, type: ColumnType): string {
  const own = TAGS[name];
  if (own !== undefined) return own;
  const attribute = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]/g, '_')
    .replace(/^(?=[^a-z])/, 'x');
  return type === 'integer' || type === 'number' ? `#indicator+num+${attribute}` : `#meta+${attribute}`;
}

function tagged(table: Table): Table {
  const types = columnTypes(table);
  const isOfRegions = table.name === 'regions';
  const tags = table.columns.map((name, at) =>
    isOfRegions && name === 'municipality' ? '#adm1+name' : tagOf(name, types[at] ?? 'any'),
  );
  return { ...table, rows: [tags, ...table.rows] };
}

/** The table with a column of area codes after the areas, where there are any. */
function withCodes(table: Table, { places }: ExportView): Table {
  const codes = new Map(places.map(({ municipality, code }) => [municipality, code]));
  const at = table.columns.indexOf('municipality');
  if (at < 0 || table.name === 'regions' || places.every(({ code }) => code === undefined)) return table;
  return {
    ...table,
    columns: table.columns.toSpliced(at + 1, 0, 'municipality_code'),
    rows: table.rows.map((row) => row.toSpliced(at + 1, 0, codes.get(String(row[at])))),
  };
}
