import type { PartsDone } from '../../estimate/estimate.js';
import type { SeenCell } from '../audit/seen-table.js';
import type { DisclosureRules } from '../../model/disclosure.js';
import { areaSums } from './area-sums.js';
import { cellsToHide } from './complementary.js';
import { roundFigure, spanOf } from './rounded.js';
import type { PopulationCells, TrueCell } from './true-cells.js';

/** A cell as it is given away: rounded figures, or nothing. */
export interface ReleasedCell extends Pick<TrueCell, 'table' | 'name' | 'region' | 'rate'> {
  readonly population: string;
  readonly isHidden: boolean;
  readonly spotsAtLeast: number | undefined;
  readonly low: number | undefined;
  readonly estimate: number | undefined;
  readonly high: number | undefined;
}

/**
 * The cells of one population as they may be given away under the rules: cells with too few persons or spots, or with
 * too large a spot, are hidden, then as many more as the audit needs; the others are rounded. Totals are rounded from
 * true totals.
 */
export function protectCells({ population, cells }: PopulationCells, rules: DisclosureRules): ReleasedCell[] {
  const rounded = cells.map((cell) => roundCell(cell, rules.round_to));
  const primary = new Set([...cells.entries()].filter(([, cell]) => mustHide(cell, rules)).map(([at]) => at));
  const hidden = cellsToHide(
    {
      cells: rounded.map((figures) => seenAs(figures, rules)),
      sums: areaSums(cells),
      hasRanges: true,
      persons: cells.map((cell) => cell.persons.estimate),
      primary,
    },
    rules.people,
  );
  return cells.map(({ table, name, region, rate, spots }, at) => {
    const isHidden = hidden.has(at);
    const figures = isHidden ? NO_FIGURES : (rounded[at] ?? NO_FIGURES);
    const spotsAtLeast = isHidden ? undefined : spotClass(spots, rules.spots);
    return { table, name, region, rate, population, isHidden, spotsAtLeast, ...figures };
  });
}

/** The cells of every population under the rules, pausing after each population, for whoever shows progress. */
export function* protectStepwise(
  populations: readonly PopulationCells[],
  rules: DisclosureRules,
): Generator<PartsDone, ReleasedCell[], void> {
  const released: ReleasedCell[] = [];
  for (const [at, population] of populations.entries()) {
    released.push(...protectCells(population, rules));
    yield { done: at + 1, whole: populations.length };
  }
  return released;
}

/** True for a cell that must not be shown for its own sake: too few persons (also once rounded), too few spots, or one spot too large. */
export function mustHide(cell: TrueCell, rules: DisclosureRules): boolean {
  const { estimate } = cell.persons;
  return (
    estimate < rules.people ||
    roundFigure(estimate, 'estimate', rules.round_to) < rules.people ||
    cell.spots < rules.spots ||
    cell.largestShare > rules.dominance
  );
}

/** The figures of a cell that can be published. */
export interface Figures {
  readonly low: number | undefined;
  readonly estimate: number | undefined;
  readonly high: number | undefined;
}

const NO_FIGURES: Figures = { low: undefined, estimate: undefined, high: undefined };

function roundCell({ persons, hasRange }: TrueCell, base: number): Figures {
  return {
    low: hasRange ? roundFigure(persons.low, 'low', base) : undefined,
    estimate: roundFigure(persons.estimate, 'estimate', base),
    high: hasRange ? roundFigure(persons.high, 'high', base) : undefined,
  };
}

/** What published figures say to an attacker who knows the rounding and the floor. */
export function seenAs({ low, estimate, high }: Figures, rules: DisclosureRules): SeenCell {
  if (estimate === undefined) return {};
  const span = spanOf(estimate, 'estimate', rules.round_to);
  return {
    estimate: { least: Math.max(rules.people, span.least), most: span.most },
    ...(low === undefined ? {} : { low: spanOf(low, 'low', rules.round_to) }),
    ...(high === undefined ? {} : { high: spanOf(high, 'high', rules.round_to) }),
  };
}

const SPOT_CLASSES = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** The number of spots as "at least so many": the exact number would let a new spot be seen. */
function spotClass(spots: number, floor: number): number {
  return Math.max(floor, ...SPOT_CLASSES.filter((least) => least <= spots));
}
