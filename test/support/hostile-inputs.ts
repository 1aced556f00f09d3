/** Bytes or text of the files of one hostile study, by table; each made here, none copied. */
export type HostileFiles = Readonly<Record<string, string | Uint8Array>>;

/** A file that must be refused at a place. */
export interface Refused {
  readonly name: string;
  readonly files: HostileFiles;
  /** `file:line:column` as far as the fault has them. */
  readonly place: string;
}

/** A file that looks odd and has one right meaning. */
export interface Accepted {
  readonly name: string;
  readonly files: HostileFiles;
  /** spot, municipality, min and max of every row. */
  readonly rows: readonly string[];
}

/** A file with more than one meaning: refused, warned of, or read with just these totals of min and max. */
export interface Ambiguous {
  readonly name: string;
  readonly files: HostileFiles;
  readonly totals: readonly [number, number];
}

const HEADER = 'spot_id,population,municipality,min,max\n';
const GOOD = 'A,FSW,North,4,10\n';
const TWO = `${GOOD}B,FSW,South,20,41\n`;
const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function utf16(text: string, isBigEndian: boolean, mark = '\ufeff'): Uint8Array {
  const encoded = Buffer.from(mark + text, 'utf16le');
  return isBigEndian ? encoded.swap16() : encoded;
}

const NO_COUNTS =
  "ten|12abc|0x1A|0b11|1e3|1E3|1e309|NaN|Infinity|-Infinity|null|undefined|N/A|#REF!|#N/A|#VALUE!|#DIV/0!|-|--|.|5.|.5|+|1,5|1.5|1,234|1.234|1.000|1 234|1\u00a0234|1\u202f234|1'234|1’234|1_000|10-20|10–20|10 to 20|>10|<5|20+|~20|±5|(5)|5%|$5|½|²|Ⅻ|၁၂|١٢|１２|12-Mar|12/03|Mar-12|2024-03-12|TRUE|9007199254740993|99999999999999999999|-5|−5|5 people|=5|=1+1|\u200b5|5\u202e|5;6|1.2.3|5,|e5|20001".split(
    '|',
  );

const NO_DATES =
  '2024-3-1|01/02/2024|12-Mar|45352|2023-02-29|2024-13-01|2024-04-31|20240301|2024-03-01T10:00|၂၀၂၄-၀၃-၀၁|2567-03-01|0000-00-00|01.02.2024|March 2024'.split(
    '|',
  );

const NO_LATITUDES =
  "91.5|-91|4722000|42648213|42°38'|42.6N|N42.6|NaN|42,65|4.26e1|42 65|−42.65|42.65°|42.64821312345678901".split(
    '|',
  );

const STRUCTURES: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['UTF-16 without a mark', utf16(HEADER + TWO, false, ''), 'spots.csv:1'],
  ['UTF-16 cut in a sign', bytes([...utf16(HEADER + TWO, false)], [65]), 'spots.csv'],
  ['Latin-1', bytes(HEADER, 'A,FSW,Pe', [0xe7], ',4,10\n'), 'spots.csv:2'],
  ['an overlong form', bytes(HEADER, GOOD, 'B,FSW,', [0xc0, 0xaf], ',4,10\n'), 'spots.csv:3'],
  ['a half surrogate', bytes(HEADER, GOOD, 'B,FSW,', [0xed, 0xa0, 0x80], ',4,10\n'), 'spots.csv:3'],
  ['UTF-8 cut in a sign', bytes(HEADER, GOOD, 'B,FSW,', [0xe1, 0x80]), 'spots.csv:3'],
  ['a NUL byte', `${HEADER}${GOOD}B,FSW,No\0rth,4,10\n`, 'spots.csv:3'],
  ['UTF-32', bytes([0xff, 0xfe, 0, 0, 0x73, 0, 0, 0]), 'spots.csv'],
  ['a zip archive or workbook', bytes([0x50, 0x4b, 3, 4, 20, 0]), 'spots.csv'],
  ['an empty zip archive', bytes([0x50, 0x4b, 5, 6, 0, 0, 0, 0]), 'spots.csv'],
  ['an old workbook', bytes([0xd0, 0xcf, 0x11, 0xe0]), 'spots.csv'],
  ['gzip', bytes([0x1f, 0x8b, 8, 0]), 'spots.csv'],
  ['xz', bytes([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), 'spots.csv'],
  ['7z', bytes([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), 'spots.csv'],
  ['a picture', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'spots.csv'],
  ['a PDF', '%PDF-1.7\n', 'spots.csv'],
  ['a database', 'SQLite format 3\0', 'spots.csv'],
  ['a web page', '<!DOCTYPE html><html><body>Not found</body></html>\n', 'spots.csv'],
  ['JSON', '{"spots": []}\n', 'spots.csv'],
  ['nothing', '', 'spots.csv'],
  ['blank lines', '  \n\n', 'spots.csv'],
  ['a header alone', HEADER, 'spots.csv'],
  ['no header', TWO, 'spots.csv:1'],
  ['a header twice', 'spot_id,population,municipality,min,max,max\nA,FSW,North,4,10,12\n', 'spots.csv:1:max'],
  ['a header without a name', 'spot_id,population,,min,max\nA,FSW,North,4,10\n', 'spots.csv:1'],
  ['one cell too few', `${HEADER}${GOOD}B,FSW,South,4\n`, 'spots.csv:3'],
  ['one cell too many', `${HEADER}${GOOD}B,FSW,South,4,10,5\n`, 'spots.csv:3'],
  ['a comma at the end of rows only', `${HEADER}${GOOD}B,FSW,South,4,10,\n`, 'spots.csv:3'],
  ['a quote never closed', `${HEADER}${GOOD}B,FSW,"South,20,41\nC,FSW,East,4,5\n`, 'spots.csv:3'],
  ['a quote in a cell', `${HEADER}${GOOD}B,FSW,So"uth,20,41\n`, 'spots.csv:3'],
  ['text after a quote', `${HEADER}${GOOD}B,FSW,"South"x,20,41\n`, 'spots.csv:3'],
  ['a comma in single quotes', `${HEADER}${GOOD}B,FSW,'South, upper',20,41\n`, 'spots.csv:3'],
  ['a footnote', `${HEADER}${TWO}Source: survey\n`, 'spots.csv:4'],
  ['two tables in one file', `${HEADER}${GOOD}\n${HEADER}B,FSW,South,20,41\n`, 'spots.csv:4'],
  ['marks of a merge', `${HEADER}<<<<<<< HEAD\n${GOOD}=======\n`, 'spots.csv:2'],
  [
    'a cell of 70,000 letters',
    `${HEADER}${GOOD}B,FSW,${'x'.repeat(70_000)},4,10\n`,
    'spots.csv:3:municipality',
  ],
  ['a spot twice', `${HEADER}${GOOD}A,FSW,North,5,9\n`, 'spots.csv:3:spot_id'],
  ['a spot twice but for a space', `${HEADER}${GOOD}A\u00a0,FSW,North,5,9\n`, 'spots.csv:3:spot_id'],
  ['a lowest above the highest', `${HEADER}${GOOD}B,FSW,South,41,20\n`, 'spots.csv:3:max'],
  ['half a range', `${HEADER}${GOOD}B,FSW,South,41,\n`, 'spots.csv:3:max'],
  ['no code', `${HEADER}${GOOD},FSW,South,4,41\n`, 'spots.csv:3:spot_id'],
  ['no count', `${HEADER}${GOOD}B,FSW,South,,\n`, 'spots.csv:3:min'],
  ['a totals row', `${HEADER}${TWO}Total,FSW,All,24,51\n`, 'spots.csv:4:spot_id'],
  ['a totals row in Albanian', `${HEADER}${TWO}Gjithsej,FSW,South,24,51\n`, 'spots.csv:4:spot_id'],
  ['a totals row in Burmese', `${HEADER}${TWO}စုစုပေါင်း,FSW,South,24,51\n`, 'spots.csv:4:spot_id'],
  ['a totals row of another name', `${HEADER}${TWO}C,FSW,East,1,1\nX,FSW,West,25,52\n`, 'spots.csv:5:max'],
];

const square = [
  [21, 42],
  [22, 42],
  [22, 43],
  [21, 43],
  [21, 42],
];

function outline(coordinates: unknown, more: object = {}): string {
  const geometry = { type: 'Polygon', coordinates };
  return JSON.stringify({
    type: 'FeatureCollection',
    ...more,
    features: [{ type: 'Feature', properties: { name: 'North' }, geometry }],
  });
}

const OUTLINES: readonly (readonly [string, string])[] = [
  ['no JSON', '{"type": "FeatureCollection", '],
  ['NaN', outline([square]).replace('21', 'NaN')],
  ['a list', '[]'],
  ['null', 'null'],
  ['a hundred thousand brackets', '['.repeat(100_000)],
  ['no features', '{"type":"FeatureCollection"}'],
  ['an empty collection', '{"type":"FeatureCollection","features":[]}'],
  ['a bare geometry', JSON.stringify({ type: 'Polygon', coordinates: [square] })],
  ['TopoJSON', '{"type":"Topology","objects":{}}'],
  [
    'no geometry',
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}',
  ],
  ['a ring not closed', outline([square.slice(0, -1)])],
  ['a ring of three', outline([[square[0], square[1], square[0]]])],
  ['text for numbers', outline([square.map((position) => position.map(String))])],
  ['metres', outline([square.map(([x = 0, y = 0]) => [x * 24_000, y * 110_000])])],
  [
    'another reference system',
    outline([square], { crs: { type: 'name', properties: { name: 'EPSG:32634' } } }),
  ],
];

const YAMLS: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['a tab', 'title:\n\t- x\n', 'study.yaml:2'],
  ['an unknown setting', 'titel: x\n', 'study.yaml:1'],
  ['a key twice', 'title: a\ntitle: b\n', 'study.yaml:2'],
  ['a prototype key', '__proto__: { x: 1 }\n', 'study.yaml:1'],
  ['a code tag', 'title: !!js/function "function () {}"\n', 'study.yaml:1'],
  [
    'an anchor bomb',
    `a: &a [x,x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefgh', (letter, at) => `${letter}: &${letter} [${Array(10).fill(`*${'abcdefgh'[at]}`).join(',')}]`).join('\n')}\n`,
    'study.yaml',
  ],
  ['a population that is no text', 'populations: [{ code: [1] }]\n', 'study.yaml:1'],
  ['no UTF-8', bytes('title: ', [0xff], '\n'), 'study.yaml:1'],
];

/** Files that must be refused. */
export const REFUSED: readonly Refused[] = [
  ...NO_COUNTS.map((cell) => ({
    name: `the count ${JSON.stringify(cell)}`,
    files: { spots: `${HEADER}${GOOD}B,FSW,South,0,${quoted(cell)}\n` },
    place: 'spots.csv:3:max',
  })),
  ...NO_DATES.map((cell) => ({
    name: `the date ${cell}`,
    files: {
      spots: `spot_id,population,municipality,min,max,validated_on\nA,FSW,North,4,10,\nB,FSW,South,4,10,${cell}\n`,
    },
    place: 'spots.csv:3:validated_on',
  })),
  ...NO_LATITUDES.map((cell) => ({
    name: `the latitude ${cell}`,
    files: {
      spots: `spot_id,population,municipality,min,max,lat,lon\nA,FSW,North,4,10,42.641,21.161\nB,FSW,North,4,10,${quoted(cell)},21.162\n`,
    },
    place: 'spots.csv:3:lat',
  })),
  ...STRUCTURES.map(([name, spots, place]) => ({ name, files: { spots }, place })),
  ...[
    ['0,0', 'coordinates 0, 0'],
    ['42.6412,', 'half a coordinate'],
    ['21.1612,42.6412', 'latitude and longitude swapped'],
  ].map(([cells = '', name = '']) => ({
    name,
    files: {
      spots: `spot_id,population,municipality,min,max,lat,lon\nA,FSW,North,4,10,42.641,21.161\nB,FSW,North,4,10,42.642,21.162\nC,FSW,North,4,10,42.643,21.163\nD,FSW,North,4,10,${cells}\n`,
    },
    place: `spots.csv:5:${name.startsWith('half') ? 'lon' : 'lat'}`,
  })),
  ...OUTLINES.map(([name, boundaries]) => ({
    name: `outlines: ${name}`,
    files: { spots: HEADER + GOOD, boundaries },
    place: 'boundaries.geojson',
  })),
  ...YAMLS.map(([name, study, place]) => ({
    name: `study.yaml: ${name}`,
    files: { spots: HEADER + GOOD, study },
    place,
  })),
];

const PLAIN = ['A North 4 10', 'B South 20 41'];

/** Files that look odd and must be read. */
export const ACCEPTED: readonly Accepted[] = (
  [
    ['plain', HEADER + TWO],
    ['a mark of UTF-8', `\ufeff${HEADER}${TWO}`],
    ['UTF-16, little end first', utf16(HEADER + TWO, false)],
    ['UTF-16, big end first', utf16(HEADER + TWO, true)],
    ['CR LF', (HEADER + TWO).replaceAll('\n', '\r\n')],
    ['CR', (HEADER + TWO).replaceAll('\n', '\r')],
    ['LF, then CR LF', HEADER + TWO.replaceAll('\n', '\r\n')],
    ['CR LF, then LF', HEADER.replace('\n', '\r\n') + TWO],
    ['no line end at the end', (HEADER + TWO).trimEnd()],
    ['blank lines', `${HEADER}\n\n${TWO}\n\n`],
    ['a line of spaces', `${HEADER}   \n${TWO}`],
    ['a line of commas', `${HEADER},,,,\n${TWO}`],
    ['semicolons', (HEADER + TWO).replaceAll(',', ';')],
    ['tabs', (HEADER + TWO).replaceAll(',', '\t')],
    ['bars', (HEADER + TWO).replaceAll(',', '|')],
    ['the sep= line of Excel', `sep=;\n${(HEADER + TWO).replaceAll(',', ';')}`],
    ['remarks above', `# made for a test\n${HEADER}${TWO}`],
    ['spaces in the header', `${HEADER.replaceAll(',', ' , ')}${TWO}`],
    ['capitals in the header', HEADER.toUpperCase() + TWO],
    ['every cell in quotes', (HEADER + TWO).replaceAll(/[^,\n]+/g, '"$&"')],
    ['spaces around cells', `${HEADER} A , FSW , North , 4 , 10 \n B,FSW,South,20,41\n`],
    ['an empty last column', `${HEADER.trimEnd()},\nA,FSW,North,4,10,\nB,FSW,South,20,41,\n`],
    [
      'columns in another order',
      'max,min,municipality,population,spot_id\n10,4,North,FSW,A\n41,20,South,FSW,B\n',
    ],
    ['other names of columns', 'hotspot,kp,area,min,max\nA,FSW,North,4,10\nB,FSW,South,20,41\n'],
    ['an extra column', `${HEADER.trimEnd()},colour\nA,FSW,North,4,10,red\nB,FSW,South,20,41,blue\n`],
    ['a column called __proto__', `${HEADER.trimEnd()},__proto__\nA,FSW,North,4,10,x\nB,FSW,South,20,41,y\n`],
    ['a plus before counts', `${HEADER}A,FSW,North,+4,10\nB,FSW,South,20,+41\n`],
    ['zeros before counts', `${HEADER}A,FSW,North,004,010\nB,FSW,South,20,41\n`],
    ['decimals of zero', `${HEADER}A,FSW,North,4.0,10\nB,FSW,South,20,41.00\n`],
    ['spaces that do not break', `${HEADER}A,FSW,North,4\u00a0,10\nB,FSW,South,20,41\n`],
  ] as const
).map(([name, spots]): Accepted => ({ name, files: { spots }, rows: PLAIN }));

const oddNames: readonly (readonly [string, string, string])[] = [
  ['a comma in quotes', '"North, upper"', 'North, upper'],
  ['quotes in quotes', '"the ""North"""', 'the "North"'],
  ['combining marks', 'Pejë', 'Pej\u00eb'],
  ['Burmese', 'ရွှေပြည်သာ', 'ရွှေပြည်သာ'],
  ['Cyrillic', 'Подујево', 'Подујево'],
  ['Arabic', 'الشمال', 'الشمال'],
  ['an emoji', 'North 🙂', 'North 🙂'],
  ['__proto__', '__proto__', '__proto__'],
  ['constructor', 'constructor', 'constructor'],
  ['a formula', '=1+1', '=1+1'],
  ['NULL', 'NULL', 'NULL'],
  ['a number', '007', '007'],
];

/** Files with odd names, which must come out as they went in. */
export const ACCEPTED_NAMES: readonly Accepted[] = oddNames.map(([name, cell, read]) => ({
  name: `a municipality: ${name}`,
  files: { spots: `${HEADER}A,FSW,${cell},4,10\nB,FSW,South,20,41\n` },
  rows: [`A ${read} 4 10`, 'B South 20 41'],
}));

const count = (cell: string) => `${HEADER}${GOOD}B,FSW,South,4,${quoted(cell)}\n`;
const place = (cells: string, more = '') =>
  `spot_id,population,municipality,min,max,lat,lon\nA,FSW,North,4,10,42.641,21.161\nB,FSW,North,4,10,42.642,21.162\nC,FSW,North,4,10,42.643,21.163\nD,FSW,North,4,10,${cells}\n${more}`;

/** Files with more than one meaning, with the totals of their right reading (none where there is no right one). */
export const AMBIGUOUS: readonly Ambiguous[] = (
  [
    ...[
      '1,5',
      '1.5',
      '1,234',
      '1.234',
      '1.000',
      '1,000',
      '12.000',
      '1 000',
      '1e2',
      '1E+02',
      '0x10',
      '10%',
      '12-Mar',
      '3/4',
      '٩',
      '၉',
      '９',
      '0,0',
      '1,0',
      '2.50',
      '999',
      '9999',
      '99999',
      '#NUM!',
      '∞',
      '1⁄2',
      'O',
      'l0',
      '1O',
      '5?',
      '5*',
      '[5]',
      '5–9',
      'c. 5',
      '≈5',
      '>=5',
      'many',
      '-',
      '.',
      ',',
    ].map((cell): [string, string | Uint8Array, [number, number]] => [
      `the count ${cell}`,
      count(cell),
      [8, Number.NaN],
    ]),
    ['the count 05', count('05'), [8, 15]],
    ['the count 5.0', count('5.0'), [8, 15]],
    ['a spot that differs in case', `${HEADER}A,FSW,North,4,10\nB,FSW,north,20,41\n`, [24, 51]],
    ['a name of two scripts', `${HEADER}A,FSW,Prizren,4,10\nB,FSW,Рrizren,20,41\n`, [Number.NaN, 0]],
    [
      'a name with a sign nobody sees',
      `${HEADER}A,FSW,North,4,10\nB,FSW,North\u200b,20,41\n`,
      [Number.NaN, 0],
    ],
    [
      'a code with a sign nobody sees',
      `${HEADER}A,FSW,North,4,10\nA\u200b,FSW,North,4,10\n`,
      [Number.NaN, 0],
    ],
    ['Zawgyi', `${HEADER}A,FSW,ရွှေပြည်,4,10\nB,FSW,ေရႊျပည္,20,41\n`, [Number.NaN, 0]],
    ['lost characters', `${HEADER}A,FSW,Pe\ufffd,4,10\nB,FSW,South,20,41\n`, [Number.NaN, 0]],
    ['99 for not known', `${HEADER}A,FSW,North,99,99\nB,FSW,South,20,41\n`, [Number.NaN, 0]],
    ['999 for not known', `${HEADER}A,FSW,North,4,999\nB,FSW,South,20,41\n`, [Number.NaN, 0]],
    ['a totals row by name', `${HEADER}${TWO}Ukupno,FSW,North,24,51\n`, [24, 51]],
    ['a totals row by sum', `${HEADER}${TWO}C,FSW,East,1,1\nX,FSW,West,25,52\n`, [25, 52]],
    ['a totals row by municipality', `${HEADER}${TWO}X,FSW,Total,24,51\n`, [24, 51]],
    ['a far position', place('-42.644,21.164'), [Number.NaN, 0]],
    ['a position without a minus', place('42.644,-21.164'), [Number.NaN, 0]],
    ['one decimal', place('42.6,21.1'), [Number.NaN, 0]],
    ['whole degrees', place('42,21'), [Number.NaN, 0]],
    ['all spots at one place', place('42.641,21.161'), [Number.NaN, 0]],
    [
      'decimal commas between semicolons',
      'spot_id;population;municipality;min;max;lat;lon\nA;FSW;North;4;10;42,641;21,161\n',
      [4, 10],
    ],
    [
      'thousands between semicolons',
      'spot_id;population;municipality;min;max\nA;FSW;North;1.200;1.400\n',
      [1200, 1400],
    ],
    [
      'a peak below the usual day',
      'spot_id,population,municipality,min,max,peak_min,peak_max\nA,FSW,North,4,10,1,2\n',
      [Number.NaN, 0],
    ],
    [
      'a week for a day',
      'spot_id,population,municipality,min,max,weekend\nA,FSW,North,4,10,70\n',
      [Number.NaN, 0],
    ],
  ] as const
).map(([name, spots, totals]): Ambiguous => ({ name, files: { spots }, totals: [totals[0], totals[1]] }));
