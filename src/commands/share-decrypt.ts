import { decryptAge } from '../formats/age.js';
import { readTar } from '../formats/tar.js';
import type { World } from '../io/world.js';
import { FileError, UsageError } from '../model/failure.js';
import { isOn, textOption, type Invocation } from './command.js';
import { keyOf } from './share-secrets.js';

/** Opens an encrypted output into a folder: nothing is written before the last byte has been verified. */
export async function decryptOutput(invocation: Invocation, world: World): Promise<number> {
  const path = textOption(invocation, 'decrypt') ?? '';
  const folder = textOption(invocation, 'out');
  if (folder === undefined)
    throw new UsageError('--decrypt needs --out FOLDER: what it writes is readable by anybody');
  const key = await keyOf(invocation, world);
  const files = readTar(await decryptAge(await world.readFile(path), key));
  if (files === undefined) throw new FileError(`${path} holds no output of spotwise share`);
  const secrets = ['identity', 'passphraseFile'].flatMap((name) => textOption(invocation, name) ?? []);
  await world.writeResult(
    folder,
    files,
    [path, ...secrets].filter((input) => input !== '-'),
  );
  if (!isOn(invocation, 'quiet')) {
    await world.stdout.write(
      `${invocation.words.exchange.share.opened(files.size, world.shorten(folder))}\n`,
    );
  }
  return 0;
}
