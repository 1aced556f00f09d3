import type { Table } from '../model/table.js';
import { EVERYBODY, type ExportFormat, type ExportTools } from './format.js';
import { columnTypes, machineFiles, primaryKey } from './machine-tables.js';
import type { ExportView } from './view.js';

const PROFILES = 'https://datapackage.org/profiles/2.0';

export const DATA_PACKAGE: ExportFormat = {
  id: 'datapackage',
  title: 'Data Package',
  writes:
    'Every table as CSV with datapackage.json: type and meaning of every column, what missing is, keys, size and hash of every file.',
  forWhom: 'researchers who archive or pass on tables that explain themselves',
  audiences: EVERYBODY,
  source: 'Data Package 2.0 (datapackage.org, 2024)',
  make: (view, _, tools) => {
    const files = machineFiles(view.tables, 'data/');
    return new Map([
      ['datapackage.json', `${JSON.stringify(packageOf(view, files, tools), undefined, 2)}\n`],
      ...files,
    ]);
  },
};

function packageOf(view: ExportView, files: ReadonlyMap<string, string>, { sha256 }: ExportTools) {
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: 'mapping-results',
    title: view.title,
    description: describe(view),
    version: view.run.version,
    ...(view.credits.length === 0 ? {} : { sources: view.credits.map((title) => ({ title })) }),
    resources: view.tables.map((table) => {
      const path = `data/${table.name}.csv`;
      const text = files.get(path) ?? '';
      return {
        $schema: `${PROFILES}/dataresource.json`,
        name: table.name.replaceAll('_', '-'),
        path,
        type: 'table',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: new TextEncoder().encode(text).length,
        hash: `sha256:${sha256(text)}`,
        schema: schemaOf(table),
      };
    }),
  };
}

const describe = ({ round, country, notes }: ExportView) =>
  [
    [country, round].filter((text) => text !== '').join(', '),
    'Low and high are reported lowest and highest figures, added up; they are not a confidence interval.',
    ...notes,
  ]
    .filter((text) => text !== '')
    .join(' ');

function schemaOf(table: Table) {
  const types = columnTypes(table);
  const key = primaryKey(table);
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields: table.columns.map((name, at) => ({
      name,
      type: types[at],
      ...(table.meanings?.[at] === undefined ? {} : { description: table.meanings[at] }),
    })),
    missingValues: [''],
    ...(key === undefined ? {} : { primaryKey: key }),
  };
}
