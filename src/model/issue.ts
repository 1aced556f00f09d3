/** How much an issue matters: an `error` stops the work, a `warning` is carried into the results, a `note` is only said. */
export type Severity = 'error' | 'warning' | 'note';

/** Where in the input something was found: file, then line (1 = first) and column header where they apply. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: string | undefined;
}

/** Something wrong or doubtful in the data: where it is, what was found, what was expected and how to mend it. */
export interface Issue extends Place {
  readonly severity: Severity;
  readonly code: string;
  /** The cell as written. Shown only on request: a cell can hold a name. */
  readonly value?: string | undefined;
  readonly message: string;
  readonly fix: string;
}

/** True when at least one of the issues stops the work. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

/** The issues in reading order: by file, line, column and code, whatever order the checks ran in. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      compareText(a.column ?? '', b.column ?? '') ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** Code-unit order, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
