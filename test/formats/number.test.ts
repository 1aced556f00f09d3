import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, readNumber, roundTo } from '../../src/formats/number.js';

describe('the number grammar', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['007', 7],
    ['12.50', 12.5],
    ['-21.1671', -21.1671],
    ['+3', 3],
    ['999999999999999', 999_999_999_999_999],
  ])('reads %s as %d', (text, value) => {
    expect(readNumber(text)).toEqual({ value });
  });

  it.each([
    ['', 'not-a-number'],
    [' ', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['12abc', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['#REF!', 'not-a-number'],
    ['12-Mar', 'not-a-number'],
    ['၁၂', 'not-a-number'],
    ['9007199254740993', 'too-precise'],
    ['1,234', 'grouped'],
    ["1'234", 'grouped'],
    ['1 234', 'grouped'],
    ['1,234,567', 'grouped'],
    ['12,5', 'decimal-comma'],
    ['4-9', 'range'],
    ['4 to 9', 'range'],
    ['20+', 'open-ended'],
    ['>20', 'open-ended'],
  ])('refuses %s as %s', (text, fault) => {
    expect(readNumber(text)).toEqual({ fault });
  });

  it('reads a decimal comma where the column has decimal commas', () => {
    expect(readNumber('42,6487', ',')).toEqual({ value: 42.6487 });
    expect(readNumber('1.234,5', ',')).toEqual({ fault: 'grouped' });
  });

  it('never reads a number that, written again, is another number', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const reading = readNumber(text);
        if (!('value' in reading)) return;
        expect(Number.isFinite(reading.value)).toBe(true);
        expect(text).toMatch(/^[+-]?\d+(\.\d+)?$/);
        expect(reading.value).toBe(Number(text));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});

describe('writing numbers', () => {
  it('rounds half away from zero and drops trailing zeros', () => {
    expect(formatNumber(0.5, 0)).toBe('1');
    expect(formatNumber(2.5, 0)).toBe('3');
    expect(formatNumber(-2.5, 0)).toBe('-3');
    expect(formatNumber(4.35, 1)).toBe('4.4');
    expect(formatNumber(13.2, 3)).toBe('13.2');
    expect(formatNumber(-0.0001, 2)).toBe('0');
    expect(formatNumber(1e21, 2)).toBe('1000000000000000000000');
  });

  it('refuses what is no number', () => {
    expect(() => formatNumber(Number.NaN, 2)).toThrow(RangeError);
    expect(() => formatNumber(Infinity, 2)).toThrow(RangeError);
  });

  it('gives back what was written, to the decimals written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (whole, decimals) => {
        const value = whole / 10 ** decimals;
        expect(readNumber(formatNumber(value, decimals))).toEqual({ value: roundTo(value, decimals) + 0 });
      }),
      { numRuns: 500, seed: 2 },
    );
  });
});
