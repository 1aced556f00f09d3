import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/formats/byte-text.js';
import { csvPieces, defuse, writeCsv } from '../../src/formats/csv.js';
import { windRing, writeGeoJson, type Feature } from '../../src/formats/geojson.js';
import { formatNumber } from '../../src/formats/number.js';
import type { Ring } from '../../src/model/boundary.js';
import type { Cell, Table } from '../../src/model/table.js';

const RUNS = { numRuns: 2000, seed: 6 };

/** What csv-stringify makes of the table once its cells are text. */
function stringified(table: Table, decimals: number): string {
  const text = (cell: Cell) =>
    cell === undefined ? '' : typeof cell === 'number' ? formatNumber(cell, decimals) : defuse(cell);
  return stringify([table.columns, ...table.rows.map((row) => row.map(text))]);
}

const json = (value: Cell) =>
  value === undefined ? 'null' : typeof value === 'number' ? formatNumber(value, 6) : JSON.stringify(value);

/** The layout of a feature with every value written by JSON.stringify. */
function serialised(features: readonly Feature[], decimals: number): string {
  const position = ([longitude, latitude]: readonly number[]) =>
    `[${formatNumber(longitude ?? 0, decimals)},${formatNumber(latitude ?? 0, decimals)}]`;
  const line = (positions: readonly (readonly number[])[]) => `[${positions.map(position).join(',')}]`;
  const coordinates = ({ geometry }: Feature) => {
    if (geometry.type === 'Point') return position(geometry.coordinates);
    if (geometry.type === 'LineString') return line(geometry.coordinates);
    const polygons = geometry.coordinates.map((rings) =>
      rings.map((ring, at) => line(windRing(ring, at === 0))),
    );
    return `[${polygons.map((rings) => `[${rings.join(',')}]`).join(',')}]`;
  };
  const lines = features.map((feature) => {
    const properties = Object.entries(feature.properties).map(
      ([key, value]) => `${JSON.stringify(key)}: ${json(value)}`,
    );
    const geometry = `{"type": "${feature.geometry.type}", "coordinates": ${coordinates(feature)}}`;
    return `    {"type": "Feature", "id": ${JSON.stringify(feature.id)}, "geometry": ${geometry}, "properties": {${properties.join(', ')}}}`;
  });
  return `{\n  "type": "FeatureCollection",\n  "features": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** Text with what is special to a spreadsheet, to CSV, to JSON and to UTF-8; no half of a surrogate pair. */
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc
    .array(
      fc.constantFrom(...Array.from('=+-@\t\r\n ,;"\'\\/aé\u00a0\ufeff＝＋－＠\u0000\u001f\u007f\u2028မ😀')),
      {
        maxLength: 6,
      },
    )
    .map((signs) => signs.join('')),
);
const number = fc.oneof(
  fc.integer(),
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -99_999_999, max: 99_999_999 }).map((units) => units / 1e6),
  fc.integer({ min: -9999, max: 9999 }).map((units) => units / 8),
  fc.double({ noNaN: true, min: -200, max: 200 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 0.5, 4.35, 1.0000005, 99_999_999.9999995, 1e8, 2 ** 31, 2 ** 53, 1e21, -1e-7, 6e8),
);
const cell = fc.option(fc.oneof(text, number), { nil: undefined });

describe('the CSV writer', () => {
  it('writes byte for byte what csv-stringify does', () => {
    const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.record({
        name: fc.constant('t'),
        columns: fc.array(text, { minLength: width, maxLength: width }),
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
      }),
    );
    fc.assert(
      fc.property(table, fc.integer({ min: 0, max: 7 }), (each, decimals) => {
        expect(writeCsv(each, decimals)).toBe(stringified(each, decimals));
      }),
      RUNS,
    );
  });

  it('hands a long table over in pieces that no sign falls between', () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => [at, `Ndushoné ${at}`, at / 8]);
    const table = { name: 't', columns: ['a', 'b', 'c'], rows };
    const pieces = [...csvPieces(table)];
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.every((piece) => new TextDecoder('utf-8', { fatal: true }).decode(piece) !== '')).toBe(
      true,
    );
    expect(textOf(pieces)).toBe(stringified(table, 6));
  });

  it.each([Number.NaN, Infinity, -Infinity])('refuses %s', (value) => {
    expect(() => writeCsv({ name: 't', columns: ['a'], rows: [[value]] })).toThrow(RangeError);
  });
});

describe('the GeoJSON writer', () => {
  const degrees = fc.tuple(
    fc.double({ noNaN: true, min: -180, max: 180 }),
    fc.double({ noNaN: true, min: -90, max: 90 }),
  );
  const ring = fc
    .array(degrees, { minLength: 3, maxLength: 6 })
    .map((positions) => [...positions, positions[0]] as unknown as Ring);
  const geometry = fc.oneof(
    degrees.map((coordinates) => ({ type: 'Point' as const, coordinates })),
    fc.array(degrees, { maxLength: 4 }).map((coordinates) => ({ type: 'LineString' as const, coordinates })),
    fc
      .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { maxLength: 2 })
      .map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
  );
  const feature = fc.record({
    id: text,
    geometry,
    properties: fc.dictionary(text, cell, { maxKeys: 4, noNullPrototype: true }),
  });

  it('writes byte for byte what JSON.stringify makes of every value', () => {
    fc.assert(
      fc.property(
        fc.array(feature, { maxLength: 4 }),
        fc.integer({ min: 0, max: 7 }),
        (features, decimals) => {
          const written = writeGeoJson(features, decimals);
          expect(written).toBe(serialised(features, decimals));
          expect(() => JSON.parse(written) as unknown).not.toThrow();
        },
      ),
      RUNS,
    );
  });
});

describe('text as bytes', () => {
  it('has U+FFFD for half of a surrogate pair, as TextEncoder has', () => {
    const written = writeCsv({ name: 't', columns: ['a\ud800b', '\udc00'], rows: [] });
    expect(new TextEncoder().encode(written)).toEqual(new TextEncoder().encode('a\ud800b,\udc00\n'));
  });
});
