import { strToU8, zipSync } from 'fflate';
import { loadSql } from '../../src/io/load-sql.js';
import { testWorkbook } from '../support/workbook.js';

/** One of six invented spots. */
export interface InventedSpot {
  readonly spot_id: string;
  readonly population: string;
  readonly municipality: string;
  readonly typology: string;
  readonly lat: string;
  readonly lon: string;
  readonly status: string;
  readonly min: string;
  readonly max: string;
  readonly peak_min: string;
  readonly peak_max: string;
  readonly peak_days: string;
  readonly validated_on: string;
}

const spot = (line: string): InventedSpot => {
  const [
    spot_id,
    population,
    municipality,
    typology,
    lat,
    lon,
    status,
    min,
    max,
    peak_min,
    peak_max,
    peak_days,
    validated_on,
  ] = line.split('|') as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    spot_id,
    population,
    municipality,
    typology,
    lat,
    lon,
    status,
    min,
    max,
    peak_min,
    peak_max,
    peak_days,
    validated_on,
  };
};

/** Six invented spots, some with fields left empty, one with people by the thousand. */
export const SIX: readonly InventedSpot[] = [
  'PR01|FSW|Prishtina|street|42.6629|21.1655|active|4|9|6|14|fri sat|2025-10-03',
  'PR02|MSM|Prishtina|park|42.6571|21.1502|active|12|20|15|35|sat|2025-10-04',
  'FK01|FSW|Fushë Kosova|bar|42.6402|21.0961|active|3|5|||fri|2025-10-05',
  'GJ01|PWID|Gjakova|home|42.3803|20.4308|active|1150|1234|1300|1500||2025-10-06',
  'DE01|FSW|Deçan|bar|42.5401|20.2879|defunct|0|0||||2025-10-07',
  'PZ01|MSM|Prizren|street|42.2139|20.7397|active|7|7|8|12|thu fri sat|2025-10-18',
].map(spot);

export type Field = keyof InventedSpot;
export const FIELDS = Object.keys(SIX[0] ?? {}) as Field[];

const csv = (rows: readonly (readonly string[])[], separator = ',', quoteAll = false) =>
  rows
    .map((row) =>
      row
        .map((cell) => (quoteAll || /[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(separator),
    )
    .join('\n') + '\n';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Split columns of a select_multiple: what an exporter writes for an answer, and for none. */
const split = (days: string, none: string) =>
  DAYS.map((day) => (days === '' ? none : days.split(' ').includes(day) ? '1' : '0'));

const uuid = (at: number) => `0a1b2c3d-0000-4000-8000-00000000000${at}`;

/** KoboToolbox CSV: semicolons, every cell quoted, groups shown with "/", a point in five columns, blank where unanswered. */
export function koboCsv(): Uint8Array {
  const header = [
    'start',
    'spot/spot_id',
    'spot/population',
    'spot/municipality',
    'spot/typology',
    'spot/position',
    'spot/_position_latitude',
    'spot/_position_longitude',
    'spot/_position_altitude',
    'spot/_position_precision',
    'spot/status',
    'counts/min',
    'counts/max',
    'counts/peak_min',
    'counts/peak_max',
    'counts/peak_days',
    ...DAYS.map((day) => `counts/peak_days/${day}`),
    'validated_on',
    '_id',
    '_uuid',
    '_submission_time',
    '_validation_status',
    '_notes',
    '_status',
    '_submitted_by',
    '__version__',
    '_tags',
    '_index',
  ];
  const rows = SIX.map((s, at) => [
    `${s.validated_on}T21:15:00.000+02:00`,
    s.spot_id,
    s.population,
    s.municipality,
    s.typology,
    `${s.lat} ${s.lon} 580.5 4.9`,
    s.lat,
    s.lon,
    '580.5',
    '4.9',
    s.status,
    s.min,
    s.max,
    s.peak_min,
    s.peak_max,
    s.peak_days,
    ...split(s.peak_days, ''),
    s.validated_on,
    String(9000 + at),
    uuid(at),
    `${s.validated_on}T19:20:00`,
    '',
    '',
    'submitted_via_web',
    'invented_user',
    'vAbC',
    '',
    String(at + 1),
  ]);
  return strToU8(csv([header, ...rows], ';', true));
}

/** KoboToolbox workbook: the spots are a repeat on a sheet of their own that points at the main sheet. */
export function koboWorkbook(): Uint8Array {
  const visits = SIX.map((s, at) => [
    s.validated_on,
    s.municipality,
    100 + at,
    uuid(at),
    '2025-10-09T10:00:00',
    '',
    '',
    'submitted_via_web',
    '',
    'v1',
    '',
    at + 1,
  ]);
  const spots = SIX.map((s, at) => [
    s.spot_id,
    s.population,
    s.typology,
    `${s.lat} ${s.lon} 0 4`,
    s.lat,
    s.lon,
    '0',
    '4',
    s.status,
    s.min === '' ? undefined : Number(s.min),
    s.max === '' ? undefined : Number(s.max),
    s.peak_min === '' ? undefined : Number(s.peak_min),
    s.peak_max === '' ? undefined : Number(s.peak_max),
    s.peak_days,
    ...split(s.peak_days, ''),
    at + 1,
    'Visit form',
    at + 1,
    100 + at,
    uuid(at),
    '2025-10-09T10:00:00',
    '',
  ]);
  return testWorkbook({
    'Visit form': [
      [
        'validated_on',
        'municipality',
        '_id',
        '_uuid',
        '_submission_time',
        '_validation_status',
        '_notes',
        '_status',
        '_submitted_by',
        '__version__',
        '_tags',
        '_index',
      ],
      ...visits,
    ],
    spot: [
      [
        'spot/spot_id',
        'spot/population',
        'spot/typology',
        'spot/position',
        'spot/_position_latitude',
        'spot/_position_longitude',
        'spot/_position_altitude',
        'spot/_position_precision',
        'spot/status',
        'spot/min',
        'spot/max',
        'spot/peak_min',
        'spot/peak_max',
        'spot/peak_days',
        ...DAYS.map((day) => `spot/peak_days/${day}`),
        '_index',
        '_parent_table_name',
        '_parent_index',
        '_submission__id',
        '_submission__uuid',
        '_submission__submission_time',
        '_submission__validation_status',
      ],
      ...spots,
    ],
  });
}

/** GeoJSON: properties by name, coordinates lon, lat, alt. */
export function geoJson(): Uint8Array {
  return strToU8(
    JSON.stringify({
      type: 'FeatureCollection',
      name: 'Visit form',
      features: SIX.map(({ lat, lon, ...rest }) => ({
        type: 'Feature',
        geometry: {
          type: 'Point',
          coordinates: [Number(lat), Number(lon), 580].toSpliced(0, 2, Number(lon), Number(lat)),
        },
        properties: Object.fromEntries(
          Object.entries(rest).map(([key, value]) => [key, value === '' ? null : value]),
        ),
      })),
    }),
  );
}

const ODK_ADDED = [
  'KEY',
  'SubmitterID',
  'SubmitterName',
  'AttachmentsPresent',
  'AttachmentsExpected',
  'Status',
  'ReviewState',
  'DeviceID',
  'Edits',
  'FormVersion',
];

const odkAdded = (at: number, review = '', status = '') => [
  `uuid:${uuid(at)}`,
  '7',
  'Invented User',
  '0',
  '0',
  status,
  review,
  'collect:xyz',
  '0',
  '2025',
];

/** ODK Central CSV: SubmissionDate first, groups with "-", a point in four columns, zeros in split columns never asked. */
export function odkCsv(): Uint8Array {
  const header = [
    'SubmissionDate',
    'spot-spot_id',
    'spot-population',
    'spot-municipality',
    'spot-typology',
    'spot-position-Latitude',
    'spot-position-Longitude',
    'spot-position-Altitude',
    'spot-position-Accuracy',
    'spot-status',
    'counts-min',
    'counts-max',
    'counts-peak_min',
    'counts-peak_max',
    'counts-peak_days',
    ...DAYS.map((day) => `counts-peak_days/${day}`),
    'validated_on',
    ...ODK_ADDED,
  ];
  const rows = SIX.map((s, at) => [
    `${s.validated_on}T19:20:00.000Z`,
    s.spot_id,
    s.population,
    s.municipality,
    s.typology,
    s.lat,
    s.lon,
    '580',
    '4.9',
    s.status,
    s.min,
    s.max,
    s.peak_min,
    s.peak_max,
    s.peak_days,
    ...split(s.peak_days, '0'),
    s.validated_on,
    ...odkAdded(at, at === 0 ? 'approved' : ''),
  ]);
  return strToU8(csv([header, ...rows]));
}

/** ODK Central zip: the spots are a repeat in a file of their own. */
export function odkZip(): Uint8Array {
  const main = [
    ['SubmissionDate', 'visit-validated_on', 'visit-municipality', ...ODK_ADDED],
    ...SIX.map((s, at) => ['2025-10-09T10:00:00.000Z', s.validated_on, s.municipality, ...odkAdded(at)]),
  ];
  const spots = [
    [
      'spot_id',
      'population',
      'typology',
      'position-Latitude',
      'position-Longitude',
      'position-Altitude',
      'position-Accuracy',
      'status',
      'min',
      'max',
      'peak_min',
      'peak_max',
      'peak_days',
      'PARENT_KEY',
      'KEY',
    ],
    ...SIX.map((s, at) => [
      s.spot_id,
      s.population,
      s.typology,
      s.lat,
      s.lon,
      '',
      '',
      s.status,
      s.min,
      s.max,
      s.peak_min,
      s.peak_max,
      s.peak_days,
      `uuid:${uuid(at)}`,
      `uuid:${uuid(at)}/spot[1]`,
    ]),
  ];
  return zipSync({ 'visits.csv': strToU8(csv(main)), 'visits-spot.csv': strToU8(csv(spots)) });
}

const answerOrDashes = (text: string) => (text === '' ? '---' : text);

/** CommCare workbook: questions by path, "---" where there is no answer, the position in one cell. */
export function commCare(): Uint8Array {
  return testWorkbook({
    Forms: [
      [
        'number',
        'formid',
        'form.spot.spot_id',
        'form.spot.population',
        'form.spot.municipality',
        'form.spot.typology',
        'form.spot.position',
        'form.spot.status',
        'form.counts.min',
        'form.counts.max',
        'form.counts.peak_min',
        'form.counts.peak_max',
        'form.counts.peak_days',
        'form.validated_on',
        'completed_time',
        'started_time',
        'username',
        'received_on',
        'form_link',
      ],
      ...SIX.map((s, at) => [
        at,
        uuid(at),
        s.spot_id,
        s.population,
        s.municipality,
        s.typology,
        `${s.lat} ${s.lon} 580.0 4.5`,
        s.status,
        answerOrDashes(s.min),
        answerOrDashes(s.max),
        answerOrDashes(s.peak_min),
        answerOrDashes(s.peak_max),
        answerOrDashes(s.peak_days),
        s.validated_on,
        '2025-10-09 10:00:00',
        '2025-10-09 09:50:00',
        'invented',
        '2025-10-09 10:01:00',
        'https://example.invalid/form',
      ]),
    ],
  });
}

/** REDCap CSV: raw codes, check boxes as field___code, and a completion column for the instrument. */
export function redcapCsv(): Uint8Array {
  return strToU8(
    csv([
      [
        'record_id',
        'spot_id',
        'population',
        'municipality',
        'typology',
        'lat',
        'lon',
        'status',
        'min',
        'max',
        'peak_min',
        'peak_max',
        ...DAYS.map((_, at) => `peak_days___${at + 1}`),
        'validated_on',
        'spot_complete',
      ],
      ...SIX.map((s, at) => [
        String(at + 1),
        s.spot_id,
        String(['FSW', 'MSM', 'PWID'].indexOf(s.population) + 1),
        s.municipality,
        s.typology,
        s.lat,
        s.lon,
        s.status,
        s.min,
        s.max,
        s.peak_min,
        s.peak_max,
        ...split(s.peak_days, '0'),
        s.validated_on,
        '2',
      ]),
    ]),
  );
}

/** REDCap data dictionary: eighteen columns, choices as "1, Monday | 2, Tuesday". */
export function redcapDictionary(): Uint8Array {
  const columns = [
    'Variable / Field Name',
    'Form Name',
    'Section Header',
    'Field Type',
    'Field Label',
    'Choices, Calculations, OR Slider Labels',
    'Field Note',
    'Text Validation Type OR Show Slider Number',
    'Text Validation Min',
    'Text Validation Max',
    'Identifier?',
    'Branching Logic (Show field only if...)',
    'Required Field?',
    'Custom Alignment',
    'Question Number (surveys only)',
    'Matrix Group Name',
    'Matrix Ranking?',
    'Field Annotation',
  ];
  const field = (name: string, type: string, label: string, choices = '') => [
    name,
    'spot',
    '',
    type,
    label,
    choices,
    ...columns.slice(6).map(() => ''),
  ];
  return strToU8(
    csv([
      columns,
      field('record_id', 'text', 'Record'),
      field('spot_id', 'text', 'Spot'),
      field('population', 'radio', 'Who', '1, FSW | 2, MSM | 3, PWID'),
      field(
        'peak_days',
        'checkbox',
        'Busiest days',
        '1, Monday | 2, Tuesday | 3, Wednesday | 4, Thursday | 5, Friday | 6, Saturday | 7, Sunday',
      ),
    ]),
  );
}

const ELEMENTS: readonly Field[] = [
  'spot_id',
  'population',
  'typology',
  'status',
  'min',
  'max',
  'peak_min',
  'peak_max',
  'peak_days',
  'validated_on',
];
const UNITS = [...new Set(SIX.map(({ municipality }) => municipality))];
const elementId = (at: number) => `deInvent${String(at).padStart(3, '0')}`;
const unitId = (at: number) => `ouInvent${String(at).padStart(3, '0')}`;

/** DHIS2 events: one row a data value, nothing where there is no value, names as identifiers. */
export function dhis2Csv(): Uint8Array {
  return strToU8(
    csv([
      [
        'event',
        'status',
        'program',
        'programStage',
        'enrollment',
        'orgUnit',
        'occurredAt',
        'scheduledAt',
        'geometry',
        'latitude',
        'longitude',
        'followUp',
        'deleted',
        'createdAt',
        'dataElement',
        'value',
        'storedBy',
        'providedElsewhere',
      ],
      ...SIX.flatMap((s, at) =>
        ELEMENTS.flatMap((element, number) =>
          s[element] === ''
            ? []
            : [
                [
                  `evInvent00${at}`,
                  'COMPLETED',
                  'p',
                  's',
                  '',
                  unitId(UNITS.indexOf(s.municipality)),
                  `${s.validated_on}T00:00:00.000`,
                  '',
                  `POINT (${s.lon} ${s.lat})`,
                  '',
                  '',
                  'false',
                  'false',
                  '2025-10-09',
                  elementId(number),
                  s[element],
                  'invented',
                  'false',
                ],
              ],
        ),
      ),
    ]),
  );
}

/** What DHIS2 says its identifiers mean. */
export function dhis2Metadata(): Uint8Array {
  return strToU8(
    JSON.stringify({
      dataElements: ELEMENTS.map((code, at) => ({ id: elementId(at), code, name: `Mapping ${code}` })),
      organisationUnits: UNITS.map((name, at) => ({ id: unitId(at), name })),
    }),
  );
}

const grouped = (text: string, sign: string) => text.replace(/(\d)(\d{3})$/, `$1${sign}$2`);
const dotted = (day: string) => day.split('-').toReversed().join('.');

const padded = (cells: readonly string[]) => [...cells, ...FIELDS.slice(cells.length).map(() => '')];

/** CSV as an Excel with Albanian settings saves it: sep= line, semicolons, decimal commas, dotted dates, titles and a total. */
export function handCsv(): Uint8Array {
  const total = (field: Field) => String(SIX.reduce((sum, s) => sum + Number(s[field]), 0));
  return strToU8(
    `\ufeffsep=;\r\n${csv(
      [
        padded(['Vendet e hartëzuara, tetor 2025']),
        [
          'Kodi',
          'Grupi',
          'Komuna',
          'Lloji',
          'Latitude',
          'Longitude',
          'Status',
          'Min',
          'Max',
          'Peak min',
          'Peak max',
          'Peak days',
          'Validated on',
        ],
        ...SIX.map((s) => [
          s.spot_id,
          s.population,
          s.municipality,
          s.typology,
          s.lat.replace('.', ','),
          s.lon.replace('.', ','),
          s.status,
          grouped(s.min, '.'),
          grouped(s.max, '.'),
          grouped(s.peak_min, '.'),
          grouped(s.peak_max, '.'),
          albanian(s.peak_days),
          dotted(s.validated_on),
        ]),
        [
          'Gjithsej',
          '',
          '',
          '',
          '',
          '',
          '',
          grouped(total('min'), '.'),
          grouped(total('max'), '.'),
          '',
          '',
          '',
          '',
        ],
      ],
      ';',
    ).replaceAll('\n', '\r\n')}`,
  );
}

const albanian = (days: string) =>
  days
    .replace('thu', 'e enjte')
    .replace('fri', 'e premte')
    .replace('sat', 'e shtunë')
    .replaceAll(/ (?=e )/g, ', ');

const sexagesimal = (degrees: string, letter: string) => {
  const seconds = Math.round(Number(degrees) * 360_000);
  return `${Math.floor(seconds / 360_000)}°${Math.floor((seconds % 360_000) / 6000)}'${((seconds % 6000) / 100).toFixed(2)}"${letter}`;
};

/** A workbook by hand: a title above the header, positions in degrees, minutes and seconds, ranges in one cell. */
export function handWorkbook(): Uint8Array {
  return testWorkbook({
    Spots: [
      ['Spots of the mapping'],
      [],
      [
        'Hotspot code',
        'KP',
        'Municipality',
        'Type',
        'Position',
        'Status',
        'Number of people',
        'Peak number',
        'Peak days',
        'Visit date',
      ],
      ...SIX.map((s) => [
        s.spot_id,
        s.population,
        s.municipality,
        s.typology,
        `${sexagesimal(s.lat, 'N')} ${sexagesimal(s.lon, 'E')}`,
        s.status,
        `${s.min}–${s.max}`,
        s.peak_min === '' ? '' : `${s.peak_min} deri ${s.peak_max}`,
        s.peak_days,
        s.validated_on,
      ]),
    ],
    Notes: [['Written by hand']],
  });
}

const american = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}/${day.slice(0, 4)}`;

/** A Google Sheets CSV: commas, CRLF, no mark, dates as the sheet's locale shows them (month first, some day above 12). */
export function sheetsCsv(): Uint8Array {
  return strToU8(
    csv([
      FIELDS,
      ...SIX.map((s) =>
        FIELDS.map((field) =>
          field === 'validated_on'
            ? american(s.validated_on)
            : ['min', 'max', 'peak_min', 'peak_max'].includes(field)
              ? grouped(s[field], ',')
              : s[field],
        ),
      ),
    ]).replaceAll('\n', '\r\n'),
  );
}

/** HXL: titles, then headers for people, then tags for programs. */
export function hxlCsv(): Uint8Array {
  const tags: Readonly<Record<Field, string>> = {
    spot_id: '#loc+code',
    population: '#affected+type',
    municipality: '#adm2+name',
    typology: '#loc+type',
    lat: '#geo+lat',
    lon: '#geo+lon',
    status: '#status',
    min: '#affected+min',
    max: '#affected+max',
    peak_min: '#affected+peak_min',
    peak_max: '#affected+peak_max',
    peak_days: '#date+peak_days',
    validated_on: '#date',
  };
  return strToU8(
    csv([
      FIELDS.map((field) => `The ${field} column`),
      FIELDS.map((field) => tags[field]),
      ...SIX.map((s) => FIELDS.map((field) => s[field])),
    ]),
  );
}

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** KML with ExtendedData, a description in HTML and styles. */
export function kml(): Uint8Array {
  const marks = SIX.map(
    ({ spot_id, lat, lon, ...rest }) =>
      `<Placemark><name>${spot_id}</name><description><![CDATA[<b>not ${spot_id}</b>]]></description><styleUrl>#a</styleUrl><ExtendedData>${Object.entries(
        rest,
      )
        .map(([name, value]) => `<Data name="${name}"><value>${xml(value)}</value></Data>`)
        .join('')}</ExtendedData><Point><coordinates>${lon},${lat},0</coordinates></Point></Placemark>`,
  );
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Style id="a"><IconStyle><scale>1</scale></IconStyle></Style><Folder><name>Prishtina</name>${marks.join('\n')}</Folder></Document></kml>\n`,
  );
}

export const kmz = (): Uint8Array => zipSync({ 'files/readme.txt': strToU8('x'), 'doc.kml': kml() });

/** GPX 1.1 waypoints: name, type and position are all it holds. */
export function gpx(): Uint8Array {
  const points = SIX.map(
    (s) =>
      `<wpt lat="${s.lat}" lon="${s.lon}"><ele>580</ele><name>${s.spot_id}</name><desc>${s.min} to ${s.max}</desc><sym>Flag</sym><type>${s.typology}</type></wpt>`,
  );
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">${points.join('\n')}<trk><name>walk</name><trkseg><trkpt lat="42.6" lon="21.1"/><trkpt lat="42.7" lon="21.2"/></trkseg></trk></gpx>\n`,
  );
}

/** A geometry as GeoPackage binary: head without envelope, then a little-endian point. */
function geoPackagePoint(lon: number, lat: number): Uint8Array {
  const bytes = new Uint8Array(8 + 21);
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, 1]);
  view.setInt32(4, 4326, true);
  view.setUint8(8, 1);
  view.setUint32(9, 1, true);
  view.setFloat64(13, lon, true);
  view.setFloat64(21, lat, true);
  return bytes;
}

/** A GeoPackage with one layer of points in the given reference system. */
export async function geoPackage(reference = 4326): Promise<Uint8Array> {
  const sql = await loadSql();
  if (sql === undefined) throw new Error('the tests need the package sql.js');
  const database = sql.open();
  const fields = FIELDS.filter((field) => field !== 'lat' && field !== 'lon');
  database.run('pragma application_id = 1196444487; pragma user_version = 10300;');
  database.run(
    `create table gpkg_contents (table_name text primary key, data_type text, identifier text, srs_id integer)`,
  );
  database.run(
    `create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer, z integer, m integer)`,
  );
  database.run(`insert into gpkg_contents values ('spots', 'features', 'spots', ?)`, [reference]);
  database.run(`insert into gpkg_geometry_columns values ('spots', 'geom', 'POINT', ?, 0, 0)`, [reference]);
  database.run(
    `create table spots (fid integer primary key, geom blob, ${fields.map((field) => `"${field}" text`).join(', ')})`,
  );
  for (const s of SIX) {
    database.run(`insert into spots values (null, ?, ${fields.map(() => '?').join(', ')})`, [
      geoPackagePoint(Number(s.lon), Number(s.lat)),
      ...fields.map((field) => (s[field] === '' ? null : s[field])),
    ]);
  }
  const bytes = database.export();
  database.close();
  return bytes;
}
