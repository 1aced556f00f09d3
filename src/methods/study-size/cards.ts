import type { Chapter } from '../../model/card.js';
import { expectCapture, expectMultiplier } from './study-size.js';

const GUESS = { size: 5000, first: 1000, designEffect: 2 };

/** How large a study must be. */
export const STUDY_SIZES: Chapter = {
  id: 'study-size',
  title: 'Study size',
  question: 'How many people must be listed or interviewed for an interval of useful width?',
  standard: 'capture',
  variants: [
    {
      id: 'capture',
      title: 'Second list of a capture–recapture study',
      summary:
        'The interval to expect from two lists when the size is as guessed and the overlap at its mean.',
      formula: 'm = n₁·n₂/N; log-normal interval with DEFF·n₁·n₂(n₁ − m)(n₂ − m)/m³',
      rightWhen: 'a first list is planned and a guess of the size exists',
      misleads: 'the true size is twice the guess: the overlap halves; try several guesses',
      sources: [
        {
          author: 'Robson, Regier',
          year: 1964,
          work: 'Trans Am Fish Soc 93:215–226, doi:10.1577/1548-8659(1964)93[215:SSIPMR]2.0.CO;2',
        },
      ],
      example: {
        given: 'size 5,000, lists of 400 and 400: persons expected on both',
        gives: 32,
        compute: () => expectCapture({ size: 5000, first: 400, designEffect: 1 }, 400).overlap,
      },
    },
    {
      id: 'multiplier',
      title: 'Survey of a multiplier study',
      summary: 'The interval to expect from a multiplier when the size is as guessed.',
      formula: 'P = M/N; N·exp(±1.96·√(DEFF·(1 − P)/(n·P)))',
      rightWhen: 'the number of objects or clients is known and the survey is to be sized',
      misleads: 'the share who got it is below 0.2: the survey then needs to be very large',
      sources: [
        {
          author: 'Fearon et al.',
          year: 2017,
          work: 'JMIR Public Health Surveill 3(3):e46, doi:10.2196/publichealth.6856',
        },
      ],
      example: {
        given: 'size 5,000, 1,000 objects, 400 interviewed, design effect 2: the low end',
        gives: 3789.587,
        compute: () => expectMultiplier(GUESS, 400)?.low ?? Number.NaN,
      },
    },
  ],
};
