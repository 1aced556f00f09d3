import type { World } from '../../src/io/world.js';
import { memoryWorld, type MemoryWorld } from './memory-world.js';

/** A world in memory whose files may be bytes that are no text. */
export function bytesWorld(files: Readonly<Record<string, string | Uint8Array>>): MemoryWorld & World {
  const world = memoryWorld(Object.fromEntries(Object.keys(files).map((path) => [path, ''])));
  const encoder = new TextEncoder();
  return {
    ...world,
    readFile: async (path) => {
      const data = files[world.join(path)];
      if (data === undefined) return await world.readFile(path);
      return typeof data === 'string' ? encoder.encode(data) : data;
    },
  };
}
