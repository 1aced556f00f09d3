// Writing rows. usage: node writing.mjs csv|csv-stringify|no-csv|geojson|json-stringify|no-geojson ROWS FILE
import { closeSync, createWriteStream, openSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { Dictionary } from '../../../dist/columns/dictionary.js';
import { csvPieces } from '../../../dist/formats/csv.js';
import { pointPieces } from '../../../dist/formats/geojson.js';
import { tabulateByColumn } from '../../../dist/model/column-rows.js';
import { makeRandom } from '../../../dist/stats/random.js';
import { report } from './report.mjs';

const [way, size, path] = process.argv.slice(2);
const rows = Number(size);
const TYPOLOGIES = ['street', 'bar', 'nightclub', 'brothel', 'hotel', 'home', 'park', 'market'];

// Texts that come again are the same strings, as a table read into columns gives them.
const MUNICIPALITIES = Array.from({ length: 38 }, (_, at) => `Ndushoné ${at + 1}`);
const LANDMARKS = Array.from({ length: 4000 }, (_, at) =>
  at % 10 === 0 ? `Chez "Momo", ${at}` : `Plot ${at}`,
);

/** Texts by row, each distinct one once, as a table that was read holds them. */
function words(textOf) {
  const texts = new Dictionary();
  const codes = Int32Array.from({ length: rows }, (_, row) => texts.codeOfText(textOf(row)));
  const fill = (from, into) => into.set(codes.subarray(from, from + into.length));
  const cells = { kind: 'words', words: { text: (code) => texts.text(code), held: texts.held }, fill };
  // Texts that come again are the same strings.
  const again = texts.size < rows ? Array.from({ length: texts.size }, (_, code) => texts.text(code)) : [];
  return { cells, at: (row) => again[codes[row]] ?? texts.text(codes[row]) };
}

/** Numbers by row. */
function numbers(Room, numberOf) {
  const held = Room.from({ length: rows }, (_, row) => numberOf(row));
  const fill = (from, into) => into.set(held.subarray(from, from + into.length));
  return { cells: { kind: 'numbers', fill }, at: (row) => held[row], held };
}

const random = makeRandom(9);
const degrees = (from, width) => () => Math.round((from + width * random.uniform()) * 1e5) / 1e5;
const low = numbers(Uint8Array, () => random.integer(20));
const high = numbers(Uint8Array, (row) => low.held[row] + random.integer(30));
const [lat, lon] = [numbers(Float64Array, degrees(-3, 2)), numbers(Float64Array, degrees(28, 3))];
const DATA = {
  spot_id: words((row) => `S${1000001 + row}`),
  landmark: words(() => LANDMARKS[random.integer(4000)]),
  municipality: words(() => MUNICIPALITIES[random.integer(38)]),
  population: words(() => 'FSW'),
  typology: words(() => TYPOLOGIES[random.integer(8)]),
  lat,
  lon,
  level: numbers(Uint8Array, () => 2),
  estimate: numbers(Float32Array, (row) => (low.held[row] + high.held[row]) / 2),
  low,
  high,
  visits: numbers(Uint8Array, () => random.integer(9)),
};
const COLUMNS = Object.keys(DATA);
const IN_PROPERTIES = COLUMNS.filter((name) => !['lat', 'lon', 'level', 'visits'].includes(name));
const cellsOf = (names) => names.map((name) => DATA[name].cells);

/** The rows, made as they are asked for. */
function* made() {
  const columns = Object.values(DATA);
  for (let row = 0; row < rows; row += 1) yield columns.map(({ at }) => at(row));
}

function* features() {
  for (let row = 0; row < rows; row += 1) {
    const id = DATA.spot_id.at(row);
    yield {
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [lon.at(row), lat.at(row)] },
      properties: {
        spot_id: id,
        landmark: DATA.landmark.at(row),
        municipality: DATA.municipality.at(row),
        population: DATA.population.at(row),
        typology: DATA.typology.at(row),
        estimate: DATA.estimate.at(row),
        low: low.at(row),
        high: high.at(row),
      },
    };
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

const table = () =>
  tabulateByColumn(
    't',
    COLUMNS.map((name) => ({ name, meaning: '' })),
    () => ({ length: rows, columns: cellsOf(COLUMNS) }),
  );
const points = () => ({
  length: rows,
  names: IN_PROPERTIES,
  columns: cellsOf(IN_PROPERTIES),
  id: cellsOf(['spot_id']),
  position: cellsOf(['lon', 'lat']),
});

const WAYS = {
  csv: () => write(csvPieces(table())),
  'csv-stringify': () =>
    pipeline(Readable.from(made()), stringify({ header: true, columns: COLUMNS }), createWriteStream(path)),
  geojson: () => write(pointPieces(points(), 5)),
  'json-stringify': () => write(serialised()),
  'no-csv': () => {},
  'no-geojson': () => {},
};

/** What it costs only to make the rows, where the writer takes rows, so that writing is compared with writing. */
function idle() {
  const make = { 'csv-stringify': made, 'json-stringify': features }[way];
  if (make === undefined) return 0;
  const makeAll = () => {
    for (const row of make()) if (row === undefined) break;
  };
  makeAll();
  return report.cpu(makeAll);
}
await report(WAYS[way], { less: idle() });
