import stringWidth from 'string-width';

/** How a cell looks. Everything left out is plain. */
export interface CellStyle {
  /** A number format such as `#,##0` or `yyyy-mm-dd`. Decimal and thousands signs follow the reader's own settings. */
  readonly format?: string;
  readonly bold?: true;
  readonly italic?: true;
  /** Size of the letters in points; 11 where it is left out. */
  readonly size?: number;
  /** Colours as six hexadecimal digits. */
  readonly colour?: string;
  readonly fill?: string;
  /** A thin grey line around the cell, so that it can be written into on paper. */
  readonly boxed?: true;
  readonly wrap?: true;
  readonly align?: 'left' | 'center' | 'right';
  /** Letters of room before the text. */
  readonly indent?: number;
}

/** A calendar day, ISO 8601; it is written as a real date. */
export interface DateValue {
  readonly day: string;
}

/** What a cell holds; undefined is an empty cell. A text is always a text, whatever sign it begins with. */
export type CellValue = string | number | DateValue | undefined;

/** A value with a look of its own. */
export interface StyledCell {
  readonly value: CellValue;
  readonly style: CellStyle;
}

export type SheetCell = CellValue | StyledCell;

export interface SheetColumn {
  /** Width in letters of the standard size. */
  readonly width: number;
  /** The look of cells that state none themselves. */
  readonly style?: CellStyle;
}

/** Choices offered in the cells of one column. */
export interface DropDown {
  /** Column and rows counted from 0, both ends included. */
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly choices: readonly string[];
}

/** How a sheet is printed, always on A4. */
export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** Rows repeated at the top of every page, counted from 0, both ends included. */
  readonly repeatRows?: readonly [number, number];
  /** Columns repeated at the left of every page, counted from 0, both ends included. */
  readonly repeatColumns?: readonly [number, number];
  /** Pages the columns are spread over; 1 where it is left out, so that nothing is cut off. */
  readonly pagesWide?: number;
  /** A line at the foot of every page, left of the page number. */
  readonly footer?: string;
}

/** One sheet: columns, rows of cells from the top left, and how it is looked at and printed. */
export interface Sheet {
  /** Made fit for a tab by `sheetNames`. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Rows at the top and columns at the left that stay when the rest is scrolled. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** The row of headings (counted from 0) that gets a filter button in each column. */
  readonly filterRow?: number;
  readonly dropDowns?: readonly DropDown[];
  readonly print?: PrintSetup;
}

/** A workbook: its sheets in the order of their tabs; the first one is open. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
}

const LONGEST_NAME = 31;

/**
 * The names as tabs can carry them: without the signs spreadsheets refuse, at most 31 letters, none empty, none twice
 * (letters' case aside); a repeated one ends in 2, 3, …
 */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replaceAll(/[[\]:*?/\\]|\p{Cc}/gu, ' ').replaceAll(/^['\s]+|['\s]+$/g, '');
    const stem = plain === '' || plain.toLowerCase() === 'history' ? `Sheet ${plain}`.trim() : plain;
    for (let count = 1; ; count += 1) {
      const ending = count === 1 ? '' : ` ${count}`;
      const candidate = `${cut(stem, LONGEST_NAME - ending.length)}${ending}`;
      const key = candidate.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return candidate;
    }
  });
}

/** At most so many UTF-16 units of a text, whole characters only. */
function cut(text: string, longest: number): string {
  let short = '';
  for (const sign of text) {
    if (short.length + sign.length > longest) break;
    short += sign;
  }
  return short.trimEnd();
}

const NARROWEST = 6;
const WIDEST = 48;

/** Widths that show what the rows hold, in letters: as wide as the widest cell of each column, within limits. */
export function fitColumns(rows: readonly (readonly SheetCell[])[], widest = WIDEST): SheetColumn[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: columns }, (_, at) => {
    const width = rows.reduce(
      (most, row) => Math.max(most, stringWidth(shownText(valueOf(row[at])))),
      NARROWEST,
    );
    return { width: Math.min(widest, width + 2) };
  });
}

const LINE_POINTS = 15;
const MOST_POINTS = 400;

/** The height a row needs for large letters and for wrapped texts, in points; undefined where the standard one does. */
export function rowHeight(row: readonly SheetCell[], columns: readonly SheetColumn[]): number | undefined {
  const heights = row.map((cell, at) => {
    const style = lookOf(cell, columns[at]);
    const size = ((style.size ?? 11) / 11) * LINE_POINTS;
    const value = valueOf(cell);
    if (style.wrap !== true || typeof value !== 'string') return size;
    const room = Math.max(1, (columns[at]?.width ?? 9) - 1 - (style.indent ?? 0));
    const lines = value
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(stringWidth(line) / room)), 0);
    return lines * size;
  });
  const most = Math.max(LINE_POINTS, ...heights);
  return most === LINE_POINTS ? undefined : Math.min(MOST_POINTS, Math.ceil(most));
}

/** The look of a cell: its own, else that of its column. */
export const lookOf = (cell: SheetCell, column: SheetColumn | undefined): CellStyle =>
  (typeof cell === 'object' && 'value' in cell ? cell.style : column?.style) ?? {};

/** What a cell holds, its look aside. */
export function valueOf(cell: SheetCell): CellValue {
  return typeof cell === 'object' && 'value' in cell ? cell.value : cell;
}

/** The widest line of what a reader sees in the cell. */
function shownText(value: CellValue): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return value.day;
  const lines = String(value).split('\n');
  return lines.reduce((longest, line) => (line.length > longest.length ? line : longest), '');
}
