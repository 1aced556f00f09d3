import { cellOf } from '../../stats/cell-of.js';

/** A Conway–Maxwell–Poisson distribution of numbers of contacts from 1 to a largest number. */
export interface DegreeModel {
  /** The logarithm of the chance of each number of contacts; the first cell is one contact. */
  readonly logChances: Float64Array;
  readonly mean: number;
  readonly sd: number;
  /** Logarithm of the rate, and how much faster (above 1) or slower than a Poisson the tail falls. */
  readonly logRate: number;
  readonly decay: number;
}

const logFactorials: number[] = [0];

function logFactorial(count: number): number {
  for (let next = logFactorials.length; next <= count; next += 1) {
    logFactorials.push(cellOf(logFactorials, next - 1) + Math.log(next));
  }
  return cellOf(logFactorials, count);
}

/** Mean, spread and how both move with the two parameters. */
interface Moments {
  readonly model: DegreeModel;
  readonly meanByRate: number;
  readonly meanByDecay: number;
  readonly sdByRate: number;
  readonly sdByDecay: number;
}

/** P(k) ∝ exp(k · logRate − decay · ln k!) for k from 1 to `most`, with its moments. */
function momentsOf(most: number, logRate: number, decay: number): Moments {
  const logChances = new Float64Array(most);
  let top = -Infinity;
  for (let count = 1; count <= most; count += 1) {
    const value = count * logRate - decay * logFactorial(count);
    logChances[count - 1] = value;
    if (value > top) top = value;
  }
  let sum = 0;
  for (const value of logChances) sum += Math.exp(value - top);
  const logSum = top + Math.log(sum);
  let [mean, logMean] = [0, 0];
  for (let at = 0; at < most; at += 1) {
    const logChance = cellOf(logChances, at) - logSum;
    logChances[at] = logChance;
    const chance = Math.exp(logChance);
    mean += chance * (at + 1);
    logMean += chance * logFactorial(at + 1);
  }
  let [variance, skew, with1, with2] = [0, 0, 0, 0];
  for (let at = 0; at < most; at += 1) {
    const chance = Math.exp(cellOf(logChances, at));
    const away = at + 1 - mean;
    const logAway = logFactorial(at + 1) - logMean;
    variance += chance * away * away;
    skew += chance * away * away * away;
    with1 += chance * away * logAway;
    with2 += chance * away * away * logAway;
  }
  const sd = Math.sqrt(variance);
  return {
    model: { logChances, mean, sd, logRate, decay },
    meanByRate: variance,
    meanByDecay: -with1,
    sdByRate: skew / (2 * sd),
    sdByDecay: -with2 / (2 * sd),
  };
}

const MOST_STEPS = 40;
const CLOSE = 1e-8;

/**
 * Returns the Conway–Maxwell–Poisson distribution on 1 … `most` with that mean and standard deviation, found by
 * Newton's method from another one; undefined where there is none whose tail falls at least geometrically (decay 0 or
 * more), as for contacts that vary more than a geometric does.
 *
 * Source: G. Shmueli et al. 2005, doi 10.1111/j.1467-9876.2005.00474.x (the distribution, there from 0 on without end).
 *
 * Example: most 60, mean 5 and sd √5 is nearly a Poisson: decay 1.0.
 */
export function degreeModelWith(
  most: number,
  wanted: { readonly mean: number; readonly sd: number },
  start: Pick<DegreeModel, 'logRate' | 'decay'>,
): DegreeModel | undefined {
  if (!(wanted.mean > 1 && wanted.mean < most && wanted.sd > 0)) return undefined;
  let { logRate, decay } = start;
  let now = momentsOf(most, logRate, decay);
  const missOf = ({ model }: Moments) =>
    Math.abs(Math.log(model.mean / wanted.mean)) + Math.abs(Math.log(model.sd / wanted.sd));
  let miss = missOf(now);
  for (let step = 0; step < MOST_STEPS && miss > CLOSE; step += 1) {
    const determinant = now.meanByRate * now.sdByDecay - now.meanByDecay * now.sdByRate;
    if (!(Math.abs(determinant) > 1e-300)) return undefined;
    const [shortMean, shortSd] = [wanted.mean - now.model.mean, wanted.sd - now.model.sd];
    const byRate = (shortMean * now.sdByDecay - shortSd * now.meanByDecay) / determinant;
    const byDecay = (shortSd * now.meanByRate - shortMean * now.sdByRate) / determinant;
    let share = 1;
    let next: Moments | undefined;
    for (let halving = 0; halving < 20; halving += 1, share /= 2) {
      const tried = momentsOf(most, logRate + share * byRate, decay + share * byDecay);
      if (missOf(tried) < miss) {
        next = tried;
        break;
      }
    }
    if (next === undefined) return undefined;
    now = next;
    ({ logRate, decay } = now.model);
    miss = missOf(now);
  }
  return miss <= CLOSE && decay >= 0 ? now.model : undefined;
}

/** A distribution to start the search from: a Poisson with that mean, cut off at 1 and `most`. */
export function poissonStart(mean: number): Pick<DegreeModel, 'logRate' | 'decay'> {
  return { logRate: Math.log(mean), decay: 1 };
}
