import type { AuditRow, Role } from './types.js';

/** Figures by which a total is recognised. */
const TOTALLED = ['estimate', 'min', 'max'] as const satisfies readonly Role[];
/** Fewest parts that make a total recognisable: any number is the sum of itself. */
const FEWEST_PARTS = 2;

/**
 * The rows with `parent` filled in where a row is plainly the total of the run of rows right after it (or right before
 * it), within one source and group: their estimates (or minima, or maxima) add up to its own. Rows that name their
 * parent, or stand in a table where any row does, are left as they are. Misleads where a total adds up by chance.
 */
export function inferParents(rows: readonly AuditRow[]): AuditRow[] {
  if (rows.some((row) => row.parent !== undefined)) return [...rows];
  const parents = new Map<number, string>();
  for (const [at, row] of rows.entries()) {
    const run = runOf(rows, at, 1) ?? runOf(rows, at, -1);
    const isFree = run?.every((part) => !parents.has(part)) === true;
    if (run !== undefined && isFree) for (const part of run) parents.set(part, row.label);
  }
  return rows.map((row, at) => {
    const parent = parents.get(at);
    return parent === undefined ? row : { ...row, parent };
  });
}

/** Indices of the run of rows next to a row that add up to it, in one direction; undefined where none does. */
function runOf(rows: readonly AuditRow[], at: number, step: 1 | -1): number[] | undefined {
  const total = rows[at];
  if (total === undefined) return undefined;
  const run: number[] = [];
  const sums = new Map<Role, number>(TOTALLED.map((role) => [role, 0]));
  for (let next = at + step; next >= 0 && next < rows.length; next += step) {
    const part = rows[next];
    if (part === undefined || part.source !== total.source || part.group !== total.group) return undefined;
    run.push(next);
    for (const role of TOTALLED)
      sums.set(role, (sums.get(role) ?? 0) + (part.cells[role]?.value ?? Number.NaN));
    if (
      run.length >= FEWEST_PARTS &&
      TOTALLED.some((role) => addsUp(total, role, sums.get(role), run.length))
    )
      return run;
    if ((sums.get('estimate') ?? 0) > (total.cells.estimate?.value ?? 0) + run.length) return undefined;
  }
  return undefined;
}

function addsUp(total: AuditRow, role: Role, sum: number | undefined, parts: number): boolean {
  const cell = total.cells[role];
  if (cell === undefined || sum === undefined || cell.value <= 0) return false;
  return (
    Math.abs(cell.value - sum) <= Math.min(0.5 * (parts + 1), 0.002 * cell.value + 0.5) * 10 ** -cell.decimals
  );
}
