import type { Chapter } from '../../model/card.js';
import { scaleUpRatio, scaleUpSurvey } from './scale-up.js';

const RWANDA = { hiddenTies: 1164, knownTies: 28894, knownSize: 1186543, frame: 10_000_000 };
const EXAMPLE_SOURCE = 'sums of the example survey of the R package networkreporting (Feehan, Salganik)';
const KILLWORTH = {
  author: 'Killworth et al.',
  year: 1998,
  work: 'Eval Rev 22:289–308, doi:10.1177/0193841X9802200205',
};

const THIRTY = Array.from({ length: 30 }, () => ({ hidden: 1, known: 10, weight: 1 }));

/** Sizes from whom people know. */
export const SCALE_UPS: Chapter = {
  id: 'scaleup',
  title: 'Network scale-up',
  question: 'How many people are there, if respondents of the general population know so many of them?',
  standard: 'ratio',
  variants: [
    {
      id: 'ratio',
      title: 'Ratio of ties',
      summary: 'Ties to the hidden population over all ties of the respondents, times the population.',
      formula: 'N = T·Σy/Σd, d = T·known ties/known sizes; se = √(T·N/Σd)',
      rightWhen: 'a general survey asks whom people know',
      misleads:
        'ties are not told (stigma) or hidden people know fewer others: five to ten times off in Curitiba',
      sources: [KILLWORTH],
      example: {
        given: `clients of sex workers, ${EXAMPLE_SOURCE}`,
        gives: 47800.099,
        compute: () => scaleUpRatio(RWANDA).estimate,
      },
    },
    {
      id: 'mean_of_ratios',
      title: 'Mean of ratios',
      summary: 'The mean over respondents of hidden ties over all ties, times the population.',
      formula: 'N = T·mean(y/d)',
      rightWhen: 'respondents with few contacts are to count as much as others',
      misleads: 'degrees are noisy: small d make large ratios',
      sources: [KILLWORTH],
      example: {
        given: '30 respondents who each know 1 hidden person and 10 of 1,000 in a population of 100,000',
        gives: 100,
        compute: () => scaleUpSurvey(THIRTY, { size: 100_000, knownSize: 1000 }).meanOfRatios.estimate,
      },
    },
    {
      id: 'adjusted',
      title: 'Adjusted for degree and transmission',
      summary: 'The ratio divided by the degree ratio and by the share of ties that are told.',
      formula: 'N = ratio/(δ·τ)',
      rightWhen: 'both rates come from a study of the same population',
      misleads: 'rates are borrowed from elsewhere',
      sources: [
        {
          author: 'Salganik et al.',
          year: 2011,
          work: 'Am J Epidemiol 174:1190–1196, doi:10.1093/aje/kwr246',
        },
      ],
      example: {
        given: 'the clients with degree ratio 0.8 and transmission 0.5',
        gives: 119500.247,
        compute: () => scaleUpRatio(RWANDA, { degreeRatio: 0.8, transmission: 0.5 }).estimate,
      },
    },
  ],
};
