import { DataError } from '../model/failure.js';
import type { InputTable, RowOf } from '../model/columns.js';
import { hasErrors, type Issue } from '../model/issue.js';
import { readTable, type TableSource } from './read-table.js';

/** Returns the rows of a table a sizing method reads, with its warnings. Throws a DataError that names every fault. */
export function readSizingInput<Table extends InputTable>(
  table: Table,
  source: TableSource,
): { readonly rows: readonly RowOf<Table>[]; readonly issues: readonly Issue[] } {
  const { rows, issues } = readTable(table, source);
  if (hasErrors(issues)) throw new DataError(issues);
  return { rows, issues };
}
