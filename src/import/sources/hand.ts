import { raise } from '../../model/issue-catalogue.js';
import type { Issue } from '../../model/issue.js';
import { foldName } from '../../study/names/fold-name.js';
import { decideStyle, plainNumber } from '../cells/number-style.js';
import { keepRows, renamed, type Grid } from '../grid.js';
import { gridsOf, named, type Source } from '../source.js';
import { isColumnName } from '../vocabulary.js';

/** Rows in which a header is looked for. */
const DEEPEST_HEADER = 25;

/** A table somebody made: the fallback, whatever is a table and comes from no system that is known. */
export const HAND: Source = {
  kind: 'table',
  title: 'hand-made table',
  recognise: (opened) => {
    const grids = gridsOf(opened);
    if (grids.length === 0) return undefined;
    const known = grids.flatMap((grid) => headed(grid).columns.filter(isColumnName));
    const what = opened.holds === 'workbook' ? 'a workbook' : 'a table';
    return known.length >= 2
      ? {
          sure: 'likely',
          why: `it is ${what} from no known system, with the columns ${[...new Set(known)].slice(0, 4).join(', ')}`,
        }
      : { sure: 'a guess', why: `it is ${what} from no known system, and few of its columns are known` };
  },
  prepare: (opened) => {
    const tables = gridsOf(opened).map((grid) => withoutTotals(headed(grid)));
    return {
      grids: tables.map(({ grid }) => named(grid, { isFreeForm: true })),
      issues: tables.flatMap(({ issues }) => issues),
    };
  },
};

/** The grid with the first row that names known columns as its header; titles above it are left out. */
export function headed(grid: Grid): Grid {
  const candidates = [grid.columns, ...grid.rows.slice(0, DEEPEST_HEADER)];
  const known = candidates.map((cells) => cells.filter((cell) => isColumnName(cell)).length);
  const best = known.indexOf(Math.max(...known));
  if (best <= 0 || (known[best] ?? 0) <= (known[0] ?? 0) || (known[best] ?? 0) < 2) return grid;
  const columns = candidates[best] ?? [];
  const below = keepRows(grid, (_, at) => at >= best);
  return {
    ...renamed(below, columns),
    placeOf: (row, column) => ({
      ...below.placeOf(row),
      column: column === undefined ? undefined : columns[column],
    }),
  };
}

const TOTAL =
  /^(grand |sub ?)?totals?$|^(sum|all|gjithsej|gjithesej|shuma|ukupno|svega|zbir|keseluruhan)$|^စုစုပေါင်း$/;

const isTotal = (row: readonly string[]) =>
  TOTAL.test(foldName(row.find((cell) => cell !== '') ?? '')[0] ?? '') && row.some((cell) => /\d/.test(cell));

/** The rows that are no totals; a total that is not the sum of the rows above it is said. */
function withoutTotals(grid: Grid): { readonly grid: Grid; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  let first = 0;
  grid.rows.forEach((row, at) => {
    if (!isTotal(row)) return;
    const above = grid.rows.slice(first, at).filter((other) => !isTotal(other));
    issues.push(...checkTotals(grid, at, above));
    first = at + 1;
  });
  return { grid: keepRows(grid, (row) => !isTotal(row)), issues };
}

function checkTotals(grid: Grid, at: number, above: readonly (readonly string[])[]): Issue[] {
  const issues: Issue[] = [
    raise('dialect', grid.placeOf(at), {
      message: 'The row is a total; it was left out of the data and used as a check.',
    }),
  ];
  grid.columns.forEach((_, column) => {
    const printed = grid.rows[at]?.[column] ?? '';
    const cells = [...above.map((row) => row[column] ?? ''), printed];
    const reading = decideStyle(cells, { whole: true });
    if (!('style' in reading)) return;
    const numbers = cells.map((cell) => (cell === '' ? 0 : Number(plainNumber(cell, reading.style) ?? NaN)));
    const total = numbers.at(-1) ?? 0;
    const sum = numbers.slice(0, -1).reduce((all, number) => all + number, 0);
    if (printed === '' || numbers.some(Number.isNaN) || sum === total) return;
    const message = `The total is ${total}, and the rows above add up to ${sum}.`;
    issues.push(raise('import-totals', grid.placeOf(at, column), { message }));
  });
  return issues;
}
