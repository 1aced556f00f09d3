import { describe, expect, it } from 'vitest';
import { EstimationError } from '../../../src/model/estimation-error.js';
import {
  captureTableOf,
  personsCaught,
  type CaptureTable,
} from '../../../src/methods/capture/capture-table.js';
import { partialIdentification } from '../../../src/methods/capture/partial-identification.js';
import { sizeSeveralLists } from '../../../src/methods/capture/size-several-lists.js';
import { sizeTwoLists } from '../../../src/methods/capture/size-two-lists.js';
import { personsSeen } from '../../../src/methods/capture/two-lists.js';
import { sizingsOf, type Attempt } from '../../../src/methods/attempt.js';
import { makeRandom, type Random } from '../../../src/stats/random.js';

/** Every sizing is finite, ordered, and not below the people seen; everything else is a refusal in words. */
function expectSound(attempts: readonly Attempt[], seen: number): void {
  for (const { low, estimate, high } of sizingsOf(attempts)) {
    expect(Number.isFinite(low) && Number.isFinite(estimate) && Number.isFinite(high)).toBe(true);
    expect(low).toBeGreaterThanOrEqual(seen - 1e-6);
    expect(low).toBeLessThanOrEqual(estimate);
    expect(estimate).toBeLessThanOrEqual(high);
  }
  for (const made of attempts) if ('refusal' in made) expect(made.refusal.length).toBeGreaterThan(10);
}

function tryEach(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    expect(error.message.length).toBeGreaterThan(10);
  }
}

/** A table whose cells are now and then empty, now and then huge. */
function anyTable(random: Random, lists: number): CaptureTable {
  const scale = [2, 10, 200, 5000][random.integer(4)] ?? 1;
  const counts = Array.from({ length: 1 << lists }, () =>
    random.uniform() < 0.3 ? 0 : random.integer(scale),
  );
  return { lists: Array.from({ length: lists }, (_, list) => `L${list}`), counts: [0, ...counts.slice(1)] };
}

const sizes = (of: CaptureTable) =>
  sizingsOf(sizeSeveralLists(of, { seed: 1 }).attempts)
    .filter((sizing) => sizing.method !== 'capture.sample_coverage')
    .map((sizing) => sizing.estimate.toFixed(3));

describe('capture–recapture on any table', () => {
  it('gives sound sizes or refuses, for 3,000 pairs of lists', () => {
    const random = makeRandom(11);
    for (let at = 0; at < 3000; at += 1) {
      const scale = [3, 20, 500, 100_000][random.integer(4)] ?? 1;
      const both = random.integer(scale);
      const lists = { first: both + random.integer(scale), second: both + random.integer(scale), both };
      tryEach(() => expectSound(sizeTwoLists(lists), personsSeen(lists)));
    }
  });

  it('gives sound sizes or refuses, for 40 tables of three and four lists', () => {
    const random = makeRandom(12);
    for (let at = 0; at < 40; at += 1) {
      const table = anyTable(random, at % 12 === 0 ? 4 : 3);
      tryEach(() =>
        expectSound(sizeSeveralLists(table, { seed: 1, order: 2 }).attempts, personsCaught(table)),
      );
    }
  });

  it('gives an ordered partial answer or refuses, for 8 tables', () => {
    const random = makeRandom(13);
    for (let at = 0; at < 8; at += 1) {
      const table = anyTable(random, 3);
      tryEach(() => {
        const { interval } = partialIdentification(table, { least: 0.5, most: 4 });
        expect(interval.low).toBeGreaterThanOrEqual(personsCaught(table));
        expect(interval.high).toBeGreaterThanOrEqual(interval.low);
        expect(Number.isFinite(interval.high)).toBe(true);
      });
    }
  });

  it('does not change when the lists change places', () => {
    const table = captureTableOf(
      ['a', 'b', 'c'],
      [
        { history: '100', count: 60 },
        { history: '010', count: 50 },
        { history: '001', count: 40 },
        { history: '110', count: 20 },
        { history: '101', count: 9 },
        { history: '011', count: 12 },
        { history: '111', count: 5 },
      ],
    );
    const turned = captureTableOf(
      ['c', 'b', 'a'],
      [
        { history: '001', count: 60 },
        { history: '010', count: 50 },
        { history: '100', count: 40 },
        { history: '011', count: 20 },
        { history: '101', count: 9 },
        { history: '110', count: 12 },
        { history: '111', count: 5 },
      ],
    );
    expect(sizes(turned)).toEqual(sizes(table));
  });

  it('refuses nobody on both lists, more on both than on one, and an empty list', () => {
    expect(() => sizeTwoLists({ first: 40, second: 30, both: 0 })).toThrow('nobody is on both');
    expect(() => sizeTwoLists({ first: 4, second: 30, both: 5 })).toThrow('more than one of them');
    const empty = captureTableOf(['a', 'b', 'c'], [{ history: '110', count: 5 }]);
    expect(() => sizeSeveralLists(empty, { seed: 1 })).toThrow('nobody is on the list c');
    const apart = captureTableOf(
      ['a', 'b', 'c'],
      ['100', '010', '001'].map((history) => ({ history, count: 5 })),
    );
    expect(() => sizeSeveralLists(apart, { seed: 1 })).toThrow('no two lists have a person in common');
  });
});
