import { textOf, type CodedColumn } from './typed-table.js';

/** Some rows of a table in some order; all of them as they stand where none are listed. */
export interface RowList {
  readonly rows: Int32Array | undefined;
  readonly length: number;
}

/**
 * Rows in groups by what a name makes of their text in a column, in the order in which each name is first met. Of each
 * row, its place among the rows is given. A column the file does not have is one of empty cells.
 */
export function groupRows(
  column: CodedColumn | undefined,
  { rows, length }: RowList,
  nameOf: (text: string | undefined) => string,
): Map<string, Int32Array> {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    names.push(name);
    return names.length - 1;
  };
  const codes = column?.codes;
  const byCode = new Int32Array((column?.texts.size ?? 0) + 1).fill(-1);
  const counts = new Int32Array(byCode.length);
  for (let at = 0; at < length; at += 1) {
    const code = codes?.[rows === undefined ? at : (rows[at] ?? 0)] ?? -1;
    let group = byCode[code + 1] ?? -1;
    if (group < 0) {
      group = numberOf(nameOf(column && textOf(column, code)));
      byCode[code + 1] = group;
    }
    counts[group] = (counts[group] ?? 0) + 1;
  }
  const members = names.map((_, group) => new Int32Array(counts[group] ?? 0));
  const filled = new Int32Array(names.length);
  for (let at = 0; at < length; at += 1) {
    const code = codes?.[rows === undefined ? at : (rows[at] ?? 0)] ?? -1;
    const group = byCode[code + 1] ?? 0;
    const into = members[group];
    const next = filled[group] ?? 0;
    if (into !== undefined) into[next] = at;
    filled[group] = next + 1;
  }
  return new Map(names.map((name, group) => [name, members[group] ?? new Int32Array(0)]));
}
