import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOfRows } from '../../src/columns/table-of-rows.js';
import { TypedTable, type TypedColumn } from '../../src/columns/typed-table.js';
import { SETTLE, settleOne } from '../../src/estimate/settle.js';
import { settleOwnRows } from '../../src/estimate/settle-own-rows.js';
import type { Spot } from '../../src/model/study.js';
import { SPOT_MODES, SPOTS, type SpotMode } from '../../src/model/tables/spots.js';

const FIGURES = SETTLE.variants.flatMap(({ id, apply: { figure } }) => (figure ? [{ id, figure }] : []));

const orNothing = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
/** Counts as most are, and numbers that single precision or a byte or two do not keep. */
const persons = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(0.1, 254, 255, 65_535, 70_000, 16_777_217, 1e15 + 1) },
);
const spot = fc.record({
  mode: orNothing(fc.constantFrom<SpotMode>(...SPOT_MODES)),
  level: orNothing(fc.constantFrom('1', '2')),
  min: orNothing(persons),
  max: orNothing(persons),
  usual: orNothing(persons),
  peak_min: orNothing(persons),
  peak_max: orNothing(persons),
});
const counted = fc.record({
  min: fc.integer({ min: 0, max: 60 }),
  max: fc.integer({ min: 0, max: 60 }),
  usual: orNothing(fc.integer({ min: 0, max: 60 })),
});

const BYTES = new Set(['min', 'max', 'usual']);

/** The table with counts in a byte each, as they are read from a file. */
function inBytes(table: TypedTable<Spot>): TypedTable<Spot> {
  const narrow = [...table.parts.columns].flatMap(([name, column]): [string, TypedColumn][] => {
    if (column?.kind !== 'numbers' || !BYTES.has(name)) return [];
    const numbers = Uint8Array.from(column.numbers, (number) => (Number.isNaN(number) ? 255 : number));
    return [[name, { kind: 'numbers', numbers }]];
  });
  return table.with(new Map(narrow));
}

/** The table without some columns. */
const without = (table: TypedTable<Spot>, names: readonly string[]) =>
  new TypedTable<Spot>({
    ...table.parts,
    columns: new Map([...table.parts.columns].filter(([name]) => !names.includes(name))),
  });

type Row = Readonly<Record<'min' | 'max' | 'usual', number | undefined>> &
  Partial<Pick<Spot, 'mode' | 'level' | 'peak_min' | 'peak_max'>>;

const tableOf = (rows: readonly Row[]) =>
  tableOfRows(
    SPOTS,
    rows.map((row, at) => ({ ...row, line: at + 2 })) as readonly object[] as readonly Spot[],
  );

/** Holds the figures of some rows, in an order of their own, against those of each row by itself. */
function checkFigures(table: TypedTable<Spot>, chosen: Int32Array): void {
  for (const { figure } of FIGURES) {
    const { rows, modes, levels, usual, hasRange, peak } = settleOwnRows(table, chosen, figure);
    const expected = [...chosen].flatMap((row) => {
      const { min, max, usual: stated, mode, level, peak_min: low, peak_max: high } = table.row(row);
      const settled = settleOne(figure, { min, max, usual: stated });
      const onPeak = settleOne(figure, { min: low, max: high, usual: undefined });
      return settled === undefined ? [] : [{ row, settled, onPeak, mode, level }];
    });
    expect([...rows]).toEqual(expected.map(({ row }) => row));
    expect(usual.low).toHaveLength(expected.length);
    for (const [at, { settled, onPeak, mode, level }] of expected.entries()) {
      const { low, estimate, high } = settled;
      expect([usual.low[at], usual.estimate[at], usual.high[at]]).toEqual([low, estimate, high]);
      expect(hasRange[at]).toBe(Number(settled.hasRange));
      expect(modes[at]).toBe(SPOT_MODES.findIndex((known) => known === (mode ?? 'geo')));
      expect(levels[at]).toBe(level === '1' ? 1 : 2);
      const range = onPeak && { low: onPeak.low, estimate: onPeak.estimate, high: onPeak.high };
      expect(peak?.rangeAt(at)).toEqual(range);
      expect(peak?.estimateAt(at)).toBe(peak && (range?.estimate ?? Number.NaN));
    }
  }
}

/** Rows in another order than the table's. */
const order = (count: number) => Int32Array.from({ length: count }, (_, at) => count - 1 - at);

describe('rows that speak for themselves', () => {
  it('settle on the figures of each row by itself, by every rule of the ends', () => {
    const absent = fc.subarray(['min', 'usual', 'mode', 'level', 'peak_min']);
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 30 }), absent, (rows, names) => {
        const table = tableOf(rows);
        checkFigures(table, order(rows.length));
        checkFigures(without(table, names), order(rows.length));
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('do so where counts are held in a byte, and then in single precision where that keeps them', () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 30 }), (rows) => {
        const table = inBytes(tableOf(rows));
        checkFigures(table, order(rows.length));
        for (const { id, figure } of FIGURES.filter((rule) => rule.id !== 'geometric')) {
          const { usual } = settleOwnRows(table, order(rows.length), figure);
          expect(usual.estimate, id).toBeInstanceOf(Float32Array);
        }
      }),
      { numRuns: 150, seed: 2 },
    );
  });

  it('leave the rows they are given as they are', () => {
    const table = tableOf([
      { min: undefined, max: 3, usual: undefined },
      { min: 1, max: 3, usual: undefined },
    ]);
    const chosen = Int32Array.of(0, 1);
    const [rule] = FIGURES;
    expect(rule && [...settleOwnRows(table, chosen, rule.figure).rows]).toEqual([1]);
    expect([...chosen]).toEqual([0, 1]);
  });
});
