import { EstimationError } from '../../model/estimation-error.js';
import { cellOf } from '../../stats/cell-of.js';
import { drawBinomialByRejection } from '../../stats/draw-binomial-by-rejection.js';
import { drawGamma } from '../../stats/draw-gamma.js';
import { drawNormal } from '../../stats/draw-normal.js';
import { drawPoisson } from '../../stats/draw-poisson.js';
import type { Random } from '../../stats/random.js';
import { degreeModelWith, poissonStart, type DegreeModel } from './degree-model.js';
import { preparePrior, type PreparedPrior, type SizePrior } from './size-prior.js';

export interface SuccessiveSamplingOptions {
  readonly prior: SizePrior;
  /** Draws kept from each chain, and steps between two of them. */
  readonly draws: number;
  readonly thinning: number;
  /** Steps at the start of each chain that are thrown away. */
  readonly warmUp: number;
  readonly chains: number;
  /**
   * The share of the population that has 1, 2, 3 … contacts, where it is known from elsewhere; learnt from the sample
   * otherwise.
   */
  readonly degreeShares?: readonly number[] | undefined;
}

/** How long a chain has to be for an interval whose Monte Carlo error is some percent of its width. */
export const STANDARD_SUCCESSIVE_SAMPLING: Omit<SuccessiveSamplingOptions, 'prior'> = {
  draws: 2_000,
  thinning: 10,
  warmUp: 3_000,
  chains: 4,
};

/** What one chain gives. */
export interface SuccessiveSamplingChain {
  /** The size after each kept step, persons. */
  readonly sizes: Float64Array;
  /** Mean decay of the degree distribution: 1 is a Poisson, near 0 the edge of what the model can express. */
  readonly meanDecay: number;
  /** Posterior means of the mean and of the standard deviation of contacts in the population; 0 where they were given. */
  readonly meanContacts: number;
  readonly meanSpread: number;
}

const LEAST_SAMPLE = 30;
/** Contacts of one person beyond which the number is not meant literally. */
export const MOST_CONTACTS = 300;

/**
 * Returns the numbers of contacts if a size can be learnt from them, those above 300 moved there. Throws an
 * EstimationError for fewer than 30 people, numbers that are not whole and above 0, and numbers that are all the same:
 * their order then says nothing.
 */
export function acceptContacts(contacts: readonly number[]): Float64Array {
  if (contacts.length < LEAST_SAMPLE) {
    throw new EstimationError(
      'no-respondents',
      `successive sampling needs at least ${LEAST_SAMPLE} people in the order they came, not ${contacts.length}`,
    );
  }
  if (!contacts.every((count) => Number.isSafeInteger(count) && count >= 1)) {
    throw new EstimationError(
      'not-a-count',
      'every person sampled knows a whole number of people of the population, 1 or more',
    );
  }
  const capped = Float64Array.from(contacts, (count) => Math.min(MOST_CONTACTS, count));
  if (capped.every((count) => count === capped[0])) {
    throw new EstimationError(
      'areas-alike',
      'everybody has the same number of contacts: the order in which they came says nothing of the size',
    );
  }
  return capped;
}

/**
 * Returns the draws of one chain of successive-sampling population size estimation (SS-PSE).
 *
 * People come into a respondent-driven sample in an order that favours those with many contacts, without replacement:
 * the faster contacts fall along the sample, the larger the share of the population that was sampled. `contacts` stand
 * in the order people came. Gibbs sampling over the size, the contacts of the people not sampled and one exponential
 * number a person sampled; contacts follow a Conway–Maxwell–Poisson distribution whose mean and spread are learnt.
 * Source: M. S. Handcock, K. J. Gile, C. M. Mar 2014, doi 10.1214/14-EJS923. Misleads where contacts are misreported,
 * where recruitment follows something else than contacts (bottlenecks, seeds that were chosen), and where the sample is
 * a small share of the population: then the prior is all there is.
 */
export function successiveSamplingChain(
  contacts: readonly number[],
  options: SuccessiveSamplingOptions,
  random: Random,
  reach: (share: number) => void = () => undefined,
): SuccessiveSamplingChain {
  const state = startingState(acceptContacts(contacts), options, random);
  const sizes = new Float64Array(options.draws);
  let [decay, mean, spread] = [0, 0, 0];
  const steps = options.warmUp + options.draws * options.thinning;
  const stretch = Math.ceil(steps / 100);
  for (let step = 0; step < steps; step += 1) {
    if (step % stretch === 0) reach(step / steps);
    drawPull(state, random);
    if (state.learns) drawDegrees(state, step < options.warmUp, random);
    drawSize(state, random);
    spreadUnseen(state, random);
    const past = step - options.warmUp;
    if (past >= 0 && past % options.thinning === 0) {
      sizes[past / options.thinning] = state.sampled.length + state.unseen;
      decay += state.degrees.decay;
      mean += state.degrees.mean;
      spread += state.degrees.sd;
    }
  }
  const { draws } = options;
  return { sizes, meanDecay: decay / draws, meanContacts: mean / draws, meanSpread: spread / draws };
}

interface ChainState {
  readonly sampled: Float64Array;
  readonly sampledTotal: number;
  /** How many people sampled have 1, 2, … contacts. */
  readonly counts: Float64Array;
  readonly prior: PreparedPrior;
  readonly learns: boolean;
  /** Mean and spread of contacts in the population as the sample suggests them, weighted by 1 / contacts. */
  readonly centre: { readonly mean: number; readonly sd: number };
  degrees: DegreeModel;
  /** Size of the random step in ln mean and ln spread. */
  step: number;
  /** People not sampled, and the sum of their contacts. */
  unseen: number;
  unseenTotal: number;
  /** Sum of the exponential numbers: how strongly contacts draw people into the sample. */
  pull: number;
}

function startingState(
  sampled: Float64Array,
  options: SuccessiveSamplingOptions,
  random: Random,
): ChainState {
  const { degreeShares } = options;
  const most = degreeShares?.length ?? sampled.reduce((largest, count) => Math.max(largest, count), 0);
  const counts = new Float64Array(most);
  for (const count of sampled) {
    if (count > most)
      throw new EstimationError(
        'setting-out-of-range',
        'the known shares of contacts leave out people sampled',
      );
    counts[count - 1] = cellOf(counts, count - 1) + 1;
  }
  const weights = sampled.reduce((sum, count) => sum + 1 / count, 0);
  const mean = sampled.length / weights;
  const spread = sampled.reduce((sum, count) => sum + ((count - mean) * (count - mean)) / count, 0) / weights;
  const centre = { mean, sd: Math.max(0.1, Math.sqrt(spread)) };
  const prior = preparePrior(options.prior, sampled.length);
  const start = prior.quantile(0.1 + 0.8 * random.uniform());
  const unseen = Math.max(1, Math.round(Math.min(start, prior.most) - sampled.length));
  return {
    sampled,
    sampledTotal: sampled.reduce((sum, count) => sum + count, 0),
    counts,
    prior,
    learns: degreeShares === undefined,
    centre,
    degrees: degreeShares === undefined ? startingDegrees(most, centre) : knownDegrees(degreeShares),
    step: 0.1,
    unseen,
    unseenTotal: unseen * mean,
    pull: 0,
  };
}

/** The learnt distribution to start from: the spread suggested, or the nearest that the model can express. */
function startingDegrees(most: number, centre: { readonly mean: number; readonly sd: number }): DegreeModel {
  for (let share = 1; share > 0.01; share *= 0.9) {
    const model = degreeModelWith(
      most,
      { mean: centre.mean, sd: share * centre.sd },
      poissonStart(centre.mean),
    );
    if (model !== undefined) return model;
  }
  throw new EstimationError(
    'model-not-fitted',
    'no degree distribution fits these numbers of contacts; look for a person with far too many',
  );
}

function knownDegrees(shares: readonly number[]): DegreeModel {
  const sum = shares.reduce((total, share) => total + share, 0);
  const logChances = Float64Array.from(shares, (share) => Math.log(share / sum));
  return { logChances, mean: 0, sd: 0, logRate: 0, decay: 1 };
}

/** Draws one exponential number a person, whose rate is the contacts of all who were left when the person came. */
function drawPull(state: ChainState, random: Random): void {
  let left = state.sampledTotal + state.unseenTotal;
  let pull = 0;
  for (let at = 0; at < state.sampled.length; at += 1) {
    pull -= Math.log(1 - random.uniform()) / left;
    left -= cellOf(state.sampled, at);
  }
  state.pull = pull;
}

/** The chance that a person of that distribution is not sampled, given the pull. */
function missedChance({ logChances }: DegreeModel, pull: number): number {
  let chance = 0;
  for (let at = 0; at < logChances.length; at += 1)
    chance += Math.exp(cellOf(logChances, at) - pull * (at + 1));
  return chance;
}

/** Degrees of freedom of the prior on the mean and on the spread of contacts (Handcock, Gile, Mar 2014). */
const MEAN_FREEDOM = 1;
const SPREAD_FREEDOM = 3;

/** Log density of a degree distribution: those sampled, those missed, and a weak prior around the suggestion. */
function degreeDensity(state: ChainState, degrees: DegreeModel): number {
  let sum = state.unseen * Math.log(missedChance(degrees, state.pull));
  for (let at = 0; at < state.counts.length; at += 1) {
    const count = cellOf(state.counts, at);
    if (count > 0) sum += count * cellOf(degrees.logChances, at);
  }
  const { mean, sd } = degrees;
  const away = (mean - state.centre.mean) / sd;
  const ratio = state.centre.sd / sd;
  const priorMean = (-MEAN_FREEDOM * away * away) / 2 - Math.log(sd);
  const priorSpread = (-SPREAD_FREEDOM * ratio * ratio) / 2 - (SPREAD_FREEDOM + 1) * Math.log(sd);
  return sum + priorMean + priorSpread + Math.log(mean) + Math.log(sd);
}

const WANTED_ACCEPTANCE = 0.35;

/** Two Metropolis steps of the mean and spread of contacts, the contacts of those missed summed out. */
function drawDegrees(state: ChainState, isWarmUp: boolean, random: Random): void {
  let density = degreeDensity(state, state.degrees);
  for (let turn = 0; turn < 2; turn += 1) {
    const tried = degreeModelWith(
      state.counts.length,
      {
        mean: state.degrees.mean * Math.exp(state.step * drawNormal(random)),
        sd: state.degrees.sd * Math.exp(state.step * drawNormal(random)),
      },
      state.degrees,
    );
    const reached = tried === undefined ? -Infinity : degreeDensity(state, tried);
    const isAccepted = Math.log(1 - random.uniform()) < reached - density;
    if (isAccepted && tried !== undefined) {
      state.degrees = tried;
      density = reached;
    }
    if (isWarmUp) {
      const move = isAccepted ? 1 - WANTED_ACCEPTANCE : -WANTED_ACCEPTANCE;
      state.step = Math.min(1, Math.max(0.005, state.step * Math.exp(0.05 * move)));
    }
  }
}

const SIZE_TRIES = 4;

/** Draws how many were not sampled: negative binomial by the likelihood, taken or not by the prior. */
function drawSize(state: ChainState, random: Random): void {
  const missed = missedChance(state.degrees, state.pull);
  const sampled = state.sampled.length;
  let density = state.prior.logDensity(sampled + state.unseen);
  for (let turn = 0; turn < SIZE_TRIES; turn += 1) {
    const rate = (drawGamma(random, sampled + 1) * missed) / Math.max(1e-12, 1 - missed);
    if (!(rate <= 1e9)) continue;
    const unseen = drawPoisson(random, rate);
    const reached = state.prior.logDensity(sampled + unseen);
    if (Math.log(1 - random.uniform()) < reached - density) {
      state.unseen = unseen;
      density = reached;
    }
  }
}

/** Draws the contacts of those not sampled and adds them up. */
function spreadUnseen(state: ChainState, random: Random): void {
  const { logChances } = state.degrees;
  let rest = missedChance(state.degrees, state.pull);
  let left = state.unseen;
  let total = 0;
  for (let at = 0; at < logChances.length && left > 0; at += 1) {
    const share = Math.exp(cellOf(logChances, at) - state.pull * (at + 1));
    const isLast = at === logChances.length - 1 || rest <= share;
    const fallen = isLast ? left : drawBinomialByRejection(random, left, Math.min(1, share / rest));
    rest -= share;
    left -= fallen;
    total += fallen * (at + 1);
  }
  state.unseenTotal = total;
}
