import type { Numbers } from '../columns/numbers.js';
import { decodeBase64 } from '../io/bytes.js';
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
    memo: number,
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
  readonly #at: { readonly wanted: number; readonly places: number; readonly values: number };
  #nextMemo: number;
  /** Bytes a row has, by those found last and with some to spare: no more than is needed is looked at. */
  #likely = LIKELY;
  /** Numbers taken last, by the bytes of each. */
  readonly #numbers: ReadonlyMap<number, Numbers>;
  /** Codes taken last. */
  readonly codes: Int32Array;

  /** Undefined where the machine cannot run it, or where the table is too wide for it. */
  static of(shape: RowShape): PlainCore | undefined {
    if (shape.isWanted.length > MOST_COLUMNS) return undefined;
    compiled ??= compile();
    return compiled === 'none' ? undefined : new PlainCore(shape, compiled);
  }

  private constructor(shape: RowShape, module: WebAssembly.Module) {
    const columns = shape.isWanted.length;
    const values = START + WINDOW + SLACK;
    const places = values + 8 * LONGEST_RUN;
    const wanted = places + 4 * (LONGEST_RUN * (columns + 1) + 1);
    this.#at = { wanted, places, values };
    this.#nextMemo = Math.ceil((wanted + columns) / 16) * 16;
    const memory = new WebAssembly.Memory({ initial: 1 });
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    this.#core = exports as Exports;
    memory.grow(Math.ceil((this.#nextMemo + columns * this.#core.memoSize()) / PAGE));
    this.#shape = shape;
    this.#bytes = new Uint8Array(memory.buffer);
    this.#places = new Int32Array(memory.buffer, places, LONGEST_RUN * (columns + 1) + 1);
    this.#numbers = new Map<number, Numbers>([
      [1, new Uint8Array(memory.buffer, values, LONGEST_RUN)],
      [2, new Uint16Array(memory.buffer, values, LONGEST_RUN)],
      [4, new Float32Array(memory.buffer, values, LONGEST_RUN)],
      [8, new Float64Array(memory.buffer, values, LONGEST_RUN)],
    ]);
    this.codes = new Int32Array(memory.buffer, values, LONGEST_RUN);
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

  /** The numbers taken last, of so many bytes each: whole ones in one or two, else in single or double precision. */
  numbers(bytes: number): Numbers {
    const taken = this.#numbers.get(bytes);
    if (taken === undefined) throw new TypeError(`the core takes no numbers of ${bytes} bytes`);
    return taken;
  }

  /** Takes numbers of a column from the row `from` of the rows found last; returns how many. */
  takeNumbers(
    { rows: { stride }, count }: PlainRun,
    column: number,
    from: number,
    limits: NumberLimits & { readonly bytes: number },
  ): number {
    return this.#core.takeNumbers(
      this.#at.places + 4 * (from * stride + column),
      4 * stride,
      count - from,
      this.#at.values,
      Number(limits.isRequired),
      Number(limits.isWhole),
      limits.bytes,
      limits.least,
      limits.most,
    );
  }

  /** Room to remember the texts of one column in. */
  memo(): number {
    const memo = this.#nextMemo;
    this.#nextMemo += this.#core.memoSize();
    return memo;
  }

  /** Takes the codes of remembered texts of a column from the row `from` on; returns how many, into codes. */
  takeCodes(
    { rows: { stride }, count }: PlainRun,
    column: number,
    {
      from,
      memo,
      isRequired,
    }: { readonly from: number; readonly memo: number; readonly isRequired: boolean },
  ): number {
    const place = this.#at.places + 4 * (from * stride + column);
    return this.#core.takeCodes(place, 4 * stride, count - from, this.#at.values, memo, Number(isRequired));
  }

  /** Remembers the code of the text between two places of the rows found last; false where there is no room for more. */
  remember(memo: number, from: number, to: number, code: number): boolean {
    return this.#core.remember(memo, from, to, code) !== 0;
  }
}

/** The core, compiled once; none on a machine without the instructions it needs, or where nothing may be compiled. */
let compiled: WebAssembly.Module | 'none' | undefined;

function compile(): WebAssembly.Module | 'none' {
  const code = decodeBase64(CORE);
  return typeof WebAssembly === 'object' && WebAssembly.validate(code)
    ? new WebAssembly.Module(code)
    : 'none';
}
