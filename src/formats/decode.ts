import { raise, type IssueCode } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';

/** The text of a file and how it was encoded, or the issue that says why it is no text. */
export type Decoded = { readonly text: string; readonly encoding: string } | { readonly issue: Issue };

const SIGNATURES: readonly {
  readonly bytes: readonly number[];
  readonly what: string;
  readonly fix: string;
}[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: 'a workbook or zip archive',
    fix: 'Open it and save the sheet as "CSV UTF-8", then name that file.',
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: 'an old Excel workbook',
    fix: 'Open it and save the sheet as "CSV UTF-8", then name that file.',
  },
  { bytes: [0x1f, 0x8b], what: 'a gzip archive', fix: 'Unpack it first.' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF', fix: 'Export the table behind it as "CSV UTF-8".' },
  { bytes: [0x53, 0x51, 0x4c, 0x69], what: 'a database', fix: 'Export the table as "CSV UTF-8".' },
];

/**
 * The text of a file: UTF-8 with or without a mark, or UTF-16 with one. Bytes that are no valid UTF-8, a NUL byte, a
 * workbook or an archive are located issues, never replaced by other characters.
 */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  const signature = signatureOf(bytes);
  if (signature !== undefined) {
    return fault(
      file,
      'not-a-text-table',
      undefined,
      `The file is ${signature.what}, not a text table.`,
      signature.fix,
    );
  }
  const marked = decodeMarked(bytes, file);
  if (marked !== undefined) return marked;
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { issue: nulByte(file, lineAt(bytes, nul), bytes) };
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding: 'UTF-8',
    };
  } catch {
    return { issue: invalidUtf8(file, lineAt(bytes, firstInvalidByte(bytes))) };
  }
}

const signatureOf = (bytes: Uint8Array) =>
  SIGNATURES.find(({ bytes: start }) => start.every((byte, at) => bytes[at] === byte));

/** True when the first bytes are a mark of another encoding than UTF-8, or of no text at all. */
export function isMarked(bytes: Uint8Array): boolean {
  const [first, second, third] = bytes;
  return (
    signatureOf(bytes) !== undefined ||
    isMarkedUtf16(bytes) ||
    (first === 0xef && second === 0xbb && third === 0xbf)
  );
}

/** True when the first bytes are the mark of UTF-16. */
export function isMarkedUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The last place up to `end` before which no character of UTF-8 is cut. */
export function wholeSigns(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at > Math.max(0, end - 3) && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}

/** The issue of a NUL byte on that line of a file that begins with those bytes. */
export function nulByte(file: string, line: number, start: Uint8Array): Issue {
  const fix = looksLikeUtf16(start)
    ? 'Save the file as UTF-8.'
    : 'Save the file again as UTF-8 text from the program that made it.';
  return raise('nul-byte', { file, line }, { message: 'There is a NUL byte in the text.', fix });
}

/** The issue of bytes on that line that are no valid UTF-8. */
export function invalidUtf8(file: string, line: number): Issue {
  const message = 'The bytes here are no valid UTF-8.';
  const fix = 'Save the file as "CSV UTF-8"; in Excel it is a choice in Save As.';
  return raise('encoding-invalid', { file, line }, { message, fix });
}

function decodeMarked(bytes: Uint8Array, file: string): Decoded | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const rest = decodeText(bytes.subarray(3), file);
    return 'text' in rest ? { ...rest, encoding: 'UTF-8 with mark' } : rest;
  }
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (utf16 === undefined) return undefined;
  try {
    const text = new TextDecoder(utf16, { fatal: true }).decode(bytes);
    const nul = text.indexOf('\0');
    if (nul >= 0) {
      const line = text.slice(0, nul).split('\n').length;
      return fault(
        file,
        'nul-byte',
        line,
        'There is a NUL character in the text.',
        'Save the file again as UTF-8 text.',
      );
    }
    return { text, encoding: 'UTF-16' };
  } catch {
    return fault(
      file,
      'encoding-invalid',
      undefined,
      'The file is marked as UTF-16 but is cut or damaged.',
      'Save the file as UTF-8.',
    );
  }
}

function fault(
  file: string,
  code: IssueCode,
  line: number | undefined,
  message: string,
  fix: string,
): Decoded {
  return { issue: raise(code, { file, line }, { message, fix }) };
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  return bytes.length > 3 && (bytes[0] === 0) !== (bytes[1] === 0) && (bytes[2] === 0) !== (bytes[3] === 0);
}

/** Line an offset falls on, by line feeds. */
export function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) if (bytes[at] === 10) line += 1;
  return line;
}

/** Offset of the first byte that is no valid UTF-8, found line by line: a line feed is never part of a longer character. */
export function firstInvalidByte(bytes: Uint8Array): number {
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return start;
    }
    start = end;
  }
  return 0;
}
