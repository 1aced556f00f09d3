import { describe, expect, it } from 'vitest';
import { sizingsOf } from '../../../src/methods/attempt.js';
import { sizeTwoLists } from '../../../src/methods/capture/size-two-lists.js';
import { drawBinomial } from '../../../src/stats/draw-binomial.js';
import { makeRandom } from '../../../src/stats/random.js';

/** How often each interval holds the true size over simulated pairs of independent lists. */
function coverage(truth: { size: number; first: number; second: number }): Map<string, number> {
  const random = makeRandom(5);
  const hits = new Map<string, number>();
  const runs = 600;
  for (let run = 0; run < runs; run += 1) {
    const both = drawBinomial(random, truth.size, truth.first * truth.second);
    const rest = truth.size - both;
    const onlyFirst = drawBinomial(
      random,
      rest,
      (truth.first * (1 - truth.second)) / (1 - truth.first * truth.second),
    );
    const missed = (1 - truth.first) * (1 - truth.second);
    const onlySecond = drawBinomial(
      random,
      rest - onlyFirst,
      ((1 - truth.first) * truth.second) / (missed + (1 - truth.first) * truth.second),
    );
    const lists = { first: both + onlyFirst, second: both + onlySecond, both };
    if (both === 0) continue;
    for (const { method, interval, low, high } of sizingsOf(sizeTwoLists(lists))) {
      const name = `${method} ${interval}`;
      hits.set(name, (hits.get(name) ?? 0) + (low <= truth.size && truth.size <= high ? 1 / runs : 0));
    }
  }
  return hits;
}

describe('two-list intervals over simulated lists', () => {
  it.each([
    { size: 2000, first: 0.15, second: 0.1 },
    { size: 500, first: 0.3, second: 0.3 },
    { size: 8000, first: 0.05, second: 0.08 },
  ])('hold the true size as often as they claim: $size people, lists of $first and $second', (truth) => {
    const hits = coverage(truth);
    for (const name of [
      'capture.chapman log-normal',
      'capture.lincoln_petersen transformed logit',
      'capture.lincoln_petersen profile',
    ]) {
      expect(hits.get(name) ?? 0).toBeGreaterThan(0.925);
    }
    expect(hits.get('capture.lincoln_petersen exact') ?? 0).toBeGreaterThan(0.94);
    expect(hits.get('capture.lincoln_petersen wald') ?? 0).toBeGreaterThan(0.88);
  });
});
