import { writeCsv } from '../formats/csv.js';
import { writeGeoJson, type Feature } from '../formats/geojson.js';
import type { Table } from '../model/table.js';
import { EXACT_DECIMALS } from '../share/position.js';
import { EVERYBODY, type ExportChoices, type ExportFormat } from './format.js';
import type { ExportView } from './view.js';

export const DHIS2: ExportFormat = {
  id: 'dhis2',
  title: 'DHIS2',
  writes:
    'Data values of the municipalities by code (JSON, and CSV beside it), the data elements they need, the outlines as geometry of organisation units, and the lines that send them, with a dry run first. Nothing is sent.',
  forWhom:
    'ministries and programmes with a DHIS2 server; organisation units are found by the codes of places.csv',
  audiences: EVERYBODY,
  source: 'DHIS2 developer documentation: data value sets, organisation unit geometry',
  lacks: (view, choices) => {
    if (periodOf(view, choices) === undefined) {
      return 'dhis2 needs a period: --period 2026, 2026Q3, 202609 or 2026W37';
    }
    return view.places.every(({ code }) => code === undefined)
      ? 'dhis2 needs the codes of the organisation units: fill in the column code of places.csv'
      : undefined;
  },
  make: (view, choices) => {
    const period = periodOf(view, choices) ?? '';
    const values = valuesOf(view, period);
    const document = { dataElementIdScheme: 'CODE', orgUnitIdScheme: 'CODE', dataValues: values };
    const rows = values.map((value) => [value.dataElement, value.period, value.orgUnit, '', '', value.value]);
    const columns = ['dataelement', 'period', 'orgunit', 'catoptcombo', 'attroptcombo', 'value'];
    return new Map([
      ['data-values.json', json(document)],
      ['data-values.csv', writeCsv({ name: 'data-values', columns, rows })],
      ['data-elements.json', json({ dataElements: elementsOf(view) })],
      ['org-units.geojson', writeGeoJson(outlinesOf(view), EXACT_DECIMALS)],
      ['how-to-send.txt', HOW_TO_SEND],
    ]);
  },
};

const json = (document: unknown) => `${JSON.stringify(document, undefined, 2)}\n`;

/** A year, quarter, month or week as DHIS2 writes them. */
const PERIOD = /^\d{4}(?:Q[1-4]|0[1-9]|1[0-2]|W(?:[1-9]|[1-4]\d|5[0-3]))?$/;

/** The period stated, else the round of the study where it is one. */
function periodOf({ round }: ExportView, { period }: ExportChoices): string | undefined {
  const stated = period ?? round.trim();
  return PERIOD.test(stated) ? stated : undefined;
}

const MEASURES = [
  { column: 'low', ending: 'LOW', says: 'low end of the range (reported lowest figures added up)' },
  { column: 'estimate', ending: 'EST', says: 'estimated persons' },
  { column: 'high', ending: 'HIGH', says: 'high end of the range (reported highest figures added up)' },
];

/** The code of a data element: letters, digits and underscores, at most the 50 that DHIS2 keeps. */
const elementCode = (population: string, ending: string) =>
  `SIZE_${population
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .slice(0, 38)}_${ending}`;

interface DataValue {
  readonly dataElement: string;
  readonly period: string;
  readonly orgUnit: string;
  readonly value: string;
}

/** One value a municipality, population and measure; what is hidden or has no code is left out. */
function valuesOf({ tables, places }: ExportView, period: string): DataValue[] {
  const table = tables.find(({ name }) => name === 'municipalities');
  const codes = new Map(places.map(({ municipality, code }) => [municipality, code]));
  return (table?.rows ?? []).flatMap((row) => {
    const cell = (column: string) => cellOf(table, row, column);
    const orgUnit = codes.get(String(cell('municipality')));
    if (orgUnit === undefined) return [];
    return MEASURES.flatMap(({ column, ending }) => {
      const value = cell(column);
      if (typeof value !== 'number') return [];
      const dataElement = elementCode(String(cell('population')), ending);
      return [{ dataElement, period, orgUnit, value: String(value) }];
    });
  });
}

const cellOf = (table: Table | undefined, row: Table['rows'][number], column: string) =>
  row[table?.columns.indexOf(column) ?? -1];

/** The data elements by code. People are not added up over time, and over areas only where no cell is hidden or rounded. */
function elementsOf({ populations, policy }: ExportView) {
  return populations.flatMap(({ code, label }) =>
    MEASURES.map(({ ending, says }) => ({
      code: elementCode(code, ending),
      name: `${label}: ${says}`.slice(0, 230),
      shortName: `${code} ${ending}`.slice(0, 50),
      domainType: 'AGGREGATE',
      valueType: 'INTEGER_ZERO_OR_POSITIVE',
      aggregationType: policy === undefined ? 'AVERAGE_SUM_ORG_UNIT' : 'NONE',
    })),
  );
}

/** Each outline once, with the code of its organisation unit. */
function outlinesOf({ layers, places }: ExportView): Feature[] {
  const outlines = new Map<string, Feature['geometry']>();
  for (const { features, population } of layers) {
    if (population === undefined) continue;
    for (const { geometry, properties } of features)
      outlines.set(String(properties['municipality']), geometry);
  }
  return places.flatMap(({ municipality, code }) => {
    const geometry = outlines.get(municipality);
    if (geometry === undefined || code === undefined) return [];
    return [{ id: code, geometry, properties: { code, name: municipality } }];
  });
}

const HOW_TO_SEND = `Replace YOUR-SERVER and YOUR-NAME. Each line only tries (dryRun or VALIDATE); read the answer, then send it
again without that word. Nothing was sent by spotwise.

1. The data elements, once:
curl -u YOUR-NAME -H 'Content-Type: application/json' -d @data-elements.json \\
  'https://YOUR-SERVER/api/metadata?importMode=VALIDATE&identifier=CODE'

2. The outlines of the organisation units, once:
curl -u YOUR-NAME -H 'Content-Type: application/geo+json' -d @org-units.geojson \\
  'https://YOUR-SERVER/api/organisationUnits/geometry?geoJsonId=false&geoJsonProperty=code&orgUnitProperty=code&dryRun=true'

3. The values:
curl -u YOUR-NAME -H 'Content-Type: application/json' -d @data-values.json \\
  'https://YOUR-SERVER/api/dataValueSets?dryRun=true'
`;
