import type { Chapter } from '../../model/card.js';
import { multiply, weightedShare } from './multiplier.js';

const JOHNSTON = {
  author: 'Johnston et al.',
  year: 2013,
  work: 'Emerg Themes Epidemiol 10:10, doi:10.1186/1742-7622-10-8',
};
const FEARON = {
  author: 'Fearon et al.',
  year: 2017,
  work: 'JMIR Public Health Surveill 3(3):e46, doi:10.2196/publichealth.6856',
};

/** A count of people who got something, over the share who did. */
export const MULTIPLIERS: Chapter = {
  id: 'multiplier',
  title: 'Multipliers',
  question: 'How many people are there, if so many got a service or object and this share of a survey did?',
  standard: 'count_over_share',
  variants: [
    {
      id: 'count_over_share',
      title: 'Count over share',
      summary: 'The count of people who got a service or object divided by the share of a survey who did.',
      formula: 'N = M/P; Var N = M²·DEFF·P(1 − P)/(n·P⁴) + Var(M)/P²',
      rightWhen: 'the count is of different people of the same place, time, age and definition as the survey',
      misleads:
        'the count holds visits instead of people, the survey recruits at the service, or P is below about 0.2',
      sources: [JOHNSTON, FEARON],
      example: {
        given: '400 objects given out, 20 of 624 interviewed with one',
        gives: 12480,
        compute: () => multiply({ count: 400, share: 20 / 624, sample: 624 }).estimate,
      },
    },
    {
      id: 'chains',
      title: 'Weighted share, recruitment chains redrawn',
      summary:
        'The same with a share weighted by 1/contacts and an interval from redrawing whole recruitment chains.',
      formula: 'N = M·Σ(1/d)/Σ over those who got it (1/d)',
      rightWhen: 'the survey is respondent-driven and has at least five chains',
      misleads: 'few long chains: the interval is too narrow',
      sources: [{ author: 'Volz, Heckathorn', year: 2008, work: 'J Off Stat 24:79–97' }, FEARON],
      example: {
        given: 'a count of 100 and contacts 1, 1 and 2, where only one with one contact got it',
        gives: 250,
        compute: () =>
          100 /
          weightedShare([
            { got: true, weight: 1, chain: 'a' },
            { got: false, weight: 1, chain: 'b' },
            { got: false, weight: 0.5, chain: 'c' },
          ]),
      },
    },
  ],
};
