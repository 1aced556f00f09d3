import { scopeOf } from './sheet.js';
import type { AuditRow } from './types.js';

export interface ParentFault {
  readonly code: 'parent-unknown' | 'parent-unclear' | 'parent-cycle';
  readonly row: number;
}

export interface Hierarchy {
  readonly children: ReadonlyMap<number, readonly number[]>;
  readonly faults: readonly ParentFault[];
}

/**
 * Returns the children of each row, and the rows whose parent cannot be settled. A parent is looked for among
 * the rows of the same source and group. When no parent named in the table has a row, the parent column is taken
 * as a mere remark: nothing can be added up and nothing is faulty.
 */
export function buildHierarchy(rows: readonly AuditRow[]): Hierarchy {
  const indicesByLabel = indexLabels(rows);
  const parents = new Map<number, number>();
  const faults: ParentFault[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.parent === undefined) continue;
    const named = indicesByLabel.get(`${scopeOf(row)}\u0000${row.parent}`) ?? [];
    const parent = pickParent(rows, index, named);
    if (parent === undefined)
      faults.push({ code: named.length > 0 ? 'parent-unclear' : 'parent-unknown', row: index });
    else parents.set(index, parent);
  }
  faults.push(...cutCycles(parents));
  const known = parents.size > 0 ? faults : faults.filter((fault) => fault.code !== 'parent-unknown');
  return { children: childrenOf(parents), faults: known };
}

function indexLabels(rows: readonly AuditRow[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const key = `${scopeOf(row)}\u0000${row.label}`;
    found.set(key, [...(found.get(key) ?? []), index]);
  }
  return found;
}

/** The only candidate; among several, the only one of another level than the row. */
function pickParent(rows: readonly AuditRow[], index: number, named: readonly number[]): number | undefined {
  const others = named.filter((candidate) => candidate !== index);
  if (others.length === 1) return others[0];
  const otherLevel = others.filter((candidate) => rows[candidate]?.level !== rows[index]?.level);
  return otherLevel.length === 1 ? otherLevel[0] : undefined;
}

function cutCycles(parents: Map<number, number>): ParentFault[] {
  const looped = [...parents.keys()].filter((start) => leadsBack(parents, start));
  for (const row of looped) parents.delete(row);
  return looped.map((row) => ({ code: 'parent-cycle', row }));
}

function leadsBack(parents: ReadonlyMap<number, number>, start: number): boolean {
  const seen = new Set<number>();
  let at = parents.get(start);
  while (at !== undefined && at !== start && !seen.has(at)) {
    seen.add(at);
    at = parents.get(at);
  }
  return at === start;
}

function childrenOf(parents: ReadonlyMap<number, number>): Map<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const [child, parent] of [...parents].sort(([a], [b]) => a - b)) {
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [child]);
    else list.push(child);
  }
  return children;
}
