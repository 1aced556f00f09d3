import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/estimate/estimate.js';
import { wholePersons } from '../../src/model/rounding.js';
import { checkPlan } from '../../src/plan/check.js';
import { planOf, randomTown } from './town.js';

const SEEDS = Array.from({ length: 150 }, (_, at) => at + 1);

describe('plans of random towns', () => {
  it('keep every rule', () => {
    for (const seed of SEEDS) expect(checkPlan(planOf(randomTown(seed))), `seed ${seed}`).toEqual([]);
  });

  it('conserve people: planned and not planned add up to the persons met at spots', () => {
    for (const seed of SEEDS) {
      const town = randomTown(seed);
      const plan = planOf(town);
      for (const area of estimate(town).estimates.national) {
        const parts = plan.parts.filter(({ part }) => part.population === area.population);
        const people = parts.reduce((sum, { part }) => sum + part.people.estimate, 0);
        expect(people, `seed ${seed} ${area.population}`).toBe(wholePersons(area.at.estimate));
      }
    }
  });

  it('are the same for the same town, whatever the order of its rows', () => {
    for (const seed of SEEDS.slice(0, 40)) {
      const town = randomTown(seed);
      const turned = { ...town, spots: [...town.spots].reverse(), workers: [...town.workers].reverse() };
      expect(planOf(turned)).toEqual(planOf(town));
    }
  });
});
