import { describe, expect, it } from 'vitest';
import {
  successiveSamplingChain,
  type SuccessiveSamplingChain,
} from '../../src/methods/successive-sampling/successive-sampling.js';
import { logGamma } from '../../src/stats/log-gamma.js';
import { makeRandom } from '../../src/stats/random.js';

/** Thirty-two people with one to four contacts, who came in this order. */
const CONTACTS = [
  4, 3, 4, 2, 4, 3, 3, 4, 2, 3, 1, 4, 3, 2, 3, 2, 2, 3, 1, 2, 2, 1, 3, 2, 1, 2, 1, 1, 2, 1, 1, 2,
];
const SAMPLED = CONTACTS.length;
/** The prior on the size is flat from the people sampled to here. */
const MOST = 84;
const LARGEST = 4;

/** A Conway–Maxwell–Poisson on 1 … 4, its mean and spread. */
function degreesOf(logRate: number, decay: number) {
  const weights = [1, 2, 3, 4].map((k) => Math.exp(k * logRate - decay * logGamma(k + 1)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const chances = weights.map((weight) => weight / sum);
  const mean = chances.reduce((total, chance, at) => total + chance * (at + 1), 0);
  const square = chances.reduce((total, chance, at) => total + chance * (at + 1 - mean) ** 2, 0);
  return { chances, mean, sd: Math.sqrt(square) };
}

/**
 * The log prior density of a grid cell: the mean normal around the sample's with the spread as its standard deviation,
 * the square of the spread scaled inverse chi-square of 3 degrees of freedom (Handcock, Gile, Mar 2014), carried to the
 * rate and the decay by the Jacobian, here by differences.
 */
function logPrior(logRate: number, decay: number): number {
  const weights = CONTACTS.reduce((sum, count) => sum + 1 / count, 0);
  const centre = SAMPLED / weights;
  const scale = CONTACTS.reduce((sum, count) => sum + (count - centre) ** 2 / count, 0) / weights;
  const { mean, sd } = degreesOf(logRate, decay);
  const step = 1e-4;
  const by = (rate: number, fall: number) => degreesOf(logRate + rate, decay + fall);
  const [up, down, on, off] = [by(step, 0), by(-step, 0), by(0, step), by(0, -step)];
  const jacobian =
    ((up.mean - down.mean) * (on.sd - off.sd) - (on.mean - off.mean) * (up.sd - down.sd)) / (4 * step * step);
  const normal = -((mean - centre) ** 2) / (2 * sd * sd) - Math.log(sd);
  const inverseChi = -(3 * scale) / (2 * sd * sd) - 4 * Math.log(sd);
  return normal + inverseChi + Math.log(Math.abs(jacobian));
}

/** ln Π 1/(contacts left), by the sum of contacts of those not sampled. */
const LOG_LEFT = Array.from({ length: LARGEST * (MOST - SAMPLED) + 1 }, (_, others) =>
  CONTACTS.reduce(
    (sum, _count, at) => sum - Math.log(CONTACTS.slice(at).reduce((total, own) => total + own, 0) + others),
    0,
  ),
);

/**
 * The posterior by summing over every size, over a grid of degree distributions, and over every sum of contacts that
 * those not sampled can have. Shares no code with the chain.
 */
function exactPosterior() {
  const sizes = Array.from({ length: MOST - SAMPLED + 1 }, (_, unseen) => SAMPLED + unseen);
  const bySize = new Float64Array(sizes.length);
  const totals = { weight: 0, decay: 0, mean: 0, sd: 0, edge: 0 };
  const logTop = LOG_LEFT[2 * 20] ?? 0;
  const [rateStep, decayStep] = [0.1, 0.1];
  const mostDecay = 9;
  for (let decay = decayStep / 2; decay < mostDecay; decay += decayStep) {
    for (let logRate = -3; logRate < 12; logRate += rateStep) {
      const { chances, mean, sd } = degreesOf(logRate, decay);
      const seen = CONTACTS.reduce((sum, count) => sum + Math.log(chances[count - 1] ?? 0), 0);
      const own = Math.exp(seen + logPrior(logRate, decay) + 60);
      if (own < 1e-9) continue;
      let cell = 0;
      let sums = new Float64Array(1).fill(1);
      sizes.forEach((size, unseen) => {
        const left = sums.reduce(
          (sum, chance, over) => sum + chance * Math.exp((LOG_LEFT[unseen + over] ?? 0) - logTop),
          0,
        );
        const arrangements = Math.exp(logGamma(size + 1) - logGamma(unseen + 1) - 60);
        const weight = own * arrangements * left;
        bySize[unseen] = (bySize[unseen] ?? 0) + weight;
        cell += weight;
        sums = convolved(sums, chances);
      });
      totals.weight += cell;
      totals.decay += cell * decay;
      totals.mean += cell * mean;
      totals.sd += cell * sd;
      if (decay > mostDecay - 0.5) totals.edge += cell;
    }
  }
  const { weight } = totals;
  const share = [...bySize].map((part) => part / weight);
  return {
    share,
    sizes,
    decay: totals.decay / weight,
    mean: totals.mean / weight,
    sd: totals.sd / weight,
    edge: totals.edge / weight,
  };
}

/** Chances of each sum of contacts above one a person when another person is added. */
function convolved(sums: Float64Array, chances: readonly number[]) {
  const next = new Float64Array(sums.length + LARGEST - 1);
  sums.forEach((sum, at) => {
    chances.forEach((chance, more) => {
      next[at + more] = (next[at + more] ?? 0) + sum * chance;
    });
  });
  return next;
}

/** Mean over chains and its Monte Carlo error, from how chains differ. */
function across(chains: readonly SuccessiveSamplingChain[], of: (chain: SuccessiveSamplingChain) => number) {
  const values = chains.map(of);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(square / values.length) };
}

const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('successive sampling with everything learnt, against the posterior summed over sizes and degree distributions', () => {
  const exact = exactPosterior();
  const chains = Array.from({ length: 12 }, (_, at) =>
    successiveSamplingChain(
      CONTACTS,
      { prior: { kind: 'flat', most: MOST }, draws: 4000, thinning: 4, warmUp: 1500, chains: 1 },
      makeRandom(23).fork(at),
    ),
  );
  const exactMean = exact.share.reduce((sum, share, at) => sum + share * (exact.sizes[at] ?? 0), 0);

  it('the grid holds the posterior', () => {
    expect(exact.edge).toBeLessThan(1e-3);
    expect(exact.share.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it.each([
    ['the size', (chain: SuccessiveSamplingChain) => meanOf(chain.sizes), exactMean],
    ['the mean of contacts', (chain: SuccessiveSamplingChain) => chain.meanContacts, exact.mean],
    ['the spread of contacts', (chain: SuccessiveSamplingChain) => chain.meanSpread, exact.sd],
    ['the decay', (chain: SuccessiveSamplingChain) => chain.meanDecay, exact.decay],
  ])('%s has the exact posterior mean within 3.5 Monte Carlo errors', (_, of, expected) => {
    const { mean, error } = across(chains, of);
    expect(Math.abs(mean - expected)).toBeLessThan(3.5 * error);
    expect(error).toBeLessThan(0.02 * expected);
  });

  it.each([34, 38, 42, 48, 56, 66, 76])('the chance of a size up to %i is the exact one', (size) => {
    const expected = exact.share.slice(0, size - SAMPLED + 1).reduce((sum, share) => sum + share, 0);
    const { mean, error } = across(
      chains,
      (chain) => chain.sizes.filter((drawn) => drawn <= size).length / chain.sizes.length,
    );
    expect(Math.abs(mean - expected)).toBeLessThan(3.5 * error);
    expect(error).toBeLessThan(0.02);
  });
});
