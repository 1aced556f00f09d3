import type { Board } from './measure.js';
import { newBoard, solve } from './measure.js';
import type { Case, Option } from './repair-options.js';
import { equalities, failing, isDecisive, repairOptions, sharesEquality } from './repair-options.js';
import type { CellKey, Confidence, Identity } from './types.js';

/** Rounds of settling; a table that needs more has more slips than sound cells. */
const MOST_ROUNDS = 12;

/** A one-digit change is telling only when it moves the cell by this many times what rounding leaves open. */
const TELLING_SHIFT = 8;

/** A change with its standing among the others, and the board it was weighed on. */
export interface Proposal {
  readonly option: Option;
  readonly confidence: Confidence;
  readonly alternatives: readonly Option[];
  readonly board: Board;
}

/** The proposals, and the values of the table with the settled ones in place. */
export interface Settlement {
  readonly proposals: readonly Proposal[];
  readonly repaired: ReadonlyMap<CellKey, number>;
}

/**
 * Returns single-cell repairs for all failing identities together. Changes that stand alone are put in place round
 * by round, so that two slips in one sum can each be found; each is then weighed again with all the others in
 * place. What remains failing gets the best open change with low confidence, or none.
 */
export function settle(file: Case): Settlement {
  const printed = new Map([...file.cells].map(([key, cell]) => [key, cell.value] as const));
  const settled = settleDecisive(file, printed);
  const proposals: Proposal[] = [];
  for (const key of settled.keys()) {
    const board = boardOf(file, printed, new Map([...settled].filter(([other]) => other !== key)));
    const options = repairOptions(file, board);
    const option = options.find((one) => one.candidate.key === key);
    if (option !== undefined) proposals.push(propose(option, options, board));
  }
  const board = boardOf(file, printed, settled);
  proposals.push(...openProposals(file, board));
  return { proposals, repaired: board.values };
}

function boardOf(
  file: Case,
  printed: ReadonlyMap<CellKey, number>,
  changes: ReadonlyMap<CellKey, number>,
): Board {
  return newBoard(new Map([...printed, ...changes]), file.halfUnits);
}

function settleDecisive(file: Case, printed: ReadonlyMap<CellKey, number>): Map<CellKey, number> {
  const settled = new Map<CellKey, number>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const options = repairOptions(file, boardOf(file, printed, settled));
    const touched = new Set<Identity>();
    const sizeBefore = settled.size;
    for (const option of options) {
      const { key, value } = option.candidate;
      const around = file.identitiesByCell.get(key) ?? [];
      if (settled.has(key) || around.some((identity) => touched.has(identity))) continue;
      if (!isDecisive(option, options)) continue;
      settled.set(key, value);
      for (const identity of around) touched.add(identity);
    }
    if (settled.size === sizeBefore) break;
  }
  return settled;
}

function openProposals(file: Case, board: Board): Proposal[] {
  const proposals: Proposal[] = [];
  const options = repairOptions(file, board);
  for (const identity of failing(file, board)) {
    const option = options.find((one) => one.restores.includes(identity));
    if (option === undefined || proposals.some((one) => one.option === option)) continue;
    proposals.push({ ...propose(option, options, board), confidence: 'low' });
  }
  return proposals;
}

function propose(option: Option, options: readonly Option[], board: Board): Proposal {
  const alternatives: Option[] = [];
  for (const other of options) {
    if (alternatives.length === 3) break;
    const { key } = other.candidate;
    if (key === option.candidate.key || alternatives.some((one) => one.candidate.key === key)) continue;
    if (sharesEquality(other, option)) alternatives.push(other);
  }
  return { option, confidence: confidenceIn(option, options, board), alternatives, board };
}

/**
 * High: at least two equalities restored and nothing broken. Medium: one restored by a one-digit change that
 * rounding alone would hardly make possible. Both only when no change of another cell does as well.
 */
function confidenceIn(option: Option, options: readonly Option[], board: Board): Confidence {
  if (option.breaks.length > 0 || !isDecisive(option, options)) return 'low';
  if (equalities(option.restores) >= 2) return 'high';
  return option.candidate.digitsChanged === 1 && isTelling(option, board) ? 'medium' : 'low';
}

function isTelling({ candidate, restores }: Option, board: Board): boolean {
  const shift = Math.abs(candidate.value - (board.values.get(candidate.key) ?? 0));
  return restores.every((identity) => {
    const solution = solve(identity, board, candidate.key);
    return solution === undefined || shift >= TELLING_SHIFT * solution.reach;
  });
}
