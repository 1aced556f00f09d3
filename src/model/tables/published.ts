import { inputTable, type RowOf } from '../columns.js';

export const PUBLISHED = inputTable({
  id: 'published',
  file: 'published.csv',
  rowIs: 'one published number',
  columns: {
    table: {
      kind: 'id',
      required: true,
      meaning: 'output table the number is found in: national, municipalities …',
    },
    key: { kind: 'text', required: true, meaning: 'which row, such as population=FSW;municipality=Prizren' },
    measure: {
      kind: 'id',
      required: true,
      meaning: 'which column of that row; number_of_rows counts the rows the key fits',
    },
    value: {
      kind: 'figure',
      required: true,
      meaning: 'the number as published, with the digits it is printed with',
    },
    tolerance: {
      kind: 'amount',
      meaning: 'largest difference still called equal (empty = half of the last printed digit)',
    },
    source: { kind: 'text', required: true, meaning: 'where the number is published' },
    deviation: { kind: 'number', meaning: 'for a known deviation: recomputed minus published' },
    evidence: { kind: 'text', meaning: 'for a known deviation: why the published number does not come out' },
  },
});

export type PublishedRow = RowOf<typeof PUBLISHED>;
