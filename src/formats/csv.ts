import { parse, type CsvError, type Options } from 'csv-parse/sync';
import { raise } from '../model/issue-catalogue.js';
import type { Issue, Place } from '../model/issue.js';
import { columnRowsOf, type ColumnRows } from '../model/column-rows.js';
import type { Table } from '../model/table.js';
import { ByteText, MadeTexts, plainSigns, textOf, WordWriter } from './byte-text.js';
import { decodeText } from './decode.js';
import { batchPieces, type RowForm, type RowPart, type WritingOptions } from './row-core.js';

export type Delimiter = ',' | ';' | '\t' | '|';

/** A table as it stands in the file: every cell as text, with what was detected of the file. */
export interface TextTable extends Table {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly delimiter: Delimiter;
  readonly encoding: string;
  /** Where a cell was read, for a table made from a file of another system; else its line and header tell. */
  readonly placeOf?: (row: number, column: number) => Place;
}

/** What reading a file gives: its table where it has one, and the issues of its structure. */
export interface CsvReading {
  readonly table: TextTable | undefined;
  readonly issues: readonly Issue[];
}

/** Longest cell taken, in code units. */
export const LONGEST_CELL = 65_536;
/** Longest record and longest line taken, in code units: a line of empty cells is a short record, but as hard to hold. */
export const LONGEST_RECORD = 1_048_576;
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/**
 * Reads a delimited text table strictly: encoding and delimiter are detected, every row keeps its line, and whatever
 * does not fit (a ragged row, a quote that is not closed, a header twice) is a located issue, never a guess.
 */
export function readCsv(bytes: Uint8Array, file: string): CsvReading {
  const decoded = decodeText(bytes, file);
  if ('issue' in decoded) return { table: undefined, issues: [decoded.issue] };
  const { text, linesBefore, hinted, comments } = skipPreamble(decoded.text);
  const delimiter = hinted ?? detectDelimiter(text);
  const records = readRecords(text, { file, delimiter, linesBefore });
  if ('fault' in records) return { table: undefined, issues: [records.fault()] };
  const [header, ...body] = records.filter((record) => !isBlank(record));
  if (header === undefined) return { table: undefined, issues: [headerMissing(file)] };
  const columns = header.cells.map((cell) => cell.trim());
  const issues = [header, ...body].flatMap((record) => checkRecord(file, columns, record));
  const whole = body.filter((record) => record.cells.length === columns.length);
  const table: TextTable = {
    name: file,
    columns,
    rows: whole.map((record) => record.cells),
    lines: whole.map((record) => record.line),
    delimiter,
    encoding: decoded.encoding,
  };
  return { table, issues: [...issues, ...sayDialect(table, comments)] };
}

/** True for a record that is no row: every cell is empty. */
export function isBlank(record: CsvRecord): boolean {
  return record.cells.every((cell) => cell.trim() === '');
}

export function headerMissing(file: string): Issue {
  return raise('header-missing', { file }, { message: 'The file has no header row.' });
}

/** Lines above the header that are no part of the table: remarks that start with "# ", and the sep= line of Excel. */
const PREAMBLE = /^((?:# [^\n]*\n)*)(?:sep=(.)\r?\n)?/i;

export function skipPreamble(text: string): {
  readonly text: string;
  readonly linesBefore: number;
  readonly hinted: Delimiter | undefined;
  readonly comments: number;
} {
  const [skipped = '', remarks = '', hint] = PREAMBLE.exec(text) ?? [];
  return {
    text: text.slice(skipped.length),
    linesBefore: skipped.split('\n').length - 1,
    hinted: DELIMITERS.find((sign) => sign === hint),
    comments: remarks.split('\n').length - 1,
  };
}

/** One record of a delimited text: its cells and the line it starts on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where a text stands in its file. */
export interface CsvPlace {
  readonly file: string;
  readonly delimiter: Delimiter;
  readonly linesBefore: number;
  /** Line ends before the text that csv-parse counts as two: CR LF inside quotes. */
  readonly countedTwice?: number;
}

const PARSER: Options = {
  relax_column_count: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
  max_record_size: LONGEST_RECORD,
};

/** What is wrong with the structure of a text; `isOpen` says that more text could still mend it. */
export interface CsvFault {
  readonly fault: () => Issue;
  readonly isOpen: boolean;
}

/** The records of a text that starts where a record starts. Nothing beyond the first MiB of a line is looked at. */
export function readRecords(text: string, source: CsvPlace): CsvRecord[] | CsvFault {
  const long = longLineOf(text);
  if (long === undefined) return parseRecords(text, source);
  const seen = text.slice(0, long + LONGEST_RECORD);
  const records = parseRecords(seen, source);
  if ('fault' in records && !records.isOpen) return records;
  const line = source.linesBefore + 1 + countLineBreaks(text.slice(0, long));
  return { fault: () => recordTooLong(source.file, line), isOpen: false };
}

/** Where the first line starts that is longer than a record may be; undefined where there is none. */
function longLineOf(text: string): number | undefined {
  let start = 0;
  while (text.length - start > LONGEST_RECORD) {
    const window = text.slice(start, start + LONGEST_RECORD + 1);
    const feed = window.lastIndexOf('\n');
    const end = feed < 0 ? window.lastIndexOf('\r') : feed;
    if (end < 0) return start;
    start += end + 1;
  }
  return undefined;
}

function recordTooLong(file: string, line: number): Issue {
  return raise(
    'field-too-long',
    { file, line },
    { message: 'The row that starts here is longer than 1 MiB.' },
  );
}

function parseRecords(text: string, source: CsvPlace): CsvRecord[] | CsvFault {
  try {
    const parsed = parse(text, { ...PARSER, delimiter: source.delimiter });
    let next = 1 + source.linesBefore;
    return parsed.map((cells) => {
      const line = next;
      next += linesOf(cells);
      return { line, cells };
    });
  } catch (thrown) {
    const isOpen = (thrown as CsvError).code === 'CSV_QUOTE_NOT_CLOSED';
    return { fault: () => structureIssue(thrown as CsvError, text, source), isOpen };
  }
}

/** Lines a record takes up. */
const linesOf = (cells: readonly string[]) =>
  1 + cells.reduce((breaks, cell) => breaks + countLineBreaks(cell), 0);

/** Line of a text on which its first record starts that cannot be read; csv-parse only knows where it gave up. */
function faultyRecordLine(text: string, delimiter: Delimiter): number {
  let line = 1;
  const onRecord = (cells: readonly string[]) => {
    line += linesOf(cells);
    return null;
  };
  try {
    parse(text, { ...PARSER, delimiter, on_record: onRecord });
  } catch {
    // The fault is known; the records before it are what is counted.
  }
  return line;
}

/** Line breaks inside a quoted cell; CR LF is one (csv-parse counts it as two). */
export function countLineBreaks(cell: string): number {
  if (!cell.includes('\n') && !cell.includes('\r')) return 0;
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function structureIssue(thrown: CsvError, text: string, source: CsvPlace): Issue {
  const at = (line: number) => ({ file: source.file, line: line + source.linesBefore });
  const line = (typeof thrown['lines'] === 'number' ? thrown['lines'] : 1) + (source.countedTwice ?? 0);
  switch (thrown.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return raise('quote-unclosed', at(openQuoteLine(text, source.delimiter)), {
        message: 'The quotation mark opened here is never closed.',
      });
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return raise('quote-stray', at(line), { message: 'A quotation mark stands where none can be.' });
    case 'CSV_MAX_RECORD_SIZE':
      return recordTooLong(source.file, source.linesBefore + faultyRecordLine(text, source.delimiter));
    default:
      throw thrown;
  }
}

/** Line on which the last quoted cell opens that is not closed before the end; csv-parse only knows the last line. */
function openQuoteLine(text: string, delimiter: Delimiter): number {
  let line = 1;
  let openedOn = 1;
  let isQuoted = false;
  let isCellStart = true;
  for (const [sign] of text.matchAll(/\r\n|[^]/gu)) {
    const isLineBreak = sign === '\n' || sign === '\r' || sign === '\r\n';
    if (isLineBreak) line += 1;
    if (sign === '"' && (isQuoted || isCellStart)) {
      isQuoted = !isQuoted;
      if (isQuoted) openedOn = line;
    }
    isCellStart = !isQuoted && (sign === delimiter || isLineBreak);
  }
  return isQuoted ? openedOn : line;
}

/** The delimiter that splits the header row into most cells; a comma where none does. */
export function detectDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const sign of text.slice(0, LONGEST_CELL)) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === '\n' || sign === '\r') && counts.size > 0) break;
    else if (!isQuoted && sign !== '\n' && sign !== '\r') counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const most = Math.max(...DELIMITERS.map((sign) => counts.get(sign) ?? 0));
  return most === 0 ? ',' : (DELIMITERS.find((sign) => counts.get(sign) === most) ?? ',');
}

/** What is wrong with the shape of one record. */
export function checkRecord(file: string, columns: readonly string[], { line, cells }: CsvRecord): Issue[] {
  const issues: Issue[] = [];
  if (cells.length !== columns.length) {
    const message = `The row has ${cells.length} cells where the header has ${columns.length}.`;
    issues.push(raise('row-ragged', { file, line }, { message }));
  }
  const long = cells.findIndex((cell) => cell.length > LONGEST_CELL);
  if (long >= 0) {
    const message = 'The cell holds more than 64 KiB.';
    issues.push(raise('field-too-long', { file, line, column: columns[long] }, { message }));
  }
  return issues;
}

/** Says how a table was read where that is not the ordinary way. */
export function sayDialect(
  table: Pick<TextTable, 'name' | 'delimiter' | 'encoding'>,
  comments: number,
): Issue[] {
  const names = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };
  const said = [
    ...(table.delimiter === ',' ? [] : [`cells separated by ${names[table.delimiter]}`]),
    ...(table.encoding === 'UTF-8' ? [] : [`encoding ${table.encoding}`]),
    ...(comments === 0 ? [] : [`${comments} lines of remarks above the header left out`]),
  ];
  if (said.length === 0) return [];
  return [raise('dialect', { file: table.name }, { message: `Read with ${said.join(' and ')}.` })];
}

/** Text that a spreadsheet would run as a formula, whatever blank, hidden or quotation sign stands before it. */
export const ACTIVE_TEXT = /^[\s\p{Cc}\p{Cf}"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/**
 * The text with an apostrophe in front when a spreadsheet would run it as a formula. Numbers are written as numbers
 * and never come here, so a negative longitude stays one.
 */
export function defuse(text: string): string {
  return ACTIVE_TEXT.test(text) ? `'${text}` : text;
}

/** A piece of a file is handed over when it is this long, in bytes. */
const PIECE = 1 << 18;
const [COMMA, LINE_END] = [44, 10];
const PLAIN = plainSigns(',"');

/** Signs a cell may start with that can be no part of a formula or of what hides one. */
const PLAIN_START = plainSigns(' ,"=+-@');

/**
 * The table as CSV text: UTF-8, commas, LF, dot decimals, a header row; numbers with at most `decimals` decimals;
 * missing cells empty; text that a spreadsheet would run is defused.
 */
export function writeCsv(table: Table, decimals = 6): string {
  return textOf(csvPieces(table, decimals));
}

/** The bytes of the same text piece by piece, for files too large to be one string. */
export function* csvPieces(
  table: Table,
  decimals = 6,
  { usesCore }: WritingOptions = {},
): Generator<Uint8Array> {
  const out = new ByteText();
  out.text(`${table.columns.map(quoted).join(',')}\n`);
  const byColumn = columnRowsOf(table);
  if (byColumn === undefined) yield* rowPieces(table.rows, decimals, out);
  else yield* batchPieces(rowForm(byColumn, decimals, out), out, usesCore);
  yield out.take();
}

function* rowPieces(rows: Table['rows'], decimals: number, out: ByteText): Generator<Uint8Array> {
  const made = new MadeTexts(written);
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) {
      if (at > 0) out.sign(COMMA);
      const cell = row[at];
      if (cell === undefined) continue;
      if (typeof cell === 'number') out.number(cell, decimals);
      else if (PLAIN_START[cell.charCodeAt(0)] !== 1 || !out.plain(cell, PLAIN)) out.ready(made.of(cell));
    }
    out.sign(LINE_END);
    if (out.length >= PIECE) yield out.take();
  }
}

/** What stands before a cell. */
const separator = (place: number) => (place === 0 ? '' : ',');

/** The same from columns: words by code, each made ready once. */
function rowForm(rows: ColumnRows, decimals: number, out: ByteText): RowForm {
  const writers = rows.columns.map((column, place) =>
    column.kind === 'words'
      ? new WordWriter(column.words, {
          before: separator(place),
          plain: PLAIN,
          plainStart: PLAIN_START,
          make: written,
        })
      : undefined,
  );
  const parts = writers.map((writer, column): RowPart => {
    const empty = separator(column);
    return writer === undefined
      ? { kind: 'number', column, before: empty, empty, decimals }
      : { kind: 'word', column, writer, empty };
  });
  const write: RowForm['write'] = (filled, at) => {
    for (let place = 0; place < filled.length; place += 1) {
      const column = filled[place];
      const code = column !== undefined && 'codes' in column ? (column.codes[at] ?? -1) : -1;
      if (code >= 0) {
        writers[place]?.write(out, code);
        continue;
      }
      if (place > 0) out.sign(COMMA);
      const number =
        column !== undefined && 'numbers' in column ? (column.numbers[at] ?? Number.NaN) : Number.NaN;
      if (!Number.isNaN(number)) out.number(number, decimals);
    }
    out.sign(LINE_END);
    return true;
  };
  const signs = { plain: PLAIN, plainStart: PLAIN_START };
  return { rows, parts: [...parts, { kind: 'literal', text: '\n' }], signs, write };
}

/** A text as it stands in a cell. */
const written = (text: string) => quoted(defuse(text));

/** A cell in quotation marks where it holds a comma, a quotation mark or a line end; those doubled. */
function quoted(text: string): string {
  return /[,"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
