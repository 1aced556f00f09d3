import { beforeAll, describe, expect, it } from 'vitest';
import { attackTable } from '../../../src/share/audit/attack.js';
import type { Measure, SeenCell, SeenTable, Span } from '../../../src/share/audit/seen-table.js';
import { unprotectedCells } from '../../../src/share/audit/unprotected.js';
import { cellsToHide, seenTable } from '../../../src/share/protect/complementary.js';
import { randomStream, seenCount, withMargins } from '../../support/tables.js';
import { highsBounds, loadHighs, type Highs } from '../../support/highs-bounds.js';

/** The table of sdcTable's own test: rows w x y z by columns a b c d, then the totals. */
const PUBLISHED = withMargins([
  [30, 47, 64, 89],
  [90, 124, 5, 31],
  [92, 100, 59, 85],
  [800, 991, 651, 685],
]);
const SHOWN = new Set(['wd', 'xb', 'xd', 'ya', 'yc', 'za', 'zc']);
const cellOf = (name: string) => 'wxyz'.indexOf(name[0] ?? '') * 5 + 'abcd'.indexOf(name[1] ?? '');
const INNER = ['w', 'x', 'y', 'z'].flatMap((row) => ['a', 'b', 'c', 'd'].map((column) => `${row}${column}`));
const BLANKS = INNER.filter((name) => !SHOWN.has(name)).map(cellOf);

const published = {
  ...PUBLISHED,
  hasRanges: false,
  cells: PUBLISHED.persons.map((persons) => seenCount(persons, 1, 0)),
  primary: new Set(BLANKS),
};

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

describe('the published 4 × 4 table', () => {
  const table = seenTable(published, new Set(BLANKS));

  it('gives away wb = 47 although no line has a lone blank', () => {
    expect(attackTable(table)?.(cellOf('wb'), 'estimate')).toEqual({ least: 47, most: 47 });
    expect(unprotectedCells(table, 20).some(({ cell }) => cell === cellOf('wb'))).toBe(true);
  });

  it.each([
    ['wa', 25, 94],
    ['wc', 0, 69],
    ['xa', 26, 95],
    ['xc', 0, 69],
    ['yb', 0, 185],
    ['yd', 0, 185],
    ['zb', 906, 1091],
    ['zd', 585, 770],
  ])('bounds %s by %i and %i, as the published figures do', (name, least, most) => {
    expect(attackTable(table)?.(cellOf(name), 'estimate')).toEqual({ least, most });
  });

  it('is repaired by hiding more, and the independent solver agrees', () => {
    const hidden = cellsToHide(published, 20);
    expect(hidden.size).toBeGreaterThan(BLANKS.length);
    const repaired = seenTable(published, hidden);
    expect(unprotectedCells(repaired, 20)).toEqual([]);
    const wanted = [...hidden].map((cell) => ({ cell, measure: 'estimate' as const }));
    for (const { least, most } of highsBounds(highs, repaired, wanted)) {
      expect(most - least).toBeGreaterThanOrEqual(20);
      expect(least).toBeLessThan(20);
      expect(most).toBeGreaterThanOrEqual(20);
    }
  });
});

it('three small cells on a diagonal do not fall by subtraction', () => {
  const counts = withMargins([
    [4, 60, 70],
    [80, 6, 90],
    [50, 40, 3],
  ]);
  const small = new Set([0, 5, 10]);
  const table = {
    ...counts,
    hasRanges: false,
    cells: counts.persons.map((persons) => seenCount(persons, 1, 20)),
    primary: small,
  };
  expect(unprotectedCells(seenTable(table, small), 20).map(({ bounds }) => bounds)).toEqual([
    { least: 4, most: 4 },
    { least: 6, most: 6 },
    { least: 3, most: 3 },
  ]);
  expect(unprotectedCells(seenTable(table, cellsToHide(table, 20)), 20)).toEqual([]);
});

describe('the bounds of the attack and of an independent solver', () => {
  it('agree on 120 random tables of counts, hidden at random', () => {
    let compared = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      const random = randomStream(seed);
      const size = () => 2 + Math.floor(random() * 4);
      const width = size();
      const counts = withMargins(
        Array.from({ length: size() }, () =>
          Array.from({ length: width }, () => Math.floor(random() ** 3 * 200)),
        ),
      );
      const table: SeenTable = {
        sums: counts.sums,
        hasRanges: false,
        cells: counts.persons.map((persons) =>
          random() < 0.4 ? {} : seenCount(persons, seed % 2 === 0 ? 10 : 1, 0),
        ),
      };
      compared += compare(table, ['estimate']);
    }
    expect(compared).toBeGreaterThan(400);
  });

  it('agree on 60 random tables of ranges', () => {
    let compared = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      compared += compare(randomRanges(randomStream(1000 + seed)), ['low', 'estimate', 'high']);
    }
    expect(compared).toBeGreaterThan(300);
  });
});

function compare(table: SeenTable, measures: readonly Measure[]): number {
  const boundsOf = attackTable(table);
  const wanted = [...table.cells.entries()]
    .filter(([, seen]) => seen.estimate === undefined)
    .flatMap(([cell]) => measures.map((measure) => ({ cell, measure })));
  const theirs = highsBounds(highs, table, wanted);
  for (const [at, { cell, measure }] of wanted.entries()) {
    expectSame(boundsOf?.(cell, measure) ?? { least: NaN, most: NaN }, theirs[at] ?? { least: 0, most: 0 });
  }
  return wanted.length;
}

function expectSame(ours: Span, theirs: Span): void {
  for (const end of ['least', 'most'] as const) {
    if (Number.isFinite(theirs[end])) expect(ours[end]).toBeCloseTo(theirs[end], 5);
    else expect(ours[end]).toBe(theirs[end]);
  }
}

/** One total over some ranges, rounded outward to 10, some of them hidden, some without a range. */
function randomRanges(random: () => number): SeenTable {
  const base = 10;
  const cells: SeenCell[] = [];
  const totals = { low: 0, estimate: 0, high: 0 };
  const parts = 3 + Math.floor(random() * 6);
  for (let part = 0; part < parts; part += 1) {
    const estimate = Math.floor(random() ** 2 * 300);
    const low = Math.floor(estimate * random());
    const high = estimate + Math.floor(100 * random());
    totals.low += low;
    totals.estimate += estimate;
    totals.high += high;
    cells.push(random() < 0.5 ? {} : seenRange({ low, estimate, high }, base));
  }
  cells.push(seenRange(totals, base));
  return {
    cells,
    hasRanges: true,
    sums: [{ total: parts, parts: Array.from({ length: parts }, (_, part) => part) }],
  };
}

function seenRange(range: { low: number; estimate: number; high: number }, base: number): SeenCell {
  const low = Math.floor(range.low / base) * base;
  const estimate = Math.round(range.estimate / base) * base;
  const high = Math.ceil(range.high / base) * base;
  return {
    low: { least: low, most: low + base - 1 },
    estimate: { least: Math.max(0, estimate - base / 2), most: estimate + base / 2 - 1 },
    high: { least: Math.max(0, high - base + 1), most: high },
  };
}
