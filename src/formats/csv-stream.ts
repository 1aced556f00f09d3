import type { Issue } from '../model/issue.js';
import { isUtf8, roomFor } from '../io/bytes.js';
import {
  checkRecord,
  countLineBreaks,
  detectDelimiter,
  headerMissing,
  isBlank,
  LONGEST_CELL,
  LONGEST_RECORD,
  readCsv,
  readRecords,
  sayDialect,
  skipPreamble,
  type CsvPlace,
  type CsvRecord,
  type TextTable,
} from './csv.js';
import {
  firstInvalidByte,
  invalidUtf8,
  isMarked,
  isMarkedUtf16,
  lineAt,
  nulByte,
  wholeSigns,
} from './decode.js';
import { PlainCore, type PlainRun } from './plain-core.js';
import {
  isDoubtfulStart,
  isInside,
  LONGEST_RUN,
  PlainFinder,
  type RowFinder,
  type RowShape,
} from './plain-rows.js';

const FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const COMMA = 44;

/** Takes the cells of one column straight from the bytes. */
export interface CellTaker {
  /**
   * Takes the plain cell between two places for that row; false where it has to be read as text: it is empty though
   * required, or out of the ordinary.
   */
  take(bytes: Uint8Array, from: number, to: number, row: number): boolean;
  /** Takes the cells of a run of plain rows; returns how many it took before the first that has to be read as text. */
  takeRun(run: PlainRun, column: number): number;
}

/** Whoever gets the rows of a stream. */
export interface RowTaker {
  /**
   * Hears the header first, with the whole table where that was read at once; answers with one taker a column,
   * undefined where nobody wants its cells.
   */
  begin(columns: readonly string[], whole?: TextTable): readonly (CellTaker | undefined)[];
  /** Makes room for that many rows at least, and says how many the table may have in all (0 = not known). */
  reserve(rows: number, likely: number): void;
  /** Takes a cell as text; false where something is wrong with it, which `addRow` then says. */
  takeText(column: number, text: string, row: number): boolean;
  /** Takes a row read by the reference reader; false where something is wrong with it, so that it is no row. */
  addRow(cells: readonly string[], line: number, row: number): boolean;
  /** True when a row without anything in it cannot pass as plain, because a required cell is empty in it. */
  readonly refusesBlanks: boolean;
}

/** What a stream was found to be once it has ended. */
export interface CsvEnding {
  /** False when the file is no table; the issues say why. */
  readonly isTable: boolean;
  readonly issues: readonly Issue[];
  readonly rows: number;
  readonly lines: LineList;
}

/** Lines of rows, kept as the places where the next row is not on the next line. */
export class LineList {
  readonly #rows: number[] = [];
  /** Line of such a row less its number. */
  readonly #offsets: number[] = [];
  #offset = Number.NaN;

  /** Notes the line of the next row. */
  note(row: number, line: number): void {
    if (line - row === this.#offset) return;
    this.#offset = line - row;
    this.#rows.push(row);
    this.#offsets.push(this.#offset);
  }

  /** The line of a row. */
  at(row: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#rows[middle] ?? 0) <= row) low = middle;
      else high = middle;
    }
    return row + (this.#offsets[low] ?? 0);
  }
}

/** What may be known of a stream, and how it is read. */
export interface StreamOptions {
  /** Length of the file in bytes, so that room is made once. */
  readonly size?: number | undefined;
  /** Whether the compiled core is used, which gives the same sooner; where it is not said, for all but small files. */
  readonly usesCore?: boolean | undefined;
}

/** A file of fewer bytes is read before the core is ready. */
const SMALL = 1 << 16;

/** Bytes needed before the delimiter and the header are looked for: as far as the reference reader looks. */
const HEAD = 4 * LONGEST_CELL;

/** Bytes that hold a line too long in every encoding of its letters. */
const MOST_LOOKED_INTO = 4 * LONGEST_RECORD;

/** Rows by which the length of the others can be told. */
const ENOUGH = 500;

/** Lines of remarks above a header beyond which a file is left to the reference reader. */
const MOST_REMARKS = 1000;

/**
 * Where the work stands: before the header is looked for, taking rows, only looking for bytes no text has (refused),
 * nothing more to find (damaged), or collecting for the reference reader (whole).
 */
type Stage = 'head' | 'rows' | 'refused' | 'damaged' | 'whole';

/**
 * Reads a comma-separated table piece by piece, straight from bytes. Rows that are plain (and quoted cells that are
 * closed as they should be) go cell by cell to the takers; a record with anything else in it goes through the
 * reference reader, so that its rows and issues are those of `readCsv`. A file that is not plain UTF-8 with commas is
 * collected and left to `readCsv` as a whole.
 */
export class CsvStream {
  readonly #file: string;
  readonly #rows: RowTaker;
  readonly #size: number;
  readonly #usesCore: boolean;
  #stage: Stage = 'head';
  #bytes = roomFor(1 << 16);
  #used = 0;
  /** Bytes handed over before those held. */
  #passed = 0;
  readonly #issues: Issue[] = [];
  #columns: readonly string[] | undefined;
  /** By column; undefined where nobody wants its cells. */
  #takers: readonly (CellTaker | undefined)[] = [];
  #finder: RowFinder | undefined;
  /** The finder where it is the compiled core. */
  #core: PlainCore | undefined;
  /** Rows the next run may have: few after a cell that had to be read as text, then more and more again. */
  #runLength = LONGEST_RUN;
  #row = 0;
  #line = 1;
  /** Lines so far that did not end with a line feed: single carriage returns. */
  #otherLines = 0;
  #countedTwice = 0;
  #encoding = 'UTF-8';
  #comments = 0;
  /** Line breaks inside the quoted cells of the row at hand. */
  #breaks = 0;
  #end = 0;
  readonly #lines = new LineList();
  #start: Uint8Array = new Uint8Array(0);
  /** Line feeds before the bytes held, once the table is refused. */
  #feeds = 0;
  #isTextValid = true;
  /** Bytes of an unfinished line at which it is looked into whether it can become a row at all. */
  #lookInto = LONGEST_RECORD;
  /** Where the line at hand starts in a file that is collected. */
  #lineStart = 0;
  #isEndless = false;

  constructor(file: string, rows: RowTaker, { size = 0, usesCore }: StreamOptions = {}) {
    this.#file = file;
    this.#rows = rows;
    this.#size = size;
    this.#usesCore = usesCore ?? (size === 0 || size >= SMALL);
  }

  /** True when nothing that is still to come can change what is said of the file. */
  get isSettled(): boolean {
    return this.#isEndless || this.#isAt('damaged');
  }

  push(chunk: Uint8Array): void {
    if (this.isSettled) return;
    this.#hold(chunk);
    if (!this.#isAt('whole') && (!this.#isAt('head') || this.#used >= HEAD)) this.#work(false);
    if (this.#isAt('whole')) this.#measureLine();
  }

  /** A line too long for any table ends the collecting: the reference reader looks no further either. */
  #measureLine(): void {
    const since = this.#bytes.subarray(this.#lineStart, this.#used);
    this.#lineStart += Math.max(since.lastIndexOf(FEED), since.lastIndexOf(RETURN)) + 1;
    if (this.#used - this.#lineStart <= MOST_LOOKED_INTO || isMarkedUtf16(this.#bytes)) return;
    this.#isEndless = true;
    this.#used = wholeSigns(this.#bytes, this.#used - 1);
  }

  end(): CsvEnding {
    if (!this.#isAt('whole')) this.#work(true);
    if (this.#isAt('whole')) return this.#readWhole();
    const isTable = this.#isAt('rows') && this.#columns !== undefined;
    if (this.#isAt('rows') && !isTable) this.#issues.push(headerMissing(this.#file));
    if (isTable) {
      const table = { name: this.#file, delimiter: ',', encoding: this.#encoding } as const;
      this.#issues.push(...sayDialect(table, this.#comments));
    }
    return { isTable, issues: this.#issues, rows: isTable ? this.#row : 0, lines: this.#lines };
  }

  #hold(chunk: Uint8Array): void {
    const needed = this.#used + chunk.length + 1;
    if (needed > this.#bytes.length) {
      const larger = roomFor(this.#isAt('whole') || this.#used > LONGEST_RECORD ? 2 * needed : needed);
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#used);
    this.#used += chunk.length;
  }

  /** Drops the bytes before that place. */
  #release(to: number): void {
    this.#bytes.copy(this.#bytes, 0, to, this.#used);
    this.#used -= to;
    this.#passed += to;
  }

  #work(isLast: boolean): void {
    if (this.#isAt('head')) this.#readHead();
    if (this.#isAt('whole')) return;
    const whole = isLast ? this.#used : this.#bytes.lastIndexOf(FEED, this.#used - 1) + 1;
    this.#checkText(whole);
    if (!this.#isAt('rows')) {
      this.#feeds += lineAt(this.#bytes, whole) - 1;
      this.#release(whole);
      if (!isLast) this.#passOver();
      return;
    }
    const isCut = isLast && this.#used > 0 && this.#bytes[this.#used - 1] !== FEED;
    if (isCut) this.#bytes[this.#used] = FEED;
    this.#end = isCut ? whole + 1 : whole;
    const reached = this.#takeRows(whole, isLast);
    this.#release(Math.min(reached, this.#used));
    this.#end = 0;
    if (!isLast && this.#isAt('rows')) this.#lookIntoLine();
  }

  /** Looks through a long line of a refused file without keeping it. */
  #passOver(): void {
    if (this.#used < LONGEST_RECORD) return;
    const whole = wholeSigns(this.#bytes, this.#used - 1);
    this.#checkText(whole);
    this.#release(whole);
  }

  /** Refuses what is held of a record as soon as the reference reader would, whatever is still to come of it. */
  #lookIntoLine(): void {
    if (this.#used <= LONGEST_RECORD) this.#lookInto = LONGEST_RECORD;
    if (this.#used <= this.#lookInto) return;
    this.#lookInto = 2 * this.#used;
    const whole = wholeSigns(this.#bytes, this.#used - 1);
    this.#checkText(whole);
    if (!this.#isAt('rows')) return;
    const records = readRecords(
      this.#bytes.toString('utf8', 0, Math.min(whole, MOST_LOOKED_INTO)),
      this.#place(),
    );
    if ('fault' in records && !records.isOpen) this.#refuseRecord(records.fault());
  }

  /** A record too long is the last thing looked at; after any other fault bytes that no text has are still looked for. */
  #refuseRecord(issue: Issue): void {
    this.#refuse(issue, issue.code === 'field-too-long' ? 'damaged' : 'refused');
  }

  #place(): CsvPlace {
    return {
      file: this.#file,
      delimiter: ',',
      linesBefore: this.#line - 1,
      countedTwice: this.#countedTwice,
    };
  }

  /** Encoding, remarks above the header and delimiter; whatever is not plain is left to the reference reader. */
  #readHead(): void {
    const hasMark = this.#bytes[0] === 0xef && this.#bytes[1] === 0xbb && this.#bytes[2] === 0xbf;
    const start = this.#bytes.subarray(hasMark ? 3 : 0, this.#used);
    const head = skipPreamble(start.toString('utf8', 0, HEAD));
    const isPlain =
      !isMarked(start) &&
      head.text.length > 0 &&
      head.linesBefore < MOST_REMARKS &&
      (head.hinted ?? detectDelimiter(head.text)) === ',';
    if (!isPlain) {
      this.#stage = 'whole';
      return;
    }
    this.#stage = 'rows';
    this.#start = Uint8Array.from(start.subarray(0, 4));
    if (hasMark) this.#encoding = 'UTF-8 with mark';
    this.#comments = head.comments;
    let body = hasMark ? 3 : 0;
    for (let line = 0; line < head.linesBefore; line += 1) body = this.#bytes.indexOf(FEED, body) + 1;
    this.#checkText(body);
    this.#line = 1 + head.linesBefore;
    this.#release(body);
  }

  /** Looks for bytes that no text has; the first such fault is all there is to say of the file. */
  #checkText(to: number): void {
    if (this.#stage === 'damaged') return;
    const part = this.#bytes.subarray(0, to);
    const nul = part.indexOf(0);
    if (nul >= 0) {
      this.#refuse(nulByte(this.#file, this.#feedsBefore() + lineAt(part, nul), this.#start), 'damaged');
    } else if (this.#isTextValid && !isUtf8(part)) {
      this.#isTextValid = false;
      const line = this.#feedsBefore() + lineAt(part, firstInvalidByte(part));
      this.#refuse(invalidUtf8(this.#file, line), 'refused');
    }
  }

  #feedsBefore(): number {
    return this.#stage === 'rows' ? this.#line - 1 - this.#otherLines : this.#feeds;
  }

  /** The file is no table; the rest is only looked through for a graver fault. */
  #refuse(issue: Issue, stage: 'refused' | 'damaged'): void {
    this.#feeds = this.#feedsBefore();
    this.#issues.splice(0, this.#issues.length, issue);
    this.#stage = stage;
  }

  /** Takes the records that end before `whole`; returns where the next one starts. */
  #takeRows(whole: number, isLast: boolean): number {
    let at = this.#columns === undefined ? this.#takePlainHeader(whole) : 0;
    while (at < whole) {
      if (this.#finder !== undefined) {
        at = this.#takeRun(at, whole, this.#finder);
        if (at >= whole) break;
        this.#makeRoom(1, at);
      }
      const next = this.#columns === undefined ? -1 : this.#takePlain(at);
      if (next >= 0 && next - at < LONGEST_CELL) {
        this.#lines.note(this.#row, this.#line);
        this.#row += 1;
        this.#line += 1 + this.#breaks;
        at = next;
        continue;
      }
      const after = this.#takeOdd(at, whole, isLast);
      if (after < 0) break;
      at = after;
    }
    if (this.#isAt('rows')) return at;
    this.#feeds += lineAt(this.#bytes.subarray(at, whole), whole - at) - 1;
    return whole;
  }

  /** Takes a first line without anything out of the ordinary as the header. Returns where the next one starts. */
  #takePlainHeader(whole: number): number {
    const bytes = this.#bytes;
    const stop = bytes.indexOf(FEED);
    if (stop < 0 || stop >= Math.min(whole, LONGEST_CELL) || isDoubtfulStart(bytes[0] ?? 0)) return 0;
    const line = bytes.toString('utf8', 0, bytes[stop - 1] === RETURN ? stop - 1 : stop);
    if (/["\r]/.test(line)) return 0;
    this.#otherLines -= 1;
    this.#takeRecords([{ line: this.#line, cells: line.split(',') }]);
    return stop + 1;
  }

  /** Takes plain rows column by column, run after run; returns where the first row starts that is not plain. */
  #takeRun(start: number, whole: number, finder: RowFinder): number {
    let at = start;
    for (;;) {
      const wanted = this.#runLength;
      const rows = finder.find(this.#bytes, at, Math.max(whole, this.#end), wanted);
      const bytes = (rows.places[rows.count * rows.stride] ?? 0) - (rows.places[0] ?? 0);
      this.#makeRoom(rows.count, at + bytes);
      let taken = rows.count;
      for (let column = 0; column < this.#takers.length && taken > 0; column += 1) {
        const run = { rows, row: this.#row, count: taken, core: this.#core };
        taken = this.#takers[column]?.takeRun(run, column) ?? taken;
      }
      if (taken > 0) {
        this.#lines.note(this.#row, this.#line);
        this.#row += taken;
        this.#line += taken;
        at += (rows.places[taken * rows.stride] ?? 0) - (rows.places[0] ?? 0);
      }
      this.#runLength = taken < rows.count ? 1 : Math.min(LONGEST_RUN, 2 * wanted);
      if (taken < wanted) return at;
    }
  }

  #isAt(...stages: readonly Stage[]): boolean {
    return stages.includes(this.#stage);
  }

  /** Makes room for that many rows more, the last of which ends there, and for as many as the file is likely to have. */
  #makeRoom(more: number, to: number): void {
    const rows = this.#row + more;
    const likely = rows > ENOUGH ? Math.ceil((1.05 * rows * this.#size) / (this.#passed + to)) : 0;
    this.#rows.reserve(rows, likely);
  }

  /** Takes one record cell by cell. Returns where the next one starts, or −1 where this one is not plain. */
  #takePlain(start: number): number {
    const bytes = this.#bytes;
    const last = this.#takers.length - 1;
    if (!this.#rows.refusesBlanks && isDoubtfulStart(bytes[start] ?? 0)) return -1;
    this.#breaks = 0;
    let at = start;
    for (let column = 0; ; column += 1) {
      const stop = this.#takeCell(column, at);
      if (stop < 0) return -1;
      const sign = bytes[stop];
      if (sign === COMMA) {
        if (column === last) return -1;
        at = stop + 1;
      } else if (column === last) return sign === RETURN ? stop + 2 : stop + 1;
      else return -1;
    }
  }

  /** Takes one cell, from bytes or else as text. Returns the place of the sign after it, or −1. */
  #takeCell(column: number, at: number): number {
    if (this.#bytes[at] === QUOTE) return this.#takeQuoted(column, at);
    const stop = endOfCell(this.#bytes, at);
    const taker = this.#takers[column];
    if (stop < 0 || taker === undefined || taker.take(this.#bytes, at, stop, this.#row)) return stop;
    return this.#rows.takeText(column, this.#bytes.toString('utf8', at, stop), this.#row) ? stop : -1;
  }

  /** Takes one quoted cell. Returns the place of the sign after it, or −1 where the record is not plain. */
  #takeQuoted(column: number, at: number): number {
    const bytes = this.#bytes;
    const isWanted = this.#takers[column] !== undefined;
    let isDoubled = false;
    let breaks = 0;
    let stop = at + 1;
    for (; ; stop += 1) {
      if (stop >= this.#end) return -1;
      const byte = bytes[stop];
      if (byte === QUOTE) {
        if (bytes[stop + 1] !== QUOTE) break;
        isDoubled = true;
        stop += 1;
      } else if (byte === FEED) breaks += 1;
      else if (byte === RETURN) return -1;
    }
    const after = stop + 1;
    const sign = bytes[after];
    if (sign !== COMMA && sign !== FEED && !(sign === RETURN && bytes[after + 1] === FEED)) return -1;
    if (isWanted) {
      const quoted = bytes.toString('utf8', at + 1, stop);
      const text = isDoubled ? quoted.replaceAll('""', '"') : quoted;
      if (!this.#rows.takeText(column, text, this.#row)) return -1;
    }
    this.#breaks += breaks;
    return after;
  }

  /**
   * Reads the record that starts there by the reference reader, with as many lines as it turns out to need. Returns
   * where the next one starts; −1 where the rest of the record has yet to come, or where the table is refused.
   */
  #takeOdd(start: number, whole: number, isLast: boolean): number {
    let stop = start;
    for (let lines = 1; ; lines *= 2) {
      for (let line = 0; line < lines && stop < whole; line += 1) {
        const feed = this.#bytes.indexOf(FEED, stop);
        stop = feed < 0 || feed >= whole ? whole : feed + 1;
      }
      const records = readRecords(this.#bytes.toString('utf8', start, stop), this.#place());
      if (!('fault' in records)) {
        this.#otherLines -= lineAt(this.#bytes.subarray(start, stop), stop - start) - 1;
        this.#takeRecords(records);
        return stop;
      }
      if (records.isOpen && stop < whole) continue;
      if (records.isOpen && !isLast) return -1;
      this.#refuseRecord(records.fault());
      return -1;
    }
  }

  #takeRecords(records: readonly CsvRecord[]): void {
    for (const record of records) {
      const breaks = record.cells.reduce((sum, cell) => sum + countLineBreaks(cell), 0);
      this.#countedTwice += record.cells.reduce((sum, cell) => sum + (cell.match(/\r\n/g)?.length ?? 0), 0);
      this.#line += 1 + breaks;
      this.#otherLines += 1 + breaks;
      if (isBlank(record)) continue;
      const isHeader = this.#columns === undefined;
      const columns = this.#columns ?? this.#begin(record);
      this.#issues.push(...checkRecord(this.#file, columns, record));
      if (isHeader || record.cells.length !== columns.length) continue;
      this.#addRow(record);
    }
  }

  #begin(header: CsvRecord): readonly string[] {
    const columns = header.cells.map((cell) => cell.trim());
    this.#columns = columns;
    this.#takers = this.#rows.begin(columns);
    const shape: RowShape = {
      isWanted: this.#takers.map((taker) => taker !== undefined),
      refusesBlanks: this.#rows.refusesBlanks,
      longest: LONGEST_CELL,
    };
    this.#core = this.#usesCore ? PlainCore.of(shape) : undefined;
    this.#finder = this.#core ?? new PlainFinder(shape);
    return columns;
  }

  #addRow({ cells, line }: CsvRecord): void {
    this.#rows.reserve(this.#row + 1, 0);
    if (!this.#rows.addRow(cells, line, this.#row)) return;
    this.#lines.note(this.#row, line);
    this.#row += 1;
  }

  #readWhole(): CsvEnding {
    const { table, issues } = readCsv(this.#bytes.subarray(0, this.#used), this.#file);
    if (table !== undefined) {
      this.#rows.begin(table.columns, table);
      this.#rows.reserve(table.rows.length, table.rows.length);
      for (const [at, cells] of table.rows.entries()) this.#addRow({ cells, line: table.lines[at] ?? 0 });
    }
    return { isTable: table !== undefined, issues, rows: this.#row, lines: this.#lines };
  }
}

/** The place of the comma or line end after a plain cell; −1 where a quotation mark or a lone carriage return is in it. */
function endOfCell(bytes: Uint8Array, at: number): number {
  let stop = at;
  while (isInside(bytes[stop] ?? 0)) stop += 1;
  const sign = bytes[stop];
  return sign === QUOTE || (sign === RETURN && bytes[stop + 1] !== FEED) ? -1 : stop;
}
