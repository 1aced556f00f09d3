import type { Dictionary } from './dictionary.js';
import { numberIn, type Numbers } from './numbers.js';

/** Codes by row, in as few bytes as the largest of them needs. */
export type Codes = Int8Array | Int16Array | Int32Array;

/** Numbers by row; `numberIn` reads them. */
export interface NumberColumn {
  readonly kind: 'numbers';
  readonly numbers: Numbers;
}

/** Values by row, each distinct one kept once; the code is −1 where the cell is empty. */
export interface CodedColumn {
  readonly kind: 'codes';
  readonly codes: Codes;
  /** Texts by code: the value itself, or what it was read from. */
  readonly texts: Dictionary;
  /** Values by code, where a value is more than its text: days, hours, a flag. */
  readonly values: readonly unknown[] | undefined;
}

export type TypedColumn = NumberColumn | CodedColumn;

/** Every declared column by name, in the order of a row's fields; undefined where the file does not have it. */
export type TypedColumns = ReadonlyMap<string, TypedColumn | undefined>;

/** What a typed table is made of. */
export interface TableParts {
  readonly length: number;
  readonly columns: TypedColumns;
  readonly lines: { readonly at: (row: number) => number };
  /** The cells of columns the table does not declare, by header, where they were kept. */
  readonly extraOf: ExtraOf;
}

/** The undeclared cells of a row. */
export type ExtraOf = (row: number) => ReadonlyMap<string, string> | undefined;

/** Nothing was kept but the declared columns. */
export const noExtra: ExtraOf = () => undefined;

/**
 * The typed rows of a table, held by column. A row becomes an object, with the fields and the order `readTable` gives
 * it, only where one is asked for.
 */
export class TypedTable<Row> {
  readonly length: number;
  readonly parts: TableParts;
  #rows: readonly Row[] | undefined;

  /** `rows` are the rows as objects, where they are there already. */
  constructor(parts: TableParts, rows?: readonly Row[]) {
    this.length = parts.length;
    this.parts = parts;
    this.#rows = rows;
  }

  /** True when the file has the column. */
  has(name: string): boolean {
    return this.parts.columns.get(name) !== undefined;
  }

  /** The degrees of a column, NaN for an empty cell; undefined where the file has no such column. */
  degrees(name: 'lat' | 'lon'): Float64Array | undefined {
    const column = this.parts.columns.get(name);
    if (column?.kind !== 'numbers') return undefined;
    const { numbers } = column;
    return numbers instanceof Float64Array ? numbers : Float64Array.from(numbers.keys(), numberIn(numbers));
  }

  /** A column of texts or other coded values; undefined where the file has no such column. */
  coded(name: string): CodedColumn | undefined {
    const column = this.parts.columns.get(name);
    return column?.kind === 'codes' ? column : undefined;
  }

  /** The number of a row in a column; NaN where the cell is empty or the file has no such column. */
  numberAt(name: string): (row: number) => number {
    const column = this.parts.columns.get(name);
    return column?.kind === 'numbers' ? numberIn(column.numbers) : () => Number.NaN;
  }

  /** By row, what is said of its value in a coded column; each value is asked about once. `empty` is said of no value. */
  sayOf(name: string, empty: number, say: (value: unknown) => number): (row: number) => number {
    const column = this.coded(name);
    if (column === undefined) return () => empty;
    const { codes } = column;
    const said = new Int32Array(column.texts.size);
    const isSaid = new Uint8Array(column.texts.size);
    return (row) => {
      const code = codes[row] ?? -1;
      if (code < 0) return empty;
      if (isSaid[code] === 0) {
        isSaid[code] = 1;
        said[code] = say(valueOf(column, code));
      }
      return said[code] ?? empty;
    };
  }

  /**
   * The rows whose value in a coded column is one of those meant, in order; each value is asked about once, and where
   * none is meant no row is looked at. `isEmptyMeant` says it of empty cells, as which a missing column counts.
   */
  rowsWhere(
    name: string,
    isMeant: (value: unknown) => boolean,
    { isEmptyMeant = false }: { readonly isEmptyMeant?: boolean } = {},
  ): number[] {
    const column = this.coded(name);
    if (column === undefined) return isEmptyMeant ? Array.from({ length: this.length }, (_, row) => row) : [];
    const { codes, texts } = column;
    const meant = Uint8Array.from({ length: texts.size + 1 }, (_, at) =>
      Number(at === 0 ? isEmptyMeant : isMeant(valueOf(column, at - 1))),
    );
    const isAny = meant.includes(1, 1) || (isEmptyMeant && codes.includes(-1));
    const rows: number[] = [];
    if (isAny)
      for (let row = 0; row < this.length; row += 1) if (meant[(codes[row] ?? -1) + 1] === 1) rows.push(row);
    return rows;
  }

  /** The distinct values of a coded column in the rows that are chosen, as text. */
  textsIn(name: string, isChosen?: (row: number) => boolean): Set<string> {
    return new Set(this.firstRows(name, isChosen).keys());
  }

  /** The same, each with the first row it stands in. */
  firstRows(name: string, isChosen: (row: number) => boolean = () => true): Map<string, number> {
    const column = this.coded(name);
    const met = new Map<string, number>();
    if (column === undefined) return met;
    const isMet = new Uint8Array(column.texts.size);
    let left = isMet.length;
    for (let row = 0; row < this.length && left > 0; row += 1) {
      const code = column.codes[row] ?? -1;
      if (code < 0 || isMet[code] === 1 || !isChosen(row)) continue;
      isMet[code] = 1;
      left -= 1;
      const text = textOf(column, code);
      if (text !== undefined && !met.has(text)) met.set(text, row);
    }
    return met;
  }

  /** The text of a row in a column of texts or choices; undefined where the cell is empty. */
  textAt(name: string, row: number): string | undefined {
    const column = this.coded(name);
    return column && textOf(column, column.codes[row] ?? -1);
  }

  /** Line of a row in its file. */
  line(row: number): number {
    return this.parts.lines.at(row);
  }

  /** One row as an object. */
  row(at: number): Row {
    const made = this.#rows?.[at];
    if (made !== undefined) return made;
    const { columns, extraOf } = this.parts;
    const fields: Record<string, unknown> = { line: this.line(at), extra: extraOf(at) };
    for (const [name, column] of columns) fields[name] = column && valueAt(column, at);
    return fields as Row;
  }

  /** Every row as an object, made when first asked for. */
  get rows(): readonly Row[] {
    this.#rows ??= Array.from({ length: this.length }, (_, at) => this.row(at));
    return this.#rows;
  }

  /** The table with some columns put in the place of others. */
  with(changes: ReadonlyMap<string, TypedColumn>): TypedTable<Row> {
    return new TypedTable({ ...this.parts, columns: new Map([...this.parts.columns, ...changes]) });
  }

  /** The table of the rows at those places, in that order. */
  pick(places: Int32Array): TypedTable<Row> {
    const { columns, lines, extraOf } = this.parts;
    const pickOf = <Column extends TypedColumn>(column: Column): Column =>
      column.kind === 'numbers'
        ? { ...column, numbers: pickFrom(column.numbers, places) }
        : { ...column, codes: pickFrom(column.codes, places) };
    return new TypedTable({
      length: places.length,
      columns: new Map([...columns].map(([name, column]) => [name, column && pickOf(column)])),
      lines: { at: (row) => lines.at(places[row] ?? 0) },
      extraOf: (row) => extraOf(places[row] ?? 0),
    });
  }
}

/** Room for as many cells of the same kind. */
export function roomLike<Cells extends Numbers | Codes>(cells: Cells, length: number): Cells {
  return new (cells.constructor as new (length: number) => Cells)(length);
}

/** The cells of those places, in an array as wide as the one they come from. */
function pickFrom<Cells extends Numbers | Codes>(cells: Cells, places: Int32Array): Cells {
  const picked = roomLike(cells, places.length);
  for (let at = 0; at < places.length; at += 1) picked[at] = cells[places[at] ?? 0] ?? 0;
  return picked;
}

/** The value of a coded column for a code; undefined for an empty cell. */
export function valueOf(column: CodedColumn, code: number): unknown {
  if (code < 0) return undefined;
  return column.values === undefined ? column.texts.text(code) : column.values[code];
}

/** The text of a coded column of texts or choices for a code; undefined for an empty cell. */
export function textOf(column: CodedColumn, code: number): string | undefined {
  const value = valueOf(column, code);
  return typeof value === 'string' ? value : undefined;
}

function valueAt(column: TypedColumn, at: number): unknown {
  if (column.kind === 'codes') return valueOf(column, column.codes[at] ?? -1);
  const number = numberIn(column.numbers)(at);
  return Number.isNaN(number) ? undefined : number;
}

/** The undeclared cells held in coded columns, by header. */
export function extraIn(columns: readonly (readonly [string, CodedColumn])[]): ExtraOf {
  if (columns.length === 0) return noExtra;
  return (row) =>
    new Map(
      columns.map(([header, { codes, texts }]): [string, string] => {
        const code = codes[row] ?? -1;
        return [header, code < 0 ? '' : texts.text(code)];
      }),
    );
}
