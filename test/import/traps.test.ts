import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDigits } from '../../src/import/cells/digits.js';
import { decideStyle, plainNumber } from '../../src/import/cells/number-style.js';
import { readPosition } from '../../src/import/cells/position.js';
import { readPrinted } from '../../src/import/cells/printed-range.js';
import { looksZawgyi, readDayNames, readYesNo } from '../../src/import/cells/words.js';
import { importFiles, type ImportOptions } from '../../src/import/import-files.js';
import { testWorkbook } from '../support/workbook.js';

const file = (text: string, name = 'file.csv') => ({ file: name, bytes: strToU8(text) });

/** Imports one text table and gives what can be asked of it. */
async function read(text: string, options: ImportOptions = {}) {
  const made = await importFiles([file(text)], options);
  const column = (name: string, table = 'spots') =>
    (made.tables.get(table)?.rows ?? []).map(({ cells }) => cells.get(name));
  const codes = made.issues.map(({ code }) => code);
  const found = (code: string) => made.issues.find((issue) => issue.code === code);
  return { made, column, codes, found };
}

const style = (cells: readonly string[], whole = false) => decideStyle(cells, { whole });

const sexagesimal = (hundredths: number, [plus, minus]: [string, string]) => {
  const size = Math.abs(hundredths);
  const degrees = Math.floor(size / 360_000);
  const minutes = Math.floor((size % 360_000) / 6000);
  return `${degrees}°${minutes}'${((size % 6000) / 100).toFixed(2)}"${hundredths < 0 ? minus : plus}`;
};

const datedRows = (...dates: readonly string[]) =>
  `spot_id,population,min,max,visit_date\n${dates.map((date, at) => `S${at},FSW,1,2,${date}\n`).join('')}`;

const refuse = async (bytes: Uint8Array) => {
  const made = await importFiles([{ file: 'x', bytes }]);
  expect(made.tables.size).toBe(0);
  return made.issues.find(({ severity }) => severity === 'error');
};

/** The archive with every entry said to unpack to that many bytes. */
const withDeclaredSize = (archive: Uint8Array, size: number) => {
  const changed = archive.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at < changed.length - 28; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return changed;
};

const KOBO = '_id;_uuid;_submission_time;_validation_status;_index';
const koboEnd = (at: number, status = '') => `${at};u${at};2025-10-03T10:00:00;${status};${at}`;
const ODK =
  'KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion';
const odkEnd = (at: number, status = '', review = '') => `uuid:${at},1,N,0,0,${status},${review},d,0,1`;

const point = (properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [21.1, 42.6] },
});

describe('KoboToolbox', () => {
  it('CSV of a form with repeats is refused with the advice to use the workbook', async () => {
    const form = testWorkbook({
      survey: [
        ['type', 'name', 'label'],
        ['begin repeat', 'spot', 'Spot'],
        ['text', 'spot_id', 'Code'],
        ['end repeat', '', ''],
      ],
      choices: [['list_name', 'name', 'label']],
    });
    const csv = `informant_type;municipality;${KOBO}\ndriver;Prishtina;${koboEnd(1)}\n`;
    const made = await importFiles([file(csv, 'level-1.csv'), { file: 'form.xlsx', bytes: form }]);
    const fault = made.issues.find(({ code }) => code === 'import-repeats-missing');
    expect(fault).toMatchObject({ severity: 'error', file: 'level-1.csv' });
    expect(fault?.fix).toContain('XLS');
    const alone = await read(
      `informant_type;municipality;spot_count;${KOBO}\ndriver;Prishtina;3;${koboEnd(1)}\n`,
    );
    expect(alone.codes).toContain('import-repeats-missing');
    const unknown = await read(`informant_type;municipality;${KOBO}\ndriver;Prishtina;${koboEnd(1)}\n`);
    expect(unknown.found('column-missing')?.fix).toContain('export as XLS');
  });

  it('blank and ODK zero lead to the same answer for a question that was not asked', async () => {
    const kobo = await read(
      `spot_id;population;min;max;peak_days/fri;peak_days/sat;${KOBO}\nS1;FSW;1;2;;;${koboEnd(1)}\nS2;FSW;1;2;1;0;${koboEnd(2)}\n`,
    );
    const odk = await read(
      `SubmissionDate,spot_id,population,min,max,peak_days/fri,peak_days/sat,${ODK}\nx,S1,FSW,1,2,0,0,${odkEnd(1)}\nx,S2,FSW,1,2,1,0,${odkEnd(2)}\n`,
    );
    expect(kobo.column('peak_days')).toEqual(['', 'fri']);
    expect(odk.column('peak_days')).toEqual(kobo.column('peak_days'));
  });

  it('submissions that were not approved are left out and said', async () => {
    const { column, found } = await read(
      `spot_id;population;min;max;${KOBO}\nS1;FSW;1;2;${koboEnd(1, 'validation_status_not_approved')}\nS2;FSW;1;2;${koboEnd(2)}\n`,
    );
    expect(column('spot_id')).toEqual(['S2']);
    expect(found('import-row-left-out')).toMatchObject({ line: 2, severity: 'warning' });
  });

  it('labels are read with the form, and labels joined by spaces are not split by guess', async () => {
    const form = testWorkbook({
      survey: [
        ['type', 'name', 'label::English (en)', 'label::Shqip (sq)'],
        ['text', 'spot_id', 'Code of the spot', 'Kodi'],
        ['select_one kp', 'population', 'Who was counted', 'Kush'],
        ['integer', 'min', 'Lowest on a usual day', 'Më së paku'],
        ['integer', 'max', 'Highest on a usual day', 'Më së shumti'],
      ],
      choices: [
        ['list_name', 'name', 'label::English (en)', 'label::Shqip (sq)'],
        ['kp', 'FSW', 'Sex workers', 'Punëtore seksi'],
      ],
    });
    const csv = `Kodi;Kush;Më së paku;Më së shumti;${KOBO}\nS1;Punëtore seksi;3;9;${koboEnd(1)}\n`;
    const made = await importFiles([file(csv), { file: 'form.xlsx', bytes: form }]);
    const [row] = made.tables.get('spots')?.rows ?? [];
    expect(Object.fromEntries(row?.cells ?? [])).toEqual({
      spot_id: 'S1',
      population: 'FSW',
      min: '3',
      max: '9',
    });
    const joined = await read(
      `spot_id;population;min;max;peak_days;${KOBO}\nS1;FSW;1;2;Every market day Holidays;${koboEnd(1)}\n`,
    );
    expect(joined.found('import-labels')).toMatchObject({ line: 2, column: 'peak_days' });
  });

  it('a repeat points at rows of its parent through every level, and orphans are faults', async () => {
    const added = ['_id', '_uuid', '_submission_time', '_validation_status', '_index'];
    const up = ['_index', '_parent_table_name', '_parent_index', '_submission__uuid', '_submission__id'];
    const book = testWorkbook({
      Main: [
        ['municipality', ...added],
        ['North', 1, 'a', 't', '', 1],
        ['South', 2, 'b', 't', '', 2],
      ],
      zone: [
        ['zone/typology', ...up],
        ['bar', 1, 'Main', 2, 'b', 2],
        ['home', 2, 'Main', 1, 'a', 1],
      ],
      spot: [
        ['zone/spot/spot_id', 'zone/spot/population', 'zone/spot/min', 'zone/spot/max', ...up],
        ['S1', 'FSW', 1, 2, 1, 'zone', 1, 'b', 2],
        ['S2', 'FSW', 3, 4, 2, 'zone', 2, 'a', 1],
        ['S3', 'FSW', 5, 6, 3, 'zone', 9, 'a', 1],
      ],
    });
    const made = await importFiles([{ file: 'k.xlsx', bytes: book }]);
    const rows = made.tables.get('spots')?.rows ?? [];
    expect(
      rows.map(({ cells }) => [cells.get('spot_id'), cells.get('typology'), cells.get('municipality')]),
    ).toEqual([
      ['S1', 'bar', 'South'],
      ['S2', 'home', 'North'],
    ]);
    expect(made.issues.find(({ code }) => code === 'import-orphan')).toMatchObject({
      file: 'k.xlsx[spot]',
      line: 4,
    });
    expect(rows[0]?.placeOf('municipality')).toEqual({
      file: 'k.xlsx[Main]',
      line: 3,
      column: 'municipality',
    });
    expect(rows[0]?.placeOf('min')).toEqual({ file: 'k.xlsx[spot]', line: 2, column: 'zone/spot/min' });
  });
});

describe('ODK Central', () => {
  it('rejected and encrypted submissions are left out and said, those with issues are said', async () => {
    const { column, made } = await read(
      `SubmissionDate,spot_id,population,min,max,${ODK}\nx,S1,FSW,1,2,${odkEnd(1, '', 'rejected')}\nx,,,,,${odkEnd(2, 'not decrypted')}\nx,S3,FSW,1,2,${odkEnd(3, '', 'hasIssues')}\n`,
    );
    expect(column('spot_id')).toEqual(['S3']);
    expect(made.issues.map(({ code, line }) => [code, line])).toEqual([
      ['import-row-left-out', 2],
      ['import-row-left-out', 3],
      ['import-row-doubtful', 4],
    ]);
  });

  it('a hyphen inside a name is no group', async () => {
    const { column } = await read(
      `SubmissionDate,a-b-spot_id,g-population,g-min,g-max,${ODK}\nx,S1,FSW,1,2,${odkEnd(1)}\n`,
    );
    expect(column('spot_id')).toEqual(['S1']);
  });
});

describe('headers and columns', () => {
  it('two headers with equal right are refused unless they say the same', async () => {
    const two = await read('spot_id,population,min,min,max\nS1,FSW,1,2,9\n');
    expect(two.found('header-duplicate')?.severity).toBe('error');
    const same = await read('spot_id,population,min,min,max\nS1,FSW,1,1,9\n');
    expect(same.codes).not.toContain('header-duplicate');
  });

  it('are named outright with --column and --set', async () => {
    const { column } = await read('Nr,lo,hi\nS1,1,9\n', {
      headers: { '': { spot_id: 'Nr', min: 'lo', max: 'hi' } },
      values: { population: 'FSW' },
    });
    expect([column('spot_id'), column('min'), column('population')]).toEqual([['S1'], ['1'], ['FSW']]);
  });

  it('a header of an earlier mapping that is gone is a fault, not a guess', async () => {
    const { found } = await read('spot_id,population,min,max\nS1,FSW,1,9\n', {
      headers: { spots: { min: 'Lowest' } },
    });
    expect(found('column-missing')).toMatchObject({ severity: 'error', column: 'min' });
  });

  it('columns that are not known are left out, identifiers of people among them', async () => {
    const { made } = await read(
      'spot_id,population,min,max,phone,remarks\nS1,FSW,1,9,044123456,near the school\n',
    );
    expect(made.leftOut.get('file.csv')).toEqual(['phone', 'remarks']);
    expect([...(made.tables.get('spots')?.rows[0]?.cells.values() ?? [])].join(' ')).not.toMatch(
      /044|school/,
    );
  });

  it('names that a shapefile cut to ten letters, or GDAL put a prefix to, are known', async () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        point({
          ogr_spot_id: 'S1',
          population: 'FSW',
          municipali: 'North',
          validated_: '2025-10-03',
          min: 1,
          max: 2,
        }),
      ],
    });
    const { column } = await read(text);
    expect([column('spot_id'), column('municipality'), column('validated_on')]).toEqual([
      ['S1'],
      ['North'],
      ['2025-10-03'],
    ]);
  });

  it('a totals row is no data; one that does not add up is said', async () => {
    const { column, found } = await read(
      'spot_id,population,min,max\nS1,FSW,1,9\nS2,FSW,2,3\nUkupno,,3,13\n',
    );
    expect(column('spot_id')).toEqual(['S1', 'S2']);
    expect(found('import-totals')).toMatchObject({ line: 4, column: 'max' });
  });

  it('reports make spots, and what they disagree about is said', async () => {
    const { column, found } = await read(
      'spot_id,population,informant_type,level,typology,min,max\nS1,FSW,driver,1,bar,1,9\nS1,FSW,vendor,1,street,2,8\n',
    );
    expect(column('informant_id', 'reports')).toEqual(['I1', 'I2']);
    expect([column('spot_id'), column('typology')]).toEqual([['S1'], ['bar']]);
    expect(found('import-conflict')).toMatchObject({ line: 3, column: 'typology' });
  });
});

describe('numbers', () => {
  it.each([
    ['12,5', '1.234,5', '1234.5'],
    ['12.5', '1,234.5', '1234.5'],
    ['0,5', '1\u00a0234,5', '1234.5'],
    ['0,5', '1\u202f234,5', '1234.5'],
    ['0.5', "1'234.5", '1234.5'],
    ['၁၂.၅', '၁,၂၃၄.၅', '1234.5'],
  ])('a column with %s reads %s', (first, second, number) => {
    const reading = style([first, second]);
    expect('style' in reading && plainNumber(second, reading.style)).toBe(number);
  });

  it('a column with two decimal signs is refused at the cell that shows it', () => {
    expect(style(['12,5', '3', '12.5'])).toEqual({ mixedAt: 2 });
    expect(style(['1.234,5', '1,234.5'])).toEqual({ mixedAt: 1 });
    expect(style(['1.234'])).toEqual({ mixedAt: 0 });
    expect(style(['1.234'], true)).toMatchObject({ style: { grouping: true } });
  });

  it('what Node writes in any of the languages is read back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('sq', 'sr-Latn', 'sr-Cyrl', 'my', 'en', 'de-CH', 'fr'),
        (numbers, language) => {
          const writer = new Intl.NumberFormat(language, {
            minimumFractionDigits: 2,
            maximumFractionDigits: 2,
          });
          const cells = numbers.map((number) => writer.format(number / 100));
          const reading = decideStyle(cells, { whole: false });
          if (!('style' in reading)) throw new Error(`refused ${cells.join(' ')}`);
          expect(cells.map((cell) => Number(plainNumber(cell, reading.style)))).toEqual(
            numbers.map((number) => number / 100),
          );
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  it('printed cells are taken apart, open ends never closed', () => {
    expect(readPrinted('1,234 (900–1,600)')).toEqual({ estimate: '1,234', low: '900', high: '1,600' });
    expect(readPrinted('4 deri 9')).toEqual({ low: '4', high: '9' });
    expect(readPrinted('၄-၉')).toEqual({ low: '4', high: '9' });
    expect(readPrinted('20+')).toBeUndefined();
    expect(readPrinted('>20')).toBeUndefined();
  });

  it('an open end in a column of counts is a fault at its cell', async () => {
    const { found } = await read('spot_id,population,min,max\nS1,FSW,5,20+\n');
    expect(found('number-open-ended')).toMatchObject({ line: 2, column: 'max' });
  });

  it('a published table gives estimate and range', async () => {
    const { column } = await read(
      'spot_id,population,municipality,persons\nA,FSW,North,"1,234 (900–1,600)"\nB,FSW,South,"87 (60–120)"\n',
    );
    expect([column('usual'), column('min'), column('max')]).toEqual([
      ['1234', '87'],
      ['900', '60'],
      ['1600', '120'],
    ]);
  });
});

describe('positions', () => {
  it.each([
    ['42.6487 21.1671 580 4.2', 42.6487, 21.1671],
    ['42,6487; 21,1671', 42.6487, 21.1671],
    ['42.6487, 21.1671', 42.6487, 21.1671],
    ['42°38\'55.32"N 21°10\'1.56"E', 42.6487, 21.1671],
    ['21°10\'1.56"E, 42°38\'55.32"N', 42.6487, 21.1671],
    ['POINT (21.1671 42.6487)', 42.6487, 21.1671],
    ['33°52\'10.44"S 151°12\'29.88"E', -33.8695667, 151.2083],
  ])('%s', (text, lat, lon) => {
    const position = readPosition(text);
    expect(position?.lat).toBeCloseTo(lat, 6);
    expect(position?.lon).toBeCloseTo(lon, 6);
  });

  it('no position is made of what is none', () => {
    for (const text of ['', 'near the bridge', '42', '42.6 abc', '91.5 21.2', '42°61\'0"N 21°0\'0"E']) {
      expect(readPosition(text)).toBeUndefined();
    }
  });

  it('every position written in sexagesimal is read back within a metre', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -32_400_000, max: 32_400_000 }),
        fc.integer({ min: -64_800_000, max: 64_800_000 }),
        (lat, lon) => {
          const position = readPosition(`${sexagesimal(lat, ['N', 'S'])} ${sexagesimal(lon, ['E', 'W'])}`);
          expect(position?.lat).toBeCloseTo(lat / 360_000, 5);
          expect(position?.lon).toBeCloseTo(lon / 360_000, 5);
        },
      ),
      { seed: 1 },
    );
  });

  it('two points in a form need a word, a point taken with poor reception is said', async () => {
    const head = `spot_id;population;min;max;_home_latitude;_home_longitude;_office_latitude;_office_longitude;${KOBO}`;
    const two = await read(`${head}\nS1;FSW;1;2;42;21;43;22;${koboEnd(1)}\n`);
    expect(two.found('header-duplicate')?.message).toContain('home, office');
    const poor = await read(
      `spot_id;population;min;max;gps;${KOBO}\nS1;FSW;1;2;42.1 21.2 0 85;${koboEnd(1)}\n`,
    );
    expect(poor.found('import-accuracy')).toMatchObject({ line: 2, column: 'gps' });
  });
});

describe('days and dates', () => {
  it('days in five ways of writing', () => {
    for (const cell of [
      'Friday, Saturday',
      'e premte, e shtunë',
      'petak i subota'.replace(' i', ','),
      'петак; субота',
      'သောကြာ စနေ',
      '5 6',
      'E PREMTE dhe E SHTUNË'.replace(' dhe', ','),
      '၅ ၆',
    ]) {
      expect([cell, readDayNames(cell)]).toEqual([cell, ['fri', 'sat']]);
    }
    expect(readDayNames('market days')).toBeUndefined();
    expect(['po', 'Да', 'jo', 'не', 'maybe'].map(readYesNo)).toEqual(['yes', 'yes', 'no', 'no', undefined]);
  });

  it('a visit after midnight belongs to the evening before, in the zone of the study', async () => {
    const text =
      'spot_id,population,min,max,validated_on\nS1,FSW,1,2,2025-10-04T01:30:00+02:00\nS2,FSW,1,2,2025-10-03T23:30:00Z\nS3,FSW,1,2,2025-10-04T07:00:00+02:00\n';
    const { column, found } = await read(text, { dates: { timeZone: 'Europe/Belgrade' } });
    expect(column('validated_on')).toEqual(['2025-10-03', '2025-10-03', '2025-10-04']);
    expect(found('import-night')?.message).toContain('2 visits');
    const unknown = await read(text);
    expect(unknown.column('validated_on')).toEqual(['2025-10-03', '', '2025-10-04']);
    expect(unknown.codes).toContain('import-time-zone');
    const later = await read(text, { dates: { timeZone: 'Asia/Yangon', dayStartsAt: 0 } });
    expect(later.column('validated_on')).toEqual(['2025-10-04', '2025-10-04', '2025-10-04']);
  });

  it('the order of day and month is decided by the column or asked for', async () => {
    expect((await read(datedRows('3/4/2025', '13/4/2025'))).column('validated_on')).toEqual([
      '2025-04-03',
      '2025-04-13',
    ]);
    expect((await read(datedRows('3/4/2025', '3/13/2025'))).column('validated_on')).toEqual([
      '2025-03-04',
      '2025-03-13',
    ]);
    expect((await read(datedRows('3.4.2025'))).column('validated_on')).toEqual(['2025-04-03']);
    expect((await read(datedRows('3/4/2025'))).found('import-date-order')).toMatchObject({ line: 2 });
    expect((await read(datedRows('3/4/2025'), { dates: { order: 'mdy' } })).column('validated_on')).toEqual([
      '2025-03-04',
    ]);
  });
});

describe('Burmese', () => {
  it('digits of every script are the same digits', () => {
    expect(plainDigits('၁၂၃ ١٢٣ १२३ ４５')).toBe('123 123 123 45');
  });

  it('text in Zawgyi is told from Unicode', () => {
    expect(looksZawgyi('ရန္ကုန္')).toBe(true);
    expect(looksZawgyi('ေမာင္')).toBe(true);
    for (const unicode of ['ရန်ကုန်', 'မန္တလေး', 'ဗုဒ္ဓဟူး', 'တနင်္ဂနွေ', 'ပြည်'])
      expect(looksZawgyi(unicode)).toBe(false);
  });
});

describe('files nobody should open', () => {
  it('a zip bomb is refused before it is unpacked', async () => {
    const small = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': strToU8('<worksheet/>'),
    });
    const bomb = withDeclaredSize(small, 400 * 1_048_576);
    expect(await refuse(bomb)).toMatchObject({ code: 'import-too-large' });
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`f${at}.csv`, strToU8('a')])),
    );
    expect(await refuse(many)).toMatchObject({ code: 'import-too-large' });
  });

  it('an entry that lies about its size cannot grow', async () => {
    const honest = zipSync({
      'a.csv': strToU8(`spot_id,population,min,max\n${'S1,FSW,1,2\n'.repeat(50_000)}`),
    });
    const lying = withDeclaredSize(honest, 40);
    const made = await importFiles([{ file: 'x.zip', bytes: lying }]);
    expect(made.tables.get('spots')?.rows.length ?? 0).toBeLessThan(3);
  });

  it('names that lead out of an archive are refused', async () => {
    expect(await refuse(zipSync({ '../../evil.csv': strToU8('spot_id\nS1\n') }))).toMatchObject({
      code: 'import-refused',
    });
  });

  it('document types and entities are refused in maps and workbooks', async () => {
    const xxe =
      '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&a;</name></Placemark></kml>';
    expect(await refuse(strToU8(xxe))).toMatchObject({ code: 'import-refused' });
    expect(
      await refuse(
        testWorkbook(
          { A: [['spot_id']] },
          { 'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY a "b">]><sst/>' },
        ),
      ),
    ).toMatchObject({ code: 'import-refused' });
  });

  it('a pointer of Git LFS, a web page, an old workbook and a lone .shp are each said for what they are', async () => {
    expect(
      (await refuse(strToU8('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n')))?.message,
    ).toContain('Git LFS');
    expect((await refuse(strToU8('<!DOCTYPE html><html></html>')))?.message).toContain('web page');
    expect((await refuse(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])))?.message).toContain('.xls');
    expect((await refuse(Uint8Array.from([0, 0, 0x27, 0x0a, 0])))?.fix).toContain('.dbf');
  });

  it('any bytes at all give issues or tables, never an exception', async () => {
    const starts = [
      [0x50, 0x4b, 3, 4],
      [...strToU8('SQLite format 3\0')],
      [...strToU8('<kml>')],
      [...strToU8('{"features":[')],
      [0, 0, 0x27, 0x0a],
      [],
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
        const made = await importFiles([{ file: 'x', bytes: Uint8Array.from([...start, ...rest]) }]);
        expect(made.issues.length + made.tables.size + made.recognised.length).toBeGreaterThan(0);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('a cell with an error of the spreadsheet is not an empty cell', async () => {
    const book = testWorkbook(
      { A: [] },
      {
        'xl/worksheets/sheet1.xml':
          '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>spot_id</t></is></c><c r="B1" t="inlineStr"><is><t>min</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>S1</t></is></c><c r="B2" t="e"><v>#N/A</v></c></row></sheetData></worksheet>',
      },
    );
    const made = await importFiles([{ file: 'x.xlsx', bytes: book }]);
    expect(made.issues.find(({ code }) => code === 'number-invalid')).toMatchObject({ line: 2, column: 'B' });
  });
});
