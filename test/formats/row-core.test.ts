import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../src/columns/dictionary.js';
import { textOf } from '../../src/formats/byte-text.js';
import { csvPieces } from '../../src/formats/csv.js';
import { pointPieces, type PointRows } from '../../src/formats/geojson.js';
import { CORE_SOURCE } from '../../src/formats/row-core-bytes.js';
import { compileCore } from '../../src/io/compile-core.js';
import { CORE } from '../../src/formats/row-core-bytes.js';
import { tabulateByColumn, type NumberCells, type WordCells } from '../../src/model/column-rows.js';

/** Numbers of every kind: empty cells, whole ones, many and few decimals, huge, tiny, below zero, and what lies between. */
const number = fc.oneof(
  fc.constantFrom(
    Number.NaN,
    0,
    -0,
    1,
    9,
    10,
    99,
    100,
    0.5,
    2.5,
    1e-7,
    -1e-7,
    4.35,
    0.05,
    -0.000001,
    1.000001,
  ),
  fc.constantFrom(
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31),
    1 - 2 ** 31,
    1e14,
    1e15,
    1e21,
    5e-324,
    1.7e308,
    99_999_999.5,
  ),
  fc.integer({ min: -1000, max: 100_000 }),
  fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((units) => units / 1e5),
  fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((units) => units / 1e6),
  fc.integer({ min: 0, max: 10 ** 9 }).map((units) => (units + 0.5) / 1e6),
  fc.double({ noDefaultInfinity: true }),
  fc.double({ min: -1e9, max: 1e9 }),
);

/** Words of four scripts, such that need quotation marks or an apostrophe, and long ones. */
const word = fc.oneof(
  fc.constantFrom(
    '',
    'bar',
    'Pejë',
    'Бар',
    'ရန်ကုန်',
    '市场',
    '😀',
    '\ud800',
    'a,b',
    'say "x"',
    '\\',
    '"',
    'x\ny',
  ),
  fc.constantFrom(
    '=1+1',
    '-5',
    '+x',
    '@a',
    ' lead',
    '\t',
    '\r',
    "'",
    '\u0000',
    '\u007f',
    '~',
    'y'.repeat(70_000),
  ),
  fc.string({ maxLength: 20 }),
  fc.integer({ min: 0, max: 99 }).map((at) => `S${at}`),
);

const numbers = (held: readonly number[]): NumberCells => ({
  kind: 'numbers',
  fill: (from, into) => into.set(held.slice(from, from + into.length)),
});

/** Words by row, −1 for none; from where they are held, or from a list. */
function words(held: readonly (string | undefined)[], isHeld: boolean, first = 0): WordCells {
  const texts = new Dictionary();
  for (let at = 0; at < first; at += 1) texts.codeOfText(`${at}:`);
  const codes = held.map((text) => (text === undefined ? -1 : texts.codeOfText(text)));
  return {
    kind: 'words',
    words: { text: (code) => texts.text(code), ...(isHeld ? { held: texts.held } : {}) },
    fill: (from, into) => into.set(codes.slice(from, from + into.length)),
  };
}

const row = fc.record({
  one: number,
  other: number,
  lon: fc.option(fc.double({ min: -180, max: 180, noNaN: true }), { nil: Number.NaN }),
  text: fc.option(word, { nil: undefined }),
  said: fc.option(word, { nil: undefined }),
  id: word,
});

/** CSV and GeoJSON of the rows, by the core or without it; or what was thrown. */
function written(points: PointRows, decimals: number, usesCore: boolean): string[] {
  const columns = points.columns.map((_, at) => ({ name: `c${at}`, meaning: '', of: () => undefined }));
  const table = tabulateByColumn('t', columns, () => points);
  return [
    () => csvPieces(table, decimals, { usesCore }),
    () => pointPieces(points, decimals, { usesCore }),
  ].map((pieces) => {
    try {
      return textOf(pieces());
    } catch (thrown) {
      return String(thrown);
    }
  });
}

function pointsOf(
  rows: readonly Readonly<
    Record<'one' | 'other' | 'lon', number> & Record<'text' | 'said', string | undefined> & { id: string }
  >[],
  first: number,
): PointRows {
  const column = <Name extends keyof (typeof rows)[number]>(name: Name) => rows.map((each) => each[name]);
  return {
    length: rows.length,
    names: ['one', 'text', 'other', 'said', 'i"d'],
    columns: [
      numbers(column('one')),
      words(column('text'), true, first),
      numbers(column('other')),
      words(column('said'), false),
      words(column('id'), true),
    ],
    id: [
      words(column('id'), true, first),
      words(
        column('text').map((text) => text ?? 'none'),
        true,
      ),
    ],
    position: [numbers(column('lon')), numbers(column('lon').map((lon) => lon / 2))],
  };
}

describe('the compiled core of the writers', () => {
  it('runs on this machine, and was compiled from the source that lies beside it', () => {
    expect(compileCore(CORE)).toBeDefined();
    expect(createHash('sha256').update(readFileSync('core/rows.ts')).digest('hex')).toBe(CORE_SOURCE);
  });

  it('writes what is written without it, bit for bit, whatever the numbers and the words', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40 }),
        fc.constantFrom(0, 0, 4090, 5000),
        fc.constantFrom(0, 2, 5, 6, 8, 9),
        (rows, first, decimals) => {
          const points = pointsOf(rows, first);
          expect(written(points, decimals, true)).toEqual(written(points, decimals, false));
        },
      ),
      { numRuns: 500, seed: 1 },
    );
  });

  it('writes numbers as they are written without it', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 0, max: 8 }),
        (all, decimals) => {
          const points = { ...pointsOf([], 0), length: all.length, columns: [numbers(all)] };
          expect(written(points, decimals, true)[0]).toBe(written(points, decimals, false)[0]);
        },
      ),
      { numRuns: 500, seed: 2 },
    );
  });

  it('writes many rows as they are written without it: more than a batch, more words than are kept, few kept together', () => {
    const rows = Array.from({ length: 9000 }, (_, at) => ({
      one: at / 7,
      other: at % 3 === 0 ? Number.NaN : -at,
      lon: at % 50 === 0 ? Number.NaN : (at % 360) - 180,
      text: at % 11 === 0 ? undefined : `word ${at % 5000} ${'long '.repeat(at % 40)}`,
      said: `said, ${at % 4500}`,
      id: at % 1000 === 999 ? `S ${at}` : `S${10_000 + at}`,
    }));
    const points = pointsOf(rows, 0);
    const plain = written(points, 6, false);
    expect(written(points, 6, true)).toEqual(plain);
    expect(plain[0]?.split('\n')).toHaveLength(rows.length + 2);
  });
});
