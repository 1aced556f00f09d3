import { compileCore } from '../io/compile-core.js';
import {
  AT_A_TIME,
  eachBatch,
  type CellRoom,
  type ColumnRows,
  type FilledColumn,
  type HeldWords,
} from '../model/column-rows.js';
import { ByteText, type WordWriter } from './byte-text.js';
import { CORE } from './row-core-bytes.js';

/** What the compiled core can do; core/rows.ts says it in full. Places are addresses in its memory. */
interface Exports {
  writeRows(
    parts: number,
    partsEnd: number,
    from: number,
    to: number,
    out: number,
    limit: number,
    plain: number,
    result: number,
  ): number;
}

/** How rows held by column are written. */
export interface WritingOptions {
  /** Whether the compiled core is used, which gives the same sooner; where it is not said, for all but few rows. */
  readonly usesCore?: boolean | undefined;
}

/** One part of every row, in the order in which they are written. */
export type RowPart =
  | { readonly kind: 'literal'; readonly text: string }
  /** A number, with what stands before it, and what is written where there is none. */
  | {
      readonly kind: 'number';
      readonly column: number;
      readonly before: string;
      readonly empty: string;
      readonly decimals: number;
    }
  /** A number without which there is no row. */
  | { readonly kind: 'needed'; readonly column: number }
  /** A word, which its writer writes with what stands before it, and what is written where there is none. */
  | {
      readonly kind: 'word';
      readonly column: number;
      readonly writer: WordWriter;
      readonly empty: string;
    };

/** How rows are written: one by one in TypeScript, and in parts by the core, which writes the same for all but the first. */
export interface RowForm {
  readonly rows: ColumnRows;
  readonly parts: readonly RowPart[];
  /** Signs that may stand in a word that is held, and that it may start with. */
  readonly signs: { readonly plain: Uint8Array; readonly plainStart: Uint8Array };
  /** Writes a row of a batch, which is the first of all or not; false where it is no row. */
  readonly write: (filled: readonly FilledColumn[], at: number, isFirst: boolean) => boolean;
}

/** Fewer rows are written before the core is ready. */
const FEWEST = 4096;
/** A piece of a file is handed over when it is this long, in bytes. */
const PIECE = 1 << 18;

/** The rows as bytes, piece by piece, after what `out` holds already; the last of them stays in it. */
export function* batchPieces(
  form: RowForm,
  out: ByteText,
  usesCore: WritingOptions['usesCore'],
): Generator<Uint8Array> {
  const core = (usesCore ?? form.rows.length >= FEWEST) ? RowCore.of(form) : undefined;
  let hasRow = false;
  for (const { count, filled } of eachBatch(form.rows, core?.room)) {
    core?.begin(count);
    for (let at = 0; at < count; at += 1) {
      if (core !== undefined && hasRow) at = core.write(at, count, out);
      if (at < count) hasRow = form.write(filled, at, !hasRow) || hasRow;
      if (out.length >= PIECE) yield out.take();
    }
  }
}

const [LITERAL, NUMBER, NEEDED, WORD, HELD] = [0, 1, 2, 3, 4];
/** Words a part is described by, and how many signs there are. */
const PART_WORDS = 8;
const SIGNS = 256;
const MOST_WORDS = 4096;
const MOST_DECIMALS = 8;
/** As many signs as a number and what stands around a word have at most, with what is copied beyond an end. */
const MOST_SIGNS = 64;
/** The place of a word that cannot be written from where it is held. */
const NOWHERE = -1;
/** All that is set aside starts at a multiple of this, and as many bytes may be looked at beyond its end. */
const STEP = 16;
/** Where the memory starts that the compiler keeps nothing in. */
const START = 4096;
/** Room for words and whatever else is ready, for words copied from where they are held, and for rows. */
const READY = 1 << 20;
const COPIES = 1 << 18;
const ROWS = 1 << 19;
const PAGE = 1 << 16;

/** A column of words in the memory of the core. */
interface WordColumn {
  readonly column: number;
  readonly writer: WordWriter;
  readonly empty: Text;
  /** What stands before a word that is copied. */
  readonly before: Text;
  /** Where its words lie by code, and those copied by row. */
  readonly words: number;
  readonly copies: number;
}

/** Bytes in the memory of the core. */
interface Text {
  readonly at: number;
  readonly length: number;
}

/** True when all words of those codes are kept ready. */
function areKept(codes: Int32Array): boolean {
  for (let row = 0; row < codes.length; row += 1) if ((codes[row] ?? 0) >= MOST_WORDS) return false;
  return true;
}

/** True when each code is the one after the one before. */
function areRising(codes: Int32Array): boolean {
  const first = codes[0] ?? -1;
  if (first < 0) return false;
  for (let row = 1; row < codes.length; row += 1) if (codes[row] !== first + row) return false;
  return true;
}

const NOTHING: Text = { at: 0, length: 0 };

/**
 * The compiled core of the writers: rows of numbers and words as bytes, many at a time, in a memory of its own. Its bytes
 * are those of the writer in TypeScript, to which it leaves every row with a cell out of the ordinary.
 */
class RowCore {
  readonly #core: Exports;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #bytes: Uint8Array;
  readonly #words: Int32Array;
  readonly #form: RowForm;
  readonly #at: Readonly<Record<'parts' | 'plain' | 'result' | 'ready' | 'copies' | 'out', number>>;
  /** Where the cells of each column lie. */
  readonly #cells: readonly number[];
  /** By number of the part; undefined where it is no word. */
  readonly #wordColumns: readonly (WordColumn | undefined)[];
  readonly #scratch = new ByteText();
  /** Where a row may start, and a word end, at the latest. */
  readonly #limit: number;
  /** Where the next ready text, and the next copied word, can be put. */
  #nextReady: number;
  #nextCopy = 0;

  /** Undefined where the machine cannot run it, or where numbers have more decimals than it writes. */
  static of(form: RowForm): RowCore | undefined {
    const isTooLong = form.parts.some((part) => part.kind === 'number' && part.decimals > MOST_DECIMALS);
    const module = isTooLong ? undefined : compileCore(CORE);
    return module && new RowCore(form, module);
  }

  private constructor(form: RowForm, module: WebAssembly.Module) {
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.#core = exports as Exports;
    this.#form = form;
    let end = START;
    const setAside = (bytes: number): number => {
      const at = end;
      end += STEP * (1 + Math.ceil(bytes / STEP));
      return at;
    };
    const forWords = (bytes: number) => form.parts.map(({ kind }) => (kind === 'word' ? setAside(bytes) : 0));
    this.#cells = form.rows.columns.map(() => setAside(8 * AT_A_TIME));
    const [words, copies] = [forWords(8 * MOST_WORDS), forWords(8 * AT_A_TIME)];
    this.#at = {
      parts: setAside(4 * PART_WORDS * form.parts.length),
      plain: setAside(2 * SIGNS),
      result: setAside(8),
      ready: setAside(READY),
      copies: setAside(COPIES),
      out: setAside(ROWS),
    };
    this.#nextReady = this.#at.ready;
    this.#memory.grow(Math.ceil(end / PAGE));
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#words = new Int32Array(this.#memory.buffer);
    this.#bytes.set(form.signs.plain, this.#at.plain);
    this.#bytes.set(form.signs.plainStart, this.#at.plain + SIGNS);
    this.#wordColumns = form.parts.map((part, number) =>
      this.#define(part, number, { words: words[number] ?? 0, copies: copies[number] ?? 0 }),
    );
    // What a row has besides its words: texts that are ready, and room for numbers and for what is copied beyond an end.
    const besides = this.#nextReady - this.#at.ready + MOST_SIGNS * (form.parts.length + 1);
    this.#limit = this.#at.out + ROWS - besides;
  }

  /** Room for the cells of a column, in the memory of the core. */
  readonly room: CellRoom = (place, size) => {
    const at = this.#cells[place] ?? 0;
    return this.#form.rows.columns[place]?.kind === 'numbers'
      ? new Float64Array(this.#memory.buffer, at, size)
      : new Int32Array(this.#memory.buffer, at, size);
  };

  /** Makes the words of a batch ready that are too many to be kept; its cells are in the room that was given. */
  begin(count: number): void {
    this.#nextCopy = this.#at.copies;
    for (const [number, column] of this.#wordColumns.entries()) {
      if (column === undefined) continue;
      const cells = this.#cells[column.column] ?? 0;
      const codes = this.#words.subarray(cells / 4, cells / 4 + count);
      const { held } = column.writer;
      if (held === undefined || areKept(codes)) {
        this.#describe(number, { kind: WORD, empty: column.empty, cells, words: column.words });
        continue;
      }
      this.#copy(codes, held, column.copies / 4);
      const { around } = column.writer;
      const { before, empty, copies } = column;
      this.#describe(number, { kind: HELD, before, empty, cells: copies, words: around[0] ?? 0 });
    }
  }

  /** Writes rows of the batch to `out`; returns the first it leaves to the writer in TypeScript, or `to`. */
  write(from: number, to: number, out: ByteText): number {
    const { parts, plain, result, out: start } = this.#at;
    const partsEnd = parts + 4 * PART_WORDS * this.#form.parts.length;
    let row = from;
    for (;;) {
      row = this.#core.writeRows(parts, partsEnd, row, to, start, this.#limit, plain, result);
      const end = this.#words[result / 4] ?? start;
      out.bulk(this.#bytes.subarray(start, end));
      if (row === to) return to;
      const isLearned = this.#learn(this.#words[result / 4 + 1] ?? 0, row);
      // Without a new word and without a row there is nothing to be gained from going on.
      if (!isLearned && end === start) return row;
    }
  }

  /** Keeps the word of a row that stands in a part; false where there is none, or where it is kept already. */
  #learn(part: number, row: number): boolean {
    const column = this.#wordColumns[part];
    if (column === undefined) return false;
    const code = this.#words[(this.#cells[column.column] ?? 0) / 4 + row] ?? -1;
    const slot = column.words / 4 + 2 * code;
    if (code < 0 || code >= MOST_WORDS || this.#words[slot] !== 0) return false;
    column.writer.write(this.#scratch, code);
    const { at, length } = this.#keep(this.#scratch.take());
    this.#words[slot] = at;
    this.#words[slot + 1] = length;
    return at > 0;
  }

  /** Copies the words of some rows, and notes where each starts and ends. */
  #copy(codes: Int32Array, held: HeldWords, places: number): void {
    const most = this.#at.copies + COPIES;
    const words = this.#words;
    if (areRising(codes)) {
      // Words that follow each other are copied at once.
      const first = codes[0] ?? 0;
      const from = held.startOf(first);
      const to = held.endOf(first + codes.length - 1);
      const by = this.#nextCopy - from;
      if (to + by <= most) {
        this.#bytes.set(held.bytes.subarray(from, to), this.#nextCopy);
        for (let row = 0, start = from; row < codes.length; row += 1) {
          const end = held.endOf(first + row);
          words[places + 2 * row] = start + by;
          words[places + 2 * row + 1] = end + by;
          start = end;
        }
        this.#nextCopy = to + by;
        return;
      }
    }
    for (let row = 0; row < codes.length; row += 1) {
      const code = codes[row] ?? -1;
      const start = code < 0 ? 0 : held.startOf(code);
      const length = code < 0 ? 0 : held.endOf(code) - start;
      const at = this.#nextCopy;
      const isThere = at + length <= most;
      if (isThere) {
        for (let sign = 0; sign < length; sign += 1) this.#bytes[at + sign] = held.bytes[start + sign] ?? 0;
        this.#nextCopy += length;
      }
      words[places + 2 * row] = code < 0 ? 0 : isThere ? at : NOWHERE;
      words[places + 2 * row + 1] = code < 0 ? 0 : isThere ? at + length : 1;
    }
  }

  /** Writes down a part of every row; says of a word where it is to be found. */
  #define(
    part: RowPart,
    number: number,
    room: { readonly words: number; readonly copies: number },
  ): WordColumn | undefined {
    if (part.kind === 'literal') {
      this.#describe(number, { kind: LITERAL, before: this.#text(part.text) });
      return undefined;
    }
    const cells = this.#cells[part.column] ?? 0;
    switch (part.kind) {
      case 'needed':
        this.#describe(number, { kind: NEEDED, cells });
        return undefined;
      case 'number': {
        const [before, empty] = [this.#text(part.before), this.#text(part.empty)];
        this.#describe(number, { kind: NUMBER, before, empty, cells, decimals: part.decimals });
        return undefined;
      }
      case 'word': {
        const { column, writer } = part;
        return { column, writer, empty: this.#text(part.empty), before: this.#keep(writer.before), ...room };
      }
    }
  }

  #describe(
    number: number,
    {
      kind,
      before = NOTHING,
      empty = NOTHING,
      cells = 0,
      words = 0,
      decimals = 0,
    }: {
      readonly kind: number;
      readonly before?: Text;
      readonly empty?: Text;
      readonly cells?: number;
      readonly words?: number;
      readonly decimals?: number;
    },
  ): void {
    const described = [kind, before.at, before.length, empty.at, empty.length, cells, words, decimals];
    this.#words.set(described, this.#at.parts / 4 + PART_WORDS * number);
  }

  #text(text: string): Text {
    const kept = this.#keep(new TextEncoder().encode(text));
    if (kept === NOTHING) throw new TypeError('what stands in every row is longer than there is room for');
    return kept;
  }

  /** Keeps bytes ready; nowhere once there is no room for more. */
  #keep(bytes: Uint8Array): Text {
    const at = this.#nextReady;
    if (at + bytes.length > this.#at.ready + READY) return NOTHING;
    this.#bytes.set(bytes, at);
    this.#nextReady += STEP * Math.ceil(bytes.length / STEP);
    return { at, length: bytes.length };
  }
}
