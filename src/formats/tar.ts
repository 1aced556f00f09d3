/** The files of an archive by name. */
export type ArchivedFiles = ReadonlyMap<string, Uint8Array>;

const BLOCK = 512;
const LONGEST_NAME = 100;
const encoder = new TextEncoder();

/**
 * The files as one POSIX tar archive (ustar, IEEE Std 1003.1): names below one folder at most, mode 0600, owner and times zero,
 * so that nothing is said of who made it or when, and the same files give the same bytes.
 */
export function writeTar(files: ArchivedFiles): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [name, bytes] of files) {
    parts.push(headerOf(name, bytes.length), bytes, new Uint8Array(padding(bytes.length)));
  }
  parts.push(new Uint8Array(2 * BLOCK));
  return concatenate(parts);
}

const padding = (length: number) => (BLOCK - (length % BLOCK)) % BLOCK;

const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;

function headerOf(name: string, size: number): Uint8Array {
  if (!isPlainName(name)) throw new RangeError('a name in an archive is plain and has one folder at most');
  const header = new Uint8Array(BLOCK);
  const put = (at: number, text: string) => header.set(encoder.encode(text), at);
  put(0, name);
  put(100, octal(0o600, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(size, 11));
  put(136, octal(0, 11));
  put(148, ' '.repeat(8));
  put(156, '0');
  put(257, 'ustar\u000000');
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return header;
}

/** Letters, digits, dot, dash and underscore, one folder at most; no part with a leading dot. */
const isPlainName = (name: string) =>
  name.length <= LONGEST_NAME &&
  /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)?[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name);

/**
 * The files of an archive that `writeTar` made. Undefined when it is anything else: a wrong sum, a link, a name
 * that would leave the folder, a name twice, an end that is cut off.
 */
export function readTar(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
  const files = new Map<string, Uint8Array>();
  let at = 0;
  while (at + BLOCK <= bytes.length) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return files;
    const entry = readHeader(header);
    if (entry === undefined || files.has(entry.name)) return undefined;
    at += BLOCK;
    if (at + entry.size > bytes.length) return undefined;
    files.set(entry.name, bytes.slice(at, at + entry.size));
    at += entry.size + padding(entry.size);
  }
  return undefined;
}

function readHeader(header: Uint8Array): { name: string; size: number } | undefined {
  const text = (from: number, to: number) =>
    new TextDecoder('latin1').decode(header.subarray(from, to)).split('\0')[0] ?? '';
  const stated = Number.parseInt(text(148, 156).trim(), 8);
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  const name = text(0, LONGEST_NAME);
  const size = text(124, 136).trim();
  const isFile = text(156, 157) === '0' && text(257, 263) === 'ustar';
  if (stated !== sum || !isFile || !isPlainName(name) || !/^[0-7]{1,11}$/.test(size)) return undefined;
  return { name, size: Number.parseInt(size, 8) };
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
