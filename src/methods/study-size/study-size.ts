import { EstimationError } from '../../model/estimation-error.js';
import { logNormalInterval } from '../capture/two-list-intervals.js';
import { multiply } from '../multiplier/multiplier.js';

/** What is guessed of the population and fixed of the study. */
export interface StudyGuess {
  /** Size thought likely, persons. */
  readonly size: number;
  /** Persons on the first list, or who get the object or service. */
  readonly first: number;
  /** How much larger the variance is than under simple random sampling. */
  readonly designEffect: number;
}

/** What to expect on both lists, of a survey or second list of that many persons. */
interface Expected {
  readonly sample: number;
  /** Persons expected on both. */
  readonly overlap: number;
  /** Chance of fewer than seven on both, where two-list estimates are biased or fail. */
  readonly chanceOfFew: number;
}

/** So few on both that there is no interval. */
export interface ExpectedOverlap extends Expected {
  readonly low?: undefined;
}

/** The interval to expect. */
export interface ExpectedInterval extends Expected {
  readonly low: number;
  readonly high: number;
  /** High end over low end: 1 is certainty. */
  readonly ratio: number;
}

const FEW = 7;

/** Persons expected on both below which there is most likely nobody, and no answer at all. */
const LEAST_OVERLAP = 1;

/**
 * Returns the 95% log-normal interval that two independent lists are expected to give, persons, when the size is as
 * guessed and the overlap comes out at its mean n₁·n₂/N with the variance n₁·n₂·(n₁ − m)(n₂ − m)/m³ times the design
 * effect.
 *
 * The interval at the expected overlap, not the expected interval: where the overlap is below about 20 real ones vary
 * widely around it, and where less than one person is expected on both there is none. Source: D. S. Robson, H. A. Regier 1964, doi 10.1577/1548-8659(1964)93[215:SSIPMR]2.0.CO;2. Throws
 * an EstimationError for lists larger than the size guessed.
 *
 * Example: a size of 5000 with lists of 400 and 400 is expected to give 32 on both.
 */
export function expectCapture(guess: StudyGuess, sample: number): ExpectedInterval | ExpectedOverlap {
  const { size, first, designEffect } = acceptGuess(guess, sample);
  const overlap = (first * sample) / size;
  const expected = { sample, overlap, chanceOfFew: poissonBelow(FEW, overlap / designEffect) };
  if (overlap < LEAST_OVERLAP) return expected;
  const seen = first + sample - overlap;
  const variance =
    (designEffect * first * sample * (first - overlap) * (sample - overlap)) / (overlap * overlap * overlap);
  const { low, high } = logNormalInterval({ estimate: size, variance }, seen);
  return { ...expected, low, high, ratio: high / low };
}

/**
 * Returns the 95% interval that a multiplier is expected to give, persons, when the size is as guessed and the share who
 * got the service or object comes out at M/N; undefined where that share would not be told apart from 0.
 *
 * Example: a size of 5000, 1000 objects and 400 interviewed with design effect 2 is expected to give 3790 to 6597.
 */
export function expectMultiplier(guess: StudyGuess, sample: number): ExpectedInterval | undefined {
  const { size, first, designEffect } = acceptGuess(guess, sample);
  const overlap = (first * sample) / size;
  const chanceOfFew = poissonBelow(FEW, overlap / designEffect);
  try {
    const { low, high } = multiply({ count: first, share: first / size, sample, designEffect });
    return { sample, overlap, chanceOfFew, low, high, ratio: high / low };
  } catch (error) {
    if (error instanceof EstimationError) return undefined;
    throw error;
  }
}

function acceptGuess(guess: StudyGuess, sample: number): StudyGuess {
  const { size, first, designEffect } = guess;
  if (!(size > 0 && size <= 1e9 && first > 0 && sample > 0)) {
    throw new EstimationError('not-a-count', 'a study-size calculation needs numbers of persons above 0');
  }
  if (first > size || sample > size) {
    throw new EstimationError(
      'setting-out-of-range',
      `a list cannot hold more than the ${size} persons guessed`,
    );
  }
  if (!(designEffect >= 0.1 && designEffect <= 100)) {
    throw new EstimationError('setting-out-of-range', 'a design effect is a number from 0.1 to 100');
  }
  return guess;
}

/** Chance that a Poisson number with that mean is below the limit. */
function poissonBelow(limit: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = 0;
  for (let count = 0; count < limit; count += 1) {
    sum += term;
    term *= mean / (count + 1);
  }
  return Math.min(1, sum);
}

/** Samples a study can think of: a few each side of the first list, up to the size guessed. */
export function candidateSamples(guess: StudyGuess): number[] {
  const steps = [100, 150, 200, 300, 400, 600, 800, 1200, 1600, 2400, 3200];
  return steps.filter((sample) => sample <= guess.size);
}
