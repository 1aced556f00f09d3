import type { AssignmentProblem } from './assignment-problem.js';
import type { ClusterProblem } from './cluster-problem.js';

/** Workers whose bases are known: spots go to them, and no centre is searched for. */
export interface FixedBasesProblem extends Omit<
  ClusterProblem,
  'distance' | 'clusterCapacity' | 'siteCapacity' | 'points'
> {
  /** From a spot to a worker's base; finite and not negative, need not be the same both ways. */
  readonly distance: (spot: number, worker: number) => number;
  /** By worker: the most load they take. */
  readonly capacity: readonly number[];
}

/**
 * Returns the generalised assignment problem of giving spots to workers with known bases.
 *
 * The cost of a pair is weight × distance, plus the move cost when the spot had another worker before;
 * infinite where the worker is not eligible.
 *
 * @example solveAssignment(assignmentFromBases(problem), makeRandom(1), { iterations: 100_000 })
 */
export function assignmentFromBases(problem: FixedBasesProblem): AssignmentProblem {
  const { demand, weight, distance, capacity, isEligible, previous, moveCost, balance } = problem;
  const cost = (spot: number, worker: number): number => {
    if (isEligible?.(spot, worker) === false) return Infinity;
    const before = previous?.[spot] ?? -1;
    const move = before < 0 || before === worker ? 0 : (moveCost?.[spot] ?? 0);
    return (weight?.[spot] ?? 1) * distance(spot, worker) + move;
  };
  const settings = balance === undefined ? {} : { balance };
  return {
    jobs: demand.length,
    agents: capacity.length,
    cost,
    load: (spot) => demand[spot] ?? 0,
    capacity,
    ...settings,
  };
}
