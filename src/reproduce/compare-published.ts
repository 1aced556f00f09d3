import { readNumber } from '../formats/number.js';
import type { Cell, Table } from '../model/table.js';
import type { PublishedRow } from '../model/tables/published.js';
import { readKey, rowsOf } from './row-key.js';

/** How a published number fared: equal, off by what the study says and explains, off otherwise, or not to be found. */
export const COMPARISON_STATUSES = ['matched', 'known-deviation', 'mismatch', 'missing'] as const;
export type ComparisonStatus = (typeof COMPARISON_STATUSES)[number];

/** One published number beside the recomputed one. */
export interface Comparison {
  readonly status: ComparisonStatus;
  /** Line of published.csv. */
  readonly line: number;
  readonly table: string;
  readonly key: string;
  readonly measure: string;
  readonly published: number;
  /** Decimals the published number is printed with. */
  readonly decimals: number;
  readonly recomputed: number | undefined;
  /** Recomputed minus published. */
  readonly difference: number | undefined;
  readonly tolerance: number;
  readonly source: string;
  /** Why a known deviation is one. */
  readonly evidence: string | undefined;
  /** One sentence where the number is off or not found. */
  readonly reason: string | undefined;
}

/** Measure that counts the rows a key fits instead of taking a cell from one of them. */
export const NUMBER_OF_ROWS = 'number_of_rows';

/** Room for the error of adding decimal numbers in binary. */
const ROUNDING_ERROR = 1e-9;

/**
 * Compares every published number with its cell of the output tables. Equal means no further apart than the row's
 * tolerance, else half of the last printed digit (13.3 allows 0.05, 6814 allows 0.5). A number that does not come out
 * is a known deviation only where the row states the deviation, gives evidence, and the stated deviation is exact
 * within the tolerance.
 */
export function comparePublished(published: readonly PublishedRow[], tables: readonly Table[]): Comparison[] {
  const tableByName = new Map(tables.map((table) => [table.name, table]));
  return published.map((row) => {
    const found = findNumber(row, tableByName.get(row.table));
    const tolerance = row.tolerance ?? 0.5 * 10 ** -row.value.decimals;
    const common = {
      line: row.line,
      table: row.table,
      key: row.key,
      measure: row.measure,
      published: row.value.value,
      decimals: row.value.decimals,
      tolerance,
      source: row.source,
      evidence: row.evidence,
    };
    if (typeof found === 'string') {
      return { ...common, status: 'missing', recomputed: undefined, difference: undefined, reason: found };
    }
    const difference = found - row.value.value;
    return { ...common, ...judge(row, difference, tolerance), recomputed: found, difference };
  });
}

/** True when every published number is matched or a known deviation, and there is at least one. */
export function isReproduced(comparisons: readonly Comparison[]): boolean {
  return (
    comparisons.length > 0 &&
    comparisons.every(({ status }) => status === 'matched' || status === 'known-deviation')
  );
}

/** How many comparisons have each status. */
export function countStatuses(comparisons: readonly Comparison[]): Record<ComparisonStatus, number> {
  const counts = { matched: 0, 'known-deviation': 0, mismatch: 0, missing: 0 };
  for (const { status } of comparisons) counts[status] += 1;
  return counts;
}

function judge(
  row: PublishedRow,
  difference: number,
  tolerance: number,
): Pick<Comparison, 'status' | 'reason'> {
  const isWithin = (distance: number) =>
    Math.abs(distance) <= tolerance + ROUNDING_ERROR * Math.max(1, Math.abs(row.value.value));
  if (row.deviation === undefined) {
    if (isWithin(difference)) return { status: 'matched', reason: undefined };
    return { status: 'mismatch', reason: 'The recomputed number is not the published one.' };
  }
  if (row.evidence === undefined) {
    return { status: 'mismatch', reason: 'A deviation is stated without evidence.' };
  }
  if (isWithin(difference - row.deviation)) return { status: 'known-deviation', reason: undefined };
  if (isWithin(difference)) {
    return { status: 'mismatch', reason: 'The number comes out; the stated deviation is no longer there.' };
  }
  return { status: 'mismatch', reason: 'The recomputed number is off by something else than stated.' };
}

/** The recomputed number of a published row, or a sentence that says why there is none. */
function findNumber(row: PublishedRow, table: Table | undefined): number | string {
  if (table === undefined) return `There is no output table "${row.table}".`;
  const key = readKey(row.key);
  if (key === undefined) return 'The key is not written as column=value;column=value.';
  const rows = rowsOf(table, key);
  if (rows === undefined) return `The table "${row.table}" lacks a column of the key.`;
  if (row.measure === NUMBER_OF_ROWS) return rows.length;
  const at = table.columns.indexOf(row.measure);
  if (at < 0) return `The table "${row.table}" has no column "${row.measure}".`;
  const [only, ...others] = rows;
  if (only === undefined) return 'The key fits no row.';
  if (others.length > 0) return `The key fits ${rows.length} rows, not one.`;
  return numberIn(only[at]) ?? 'The cell holds no number.';
}

function numberIn(cell: Cell): number | undefined {
  if (typeof cell !== 'string') return cell;
  const reading = readNumber(cell);
  return 'value' in reading ? reading.value : undefined;
}
