import { compareText } from '../model/issue.js';
import { supervisorsNeeded } from './formulas.js';
import type { Worker } from './microplan.js';

/**
 * The supervisor of each worker, by worker code: as many as the ratio asks for in each organisation, each with workers
 * near in municipality and code, and loads that differ by one at most.
 */
export function superviseWorkers(
  workers: readonly Worker[],
  workersPerSupervisor: number,
): Map<string, string> {
  const byOrganisation = new Map<string, Worker[]>();
  for (const worker of workers) {
    const key = worker.organisation ?? '';
    byOrganisation.set(key, [...(byOrganisation.get(key) ?? []), worker]);
  }
  const supervisors = new Map<string, string>();
  let number = 0;
  for (const [, team] of [...byOrganisation].sort(([a], [b]) => compareText(a, b))) {
    const count = supervisorsNeeded(team.length, workersPerSupervisor);
    const sorted = [...team].sort(
      (a, b) =>
        compareText(a.base?.municipality ?? '', b.base?.municipality ?? '') || compareText(a.code, b.code),
    );
    for (const [at, worker] of sorted.entries()) {
      const of = number + Math.floor((at * count) / team.length) + 1;
      supervisors.set(worker.code, `S-${String(of).padStart(2, '0')}`);
    }
    number += count;
  }
  return supervisors;
}
