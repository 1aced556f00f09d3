import { FileError, UsageError } from '../model/failure.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of the path is a file',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the disk could not be read',
};

/** A system error as one clear line; anything else is passed on as the bug it is. */
export function fileError(error: unknown, doing: string, path: string): unknown {
  if (error instanceof FileError || error instanceof UsageError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') return error;
  return new FileError(`${doing} ${path}: ${REASONS[code] ?? code}`);
}
