import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { makeStyle } from '../../src/draw/style.js';
import { drawTable, fitBars } from '../../src/draw/text-table.js';

const COLUMNS = [
  { title: 'each mapped area left out in turn' },
  { title: 'median error', align: 'right' },
  { title: 'coverage', align: 'right' },
] as const;
const ROWS = [
  ['loglog', '38%', '93%'],
  ['rate', '44%', '90%'],
];
const WIDE = `each mapped area left out in turn  median error  coverage
loglog                                      38%       93%
rate                                        44%       90%`;

describe('a table', () => {
  it('has one line of headings where it fits, and in a pipe', () => {
    for (const [columns, isScreen] of [
      [80, true],
      [40, false],
    ] as const) {
      expect(drawTable(COLUMNS, ROWS, makeStyle({ colour: false, columns, isScreen }))).toBe(WIDE);
    }
  });

  it('breaks its widest headings between words on a screen that is too narrow', () => {
    const drawn = drawTable(COLUMNS, ROWS, makeStyle({ colour: false, columns: 40, isScreen: true }));
    expect(drawn).toBe(`each mapped area
left out in turn  median error  coverage
loglog                     38%       93%
rate                       44%       90%`);
    expect(stringWidth(drawn.split('\n')[2] ?? '')).toBeLessThanOrEqual(40);
  });

  it('breaks no heading that has to stay whole', () => {
    const [first, ...others] = COLUMNS;
    const columns = [{ ...first, isWhole: true as const }, ...others];
    expect(drawTable(columns, ROWS, makeStyle({ colour: false, columns: 40, isScreen: true }))).toBe(WIDE);
  });

  it('leaves its headings whole where breaking them would not make it fit', () => {
    expect(drawTable(COLUMNS, ROWS, makeStyle({ colour: false, columns: 12, isScreen: true }))).toBe(WIDE);
  });

  it('pads Burmese, Cyrillic and French by what they take on screen', () => {
    const columns = ['ခန့်မှန်းချက်', 'оценка', '1\u202f000 €'].map((title) => ({
      title,
      align: 'right' as const,
    }));
    const drawn = drawTable(columns, [['၆,၈၁၄', '6\u00a0814', '–']], makeStyle({ colour: false }));
    const widths = drawn.split('\n').map((line) => stringWidth(line));
    expect(new Set(widths).size).toBe(1);
  });
});

const draw = (width: number) => `12345 ${'-'.repeat(width)}\n1`;

describe('bars', () => {
  it('keep their width where it fits, and give way where it does not, down to eight', () => {
    expect(fitBars(draw, 16, 80)).toBe(draw(16));
    expect(fitBars(draw, 16, 18)).toBe(draw(12));
    expect(fitBars(draw, 16, 5)).toBe(draw(8));
  });
});
