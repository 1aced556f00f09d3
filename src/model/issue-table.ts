import type { Issue } from './issue.js';
import type { OutputColumn } from './table.js';

/** Columns of issues.csv. */
export const ISSUE_COLUMNS: readonly OutputColumn<Issue>[] = [
  { name: 'severity', meaning: 'error, warning or note', of: (issue) => issue.severity },
  { name: 'code', meaning: 'what kind of issue; spotwise explain CODE says more', of: (issue) => issue.code },
  { name: 'file', meaning: 'input file', of: (issue) => issue.file },
  { name: 'line', meaning: 'line in that file, 1 = first', of: (issue) => issue.line },
  { name: 'column', meaning: 'column header', of: (issue) => issue.column },
  { name: 'value', meaning: 'the cell as written; only with --show-values', of: (issue) => issue.value },
  { name: 'message', meaning: 'what was found and what was expected', of: (issue) => issue.message },
  { name: 'fix', meaning: 'what to do', of: (issue) => issue.fix },
];
