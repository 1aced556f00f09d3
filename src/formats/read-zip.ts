import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';

/** The files of an archive by name, or the issue that says why it is not opened. */
export type ZipReading = { readonly entries: ReadonlyMap<string, Uint8Array> } | { readonly issue: Issue };

const LARGEST_ARCHIVE = 64 * 1_048_576;
const LARGEST_CONTENT = 96 * 1_048_576;
const MOST_ENTRIES = 2_000;

/** Which entries are wanted; the others are counted and not unpacked. */
export type WantedEntry = (name: string) => boolean;

/**
 * Unpacks the wanted entries of a zip archive within hard limits: what the archive says it holds is added up before
 * anything is unpacked, and no entry can grow beyond what it says. Names are never used as paths.
 */
export async function readZip(
  bytes: Uint8Array,
  file: string,
  isWanted: WantedEntry = () => true,
): Promise<ZipReading> {
  if (bytes.length > LARGEST_ARCHIVE)
    return tooLarge(file, `The archive is larger than ${mib(LARGEST_ARCHIVE)}.`);
  const { unzipSync } = await import('fflate');
  let entries = 0;
  let content = 0;
  let fault: Issue | undefined;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize, compression }) => {
        entries += 1;
        content += originalSize;
        fault ??= entryFault(file, { name, entries, content, compression });
        return fault === undefined && isWanted(name) && !name.endsWith('/');
      },
    });
    if (fault !== undefined) return { issue: fault };
    return { entries: new Map(Object.entries(files)) };
  } catch {
    return fault === undefined ? damaged(file) : { issue: fault };
  }
}

function entryFault(
  file: string,
  entry: {
    readonly name: string;
    readonly entries: number;
    readonly content: number;
    readonly compression: number;
  },
): Issue | undefined {
  if (entry.entries > MOST_ENTRIES) {
    return tooLarge(file, `The archive holds more than ${MOST_ENTRIES} files.`).issue;
  }
  if (entry.content > LARGEST_CONTENT) {
    return tooLarge(file, `Unpacked, the archive would be larger than ${mib(LARGEST_CONTENT)}.`).issue;
  }
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/i.test(entry.name)) {
    const message = 'The archive holds a file that wants to be written outside it.';
    return raise('import-refused', { file }, { message, fix: 'Do not open it; ask who sent it.' });
  }
  if (entry.compression !== 0 && entry.compression !== 8) return damaged(file).issue;
  return undefined;
}

const mib = (size: number) => `${size / 1_048_576} MiB`;

function tooLarge(file: string, message: string): { readonly issue: Issue } {
  return { issue: raise('import-too-large', { file }, { message }) };
}

function damaged(file: string): { readonly issue: Issue } {
  return {
    issue: raise(
      'import-refused',
      { file },
      { message: 'The archive is damaged, encrypted or packed in an unknown way.' },
    ),
  };
}
