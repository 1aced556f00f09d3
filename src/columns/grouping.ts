import { textOf, type CodedColumn, type Codes } from './typed-table.js';

/** How the rows of a table fall into groups by their text in a column. */
export interface Grouping {
  readonly names: readonly string[];
  /** Codes of the column by row; undefined where the file does not have it: then every row is one of an empty cell. */
  readonly codes: Codes | undefined;
  /** Number of the group by code + 1. */
  readonly numbers: Int32Array;
}

/** The groups a name makes of the texts of a column; it is asked once for each text, and for the empty cell. */
export function groupingBy(
  column: CodedColumn | undefined,
  nameOf: (text: string | undefined) => string,
): Grouping {
  const numberOf = new Map<string, number>();
  const numbers = new Int32Array((column?.texts.size ?? 0) + 1);
  for (let code = -1; code < numbers.length - 1; code += 1) {
    const name = nameOf(column && textOf(column, code));
    const number = numberOf.get(name) ?? numberOf.size;
    numberOf.set(name, number);
    numbers[code + 1] = number;
  }
  return { names: [...numberOf.keys()], codes: column?.codes, numbers };
}

/** By number of the group, the places among some rows of those that fall into it. */
export function rowsInGroups({ names, codes, numbers }: Grouping, rows: Int32Array): Int32Array[] {
  const groups = rows.map((row) => numbers[(codes?.[row] ?? -1) + 1] ?? 0);
  const counts = new Int32Array(names.length);
  for (const group of groups) counts[group] = (counts[group] ?? 0) + 1;
  const members = Array.from(counts, (count) => new Int32Array(count));
  const filled = new Int32Array(names.length);
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at] ?? 0;
    const next = filled[group] ?? 0;
    const into = members[group];
    if (into !== undefined) into[next] = at;
    filled[group] = next + 1;
  }
  return members;
}
