import { evaluateClusters } from './cluster-evaluation.js';
import { isAbove, type ClusterProblem } from './cluster-problem.js';

/** Groupings at most for which every one is tried. */
const MOST_GROUPINGS = 4096;

/** A grouping with its centres, by cluster; -1 for an empty one. */
export interface Grouping {
  readonly assignment: readonly number[];
  readonly centres: readonly number[];
}

/** True when there are so few groupings that trying every one is quicker, and surer, than searching. */
export function isEnumerable(problem: ClusterProblem): boolean {
  let groupings = 1;
  for (let spot = 0; spot < problem.demand.length; spot += 1) {
    groupings *= problem.clusterCapacity.length;
    if (groupings > MOST_GROUPINGS) return false;
  }
  return true;
}

/**
 * Returns the best valid grouping of a small problem by trying every one with the best centre of each cluster;
 * undefined where none is valid. Exact. Meant for problems that are enumerable; the time doubles and more with
 * every further spot.
 */
export function bestGrouping(problem: ClusterProblem): Grouping | undefined {
  const assignment = problem.demand.map(() => -1);
  const load = problem.clusterCapacity.map(() => 0);
  let best: Grouping | undefined;
  let least = Infinity;
  const place = (spot: number): void => {
    if (spot === assignment.length) {
      const centres = bestCentres(problem, assignment);
      const { objective, overload, misplaced } = evaluateClusters(problem, assignment, centres);
      if (overload > 0 || misplaced > 0 || objective >= least) return;
      least = objective;
      best = { assignment: [...assignment], centres };
      return;
    }
    for (let cluster = 0; cluster < load.length; cluster += 1) {
      const before = load[cluster] ?? 0;
      const after = before + (problem.demand[spot] ?? 0);
      if (
        problem.isEligible?.(spot, cluster) === false ||
        isAbove(after, problem.clusterCapacity[cluster] ?? 0)
      )
        continue;
      assignment[spot] = cluster;
      load[cluster] = after;
      place(spot + 1);
      load[cluster] = before;
    }
    assignment[spot] = -1;
  };
  place(0);
  return best;
}

/** By cluster the member with room for it whose weighted distance to the others is least. */
function bestCentres(problem: ClusterProblem, assignment: readonly number[]): number[] {
  return problem.clusterCapacity.map((_, cluster) => {
    const members = [...assignment.keys()].filter((spot) => assignment[spot] === cluster);
    const load = members.reduce((sum, spot) => sum + (problem.demand[spot] ?? 0), 0);
    let best = -1;
    let least = Infinity;
    for (const centre of members) {
      if (isAbove(load, problem.siteCapacity?.[centre] ?? Infinity)) continue;
      const cost = members.reduce(
        (sum, spot) => sum + (problem.weight?.[spot] ?? 1) * problem.distance(spot, centre),
        0,
      );
      if (cost < least) {
        least = cost;
        best = centre;
      }
    }
    return best;
  });
}
