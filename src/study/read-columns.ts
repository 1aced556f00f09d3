import {
  extraIn,
  TypedTable,
  type CodedColumn,
  type ExtraOf,
  type TypedColumn,
} from '../columns/typed-table.js';
import type { TextTable } from '../formats/csv.js';
import { CsvStream, type CellTaker, type RowTaker } from '../formats/csv-stream.js';
import type { InputTable, RowOf } from '../model/columns.js';
import type { Issue } from '../model/issue.js';
import { extraTaker, takeEach, takerOf, type ColumnTaker } from './cell-takers.js';
import {
  decimalSignOf,
  findColumns,
  foldHeader,
  readCell,
  sayLayout,
  type CellFacts,
  type FoundColumn,
  type Header,
  type Layout,
} from './read-table.js';

/** The typed rows of a table by column, and everything found wrong with it, all at once. */
export interface ColumnReading<Row> {
  readonly table: TypedTable<Row>;
  readonly issues: readonly Issue[];
}

/** A table to be read by column. */
export interface ColumnSource {
  /** Name used in messages. */
  readonly file: string;
  /** The bytes of the file, in pieces of any length. */
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** Length of the file in bytes, where it is known. */
  readonly size?: number | undefined;
  /** Headers the study uses, by column name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether columns the table does not declare are kept. */
  readonly keepsExtra: boolean;
  /** Whether the compiled core reads what is plain; where it is not said, in all but small files. */
  readonly usesCore?: boolean | undefined;
}

/**
 * Reads a declared table into typed columns. Rows, values and issues are those of `readTable`, which stays the
 * reference; what differs is that no row becomes an object or a string on the way, and that nothing is read beyond a
 * NUL byte or the first MiB of a row that is too long, so that a fault further on is not said.
 */
export async function readColumns<Table extends InputTable>(
  table: Table,
  source: ColumnSource,
): Promise<ColumnReading<RowOf<Table>>> {
  const rows = new ColumnRows(table, source);
  const stream = new CsvStream(source.file, rows, source);
  for await (const chunk of source.chunks) {
    stream.push(chunk);
    if (stream.isSettled) break;
  }
  const ending = stream.end();
  const { issues, length, columns, extraOf } = rows.finish(ending);
  return { table: new TypedTable({ length, columns, lines: ending.lines, extraOf }), issues };
}

/** Rows there is room for at first, where nothing is known of how many there are. */
const LEAST_ROOM = 1024;

interface Wanted {
  readonly found: FoundColumn;
  readonly taker: ColumnTaker;
}

/** Gathers the rows of a stream in one taker a wanted column. */
class ColumnRows implements RowTaker {
  refusesBlanks = false;
  readonly #table: InputTable;
  readonly #source: ColumnSource;
  #header: Header;
  #facts: CellFacts;
  /** What was found as long as no column without a name had cells. */
  #layout: Layout = { found: [], missing: [], extra: [], issues: [] };
  readonly #wanted: Wanted[] = [];
  readonly #extra: { readonly header: string; readonly at: number; readonly taker: ColumnTaker }[] = [];
  /** Every taker by the place of its column. */
  readonly #takers: (ColumnTaker | undefined)[] = [];
  readonly #issues: Issue[] = [];
  /** Columns without a name, and whether some cell of theirs is filled. */
  readonly #nameless = new Map<number, boolean>();
  #room = 0;
  #isRead = false;

  constructor(table: InputTable, source: ColumnSource) {
    this.#table = table;
    this.#source = source;
    this.#header = { name: source.file, columns: [], headers: source.headers ?? {} };
    this.#facts = { decimalOf: () => '.', hasCells: (at) => this.#nameless.get(at) === true };
  }

  begin(columns: readonly string[], whole?: TextTable): readonly (CellTaker | undefined)[] {
    this.#header = { ...this.#header, columns };
    if (whole !== undefined) {
      this.#facts = { ...this.#facts, decimalOf: (at, column) => decimalSignOf(whole, at, column) };
    }
    const layout = findColumns(this.#table, this.#header, this.#facts);
    this.#layout = layout;
    for (const found of layout.found) {
      this.#wanted.push({ found, taker: takerOf(found.column, found.decimal) });
      if (found.column.required === true) this.refusesBlanks = true;
    }
    if (this.#source.keepsExtra) {
      for (const { header, at } of layout.extra) this.#extra.push({ header, at, taker: extraTaker() });
    }
    for (const { at, header } of layout.extra) if (foldHeader(header) === '') this.#nameless.set(at, false);
    for (const { found, taker } of this.#wanted) this.#takers[found.at] = taker;
    for (const { at, taker } of this.#extra) this.#takers[at] = taker;
    return columns.map((_, at) => (this.#nameless.has(at) ? this.#untilFilled(at) : this.#takers[at]));
  }

  reserve(rows: number, likely: number): void {
    if (rows <= this.#room) return;
    this.#room = Math.max(rows, likely, LEAST_ROOM, Math.ceil(this.#room * (likely > 0 ? 1.1 : 1.5)));
    for (const { taker } of [...this.#wanted, ...this.#extra]) taker.reserve(this.#room);
  }

  takeText(column: number, text: string, row: number): boolean {
    if (this.#nameless.get(column) === false) return false;
    return this.#takers[column]?.takeText(text, row) ?? true;
  }

  addRow(cells: readonly string[], line: number, row: number): boolean {
    let isGood = true;
    for (const { found, taker } of this.#wanted) {
      const cell = cells[found.at] ?? '';
      if (taker.takeText(cell, row)) continue;
      isGood = false;
      const reading = readCell(cell, found, { file: this.#source.file, line });
      if ('issue' in reading) this.#issues.push(reading.issue);
    }
    for (const { at, taker } of this.#extra) taker.takeText(cells[at] ?? '', row);
    for (const at of this.#nameless.keys()) if ((cells[at] ?? '').trim() !== '') this.#nameless.set(at, true);
    this.#isRead = true;
    return isGood;
  }

  finish(ending: { readonly isTable: boolean; readonly issues: readonly Issue[]; readonly rows: number }): {
    readonly issues: readonly Issue[];
    readonly length: number;
    readonly columns: ReadonlyMap<string, TypedColumn | undefined>;
    readonly extraOf: ExtraOf;
  } {
    const isNamed = ![...this.#nameless.values()].includes(true);
    const layout = isNamed ? this.#layout : findColumns(this.#table, this.#header, this.#facts);
    // Without a column that must be there no row is what its type says.
    const isWhole = !layout.issues.some((issue) => issue.code === 'column-missing');
    const length = isWhole ? ending.rows : 0;
    const columns = new Map<string, TypedColumn | undefined>(
      this.#wanted.map(({ found, taker }) => [found.name, taker.finish(length)]),
    );
    for (const name of Object.keys(this.#table.columns)) if (!columns.has(name)) columns.set(name, undefined);
    const extra = this.#extra.map(({ header, taker }): [string, CodedColumn] => [
      header,
      taker.finish(length) as CodedColumn,
    ]);
    const issues = [...ending.issues];
    if (ending.isTable) {
      const isEmpty = ending.rows === 0 && !this.#isRead && ending.issues.length === 0;
      issues.push(...layout.issues, ...sayLayout(this.#table, layout, { file: this.#source.file, isEmpty }));
      issues.push(...this.#issues);
    }
    return { issues, length, columns, extraOf: extraIn(extra) };
  }

  /** The taker of a column without a name: a filled cell is left to `addRow`, which notes that there is one. */
  #untilFilled(at: number): CellTaker {
    const held = this.#takers[at];
    const take: CellTaker['take'] = (bytes, from, to, row) =>
      from === to && (held === undefined || held.take(bytes, from, to, row));
    return {
      take,
      takeRun: (run, column) => takeEach({ take }, run, column, 0),
    };
  }
}
