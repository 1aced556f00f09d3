import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupingBy, rowsInGroups } from '../../src/columns/grouping.js';
import { tableOfRows } from '../../src/columns/table-of-rows.js';
import { sumGroups, sumsTogether } from '../../src/estimate/figure-sums.js';
import { Figures } from '../../src/estimate/figures.js';
import { sumHalfWidths } from '../../src/estimate/interval/correlated.js';
import { INTERVAL } from '../../src/estimate/interval/interval-step.js';
import type { Triples } from '../../src/estimate/triples.js';
import { variantOf } from '../../src/estimate/choose.js';
import { STANDARD_SETTINGS } from '../../src/model/settings.js';
import type { Spot } from '../../src/model/study.js';
import { SPOTS } from '../../src/model/tables/spots.js';
import { exactSum } from '../../src/stats/exact-sum.js';
import { EXAMPLE_RULE, exampleStudy } from '../../src/estimate/example-study.js';

/** Persons as they are counted, halved, corrected by a factor, far too many, or not a number at all. */
const persons = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 400 }).map((count) => count / 2) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 300, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(-0, -3, 1 / 3, 2 ** 27, 2 ** 40 + 0.5, 1e300, 5e-324, Number.NaN) },
);
const counted = fc.integer({ min: 0, max: 400 }).map((count) => count / 2);

const figure = (size: fc.Arbitrary<number>) =>
  fc.record({
    municipality: fc.constantFrom('North', 'South', 'Pejë', 'Alone', '', undefined),
    mode: fc.constantFrom(0, 0, 0, 1, 2),
    hasRange: fc.boolean(),
    total: fc.tuple(size, size, size),
    at: fc.tuple(size, size, size),
  });
type Drawn = { readonly [Name in 'total' | 'at']: readonly [number, number, number] } & {
  readonly municipality: string | undefined;
  readonly mode: number;
  readonly hasRange: boolean;
};

const triplesOf = (of: readonly (readonly [number, number, number])[]): Triples => ({
  low: Float64Array.from(of, ([low]) => low),
  estimate: Float64Array.from(of, ([, estimate]) => estimate),
  high: Float64Array.from(of, ([, , high]) => high),
});

function figuresOf(drawn: readonly Drawn[], isMoved: boolean): Figures {
  const rows = drawn.map(({ municipality }, at) => ({ spot_id: `S${at}`, municipality, line: at + 2 }));
  const total = triplesOf(drawn.map((one) => one.total));
  return new Figures({
    spots: tableOfRows(SPOTS, rows as readonly object[] as readonly Spot[]),
    rows: Int32Array.from(rows.keys()),
    modes: Uint8Array.from(drawn, ({ mode }) => mode),
    levels: new Uint8Array(drawn.length).fill(2),
    usual: total,
    peak: undefined,
    at: isMoved ? triplesOf(drawn.map((one) => one.at)) : total,
    total,
    hasRange: Uint8Array.from(drawn, ({ hasRange }) => Number(hasRange)),
    evidenceOf: () => [],
  });
}

const plain = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** The sums of an area's figures taken one by one, as they are defined. */
function oneByOne(drawn: readonly Drawn[], isMoved: boolean) {
  const ends = (of: readonly (readonly [number, number, number])[]) => ({
    low: plain(of.map(([low]) => low)),
    estimate: plain(of.map(([, estimate]) => estimate)),
    high: plain(of.map(([, , high]) => high)),
  });
  const atOf = (one: Drawn) => (isMoved ? one.at : one.total);
  const ofMode = (mode: number) => drawn.filter((one) => one.mode === mode);
  return {
    figures: drawn.length,
    total: ends(drawn.map((one) => one.total)),
    at: ends(drawn.map(atOf)),
    figuresBy: [0, 1, 2].map((mode) => ofMode(mode).length),
    metBy: [0, 1, 2].map((mode) => plain(ofMode(mode).map((one) => atOf(one)[1]))),
    withoutRange: drawn.filter((one) => !one.hasRange).length,
    withRange: plain(drawn.filter((one) => one.hasRange).map((one) => one.total[1])),
  };
}

const plainly = (figures: Figures) => {
  const { widths: _, figuresBy, metBy, ...rest } = figures.sums;
  return { ...rest, figuresBy: [...figuresBy], metBy: [...metBy] };
};

const CONTEXT = {
  study: exampleStudy([]),
  population: 'FSW',
  overlap: { use: 'none' },
  levelOne: new Map<string, number>(),
  rule: EXAMPLE_RULE,
  stream: { seed: STANDARD_SETTINGS.seed, labels: [] },
};
const correlatedOf = (figures: Figures, correlation: number) =>
  variantOf(INTERVAL, 'correlated').apply(figures, {
    ...CONTEXT,
    choice: { use: 'correlated', correlation },
  });

/** Areas of the figures: two names make one. */
const nameOf = (name: string | undefined) => (name === 'Alone' ? 'South' : (name ?? 'unassigned'));

function checkSums(drawn: readonly Drawn[], isMoved: boolean, correlation: number): void {
  const figures = figuresOf(drawn, isMoved);
  const areas = figures.split(groupingBy(figures.parts.spots.coded('municipality'), nameOf));
  expect([...areas.keys()].sort()).toEqual(
    [...new Set(drawn.map(({ municipality }) => nameOf(municipality)))].sort(),
  );
  areas.set('', figures);
  areas.set('nobody', figures.pick(new Int32Array(0)));
  for (const [name, area] of areas) {
    const own = name === '' ? drawn : drawn.filter(({ municipality }) => nameOf(municipality) === name);
    expect(plainly(area)).toEqual(oneByOne(own, isMoved));
    const half = (from: 0 | 1, to: 1 | 2) => {
      const widths = own.map(({ total }) => total[to] - total[from]);
      const [sum, squares] = [exactSum(widths), exactSum(widths.map((width) => width * width))];
      return correlation === 1 ? sum : Math.sqrt(squares + correlation * Math.max(0, sum * sum - squares));
    };
    const { estimate } = area.sums.total;
    expect(correlatedOf(area, correlation)).toMatchObject({
      low: estimate - half(0, 1),
      high: estimate + half(1, 2),
    });
    expect(Array.from(area.parts.total.high)).toEqual(own.map(({ total }) => total[2]));
    expect([...area.parts.modes]).toEqual(own.map(({ mode }) => mode));
  }
}

/** The widths of one figure alone. */
const widthsOf = (of: readonly [number, number, number]) =>
  figuresOf([{ municipality: 'North', mode: 0, hasRange: true, total: of, at: of }], false).sums.widths;

/** The sums of so many figures of very many persons each. */
const sumsOf = (count: number) => {
  const many = new Float64Array(count).fill(2 ** 27 - 1 / 32);
  const total = { low: many, estimate: many, high: many };
  const bytes = new Uint8Array(count);
  return sumGroups(
    { total, at: total, modes: bytes, hasRange: bytes, rows: new Int32Array(count) },
    count,
  )(0);
};

describe('sums of figures by area', () => {
  const correlation = fc.constantFrom(0, 0.1, 0.7, 1);

  it('are those of the figures of each area added up one by one, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(figure(persons), { maxLength: 40 }), fc.boolean(), correlation, checkSums),
      {
        numRuns: 500,
        seed: 1,
      },
    );
  });

  it('are so where every number is a count or half of one, and then need no other sum', () => {
    const drawn = fc.array(figure(counted), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(drawn, fc.boolean(), correlation, (some, isMoved, rho) => {
        checkSums(some, isMoved, rho);
        const { widths, total } = figuresOf(some, isMoved).sums;
        const halves = some.map((one) => one.total[1] - one.total[0]);
        expect(widths?.below).toEqual(sumHalfWidths(halves.length, (at) => halves[at] ?? 0));
        expect(widths?.above.sum).toBe(total.high - total.estimate);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('are not trusted to be exact where numbers are not whole shares or too large', () => {
    for (const odd of [1 / 3, -1, 2 ** 27, Number.NaN, Infinity]) {
      expect(widthsOf([1, 2, odd])).toBeUndefined();
      expect(widthsOf([1, odd, 2])).toBeUndefined();
      expect(widthsOf([odd, 1, 2])).toBeUndefined();
    }
    expect(widthsOf([0, 0, 2 ** 21])).toBeDefined();
    expect(widthsOf([0, 0, 2 ** 22 + 1 / 32])).toBeUndefined();
    expect(widthsOf([0, 2 ** 22 + 1 / 32, 2 ** 22 + 1])).toBeUndefined();
  });

  it('are not trusted to be exact where there are too many of them', () => {
    expect(sumsOf(2 ** 20).widths).toBeDefined();
    expect(sumsOf(2 ** 21 + 1).widths).toBeUndefined();
    const half = sumsOf(2 ** 20 + 1);
    expect(half.widths).toBeDefined();
    expect(sumsTogether([half])).toEqual(half);
    expect(sumsTogether([half, half])).toBeUndefined();
  });
});

describe('rows in groups', () => {
  it('are every row once, in order, in the group its text makes', () => {
    const rows = ['b', 'a', undefined, 'b', 'c'].map((municipality, at) => ({
      spot_id: `S${at}`,
      municipality,
      line: at + 2,
    }));
    const table = tableOfRows(SPOTS, rows);
    const grouping = groupingBy(table.coded('municipality'), (name) =>
      name === 'c' ? 'b' : (name ?? 'none'),
    );
    const members = rowsInGroups(grouping, Int32Array.from([4, 3, 2, 1, 0]));
    const named = Object.fromEntries(grouping.names.map((name, at) => [name, [...(members[at] ?? [])]]));
    expect(named).toEqual({ none: [2], a: [3], b: [0, 1, 4] });
  });
});
