import { describe, expect, it } from 'vitest';
import { digitDistance, oneSlipAway } from '../../src/audit/digit-distance.js';
import { writeComputed, writeNumber, writtenNumber } from '../../src/audit/written-number.js';

describe('digits', () => {
  it.each([
    ['5550', '5750', 1],
    ['71', '771', 1],
    ['1234', '1324', 1],
    ['12345', '1345', 1],
    ['148', '186', 2],
    ['0.17', '0.017', 1],
    ['164586', '124292', 4],
    ['90', '90', 0],
  ])('%s and %s are %i slips apart', (from, to, slips) => {
    expect(digitDistance(from, to)).toBe(slips);
    expect(digitDistance(to, from)).toBe(slips);
  });

  it('lists exactly the texts one slip away', () => {
    const texts = oneSlipAway('120');
    expect(texts).toEqual(expect.arrayContaining(['20', '10', '12', '210', '102', '1200', '9120', '190']));
    expect(texts.every((text) => digitDistance('120', text) === 1)).toBe(true);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('keeps the decimals a number was written with', () => {
    expect(writtenNumber('5,550')).toEqual({ value: 5550, decimals: 0 });
    expect(writtenNumber(' 7.10 ')).toEqual({ value: 7.1, decimals: 2 });
    expect(writtenNumber('17%')).toEqual({ value: 0.17, decimals: 2 });
    expect(writtenNumber('1.91%')).toEqual({ value: 0.0191, decimals: 4 });
    for (const text of ['', 'about 700', '1,50', '7.1.2', '-', 'NaN'])
      expect(writtenNumber(text)).toBeUndefined();
  });

  it('writes numbers as tables do', () => {
    expect(writeNumber(1234567, 0)).toBe('1,234,567');
    expect(writeNumber(-1234.5, 1)).toBe('-1,234.5');
    expect(writeNumber(-0.001, 2)).toBe('0.00');
    expect(writeComputed(7457)).toBe('7,457');
    expect(writeComputed(624.5)).toBe('624.5');
    expect(writeComputed(0.017)).toBe('0.017');
  });
});
