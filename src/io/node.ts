import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { FileError, UsageError } from '../model/failure.js';
import { fileError } from './file-error.js';
import { ClosedPipe, type Interruption, type Pieces, type Sink, type World } from './world.js';

/** Exit code of a program that an interruption stopped. */
const INTERRUPTED = 130;
const SIGNALS = { SIGINT: INTERRUPTED, SIGTERM: 143, SIGHUP: 129 } as const;

/** What reads and writes the disk and what hashes is loaded when it is first asked for: `--help` needs neither. */
const disk = () => process.getBuiltinModule('node:fs/promises');
const folders = () => import('./write-folder.js');
const hashing = () => process.getBuiltinModule('node:crypto');

/** The world of a Node process: its disk, its terminal, its clock. Signals end it tidily. */
export function nodeWorld(): World {
  const listeners: (() => void)[] = [];
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      const hear = signal === 'SIGINT' ? listeners.pop() : undefined;
      if (hear !== undefined) {
        say('interrupted: finishing with the best so far; once more stops at once');
        hear();
        return;
      }
      say(`stopped by ${signal}`);
      void folders()
        .then(({ sweepUnfinished }) => sweepUnfinished())
        .finally(() => process.exit(code));
    });
  }
  const opened = new Set<string>();
  return {
    stdout: sinkOf(() => process.stdout),
    stderr: sinkOf(() => process.stderr),
    environment: process.env,
    readFile: async (path) => {
      try {
        const bytes = await disk().readFile(path);
        opened.add((await identityOf(path)) ?? '');
        return bytes;
      } catch (error) {
        throw fileError(error, 'cannot open', path);
      }
    },
    readStdin,
    readPieces: async (path) => {
      const pieces = await readPieces(path);
      opened.add((await identityOf(path)) ?? '');
      return pieces;
    },
    kindOf,
    list: async (path) => {
      try {
        return (await disk().readdir(path)).sort();
      } catch (error) {
        throw fileError(error, 'cannot open', path);
      }
    },
    writeResult: async (...result) => await (await folders()).writeResultFolder(...result),
    writeNewFolder: async (...result) => await (await folders()).writeFreshFolder(...result),
    writeFile: async (path, data) => {
      if (opened.has((await identityOf(path)) ?? 'nothing there')) {
        throw new UsageError(`${path} is the input; write to another file`);
      }
      await (await folders()).writeOneFile(path, data);
    },
    renewFile: async (path, data) => await (await folders()).writeOneFile(path, data),
    join,
    shorten: (path) => {
      const way = relative(process.cwd(), resolve(path));
      return way === '' ? '.' : way.startsWith('..') || isAbsolute(way) ? resolve(path) : way;
    },
    sha256: (data) => hashing().createHash('sha256').update(data).digest('hex'),
    startSha256: () => {
      const hash = hashing().createHash('sha256');
      return { add: (data) => void hash.update(data), hex: () => hash.digest('hex') };
    },
    hmacSha256: (key, text) => hashing().createHmac('sha256', key).update(text).digest('hex'),
    today: () => dayOf(process.env['SOURCE_DATE_EPOCH']),
    listen: () => listenFor(listeners),
    clock: () => Number(process.hrtime.bigint()) / 1e6,
    inThreads: async (work, tasks, options) => {
      const { inThreads } = await import('./threads.js');
      return await inThreads(work, tasks, options);
    },
  };
}

/** One line, written at once: nothing waits for it. */
function say(what: string): void {
  try {
    writeSync(2, `spotwise: ${what}\n`);
  } catch {
    // Whoever would read it has gone.
  }
}

/** What tells one file from another whatever it is called (links followed); undefined where nothing stands. */
async function identityOf(path: string): Promise<string | undefined> {
  const found = await disk()
    .stat(path, { bigint: true })
    .catch(() => undefined);
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}

function listenFor(listeners: (() => void)[]): Interruption {
  let isHeard = false;
  const hear = () => {
    isHeard = true;
  };
  listeners.push(hear);
  return {
    isHeard: () => isHeard,
    end: () => {
      const at = listeners.indexOf(hear);
      if (at >= 0) listeners.splice(at, 1);
    },
  };
}

/** The day of a moment given in seconds since 1970, else of now. */
function dayOf(seconds: string | undefined): string {
  const isStated = seconds !== undefined && /^\d{1,11}$/.test(seconds);
  return new Date(isStated ? 1000 * Number(seconds) : Date.now()).toISOString().slice(0, 10);
}

/** A stream of the process; Node makes the stream itself when it is first looked at, which costs a little. */
function sinkOf(streamOf: () => NodeJS.WriteStream): Sink {
  let opened: NodeJS.WriteStream | undefined;
  const stream = () => (opened ??= streamOf().on('error', () => undefined));
  return {
    get isTerminal() {
      return stream().isTTY;
    },
    get columns() {
      return stream().isTTY ? stream().columns : 100;
    },
    write: (text) =>
      new Promise((done, fail) => {
        stream().write(text, (error) => {
          if (error === null || error === undefined) done();
          else if ((error as NodeJS.ErrnoException).code === 'EPIPE')
            fail(new ClosedPipe('the reader has gone'));
          else fail(fileError(error, 'cannot write to', 'standard output'));
        });
      }),
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdinPieces()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function stdinPieces(): AsyncIterable<Uint8Array> {
  if (process.stdin.isTTY) throw new FileError('nothing comes in on standard input; pipe a table into it');
  return process.stdin;
}

/** Bytes of a file read at once. */
const PIECE = 1_048_576;

async function readPieces(path: string): Promise<Pieces> {
  if (path === '-') return { pieces: stdinPieces(), size: undefined };
  try {
    const file = openSync(path, 'r');
    return { pieces: piecesOf(file, path), size: fstatSync(file).size };
  } catch (error) {
    throw fileError(error, 'cannot open', path);
  }
}

/** The pieces of an open file, all in the same room: reading waits for nobody, so nothing is gained by more. */
async function* piecesOf(file: number, path: string): AsyncGenerator<Uint8Array> {
  const room = Buffer.allocUnsafeSlow(PIECE);
  try {
    for (let read = readSync(file, room); read > 0; read = readSync(file, room)) {
      yield room.subarray(0, read);
    }
  } catch (error) {
    throw fileError(error, 'cannot open', path);
  } finally {
    closeSync(file);
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await disk().stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw fileError(error, 'cannot open', path);
  }
}
