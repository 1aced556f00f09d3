import { compileCore } from '../io/compile-core.js';
import { CORE } from './draw-core-bytes.js';

/** What the compiled core can do; core/draws.ts says it in full. Places are addresses in its memory. */
interface Exports {
  sumsOfDraws(
    state: number,
    values: number,
    below: number,
    draws: number,
    into: number,
    sums: number,
  ): undefined;
  fillShares(state: number, into: number, count: number): undefined;
  addTriangular(
    shares: number,
    totals: number,
    count: number,
    low: number,
    high: number,
    peakShare: number,
    rise: number,
    fall: number,
  ): undefined;
}

/** A triangular distribution as its quantile function needs it. */
export interface Triangle {
  readonly low: number;
  readonly high: number;
  /** The share below the peak. */
  readonly peakShare: number;
  /** What a share below the peak is multiplied with under the root, and the rest of one above it. */
  readonly rise: number;
  readonly fall: number;
}

/** Where the state of the stream lies, what the compiler keeps before it; then sums, shares, and the values. */
const STATE = 4096;
const SUMS = STATE + 16;
/** Sums made before they are handed over, an even number. */
const MOST_SUMS = 4096;
const SHARES = SUMS + 8 * MOST_SUMS;
const VALUES = SHARES + 8 * MOST_SUMS;
const PAGE = 1 << 16;

/**
 * The compiled core of drawing: sums of values drawn with replacement, and totals of numbers drawn from a triangular
 * distribution. It draws the same as the TypeScript in sums-of-draws.ts and triangular.ts and adds in the same order, so
 * that every sum has the same bits, in about a third of the time.
 */
export class DrawCore {
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #core: Exports;
  #words = new Int32Array(this.#memory.buffer);
  #numbers = new Float64Array(this.#memory.buffer);

  /** The one there is; undefined where the machine cannot run it. */
  static get(): DrawCore | undefined {
    const module = compileCore(CORE);
    if (module !== undefined) known ??= new DrawCore(module);
    return known;
  }

  constructor(module: WebAssembly.Module) {
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.#core = exports as Exports;
  }

  /** Fills `into` with sums of so many of the values; the state of the stream, four words, goes on from there. */
  sumsOfDraws(words: Int32Array, values: Float64Array, draws: number, into: Float64Array): void {
    this.#makeRoom(VALUES + 8 * values.length);
    this.#words.set(words, STATE / 4);
    this.#numbers.set(values, VALUES / 8);
    for (let at = 0; at < into.length; at += MOST_SUMS) {
      const count = Math.min(MOST_SUMS, into.length - at);
      this.#core.sumsOfDraws(STATE, VALUES, values.length, draws, SUMS, count);
      into.set(this.#numbers.subarray(SUMS / 8, SUMS / 8 + count), at);
    }
    words.set(this.#words.subarray(STATE / 4, STATE / 4 + words.length));
  }

  /** Adds to each total the quantile of the stream's next number in [0, 1); the state goes on from there. */
  addTriangular(words: Int32Array, triangle: Triangle, totals: Float64Array): void {
    const { low, high, peakShare, rise, fall } = triangle;
    this.#makeRoom(VALUES);
    this.#words.set(words, STATE / 4);
    for (let at = 0; at < totals.length; at += MOST_SUMS) {
      const some = totals.subarray(at, at + MOST_SUMS);
      this.#numbers.set(some, SUMS / 8);
      this.#core.fillShares(STATE, SHARES, some.length);
      this.#core.addTriangular(SHARES, SUMS, some.length, low, high, peakShare, rise, fall);
      some.set(this.#numbers.subarray(SUMS / 8, SUMS / 8 + some.length));
    }
    words.set(this.#words.subarray(STATE / 4, STATE / 4 + words.length));
  }

  #makeRoom(bytes: number): void {
    const missing = bytes - this.#memory.buffer.byteLength;
    if (missing <= 0) return;
    this.#memory.grow(Math.ceil(missing / PAGE));
    this.#words = new Int32Array(this.#memory.buffer);
    this.#numbers = new Float64Array(this.#memory.buffer);
  }
}

let known: DrawCore | undefined;
