import type { Numbers } from '../columns/numbers.js';
import type { Codes } from '../columns/typed-table.js';
import { compileCore } from '../io/compile-core.js';
import { CORE } from './plain-core-bytes.js';
import { LONGEST_RUN, type PlainRows, type RowFinder, type RowShape } from './plain-rows.js';

/** What the compiled core can do; core/plain-rows.ts says it in full. Places are addresses in its memory. */
interface Exports {
  findRows(
    start: number,
    end: number,
    most: number,
    columns: number,
    wanted: number,
    places: number,
    refusesBlanks: number,
    longest: number,
  ): number;
  takeNumbers(
    place: number,
    stride: number,
    count: number,
    into: number,
    isRequired: number,
    isWhole: number,
    bytes: number,
    least: number,
    most: number,
  ): number;
  takeCodes(
    place: number,
    stride: number,
    count: number,
    into: number,
    width: number,
    memo: number,
    isRequired: number,
  ): number;
  takeRising(
    place: number,
    stride: number,
    count: number,
    into: number,
    texts: number,
    room: number,
    length: number,
    last: number,
    ends: number,
    base: number,
    isRequired: number,
  ): number;
  remember(memo: number, from: number, to: number, code: number): number;
  memoSize(): number;
}

/** Plain rows that were found, and the compiled core where that found them. */
export interface PlainRun {
  readonly rows: PlainRows;
  /** Number of the first row. */
  readonly row: number;
  /** Rows of the run: all that were found, or those before the first that another column could not take. */
  readonly count: number;
  readonly core: PlainCore | undefined;
}

/** The cells of one column of a run, from a row of it on. */
export interface RunPart {
  readonly column: number;
  readonly from: number;
}

/** Texts in rising order: how many, how many bytes of them, and the last one. */
export interface RisingTexts {
  readonly size: number;
  readonly length: number;
  readonly last: Uint8Array;
}

/** What was taken of rising texts; valid until the core is asked again. */
export interface Rise {
  /** By cell, in so many rows; −1 where it is empty. */
  readonly codes: Int32Array;
  /** The texts that are new, one after the other, and where each ends, counted on from those there were. */
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** What numbers a column holds. */
export interface NumberLimits {
  readonly isRequired: boolean;
  readonly isWhole: boolean;
  readonly least: number;
  readonly most: number;
}

/** Bytes looked at at once, and room after them for looking at 64 at a time. */
const WINDOW = 1 << 19;
const SLACK = 128;
/** Bytes a row may have as long as none was seen, and the fewest looked at. */
const LIKELY = 1024;
const LEAST = 16 * LIKELY;
/** Where the window starts: what the compiler keeps lies before it. */
const START = 4096;
/** More columns than any study has; a wider table is left to the other reader. */
const MOST_COLUMNS = 256;
const PAGE = 1 << 16;
/** Room for the rising texts of a run, and how far beyond it may be written. */
const TEXTS = 1 << 16;
/** Places written further than is asked for. */
const MORE_PLACES = 72;

/**
 * The compiled core of the reader: finds plain rows and takes their plain cells many at a time, in a memory of its own
 * whose size is fixed. Its rows and values are those of `PlainFinder` and of the takers, to which it leaves every cell
 * that is out of the ordinary.
 */
export class PlainCore implements RowFinder {
  readonly #core: Exports;
  readonly #shape: RowShape;
  readonly #bytes: Uint8Array;
  readonly #places: Int32Array;
  readonly #at: {
    readonly wanted: number;
    readonly places: number;
    readonly values: number;
    readonly ends: number;
    readonly texts: number;
  };
  #nextMemo: number;
  /** Bytes a row has, by those found last and with some to spare: no more than is needed is looked at. */
  #likely = LIKELY;
  /** Codes taken last of rising texts. */
  readonly #codes: Int32Array;
  /** How many of them were new, and where each ends. */
  readonly #ends: Uint32Array;

  /** Undefined where the machine cannot run it, or where the table is too wide for it. */
  static of(shape: RowShape): PlainCore | undefined {
    if (shape.isWanted.length > MOST_COLUMNS) return undefined;
    const module = compileCore(CORE);
    return module === undefined ? undefined : new PlainCore(shape, module);
  }

  private constructor(shape: RowShape, module: WebAssembly.Module) {
    const columns = shape.isWanted.length;
    const values = START + WINDOW + SLACK;
    const ends = values + 8 * LONGEST_RUN;
    const texts = ends + 4 * (1 + LONGEST_RUN);
    const places = texts + TEXTS + SLACK;
    const wanted = places + 4 * (LONGEST_RUN * (columns + 1) + 1 + MORE_PLACES);
    this.#at = { wanted, places, values, ends, texts };
    this.#nextMemo = Math.ceil((wanted + columns) / 16) * 16;
    const memory = new WebAssembly.Memory({ initial: 1 });
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    this.#core = exports as Exports;
    memory.grow(Math.ceil((this.#nextMemo + columns * this.#core.memoSize()) / PAGE));
    this.#shape = shape;
    this.#bytes = new Uint8Array(memory.buffer);
    this.#places = new Int32Array(memory.buffer, places, LONGEST_RUN * (columns + 1) + 1);
    this.#codes = new Int32Array(memory.buffer, values, LONGEST_RUN);
    this.#ends = new Uint32Array(memory.buffer, ends, 1 + LONGEST_RUN);
    for (const [column, isWanted] of shape.isWanted.entries())
      this.#bytes[wanted + column] = Number(isWanted);
  }

  find(bytes: Uint8Array, start: number, end: number, most: number): PlainRows {
    const { isWanted, refusesBlanks, longest } = this.#shape;
    const held = Math.min(end - start, WINDOW, Math.max(LEAST, Math.ceil(most * this.#likely)));
    this.#bytes.set(bytes.subarray(start, start + held), START);
    this.#bytes.fill(0, START + held, START + held + SLACK);
    const count = this.#core.findRows(
      START,
      START + held,
      most,
      isWanted.length,
      this.#at.wanted,
      this.#at.places,
      Number(refusesBlanks),
      longest,
    );
    const stride = isWanted.length + 1;
    const mean = ((this.#places[count * stride] ?? 0) - START + 1) / count;
    this.#likely = count === 0 ? LIKELY : 1.25 * mean;
    return { bytes: this.#bytes, places: this.#places, stride, count };
  }

  /** Takes numbers of a part of the rows found last to their rows of a column; returns how many. */
  takeNumbers(run: PlainRun, part: RunPart, limits: NumberLimits, into: Numbers): number {
    const taken = this.#core.takeNumbers(
      this.#placeOf(run, part),
      4 * run.rows.stride,
      run.count - part.from,
      this.#at.values,
      Number(limits.isRequired),
      Number(limits.isWhole),
      into.BYTES_PER_ELEMENT,
      limits.least,
      limits.most,
    );
    this.#give(taken, into, run.row + part.from);
    return taken;
  }

  /** Room to remember the texts of one column in. */
  memo(): number {
    const memo = this.#nextMemo;
    this.#nextMemo += this.#core.memoSize();
    return memo;
  }

  /** Takes the codes of remembered texts of a part of the rows found last to their rows of a column; returns how many. */
  takeCodes(
    run: PlainRun,
    part: RunPart,
    { memo, isRequired }: { readonly memo: number; readonly isRequired: boolean },
    into: Codes,
  ): number {
    const taken = this.#core.takeCodes(
      this.#placeOf(run, part),
      4 * run.rows.stride,
      run.count - part.from,
      this.#at.values,
      into.BYTES_PER_ELEMENT,
      memo,
      Number(isRequired),
    );
    this.#give(taken, into, run.row + part.from);
    return taken;
  }

  /** Remembers the code of the text between two places of the rows found last; false where there is no room for more. */
  remember(memo: number, from: number, to: number, code: number): boolean {
    return this.#core.remember(memo, from, to, code) !== 0;
  }

  /** Takes texts of a part of the rows found last that go on rising after those there are. */
  takeRising(run: PlainRun, part: RunPart, { size, length, last }: RisingTexts, isRequired: boolean): Rise {
    const { values, ends, texts } = this.#at;
    const isLong = last.length > TEXTS;
    if (!isLong) this.#bytes.set(last, texts);
    const taken = this.#core.takeRising(
      this.#placeOf(run, part),
      4 * run.rows.stride,
      isLong ? 0 : run.count - part.from,
      values,
      texts,
      TEXTS,
      last.length,
      size - 1,
      ends,
      length,
      Number(isRequired),
    );
    const added = this.#ends[0] ?? 0;
    const start = texts + last.length;
    const bytes = added === 0 ? 0 : (this.#ends[added] ?? 0) - length;
    return {
      codes: this.#codes.subarray(0, taken),
      bytes: this.#bytes.subarray(start, start + bytes),
      ends: this.#ends.subarray(1, 1 + added),
    };
  }

  /** Gives the values taken last, which have the width of those of the column, to their rows. */
  #give(taken: number, into: Numbers | Codes, row: number): void {
    const width = into.BYTES_PER_ELEMENT;
    const { values } = this.#at;
    const cells = new Uint8Array(into.buffer, into.byteOffset + row * width, taken * width);
    cells.set(this.#bytes.subarray(values, values + taken * width));
  }

  #placeOf({ rows: { stride } }: PlainRun, { column, from }: RunPart): number {
    return this.#at.places + 4 * (from * stride + column);
  }
}
