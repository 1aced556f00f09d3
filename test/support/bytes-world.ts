import type { World } from '../../src/io/world.js';
import { memoryWorld, type MemoryWorld } from './memory-world.js';

/** A world in memory whose files may be bytes that are no text. */
export function bytesWorld(files: Readonly<Record<string, string | Uint8Array>>): MemoryWorld & World {
  const world = memoryWorld(Object.fromEntries(Object.keys(files).map((path) => [path, ''])));
  const encoder = new TextEncoder();
  const readFile = async (path: string) => {
    const data = files[world.join(path)];
    if (data === undefined) return await world.readFile(path);
    return typeof data === 'string' ? encoder.encode(data) : data;
  };
  return {
    ...world,
    readFile,
    readPieces: async (path) => {
      const bytes = await readFile(path);
      return { size: bytes.length, pieces: inPieces(bytes) };
    },
  };
}

/** The bytes in uneven pieces, so that a sign or a row can be cut anywhere. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0, length = 1; at < bytes.length; at += length, length = (length * 7 + 3) % 61) {
    length += 1;
    yield bytes.subarray(at, at + length);
  }
}
