import { main } from '../../src/cli.js';
import { memoryWorld } from './memory-world.js';

/** What a command line did in a world of those files. */
export async function spotwise(line: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const world = memoryWorld(files);
  const code = await main(line, world);
  return { code, out: world.said.stdout, error: world.said.stderr, files: world.files };
}
