import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePublished, countStatuses, isReproduced } from '../../src/reproduce/compare-published.js';
import { compareRow, NATIONAL, publishedRow } from './published-row.js';

describe('a published number', () => {
  it('that comes out is matched', () => {
    expect(compareRow()).toMatchObject({ status: 'matched', recomputed: 40, difference: 0, tolerance: 0.5 });
  });

  it('changed by 1 is a mismatch', () => {
    expect(compareRow({ value: '41' })).toMatchObject({ status: 'mismatch', difference: -1 });
    expect(compareRow({ value: '39' })).toMatchObject({ status: 'mismatch', difference: 1 });
  });

  it.each([
    ['7', 'matched', 0.5],
    ['6.7', 'matched', 0.05],
    ['6.67', 'matched', 0.005],
    ['6.7000', 'mismatch', 0.00005],
    ['6.6', 'mismatch', 0.05],
  ])('printed as %s is %s: half of its last digit is allowed', (value, status, tolerance) => {
    const comparison = compareRow({ key: 'population=PWID', measure: 'mean_spot_size', value });
    expect(comparison.status).toBe(status);
    expect(comparison.tolerance).toBeCloseTo(tolerance, 12);
  });

  it('exactly half of the last digit away is matched in spite of binary fractions', () => {
    const table = { ...NATIONAL, rows: [['FSW', 4, 0.15, 40, 54, undefined]] };
    const row = publishedRow({ measure: 'mean_spot_size', value: '0.1' });
    expect(comparePublished([row], [table])[0]?.status).toBe('matched');
  });

  it('with a tolerance of its own uses that one', () => {
    expect(compareRow({ value: '42', tolerance: 2 }).status).toBe('matched');
    expect(compareRow({ value: '43', tolerance: 2 }).status).toBe('mismatch');
    expect(compareRow({ value: '41', tolerance: 0 }).status).toBe('mismatch');
  });
});

describe('a known deviation', () => {
  const evidence = 'A digit is lost in print.';

  it('holds where the stated deviation is exact and there is evidence', () => {
    expect(compareRow({ value: '34', deviation: 6, evidence }).status).toBe('known-deviation');
  });

  it('does not hold without evidence', () => {
    const comparison = compareRow({ value: '34', deviation: 6 });
    expect(comparison.status).toBe('mismatch');
    expect(comparison.reason).toMatch(/evidence/);
  });

  it('does not hold when the published number or the deviation is 1 off', () => {
    expect(compareRow({ value: '35', deviation: 6, evidence }).status).toBe('mismatch');
    expect(compareRow({ value: '34', deviation: 5, evidence }).status).toBe('mismatch');
  });

  it('is a mismatch once the number comes out after all, so that it does not linger', () => {
    expect(compareRow({ value: '40', deviation: 6, evidence })).toMatchObject({
      status: 'mismatch',
      reason: 'The number comes out; the stated deviation is no longer there.',
    });
  });
});

describe('a number is missing', () => {
  it.each([
    ['its table is not written', { table: 'nowhere' }],
    ['its row is not there', { key: 'population=MSM' }],
    ['its column is not there', { measure: 'persons' }],
    ['the key names a column that is not there', { key: 'kp=FSW' }],
    ['the key is not written as column=value', { key: 'FSW' }],
    ['the cell is empty', { key: 'population=PWID', measure: 'high' }],
    ['the cell holds text', { measure: 'population' }],
    ['the key fits several rows', { key: 'note=', measure: 'estimate', value: '30' }],
  ])('where %s', (_, changes) => {
    const table = { ...NATIONAL, rows: [...NATIONAL.rows, ['MSW', 1, 1, 1, 1, undefined]] };
    const rows = 'key' in changes && changes.key === 'note=' ? table : NATIONAL;
    const [comparison] = comparePublished([publishedRow(changes)], [rows]);
    expect(comparison).toMatchObject({ status: 'missing', recomputed: undefined, difference: undefined });
    expect(comparison?.reason).toMatch(/\.$/);
  });
});

describe('a key', () => {
  it('meets an empty cell with an empty value', () => {
    expect(compareRow({ key: 'note=', value: '30' }).status).toBe('matched');
  });

  it('meets a number cell by its value', () => {
    expect(compareRow({ key: 'spots=3.0', value: '30' }).status).toBe('matched');
  });

  it('needs all its parts', () => {
    expect(compareRow({ key: 'population=FSW; spots=4' }).status).toBe('matched');
    expect(compareRow({ key: 'population=FSW;spots=3' }).status).toBe('missing');
  });

  it('counts the rows it fits for number_of_rows', () => {
    expect(compareRow({ measure: 'number_of_rows', value: '1' }).status).toBe('matched');
    expect(compareRow({ key: 'population=MSM', measure: 'number_of_rows', value: '0' }).status).toBe(
      'matched',
    );
  });
});

it('cells of a table that was read as text are compared as numbers', () => {
  const table = { ...NATIONAL, rows: NATIONAL.rows.map((row) => row.map((cell) => String(cell ?? ''))) };
  expect(comparePublished([publishedRow()], [table])[0]?.status).toBe('matched');
});

it('a study is reproduced when everything matches or is a known deviation, and something was compared', () => {
  const [matched, mismatch] = [compareRow(), compareRow({ value: '41' })];
  expect(isReproduced([matched])).toBe(true);
  expect(isReproduced([matched, mismatch])).toBe(false);
  expect(isReproduced([matched, compareRow({ measure: 'none' })])).toBe(false);
  expect(isReproduced([])).toBe(false);
  expect(countStatuses([matched, mismatch, mismatch])).toEqual({
    matched: 1,
    'known-deviation': 0,
    mismatch: 2,
    missing: 0,
  });
});

it('a number printed with any decimals matches itself and nothing a whole last digit away', () => {
  assert(
    property(
      integer({ min: -1_000_000, max: 1_000_000 }),
      integer({ min: 0, max: 4 }),
      (digits, decimals) => {
        const step = 10 ** -decimals;
        const value = (digits * step).toFixed(decimals);
        const judge = (recomputed: number) =>
          comparePublished(
            [publishedRow({ value })],
            [{ ...NATIONAL, rows: [['FSW', 4, 9, recomputed, 54, undefined]] }],
          )[0]?.status;
        expect(judge(Number(value))).toBe('matched');
        expect(judge(Number(value) + 0.49 * step)).toBe('matched');
        expect(judge(Number(value) + step)).toBe('mismatch');
        expect(judge(Number(value) - step)).toBe('mismatch');
      },
    ),
  );
});
