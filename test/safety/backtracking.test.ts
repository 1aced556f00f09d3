import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/import/import-files.js';
import { writeCsv } from '../../src/formats/csv.js';
import { studyOf, type StudyTexts } from '../support/study.js';

/** Nearly as long as a cell may be. */
const LONG = 65_000;
const long = (text: string) => text.repeat(Math.floor(LONG / text.length));

const HEADER = 'spot_id,population,municipality,min,max,lat,lon,hours,peak_days,validated_on,notes';
const row = (cells: Readonly<Record<string, string>>) => {
  const plain: Record<string, string> = {
    spot_id: 'A',
    population: 'FSW',
    municipality: 'North',
    min: '4',
    max: '10',
  };
  return HEADER.split(',')
    .map((name) => `"${(cells[name] ?? plain[name] ?? '').replaceAll('"', '""')}"`)
    .join(',');
};
const spots = (cells: Readonly<Record<string, string>>): StudyTexts => ({
  spots: `${HEADER}\n${row(cells)}\n`,
});

const INPUTS: readonly (readonly [string, StudyTexts])[] = [
  [
    'blanks in a header',
    { spots: `spot_id,population,municipality,min,max,a${long(' ')}b\nA,FSW,North,4,10,x\n` },
  ],
  [
    'dots, hyphens and blanks in a header',
    { spots: `spot_id,population,municipality,min,max,${long(' .-')}!\nA,FSW,North,4,10,x\n` },
  ],
  ['blanks in a count', spots({ min: `1${long(' ')}x` })],
  ['digits in a count', spots({ min: `${long('1')}x` })],
  ['groups of digits in a count', spots({ min: `${long('1,111 ')}x` })],
  ['ranges of ranges in a count', spots({ min: `${long('1-')}x`, max: `${long('1 to ')}x` })],
  ['dots in a latitude', spots({ lat: `${long('4.')}x`, lon: `${long('.')}1` })],
  ['degrees and minutes in a longitude', spots({ lat: `42${long("°1'")}N`, lon: `21${long('° ')}"E` })],
  ['hyphens in a date', spots({ validated_on: `2024${long('-01')}-` })],
  ['digits in a date', spots({ validated_on: `${long('20240101 ')}x` })],
  ['hours', spots({ hours: `${long('20:00-02:00 ')}x` })],
  ['colons and hyphens in hours', spots({ hours: `${long('1:')}${'-'.repeat(200)}` })],
  ['days', spots({ peak_days: `${long('fri ')}x` })],
  ['hyphens between days', spots({ peak_days: `mon${long('-')}fri` })],
  ['quotes in a note', spots({ notes: long('"') })],
  ['signs of a formula in a name', spots({ municipality: `${long('= ')}x`, notes: `${long('\u00a0"')}=1` })],
  ['blanks in a code', spots({ population: `FSW${long(' ')};${long(' ')}x`, spot_id: `A${long('\t ')}B` })],
  ['remarks above a header', { spots: `${long('# \n')}#${long(' ')}x\n` }],
  ['blanks and colons in YAML', { ...spots({}), study: `name: ${long(' ')}x${long(': ')}\n` }],
  ['brackets in YAML', { ...spots({}), study: `name: ${'['.repeat(5000)}\n` }],
  [
    'names for names in YAML',
    {
      ...spots({}),
      study: `a: &a [x]\n${Array.from({ length: 20 }, (_, n) => `b${n}: &b${n} [${`*${n === 0 ? 'a' : `b${n - 1}`}, `.repeat(9)}x]`).join('\n')}\n`,
    },
  ],
];

/** Seconds of processor; many times what each takes, and nothing to what trying every way would. */
const LIMIT = 5;

async function seconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe('inputs that are slow for patterns that try every way', () => {
  it.each(INPUTS)('%s', async (_what, texts) => {
    const spent = await seconds(() => studyOf(texts));
    expect(spent).toBeLessThan(LIMIT);
    const { spots: text = '' } = texts;
    const imported = await seconds(() =>
      importFiles([{ file: 'x.csv', bytes: new TextEncoder().encode(text) }]),
    );
    expect(imported).toBeLessThan(LIMIT);
  });

  it('are written as fast', async () => {
    const cells = [long(' ') + '=', long('"'), long('\u00a0\u200b'), long('\n'), long('-')];
    const spent = await seconds(() =>
      writeCsv({ name: 't', columns: ['a', 'b', 'c', 'd', 'e'], rows: [cells] }),
    );
    expect(spent).toBeLessThan(LIMIT);
  });
});
