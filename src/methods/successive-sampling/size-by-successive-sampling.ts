import { EstimationError } from '../../model/estimation-error.js';
import { makeRandom } from '../../stats/random.js';
import { sayChains, summariseChains } from '../chains.js';
import { LEVEL, soundSizing, type Sizing } from '../sizing.js';
import { preparePrior } from './size-prior.js';
import {
  MOST_CONTACTS,
  successiveSamplingChain,
  type SuccessiveSamplingChain,
  type SuccessiveSamplingOptions,
} from './successive-sampling.js';

/** One chain as a piece of work: everything it depends on. */
export interface SuccessiveSamplingTask {
  readonly contacts: readonly number[];
  readonly options: SuccessiveSamplingOptions;
  readonly seed: number;
  readonly chain: number;
}

/** Returns the tasks of the chains, each with a stream of random numbers of its own. */
export function successiveSamplingTasks(
  contacts: readonly number[],
  options: SuccessiveSamplingOptions,
  seed: number,
): SuccessiveSamplingTask[] {
  return Array.from({ length: options.chains }, (_, chain) => ({ contacts, options, seed, chain }));
}

/** Runs one chain. */
export function run(
  { contacts, options, seed, chain }: SuccessiveSamplingTask,
  reach?: (share: number) => void,
): SuccessiveSamplingChain {
  const random = makeRandom(seed).fork('successive sampling').fork(chain);
  return successiveSamplingChain(contacts, options, random, reach);
}

/** The chain as work for a thread: where its code is, and the same code for where there are none. */
export const SUCCESSIVE_SAMPLING_WORK = { module: import.meta.url, load: async () => ({ run }) };

/** Share of the prior's width above which the data have hardly narrowed it. */
const HARDLY = 0.8;
/** Mean decay below which contacts vary more than the degree model can express. */
const AT_EDGE = 0.02;

/** Share of a flat prior's largest size above which the upper end is the prior's, not the sample's. */
const NEAR_END = 0.8;

const persons = (value: number) => Math.round(value).toString();

/** A posterior with the prior it started from. */
export interface PriorAndPosterior {
  readonly sizing: Sizing;
  readonly prior: { readonly median: number; readonly low: number; readonly high: number };
  /** Width of the posterior over that of the prior, both on the log scale. */
  readonly narrowed: number;
  /** Mean and standard deviation of contacts in the population, as the chains learnt them. */
  readonly contacts: { readonly mean: number; readonly sd: number };
}

/**
 * Returns the posterior of the size from chains that have been run, persons, with the prior beside it. Throws an
 * EstimationError where the chains disagree, and where the upper end is only where a flat prior ends.
 *
 * Example: 500 of 1,000 people sampled with a prior median of 1,000 give a posterior around 1,000.
 */
export function sizeBySuccessiveSampling(
  contacts: readonly number[],
  options: SuccessiveSamplingOptions,
  chains: readonly SuccessiveSamplingChain[],
): PriorAndPosterior {
  const summary = summariseChains(chains.map((chain) => chain.sizes));
  if (summary.verdict === 'disagree') {
    throw new EstimationError(
      'chains-disagree',
      `${sayChains(summary)}; run longer with --draws, or narrow the prior: the sample does not settle the size`,
    );
  }
  const { quantile, most } = preparePrior(options.prior, contacts.length);
  if (options.prior.kind === 'flat' && summary.high > NEAR_END * most) {
    throw new EstimationError(
      'interval-unbounded',
      'the sample sets no upper bound to the size: the answer would be where the flat prior ends; state a prior with --prior-median',
    );
  }
  const prior = { low: quantile(0.025), median: quantile(0.5), high: quantile(0.975) };
  const narrowed = Math.log(summary.high / summary.low) / Math.log(prior.high / prior.low);
  const average = (of: (chain: SuccessiveSamplingChain) => number) =>
    chains.reduce((sum, chain) => sum + of(chain), 0) / chains.length;
  const decay = average((chain) => chain.meanDecay);
  const capped = contacts.filter((count) => count > MOST_CONTACTS).length;
  const sizing = soundSizing({
    method: 'sspse.posterior',
    interval: 'posterior',
    estimate: summary.median,
    low: summary.low,
    high: summary.high,
    basis: 'credible',
    level: LEVEL,
    caveats: [
      `prior ${persons(prior.median)} (${persons(prior.low)}–${persons(prior.high)})`,
      narrowed > HARDLY
        ? `the sample hardly narrowed the prior (to ${Math.round(100 * narrowed)}% of its width): the answer is the prior`
        : `the sample narrowed the prior to ${Math.round(100 * narrowed)}% of its width`,
      sayChains(summary),
      ...(decay < AT_EDGE ? ['contacts vary more than the degree model can express: read with care'] : []),
      ...(capped === 0 ? [] : [`${capped} people with more than ${MOST_CONTACTS} contacts counted as that`]),
    ],
  });
  const learnt = { mean: average((chain) => chain.meanContacts), sd: average((chain) => chain.meanSpread) };
  return { sizing, prior, narrowed, contacts: learnt };
}
