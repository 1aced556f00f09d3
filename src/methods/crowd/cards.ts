import type { Chapter } from '../../model/card.js';
import { crowdMedian } from './crowd.js';

/** What respondents think. */
export const CROWDS: Chapter = {
  id: 'crowd',
  title: 'Wisdom of the crowds',
  question: 'How many people do members of the population think there are?',
  standard: 'median',
  variants: [
    {
      id: 'median',
      title: 'Median of guesses',
      summary:
        'The median of guesses on the logarithmic scale with quartiles; absurd guesses left out or capped.',
      formula: 'N = exp(median ln guess); range = exp(quartiles)',
      rightWhen: 'a prior or a plausible bound is wanted',
      misleads: 'it is read as a measurement: crowds guess round numbers and their own circle',
      sources: [
        {
          author: 'Okal et al.',
          year: 2013,
          work: 'Sex Transm Infect 89:366–371, doi:10.1136/sextrans-2013-051071',
        },
      ],
      example: {
        given: 'guesses 100, 1000, 10000, 1000, 1000',
        gives: 1000,
        compute: () => crowdMedian([100, 1000, 10000, 1000, 1000]).estimate,
      },
    },
  ],
};
