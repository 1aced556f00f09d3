import type { Issue } from './issue.js';

/** The command was used wrongly: one clear line, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A file could not be opened or written (missing, no room, no permission): one clear line, exit code 4. */
export class FileError extends Error {
  override name = 'FileError';
}

/** The data have errors, so there is no answer: the issues say where, exit code 1. */
export class DataError extends Error {
  override name = 'DataError';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const errors = issues.filter((issue) => issue.severity === 'error').length;
    super(`the data have ${errors} ${errors === 1 ? 'error' : 'errors'}`);
    this.issues = issues;
  }
}
