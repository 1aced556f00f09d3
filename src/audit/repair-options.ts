import type { Candidate } from './candidate-values.js';
import { candidateValues } from './candidate-values.js';
import type { Board, Solution } from './measure.js';
import { cellsIn, measure, solve } from './measure.js';
import type { Cell, CellKey, Identity } from './types.js';

/** What the search for repairs knows about the table. */
export interface Case {
  readonly cells: ReadonlyMap<CellKey, Cell>;
  readonly halfUnits: ReadonlyMap<CellKey, number>;
  readonly identities: readonly Identity[];
  readonly identitiesByCell: ReadonlyMap<CellKey, readonly Identity[]>;
}

/** One change weighed: what it restores and breaks, and how unlikely it is as the truth behind the print. */
export interface Option {
  readonly candidate: Candidate;
  readonly restores: readonly Identity[];
  readonly breaks: readonly Identity[];
  /** Identities restored minus broken; an order, which a restored midpoint implies, counts half. */
  readonly net: number;
  /** ln 10 per digit changed, plus the squared misfit of each identity of the cell in rounding spreads, halved. */
  readonly cost: number;
}

/** Each further digit that must have been mistyped makes a repair ten times less believable. */
export const COST_PER_DIGIT = Math.LN10;

/** Returns the case of a table whose identities in force are given. */
export function openCase(
  identities: readonly Identity[],
  cells: ReadonlyMap<CellKey, Cell>,
  halfUnits: ReadonlyMap<CellKey, number>,
): Case {
  const identitiesByCell = new Map<CellKey, Identity[]>();
  for (const identity of identities) {
    for (const key of cellsIn(identity)) {
      const list = identitiesByCell.get(key);
      if (list === undefined) identitiesByCell.set(key, [identity]);
      else list.push(identity);
    }
  }
  return { cells, halfUnits, identities, identitiesByCell };
}

/** Returns the identities that fail on a board, in order. */
export function failing(file: Case, board: Board): readonly Identity[] {
  return file.identities.filter((identity) => !measure(identity, board).holds);
}

/**
 * Returns every single-cell change that restores at least one equality and restores more than it breaks, best
 * first: by net, then by cost, then by place in the table.
 */
export function repairOptions(file: Case, board: Board): readonly Option[] {
  const solutionsByCell = new Map<CellKey, Solution[]>();
  for (const identity of failing(file, board)) {
    for (const key of cellsIn(identity)) {
      const solution = solve(identity, board, key);
      if (solution === undefined) continue;
      const list = solutionsByCell.get(key);
      if (list === undefined) solutionsByCell.set(key, [solution]);
      else list.push(solution);
    }
  }
  const options: Option[] = [];
  for (const [key, solutions] of solutionsByCell) {
    const cell = file.cells.get(key);
    const halfUnit = file.halfUnits.get(key);
    if (cell === undefined || halfUnit === undefined) continue;
    const candidates = candidateValues({ key, cell, halfUnit }, solutions);
    options.push(...candidates.map((candidate) => weigh(file, board, candidate)));
  }
  return options.filter((option) => option.net > 0 && equalities(option.restores) > 0).sort(byWorth);
}

/** Returns how many of the identities are equalities: orders come free with a restored midpoint. */
export function equalities(identities: readonly Identity[]): number {
  return identities.filter((identity) => identity.form !== 'order').length;
}

function weigh(file: Case, board: Board, candidate: Candidate): Option {
  const restores: Identity[] = [];
  const breaks: Identity[] = [];
  let cost = COST_PER_DIGIT * candidate.digitsChanged;
  for (const identity of file.identitiesByCell.get(candidate.key) ?? []) {
    const before = measure(identity, board);
    const after = measure(identity, board, candidate);
    if (after.holds && !before.holds) restores.push(identity);
    if (before.holds && !after.holds) breaks.push(identity);
    if (after.holds && identity.form !== 'order') cost += misfit(after.gap, after.spread);
  }
  const orders = restores.length - equalities(restores);
  return { candidate, restores, breaks, cost, net: restores.length - orders / 2 - breaks.length };
}

function misfit(gap: number, spread: number): number {
  return spread === 0 ? 0 : (gap / spread) ** 2 / 2;
}

function byWorth(a: Option, b: Option): number {
  if (a.net !== b.net) return b.net - a.net;
  if (Math.abs(a.cost - b.cost) > 1e-9) return a.cost - b.cost;
  return Number.parseInt(a.candidate.key, 10) - Number.parseInt(b.candidate.key, 10);
}

/**
 * Returns whether an option stands alone: no change of another cell that restores one of the same identities is
 * worth more, or as much and not ten times less believable.
 */
export function isDecisive(option: Option, options: readonly Option[]): boolean {
  return options.every(
    (other) =>
      other.candidate.key === option.candidate.key ||
      !sharesEquality(other, option) ||
      other.net < option.net ||
      (other.net === option.net && other.cost >= option.cost + COST_PER_DIGIT - 1e-9),
  );
}

/** Returns whether two options restore an equality in common. */
export function sharesEquality(a: Option, b: Option): boolean {
  return a.restores.some((identity) => identity.form !== 'order' && b.restores.includes(identity));
}
