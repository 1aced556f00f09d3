import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileError } from './write-folder.js';

/** Writes one file whole: beside it first, synced, then renamed into place. */
export async function writeWholeFile(path: string, data: string | Uint8Array): Promise<void> {
  const target = resolve(path);
  const tag = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const fresh = join(dirname(target), `.${basename(target)}.spotwise-new-${tag}`);
  try {
    await mkdir(dirname(target), { recursive: true });
    const file = await open(fresh, 'wx', 0o600);
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, target);
  } catch (error) {
    throw fileError(error, 'cannot write', path);
  } finally {
    await rm(fresh, { force: true });
  }
}
