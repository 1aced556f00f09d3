import { main } from '../../src/cli.js';
import { bytesWorld } from './bytes-world.js';
import { memoryWorld } from './memory-world.js';

/** What a command line did in a world of those files. */
export async function spotwise(
  line: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
) {
  const world = isText(files) ? memoryWorld(files) : bytesWorld(files);
  const code = await main(line, world);
  return { code, out: world.said.stdout, error: world.said.stderr, files: world.files };
}

const isText = (files: Readonly<Record<string, string | Uint8Array>>): files is Record<string, string> =>
  Object.values(files).every((data) => typeof data === 'string');
