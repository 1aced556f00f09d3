import { lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import { FileError } from '../model/failure.js';
import { fileError } from './file-error.js';
import type { ResultFiles } from './world.js';

/** The file that marks a folder as a result of spotwise; written last. */
const MANIFEST = 'run.json';

/** Temporary folders of this process, to be swept if a signal ends it. */
const unfinished = new Set<string>();

/** Removes what this process had begun and not finished; used when a signal ends it. */
export async function sweepUnfinished(): Promise<void> {
  for (const folder of unfinished) await rm(folder, { recursive: true, force: true });
}

/** Writes a result folder whole: beside it first, synced, manifest last, then renamed into place. */
export async function writeResultFolder(
  path: string,
  files: ResultFiles,
  inputs: readonly string[],
): Promise<void> {
  const target = resolve(path);
  await refuseUnsafe(target, inputs);
  await tidySiblings(target);
  const isReplacing = await isEarlierResult(target);
  const fresh = await writeBeside(target, files);
  try {
    if (isReplacing) await swap(fresh, target);
    else await rename(fresh, target);
  } catch (error) {
    throw fileError(error, 'cannot write', target);
  } finally {
    unfinished.delete(fresh);
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Writes a folder that must not exist yet (or be empty). */
export async function writeFreshFolder(path: string, files: ResultFiles): Promise<void> {
  const target = resolve(path);
  const names = await namesIn(target);
  if (names !== undefined && names.length > 0) {
    throw new FileError(`${target} is not empty; choose a folder that does not exist yet`);
  }
  const fresh = await writeBeside(target, files);
  try {
    await rename(fresh, target);
  } catch (error) {
    throw fileError(error, 'cannot write', target);
  } finally {
    unfinished.delete(fresh);
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Writes one file beside its place, synced, then renamed into it. */
export async function writeOneFile(path: string, data: string | Uint8Array): Promise<void> {
  const target = resolve(path);
  const found = await kind(target);
  if (found === 'link') throw new FileError(`${target} is a symbolic link; name the real file`);
  if (found === 'folder') throw new FileError(`${target} is a folder; name a file`);
  const fresh = join(
    dirname(target),
    `${siblingPrefix(target)}new-${process.pid}-${randomBytes(4).toString('hex')}`,
  );
  unfinished.add(fresh);
  try {
    await writeSynced(fresh, data);
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw fileError(error, 'cannot write', target);
  } finally {
    unfinished.delete(fresh);
  }
}

async function writeBeside(target: string, files: ResultFiles): Promise<string> {
  const fresh = join(
    dirname(target),
    `${siblingPrefix(target)}new-${process.pid}-${randomBytes(4).toString('hex')}`,
  );
  unfinished.add(fresh);
  try {
    await mkdir(dirname(target), { recursive: true });
    await mkdir(fresh, { mode: 0o700 });
    const names = [...files.keys()].sort((a, b) => Number(a === MANIFEST) - Number(b === MANIFEST));
    for (const name of names) await writeSynced(join(fresh, name), files.get(name) ?? '');
    await syncFolder(fresh);
    return fresh;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined);
    unfinished.delete(fresh);
    throw fileError(error, 'cannot write', target);
  }
}

async function writeSynced(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Old aside, new in place, old removed; if the middle step fails the old one is put back. */
async function swap(fresh: string, target: string): Promise<void> {
  const aside = join(
    dirname(target),
    `${siblingPrefix(target)}old-${process.pid}-${randomBytes(4).toString('hex')}`,
  );
  await rename(target, aside);
  try {
    await rename(fresh, target);
  } catch (error) {
    await rename(aside, target);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

const siblingPrefix = (target: string) => `.${basename(target)}.spotwise-`;

/** Puts back a result that a killed run had moved aside, and removes what dead runs left unfinished. */
async function tidySiblings(target: string): Promise<void> {
  const prefix = siblingPrefix(target);
  const names = (await namesIn(dirname(target))) ?? [];
  const stale = names.filter(
    (name) => name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length).split('-')[1])),
  );
  for (const name of stale) {
    const sibling = join(dirname(target), name);
    const isOld = name.startsWith(`${prefix}old-`);
    if (isOld && (await kind(target)) === undefined) await rename(sibling, target);
    else await rm(sibling, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function refuseUnsafe(target: string, inputs: readonly string[]): Promise<void> {
  for (const folder of [target, dirname(target)]) {
    if ((await kind(folder)) === 'link') {
      throw new FileError(`${folder} is a symbolic link; name the real folder with --out`);
    }
  }
  for (const input of inputs) {
    if (isWithin(resolve(input), target)) {
      throw new FileError(`the input ${input} lies in the output folder ${target}; choose another --out`);
    }
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

/** True for a folder that an earlier run of spotwise made; a FileError for anything else that is in the way. */
async function isEarlierResult(target: string): Promise<boolean> {
  const found = await kind(target);
  if (found === undefined) return false;
  if (found === 'file') throw new FileError(`${target} is a file; name a folder with --out`);
  const names = (await namesIn(target)) ?? [];
  if (names.length === 0) return true;
  if (names.includes(MANIFEST)) {
    const manifest = await readFile(join(target, MANIFEST), 'utf8').catch(() => '');
    if (manifest.includes('"tool": "spotwise"')) return true;
  }
  throw new FileError(`${target} holds files that spotwise did not make; choose another folder with --out`);
}

async function kind(path: string): Promise<'file' | 'folder' | 'link' | undefined> {
  try {
    const found = await lstat(path);
    if (found.isSymbolicLink()) return 'link';
    return found.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw fileError(error, 'cannot look at', path);
  }
}

async function namesIn(path: string): Promise<string[] | undefined> {
  try {
    return await readdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw fileError(error, 'cannot open', path);
  }
}
