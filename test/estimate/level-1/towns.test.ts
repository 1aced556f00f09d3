import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/stats/random.js';
import {
  ALIKE,
  levelOneTown,
  rootMeanSquare,
  UNLIKE,
  type LevelOneTown,
} from '../../support/level-1-town.js';
import { estimated } from '../../support/study.js';

const TOWNS = Array.from({ length: 30 }, (_, at) => at + 1);
const VISITED = 36;

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

async function errorOf(town: LevelOneTown, visited: ReadonlySet<string>, use: string): Promise<number> {
  const { estimates } = await estimated(town.after(visited), { method: { level_1: { use } } });
  return (estimates.national[0]?.estimate ?? Number.NaN) - sum(town.found.values());
}

async function typicalError(informants: typeof ALIKE, use: string): Promise<number> {
  const errors: number[] = [];
  for (const seed of TOWNS) {
    const town = levelOneTown(seed, informants);
    errors.push((await errorOf(town, new Set(town.order.slice(0, VISITED)), use)) / sum(town.found.values()));
  }
  return rootMeanSquare(errors);
}

describe('in invented towns', () => {
  it('pooled factors beat one factor clearly where informants of different types err differently', async () => {
    const [pooled, overall] = [await typicalError(UNLIKE, 'pooled'), await typicalError(UNLIKE, 'overall')];
    expect(pooled).toBeLessThan(0.9 * overall);
  });

  it('pooled factors cost next to nothing where informants err alike', async () => {
    const [pooled, overall] = [await typicalError(ALIKE, 'pooled'), await typicalError(ALIKE, 'overall')];
    expect(pooled).toBeLessThan(1.1 * overall);
  });

  it('the stated error of the total is about the error there is', async () => {
    const ratios: number[] = [];
    for (const seed of TOWNS) {
      const town = levelOneTown(seed, UNLIKE);
      const visited = new Set(town.order.slice(0, VISITED));
      const { estimates } = await estimated(town.after(visited), { method: { level_1: { use: 'pooled' } } });
      const error = (estimates.national[0]?.estimate ?? Number.NaN) - sum(town.found.values());
      ratios.push(error / (estimates.validateNext[0]?.totalError ?? Number.NaN));
    }
    expect(rootMeanSquare(ratios)).toBeGreaterThan(0.8);
    expect(rootMeanSquare(ratios)).toBeLessThan(1.4);
  });

  it('following the advice leaves less error than going to as many other spots by chance', async () => {
    const errors: Record<'advised' | 'chance', number[]> = { advised: [], chance: [] };
    const VISITS = 15;
    for (const seed of TOWNS) {
      const town = levelOneTown(seed, UNLIKE);
      const first = town.order.slice(0, VISITED);
      const { estimates } = await estimated(town.after(new Set(first)));
      const advised = estimates.validateNext.slice(0, VISITS).map((row) => row.spotId);
      const chance = makeRandom(seed).fork('chance').shuffle(town.order.slice(VISITED)).slice(0, VISITS);
      errors.advised.push(await errorOf(town, new Set([...first, ...advised]), 'pooled'));
      errors.chance.push(await errorOf(town, new Set([...first, ...chance]), 'pooled'));
    }
    expect(rootMeanSquare(errors.advised)).toBeLessThan(0.9 * rootMeanSquare(errors.chance));
  });
});
