import { tabulate, type Cell, type OutputColumn, type Table } from './table.js';

/** Words by code, as a column of them is written: each is made into bytes once, however often it comes. */
export interface Words {
  /** The word of a code. */
  readonly text: (code: number) => string;
  /** The same words as UTF-8 where they are held so: of very many different ones none need become a string. */
  readonly held?: HeldWords;
}

/** Words one after the other in one run of UTF-8. */
export interface HeldWords {
  readonly bytes: Uint8Array;
  /** Where the word of a code starts. */
  readonly startOf: (code: number) => number;
  /** Where it ends. */
  readonly endOf: (code: number) => number;
}

/** Numbers to be written, some rows at a time; NaN is an empty cell. */
export interface NumberCells {
  readonly kind: 'numbers';
  /** Fills in the numbers of as many rows as there is room for, from that row on. */
  readonly fill: (from: number, into: Float64Array) => void;
}

/** Words to be written, some rows at a time; −1 is an empty cell. */
export interface WordCells {
  readonly kind: 'words';
  readonly words: Words;
  /** Fills in the codes of as many rows as there is room for, from that row on. */
  readonly fill: (from: number, into: Int32Array) => void;
}

export type CellColumn = NumberCells | WordCells;

/** Rows to be written, by column, so that a million of them are never a million objects. */
export interface ColumnRows {
  readonly length: number;
  readonly columns: readonly CellColumn[];
}

/** Rows taken from a column at a time: few enough to stay at hand, enough to be worth asking. */
export const AT_A_TIME = 512;

/** Room for the cells of that many rows of a column, by the place of the column. */
export type CellRoom = (place: number, size: number) => Float64Array | Int32Array;

/** A column with its cells of some rows. */
export type FilledColumn =
  | { readonly column: NumberCells; readonly numbers: Float64Array }
  | { readonly column: WordCells; readonly codes: Int32Array };

/**
 * The rows some at a time: every column with its cells of `count` rows from `from` on. The arrays are used again; they
 * are made in `roomOf` where that is given.
 */
export function* eachBatch(
  rows: ColumnRows,
  roomOf?: CellRoom,
): Generator<{ readonly from: number; readonly count: number; readonly filled: readonly FilledColumn[] }> {
  const size = Math.min(AT_A_TIME, rows.length);
  const room = rows.columns.map((column, place): FilledColumn => {
    const given = roomOf?.(place, size);
    return column.kind === 'numbers'
      ? { column, numbers: given instanceof Float64Array ? given : new Float64Array(size) }
      : { column, codes: given instanceof Int32Array ? given : new Int32Array(size) };
  });
  for (let from = 0; from < rows.length; from += size) {
    const count = Math.min(size, rows.length - from);
    for (const each of room) {
      if ('numbers' in each) each.column.fill(from, each.numbers.subarray(0, count));
      else each.column.fill(from, each.codes.subarray(0, count));
    }
    yield { from, count, filled: room };
  }
}

/** The same rows as rows of cells. */
export function cellsOf(rows: ColumnRows): Cell[][] {
  const all: Cell[][] = [];
  for (const { count, filled } of eachBatch(rows)) {
    for (let at = 0; at < count; at += 1) all.push(filled.map((each) => cellAt(each, at)));
  }
  return all;
}

function cellAt(filled: FilledColumn, at: number): Cell {
  if ('numbers' in filled) {
    const number = filled.numbers[at] ?? Number.NaN;
    return Number.isNaN(number) ? undefined : number;
  }
  const code = filled.codes[at] ?? -1;
  return code < 0 ? undefined : filled.column.words.text(code);
}

const held = new WeakMap<Table, () => ColumnRows>();

/**
 * The table those columns name of rows held by column, which are put together when it is written; its rows of cells are
 * made only where `rows` is asked for.
 */
export function tabulateByColumn<Row>(
  name: string,
  columns: readonly OutputColumn<Row>[],
  byColumn: () => ColumnRows,
): Table {
  let made: Table['rows'] | undefined;
  const table: Table = {
    ...tabulate(name, columns, []),
    get rows() {
      made ??= cellsOf(byColumn());
      return made;
    },
  };
  held.set(table, byColumn);
  return table;
}

/** The rows of a table by column; undefined for a table of rows, as every one made from another is. */
export function columnRowsOf(table: Table): ColumnRows | undefined {
  return held.get(table)?.();
}
