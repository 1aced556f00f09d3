/** What a file says of the computer, the person or the moment it was made: a kind and the text found. */
export interface MetadataFinding {
  readonly kind: 'path' | 'time' | 'person' | 'address';
}

const PATH =
  /(?:^|["'\s=:(])(?:\/(?:home|Users|root|tmp|mnt|media|var|opt|private|Volumes)\/|~\/|[A-Za-z]:\\|\\\\[\w.-]+\\|file:\/\/)/m;
const TIME = /\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}|(?:^|[^\d:])(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d(?:[^\d:]|$)/m;
const ADDRESS = /[\w.+-]+@[\w-]+\.[\w.-]+/;
/** Milliseconds or seconds since 1970 for the years 2001 to 2065. */
const EPOCH = /(?:^|[^\d.])(?:[12]\d{9}|[12]\d{12})(?:[^\d]|$)/m;

/** Hashes are long runs of hexadecimal digits and would look like anything. */
const HASH = /\b[0-9a-f]{16,}\b/g;

/** Names shorter than this would be found by chance in any table. */
const SHORTEST_NAME = 4;
const COMMON = new Set([
  'root',
  'user',
  'users',
  'admin',
  'home',
  'localhost',
  'guest',
  'node',
  'runner',
  'spotwise',
  'share',
  'team',
  'programme',
  'partner',
  'public',
  'people',
  'spots',
]);

/**
 * What a text gives away about its making: an absolute path, a clock time finer than a day, an e-mail address, or one of
 * the names given (user and computer).
 */
export function metadataIn(text: string, names: readonly (string | undefined)[]): MetadataFinding[] {
  const found: MetadataFinding[] = [];
  const plain = text.replaceAll(HASH, '');
  if (PATH.test(plain)) found.push({ kind: 'path' });
  if (TIME.test(plain) || EPOCH.test(plain)) found.push({ kind: 'time' });
  if (ADDRESS.test(plain)) found.push({ kind: 'address' });
  const words = new Set(plain.toLowerCase().split(/[^\p{L}\p{M}\p{N}_.-]+/u));
  const isNamed = names.some(
    (name) => name !== undefined && isTelling(name) && words.has(name.toLowerCase()),
  );
  if (isNamed) found.push({ kind: 'person' });
  return found;
}

const isTelling = (name: string) => name.length >= SHORTEST_NAME && !COMMON.has(name.toLowerCase());
