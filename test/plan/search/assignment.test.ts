import { describe, expect, it } from 'vitest';
import { evaluateAssignment, type AssignmentProblem } from '../../../src/plan/search/assignment-problem.js';
import { improveParts } from '../../../src/plan/search/assignment-parts.js';
import { solveAssignment } from '../../../src/plan/search/assignment-search.js';
import { assignmentFromBases } from '../../../src/plan/search/fixed-bases.js';
import { makeBudget, withoutPause } from '../../../src/plan/search/limits.js';
import { solveOpening } from '../../../src/plan/search/opening-sites.js';
import { makeRandom, type Random } from '../../../src/stats/random.js';
import { everyAssignment } from './brute-force.js';

function randomProblem(random: Random): AssignmentProblem {
  const jobs = 1 + random.integer(7);
  const agents = 1 + random.integer(3);
  const table = (below: number): number[] =>
    Array.from({ length: jobs * agents }, () => 1 + random.integer(below));
  const costs = table(30).map((cost) => (random.integer(8) === 0 ? Infinity : cost));
  const loads = table(10);
  const capacity = Array.from({ length: agents }, () => Math.ceil((jobs / agents) * (5 + random.integer(6))));
  const floor = capacity.map((room) => room / 2);
  return {
    jobs,
    agents,
    cost: (job, agent) => costs[job * agents + agent] ?? 0,
    load: (job, agent) => loads[job * agents + agent] ?? 0,
    capacity,
    ...(random.integer(2) === 0
      ? {}
      : {
          openingCost: capacity.map(() => random.integer(60)),
          forced: random.integer(3) === 0 ? [0] : [],
          forbidden: agents > 1 && random.integer(3) === 0 ? [1] : [],
        }),
    ...(random.integer(3) === 0 ? { balance: { floor, costPerUnit: 2 } } : {}),
  };
}

function bestByForce(problem: AssignmentProblem): number {
  let best = Infinity;
  everyAssignment(problem.jobs, problem.agents, (assignment) => {
    const { objective, overload, misplaced } = evaluateAssignment(problem, assignment);
    if (overload === 0 && misplaced === 0) best = Math.min(best, objective);
  });
  return best;
}

const limits = { iterations: 100_000 };

describe('giving every job to one agent', () => {
  it('agrees with trying every assignment, and says so when there is none', () => {
    const random = makeRandom(31);
    let feasible = 0;
    for (let turn = 0; turn < 400; turn += 1) {
      const problem = randomProblem(random);
      const best = bestByForce(problem);
      const found = solveAssignment(problem, random, limits);
      expect(found.isFeasible).toBe(best < Infinity);
      expect(found.obstacles.length > 0).toBe(best === Infinity);
      if (!found.isFeasible) continue;
      feasible += 1;
      expect(found.objective).toBeCloseTo(best, 9);
      expect(found.objective).toBe(evaluateAssignment(problem, found.assignment).objective);
    }
    expect(feasible).toBeGreaterThan(100);
  });

  it('costs the same however the jobs are numbered', () => {
    const random = makeRandom(32);
    for (let turn = 0; turn < 40; turn += 1) {
      const problem = randomProblem(random);
      const order = random.shuffle(Array.from({ length: problem.jobs }, (_, job) => job));
      const cost = (job: number, agent: number): number => problem.cost(order[job] ?? 0, agent);
      const load = (job: number, agent: number): number => problem.load(order[job] ?? 0, agent);
      const found = solveAssignment(problem, random, limits);
      const renamed = solveAssignment({ ...problem, cost, load }, random, limits);
      expect(renamed.isFeasible).toBe(found.isFeasible);
      if (found.isFeasible) expect(renamed.objective).toBeCloseTo(found.objective, 9);
    }
  });

  it('names a job that is larger than every capacity and one that nobody may take', () => {
    const problem = {
      jobs: 2,
      agents: 2,
      cost: (job: number) => (job === 1 ? Infinity : 1),
      load: () => 5,
      capacity: [4, 4],
    };
    const { isFeasible, obstacles } = solveAssignment(problem, makeRandom(1), limits);
    expect(isFeasible).toBe(false);
    expect(obstacles).toEqual([
      { kind: 'larger-than-every-capacity', spot: 0, demand: 5 },
      { kind: 'nobody-eligible', spot: 1 },
    ]);
  });
});

describe('giving spots to workers with known bases', () => {
  it('leaves a spot with its present worker when moving costs more than it saves', () => {
    const base = [0, 10];
    const at = [1, 4, 9];
    const problem = {
      demand: [1, 1, 1],
      distance: (spot: number, worker: number) => Math.abs((at[spot] ?? 0) - (base[worker] ?? 0)),
      capacity: [3, 3],
      previous: [0, 1, 1],
    };
    const solve = (moveCost: readonly number[]) =>
      solveAssignment(assignmentFromBases({ ...problem, moveCost }), makeRandom(1), limits);
    expect(solve([1, 1, 1])).toMatchObject({ assignment: [0, 0, 1], objective: 1 + 4 + 1 + 1 });
    expect(solve([3, 3, 3])).toMatchObject({ assignment: [0, 1, 1], objective: 1 + 6 + 1 });
  });
});

describe('opening sites that cost something', () => {
  it('opens one site for all when the other is dearer than the walk', () => {
    const problem = {
      customers: 2,
      sites: 2,
      cost: (customer: number, site: number) => (customer === site ? 0 : 7),
      demand: [1, 1],
      capacity: [2, 2],
      openingCost: [10, 9],
    };
    expect(solveOpening(problem, makeRandom(1), limits)).toMatchObject({ open: [1], objective: 16 });
    const forced = solveOpening({ ...problem, forced: [0] }, makeRandom(1), limits);
    expect(forced).toMatchObject({ open: [0], objective: 17 });
    const full = solveOpening({ ...problem, capacity: [1, 1] }, makeRandom(1), limits);
    expect(full).toMatchObject({ open: [0, 1], objective: 19 });
  });
});

describe('giving the jobs of a few agents out anew', () => {
  it('comes to the best of all assignments when it may take all agents, and never makes one worse', () => {
    const random = makeRandom(11);
    for (let round = 0; round < 60; round += 1) {
      const jobs = 3 + random.integer(4);
      const agents = 2 + random.integer(2);
      const table = (most: number) =>
        Array.from({ length: jobs }, () => Array.from({ length: agents }, () => 1 + random.integer(most)));
      const [cost, load] = [table(40), table(15)];
      const problem: AssignmentProblem = {
        jobs,
        agents,
        cost: (job, agent) => cost[job]?.[agent] ?? 0,
        load: (job, agent) => load[job]?.[agent] ?? 0,
        capacity: Array.from({ length: agents }, () => 15 + random.integer(20)),
      };
      let least = Infinity;
      let first: readonly number[] | undefined;
      everyAssignment(jobs, agents, (assignment) => {
        const { objective, overload } = evaluateAssignment(problem, assignment);
        if (overload > 0) return;
        first ??= [...assignment];
        least = Math.min(least, objective);
      });
      if (first === undefined) continue;
      const agentOf = Int32Array.from(first);
      withoutPause(improveParts(problem, agentOf, random, makeBudget({ iterations: 1e6 })));
      const { objective, overload } = evaluateAssignment(problem, [...agentOf]);
      expect(overload).toBe(0);
      expect(objective).toBe(least);
    }
  });
});
