import type { Attempt } from '../../methods/attempt.js';
import { makeRandom, type Random } from '../../stats/random.js';

/** One invented study: the truth and what every method made of the data it gave. */
export interface SizingTrial {
  /** Persons, or what the method is to find. */
  readonly truth: number;
  readonly attempts: readonly Attempt[];
}

/** A kind of invented study in which sizing methods are tried. */
export interface SizingScenario {
  readonly family: string;
  readonly title: string;
  /** Trials of the full study. */
  readonly trials: number;
  readonly run: (random: Random) => SizingTrial;
}

/** How one method and interval did in one scenario. */
export interface SizingScore {
  readonly method: string;
  readonly interval: string;
  /** Trials in which it gave a number, and in which it refused. */
  readonly given: number;
  readonly refused: number;
  /** Mean of estimate / truth, less 1. */
  readonly bias: number;
  /** Share of given intervals that held the truth, with its Monte Carlo standard error. */
  readonly holds: number;
  readonly holdsError: number;
  /** Mean of (high − low) / truth. */
  readonly width: number;
  /** The level it claims; undefined where it claims none. */
  readonly level: number | undefined;
}

/** A scenario with the scores of every method tried in it. */
export interface ScoredScenario {
  readonly scenario: SizingScenario;
  readonly trials: number;
  readonly scores: readonly SizingScore[];
}

interface Tally {
  given: number;
  refused: number;
  ratio: number;
  held: number;
  width: number;
  level: number | undefined;
}

/**
 * Returns how every method of a scenario did over its trials. Every trial has a random stream of its own, so the scores
 * depend on the seed alone. `share` runs that share of the trials only, at least two.
 *
 * Example: Chapman in two independent lists of 300 of 1,000 people holds the truth in about 95 of 100.
 */
export function scoreScenario(scenario: SizingScenario, seed: number, share = 1): ScoredScenario {
  const trials = Math.max(2, Math.round(share * scenario.trials));
  const random = makeRandom(seed).fork(scenario.family).fork(scenario.title);
  const tallies = new Map<string, Tally>();
  for (let trial = 0; trial < trials; trial += 1) {
    const { truth, attempts } = scenario.run(random.fork(trial));
    for (const made of attempts) addTo(tallies, made, truth);
  }
  return { scenario, trials, scores: [...tallies].map(([key, tally]) => scoreOf(key, tally)) };
}

function addTo(tallies: Map<string, Tally>, made: Attempt, truth: number): void {
  const { method, interval } = 'sizing' in made ? made.sizing : made;
  const key = JSON.stringify([method, interval]);
  const tally = tallies.get(key) ?? { given: 0, refused: 0, ratio: 0, held: 0, width: 0, level: undefined };
  tallies.set(key, tally);
  if ('refusal' in made) {
    tally.refused += 1;
    return;
  }
  const { low, estimate, high, level } = made.sizing;
  tally.given += 1;
  tally.ratio += estimate / truth;
  tally.held += low <= truth && truth <= high ? 1 : 0;
  tally.width += (high - low) / truth;
  tally.level = level;
}

function scoreOf(key: string, { given, refused, ratio, held, width, level }: Tally): SizingScore {
  const [method = '', interval = ''] = JSON.parse(key) as string[];
  const holds = given > 0 ? held / given : 0;
  return {
    method,
    interval,
    given,
    refused,
    bias: given > 0 ? ratio / given - 1 : 0,
    holds,
    holdsError: given > 0 ? Math.sqrt((holds * (1 - holds)) / given) : 0,
    width: given > 0 ? width / given : 0,
    level,
  };
}
