import { percentile } from '../stats/percentile.js';

/** Median and central 95% of draws. */
export interface Triple95 {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The posterior of the size from several Markov chains and whether they agree. */
export interface ChainSummary extends Triple95 {
  /** Median and central 95% of each chain by itself. */
  readonly chains: readonly Triple95[];
  /** Split potential scale reduction of ln N: 1 when chains and their halves agree. */
  readonly scaleReduction: number;
  readonly verdict: 'agree' | 'doubtful' | 'disagree';
}

/** Scale reductions above which chains are doubtful, and above which their number is not given. */
const DOUBTFUL = 1.05;
const DISAGREE = 1.2;

/**
 * Returns the posterior of the size from the draws of several chains with a verdict on whether they agree: `agree` when
 * the split scale reduction of ln N is at most 1.05, `disagree` above 1.2.
 *
 * Chains draw from streams of their own, so their number of threads cannot change the result. Source of the scale
 * reduction: A. Gelman, D. B. Rubin 1992, doi 10.1214/ss/1177011136. Its own Monte Carlo error is some percent of the
 * interval's width: such chains move slowly.
 *
 * Example: killings in Kosovo 1999, four lists, latent classes: median about 10,300, 95% about 8,400 to 13,900.
 */
export function summariseChains(chains: readonly Float64Array[]): ChainSummary {
  const all = chains.flatMap((chain) => [...chain]);
  const scaleReduction = splitScaleReduction(chains);
  const verdict = scaleReduction > DISAGREE ? 'disagree' : scaleReduction > DOUBTFUL ? 'doubtful' : 'agree';
  return { ...summaryOf(all), chains: chains.map((chain) => summaryOf(chain)), scaleReduction, verdict };
}

/** The chains in words: `chains agree: medians 10, 11, scale reduction 1.01`. */
export function sayChains({ chains, scaleReduction, verdict }: ChainSummary): string {
  const medians = chains.map((chain) => Math.round(chain.median)).join(', ');
  return `chains ${verdict}: medians ${medians}, scale reduction ${scaleReduction.toFixed(2)}`;
}

function summaryOf(draws: Iterable<number>): Triple95 {
  const sorted = Float64Array.from(draws).sort();
  return { median: percentile(sorted, 0.5), low: percentile(sorted, 0.025), high: percentile(sorted, 0.975) };
}

/** Potential scale reduction of the logarithm over half chains. */
function splitScaleReduction(chains: readonly Float64Array[]): number {
  const halves = chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2);
    return [chain.slice(0, half), chain.slice(half, 2 * half)].map((part) =>
      part.map((size) => Math.log(size)),
    );
  });
  const length = halves[0]?.length ?? 0;
  const means = halves.map((part) => part.reduce((sum, value) => sum + value, 0) / length);
  const grand = means.reduce((sum, value) => sum + value, 0) / means.length;
  const between =
    means.reduce((sum, value) => sum + (value - grand) * (value - grand), 0) / (means.length - 1);
  const within =
    halves.reduce((total, part, at) => {
      const centre = means[at] ?? 0;
      return total + part.reduce((sum, value) => sum + (value - centre) * (value - centre), 0) / (length - 1);
    }, 0) / halves.length;
  return within > 0 ? Math.sqrt(1 + between / within) : 1;
}
