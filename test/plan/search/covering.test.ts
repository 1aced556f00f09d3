import { describe, expect, it } from 'vitest';
import { countUncovered, solveFewestSites } from '../../../src/plan/search/fewest-sites.js';
import { evaluateCovering, solveMaximalCovering } from '../../../src/plan/search/maximal-covering.js';
import { makeRandom, type Random } from '../../../src/stats/random.js';
import { everySubset } from './brute-force.js';

function randomCover(random: Random) {
  const customers = 1 + random.integer(10);
  const sites = 1 + random.integer(8);
  const table = Array.from({ length: customers * sites }, () => random.integer(10) < 3);
  const covers = (site: number, customer: number): boolean => table[customer * sites + site] ?? false;
  const demand = Array.from({ length: customers }, () => random.integer(20));
  const forced = random.integer(3) === 0 ? [random.integer(sites)] : [];
  const barred = random.integer(sites);
  const forbidden = random.integer(4) === 0 && !forced.includes(barred) ? [barred] : [];
  return { customers, sites, covers, demand, forced, forbidden };
}

function isAllowed(problem: ReturnType<typeof randomCover>, subset: readonly number[]): boolean {
  return (
    problem.forced.every((site) => subset.includes(site)) &&
    !problem.forbidden.some((site) => subset.includes(site))
  );
}

const limits = { iterations: 3_000 };

describe('covering the most demand', () => {
  it('agrees with trying every set of sites', () => {
    const random = makeRandom(21);
    for (let turn = 0; turn < 300; turn += 1) {
      const cover = randomCover(random);
      if (cover.sites === cover.forbidden.length) continue;
      const problem = { ...cover, open: 1 + random.integer(cover.sites - cover.forbidden.length) };
      let best = 0;
      everySubset(problem.sites, (subset) => {
        if (subset.length !== problem.open || !isAllowed(problem, subset)) return;
        best = Math.max(best, evaluateCovering(problem, subset));
      });
      const found = solveMaximalCovering(problem, random, limits);
      expect(found.objective).toBe(best);
      expect(found.open).toHaveLength(problem.open);
      expect(isAllowed(problem, found.open)).toBe(true);
    }
  });
});

describe('covering everyone with the fewest sites', () => {
  it('needs two shelters for three villages in a row when the middle one is not a site', () => {
    const problem = {
      customers: 3,
      sites: 3,
      covers: (site: number, customer: number) => Math.abs(site - customer) <= 1,
    };
    expect(solveFewestSites(problem, makeRandom(1), limits).open).toEqual([1]);
    const found = solveFewestSites({ ...problem, forbidden: [1] }, makeRandom(1), limits);
    expect(found.open).toEqual([0, 2]);
    expect(found.lowerBound).toBeLessThanOrEqual(2);
  });

  it('agrees with trying every set of sites', () => {
    const random = makeRandom(22);
    for (let turn = 0; turn < 300; turn += 1) {
      const problem = randomCover(random);
      let best = Infinity;
      everySubset(problem.sites, (subset) => {
        if (subset.length >= best || !isAllowed(problem, subset)) return;
        if (countUncovered(problem, subset) === 0) best = subset.length;
      });
      const found = solveFewestSites(problem, random, limits);
      expect(found.isFeasible).toBe(best < Infinity);
      if (!found.isFeasible) {
        expect(found.obstacles[0]?.kind).toBe('cannot-be-covered');
        continue;
      }
      expect(found.objective).toBe(best);
      expect(found.lowerBound).toBeLessThanOrEqual(best);
      expect(countUncovered(problem, found.open)).toBe(0);
      expect(isAllowed(problem, found.open)).toBe(true);
    }
  });
});
