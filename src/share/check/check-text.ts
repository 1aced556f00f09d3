import { readCsv } from '../../formats/csv.js';
import { raise } from '../../model/issue-catalogue.js';
import type { Issue } from '../../model/issue.js';
import { metadataIn } from './metadata.js';
import { tellingWord } from './words.js';

const SAID: Readonly<Record<string, string>> = {
  path: 'It holds a path of a computer.',
  time: 'It holds a time finer than a day.',
  address: 'It holds an e-mail address.',
  person: 'It holds the name of a user or computer.',
};

/** Traces of person, computer or time in one file; names are looked for in the manifest only, since a town may be called like a user. */
export function checkTraces(file: string, text: string, names: readonly (string | undefined)[]): Issue[] {
  return metadataIn(text, names).map(({ kind }) =>
    raise('release-metadata', { file }, { message: SAID[kind] ?? '' }),
  );
}

/** A file name that says too much. */
export function checkName(file: string): Issue[] {
  return tellingWord(file) === undefined
    ? []
    : [raise('release-word', { file: 'the folder' }, { message: 'The name of a file says too much.' })];
}

/** A phone number or another long number among the text cells, and headers that say too much or do not belong. */
export function checkTable(file: string, bytes: Uint8Array, allowed: ReadonlySet<string>): Issue[] {
  const { table } = readCsv(bytes, file);
  if (table === undefined) {
    return [raise('release-file', { file }, { message: 'The file is no table.' })];
  }
  const issues: Issue[] = [];
  for (const column of table.columns) {
    if (!allowed.has(column)) {
      const message = 'The table has a column that does not belong in it.';
      issues.push(raise('release-column', { file, column }, { message }));
    }
    if (tellingWord(column) !== undefined) {
      const message = 'The header says which people or what work it is about.';
      issues.push(raise('release-word', { file, column }, { message }));
    }
  }
  for (const [at, cells] of table.rows.entries()) {
    const column = cells.findIndex((cell, index) => isNameColumn(table.columns[index]) && isLongNumber(cell));
    if (column < 0) continue;
    const message = 'A text cell holds a long number, such as a phone.';
    issues.push(
      raise('release-metadata', { file, line: table.lines[at], column: table.columns[column] }, { message }),
    );
  }
  return issues;
}

/** Columns in which people write names; codes of spots are long numbers by nature. */
const NAME_COLUMNS = new Set(['municipality', 'region', 'typology', 'population', 'denominator']);
const isNameColumn = (column: string | undefined) => NAME_COLUMNS.has(column ?? '');

const PLAIN_NUMBER = /^'?-?\d+(?:\.\d+)?$/;
const LONG_NUMBER = /\d(?:[ ./()-]{0,2}\d){5,}/;

/** Six digits or more inside a text; a cell that is a number is judged by its column. */
const isLongNumber = (cell: string) => !PLAIN_NUMBER.test(cell) && LONG_NUMBER.test(cell);
