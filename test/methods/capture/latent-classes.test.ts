import { describe, expect, it } from 'vitest';
import { captureTableOf, personsCaught } from '../../../src/methods/capture/capture-table.js';
import {
  latentClassChain,
  latentClassWarmUp,
  STANDARD_LATENT_CLASSES,
} from '../../../src/methods/capture/latent-classes.js';
import { latentClassTasks } from '../../../src/methods/capture/latent-class-work.js';
import { drawBeta } from '../../../src/stats/draw-beta.js';
import { drawGamma } from '../../../src/stats/draw-gamma.js';
import { makeRandom } from '../../../src/stats/random.js';
import { RWANDA } from './published-histories.js';

/** Eighteen people on three lists. */
const EIGHTEEN = captureTableOf(
  ['a', 'b', 'c'],
  ['001', '010', '011', '100', '101', '110', '111'].map((history, at) => ({
    history,
    count: [3, 2, 3, 4, 1, 3, 2][at] ?? 0,
  })),
);

/**
 * The posterior chance that the size is at most each of some sizes, by drawing from the prior of two latent classes and
 * weighing every draw by its likelihood: Π p(history)^count / (1 − p(missed))^n, under which those missed are negative
 * binomial. Shares no code with the chain.
 */
function byPriorDraws(sizes: readonly number[], draws: number): number[] {
  const random = makeRandom(17);
  const caught = personsCaught(EIGHTEEN);
  const below = new Float64Array(sizes.length);
  let total = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const concentration = Math.max(1e-3, drawGamma(random, 0.25) / 0.25);
    const first = drawBeta(random, 1, concentration);
    const chances = Array.from({ length: 2 }, () => Array.from({ length: 3 }, () => random.uniform()));
    const cells = EIGHTEEN.counts.map((_, cell) =>
      chances.reduce((sum, [one = 0, two = 0, three = 0], at) => {
        const on = [cell & 4 ? one : 1 - one, cell & 2 ? two : 1 - two, cell & 1 ? three : 1 - three];
        return sum + (at === 0 ? first : 1 - first) * on.reduce((product, chance) => product * chance, 1);
      }, 0),
    );
    const [missed = 0] = cells;
    const logWeight = EIGHTEEN.counts.reduce(
      (sum, count, cell) => (cell === 0 || count === 0 ? sum : sum + count * Math.log(cells[cell] ?? 0)),
      -caught * Math.log(1 - missed),
    );
    const weight = Math.exp(logWeight + 35);
    total += weight;
    let chance = (1 - missed) ** caught;
    let sum = 0;
    let unseen = 0;
    sizes.forEach((size, at) => {
      for (; unseen <= size - caught; unseen += 1) {
        sum += chance;
        chance *= (missed * (caught + unseen)) / (unseen + 1);
      }
      below[at] = (below[at] ?? 0) + weight * sum;
    });
  }
  return [...below].map((part) => part / total);
}

describe('latent classes', () => {
  it('have the posterior that draws from the prior weighed by their likelihood give, two classes, to 0.015', () => {
    const sizes = [18, 19, 20, 21, 22, 24, 27, 32, 40, 60];
    const expected = byPriorDraws(sizes, 300_000);
    const options = {
      ...STANDARD_LATENT_CLASSES,
      classes: 2,
      draws: 60_000,
      thinning: 4,
      warmUp: 4000,
      chains: 1,
    };
    const chain = latentClassChain(EIGHTEEN, options, makeRandom(5));
    const found = sizes.map((size) => chain.filter((drawn) => drawn <= size).length / chain.length);
    found.forEach((share, at) => {
      expect(Math.abs(share - (expected[at] ?? 0))).toBeLessThan(0.015);
    });
  });

  it('throw away a quarter of the kept steps, at least 2,000, unless told otherwise', () => {
    expect(latentClassWarmUp(10_000, 8)).toBe(20_000);
    expect(latentClassWarmUp(100, 8)).toBe(2000);
    const warmUps = [{}, { draws: 40_000 }, { draws: 100 }, { warmUp: 5 }].map(
      (asked) => latentClassTasks(RWANDA, asked, 1)[0]?.options.warmUp,
    );
    expect(warmUps).toEqual([20_000, 80_000, 2000, 5]);
  });
});
