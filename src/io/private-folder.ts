import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileError } from './file-error.js';

/** A folder for files that another program must find on the disk; only its owner may look into it. */
export interface PrivateFolder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** Folders that still stand; whatever ends the process takes them along. */
const standing = new Set<string>();

/** Makes a folder in the system's temporary folder, readable by nobody else (mode 700). */
export async function makePrivateFolder(): Promise<PrivateFolder> {
  const wanted = join(tmpdir(), `spotwise-duckdb-${process.pid}-`);
  try {
    const path = await mkdtemp(wanted);
    if (standing.size === 0) process.on('exit', removeStanding);
    standing.add(path);
    return { path, remove: () => removeFolder(path) };
  } catch (error) {
    throw fileError(error, 'cannot write', wanted);
  }
}

async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  standing.delete(path);
  if (standing.size === 0) process.removeListener('exit', removeStanding);
}

function removeStanding(): void {
  for (const path of standing) rmSync(path, { recursive: true, force: true });
}
