import type { Chapter } from '../../model/card.js';
import { summariseChains } from '../chains.js';
import { captureTableOf } from './capture-table.js';
import { averageGraphs } from './decomposable-graphs.js';
import { modelNamed } from './hierarchical-models.js';
import { latentClassChain, STANDARD_LATENT_CLASSES } from './latent-classes.js';
import { designOf, fitHeterogeneity, fitLogLinear } from './log-linear.js';
import { averageModels, fitFamily } from './model-average.js';
import { partialBootstrap } from './partial-bootstrap.js';
import { partialIdentification } from './partial-identification.js';
import { sampleCoverage } from './sample-coverage.js';
import { makeRandom } from '../../stats/random.js';
import { chapman, lincolnPetersen, sizesByOddsRatio } from './two-lists.js';

const SEBER = { first: 948, second: 421, both: 167 };
const SAN_SALVADOR = { first: 400, second: 624, both: 20 };

/** HIV in Rome by four reporting centres (Abeni et al. 1994), cells 0001 to 1111. */
const ROME = {
  lists: ['1', '2', '3', '4'],
  counts: [0, 205, 621, 11, 545, 10, 35, 3, 403, 6, 20, 0, 33, 1, 3, 0],
};

/** Lesbian women on four mailing lists (Aaron et al. 2003), cells 0001 to 1111. */
const ALLEGHENY = {
  lists: ['A', 'B', 'C', 'D'],
  counts: [0, 208, 281, 28, 534, 53, 64, 20, 589, 143, 44, 19, 104, 48, 27, 23],
};

/** Spina bifida by three lists (Madigan, York 1997), cells 001 to 111. */
const SPINA_BIFIDA = { lists: ['1', '2', '3'], counts: [0, 60, 49, 4, 247, 112, 142, 12] };

/** People who inject drugs in Brussels by three lists (Plettinckx et al. 2020), cells 001 to 111. */
const BRUSSELS = { lists: ['1', '2', '3'], counts: [0, 21, 103, 13, 89, 29, 24, 27] };

/** Hepatitis A in Taiwan by three lists (Chao et al. 2001), cells 001 to 111. */
const HEPATITIS = captureTableOf(
  ['P', 'Q', 'E'],
  [63, 55, 18, 69, 17, 21, 28].map((count, at) => ({ history: (at + 1).toString(2), count })),
);

const BAILLARGEON = {
  author: 'Baillargeon, Rivest',
  year: 2007,
  work: 'J Stat Softw 19(5), doi:10.18637/jss.v019.i05',
};
const CORMACK = { author: 'Cormack', year: 1992, work: 'Biometrics 48:567–576, doi:10.2307/2532312' };
const CHAO_1987 = { author: 'Chao', year: 1987, work: 'Biometrics 43:783–791, doi:10.2307/2531532' };
const BUCKLAND = {
  author: 'Buckland, Burnham, Augustin',
  year: 1997,
  work: 'Biometrics 53:603–618, doi:10.2307/2533961',
};

const estimateOf = (name: string) =>
  fitLogLinear(ROME, designOf(modelNamed(name, 4)))?.estimate ?? Number.NaN;

const heterogeneity = (id: 'darroch' | 'poisson' | 'chao', column: string, gives: number) =>
  ({
    id,
    title: `People who differ (Mth ${id})`,
    summary:
      'Lists differ in reach and people differ in how easily they are met; lists are otherwise independent.',
    formula: `log μ(history) = β₀ + Σ βⱼ + τ · ${column}, k lists the person is on; negative τ are dropped`,
    rightWhen:
      id === 'chao'
        ? 'people differ and a lower bound is wanted'
        : 'people differ strongly, lists are many, and the bound of chao is far exceeded by other evidence',
    misleads:
      id === 'chao'
        ? 'it is read as the size itself: it is a bound from below'
        : 'lists, not people, cause the dependence: the size then explodes',
    sources: [BAILLARGEON, CHAO_1987],
    example: {
      given: 'four mailing lists, Allegheny County (Aaron et al. 2003)',
      gives,
      compute: () => fitHeterogeneity(ALLEGHENY, id).estimate,
    },
  }) as const;

/** Sizes from lists of people that overlap. */
export const CAPTURE: Chapter = {
  id: 'capture',
  title: 'Capture–recapture',
  question: 'How many people are there, if lists of them overlap as these do?',
  standard: 'chapman',
  variants: [
    {
      id: 'chapman',
      title: 'Chapman',
      summary: 'The size from two lists, nearly unbiased when at least seven people are on both.',
      formula: 'N = (n₁ + 1)(n₂ + 1)/(m + 1) − 1',
      rightWhen: 'two independent lists of a closed population, on one of which everybody is equally likely',
      misleads: 'the same people tend to be on both lists (too small) or avoid the second (too large)',
      sources: [{ author: 'Chapman', year: 1951, work: 'Univ. California Publ. Stat. 1:131–160' }, CHAO_1987],
      example: {
        given: 'lists of 948 and 421, 167 on both (Seber 1982, p. 107)',
        gives: 2382.798,
        compute: () => chapman(SEBER).estimate,
      },
    },
    {
      id: 'lincoln_petersen',
      title: 'Lincoln–Petersen',
      summary:
        'The size from two lists as most reports have it; intervals by Wald, log-normal, exact, profile and binomial percentiles.',
      formula: 'N = n₁·n₂/m; variance n₁·n₂·(n₁ − m)(n₂ − m)/m³',
      rightWhen: 'a published figure is to be reproduced, or many are on both lists',
      misleads: 'few are on both lists: it is too large, and the Wald interval too low at both ends',
      sources: [
        { author: 'Seber', year: 1982, work: 'The Estimation of Animal Abundance, section 3.1' },
        {
          author: 'Paz-Bailey et al.',
          year: 2011,
          work: 'Sex Transm Infect 87:279–282, doi:10.1136/sti.2010.045633',
        },
      ],
      example: {
        given: 'San Salvador, 400 objects given, 624 interviewed, 20 with the object',
        gives: 12480,
        compute: () => lincolnPetersen(SAN_SALVADOR).estimate,
      },
    },
    {
      id: 'odds_ratio',
      title: 'Dependence of two lists',
      summary: 'How the size moves when being on one list makes being on the other likelier or less likely.',
      formula: 'N = n₁ + n₂ − m + ψ · n₁₀·n₀₁/m',
      rightWhen: 'always, beside any two-list estimate: the data say nothing of ψ',
      misleads: 'a single ψ is chosen because its size is liked',
      sources: [
        {
          author: 'Gerritse, van der Heijden, Bakker',
          year: 2015,
          work: 'J Off Stat 31:357–379, doi:10.1515/jos-2015-0022',
        },
      ],
      example: {
        given: 'San Salvador with ψ = 2',
        gives: 23956,
        compute: () => sizesByOddsRatio(SAN_SALVADOR, [2])[0]?.size ?? Number.NaN,
      },
    },
    {
      id: 'aic_average',
      title: 'Log-linear models averaged by AIC',
      summary: 'Every hierarchical model of which lists depend on which, weighted by how well it predicts.',
      formula: 'N = n + exp(β₀) a model; weights ∝ exp(−AIC/2); se = Σ w·√(se² + (N − N̄)²)',
      rightWhen: 'three to five lists with people on several of them',
      misleads: 'all models share a fault, above all that people differ in how easily they are met',
      sources: [BUCKLAND, BAILLARGEON],
      example: {
        given: 'HIV in Rome, four lists, 64 models with pairs of lists',
        gives: 12796.175,
        compute: () => averageModels(ROME, fitFamily(ROME, 2), 'aic').estimate,
      },
    },
    {
      id: 'bic_average',
      title: 'Log-linear models averaged by BIC',
      summary: 'The same models, weighted so that larger ones must earn their size.',
      formula: 'weights ∝ exp(−BIC/2), BIC = −2 ln L + p·ln n',
      rightWhen: 'few dependences are expected',
      misleads: 'many weak dependences exist: it settles on too simple a model',
      sources: [BUCKLAND],
      example: {
        given: 'HIV in Rome, four lists, 64 models',
        gives: 11412.188,
        compute: () => averageModels(ROME, fitFamily(ROME, 2), 'bic').estimate,
      },
    },
    {
      id: 'best_model',
      title: 'The log-linear model with the best AIC',
      summary: 'One model chosen by AIC, with its profile-likelihood interval.',
      formula: 'log μ(history) = β₀ + Σ lists + Σ sets of lists that depend; N = n + exp(β₀)',
      rightWhen: 'one model is far better than the rest, or a published choice is reproduced',
      misleads: 'the interval ignores that the model was chosen: it is too narrow',
      sources: [CORMACK, BAILLARGEON],
      example: {
        given: 'HIV in Rome, model [12,3,4]',
        gives: 12318.468,
        compute: () => estimateOf('[12,3,4]'),
      },
    },
    {
      id: 'independent_lists',
      title: 'Independent lists',
      summary: 'The log-linear model without any dependence.',
      formula: 'log μ(history) = β₀ + Σ lists',
      rightWhen: 'a reference for what dependence changes',
      misleads: 'lists share a way of meeting people, which is nearly always so',
      sources: [CORMACK],
      example: { given: 'HIV in Rome', gives: 11124.578, compute: () => estimateOf('[1,2,3,4]') },
    },
    heterogeneity('chao', 'max(0, k − j), one for each j', 4321.385),
    heterogeneity('poisson', '(2ᵏ − 1)', 4942.222),
    heterogeneity('darroch', 'k²/2', 6963.74),
    {
      id: 'sample_coverage',
      title: 'Sample coverage',
      summary:
        'The size from three or more lists by how much of the population they cover, pairs free to depend.',
      formula:
        'D = n − mean single counts; C = 1 − mean(single count/list size); N₀ = D/C, then pairwise terms',
      rightWhen: 'three or more lists and no wish to choose a model',
      misleads: 'coverage is below about 0.55: then only the low form, a lower bound, is usable',
      sources: [{ author: 'Chao et al.', year: 2001, work: 'Stat Med 20:3123–3157, doi:10.1002/sim.996' }],
      example: {
        given: 'hepatitis A in Taiwan, low-coverage form',
        gives: 507.772,
        compute: () => sampleCoverage(HEPATITIS).low,
      },
    },
    {
      id: 'graphs',
      title: 'Bayesian average over decomposable graphs',
      summary:
        'The posterior of the size averaged over every decomposable graph of dependences between lists.',
      formula: 'p(N | counts) ∝ p(N)·Σ over graphs of Π cliques / Π separators (Dirichlet marginals)',
      rightWhen: 'a full posterior is wanted from three to five lists',
      misleads: 'people differ in ways no graph of lists expresses',
      sources: [
        { author: 'Madigan, York', year: 1997, work: 'Biometrika 84:19–31, doi:10.1093/biomet/84.1.19' },
      ],
      example: {
        given: 'spina bifida with the prior of the paper, posterior mean',
        gives: 733.452,
        compute: () =>
          averageGraphs(SPINA_BIFIDA, {
            delta: 1,
            prior: { kind: 'gamma-poisson', shape: 13.14, scale: 55.17 },
            leastUnseen: 1,
            mostUnseen: 300,
            withComplete: true,
          }).mean,
      },
    },
    {
      id: 'latent_classes',
      title: 'Latent classes',
      summary: 'People fall into unseen classes within which lists are independent; several Markov chains.',
      formula: 'p(history) = Σ classes π·Π λ; stick-breaking prior on π, N ∝ 1/N beforehand',
      rightWhen: 'people differ in kinds (street and online, say) and lists are three or more',
      misleads: 'chains settle on different sizes: then there is no single answer, and spotwise refuses',
      sources: [
        { author: 'Manrique-Vallier', year: 2016, work: 'Biometrics 72:1246–1254, doi:10.1111/biom.12502' },
      ],
      example: {
        given:
          'hepatitis A in Taiwan, one short chain from seed 1: whether its median lies above the 271 seen',
        gives: 1,
        compute: () => {
          const settings = { ...STANDARD_LATENT_CLASSES, draws: 50, warmUp: 50, thinning: 1 };
          return summariseChains([latentClassChain(HEPATITIS, settings, makeRandom(1))]).median > 271 ? 1 : 0;
        },
      },
    },
    {
      id: 'partial',
      title: 'Partial identification',
      summary:
        'The sizes that are left when any two lists may depend within stated odds ratios: a range, no point.',
      formula:
        'every N whose best likelihood with all pairwise odds ratios in [a, b] is within 1.92 of the best',
      rightWhen: 'independence is doubtful and bounds on the dependence can be argued',
      misleads: 'the bounds are narrow without a reason',
      sources: [
        {
          author: 'Sun, Van Baelen, Plettinckx, Crawford',
          year: 2023,
          work: 'Partial identification and dependence-robust confidence intervals, Biometrics, doi:10.1111/biom.13881',
        },
      ],
      example: {
        given: 'people who inject drugs in Brussels, odds ratios 1 to 5: the low end',
        gives: 453.947,
        compute: () => partialIdentification(BRUSSELS, { least: 1, most: 5 }).interval.low,
      },
    },
    {
      id: 'partial_bootstrap',
      title: 'Partial identification by bootstrap',
      summary:
        'The same sizes by testing the bounds themselves on redrawn tables: no model of the lists, a wider range.',
      formula:
        'every N at which no inequality n₁₁·n₀₀ ≤ b·n₁₀·n₀₁ or ≥ a·n₁₀·n₀₁ of a pair is rejected at 5% together',
      rightWhen: 'the likelihood form is doubted, or the published interval of Brussels is to be reproduced',
      misleads: 'the bounds are narrow without a reason',
      sources: [
        {
          author: 'Sun, Van Baelen, Plettinckx, Crawford',
          year: 2023,
          work: 'Biometrics, doi:10.1111/biom.13881',
        },
        {
          author: 'Romano, Shaikh, Wolf',
          year: 2014,
          work: 'Econometrica 82:1979–2002, doi:10.3982/ECTA9011',
        },
      ],
      example: {
        given:
          'people who inject drugs in Brussels, odds ratios 1 to 5, 500 redraws from seed 1: the high end',
        gives: 799.952,
        compute: () =>
          partialBootstrap(BRUSSELS, { least: 1, most: 5 }, { random: makeRandom(1), replicates: 500 }).high,
      },
    },
  ],
};
