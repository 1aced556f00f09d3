import type { Chapter } from '../../model/card.js';
import { trackByStratum } from './by-stratum.js';
import { reverseTracking } from './reverse-tracking.js';

/** Ten spots, four of them enumerated. */
const TEN = [
  { mapped: 10, found: 12 },
  { mapped: 20, found: 14 },
  { mapped: 30, found: 24 },
  { mapped: 20, found: 10 },
  ...Array.from({ length: 6 }, () => ({ mapped: 20, found: undefined })),
];

/** Three bars and three streets, two of each enumerated. */
const BARS_AND_STREETS = [
  { stratum: 'bar', mapped: 10, found: 8 },
  { stratum: 'bar', mapped: 10, found: 6 },
  { stratum: 'bar', mapped: 20, found: undefined },
  { stratum: 'street', mapped: 30, found: 30 },
  { stratum: 'street', mapped: 30, found: 24 },
  { stratum: 'street', mapped: 30, found: undefined },
];

/** The size from a map and an enumeration of some of its spots. */
export const REVERSE_TRACKING: Chapter = {
  id: 'reverse_tracking',
  title: 'Reverse tracking',
  question: 'How many people are at the spots of a map, if this many were found where it says so many?',
  standard: 'ratio',
  variants: [
    {
      id: 'ratio',
      title: 'Ratio of found to mapped',
      summary:
        'The map’s total corrected by what an enumeration found at spots drawn at random among those mapped.',
      formula:
        'N = M·Σs/Σm, R = Σs/Σm; variance by the jackknife M²·(1 − n/K)·Σ((s − R·m)/(Σm − m))², or Cochran’s K²·(1 − n/K)·Σ(s − R·m)²/((n − 1)·n), too small for few spots',
      rightWhen: 'five or more spots were drawn at random from the whole list and enumerated fully',
      misleads:
        'spots were chosen because they are large or near; spots are missing from the map; people use several spots, or come to none',
      sources: [
        {
          author: 'Vadivoo et al.',
          year: 2008,
          work: 'AIDS 22 Suppl 5:S137–S148, doi:10.1097/01.aids.0000343772.82647.2d',
        },
        { author: 'Cochran', year: 1977, work: 'Sampling Techniques, section 6.4' },
      ],
      example: {
        given: '10 spots mapped at 200 persons; four mapped at 10, 20, 30, 20 held 12, 14, 24, 10',
        gives: 150,
        compute: () => reverseTracking(TEN).estimate,
      },
    },
    {
      id: 'by_stratum',
      title: 'Ratio within strata',
      summary:
        'Each part of the map (typology, municipality) corrected by the ratio of found to mapped at its own spots, and added up.',
      formula:
        'N = Σₕ Mₕ·Rₕ; variance the sum of the strata’s jackknife variances; Satterthwaite’s degrees of freedom',
      rightWhen:
        'spots were drawn at random within each stratum, five or more of each, at the same or different rates',
      misleads:
        'two or three spots of a stratum: the interval is then very wide; a stratum made up after the visits is no stratum',
      sources: [{ author: 'Cochran', year: 1977, work: 'Sampling Techniques, section 6.10' }],
      example: {
        given: 'bars mapped at 10, 10, 20 (found 8, 6), streets at 30, 30, 30 (found 30, 24)',
        gives: 109,
        compute: () => trackByStratum(BARS_AND_STREETS).estimate,
      },
    },
  ],
};
