import type { HeldWords, Words } from '../model/column-rows.js';
import { formatNumber } from './number.js';

const FIRST_ROOM = 1 << 16;
/** Numbers below this many units of their last decimal are exact in every step of writing them. */
const MOST_UNITS = 1e14;
const MOST_INT = 0x7fffffff;
/** As many signs as a number written digit by digit has at most: sign, ten digits, point, decimals. */
const MOST_SIGNS = 32;
/** Units in one by number of decimals; more decimals than these take the slow way. */
const SCALES = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];
const NUDGE = Number.EPSILON * 4;
const [ZERO, MINUS, POINT, QUOTE] = [48, 45, 46, 34];

/** A table of the ASCII signs that may be written as they are: all that can be seen, and the space, but those. */
export function plainSigns(but: string): Uint8Array {
  const isPlain = new Uint8Array(128).fill(1, 0x20, 0x7f);
  for (let at = 0; at < but.length; at += 1) isPlain[but.charCodeAt(at)] = 0;
  return isPlain;
}

/**
 * UTF-8 text that grows sign by sign as bytes and is taken away in pieces, so that a file of any size is written
 * without ever being one string. What is in it is what `TextEncoder` would make of the same text.
 */
export class ByteText {
  private bytes = new Uint8Array(FIRST_ROOM);
  private end = 0;

  /** Bytes written since the last piece was taken. */
  get length(): number {
    return this.end;
  }

  /** The bytes so far; the text goes on empty. */
  take(): Uint8Array {
    const piece = this.bytes.slice(0, this.end);
    this.end = 0;
    return piece;
  }

  /** Goes back to that length. */
  cut(length: number): void {
    this.end = length;
  }

  /** One byte: an ASCII sign. */
  sign(code: number): void {
    if (this.end === this.bytes.length) this.grow(1);
    this.bytes[this.end++] = code;
  }

  /** Bytes made before. */
  ready(bytes: Uint8Array): void {
    if (this.end + bytes.length > this.bytes.length) this.grow(bytes.length);
    const { bytes: into } = this;
    let { end } = this;
    for (let at = 0; at < bytes.length; at += 1) into[end++] = bytes[at] ?? 0;
    this.end = end;
  }

  /** Many bytes made before. */
  bulk(bytes: Uint8Array): void {
    if (this.end + bytes.length > this.bytes.length) this.grow(bytes.length);
    this.bytes.set(bytes, this.end);
    this.end += bytes.length;
  }

  /** Writes the text and says true if every sign of it is plain; else writes nothing and says false. */
  plain(text: string, isPlain: Uint8Array): boolean {
    const { length } = text;
    if (this.end + length > this.bytes.length) this.grow(length);
    const { bytes } = this;
    let { end } = this;
    for (let at = 0; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (isPlain[code] !== 1) return false;
      bytes[end++] = code;
    }
    this.end = end;
    return true;
  }

  /** Copies UTF-8 bytes and says true if every sign of them is plain; else writes nothing and says false. */
  plainBytes(from: Uint8Array, start: number, end: number, isPlain: Uint8Array): boolean {
    if (this.end + end - start > this.bytes.length) this.grow(end - start);
    const { bytes: into } = this;
    let { end: place } = this;
    for (let at = start; at < end; at += 1) {
      const byte = from[at] ?? 0;
      if (isPlain[byte] !== 1) return false;
      into[place++] = byte;
    }
    this.end = place;
    return true;
  }

  /** The same between quotation marks. */
  plainQuoted(text: string, isPlain: Uint8Array): boolean {
    const start = this.end;
    this.sign(QUOTE);
    if (!this.plain(text, isPlain)) {
      this.end = start;
      return false;
    }
    this.sign(QUOTE);
    return true;
  }

  /** Any text; half of a surrogate pair becomes U+FFFD. */
  text(text: string): void {
    if (this.end + 3 * text.length > this.bytes.length) this.grow(3 * text.length);
    const { bytes } = this;
    let { end } = this;
    for (let at = 0; at < text.length; at += 1) {
      let point = text.codePointAt(at) ?? 0;
      if (point > 0xffff) at += 1;
      else if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
      if (point < 0x80) bytes[end++] = point;
      else {
        if (point < 0x800) bytes[end++] = 0xc0 | (point >> 6);
        else {
          if (point < 0x10000) bytes[end++] = 0xe0 | (point >> 12);
          else {
            bytes[end++] = 0xf0 | (point >> 18);
            bytes[end++] = 0x80 | ((point >> 12) & 0x3f);
          }
          bytes[end++] = 0x80 | ((point >> 6) & 0x3f);
        }
        bytes[end++] = 0x80 | (point & 0x3f);
      }
    }
    this.end = end;
  }

  /** The number as `formatNumber` writes it; throws its RangeError. */
  number(value: number, decimals: number): void {
    if (this.end + MOST_SIGNS > this.bytes.length) this.grow(MOST_SIGNS);
    if ((value | 0) === value) {
      this.whole(value | 0);
      return;
    }
    const scale = SCALES[decimals] ?? 0;
    const size = value < 0 ? -value : value;
    const scaled = size * scale;
    if (!(scaled < MOST_UNITS && size < MOST_INT && scale > 0)) {
      this.text(formatNumber(value, decimals));
      return;
    }
    // The rounding of roundTo, kept as a whole number of units of the last decimal.
    const units = Math.floor(scaled + 0.5 + scaled * NUDGE);
    const whole = Math.floor(units / scale);
    if (value < 0 && units > 0) this.bytes[this.end++] = MINUS;
    this.whole(whole);
    this.fraction(units - whole * scale, decimals);
  }

  /** The digits of a whole number within 31 bits; there is room for them. */
  private whole(value: number): void {
    const { bytes } = this;
    let left = value;
    if (left < 0) {
      if (left === -MOST_INT - 1) {
        this.text(String(left));
        return;
      }
      bytes[this.end++] = MINUS;
      left = -left;
    }
    const end = this.end + digitsOf(left);
    this.end = end;
    let at = end;
    do {
      const rest = (left / 10) | 0;
      bytes[--at] = ZERO + left - rest * 10;
      left = rest;
    } while (left > 0);
  }

  /** A point and so many decimals without the zeros at their end; nothing for a fraction of 0. */
  private fraction(units: number, decimals: number): void {
    if (units === 0) return;
    const { bytes } = this;
    const start = this.end;
    bytes[start] = POINT;
    let left = units | 0;
    let end = start;
    for (let at = start + decimals; at > start; at -= 1) {
      const rest = (left / 10) | 0;
      const digit = left - rest * 10;
      bytes[at] = ZERO + digit;
      if (end === start && digit !== 0) end = at;
      left = rest;
    }
    this.end = end + 1;
  }

  private grow(by: number): void {
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.end + by));
    larger.set(this.bytes.subarray(0, this.end));
    this.bytes = larger;
  }
}

/** As many texts as are kept made; names of places and kinds come again and again, notes do not. */
const MOST_MADE = 4096;

/** Texts that are not plain, made into bytes once and kept for the next time they come. */
export class MadeTexts {
  private readonly made = new Map<string, Uint8Array>();
  private readonly encoder = new TextEncoder();
  private readonly make: (text: string) => string;

  constructor(make: (text: string) => string) {
    this.make = make;
  }

  of(text: string): Uint8Array {
    const known = this.made.get(text);
    if (known !== undefined) return known;
    const bytes = this.encoder.encode(this.make(text));
    if (this.made.size < MOST_MADE) this.made.set(text, bytes);
    return bytes;
  }
}

/** How words become part of a file. */
export interface WordForm {
  /** What stands before each word, such as the name of its property. */
  readonly before?: string;
  /** Stands before and after a word that is written as it is held. */
  readonly around?: string;
  /** Signs that may stand in a word as they are, and that it may start with. */
  readonly plain: Uint8Array;
  readonly plainStart?: Uint8Array;
  /** The word as it has to be written where some sign of it is not plain. */
  readonly make: (word: string) => string;
}

/** Writes words by code: copied from where they are held if they are plain, else from bytes made once. */
export class WordWriter {
  private readonly made: Uint8Array[] = [];
  private readonly encoder = new TextEncoder();
  private readonly words: Words;
  /** The words where they are held, and what stands before one and on both sides of it when it is copied. */
  readonly held: HeldWords | undefined;
  readonly before: Uint8Array;
  readonly around: Uint8Array;
  private readonly make: (word: string) => string;
  private readonly plain: Uint8Array;
  private readonly plainStart: Uint8Array;

  constructor(words: Words, { before = '', around = '', plain, plainStart = plain, make }: WordForm) {
    this.words = words;
    this.held = words.held;
    this.before = this.encoder.encode(before);
    this.around = this.encoder.encode(around);
    this.plain = plain;
    this.plainStart = plainStart;
    this.make = (word) => before + make(word);
  }

  write(out: ByteText, code: number): void {
    const made = this.made[code];
    if (made !== undefined) out.ready(made);
    else if (!this.copied(out, code)) {
      const bytes = this.encoder.encode(this.make(this.words.text(code)));
      if (code < MOST_MADE) this.made[code] = bytes;
      out.ready(bytes);
    }
  }

  /** Copies a plain word from where it is held; says false where there is none such. */
  private copied(out: ByteText, code: number): boolean {
    const { held } = this;
    if (held === undefined) return false;
    const [start, end] = [held.startOf(code), held.endOf(code)];
    if (this.plainStart[held.bytes[start] ?? 0] !== 1) return false;
    const { length } = out;
    out.ready(this.before);
    out.ready(this.around);
    if (out.plainBytes(held.bytes, start, end, this.plain)) {
      out.ready(this.around);
      return true;
    }
    out.cut(length);
    return false;
  }
}

/** How many digits a whole number from 0 to 2³¹ − 1 has. */
function digitsOf(value: number): number {
  if (value < 1e5) return value < 100 ? (value < 10 ? 1 : 2) : value < 1e3 ? 3 : value < 1e4 ? 4 : 5;
  if (value < 1e7) return value < 1e6 ? 6 : 7;
  return value < 1e8 ? 8 : value < 1e9 ? 9 : 10;
}

/** The pieces as one. */
export function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  const all = [...pieces];
  const whole = new Uint8Array(all.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of all) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The text that pieces of UTF-8 make. */
export function textOf(pieces: Iterable<Uint8Array>): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for (const piece of pieces) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}
