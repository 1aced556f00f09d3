import { isParquet } from '../formats/is-parquet.js';
import { joinBytes } from '../io/bytes.js';
import type { Issue } from '../model/issue.js';

/** A file of a study, with the name messages use for it: its bytes at once, or in pieces as they are read. */
export type StudyFile =
  | { readonly file: string; readonly bytes: Uint8Array }
  | {
      readonly file: string;
      readonly pieces: AsyncIterable<Uint8Array>;
      /** Length in bytes, where it is known. */
      readonly size: number | undefined;
    };

/** A file as a table is read from it; without a source where it cannot be one. */
export interface OpenedFile {
  /** The first bytes. */
  readonly start: Uint8Array;
  readonly source: StudyFile | undefined;
  readonly issues: readonly Issue[];
}

/** Looks at how the file begins. One in Parquet is opened as the CSV file with the same rows. */
export async function openStudyFile(id: string, file: StudyFile): Promise<OpenedFile> {
  const peeked = await peek(file);
  if (!isParquet(peeked.start)) return { ...peeked, issues: [] };
  const { openParquet } = await import('./open-parquet.js');
  const { pieces, issues } = await openParquet(id, {
    file: file.file,
    pieces: piecesOf(peeked.source).chunks,
  });
  if (pieces === undefined) return { start: new Uint8Array(), source: undefined, issues };
  return { ...(await peek({ file: file.file, pieces, size: undefined })), issues };
}

/** What is looked at to tell what a file is, in bytes, where it has so many. */
const START = 16_384;

/** The first bytes of a file, and the file as it was before they were looked at. */
async function peek(file: StudyFile): Promise<{ readonly start: Uint8Array; readonly source: StudyFile }> {
  if ('bytes' in file) return { start: file.bytes, source: file };
  const pieces = file.pieces[Symbol.asyncIterator]();
  const first = await pieces.next();
  let start = first.done === true ? new Uint8Array() : first.value;
  while (start.length < START) {
    // A copy: the pieces may share one room.
    const held = Uint8Array.from(start);
    const next = await pieces.next();
    start = next.done === true ? held : joinBytes([held, next.value]);
    if (next.done === true) break;
  }
  return { start, source: { ...file, pieces: startingWith(start, pieces) } };
}

async function* startingWith(
  start: Uint8Array,
  pieces: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    if (start.length > 0) yield start;
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
  } finally {
    await pieces.return?.();
  }
}

/** The whole of it. */
export async function bytesOf(source: StudyFile): Promise<Uint8Array> {
  if ('bytes' in source) return source.bytes;
  const pieces: Uint8Array[] = [];
  // A copy: the pieces may share one room, and slice of a Buffer would too.
  for await (const piece of source.pieces) pieces.push(Uint8Array.from(piece));
  return joinBytes(pieces);
}

/** Length of the pieces that bytes held at once are read in. */
const PIECE = 1_048_576;

/** The same in pieces. */
export function piecesOf(source: StudyFile): {
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  readonly size: number | undefined;
} {
  if ('pieces' in source) return { chunks: source.pieces, size: source.size };
  const { bytes } = source;
  const count = Math.ceil(bytes.length / PIECE);
  const chunks = Array.from({ length: count }, (_, at) => bytes.subarray(at * PIECE, (at + 1) * PIECE));
  return { chunks, size: bytes.length };
}
