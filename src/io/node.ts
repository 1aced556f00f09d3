import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { FileError } from '../model/failure.js';
import { ClosedPipe, type Sink, type World } from './world.js';
import { writeWholeFile } from './write-file.js';
import { fileError, sweepUnfinished, writeFreshFolder, writeResultFolder } from './write-folder.js';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** The world of a Node process: its disk, its terminal, its clock. Signals end it tidily. */
export function nodeWorld(): World {
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.once(signal, () => {
      void sweepUnfinished().finally(() => process.exit(code));
    });
  }
  return {
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    environment: process.env,
    readFile: async (path) => {
      try {
        return await readFile(path);
      } catch (error) {
        throw fileError(error, 'cannot open', path);
      }
    },
    readStdin,
    kindOf,
    list: async (path) => {
      try {
        return (await readdir(path)).sort();
      } catch (error) {
        throw fileError(error, 'cannot open', path);
      }
    },
    writeResult: writeResultFolder,
    writeFile: writeWholeFile,
    writeNewFolder: writeFreshFolder,
    join,
    shorten: (path) => {
      const way = relative(process.cwd(), resolve(path));
      return way === '' ? '.' : way.startsWith('..') || isAbsolute(way) ? resolve(path) : way;
    },
    sha256: (data) => createHash('sha256').update(data).digest('hex'),
    clock: () => performance.now(),
  };
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  stream.on('error', () => undefined);
  return {
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : 80,
    write: (text) =>
      new Promise((done, fail) => {
        stream.write(text, (error) => {
          if (error === null || error === undefined) done();
          else if ((error as NodeJS.ErrnoException).code === 'EPIPE')
            fail(new ClosedPipe('the reader has gone'));
          else fail(fileError(error, 'cannot write to', 'standard output'));
        });
      }),
  };
}

async function readStdin(): Promise<Uint8Array> {
  if (process.stdin.isTTY) throw new FileError('nothing comes in on standard input; pipe a table into it');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw fileError(error, 'cannot open', path);
  }
}
