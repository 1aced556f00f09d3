import { attempt, type Attempt } from '../../methods/attempt.js';
import type { CaptureTable } from '../../methods/capture/capture-table.js';
import type { OddsBounds } from '../../methods/capture/odds-bounds.js';
import { partialBootstrap } from '../../methods/capture/partial-bootstrap.js';
import { partialIdentification } from '../../methods/capture/partial-identification.js';
import { sizeSeveralLists } from '../../methods/capture/size-several-lists.js';
import { sizeTwoLists } from '../../methods/capture/size-two-lists.js';
import { LEVEL } from '../../methods/sizing.js';
import { EstimationError } from '../../model/estimation-error.js';
import { drawGamma } from '../../stats/draw-gamma.js';
import type { Random } from '../../stats/random.js';
import type { SizingScenario } from './trials.js';

/** Gives the lists one person is on, as bits, the first list highest. */
type Meet = (random: Random) => number;

const SIZE = 1000;

function drawTable(lists: number, meet: Meet, random: Random): CaptureTable {
  const counts = Array.from({ length: 1 << lists }, () => 0);
  for (let person = 0; person < SIZE; person += 1) {
    const cell = meet(random);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  counts[0] = 0;
  return { lists: Array.from({ length: lists }, (_, at) => `list ${at + 1}`), counts };
}

const bitsOf = (on: readonly boolean[]) => on.reduce((cell, isOn) => 2 * cell + (isOn ? 1 : 0), 0);

/** Everybody is met by each list with its own chance. */
const independent =
  (...chances: readonly number[]): Meet =>
  (random) =>
    bitsOf(chances.map((chance) => random.uniform() < chance));

/** Being on the first list multiplies the odds of the second; the third stands alone. */
function linked(first: number, second: number, oddsRatio: number, third?: number): Meet {
  const odds = second / (1 - second);
  return (random) => {
    const isFirst = random.uniform() < first;
    const own = isFirst ? odds * oddsRatio : odds;
    const isSecond = random.uniform() < own / (1 + own);
    return bitsOf([isFirst, isSecond, ...(third === undefined ? [] : [random.uniform() < third])]);
  };
}

/** People differ: a factor with mean 1 and that shape multiplies every chance. */
const differing =
  (shape: number, ...chances: readonly number[]): Meet =>
  (random) => {
    const factor = drawGamma(random, shape) / shape;
    return bitsOf(chances.map((chance) => random.uniform() < Math.min(1, factor * chance)));
  };

/** Two kinds of people, a share of the second, met with chances of their own. */
const twoKinds =
  (share: number, one: readonly number[], other: readonly number[]): Meet =>
  (random) =>
    bitsOf((random.uniform() < share ? other : one).map((chance) => random.uniform() < chance));

const refusing = (work: () => readonly Attempt[]): readonly Attempt[] => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    return [];
  }
};

function twoLists(title: string, meet: Meet): SizingScenario {
  return {
    family: 'Two lists',
    title,
    trials: 600,
    run: (random) => {
      const [, second = 0, first = 0, both = 0] = drawTable(2, meet, random).counts;
      const lists = { first: first + both, second: second + both, both };
      return { truth: SIZE, attempts: refusing(() => sizeTwoLists(lists)) };
    },
  };
}

/** Shorter chains than a study would run, with the warm-up of a study. */
const SHORT = { draws: 600, warmUp: 2000, thinning: 4, chains: 2 };

function threeLists(title: string, meet: Meet): SizingScenario {
  return {
    family: 'Three lists',
    title,
    trials: 80,
    run: (random) => ({
      truth: SIZE,
      attempts: refusing(
        () => sizeSeveralLists(drawTable(3, meet, random), { seed: random.uint32(), latent: SHORT }).attempts,
      ),
    }),
  };
}

/** A range without a point as an attempt: its middle stands in for the estimate. */
const range = (interval: string, ends: () => { readonly low: number; readonly high: number }) =>
  attempt('capture.partial', interval, () => {
    const { low, high } = ends();
    return { low, estimate: (low + high) / 2, high, basis: 'confidence', level: LEVEL, caveats: [] };
  });

function bounded(title: string, meet: Meet, bounds: OddsBounds): SizingScenario {
  return {
    family: 'Partial identification',
    title,
    trials: 30,
    run: (random) => {
      const table = drawTable(3, meet, random);
      return {
        truth: SIZE,
        attempts: [
          range('profile', () => partialIdentification(table, bounds).interval),
          range('bootstrap', () =>
            partialBootstrap(table, bounds, { random: random.fork('redraw'), replicates: 300 }),
          ),
        ],
      };
    },
  };
}

/** Lists that overlap. */
export const CAPTURE_SCENARIOS: readonly SizingScenario[] = [
  twoLists('independent, 0.3 and 0.3', independent(0.3, 0.3)),
  twoLists('few on both, 0.08 and 0.1', independent(0.08, 0.1)),
  twoLists('large lists, 0.6 and 0.6', independent(0.6, 0.6)),
  twoLists('the same people on both, odds ratio 2', linked(0.3, 0.25, 2)),
  twoLists('one list keeps people off the other, odds ratio 0.5', linked(0.3, 0.35, 0.5)),
  twoLists('people differ in how easily they are met', differing(2, 0.3, 0.3)),
  threeLists('independent, 0.3 each', independent(0.3, 0.3, 0.3)),
  threeLists('few on several, 0.1 each', independent(0.1, 0.1, 0.1)),
  threeLists('one large list, 0.6, 0.2, 0.2', independent(0.6, 0.2, 0.2)),
  threeLists('two lists share people, odds ratio 3', linked(0.3, 0.25, 3, 0.3)),
  threeLists('people differ in how easily they are met', differing(2, 0.3, 0.3, 0.3)),
  threeLists('two kinds of people', twoKinds(0.4, [0.4, 0.4, 0.3], [0.1, 0.15, 0.1])),
  bounded('independent, bounds 0.5 to 2', independent(0.3, 0.3, 0.3), { least: 0.5, most: 2 }),
  bounded('independent, bounds 1 to 3', independent(0.3, 0.3, 0.3), { least: 1, most: 3 }),
  bounded('odds ratio 2, bounds 1 to 3', linked(0.3, 0.25, 2, 0.3), { least: 1, most: 3 }),
  bounded('odds ratio 3, bounds 1 to 2: too narrow', linked(0.3, 0.25, 3, 0.3), { least: 1, most: 2 }),
  bounded('few on several, bounds 1 to 3', independent(0.12, 0.12, 0.12), { least: 1, most: 3 }),
  bounded('people differ, bounds 1 to 3', differing(3, 0.3, 0.3, 0.3), { least: 1, most: 3 }),
];
