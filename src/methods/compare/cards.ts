import type { Chapter } from '../../model/card.js';
import { makeRandom } from '../../stats/random.js';
import { changeOf, pairedRatio } from './change.js';
import { decayOf } from './decay.js';

const interval = (low: number, high: number) =>
  ({ low, high, basis: 'confidence', method: 'example' }) as const;

/** Two rounds beside each other. */
export const COMPARISONS: Chapter = {
  id: 'compare',
  title: 'Two rounds compared',
  question: 'What changed between two rounds of mapping, and how fast does a map go out of date?',
  standard: 'change',
  variants: [
    {
      id: 'change',
      title: 'Change of a total',
      summary:
        'Later less earlier, with the customary range and an interval recovered from those of the rounds.',
      formula: '(L − E) ± √(own arms of L and E squared and added); ratio by the same of logarithms',
      rightWhen: 'both rounds were mapped and estimated by the same rules',
      misleads:
        'definitions, zones, seasons or the chain differ: the change is then the method’s; or informants are the same and err alike',
      sources: [{ author: 'Zou, Donner', year: 2008, work: 'Stat Med 27:1693–1702, doi:10.1002/sim.3095' }],
      example: {
        given: '100 (90–110), later 150 (130–170): the low end',
        gives: 27.639,
        compute: () =>
          changeOf(
            { low: 90, estimate: 100, high: 110, interval: interval(90, 110) },
            { low: 130, estimate: 150, high: 170, interval: interval(130, 170) },
          ).interval?.low ?? Number.NaN,
      },
    },
    {
      id: 'paired',
      title: 'Change at spots of both rounds',
      summary: 'Persons later over persons earlier at spots that were there both times, pairs redrawn.',
      formula: 'Σ later / Σ earlier over pairs; percentile bootstrap of pairs',
      rightWhen: 'the question is whether spots hold more people, apart from spots lost and found',
      misleads: 'spots that grew were more likely to be found again',
      sources: [{ author: 'Efron', year: 1979, work: 'Ann Stat 7:1–26, doi:10.1214/aos/1176344552' }],
      example: {
        given: 'ten spots of 10 to 19 persons that each doubled',
        gives: 2,
        compute: () =>
          pairedRatio(
            Array.from({ length: 10 }, (_, at) => ({ earlier: 10 + at, later: 20 + 2 * at })),
            { random: makeRandom(1), replicates: 20 },
          ).estimate,
      },
    },
    {
      id: 'decay',
      title: 'Decay of a map',
      summary: 'The share of spots still where the map says, a year on, and the years until half are gone.',
      formula:
        'share = standing/spots, exact interval; a year: share^(1/years); half-life: years·ln ½/ln share',
      rightWhen: 'it is to be told when a map must be renewed and which spots to visit first',
      misleads: 'spots were closed at once by a raid, or the later round looked only at some of them',
      sources: [
        {
          author: 'Clopper, Pearson',
          year: 1934,
          work: 'Biometrika 26:404–413, doi:10.1093/biomet/26.4.404',
        },
      ],
      example: {
        given: '81 of 100 spots standing after 2 years: share a year',
        gives: 0.9,
        compute: () => decayOf(100, 81, 2).aYear.estimate,
      },
    },
  ],
};
