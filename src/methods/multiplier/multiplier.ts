import { EstimationError } from '../../model/estimation-error.js';
import { percentile } from '../../stats/percentile.js';
import type { Random } from '../../stats/random.js';
import { LEVEL, Z95, type Sizing } from '../sizing.js';

/** A count of distinct people who got a service or an object, and the share of a survey who say they did. */
export interface MultiplierData {
  /** Persons, M. */
  readonly count: number;
  /** Share of the population who got it, P, from 0 to 1. */
  readonly share: number;
  /** Persons interviewed. */
  readonly sample: number;
  /** How much larger the variance is than under simple random sampling; 1 where not given, often 2 for RDS. */
  readonly designEffect?: number | undefined;
  /** Standard error of the count, persons; 0 where it is exact. */
  readonly countError?: number | undefined;
}

/** The share below which a multiplier says little (E. Fearon et al. 2017, doi 10.2196/publichealth.6856). */
const USEFUL_SHARE = 0.2;

/**
 * Returns the multiplier estimate, persons: N = M / P, variance M²·Var(P)/P⁴ + Var(M)/P² with Var(P) = DEFF·P(1 − P)/n,
 * and a log-normal interval N · exp(±1.96·se/N) that does not fall below M.
 *
 * M must count different people of the same population, place and time that the survey asks about. Source: L. Johnston
 * et al. 2013, doi 10.1186/1742-7622-10-8 for the multiplier; the delta variance is textbook. Throws an EstimationError
 * when nobody in the survey got it, and when the share is not told apart from 0 (its relative error above 1 / 1.96).
 *
 * Example: 400 objects, 20 of 624 interviewed with one: multiply({ count: 400, share: 20 / 624, sample: 624 }) is 12480.
 */
export function multiply(data: MultiplierData): Sizing {
  const { count, share, sample, designEffect = 1, countError = 0 } = acceptMultiplier(data);
  const estimate = count / share;
  const shareVariance = (designEffect * share * (1 - share)) / sample;
  const relative = Math.sqrt(shareVariance / (share * share) + (countError * countError) / (count * count));
  if (relative > 1 / Z95) {
    throw new EstimationError(
      'interval-unbounded',
      'the share who got the service or object is not told apart from 0, so there is no upper bound; interview more people or give out more',
    );
  }
  const factor = Math.exp(Z95 * relative);
  return {
    method: 'multiplier.count_over_share',
    interval: 'log-normal',
    estimate,
    low: Math.max(Math.min(count, estimate), estimate / factor),
    high: estimate * factor,
    standardError: estimate * relative,
    basis: 'confidence',
    level: LEVEL,
    caveats: caveatsOf(data),
  };
}

function acceptMultiplier(data: MultiplierData): MultiplierData {
  const { count, share, sample, designEffect = 1, countError = 0 } = data;
  if (!(count > 0 && count <= 1e9))
    throw new EstimationError('not-a-count', 'the count must be above 0 persons');
  if (!(sample >= 1 && sample <= 1e9))
    throw new EstimationError('not-a-count', 'the survey must have interviewed somebody');
  if (!(share >= 0 && share <= 1)) throw new EstimationError('not-a-share', 'the share must be from 0 to 1');
  if (share === 0) {
    throw new EstimationError(
      'no-overlap',
      'nobody in the survey got the service or object, so there is no upper bound to the size',
    );
  }
  if (!(designEffect >= 0.1 && designEffect <= 100)) {
    throw new EstimationError('setting-out-of-range', 'a design effect is a number from 0.1 to 100');
  }
  if (!(countError >= 0 && countError <= count)) {
    throw new EstimationError(
      'setting-out-of-range',
      'the error of the count is a number of persons from 0 to the count',
    );
  }
  return data;
}

function caveatsOf({ share, designEffect }: MultiplierData): string[] {
  return [
    ...(share < USEFUL_SHARE
      ? [`only ${(100 * share).toFixed(1)}% got it: precision is poor below 20%`]
      : []),
    ...(designEffect === undefined ? ['design effect taken as 1'] : []),
    'the count must be of different people, same place, time, age and definition as the survey',
  ];
}

/** A person interviewed. */
export interface MarkedRespondent {
  readonly got: boolean;
  /** Survey weight, above 0; for a respondent-driven sample 1 / number of contacts. */
  readonly weight: number;
  /** Recruitment chain or cluster the person came by. */
  readonly chain: string;
}

/** Returns the weight of a respondent: 1/contacts where contacts are given, else the stated weight, else 1. */
export function surveyWeight(row: {
  readonly contacts?: number | undefined;
  readonly weight?: number | undefined;
}): number {
  if (row.contacts === undefined) return row.weight ?? 1;
  return row.contacts > 0 ? 1 / row.contacts : 0;
}

/**
 * Returns the weighted share who got it, Σ weights of those / Σ weights: with weights 1/d this is the RDS-II share, and
 * N = M·Σ(1/d) / Σ over those who got it (1/d).
 *
 * Source: E. Volz, D. D. Heckathorn 2008, J Off Stat 24:79–97. Throws an EstimationError for no respondents or weights
 * that are not above 0.
 *
 * Example: weights 1, 1, 2 with the last having it give 0.5.
 */
export function weightedShare(respondents: readonly MarkedRespondent[]): number {
  if (respondents.length === 0) throw new EstimationError('no-respondents', 'the survey has no respondents');
  if (!respondents.every(({ weight }) => weight > 0 && weight < 1e12)) {
    throw new EstimationError('not-a-weight', 'every weight (or number of contacts) must be above 0');
  }
  const sum = (of: readonly MarkedRespondent[]) => of.reduce((total, { weight }) => total + weight, 0);
  return sum(respondents.filter(({ got }) => got)) / sum(respondents);
}

/** Replicates beyond the 2.5% and 97.5% points are too few below this. */
const LEAST_CHAINS = 5;

/**
 * Returns the multiplier estimate from a survey, persons, with a percentile interval from redrawing whole recruitment
 * chains (or clusters, or persons where each is its own chain) with replacement.
 *
 * Source of resampling by chain: S. Goel, M. J. Salganik 2009, doi 10.1002/sim.3613 on how respondent-driven samples
 * vary; the percentile interval is B. Efron 1979's. Throws an EstimationError for fewer than five chains, and when more
 * than 2.5% of replicates have nobody who got it: there is then no upper bound.
 */
export function multiplyByChains(
  count: number,
  respondents: readonly MarkedRespondent[],
  options: { readonly random: Random; readonly replicates: number },
): Sizing {
  const share = weightedShare(respondents);
  acceptMultiplier({ count, share, sample: respondents.length });
  const sumsByChain = new Map<string, { got: number; all: number }>();
  for (const { chain, weight, got } of respondents) {
    const sums = sumsByChain.get(chain) ?? { got: 0, all: 0 };
    sumsByChain.set(chain, { got: sums.got + (got ? weight : 0), all: sums.all + weight });
  }
  const chains = [...sumsByChain].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sums]) => sums);
  if (chains.length < LEAST_CHAINS) {
    throw new EstimationError(
      'chains-too-few',
      `${chains.length} recruitment chains are too few to redraw; give --deff and use the share instead`,
    );
  }
  const shares = Float64Array.from({ length: options.replicates }, () =>
    redrawnShare(chains, options.random),
  ).sort();
  const least = percentile(shares, 0.025);
  if (!(least > 0)) {
    throw new EstimationError(
      'interval-unbounded',
      'in too many redraws nobody got the service or object: there is no upper bound',
    );
  }
  const estimate = count / share;
  return {
    method: 'multiplier.chains',
    interval: 'percentile bootstrap',
    estimate,
    low: Math.min(estimate, Math.max(count, count / percentile(shares, 0.975))),
    high: Math.max(estimate, count / least),
    basis: 'confidence',
    level: LEVEL,
    caveats: [
      `${chains.length} chains redrawn`,
      ...caveatsOf({ count, share, sample: respondents.length, designEffect: 1 }),
    ],
  };
}

function redrawnShare(
  chains: readonly { readonly got: number; readonly all: number }[],
  random: Random,
): number {
  let [got, all] = [0, 0];
  for (let at = 0; at < chains.length; at += 1) {
    const drawn = chains[random.integer(chains.length)];
    got += drawn?.got ?? 0;
    all += drawn?.all ?? 0;
  }
  return got / all;
}
