import type { Chapter } from '../../model/card.js';
import { makeRandom } from '../../stats/random.js';
import { preparePrior } from './size-prior.js';
import { successiveSamplingChain } from './successive-sampling.js';

/** Forty people whose contacts fall from 8 to 2 along the sample. */
const FORTY = Array.from({ length: 40 }, (_, at) => 8 - Math.floor((at * 7) / 40));

/** Successive sampling: the size from the order in which contacts fall. */
export const SUCCESSIVE_SAMPLING: Chapter = {
  id: 'sspse',
  title: 'Successive sampling (SS-PSE)',
  question:
    'How many people are there, if contacts fall this fast along a respondent-driven sample and this was believed before?',
  standard: 'posterior',
  variants: [
    {
      id: 'posterior',
      title: 'Posterior by successive sampling',
      summary:
        'People with many contacts are sampled first; how fast contacts fall tells the share that was sampled, beside a prior.',
      formula:
        'p(N | d) ∝ p(N)·N!/(N − n)!·E Π dₖ/(Σ contacts left), contacts Conway–Maxwell–Poisson; Markov chains',
      rightWhen:
        'a respondent-driven sample covers a fair share of the population, contacts are told honestly, and a prior can be defended',
      misleads:
        'the sample is small beside the population: the answer is then the prior, as the caveat says; a mapping total used as the prior must not be counted again in combine. Its published test set (fauxmadrona) is not reproduced: the file was not to be had; an exact posterior and simulated samples stand in its place',
      sources: [
        {
          author: 'Handcock, Gile, Mar',
          year: 2014,
          work: 'Electron J Stat 8:1491–1521, doi:10.1214/14-EJS923',
        },
      ],
      example: {
        given:
          'forty people whose contacts fall from 8 to 2, prior flat to 400: whether a short chain stays between 40 and 400',
        gives: 1,
        compute: () => {
          const { sizes } = successiveSamplingChain(
            FORTY,
            { prior: { kind: 'flat', most: 400 }, draws: 50, thinning: 1, warmUp: 50, chains: 1 },
            makeRandom(1),
          );
          return sizes.every((size) => size >= 40 && size <= 400) ? 1 : 0;
        },
      },
    },
    {
      id: 'prior',
      title: 'Prior by the share sampled',
      summary: 'The prior on the size that a beta distribution of the sampled share makes, given its median.',
      formula: 'n/N ~ beta(1, b), b = ln ½/ln(1 − n/median)',
      rightWhen: 'a mapping total or an expert figure gives a middle and hardly a width',
      misleads: 'it is read as weak: it rules out sizes near n only slowly and has a very long upper tail',
      sources: [
        {
          author: 'Handcock, Gile, Mar',
          year: 2014,
          work: 'Electron J Stat 8:1491–1521, doi:10.1214/14-EJS923',
        },
      ],
      example: {
        given: '500 sampled, median 1,000: the size below which 97.5% of the prior lies',
        gives: 20000,
        compute: () => preparePrior({ kind: 'sampled-share', median: 1000 }, 500).quantile(0.975),
      },
    },
  ],
};
