import { EstimationError } from '../../model/estimation-error.js';
import { makeRandom } from '../../stats/random.js';
import { attempt, type Attempt } from '../attempt.js';
import { sayChains, summariseChains } from '../chains.js';
import { LEVEL, type Sizing } from '../sizing.js';
import { acceptCaptures, personsCaught, type CaptureTable } from './capture-table.js';
import { averageGraphs } from './decomposable-graphs.js';
import { modelNamed } from './hierarchical-models.js';
import { latentClassTasks, run as runLatentClassChain } from './latent-class-work.js';
import type { LatentClassOptions } from './latent-classes.js';
import { designOf, fitHeterogeneity, fitLogLinear, profileOf, type Heterogeneity } from './log-linear.js';
import { averageModels, fitFamily, type ModelFamily } from './model-average.js';
import { sampleCoverage, sampleCoverageInterval } from './sample-coverage.js';

/** A size and its range before its method is named. */
type Unnamed = Omit<Sizing, 'method' | 'interval'>;

export interface SeveralListsOptions {
  /** Largest interaction in the log-linear models; the number of lists − 1, at most 3, where not given. */
  readonly order?: number | undefined;
  readonly seed: number;
  /** Latent classes by Markov chains, which take some seconds; left out where not given. */
  readonly latent?: Partial<LatentClassOptions> | undefined;
  /** Draws of the chains where they have been run already, in threads. */
  readonly chains?: readonly Float64Array[] | undefined;
}

/** What several lists give: every method's answer and the family of models behind the averages. */
export interface SeveralLists {
  readonly attempts: readonly Attempt[];
  readonly family: ModelFamily;
}

/**
 * Returns the size from three or more lists by every method, the one to use by default, the average of hierarchical
 * log-linear models by AIC, first. Throws an EstimationError where the table allows no answer.
 */
export function sizeSeveralLists(table: CaptureTable, options: SeveralListsOptions): SeveralLists {
  acceptCaptures(table);
  const lists = table.lists.length;
  const family = fitFamily(table, options.order ?? Math.min(lists - 1, lists > 4 ? 2 : 3));
  const kinds: readonly Heterogeneity[] = ['chao', 'poisson', 'darroch'];
  const attempts = [
    averageAttempt(table, family, 'aic'),
    averageAttempt(table, family, 'bic'),
    modelAttempt('capture.best_model', table, family.fits[0]?.name),
    modelAttempt('capture.independent_lists', table, modelNamed1(lists)),
    ...kinds.map((kind) =>
      attempt(`capture.${kind}`, 'profile', () => {
        const fit = fitHeterogeneity(table, kind);
        return {
          ...confidence(fit.standardError),
          ...profiled(fit.estimate, profileOf(table, fit.design, fit)),
        };
      }),
    ),
    coverageAttempt(table, options.seed),
    attempt('capture.graphs', 'posterior', () => {
      const { median, low, high } = averageGraphs(table, { prior: { kind: 'reciprocal' } });
      return { estimate: median, low, high, ...credible(['estimate is the posterior median']) };
    }),
    ...(options.latent === undefined ? [] : [latentAttempt(table, options)]),
  ];
  return { attempts, family };
}

const modelNamed1 = (lists: number) => `[${Array.from({ length: lists }, (_, list) => list + 1).join(',')}]`;

const confidence = (standardError: number, caveats: readonly string[] = []) =>
  ({ standardError, basis: 'confidence', level: LEVEL, caveats }) as const;

const credible = (caveats: readonly string[]) => ({ basis: 'credible', level: LEVEL, caveats }) as const;

/** The Poisson estimate with the profile interval: it differs from the profile's own peak by a person in a thousand. */
function profiled(estimate: number, ends: { readonly low: number; readonly high: number }) {
  return { estimate, low: Math.min(ends.low, estimate), high: Math.max(ends.high, estimate) };
}

function averageAttempt(table: CaptureTable, family: ModelFamily, by: 'aic' | 'bic'): Attempt {
  return attempt(`capture.${by}_average`, 'log-normal', () => {
    const { estimate, low, high, standardError } = averageModels(table, family, by);
    const models = `average of ${family.fits.length} log-linear models`;
    const left =
      family.notFitted === 0 ? [] : [`${family.notFitted} models too large for the counts left out`];
    return { estimate, low, high, ...confidence(standardError, [models, ...left]) };
  });
}

function modelAttempt(method: string, table: CaptureTable, name: string | undefined): Attempt {
  return attempt(method, 'profile', () => {
    const design = designOf(modelNamed(name ?? '', table.lists.length));
    const fit = fitLogLinear(table, design);
    if (fit === undefined) throw new EstimationError('model-not-fitted', `${design.name} cannot be fitted`);
    const range = profiled(fit.estimate, profileOf(table, design, fit));
    return { ...confidence(fit.standardError, [`model ${design.name}`]), ...range };
  });
}

/** Coverage below which the high-coverage form is not to be trusted (Chao et al. 2001). */
const LOW_COVERAGE = 0.55;

/** Times the people seen above which sample coverage is taken to say nothing. */
const MOST_GROWTH = 1000;

function coverageAttempt(table: CaptureTable, seed: number): Attempt {
  return attempt('capture.sample_coverage', 'bootstrap log-normal', (): Unnamed => {
    const answer = sampleCoverage(table);
    const isLow = answer.coverage < LOW_COVERAGE;
    const estimate = isLow ? answer.low : answer.high;
    if (estimate === undefined || estimate <= personsCaught(table)) {
      throw new EstimationError(
        'interval-unbounded',
        'sample coverage gives no size above the people seen for these lists',
      );
    }
    if (estimate > MOST_GROWTH * personsCaught(table)) {
      throw new EstimationError(
        'interval-unbounded',
        'sample coverage sets no upper bound to the size: the lists hardly cover each other',
      );
    }
    const random = makeRandom(seed).fork('sample coverage');
    const range = sampleCoverageInterval(table, estimate, {
      random,
      replicates: 1000,
      pick: (of) => (isLow ? of.low : of.high),
    });
    const caveat = `coverage ${answer.coverage.toFixed(2)}: ${isLow ? 'low-coverage form, read it as a lower bound' : 'high-coverage form'}`;
    return { estimate, low: range.low, high: range.high, ...confidence(range.standardError, [caveat]) };
  });
}

function latentAttempt(table: CaptureTable, options: SeveralListsOptions): Attempt {
  return attempt('capture.latent_classes', 'posterior', () => {
    const tasks = latentClassTasks(table, options.latent ?? {}, options.seed);
    const chains = options.chains ?? tasks.map((task) => runLatentClassChain(task));
    const summary = summariseChains(chains);
    if (summary.verdict === 'disagree') {
      throw new EstimationError(
        'chains-disagree',
        `${sayChains(summary)}; run longer with --draws, or use another method: the lists may support several sizes`,
      );
    }
    const { median, low, high } = summary;
    return { estimate: median, low, high, ...credible([sayChains(summary)]) };
  });
}
