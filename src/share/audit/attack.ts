import { prepareProgramme, type Equation, type Term } from '../../stats/linear-programme.js';
import { MEASURES, type Measure, type SeenCell, type SeenTable, type Span } from './seen-table.js';

/** Finds what an attacker can say of one figure of one cell: from at least to at most. */
export type BoundsOf = (cell: number, measure: Measure) => Span;

/** A table as unknown numbers and equations; every figure is an expression over the unknowns. */
interface Puzzle {
  readonly lower: number[];
  readonly upper: number[];
  readonly equations: Equation[];
  readonly figures: Readonly<Record<Measure, readonly Term[]>>[];
}

/**
 * Prepares the attack on a table: who knows every published figure, the rounding rule, the smallest publishable count,
 * how cells add up and that nothing is negative finds the least and the most any hidden figure can be, by linear
 * programming. Undefined when no table fits what is published. Source: the `attack` of the R package sdcTable.
 */
export function attackTable(table: SeenTable): BoundsOf | undefined {
  const puzzle = puzzleOf(table);
  const minimise = prepareProgramme(puzzle);
  if (minimise === undefined) return undefined;
  return (cell, measure) => {
    const expression = puzzle.figures[cell]?.[measure] ?? [];
    const opposite = expression.map(([index, factor]): Term => [index, -factor]);
    return { least: tidy(minimise(expression)), most: tidy(-minimise(opposite)) };
  };
}

/** A whole number that floating point missed by a hair is that whole number. */
function tidy(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole + 0 : value;
}

function puzzleOf(table: SeenTable): Puzzle {
  const puzzle: Puzzle = { lower: [], upper: [], equations: [], figures: [] };
  for (const cell of table.cells) {
    puzzle.figures.push(table.hasRanges ? addRange(puzzle, cell) : addNumber(puzzle, cell));
  }
  for (const measure of table.hasRanges ? MEASURES : (['estimate'] as const)) {
    for (const { total, parts } of table.sums) {
      const terms = [
        ...parts.flatMap((part) => puzzle.figures[part]?.[measure] ?? []),
        ...(puzzle.figures[total]?.[measure] ?? []).map(([index, factor]): Term => [index, -factor]),
      ];
      puzzle.equations.push({ terms, equals: 0 });
    }
  }
  return puzzle;
}

function addUnknown(puzzle: Puzzle, span: Span | undefined): Term {
  puzzle.lower.push(span?.least ?? 0);
  puzzle.upper.push(span?.most ?? Infinity);
  return [puzzle.lower.length - 1, 1];
}

function addNumber(puzzle: Puzzle, cell: SeenCell): Puzzle['figures'][number] {
  const figure = [addUnknown(puzzle, cell.estimate)];
  return { low: figure, estimate: figure, high: figure };
}

/** Low, estimate and high in order: what is not published is the figure below it and something more. */
function addRange(puzzle: Puzzle, cell: SeenCell): Puzzle['figures'][number] {
  const low = [addUnknown(puzzle, cell.low)];
  const estimate = addAbove(puzzle, { figure: low, from: cell.low, span: cell.estimate });
  const high = addAbove(puzzle, { figure: estimate, from: cell.estimate, span: cell.high });
  return { low, estimate, high };
}

function addAbove(
  puzzle: Puzzle,
  below: {
    readonly figure: readonly Term[];
    readonly from: Span | undefined;
    readonly span: Span | undefined;
  },
): readonly Term[] {
  const { figure, from, span } = below;
  if (span === undefined) return [...figure, addUnknown(puzzle, undefined)];
  const published = addUnknown(puzzle, span);
  const isSurelyAbove = from !== undefined && from.most <= span.least;
  if (!isSurelyAbove) {
    const [more] = addUnknown(puzzle, undefined);
    puzzle.equations.push({ terms: [published, [more, -1], ...figure.map(negate)], equals: 0 });
  }
  return [published];
}

const negate = ([index, factor]: Term): Term => [index, -factor];
