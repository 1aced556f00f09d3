import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/formats/read-xlsx.js';
import { fitColumns, sheetNames, type Sheet } from '../../src/formats/workbook.js';
import { columnName, writeXlsx } from '../../src/formats/write-xlsx.js';

const sheetOf = (rows: Sheet['rows'], more: Partial<Sheet> = {}): Sheet => ({
  name: 'one',
  columns: fitColumns(rows),
  rows,
  ...more,
});

const partsOf = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));

const drop = (column: number, choices: readonly string[]) => ({
  column,
  firstRow: 1,
  lastRow: 2,
  choices,
});

/** The texts of the shared table, as a reader of the format decodes them. */
function textsOf(bytes: Uint8Array): string[] {
  const xml = partsOf(bytes).get('xl/sharedStrings.xml') ?? '';
  return [...xml.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map((match) =>
    (match[1] ?? '')
      .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
      .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCodePoint(Number.parseInt(code, 16)),
      ),
  );
}

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('writeXlsx', () => {
  it('gives the same bytes in every time zone and holds no time of writing', () => {
    const bytes = ['UTC', 'Asia/Yangon', 'America/Los_Angeles'].map((name) => {
      process.env['TZ'] = name;
      return Buffer.from(writeXlsx({ sheets: [sheetOf([['a', 1, { day: '2026-01-31' }]])] })).toString('hex');
    });
    expect(new Set(bytes).size).toBe(1);
    // Bytes 10 to 13 of the first entry: DOS time 12:00 and date 1 January 1980.
    expect(bytes[0]?.slice(20, 28)).toBe('00602100');
  });

  it('keeps every text as it was typed and never writes a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 8 }),
        (texts) => {
          const bytes = writeXlsx({ sheets: [sheetOf([texts])] });
          const printable = texts.map((text) =>
            text.replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd'),
          );
          expect(textsOf(bytes)).toEqual([...new Set(printable)]);
          expect(partsOf(bytes).get('xl/worksheets/sheet1.xml')).not.toContain('<f>');
        },
      ),
      { seed: 9, numRuns: 60 },
    );
  });

  it('is read back by the reader of workbooks as it was written', async () => {
    const rows: Sheet['rows'] = [
      ['ë, ရန်ကုန်', 'quote " & <tag>', '=1+1', '_x0041_', '0012'],
      [1234.5, -0.25, 0, 1e6, { day: '2026-02-28' }],
      ['after', undefined, 'a gap'],
    ];
    const reading = await readWorkbook(
      writeXlsx({ sheets: [sheetOf(rows), sheetOf([['second']])] }),
      'w.xlsx',
    );
    expect(reading).toMatchObject({
      sheets: [
        {
          name: 'one',
          rows: [
            ['ë, ရန်ကုန်', 'quote " & <tag>', '=1+1', '_x0041_', '0012'],
            ['1234.5', '-0.25', '0', '1000000', '2026-02-28'],
            ['after', '', 'a gap', '', ''],
          ],
        },
        { name: 'one 2', rows: [['second']] },
      ],
    });
  });

  it('marks texts that look like a formula, so that they stay texts when they are edited', () => {
    const parts = partsOf(writeXlsx({ sheets: [sheetOf([['=1+1', '-5', '@a', 'plain', -5]])] }));
    const cells = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(cells).toContain('<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c>');
    expect(cells).toContain('<c r="D1" t="s"><v>3</v></c><c r="E1"><v>-5</v></c>');
    expect(parts.get('xl/styles.xml')?.match(/quotePrefix="1"/g)).toHaveLength(1);
  });

  it('reads codes of the format as the text they were typed as', () => {
    const bytes = writeXlsx({ sheets: [sheetOf([['_x0041_', 'tab\there', '\u0001']])] });
    expect(textsOf(bytes)).toEqual(['_x0041_', 'tab\there', '\ufffd']);
  });

  it('writes days as spreadsheets count them', () => {
    const days = ['1900-03-01', '2000-01-01', '2024-02-29', '2026-11-26'].map((day) => ({ day }));
    const sheet = partsOf(writeXlsx({ sheets: [sheetOf([days])] })).get('xl/worksheets/sheet1.xml') ?? '';
    expect([...sheet.matchAll(/<v>(\d+)<\/v>/g)].map((match) => Number(match[1]))).toEqual([
      61, 36_526, 45_351, 46_352,
    ]);
    expect(() => writeXlsx({ sheets: [sheetOf([[{ day: '26.11.2026' }]])] })).toThrow(RangeError);
  });

  it('refuses numbers that are none and workbooks without a sheet', () => {
    expect(() => writeXlsx({ sheets: [sheetOf([[Number.NaN]])] })).toThrow(RangeError);
    expect(() => writeXlsx({ sheets: [] })).toThrow(RangeError);
  });

  it('cuts a text no cell can hold, visibly', () => {
    const [text = ''] = textsOf(
      writeXlsx({ sheets: [{ name: 'a', columns: [], rows: [['x'.repeat(40_000)]] }] }),
    );
    expect(text).toHaveLength(32_767);
    expect(text.endsWith('x…')).toBe(true);
  });

  it('offers short lists in the cell and long ones from a hidden sheet', () => {
    const long = Array.from({ length: 60 }, (_, at) => `choice number ${at + 1}`);
    const rows = [['done', 'place'], [], []];
    const parts = partsOf(
      writeXlsx({ sheets: [sheetOf(rows, { dropDowns: [drop(0, ['yes', 'no']), drop(1, long)] })] }),
    );
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
      'sqref="A2:A3"><formula1>&quot;yes,no&quot;</formula1>',
    );
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('sqref="B2:B3"><formula1>choices_1</formula1>');
    expect(parts.get('xl/workbook.xml')).toContain('&apos;choices&apos;!$A$1:$A$60</definedName>');
    expect(parts.get('xl/workbook.xml')).toContain('name="choices" sheetId="2" state="hidden"');
  });

  it('freezes headings, filters and repeats them on every printed A4 page', () => {
    const parts = partsOf(
      writeXlsx({
        sheets: [
          sheetOf(
            [
              ['a', 'b'],
              [1, 2],
            ],
            {
              frozen: { rows: 1, columns: 1 },
              filterRow: 0,
              print: { orientation: 'landscape', repeatRows: [0, 0], footer: 'Round & 1' },
            },
          ),
        ],
      }),
    );
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain(
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
    );
    expect(sheet).toContain('<autoFilter ref="A1:B2"/>');
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(sheet).toContain('&amp;L&amp;8Round &amp;&amp; 1&amp;R&amp;8&amp;P / &amp;N');
    expect(parts.get('xl/workbook.xml')).toContain('&apos;one&apos;!$1:$1</definedName>');
  });
});

describe('the widths of columns', () => {
  it('are worked out for more rows than a call can have arguments', () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => [at === 77 ? 'the widest cell' : 1]);
    expect(fitColumns(rows)).toEqual([{ width: 17 }]);
  });
});

describe('the names of sheets', () => {
  it('are ones every spreadsheet takes', () => {
    expect(
      sheetNames(['Gjakova/Đakovica: [1]', '', 'a', 'A', "'q'", 'history', 'y'.repeat(40), 'y'.repeat(40)]),
    ).toEqual([
      'Gjakova Đakovica   1',
      'Sheet',
      'a',
      'A 2',
      'q',
      'Sheet history',
      'y'.repeat(31),
      `${'y'.repeat(29)} 2`,
    ]);
  });

  it('stay different and short whatever they were', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (names) => {
        const made = sheetNames(names).map((name) => name.toLowerCase());
        expect(new Set(made).size).toBe(names.length);
        for (const name of made) expect(name).toMatch(/^[^[\]:*?/\\']/);
        for (const name of made) expect(name.length).toBeLessThanOrEqual(31);
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});

describe('the names of columns', () => {
  it('count as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnName)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ]);
  });
});
