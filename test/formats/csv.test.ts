import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defuse, readCsv, writeCsv } from '../../src/formats/csv.js';
import { located } from '../support/study.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readCsv(bytes(text), 't.csv');

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const data = new DataView(new ArrayBuffer(2 * text.length + 2));
  data.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1) data.setUint16(2 * at + 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(data.buffer);
}

describe('the strict reader', () => {
  it('keeps the line of every row, after cells with line ends too', () => {
    const { table } = read('a,b\n1,"x\ny"\n\n2,z\r\n3,w');
    expect(table?.rows).toEqual([
      ['1', 'x\ny'],
      ['2', 'z'],
      ['3', 'w'],
    ]);
    expect(table?.lines).toEqual([2, 5, 6]);
  });

  it.each([
    ['a ragged row', 'a,b\n1,2\n3\n4,5,6\n', ['row-ragged t.csv:3', 'row-ragged t.csv:4']],
    ['a quote never closed, at the line it opens', 'a,b\n1,2\n3,"x\n4,5\n6,7\n', ['quote-unclosed t.csv:3']],
    ['text after a closed quote', 'a,b\n1,2\n"x"y,5\n', ['quote-stray t.csv:3']],
    ['a quote inside a cell', 'a,b\n1,x"y\n', ['quote-stray t.csv:2']],
    ['an empty file', '', ['header-missing t.csv']],
    ['blank lines only', '\n\n', ['header-missing t.csv']],
    ['a cell of 70,000 letters', `a,b\n1,${'x'.repeat(70_000)}\n`, ['field-too-long t.csv:2:b']],
    ['a row of two million letters', `a,b\n1,"${'x'.repeat(2_000_000)}"\n`, ['field-too-long t.csv:2']],
  ])('locates %s', (_what, text, issues) => {
    expect(located(read(text).issues)).toEqual(issues);
  });

  it('locates bytes that are no UTF-8, and NUL bytes', () => {
    const latin = Uint8Array.from([...bytes('a,b\n1,2\n3,Pe'), 0xeb, ...bytes('\n')]);
    expect(located(readCsv(latin, 't.csv').issues)).toEqual(['encoding-invalid t.csv:3']);
    expect(located(read('a,b\n1,2\n3,x\0y\n').issues)).toEqual(['nul-byte t.csv:3']);
  });

  it('refuses a workbook and says what to do', () => {
    const { table, issues } = readCsv(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'spots.xlsx');
    expect(table).toBeUndefined();
    expect(issues[0]?.code).toBe('not-a-text-table');
    expect(issues[0]?.fix).toContain('CSV UTF-8');
  });

  it.each([
    ['UTF-16 little-endian', utf16('a;b\n1;ë\n', true)],
    ['UTF-16 big-endian', utf16('a;b\n1;ë\n', false)],
    ['UTF-8 with mark', bytes('\ufeffa;b\n1;ë\n')],
  ])('reads %s and says so', (_what, data) => {
    const { table, issues } = readCsv(data, 't.csv');
    expect(table?.rows).toEqual([['1', 'ë']]);
    expect(issues.map((issue) => issue.code)).toEqual(['dialect']);
    expect(issues[0]?.message).toContain('semicolons');
  });

  it('finds the delimiter in the header, also after a sep= line', () => {
    expect(read('a\tb\n1\t2,5\n').table?.rows).toEqual([['1', '2,5']]);
    const hinted = read('sep=;\na;b\n1;2\n');
    expect(hinted.table?.rows).toEqual([['1', '2']]);
    expect(hinted.table?.lines).toEqual([3]);
    expect(read('"a,x";b\n1;2\n').table?.columns).toEqual(['a,x', 'b']);
  });
});

/** The cases by which readers of CSV are compared, each written here. */
describe('the ways CSV is written', () => {
  it.each<[string, string, string[], string[][]]>([
    ['simple', 'a,b,c\n1,2,3\n', ['a', 'b', 'c'], [['1', '2', '3']]],
    ['simple, CR LF', 'a,b,c\r\n1,2,3\r\n', ['a', 'b', 'c'], [['1', '2', '3']]],
    ['a comma in quotes', 'name,town\nAna,"Old, Town"\n', ['name', 'town'], [['Ana', 'Old, Town']]],
    [
      'empty cells',
      'a,b,c\n1,"",""\n2,3,4\n',
      ['a', 'b', 'c'],
      [
        ['1', '', ''],
        ['2', '3', '4'],
      ],
    ],
    [
      'empty cells, CR LF',
      'a,b,c\r\n1,,""\r\n2,3,4\r\n',
      ['a', 'b', 'c'],
      [
        ['1', '', ''],
        ['2', '3', '4'],
      ],
    ],
    [
      'escaped quotes',
      'a,b\n1,"a ""b"" c"\n3,4\n',
      ['a', 'b'],
      [
        ['1', 'a "b" c'],
        ['3', '4'],
      ],
    ],
    [
      'JSON',
      'key,value\n1,"{""type"": ""Point"", ""at"": [1, 2]}"\n',
      ['key', 'value'],
      [['1', '{"type": "Point", "at": [1, 2]}']],
    ],
    [
      'line ends in cells',
      'a,b\n"One\ntwo",2\n"three\n",4\n',
      ['a', 'b'],
      [
        ['One\ntwo', '2'],
        ['three\n', '4'],
      ],
    ],
    ['line ends in cells, CR LF', 'a,b\r\n"One\r\ntwo",2\r\n', ['a', 'b'], [['One\r\ntwo', '2']]],
    [
      'quotes and line ends',
      'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
      ['a', 'b'],
      [
        ['1', 'ha \n"ha" \nha'],
        ['3', '4'],
      ],
    ],
    [
      'letters beyond ASCII',
      'a,b\n1,ʤ\n2,ရန်ကုန်\n',
      ['a', 'b'],
      [
        ['1', 'ʤ'],
        ['2', 'ရန်ကုန်'],
      ],
    ],
  ])('%s', (_what, text, columns, rows) => {
    const { table, issues } = read(text);
    expect(issues).toEqual([]);
    expect(table?.columns).toEqual(columns);
    expect(table?.rows).toEqual(rows);
  });
});

describe('the writer', () => {
  it.each([
    '=1+1',
    '+1',
    '-cmd',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    ' =1',
    '\u00a0=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
  ])('defuses %j', (text) => {
    expect(defuse(text)).toBe(`'${text}`);
  });

  it('leaves numbers numbers and plain text plain', () => {
    const table = {
      name: 't',
      columns: ['lon', 'name'],
      rows: [
        [-21.5, 'Pejë'],
        [undefined, 'a,b'],
      ],
    };
    expect(writeCsv(table)).toBe('lon,name\n-21.5,Pejë\n,"a,b"\n');
  });

  it('writes what the reader gives back', () => {
    const sign = fc.oneof(
      { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.constantFrom('"', '""', ',', ';', '\n', '\r\n', '\r', ' ', '\t') },
      { weight: 1, arbitrary: fc.constantFrom('ရန်', 'Пе', 'שלום', 'عربي', 'ë', '中', '🏳️‍🌈') },
    );
    const cell = fc
      .array(sign, { maxLength: 12 })
      .map((signs) => signs.join(''))
      .filter((text) => defuse(text) === text && !text.includes('\0'));
    const row = fc.tuple(
      cell,
      cell.map((text) => `x${text}`),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const text = writeCsv({ name: 't', columns: ['first', 'second'], rows });
        const again = read(text);
        expect(again.issues).toEqual([]);
        expect(again.table?.rows).toEqual(rows);
      }),
      { numRuns: 1000, seed: 3 },
    );
  });
});
