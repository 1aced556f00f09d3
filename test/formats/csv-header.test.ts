import { describe, expect, it } from 'vitest';
import { readHeader } from '../../src/formats/csv-header.js';

const encoder = new TextEncoder();
const header = (text: string) => readHeader('t.csv', [encoder.encode(text)], text.length);

describe('the header of a CSV file', () => {
  it('is read with nothing to say of plain rows, whatever is quoted in them', () => {
    expect(header('spot_id,min\nS1,2\n"S\n2",3\n')).toEqual({
      columns: ['spot_id', 'min'],
      whole: undefined,
      issues: [],
    });
  });

  it('comes with the whole table where the file is not plain, and with its dialect', () => {
    const { columns, whole, issues } = header('spot_id;min\nS1;2,5\n');
    expect(columns).toEqual(['spot_id', 'min']);
    expect(whole?.rows).toEqual([['S1', '2,5']]);
    expect(issues.map((issue) => issue.code)).toContain('dialect');
  });

  it('is none where the file is no table', () => {
    expect(header('').columns).toBeUndefined();
    expect(header('spot_id,min\nS1,"2\n').columns).toBeUndefined();
  });
});
