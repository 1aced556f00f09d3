import { unprotectedCells } from '../audit/unprotected.js';
import { type SeenCell, type SeenTable, type Sum } from '../audit/seen-table.js';

/** A table to be protected: every cell as it would be published, what it holds, and which must be hidden. */
export interface ProtectedTable {
  /** Each cell as an attacker would see it if it were published. */
  readonly cells: readonly SeenCell[];
  readonly sums: readonly Sum[];
  readonly hasRanges: boolean;
  /** What hiding the cell costs, by cell: the persons in it. */
  readonly persons: readonly number[];
  /** Cells that must be hidden for their own sake. */
  readonly primary: ReadonlySet<number>;
}

const NOTHING: SeenCell = {};

/** How much dearer it is to hide a cell that opens a line without any other hidden cell. */
const NEW_LINE = 4;
/** How much dearer it is to hide a total than a part. */
const TOTAL = 1000;

/**
 * The cells to hide: the primary ones and as many more as it takes until no hidden cell can be bounded too well. After
 * each round the linear programme looks at the cells that were not safe yet; each gets the cheapest published cell of
 * its own sums hidden beside it. Ends at the latest when everything that adds up with it is hidden. The choice is a
 * heuristic: safe by the audit, not always the fewest cells.
 */
export function cellsToHide(table: ProtectedTable, people: number): ReadonlySet<number> {
  const hidden = new Set(table.primary);
  const sumsOf = sumsByCell(table);
  let doubtful = [...hidden].sort((a, b) => a - b);
  while (doubtful.length > 0) {
    const leaks = unprotectedCells(seenTable(table, hidden), people, doubtful).map(({ cell }) => cell);
    const further = new Set<number>();
    for (const leak of leaks) {
      if (hasFreshCompany(leak, further, { table, sumsOf })) continue;
      const chosen = cheapestCompany(leak, hidden, { table, sumsOf });
      if (chosen === undefined) continue;
      hidden.add(chosen);
      further.add(chosen);
    }
    if (leaks.length > 0 && further.size === 0) {
      throw new RangeError('a hidden cell cannot be protected although nothing beside it is published');
    }
    doubtful = [...leaks, ...further];
  }
  return hidden;
}

/** The table as it looks with those cells hidden. */
export function seenTable(table: ProtectedTable, hidden: ReadonlySet<number>): SeenTable {
  return {
    cells: table.cells.map((cell, at) => (hidden.has(at) ? NOTHING : cell)),
    sums: table.sums,
    hasRanges: table.hasRanges,
  };
}

interface Structure {
  readonly table: ProtectedTable;
  readonly sumsOf: ReadonlyMap<number, readonly Sum[]>;
}

function sumsByCell({ sums }: ProtectedTable): Map<number, Sum[]> {
  const found = new Map<number, Sum[]>();
  for (const sum of sums) {
    for (const cell of [sum.total, ...sum.parts]) {
      const known = found.get(cell);
      if (known === undefined) found.set(cell, [sum]);
      else known.push(sum);
    }
  }
  return found;
}

/** True when this round already hid a cell of one of its sums: that may be enough. */
function hasFreshCompany(cell: number, further: ReadonlySet<number>, { sumsOf }: Structure): boolean {
  return (sumsOf.get(cell) ?? []).some((sum) =>
    [sum.total, ...sum.parts].some((other) => further.has(other)),
  );
}

/** The cheapest published cell among the sums of the hidden cell, or of hidden cells connected with it. */
function cheapestCompany(
  cell: number,
  hidden: ReadonlySet<number>,
  structure: Structure,
): number | undefined {
  const reached = new Set([cell]);
  for (let border = [cell]; border.length > 0;) {
    const beside = new Set(
      border
        .flatMap((from) => structure.sumsOf.get(from) ?? [])
        .flatMap((sum) => [sum.total, ...sum.parts])
        .filter((other) => !reached.has(other)),
    );
    const published = [...beside].filter((other) => !hidden.has(other));
    if (published.length > 0) return cheapest(published, hidden, structure);
    for (const other of beside) reached.add(other);
    border = [...beside];
  }
  return undefined;
}

function cheapest(cells: readonly number[], hidden: ReadonlySet<number>, structure: Structure): number {
  const priced = cells.map((cell) => ({ cell, price: priceOf(cell, hidden, structure) }));
  priced.sort((a, b) => a.price - b.price || a.cell - b.cell);
  return priced[0]?.cell ?? 0;
}

function priceOf(cell: number, hidden: ReadonlySet<number>, { table, sumsOf }: Structure): number {
  const sums = sumsOf.get(cell) ?? [];
  const isTotal = sums.some((sum) => sum.total === cell);
  const opens = sums.filter((sum) => ![sum.total, ...sum.parts].some((other) => hidden.has(other))).length;
  return ((table.persons[cell] ?? 0) + 1) * NEW_LINE ** opens * (isTotal ? TOTAL : 1);
}
