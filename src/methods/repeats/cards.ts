import type { Chapter } from '../../model/card.js';
import {
  chaoLowerBound,
  truncatedGeometric,
  truncatedNegativeBinomial,
  truncatedPoisson,
  zelterman,
} from './repeat-counts.js';

const HEIJDEN = {
  author: 'van der Heijden, Cruyff, van Houwelingen',
  year: 2003,
  work: 'Stat Neerl 57:289–304, doi:10.1111/1467-9574.00232',
};
const CHAO = { author: 'Chao', year: 1987, work: 'Biometrics 43:783–791, doi:10.2307/2531532' };
const BOEHNING = {
  author: 'Böhning, van der Heijden',
  year: 2009,
  work: 'Ann Appl Stat 3:595–610, doi:10.1214/08-AOAS214',
};
const SHORT = [100, 60, 40, 25, 16, 10, 6, 4, 2, 1];
const GIVEN = '100, 60, 40, 25, 16, 10, 6, 4, 2 and 1 persons met 1 to 10 times';

/** Sizes from how often people were met in one register. */
export const REPEAT_COUNTS: Chapter = {
  id: 'repeats',
  title: 'Repeat contacts',
  question: 'How many people were never met, if those met were met this often?',
  standard: 'chao',
  variants: [
    {
      id: 'chao',
      title: 'Chao lower bound',
      summary:
        'The least number of people that those met once and twice allow, whatever the rates of being met.',
      formula: 'N = n + f₁²/(2·f₂)',
      rightWhen: 'nothing is known of how rates vary',
      misleads: 'it is read as the size: it is a bound from below',
      sources: [CHAO],
      example: { given: GIVEN, gives: 347.333, compute: () => chaoLowerBound(SHORT).estimate },
    },
    {
      id: 'zelterman',
      title: 'Zelterman',
      summary: 'The rate from those met once or twice, who are most like those never met.',
      formula: 'N = n/(1 − exp(−2·f₂/f₁))',
      rightWhen: 'frequent contacts come from another kind of people',
      misleads: 'a first contact makes the next more or less likely',
      sources: [
        {
          author: 'Zelterman',
          year: 1988,
          work: 'J Stat Plan Inference 18:225–237, doi:10.1016/0378-3758(88)90007-9',
        },
      ],
      example: { given: GIVEN, gives: 377.787, compute: () => zelterman(SHORT).estimate },
    },
    {
      id: 'poisson',
      title: 'Zero-truncated Poisson',
      summary: 'Everybody is met at one common rate.',
      formula: 'N = n/(1 − exp(−λ)), λ/(1 − exp(−λ)) = mean contacts',
      rightWhen: 'a reference: people hardly differ',
      misleads: 'people differ: then it is too small',
      sources: [HEIJDEN],
      example: { given: GIVEN, gives: 292.371, compute: () => truncatedPoisson(SHORT).estimate },
    },
    {
      id: 'geometric',
      title: 'Zero-truncated geometric',
      summary: 'Rates of being met vary like an exponential.',
      formula: 'N = n·S/(S − n), S contacts',
      rightWhen: 'most people are met seldom and some very often',
      misleads: 'the counts do not fall by a constant factor',
      sources: [BOEHNING],
      example: { given: GIVEN, gives: 430.737, compute: () => truncatedGeometric(SHORT).estimate },
    },
    {
      id: 'negative_binomial',
      title: 'Zero-truncated negative binomial',
      summary: 'Rates of being met vary like a gamma.',
      formula: 'N = n/(1 − (1 + μ/k)^(−k)) by maximum likelihood',
      rightWhen: 'counts are many and the fit stays inside',
      misleads: 'the fit runs to its edge, where any size fits: spotwise refuses there',
      sources: [BOEHNING],
      example: { given: GIVEN, gives: 386.491, compute: () => truncatedNegativeBinomial(SHORT).estimate },
    },
  ],
};
