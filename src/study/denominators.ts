import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import type { Origin } from '../model/columns.js';
import { CELL_READERS } from './cells.js';

const looksNumeric = (text: string) => /^[\d.,\s'+-]+$/.test(text);

/** The denominators of a municipality: every extra column of places.csv whose cell holds a number of persons. */
export function readDenominators(
  row: Origin,
  file: string,
): { readonly denominators: ReadonlyMap<string, number>; readonly issues: readonly Issue[] } {
  const denominators = new Map<string, number>();
  const issues: Issue[] = [];
  for (const [column, text] of row.extra ?? []) {
    if (text === '' || !looksNumeric(text)) continue;
    const reading = CELL_READERS.amount(text, { kind: 'amount', meaning: column }, '.');
    if ('value' in reading) denominators.set(column, reading.value);
    else
      issues.push(
        raise(reading.code, { file, line: row.line, column }, { message: reading.message, value: text }),
      );
  }
  return { denominators, issues };
}
