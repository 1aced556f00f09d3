import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import { FileError, UsageError } from '../model/failure.js';
import { fileError } from './file-error.js';
import type { FileData, FilesToWrite } from './world.js';

/** The file that marks a folder as a result of spotwise; written last. */
const MANIFEST = 'run.json';

/** Temporary files and folders of this process, to be swept if a signal ends it. */
const unfinished = new Set<string>();

/** True once a signal has ended the work: whatever is still under way writes nothing more. */
let isStopping = false;

/** Removes what this process had begun and not finished; used when a signal ends it. */
export async function sweepUnfinished(): Promise<void> {
  isStopping = true;
  for (const path of unfinished) await remove(path);
}

/** Removes a file or folder; tries again while a write that was under way still lands in it. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}

/** Writes a result folder whole: beside it first, synced, manifest last, then renamed into place. */
export async function writeResultFolder(
  path: string,
  files: FilesToWrite,
  inputs: readonly string[],
): Promise<void> {
  const target = resolve(path);
  await orFileError(target, async () => {
    await refuseUnsafe(target, inputs);
    await tidySiblings(target);
    const isReplacing = await isEarlierResult(target);
    const fresh = await writeBeside(target, files);
    await putInPlace(fresh, target, async () => {
      if (isReplacing) await swap(fresh, target);
      else await rename(fresh, target);
    });
  });
}

/** Writes a folder that must not exist yet (or be empty). */
export async function writeFreshFolder(path: string, files: FilesToWrite): Promise<void> {
  const target = resolve(path);
  await orFileError(target, async () => {
    const names = await namesIn(target);
    if (names !== undefined && names.length > 0) {
      throw new FileError(`${target} is not empty; choose a folder that does not exist yet`);
    }
    await refuseLinks(target);
    await refuseOrphan(target);
    const fresh = await writeBeside(target, files);
    await putInPlace(fresh, target, () => rename(fresh, target));
  });
}

/** Writes one file beside its place, synced, then renamed into it. */
export async function writeOneFile(path: string, data: string | Uint8Array): Promise<void> {
  const target = resolve(path);
  await orFileError(target, async () => {
    const found = await kind(target);
    if (found === 'link') throw new FileError(`${target} is a symbolic link; name the real file`);
    if (found === 'folder') throw new FileError(`${target} is a folder; name a file`);
    await refuseLinks(dirname(target));
    const fresh = besideOf(target, 'new');
    unfinished.add(fresh);
    try {
      await writeSynced(fresh, data);
    } catch (error) {
      await abandon(fresh);
      throw error;
    }
    await putInPlace(fresh, target, () => rename(fresh, target));
  });
}

/** Does the work; what the system refuses on the way is a FileError about the target. */
async function orFileError(target: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw fileError(error, 'cannot write', target);
  }
}

/** The last step of writing: what was made beside comes into its place, and nothing stays beside it. */
async function putInPlace(fresh: string, target: string, moveIn: () => Promise<void>): Promise<void> {
  try {
    await moveIn();
    await syncFolder(dirname(target));
  } finally {
    await remove(fresh).catch(() => undefined);
    unfinished.delete(fresh);
  }
}

/** A name beside the target that no other run uses and that says which process is writing it. */
const besideOf = (target: string, what: 'new' | 'old') =>
  join(dirname(target), `${siblingPrefix(target)}${what}-${process.pid}-${randomBytes(4).toString('hex')}`);

async function writeBeside(target: string, files: FilesToWrite): Promise<string> {
  const fresh = besideOf(target, 'new');
  unfinished.add(fresh);
  try {
    await mkdir(fresh, { mode: 0o700 });
    const names = [...files.keys()].sort((a, b) => Number(a === MANIFEST) - Number(b === MANIFEST));
    const folders = new Set([fresh]);
    for (const name of names) {
      const folder = dirname(join(fresh, name));
      await untilStopped();
      if (!folders.has(folder)) await mkdir(folder, { recursive: true, mode: 0o700 });
      folders.add(folder);
      await writeSynced(join(fresh, name), files.get(name) ?? '');
    }
    for (const folder of folders) await syncFolder(folder);
    return fresh;
  } catch (error) {
    await abandon(fresh);
    throw error;
  }
}

/** Takes away what was begun; where even that fails, the next run does it. */
async function abandon(fresh: string): Promise<void> {
  await remove(fresh).catch(() => undefined);
  unfinished.delete(fresh);
}

async function writeSynced(path: string, data: FileData): Promise<void> {
  await untilStopped();
  const file = await open(path, 'wx', 0o600);
  try {
    if (typeof data === 'string' || data instanceof Uint8Array) await file.writeFile(data);
    else for (const piece of data.pieces) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Goes on at once, or never again when a signal has ended the work: the process is about to exit. */
async function untilStopped(): Promise<void> {
  if (isStopping) await new Promise(() => undefined);
}

/** Makes the names in a folder last; where a system cannot sync folders (Windows) there is nothing to do. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Old aside, new in place, old removed; if the middle step fails the old one is put back. The two renames follow each
 * other without a pause in which a signal could be heard: no system call that Node reaches swaps two folders in one.
 */
async function swap(fresh: string, target: string): Promise<void> {
  await untilStopped();
  const aside = besideOf(target, 'old');
  await firmly(() => renameSync(target, aside));
  try {
    await firmly(() => renameSync(fresh, target));
  } catch (error) {
    renameSync(aside, target);
    throw error;
  }
  unfinished.add(aside);
  await remove(aside).catch(() => undefined);
  unfinished.delete(aside);
}

const TRIES = 20;

/** Does it again for a while where Windows refuses because a scanner holds the file; elsewhere the first word stands. */
async function firmly(work: () => void): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      work();
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isBusy = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code ?? '');
      if (!isBusy || tried === TRIES) throw error;
      await new Promise((go) => {
        setTimeout(go, 100);
      });
    }
  }
}

const siblingPrefix = (target: string) => `.${basename(target)}.spotwise-`;

/** Puts back a result that a killed run had moved aside, and removes what dead runs left unfinished. */
async function tidySiblings(target: string): Promise<void> {
  const prefix = siblingPrefix(target);
  const names = (await namesIn(dirname(target))) ?? [];
  const stale = names.filter(
    (name) => name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length).split('-')[1])),
  );
  const isOld = (name: string) => name.startsWith(`${prefix}old-`);
  for (const name of stale.sort((a, b) => Number(isOld(b)) - Number(isOld(a)))) {
    const sibling = join(dirname(target), name);
    if (isOld(name) && (await kind(target)) === undefined) await rename(sibling, target);
    else await remove(sibling);
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
  const real = await realPath(target);
  for (const input of inputs) {
    if (input === '-') continue;
    if (isWithin(resolve(input), target) || isWithin(await realPath(resolve(input)), real)) {
      throw new UsageError(`the input ${input} lies in the output folder ${target}; choose another --out`);
    }
  }
  await refuseLinks(target);
  await refuseOrphan(target);
}

/** A folder is made for the result, never the folders above it: a slip in the path is said, not followed. */
async function refuseOrphan(target: string): Promise<void> {
  const found = await kind(dirname(target));
  if (found === undefined) throw new FileError(`cannot write ${target}: the folder above it does not exist`);
  if (found === 'file') throw new FileError(`cannot write ${target}: part of the path is a file`);
}

/** The path with its links followed, as far as it exists. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(await realPath(above), basename(path));
  }
}

/**
 * Refuses a symbolic link anywhere on the way: somebody may have laid it to have places written where others read. Below
 * the current folder every part is looked at, elsewhere every part but the first, which the system itself may have
 * linked (`/tmp`, `/var`).
 */
async function refuseLinks(target: string): Promise<void> {
  const here = process.cwd();
  const top = isWithin(target, here) ? here : parse(target).root;
  const parts = relative(top, target).split(sep);
  let path = top;
  for (const [at, part] of parts.entries()) {
    path = join(path, part);
    if (at === 0 && top !== here && parts.length > 1) continue;
    if ((await kind(path)) === 'link') {
      throw new FileError(`${path} is a symbolic link; name the real folder with --out`);
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
