import { Dictionary } from '../columns/dictionary.js';
import { emptyOf, keeperOf, widened, type Numbers } from '../columns/numbers.js';
import { roomLike, type CodedColumn, type Codes, type NumberColumn } from '../columns/typed-table.js';
import type { CellTaker } from '../formats/csv-stream.js';
import type { NumberLimits, PlainCore, PlainRun } from '../formats/plain-core.js';
import type { PlainRows } from '../formats/plain-rows.js';
import type { DecimalSign } from '../formats/number.js';
import type { InputColumn } from '../model/columns.js';
import { CELL_READERS, type CellReading } from './cells.js';

/** Takes the cells of one column into a typed column, from bytes where they are plain and as text where not. */
export interface ColumnTaker extends CellTaker {
  /** Takes a cell as text; false where something is wrong with it. */
  takeText(cell: string, row: number): boolean;
  reserve(rows: number): void;
  /** The column of the first `rows` rows. */
  finish(rows: number): NumberColumn | CodedColumn;
}

type Reader = (text: string) => CellReading<unknown>;

/** The taker of a declared column: its cells read by the kind of the column, each distinct text once. */
export function takerOf(column: InputColumn, decimal: DecimalSign): ColumnTaker {
  const read: Reader = (text) => CELL_READERS[column.kind](text, column, decimal);
  const isRequired = column.required === true;
  switch (column.kind) {
    case 'count':
    case 'amount':
      return new NumberTaker(read, {
        isRequired,
        isWhole: column.kind === 'count',
        isShort: true,
        most: Infinity,
        least: 0,
      });
    case 'number':
      return new NumberTaker(read, {
        isRequired,
        isWhole: false,
        isShort: false,
        most: Infinity,
        least: -Infinity,
      });
    case 'latitude':
      return new NumberTaker(read, { isRequired, isWhole: false, isShort: false, most: 90, least: -90 });
    case 'longitude':
      return new NumberTaker(read, { isRequired, isWhole: false, isShort: false, most: 180, least: -180 });
    case 'id':
    case 'text':
      return new CodeTaker(read, isRequired, false);
    default:
      return new CodeTaker(read, isRequired, true);
  }
}

/** The taker of a column the table does not declare: its cells ride along as text. */
export function extraTaker(): ColumnTaker {
  return new CodeTaker((text) => ({ value: text }), false, false);
}

const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** Where a cell of a plain row starts, and where it ends. */
const startOf = ({ places, stride }: PlainRows, column: number, at: number) =>
  (places[at * stride + column] ?? 0) + 1;
const endOf = ({ places, stride }: PlainRows, column: number, at: number) =>
  places[at * stride + column + 1] ?? 0;

/** Takes the cells of a run one by one from a row on; returns how many rows are taken before one that cannot be. */
export function takeEach(
  taker: Pick<CellTaker, 'take'>,
  { rows, row, count }: PlainRun,
  column: number,
  from: number,
): number {
  const { bytes, places, stride } = rows;
  for (let at = from, place = from * stride + column; at < count; at += 1, place += stride) {
    if (!taker.take(bytes, (places[place] ?? 0) + 1, places[place + 1] ?? 0, row + at)) return at;
  }
  return count;
}

/** Code of a text that is not a value: empty, or faulty. */
const FULL = 0;
const EMPTY = -1;
const ODD = -2;

/** Texts out of the ordinary, one after the other, after which the rest of a run is taken cell by cell. */
const MOST_ODD = 8;

/** Takes texts and whatever is read from few different texts: each distinct text is read once. */
class CodeTaker implements ColumnTaker {
  #codes: Codes = new Int8Array(0);
  /** The largest code there is room for in so few bytes. */
  #most = 0x7f;
  readonly #texts = new Dictionary();
  /** Where the core remembers texts of this column; FULL once there are too many of them. */
  #memo: number | undefined;
  readonly #values: unknown[] | undefined;
  readonly #read: Reader;
  readonly #isRequired: boolean;
  /** Texts looked at so far. */
  #known = 0;
  /** By text, the code that stands for its value; undefined as long as every text is its own value. */
  #standIns: Int32Array | undefined;

  constructor(read: Reader, isRequired: boolean, hasValues: boolean) {
    this.#read = read;
    this.#isRequired = isRequired;
    this.#values = hasValues ? [] : undefined;
  }

  take(bytes: Uint8Array, from: number, to: number, row: number): boolean {
    const code = from === to ? EMPTY : this.#standInFor(this.#texts.codeOf(bytes, from, to));
    if (code === ODD || (code === EMPTY && this.#isRequired)) return false;
    if (code > this.#most) this.#widen(code, row);
    this.#codes[row] = code;
    return true;
  }

  takeRun(run: PlainRun, column: number): number {
    const { core, count } = run;
    if (core === undefined) return takeEach(this, run, column, 0);
    const after = this.#takeRising(run, column, core);
    if (after.isRefused) return after.at;
    let { at } = after;
    while (at < count && this.#memo !== FULL) {
      const memo = (this.#memo ??= core.memo());
      at += core.takeCodes(run, { column, from: at }, { memo, isRequired: this.#isRequired }, this.#codes);
      if (at < count && !this.#meet(run, column, { at, memo, core })) return at;
      at += 1;
    }
    return at < count ? takeEach(this, run, column, at) : count;
  }

  /** Takes cells as long as their texts rise; says how many, and whether the next has to be read as text. */
  #takeRising(
    run: PlainRun,
    column: number,
    core: PlainCore,
  ): { readonly at: number; readonly isRefused: boolean } {
    const { rows, row, count } = run;
    let at = 0;
    let odd = 0;
    while (at < count && this.#texts.isRising && this.#values === undefined && this.#standIns === undefined) {
      if (odd === MOST_ODD) {
        at = takeEach(this, run, column, at);
        return { at, isRefused: at < count };
      }
      const { codes, bytes, ends } = core.takeRising(
        run,
        { column, from: at },
        this.#texts,
        this.#isRequired,
      );
      const share = (row + at + codes.length) / this.#codes.length;
      this.#texts.addRising(bytes, ends, Math.ceil((this.#texts.size + ends.length) / share));
      this.#known = this.#texts.size;
      if (this.#known - 1 > this.#most) this.#widen(this.#known - 1, row + at);
      this.#codes.set(codes, row + at);
      at += codes.length;
      if (at === count) break;
      const isTaken = this.take(rows.bytes, startOf(rows, column, at), endOf(rows, column, at), row + at);
      if (!isTaken) return { at, isRefused: true };
      at += 1;
      odd = codes.length === 0 ? odd + 1 : 0;
    }
    return { at, isRefused: false };
  }

  /** Takes a cell whose text was not met so far, and has its code remembered; false where it has to be read as text. */
  #meet(
    { rows, row }: PlainRun,
    column: number,
    { at, memo, core }: { readonly at: number; readonly memo: number; readonly core: PlainCore },
  ): boolean {
    const from = startOf(rows, column, at);
    const to = endOf(rows, column, at);
    if (!this.take(rows.bytes, from, to, row + at)) return false;
    const isRemembered = from === to || core.remember(memo, from, to, this.#codes[row + at] ?? EMPTY);
    if (!isRemembered) this.#memo = FULL;
    return true;
  }

  takeText(cell: string, row: number): boolean {
    const text = cell.trim();
    const code = text === '' ? EMPTY : this.#standInFor(this.#texts.codeOfText(text));
    if (code === ODD || (code === EMPTY && this.#isRequired)) return false;
    if (code > this.#most) this.#widen(code, row);
    this.#codes[row] = code;
    return true;
  }

  reserve(rows: number): void {
    const larger = roomLike(this.#codes, rows);
    larger.set(this.#codes);
    this.#codes = larger;
  }

  /** Makes the codes of the first `rows` rows, and the room for more, as wide as a code needs. */
  #widen(code: number, rows: number): void {
    const { length } = this.#codes;
    const wider = code > 0x7fff ? new Int32Array(length) : new Int16Array(length);
    wider.set(this.#codes.subarray(0, rows));
    this.#codes = wider;
    this.#most = code > 0x7fff ? Infinity : 0x7fff;
  }

  finish(rows: number): CodedColumn {
    const codes = this.#codes.subarray(0, rows);
    return { kind: 'codes', codes, texts: this.#texts, values: this.#values };
  }

  #standInFor(code: number): number {
    while (this.#known < this.#texts.size) this.#learn(this.#known);
    return this.#standIns === undefined ? code : (this.#standIns[code] ?? ODD);
  }

  /** Reads a text met for the first time. */
  #learn(code: number): void {
    this.#known = code + 1;
    let standIn = code;
    if (this.#values !== undefined || this.#texts.isUnusual(code)) {
      const written = this.#texts.text(code);
      const text = written.trim();
      const reading = text === '' ? undefined : this.#read(text);
      if (reading === undefined) standIn = EMPTY;
      else if (!('value' in reading)) standIn = ODD;
      else if (this.#values !== undefined) this.#values[code] = reading.value;
      else if (reading.value !== written) standIn = this.#texts.codeOfText(reading.value as string);
    }
    if (standIn !== code || this.#standIns !== undefined) this.#noteStandIn(code, standIn);
  }

  #noteStandIn(code: number, standIn: number): void {
    const held = this.#standIns ?? new Int32Array(0);
    if (code < held.length) {
      held[code] = standIn;
      return;
    }
    const larger = Int32Array.from({ length: Math.max(64, 2 * code + 2) }, (_, at) => held[at] ?? at);
    larger[code] = standIn;
    this.#standIns = larger;
  }
}

/** Digits that are surely kept; a longer number is left to the reader of the cell. */
const SAFE_DIGITS = 15;
const POWERS_OF_TEN = Float64Array.from({ length: SAFE_DIGITS + 1 }, (_, power) => 10 ** power);

/** Takes numbers written with digits, a sign and a point; everything else is left to the reader of the cell. */
class NumberTaker implements ColumnTaker {
  #numbers: Numbers;
  #empty: number;
  /** True for a number that the room so far keeps exactly. */
  #keeps: (number: number) => boolean;
  readonly #read: Reader;
  readonly #limits: NumberLimits;

  /** `isShort` numbers are of people and most often small and whole; degrees have many digits. */
  constructor(read: Reader, { isShort, ...limits }: NumberLimits & { readonly isShort: boolean }) {
    this.#read = read;
    this.#limits = limits;
    this.#numbers = isShort ? new Uint8Array(0) : new Float64Array(0);
    this.#empty = emptyOf(this.#numbers);
    this.#keeps = keeperOf(this.#numbers);
  }

  take(bytes: Uint8Array, from: number, to: number, row: number): boolean {
    const { isRequired, isWhole, least, most } = this.#limits;
    if (from === to) {
      this.#numbers[row] = this.#empty;
      return !isRequired;
    }
    const isNegative = bytes[from] === MINUS;
    const first = isNegative ? from + 1 : from;
    let number = 0;
    let at = first;
    let point = -1;
    for (; at < to; at += 1) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit >= 0 && digit < 10) number = number * 10 + digit;
      else if (digit === POINT - ZERO && point < 0 && at > first && !isWhole) point = at;
      else return false;
    }
    let digits = to - first;
    if (point >= 0) {
      const decimals = to - point - 1;
      digits = decimals === 0 ? 0 : digits - 1;
      // Both are kept exactly, so the quotient is the double nearest to what is written.
      number /= POWERS_OF_TEN[decimals] ?? Number.NaN;
    }
    if (digits === 0 || digits > SAFE_DIGITS) return false;
    if (isNegative) number = -number;
    if (!(number >= least && number <= most) || (isNegative && number === 0)) return false;
    this.#put(number, row);
    return true;
  }

  takeRun(run: PlainRun, column: number): number {
    const { rows, row, count, core } = run;
    if (core === undefined) return takeEach(this, run, column, 0);
    let at = 0;
    for (;;) {
      at += core.takeNumbers(run, { column, from: at }, this.#limits, this.#numbers);
      if (at >= count) return count;
      if (!this.take(rows.bytes, startOf(rows, column, at), endOf(rows, column, at), row + at)) return at;
      at += 1;
    }
  }

  takeText(cell: string, row: number): boolean {
    const text = cell.trim();
    if (text === '') {
      this.#numbers[row] = this.#empty;
      return !this.#limits.isRequired;
    }
    const reading = this.#read(text);
    if (!('value' in reading)) return false;
    const number = reading.value as number;
    this.#put(number, row);
    return true;
  }

  reserve(rows: number): void {
    const larger = roomLike(this.#numbers, rows);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }

  #put(number: number, row: number): void {
    if (!this.#keeps(number)) {
      this.#numbers = widened(this.#numbers, number, row);
      this.#empty = emptyOf(this.#numbers);
      this.#keeps = keeperOf(this.#numbers);
    }
    this.#numbers[row] = number;
  }

  finish(rows: number): NumberColumn {
    return { kind: 'numbers', numbers: this.#numbers.subarray(0, rows) };
  }
}
