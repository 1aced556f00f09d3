// Writing rows. usage: node writing.mjs csv|csv-stringify|no-csv|geojson|json-stringify|no-geojson ROWS FILE
import { closeSync, createWriteStream, openSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { csvPieces } from '../../../dist/formats/csv.js';
import { geoJsonPieces } from '../../../dist/formats/geojson.js';
import { makeRandom } from '../../../dist/stats/random.js';
import { report } from './report.mjs';

const [way, size, path] = process.argv.slice(2);
const rows = Number(size);
const COLUMNS = [
  'spot_id',
  'landmark',
  'municipality',
  'population',
  'typology',
  'lat',
  'lon',
  'level',
  'estimate',
  'low',
  'high',
  'visits',
];
const TYPOLOGIES = ['street', 'bar', 'nightclub', 'brothel', 'hotel', 'home', 'park', 'market'];

// Texts that come again are the same strings, as a table read into columns gives them.
const MUNICIPALITIES = Array.from({ length: 38 }, (_, at) => `Ndushoné ${at + 1}`);
const LANDMARKS = Array.from({ length: 4000 }, (_, at) =>
  at % 10 === 0 ? `Chez "Momo", ${at}` : `Plot ${at}`,
);

/** The rows, made as they are asked for. */
function* made() {
  const random = makeRandom(9);
  for (let at = 0; at < rows; at += 1) {
    const low = random.integer(20);
    const high = low + random.integer(30);
    const mark = random.integer(4000);
    yield [
      `S${1000001 + at}`,
      LANDMARKS[mark],
      MUNICIPALITIES[random.integer(38)],
      'FSW',
      TYPOLOGIES[random.integer(8)],
      Math.round((-3 + 2 * random.uniform()) * 1e5) / 1e5,
      Math.round((28 + 3 * random.uniform()) * 1e5) / 1e5,
      2,
      (low + high) / 2,
      low,
      high,
      random.integer(9),
    ];
  }
}

function* features() {
  for (const row of made()) {
    const [id, landmark, municipality, population, typology, lat, lon, , estimate, low, high] = row;
    const properties = { id, landmark, municipality, population, typology, estimate, low, high };
    yield { type: 'Feature', id, geometry: { type: 'Point', coordinates: [lon, lat] }, properties };
  }
}

function write(pieces) {
  const file = openSync(path, 'w');
  for (const piece of pieces) writeSync(file, piece);
  closeSync(file);
}

function* serialised() {
  let text = '{"type":"FeatureCollection","features":[\n';
  let between = '';
  for (const feature of features()) {
    text += between + JSON.stringify(feature);
    between = ',\n';
    if (text.length > 1 << 18) {
      yield text;
      text = '';
    }
  }
  yield `${text}\n]}\n`;
}

const WAYS = {
  csv: () => write(csvPieces({ name: 't', columns: COLUMNS, rows: { [Symbol.iterator]: made } })),
  'csv-stringify': () =>
    pipeline(Readable.from(made()), stringify({ header: true, columns: COLUMNS }), createWriteStream(path)),
  geojson: () => write(geoJsonPieces(features(), 5)),
  'json-stringify': () => write(serialised()),
  'no-csv': makeOnly,
  'no-geojson': makeOnly,
};
/** Only makes the rows, to see what memory they take. */
function makeOnly() {
  for (const row of way.includes('csv') ? made() : features()) if (row === undefined) break;
}

// What it costs only to make the rows is taken off, so that writing is compared with writing.
makeOnly();
const idle = report.cpu(makeOnly);
await report(WAYS[way], { less: idle });
