import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InputTable } from '../../src/model/columns.js';
import { PLACES } from '../../src/model/tables/places.js';
import { REPORTS } from '../../src/model/tables/reports.js';
import { SPOTS } from '../../src/model/tables/spots.js';
import { WORKERS } from '../../src/model/tables/workers.js';
import { readColumns } from '../../src/study/read-columns.js';
import { readTable } from '../../src/study/read-table.js';

const encoder = new TextEncoder();

/** The bytes in pieces of the given lengths, again and again. */
function* inPieces(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = Math.max(1, lengths[turn % lengths.length] ?? 1);
    yield bytes.slice(at, at + length);
    at += length;
  }
}

/** Reads the same bytes all three ways, by the reference, with the compiled core and without it, and expects the same rows and the same issues. */
async function expectSame(
  bytes: Uint8Array,
  {
    table = SPOTS,
    lengths = [1 << 20],
    headers = {},
  }: {
    readonly table?: InputTable;
    readonly lengths?: readonly number[];
    readonly headers?: Record<string, string>;
  } = {},
): Promise<void> {
  const reference = readTable(table, { bytes, file: 't.csv', headers });
  for (const usesCore of [true, false]) {
    const chunks = inPieces(bytes, lengths);
    const size = usesCore ? bytes.length : undefined;
    const source = { file: 't.csv', chunks, size, headers, keepsExtra: true, usesCore };
    const reading = await readColumns(table, source);
    expect(reading.issues).toEqual(reference.issues);
    expect(reading.table.rows).toEqual(reference.rows);
  }
}

const HOSTILE_CELLS = [
  '',
  ' ',
  '0',
  '00',
  '7',
  '12',
  '-3',
  '+5',
  '-0',
  '1.5',
  '1.',
  '.5',
  '1e3',
  '0x10',
  '10-15',
  '12 ',
  ' 12',
  '<5',
  '999999999999999',
  '9999999999999999',
  '0.1234567890123456',
  '42.123456',
  '-181',
  '91',
  '4,5',
  '1 000',
  'NaN',
  'FSW',
  'MSM',
  'Pejë',
  'Peje\u0308',
  ' Pejë ',
  'é',
  'e\u0301',
  '\u00a0',
  '\ufeff',
  'x'.repeat(300),
  'L1',
  'l2',
  'level 2',
  '2',
  'active',
  'Defunct',
  'geo',
  'fri sat',
  'sat fri',
  '2024-02-29',
  '2023-02-29',
  '20:00-02:00',
  'yes',
  'no',
  '=1+1',
  '#',
  '# x',
  'a"b',
  '"',
  '""',
  '"""',
  '"a"',
  '"a""b"',
  '"a,b"',
  '"x\ny"',
  '"x\r\ny"',
  '"x\ry"',
  '"a"b',
  '"open',
  '"12"',
  '" 12 "',
  '"FSW"',
  '\r',
  'a\rb',
  '😀',
  '\u2028',
  'S1',
  'S2',
  'S3',
];
const HEADERS = [
  'spot_id',
  'population',
  'municipality',
  'typology',
  'mode',
  'lat',
  'lon',
  'status',
  'level',
  'min',
  'max',
  'usual',
  'peak_max',
  'weekend',
  'mon',
  'peak_days',
  'hours',
  'validated_on',
  'languages',
  'security_level',
  'spot',
  'kp',
  'town',
  'notes',
  'name',
  '',
  'Notes',
  'lattitude',
  '"min"',
  ' max ',
  'two\nlines',
];

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('S1', 'S2', 'FSW', '5', '10', '42.5', '20.25', 'bar', '') },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_CELLS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const ending = fc.constantFrom('\n', '\n', '\n', '\n', '\n', '\r\n', '\r\n', '\r', '\n\n', '\n,,\n', '\n \n');
const row = (width: number) => fc.array(cell, { minLength: Math.max(1, width - 1), maxLength: width + 1 });

const file = fc
  .uniqueArray(fc.constantFrom(...HEADERS), { minLength: 1, maxLength: 7 })
  .chain((header) => {
    const width = header.length;
    const rows = fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 8, arbitrary: fc.array(cell, { minLength: width, maxLength: width }) },
          { weight: 1, arbitrary: row(width) },
        ),
        ending,
      ),
      { maxLength: 12 },
    );
    const before = fc.constantFrom(
      '',
      '',
      '',
      '',
      '\ufeff',
      '# said\n',
      '# a\n# b\nsep=,\n',
      'sep=;\n',
      '\n',
      ' , \n',
    );
    return fc.tuple(
      before,
      fc.constant(header),
      fc.constantFrom('\n', '\n', '\r\n', '\r'),
      rows,
      fc.boolean(),
    );
  })
  .map(([before, header, first, rows, isTerminated]) => {
    const text = rows.map(([cells, end]) => cells.join(',') + end).join('');
    return before + header.join(',') + first + (isTerminated ? text : text.replace(/[\r\n]+$/, ''));
  });

describe('reading by column', () => {
  it('gives the rows and issues of the reference on random and hostile files, in pieces of any length', async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
        async (text, lengths) => {
          await expectSame(encoder.encode(text), { lengths: [...lengths, 1 << 20] });
        },
      ),
      { numRuns: 300, seed: 6 },
    );
  });

  it('gives the same on arbitrary bytes', async () => {
    const bytes = fc.array(
      fc.constantFrom(0x2c, 0x0a, 0x0d, 0x22, 0x20, 0x31, 0x61, 0xc3, 0xa9, 0x80, 0x00, 0xff, 0x2d, 0x2e),
      {
        maxLength: 60,
      },
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (tail, isHeaded) => {
        const head = isHeaded ? [...encoder.encode('spot_id,min,x\nS1,5,y\n')] : [];
        await expectSame(Uint8Array.from([...head, ...tail]));
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('gives the same when hostile rows stand in a long table, wherever the pieces are cut', async () => {
    const plain = Array.from(
      { length: 1000 },
      (_, at) => `S${at},FSW,Town ${at % 7},${at % 30},${(at % 30) + 4},${'said '.repeat(60)}${at % 11}`,
    );
    const header = 'spot_id,population,municipality,min,max,notes';
    const odd = fc.tuple(
      fc.integer({ min: 0, max: 999 }),
      fc.array(cell, { minLength: 5, maxLength: 7 }),
      ending,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(odd, { maxLength: 6 }),
        fc.array(fc.integer({ min: 2000, max: 90_000 }), { minLength: 1, maxLength: 4 }),
        async (rows, lengths) => {
          const lines = plain.map((line) => `${line}\n`);
          for (const [at, cells, end] of rows) lines[at] = cells.join(',') + end;
          await expectSame(encoder.encode(`${header}\n${lines.join('')}`), { lengths });
        },
      ),
      { numRuns: 12, seed: 8 },
    );
  });

  it.each([
    ['two quoted line ends', 'spot_id,notes,min\n"S\n1","a\r\nb",3\nS2,x,4\n'],
    ['a cell of 70,000 letters', `spot_id,min,notes\nS1,2,${'x'.repeat(70_000)}\nS2,3,y\n`],
    ['a row of two million letters', `spot_id,notes\nS1,"${'x'.repeat(2_000_000)}"\n`],
    ['a quote never closed in one long line', `spot_id,min\nS1,"${'x'.repeat(3_000_000)}`],
    ['a first line of three million letters', 'x'.repeat(3_000_000)],
    ['a long line of letters of three bytes', `spot_id,notes\nS1,${'က'.repeat(900_000)}\nS2,y\n`],
    ['a long line after lines that end otherwise', `spot_id,min\r\nS1,2\rS2,3\n${'y'.repeat(2_000_000)}`],
    ['two million commas', `spot_id,min\nS1,2\n${','.repeat(2_000_000)}`],
    ['as many semicolons', `spot_id;min\nS1;2\n${';'.repeat(2_000_000)}`],
    ['a stray quote in a line without end', `spot_id,min\nS1,2"${'x'.repeat(3_000_000)}`],
    ['a stray quote before a line too long', `spot_id,min\nS1,2"\n${','.repeat(2_000_000)}`],
    ['a NUL byte early in a long line', `spot_id,min\nS1,2\0${'x'.repeat(3_000_000)}`],
    ['a quote never closed in a long table', `spot_id,min\nS1,"2\n${'S2,3\n'.repeat(9000)}`],
    ['a quote never closed in a very long table', `spot_id,min\nS1,"2\n${'S2,3\n'.repeat(230_000)}`],
    ['a NUL byte after a stray quote', `spot_id,min\nS1,2"\n${'S2,3\n'.repeat(70_000)}S3,\0\n`],
    ['an old Macintosh', 'spot_id,min\rS1,2\rS2,x\r'],
    ['no line end at all', 'spot_id,min'],
    ['semicolons and decimal commas', 'spot_id;weekday;lat;lon\nS1;3,5;42,1;20,5\nS2;1.000,5;x;1\n'],
    ['a column without a name, filled late', `spot_id,,min\nS1,,2\nS2, ,3\nS3,x,4\nS4,y,5\n`],
    ['a column without a name, filled in a ragged row only', `spot_id,,min\nS1,,2\nS3,x,4,5\n`],
    ['nothing required, blank rows', 'min,max\n1,2\n,\n ,\n3,4\n\n5,6'],
  ])('gives the same for %s', async (_what, text) => {
    await expectSame(encoder.encode(text), { lengths: [65_536] });
  });

  it.each([
    ['an open quote', 'spot_id,notes\nS1,"', 'x', 3],
    ['a line without end', 'spot_id,notes\nS1,', 'x', 3],
    ['a header without end', '', 'x', 3],
    ['an open quote over many lines', 'spot_id,notes\nS1,"', 'x\n', 3],
    ['nothing but commas', 'spot_id,notes\nS1,', ',', 3],
    ['nothing but semicolons', 'spot_id;notes\nS1;', ';', 7],
  ])('asks for no more of %s than it takes to refuse it', async (_what, start, filling, most) => {
    let asked = 0;
    function* endless(): Generator<Uint8Array> {
      yield encoder.encode(start);
      for (; asked < 100; asked += 1) yield encoder.encode(filling.repeat((1 << 20) / filling.length));
    }
    const { issues } = await readColumns(SPOTS, { file: 't.csv', chunks: endless(), keepsExtra: true });
    expect(issues.map(({ code, line }) => [code, line])).toEqual([['field-too-long', start === '' ? 1 : 2]]);
    expect(asked).toBeLessThanOrEqual(most);
  });

  it('gives the same where a column has more texts than are remembered, which come again later', async () => {
    const names = Array.from(
      { length: 3000 },
      (_, at) => `Spot ${(at * 7919) % 3000} of a ${'long '.repeat(at % 9)}name`,
    );
    const rows = [...names, ...names, '', ...names].map(
      (name, at) => `${name},${at % 40},${at % 3 === 0 ? name : 'Pejë'}`,
    );
    await expectSame(encoder.encode(`spot_id,min,municipality\n${rows.join('\n')}`), { lengths: [50_000] });
  });

  it('gives the same where codes of spots rise, stop rising, come again or are out of the ordinary', async () => {
    const odd = fc.constantFrom(
      'S1',
      'S9999999',
      'S',
      'S0000100',
      'S00001000',
      ' S0000500',
      'S0000500 ',
      'S 000500',
      'Sé',
      'Té',
      'Te\u0301',
      '\u00a0',
      'S\u007f',
      'S\t1',
      '~',
      '"S0000501"',
      '"S00""1"',
      '"S,1"',
      '"S\n1"',
      '',
      ' ',
      'x'.repeat(40_000),
    );
    const change = fc.tuple(fc.integer({ min: 0, max: 5999 }), odd);
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 5 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 30_000, max: 200_000 }),
        async (changes, each, end, length) => {
          const codes = Array.from(
            { length: 6000 },
            (_, at) => `S${String(Math.floor(at / each)).padStart(7, '0')}`,
          );
          for (const [at, code] of changes) codes[at] = code;
          const towns = codes.map((_, at) => (at % 50 === 7 ? '' : `Town ${Math.floor(at / 40)}`));
          const rows = codes.map((code, at) => `${code},${at % 9},${towns[at] ?? ''},${code}`);
          const text = ['spot_id,min,municipality,notes', ...rows].join(end);
          await expectSame(encoder.encode(text), { lengths: [length] });
        },
      ),
      { numRuns: 12, seed: 10 },
    );
  });

  it('gives the same for short texts in any order, the one in the other, in long runs', async () => {
    const short = fc.stringMatching(/^[ab é~]{0,3}$/);
    const texts = fc.array(short, { minLength: 1, maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (all, isSorted) => {
        const sorted = isSorted ? [...all].sort() : all;
        const rows = sorted.map((text) => `x${text},${text},${'n'.repeat(9)}${text}`);
        await expectSame(encoder.encode(['spot_id,municipality,notes', ...rows].join('\n')));
      }),
      { numRuns: 100, seed: 11 },
    );
  });

  it('gives the same where rows are long at first and short later, or the other way round', async () => {
    for (const [first, rest] of [
      ['a remark of many words '.repeat(20), ''],
      ['', 'a remark of many words '.repeat(20)],
    ]) {
      const rows = Array.from({ length: 12_000 }, (_, at) => `S${at},${at % 7},${at < 3000 ? first : rest}`);
      await expectSame(encoder.encode(['spot_id,min,notes', ...rows].join('\n')), { lengths: [100_000] });
    }
  });

  it.each([
    ['a header of other letters', 'spot_id,min,Пол\nS1,2,x\n'],
    ['a header that ends otherwise', 'spot_id,min\r\nS1,2\r\n'],
    ['a header that ends as an old Macintosh ends it', 'spot_id,min\rS1,2\nS2,3\n'],
    ['a header with blanks about it', ' spot_id , min \nS1,2\n'],
    ['a header of one column', 'spot_id\nS1\n\nS2\n'],
    ['a header after blank lines', '\n,\nspot_id,min\nS1,2\n'],
    ['a header twice', 'spot_id,spot_id,min\nS1,S2,2\n'],
    ['a header with a quoted name', 'spot_id,"min",notes\nS1,2,x\n'],
    ['a header with a stray quote', 'spot_id,min"\nS1,2\n'],
    ['a header with no name at its end', 'spot_id,min,\nS1,2,\nS2,3,x\n'],
    ['a header and nothing else', 'spot_id,min\n'],
    ['a header of a very long name', `spot_id,${'n'.repeat(70_000)},min\nS1,x,2\n`],
  ])('gives the same for %s', async (_what, text) => {
    await expectSame(encoder.encode(text));
    await expectSame(encoder.encode(text), { lengths: [3] });
  });

  it('keeps numbers to the last bit, and stops where they are more than is surely kept', async () => {
    const decimals = fc
      .tuple(
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom('', '-'),
      )
      .map(([digits, point, sign]) => {
        const text = digits.toString().padStart(point + 1, '0');
        return sign + (point === 0 ? text : `${text.slice(0, -point)}.${text.slice(-point)}`);
      });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(decimals, decimals), { maxLength: 40 }), async (rows) => {
        const lines = rows.map(([lat, weekday], at) => `S${at},${lat},${weekday}`);
        await expectSame(encoder.encode(['spot_id,lat,weekday', ...lines].join('\n')));
      }),
      { numRuns: 200, seed: 9 },
    );
  });

  it('keeps numbers of people whatever their size, where each comes after smaller ones', async () => {
    const persons = fc.oneof(
      fc.constantFrom(
        '',
        '0',
        '-0',
        '254',
        '255',
        '256',
        '65534',
        '65535',
        '65536',
        '16777217',
        '2.0',
        '0.1',
      ),
      fc.integer({ min: 0, max: 300 }).map(String),
      fc.integer({ min: 0, max: 70_000 }).map((number) => String(number / 2)),
      fc.integer({ min: 0, max: 20_000_000 }).map(String),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(persons, persons), { maxLength: 12 }), async (rows) => {
        const lines = rows.map(([min, weekday], at) => `S${at},${min},${weekday}`);
        await expectSame(encoder.encode(['spot_id,min,weekday', ...lines].join('\n')));
      }),
      { numRuns: 400, seed: 10 },
    );
  });

  it('gives the same for tables of other kinds, mapped headers and other encodings', async () => {
    const reports =
      'informant_id,level,spot_id,population,min,max,reported_on\nK1,L1,S1,FSW,2,3,2024-01-02\nK1,3,S1,FSW,2,3,\n';
    await expectSame(encoder.encode(reports), { table: REPORTS });
    const workers =
      'worker_id,population,days,hours,max_people\nW1,FSW MSM,mon tue,8:00-12:00,50\nW2,,x,y,-1\n';
    await expectSame(encoder.encode(workers), { table: WORKERS });
    await expectSame(encoder.encode('town,mapped,adult_men\nPejë,yes,100\nPeje\u0308,maybe,\n'), {
      table: PLACES,
    });
    await expectSame(encoder.encode('code,lo,hi\nS1,2,3\n'), {
      headers: { spot_id: 'Code', min: 'LO', max: 'high' },
    });
    const wide = new Uint16Array([0xfeff, ...encoder.encode('spot_id,min\nS1,5\n')]);
    await expectSame(new Uint8Array(wide.buffer));
  });
});
