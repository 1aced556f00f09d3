import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/estimate/estimate.js';
import { wholePersons } from '../../src/model/rounding.js';
import { checkPlan } from '../../src/plan/check.js';
import { certificateText, verifyPlan } from '../../src/plan/verify/verify.js';
import { planOf, randomTown } from './town.js';
import { writtenTables } from './yangon.js';

const TOWNS = Array.from({ length: 100 }, (_, at) => at + 1).map((seed) => {
  const town = randomTown(seed);
  return { seed, town, plan: planOf(town) };
});

describe('plans of random towns', () => {
  it('keep every rule', () => {
    for (const { seed, plan } of TOWNS) expect(checkPlan(plan), `seed ${seed}`).toEqual([]);
  });

  it('conserve people: planned and not planned add up to the persons met at spots', () => {
    for (const { seed, town, plan } of TOWNS) {
      for (const area of estimate(town).estimates.national) {
        const parts = plan.parts.filter(({ part }) => part.population === area.population);
        const people = parts.reduce((sum, { part }) => sum + part.people.estimate, 0);
        expect(people, `seed ${seed} ${area.population}`).toBe(wholePersons(area.at.estimate));
      }
    }
  });

  it('are the same for the same town, whatever the order of its rows', () => {
    for (const { town, plan } of TOWNS.slice(0, 40)) {
      const turned = { ...town, spots: [...town.spots].reverse(), workers: [...town.workers].reverse() };
      expect(planOf(turned)).toEqual(plan);
    }
  });

  it('pass the verifier, which re-reads the written tables', () => {
    for (const { seed, town, plan } of TOWNS) {
      const certificate = verifyPlan(writtenTables(plan, town), town);
      expect(certificate.isSound, `seed ${seed}\n${certificateText(certificate)}`).toBe(true);
    }
  });

  it('pass the verifier with sites of every method and with less money than they cost', () => {
    const methods = ['p-median', 'maximal-covering', 'fewest-sites', 'opening-costs'];
    for (const { seed, town } of TOWNS.slice(0, 32)) {
      const rules = {
        siting: { method: methods[seed % 4], people_per_site: 80, minutes: 40 },
        worker_cost: { others: 100 },
        supervisor_cost: 50,
        km_cost: 0.3,
        item_cost: { condoms: 0.04 },
        money_per_month: 60 * seed,
      };
      const plan = planOf(town, rules);
      const certificate = verifyPlan(writtenTables(plan, town), town);
      expect(certificate.isSound, `seed ${seed}\n${certificateText(certificate)}`).toBe(true);
    }
  });
});
