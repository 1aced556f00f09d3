import type { Chapter } from '../../model/card.js';
import { fitAreas, type AreaModelId } from './area-models.js';

/** Twelve areas whose persons grow with the square root of the denominator, and by half now and then. */
const TWELVE = Array.from({ length: 12 }, (_, at) => ({
  municipality: `area ${at}`,
  denominator: (at + 1) * (at + 1) * 1000,
  estimate: (at + 1) * (at % 3 === 0 ? 150 : 100),
  stratum: '',
}));
const NEW_AREA = { municipality: 'new', denominator: 25_000, stratum: '' };
const GIVEN = 'twelve areas of 1,000 to 144,000 with persons near 3·√denominator, for one of 25,000';

const predicted = (model: AreaModelId) => fitAreas(model, TWELVE).predict(NEW_AREA);

const AGGREGATE = {
  author: 'Emmanuel et al.',
  year: 2010,
  work: 'AIDS 24(S2), doi:10.1097/01.aids.0000386737.25296.c4',
};
const ODEK = {
  author: 'Odek et al.',
  year: 2014,
  work: 'PLoS ONE 9(3):e89180, doi:10.1371/journal.pone.0089180',
};
const DUAN = {
  author: 'Duan',
  year: 1983,
  work: 'J Am Stat Assoc 78:605–610, doi:10.1080/01621459.1983.10478017',
};
const BILLONG = {
  author: 'Billong et al.',
  year: 2019,
  work: 'PLoS ONE 14(3):e0212315, doi:10.1371/journal.pone.0212315',
};

/** Areas that were not mapped, from those that were. */
export const EXTRAPOLATIONS: Chapter = {
  id: 'extrapolate',
  title: 'Extrapolation to unmapped areas',
  question: 'How many people are in areas that were not mapped?',
  standard: 'loglog',
  variants: [
    {
      id: 'rate',
      title: 'Pooled rate',
      summary: 'Persons per head of a denominator over all mapped areas, by stratum where there are three.',
      formula: 'S = D·ΣS/ΣD',
      rightWhen: 'density does not change with the size of areas',
      misleads: 'density falls with town size, as in Kenya: it overstates cities and understates small towns',
      sources: [AGGREGATE],
      example: { given: GIVEN, gives: 342.308, compute: () => predicted('rate') },
    },
    {
      id: 'median_rate',
      title: 'Median rate',
      summary: 'The median of the areas’ rates, by stratum where there are three.',
      formula: 'S = D·median(S/D)',
      rightWhen: 'a few areas have odd rates',
      misleads: 'density changes with size',
      sources: [AGGREGATE],
      example: { given: GIVEN, gives: 458.333, compute: () => predicted('median-rate') },
    },
    {
      id: 'loglog',
      title: 'Log–log with smearing',
      summary: 'A straight line between logarithms, turned back to persons by Duan’s factor.',
      formula: 'ln S = a + b·ln D; S = mean(exp residual)·exp(a)·D^b',
      rightWhen: 'density changes with size and every mapped area has people',
      misleads: 'areas with nobody are among the mapped, or the unmapped are smaller than any mapped',
      sources: [ODEK, DUAN],
      example: { given: GIVEN, gives: 584.803, compute: () => predicted('loglog') },
    },
    {
      id: 'loglog_normal',
      title: 'Log–log with normal smearing',
      summary: 'The same line, turned back to persons by half the residual variance.',
      formula: 'ln S = a + b·ln D + ε, ε ~ N(0, σ²); S = exp(σ²/2)·exp(a)·D^b',
      rightWhen: 'residuals are normal, and few areas were mapped: its factor is steadier than Duan’s',
      misleads: 'a few areas lie far from the line: σ² then grows, and every area with it',
      sources: [ODEK, DUAN],
      example: { given: GIVEN, gives: 586.414, compute: () => predicted('loglog-normal') },
    },
    {
      id: 'poisson',
      title: 'Poisson regression',
      summary: 'A count regression with a log link; large areas weigh most.',
      formula: 'E S = exp(a + b·ln D), Poisson likelihood',
      rightWhen: 'totals matter more than single small areas',
      misleads: 'its own standard errors are used: counts vary far more than a Poisson',
      sources: [BILLONG],
      example: { given: GIVEN, gives: 584.232, compute: () => predicted('poisson') },
    },
    {
      id: 'negbin',
      title: 'Negative binomial regression',
      summary: 'The same with room for areas to differ.',
      formula: 'E S = exp(a + b·ln D), variance μ + α·μ²',
      rightWhen: 'areas of one size differ widely, some with nobody',
      misleads: 'few areas: α is unsure',
      sources: [{ author: 'Lawless', year: 1987, work: 'Can J Stat 15:209–225, doi:10.2307/3314912' }],
      example: { given: GIVEN, gives: 584.278, compute: () => predicted('negbin') },
    },
    {
      id: 'pooled',
      title: 'Partially pooled shares',
      summary:
        'Shares of the denominator by stratum, each drawn towards the others as far as its areas are few or agree.',
      formula: 'ln(S/D) = a + u(stratum) + b·ln D, u ~ N(0, τ²), restricted likelihood; smeared back',
      rightWhen: 'kinds of area differ and some kinds have few mapped areas',
      misleads: 'strata were made by looking at the estimates, or one stratum is unlike all others',
      sources: [
        {
          author: 'Fay, Herriot',
          year: 1979,
          work: 'J Am Stat Assoc 74:269–277, doi:10.1080/01621459.1979.10482505',
        },
        {
          author: 'Patterson, Thompson',
          year: 1971,
          work: 'Biometrika 58:545–554, doi:10.1093/biomet/58.3.545',
        },
      ],
      example: {
        given: `${GIVEN}; every third area is of another stratum, as the new one`,
        gives: 749.995,
        compute: () =>
          fitAreas(
            'pooled',
            TWELVE.map((area, at) => ({ ...area, stratum: at % 3 === 0 ? 'b' : 'a' })),
          ).predict({ ...NEW_AREA, stratum: 'b' }),
      },
    },
  ],
};
