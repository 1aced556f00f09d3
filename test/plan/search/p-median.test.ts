import { describe, expect, it } from 'vitest';
import { evaluateMedian, solveMedian, type MedianProblem } from '../../../src/plan/search/p-median.js';
import { makeRandom, type Random } from '../../../src/stats/random.js';
import { everySubset } from './brute-force.js';

function randomProblem(random: Random): MedianProblem {
  const customers = 2 + random.integer(8);
  const sites = 2 + random.integer(8);
  const table = Array.from({ length: customers * sites }, () => random.integer(50));
  const weight = Array.from({ length: customers }, () => random.integer(9));
  const forced = random.integer(3) === 0 ? [random.integer(sites)] : [];
  const barred = random.integer(sites);
  const forbidden = random.integer(3) === 0 && !forced.includes(barred) ? [barred] : [];
  const open = 1 + random.integer(sites - forbidden.length);
  const distance = (customer: number, site: number): number => table[customer * sites + site] ?? 0;
  return { customers, sites, distance, weight, open, forced, forbidden };
}

function bestByForce(problem: MedianProblem): number {
  let best = Infinity;
  everySubset(problem.sites, (subset) => {
    if (subset.length !== problem.open) return;
    if (!(problem.forced ?? []).every((site) => subset.includes(site))) return;
    if (problem.forbidden?.some((site) => subset.includes(site)) === true) return;
    best = Math.min(best, evaluateMedian(problem, subset));
  });
  return best;
}

const limits = { iterations: 3_000 };

describe('choosing sites for the least weighted distance', () => {
  it('opens both ends of a street with two groups of homes', () => {
    const at = [0, 1, 2, 10, 11, 12];
    const distance = (a: number, b: number): number => Math.abs((at[a] ?? 0) - (at[b] ?? 0));
    const found = solveMedian({ customers: 6, sites: 6, open: 2, distance }, makeRandom(1), limits);
    expect(found.open).toEqual([1, 4]);
    expect(found.objective).toBe(4);
    expect(found.nearest).toEqual([1, 1, 1, 4, 4, 4]);
  });

  it('agrees with trying every set of sites', () => {
    const random = makeRandom(11);
    for (let turn = 0; turn < 300; turn += 1) {
      const problem = randomProblem(random);
      const found = solveMedian(problem, random, limits);
      expect(found.isFeasible).toBe(true);
      expect(found.open).toHaveLength(problem.open);
      expect(found.objective).toBe(bestByForce(problem));
      expect(found.objective).toBe(evaluateMedian(problem, found.open));
    }
  });

  it('never costs more with one more site', () => {
    const random = makeRandom(12);
    for (let turn = 0; turn < 50; turn += 1) {
      const problem = { ...randomProblem(random), forced: [], forbidden: [] };
      if (problem.open === problem.sites) continue;
      const fewer = solveMedian(problem, random, limits).objective;
      const more = solveMedian({ ...problem, open: problem.open + 1 }, random, limits).objective;
      expect(more).toBeLessThanOrEqual(fewer);
    }
  });

  it('gives the same sites for the same seed', () => {
    const random = makeRandom(13);
    for (let turn = 0; turn < 20; turn += 1) {
      const problem = randomProblem(random);
      const once = solveMedian(problem, makeRandom(turn), limits);
      expect(solveMedian(problem, makeRandom(turn), limits)).toEqual(once);
    }
  });

  it('says why no set of sites will do', () => {
    const problem = { customers: 1, sites: 2, distance: () => 1, open: 2, forbidden: [0] };
    const found = solveMedian(problem, makeRandom(1), limits);
    expect(found.isFeasible).toBe(false);
    expect(found.obstacles).toEqual([{ kind: 'too-few-sites', wanted: 2, allowed: 1 }]);
    const forced = solveMedian({ ...problem, open: 1, forced: [0] }, makeRandom(1), limits);
    expect(forced.obstacles).toEqual([{ kind: 'forced-and-forbidden', site: 0 }]);
  });
});
