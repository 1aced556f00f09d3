import { roomFor } from '../io/bytes.js';
import type { HeldWords } from '../model/column-rows.js';

/** Seed and factor of the hash (Fowler, Noll and Vo, 1a, 32 bits). */
const HASH_SEED = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;
const DIGIT_0 = 48;
const DIGIT_9 = 57;

/** Texts by code, 0, 1, 2 … in the order they were first met; kept as UTF-8 bytes and made a string when asked for. */
export class Dictionary {
  /** Texts held. */
  size = 0;
  #bytes = roomFor(4096);
  /** Length of every text, as codes of spots have one; −1 once there are several. */
  #width = 0;
  /** Where each text ends, once there are several lengths; it starts where the one before ends. */
  #ends = new Uint32Array(0);
  #hashes = new Int32Array(0);
  /** Open addressing: code + 1, or 0 where the slot is free; empty as long as no text has to be looked for. */
  #slots = new Int32Array(0);
  /** The first texts as strings, where they were asked for: names of places and kinds come again and again. */
  readonly #made: string[] = [];
  #isAscii = true;
  #isPlain = true;

  /** The code of the text between two places of the bytes. */
  codeOf(bytes: Uint8Array, from: number, to: number): number {
    if (this.#slots.length === 0) {
      // Each text so far came after the one before, as codes of spots do in a sorted table: so a later one is new.
      const order = this.size === 0 ? 1 : this.#againstLast(bytes, from, to);
      if (order === 0) return this.size - 1;
      if (order > 0) return this.#append(bytes, from, to);
      this.#spread();
    }
    const hash = hashOf(bytes, from, to);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const code = (this.#slots[slot] ?? 0) - 1;
      if (code < 0) break;
      if (this.#hashes[code] === hash && this.#isAt(code, bytes, from, to)) return code;
      slot = (slot + 1) & mask;
    }
    return this.#add(bytes, from, to, hash, slot);
  }

  /** The code of a text. */
  codeOfText(text: string): number {
    const bytes = encoder.encode(text);
    return this.codeOf(bytes, 0, bytes.length);
  }

  /** True as long as each text comes after the one before, by its bytes, and none had to be looked for. */
  get isRising(): boolean {
    return this.#slots.length === 0;
  }

  /** Bytes of all texts. */
  get length(): number {
    return this.#startOf(this.size);
  }

  /** The bytes of the last text; valid until a text is added. */
  get last(): Uint8Array {
    return this.#bytes.subarray(this.#startOf(Math.max(0, this.size - 1)), this.length);
  }

  /**
   * Adds plain texts that go on rising, one after the other in their bytes, with the place after each counted on from
   * the texts that are held. `likely` says how many texts there may be in all, so that room is made once.
   */
  addRising(bytes: Uint8Array, ends: Uint32Array, likely: number): void {
    const start = this.length;
    const size = this.size + ends.length;
    const length = start + bytes.length;
    this.#makeRoom(length, Math.ceil((length * likely) / Math.max(1, size)));
    this.#bytes.set(bytes, start);
    this.#noteEnds(ends, start);
    this.size = size;
  }

  /** By code of another dictionary, the code the same text has here; −2 where it is not held. */
  codesOf(other: Dictionary): Int32Array {
    return Int32Array.from({ length: other.size }, (_, code) => this.#find(other, code));
  }

  #find(other: Dictionary, code: number): number {
    if (this.#slots.length === 0) this.#spread();
    const from = other.#startOf(code);
    const to = other.#endOf(code);
    const hash = hashOf(other.#bytes, from, to);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const own = (this.#slots[slot] ?? 0) - 1;
      if (own < 0) return -2;
      if (this.#hashes[own] === hash && this.#isAt(own, other.#bytes, from, to)) return own;
      slot = (slot + 1) & mask;
    }
  }

  /** True when the second byte of every text is a digit, as in S0001: none of them is a word. */
  get isNumbered(): boolean {
    const last = this.size - 1;
    // What stands between two texts of the same first byte has a second byte between theirs.
    if (this.isRising && last > 0 && this.#bytes[0] === this.#bytes[this.#startOf(last)])
      return this.#isNumbered(0) && this.#isNumbered(last);
    for (let code = 0; code <= last; code += 1) if (!this.#isNumbered(code)) return false;
    return true;
  }

  #isNumbered(code: number): boolean {
    const second = this.#startOf(code) + 1;
    const sign = second < this.#endOf(code) ? (this.#bytes[second] ?? 0) : 0;
    return sign >= DIGIT_0 && sign <= DIGIT_9;
  }

  /** True when every text is plain ASCII without control signs. */
  get isPlain(): boolean {
    return this.#isPlain;
  }

  /** The texts as they are held, one after the other; valid until a text is added. */
  get held(): HeldWords {
    return {
      bytes: this.#bytes,
      startOf: (code) => this.#startOf(code),
      endOf: (code) => this.#endOf(code),
    };
  }

  /** The text of a code. */
  text(code: number): string {
    if (code >= MOST_MADE) return this.#read(code);
    const made = this.#made[code];
    if (made !== undefined) return made;
    const text = this.#read(code);
    this.#made[code] = text;
    return text;
  }

  #read(code: number): string {
    const from = this.#startOf(code);
    const to = this.#endOf(code);
    return this.#isAscii ? this.#bytes.toString('latin1', from, to) : this.#bytes.toString('utf8', from, to);
  }

  /** True when the text begins or ends with a sign up to the space, or holds a sign beyond ASCII: it may need care. */
  isUnusual(code: number): boolean {
    const from = this.#startOf(code);
    const to = this.#endOf(code);
    if ((this.#bytes[from] ?? 0) <= 32 || (this.#bytes[to - 1] ?? 0) <= 32) return true;
    for (let at = from; at < to; at += 1) if ((this.#bytes[at] ?? 0) >= 128) return true;
    return false;
  }

  /** What each text begins with, as a number that orders texts as far as it goes: six bytes after what all share. */
  heads(): Float64Array {
    const shared = this.#sharedLength();
    return Float64Array.from({ length: this.size }, (_, code) => {
      const from = this.#startOf(code) + shared;
      const to = this.#endOf(code);
      let head = 0;
      for (let at = from; at < from + HEAD; at += 1)
        head = head * 256 + (at < to ? (this.#bytes[at] ?? 0) : 0);
      // Beyond ASCII the order of bytes is not that of code units.
      return this.#isAscii ? head : 0;
    });
  }

  /** Bytes with which every text begins. */
  #sharedLength(): number {
    let shared = this.size === 0 ? 0 : this.#endOf(0);
    for (let code = 1; code < this.size && shared > 0; code += 1) {
      const start = this.#startOf(code);
      const most = Math.min(shared, this.#endOf(code) - start);
      let at = 0;
      while (at < most && this.#bytes[at] === this.#bytes[start + at]) at += 1;
      shared = at;
    }
    return shared;
  }

  /** Order of two texts by code units, as strings compare. */
  compare(a: number, b: number): number {
    if (!this.#isAscii) {
      const [one, other] = [this.text(a), this.text(b)];
      return one === other ? 0 : one < other ? -1 : 1;
    }
    let at = this.#startOf(a);
    let against = this.#startOf(b);
    const end = this.#endOf(a);
    const endAgainst = this.#endOf(b);
    const bytes = this.#bytes;
    while (at < end && against < endAgainst) {
      const difference = (bytes[at] ?? 0) - (bytes[against] ?? 0);
      if (difference !== 0) return difference;
      at += 1;
      against += 1;
    }
    return end - at - (endAgainst - against);
  }

  #startOf(code: number): number {
    if (this.#width >= 0) return code * this.#width;
    return code === 0 ? 0 : (this.#ends[code - 1] ?? 0);
  }

  #endOf(code: number): number {
    return this.#width >= 0 ? (code + 1) * this.#width : (this.#ends[code] ?? 0);
  }

  /** Keeps where the texts of new codes end, the first of which starts there. */
  #noteEnds(ends: Uint32Array, start: number): void {
    const width = this.size === 0 ? (ends[0] ?? 0) - start : this.#width;
    if (width >= 0 && areEven(ends, start, width)) {
      this.#width = width;
      return;
    }
    const size = this.size + ends.length;
    this.#listEnds(size);
    if (size > this.#ends.length) this.#ends = grown(this.#ends, new Uint32Array(2 * size));
    this.#ends.set(ends, this.size);
  }

  /** Keeps where the text of a new code ends. */
  #noteEnd(code: number, end: number): void {
    if (code === 0) this.#width = end;
    if (this.#width >= 0 && end === this.#endOf(code)) return;
    this.#listEnds(code + 1);
    if (code === this.#ends.length) this.#ends = grown(this.#ends, new Uint32Array(2 * code));
    this.#ends[code] = end;
  }

  /** Lists where texts end, with room for so many, where they had one length so far. */
  #listEnds(room: number): void {
    if (this.#width < 0) return;
    this.#ends = new Uint32Array(Math.max(256, 2 * room));
    for (let code = 0; code < this.size; code += 1) this.#ends[code] = this.#endOf(code);
    this.#width = -1;
  }

  #isAt(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#startOf(code);
    const length = to - from;
    if (this.#endOf(code) - start !== length) return false;
    const own = this.#bytes;
    for (let at = 0; at < length; at += 1) if (own[start + at] !== bytes[from + at]) return false;
    return true;
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const code = this.#append(bytes, from, to);
    if (code === this.#hashes.length) this.#hashes = grown(this.#hashes, new Int32Array(2 * code));
    this.#hashes[code] = hash;
    this.#slots[slot] = code + 1;
    if (2 * this.size > this.#slots.length) this.#spread();
    return code;
  }

  #append(bytes: Uint8Array, from: number, to: number): number {
    const code = this.size;
    const start = this.#startOf(code);
    const end = start + to - from;
    this.#makeRoom(end, 0);
    const into = this.#bytes;
    let all = 0;
    let isPlain = this.#isPlain;
    for (let at = from, place = start; at < to; at += 1, place += 1) {
      const byte = bytes[at] ?? 0;
      all |= byte;
      if (byte < 32 || byte > 126) isPlain = false;
      into[place] = byte;
    }
    this.#isPlain = isPlain;
    if (all >= 128) this.#isAscii = false;
    this.#noteEnd(code, end);
    this.size = code + 1;
    return code;
  }

  #makeRoom(bytes: number, likely: number): void {
    if (bytes <= this.#bytes.length) return;
    const larger = roomFor(Math.max(2 * this.#bytes.length, bytes, likely));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }

  /** Order of bytes against those of the last text: below 0, 0 or above. */
  #againstLast(bytes: Uint8Array, from: number, to: number): number {
    const own = this.#bytes;
    let against = this.#startOf(this.size - 1);
    const end = this.#endOf(this.size - 1);
    let at = from;
    while (at < to && against < end) {
      const difference = (bytes[at] ?? 0) - (own[against] ?? 0);
      if (difference !== 0) return difference;
      at += 1;
      against += 1;
    }
    return to - at - (end - against);
  }

  /** Makes the slots, or makes them more, and puts every text in its own. */
  #spread(): void {
    const isFirst = this.#slots.length === 0;
    const slots = new Int32Array(Math.max(1024, 2 ** Math.ceil(Math.log2(4 * this.size))));
    if (isFirst) {
      this.#hashes = Int32Array.from({ length: Math.max(256, 2 * this.size) }, (_, code) =>
        code < this.size ? hashOf(this.#bytes, this.#startOf(code), this.#endOf(code)) : 0,
      );
    }
    const mask = slots.length - 1;
    for (let code = 0; code < this.size; code += 1) {
      const hash = this.#hashes[code] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }
}

/** Bytes in a head; as many as a number keeps exactly. */
const HEAD = 6;

/** As many texts are kept as strings. */
const MOST_MADE = 4096;

const encoder = new TextEncoder();

/** True when the ends are of texts of one length that come one after the other from a place on. */
function areEven(ends: Uint32Array, start: number, width: number): boolean {
  let end = start;
  for (let at = 0; at < ends.length; at += 1) {
    end += width;
    if (ends[at] !== end) return false;
  }
  return true;
}

/** The hash of the bytes between two places. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), HASH_FACTOR);
  return hash;
}

function grown<Values extends Uint32Array | Int32Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}
