import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportFiles } from '../../src/export/format.js';
import { tagOf } from '../../src/export/hxl.js';
import type { ExportView } from '../../src/export/view.js';
import { readCsv, type TextTable } from '../../src/formats/csv.js';
import type { Audience } from '../../src/model/disclosure.js';
import { makeAll, townView } from '../support/export-town.js';
import {
  CRATE_FILE_SCHEMA,
  DATA_ELEMENTS_SCHEMA,
  DATA_PACKAGE_SCHEMA,
  DATA_VALUES_SCHEMA,
  ORG_UNITS_SCHEMA,
  RO_CRATE_SCHEMA,
} from './schemas.js';

const AUDIENCES: readonly Audience[] = ['programme', 'partner', 'public'];

const views = new Map<Audience, ExportView>();
const made = new Map<Audience, ReadonlyMap<string, ExportFiles>>();

beforeAll(async () => {
  for (const audience of AUDIENCES) {
    const view = await townView(audience);
    views.set(audience, view);
    made.set(audience, await makeAll(view));
  }
});

const fileOf = (audience: Audience, format: string, name: string) =>
  String(made.get(audience)?.get(format)?.get(name) ?? '');

const jsonOf = (audience: Audience, format: string, name: string): unknown =>
  JSON.parse(fileOf(audience, format, name));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const tableOf = (text: string): TextTable | undefined =>
  readCsv(new TextEncoder().encode(text), 't.csv').table;

/** What a schema finds wrong with a document. */
function faults(schema: object, document: unknown): unknown {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
  return validate(document) ? [] : validate.errors;
}

interface Package {
  readonly resources: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly hash: string;
    readonly schema: {
      readonly fields: readonly {
        readonly name: string;
        readonly type: string;
        readonly description?: string;
      }[];
      readonly primaryKey?: readonly string[];
    };
  }[];
}

describe.each(AUDIENCES)('the data package for %s', (audience) => {
  it('is one by the specification', () => {
    expect(faults(DATA_PACKAGE_SCHEMA, jsonOf(audience, 'datapackage', 'datapackage.json'))).toEqual([]);
  });

  it('lists every file with its size and hash, and every column with its type and meaning', () => {
    const { resources } = jsonOf(audience, 'datapackage', 'datapackage.json') as Package;
    const files = made.get(audience)?.get('datapackage');
    expect(resources.map(({ path }) => path).sort()).toEqual(
      [...(files?.keys() ?? [])].filter((name) => name !== 'datapackage.json').sort(),
    );
    for (const { path, bytes, hash, schema } of resources) {
      const text = fileOf(audience, 'datapackage', path);
      expect(bytes).toBe(Buffer.byteLength(text));
      expect(hash).toBe(`sha256:${sha256(text)}`);
      const table = tableOf(text);
      expect(schema.fields.map(({ name }) => name)).toEqual(table?.columns);
      for (const { description } of schema.fields) expect(description).toMatch(/./);
      for (const [at, { type }] of schema.fields.entries()) {
        const cells = (table?.rows ?? []).map((row) => row[at] ?? '').filter((cell) => cell !== '');
        if (type === 'integer') for (const cell of cells) expect(cell).toMatch(/^-?\d+$/);
        if (type === 'number') for (const cell of cells) expect(cell).toMatch(/^-?\d+(\.\d+)?$/);
        if (type === 'date') for (const cell of cells) expect(cell).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        if (type === 'any') expect(cells).toEqual([]);
      }
      const key = schema.primaryKey ?? [];
      const keys = (table?.rows ?? []).map((row) =>
        JSON.stringify(key.map((name) => row[table?.columns.indexOf(name) ?? -1])),
      );
      if (key.length > 0) expect(new Set(keys).size).toBe(table?.rows.length);
    }
    const keyed = resources.filter(({ schema }) => schema.primaryKey !== undefined);
    expect(keyed.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['data/national.csv', 'data/municipalities.csv']),
    );
  });
});

interface Crate {
  readonly '@graph': readonly {
    readonly '@id': string;
    readonly '@type': string;
    readonly [key: string]: unknown;
  }[];
}

describe.each(AUDIENCES)('the RO-Crate for %s', (audience) => {
  it('is one by the specification', () => {
    const crate = jsonOf(audience, 'rocrate', 'ro-crate-metadata.json');
    expect(faults(RO_CRATE_SCHEMA, crate)).toEqual([]);
  });

  it('describes each of its files, and every link leads to an entity', () => {
    const { '@graph': graph } = jsonOf(audience, 'rocrate', 'ro-crate-metadata.json') as Crate;
    const ids = graph.map((entity) => entity['@id']);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...JSON.stringify(graph).matchAll(/\{"@id":"([^"]*)"\}/g)].map((match) => match[1] ?? '');
    for (const id of links) expect([...ids, 'https://w3id.org/ro/crate/1.2']).toContain(id);
    const files = graph.filter((entity) => entity['@type'] === 'File');
    expect(files.map((file) => file['@id']).sort()).toEqual(
      [...(made.get(audience)?.get('rocrate')?.keys() ?? [])]
        .filter((name) => name.startsWith('data/'))
        .sort(),
    );
    for (const file of files) {
      expect(faults(CRATE_FILE_SCHEMA, file)).toEqual([]);
      expect(file['sha256']).toBe(sha256(fileOf(audience, 'rocrate', file['@id'])));
    }
    expect(graph.some((entity) => entity['@id'] === '#input-spots.csv')).toBe(audience === 'programme');
  });
});

interface DataValues {
  readonly dataValues: readonly {
    readonly dataElement: string;
    readonly orgUnit: string;
    readonly value: string;
  }[];
}

describe.each(AUDIENCES)('the DHIS2 payloads for %s', (audience) => {
  it('are what the server documents', () => {
    const values = jsonOf(audience, 'dhis2', 'data-values.json');
    expect(faults(DATA_VALUES_SCHEMA, values)).toEqual([]);
    expect(faults(DATA_ELEMENTS_SCHEMA, jsonOf(audience, 'dhis2', 'data-elements.json'))).toEqual([]);
    expect(faults(ORG_UNITS_SCHEMA, jsonOf(audience, 'dhis2', 'org-units.geojson'))).toEqual([]);
  });

  it('hold the figures of the municipalities and nothing that is hidden', () => {
    const { dataValues } = jsonOf(audience, 'dhis2', 'data-values.json') as DataValues;
    const table = views.get(audience)?.tables.find(({ name }) => name === 'municipalities');
    const at = (name: string) => table?.columns.indexOf(name) ?? -1;
    const codes = new Map(views.get(audience)?.places.map(({ municipality, code }) => [municipality, code]));
    const expected = (table?.rows ?? []).flatMap((row) =>
      (['low', 'estimate', 'high'] as const).flatMap((measure) => {
        const value = row[at(measure)];
        if (value === undefined) return [];
        const ending = { low: 'LOW', estimate: 'EST', high: 'HIGH' }[measure];
        return [
          `${codes.get(String(row[at('municipality')]))} SIZE_${row[at('population')]}_${ending} ${value}`,
        ];
      }),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(
      dataValues.map(({ orgUnit, dataElement, value }) => `${orgUnit} ${dataElement} ${value}`).sort(),
    ).toEqual(expected.sort());
    const csv = tableOf(fileOf(audience, 'dhis2', 'data-values.csv'));
    expect(csv?.columns).toEqual([
      'dataelement',
      'period',
      'orgunit',
      'catoptcombo',
      'attroptcombo',
      'value',
    ]);
    expect(csv?.rows).toHaveLength(dataValues.length);
  });
});

describe('schemas that guard the payloads', () => {
  it('refuse a document with one thing wrong', () => {
    const values = jsonOf('programme', 'dhis2', 'data-values.json') as {
      dataValues: Record<string, unknown>[];
    };
    const [first = {}] = values.dataValues;
    expect(faults(DATA_VALUES_SCHEMA, { ...values, dataValues: [{ ...first, value: '1.5' }] })).not.toEqual(
      [],
    );
    expect(
      faults(DATA_VALUES_SCHEMA, { ...values, dataValues: [{ ...first, period: '2026Q5' }] }),
    ).not.toEqual([]);
    const crate = jsonOf('programme', 'rocrate', 'ro-crate-metadata.json') as {
      '@graph': { '@id': string }[];
    };
    const rootless = crate['@graph'].filter((entity) => entity['@id'] !== './');
    expect(faults(RO_CRATE_SCHEMA, { ...crate, '@graph': rootless })).not.toEqual([]);
    const pack = jsonOf('programme', 'datapackage', 'datapackage.json') as { resources: object[] };
    expect(
      faults(DATA_PACKAGE_SCHEMA, { ...pack, resources: [{ ...pack.resources[0], path: '../x' }] }),
    ).not.toEqual([]);
  });
});

describe('HXL tags', () => {
  const TAG = /^#[a-z][a-z0-9]*(\+[a-z][a-z0-9_]*)*$/;

  it('are tags by the standard, in the first row, as many as there are columns', () => {
    for (const audience of AUDIENCES) {
      for (const data of made.get(audience)?.get('hxl')?.values() ?? []) {
        const table = tableOf(String(data));
        for (const tag of table?.rows[0] ?? ['none']) expect(tag).toMatch(TAG);
      }
    }
    expect(tagOf('2nd week %', 'number')).toMatch(TAG);
  });

  it('keep to numbers where HXL keeps a tag for numbers', () => {
    for (const data of made.get('programme')?.get('hxl')?.values() ?? []) {
      const table = tableOf(String(data));
      const [tags = [], ...body] = table?.rows ?? [];
      for (const [at, tag] of tags.entries()) {
        if (!/^#(population|affected|inneed|targeted|reached|value|indicator\+num)/.test(tag)) continue;
        for (const row of body) expect(row[at]).toMatch(/^(-?\d+(\.\d+)?)?$/);
      }
    }
  });

  it('give areas their code as it stands, with its leading zero', () => {
    const table = tableOf(fileOf('public', 'hxl', 'municipalities.csv'));
    const at = table?.rows[0]?.indexOf('#adm2+code') ?? -1;
    expect(new Set(table?.rows.slice(1).map((row) => row[at]))).toEqual(new Set(['01', '02', '03']));
  });
});

describe('a text that looks like a formula', () => {
  it('stays a text in every file a spreadsheet opens', () => {
    const formats = made.get('programme') ?? new Map<string, ExportFiles>();
    let seen = 0;
    for (const [, files] of formats) {
      for (const [name, data] of files) {
        if (!name.endsWith('.csv')) continue;
        const text = String(data);
        expect(text).not.toMatch(/(^|[,;\t\n\r"])[=@]/);
        seen += text.includes("'=1+1") ? 1 : 0;
      }
    }
    expect(seen).toBeGreaterThan(5);
  });
});

describe('the GATHER checklist', () => {
  it('has all 18 items, numbered, and says what is left to write', () => {
    for (const audience of AUDIENCES) {
      const text = fileOf(audience, 'gather', 'gather.md');
      const numbers = [...text.matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]));
      expect(numbers).toEqual(Array.from({ length: 18 }, (_, at) => at + 1));
      expect(text).toContain('**To be written.**');
    }
    expect(fileOf('programme', 'gather', 'gather.md')).toContain('settle = ');
    expect(fileOf('public', 'gather', 'gather.md')).not.toContain('settle = ');
  });
});
