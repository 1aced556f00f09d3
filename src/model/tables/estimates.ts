import { inputTable, type RowOf } from '../columns.js';

/** The table every sizing method writes and `combine` reads: figures made elsewhere enter by the same door. */
export const ESTIMATES = inputTable({
  id: 'estimates',
  file: 'estimates.csv',
  rowIs: 'one estimate of one population in one place',
  columns: {
    population: { kind: 'id', meaning: 'population by code: FSW, MSM …' },
    municipality: { kind: 'text', meaning: 'place the estimate is for; empty = the whole study area' },
    round: { kind: 'text', meaning: 'mapping or survey round' },
    method: { kind: 'id', required: true, meaning: 'how it was made, as spotwise explain knows it' },
    low: { kind: 'amount', meaning: 'low end of the range, persons' },
    estimate: { kind: 'amount', required: true, meaning: 'the estimate, persons' },
    high: { kind: 'amount', meaning: 'high end of the range, persons' },
    basis: {
      kind: 'choice',
      choices: ['extremes', 'confidence', 'credible', 'spread'],
      meaning: 'what the ends are: reported extremes, a confidence or credible interval, a spread',
    },
    level: { kind: 'amount', meaning: 'probability the range claims, 0 to 1' },
    source: { kind: 'text', meaning: 'data it was made from; rows that name the same source count once' },
    caveats: { kind: 'text', meaning: 'what a reader must know before using it' },
    confidence: {
      kind: 'amount',
      meaning: 'how far the study is trusted, above 0 up to 1 (empty = 1); widens its error',
    },
    depends_on: {
      kind: 'text',
      meaning: 'source whose data also enter this estimate, such as a mapping used as its prior',
    },
  },
});

export type EstimateRow = RowOf<typeof ESTIMATES>;
