/** A stream people or programs read. */
export interface Sink {
  /** Resolves when the text has been handed over; rejects with ClosedPipe or FileError. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** Width in columns; 100 where it is not a terminal. */
  readonly columns: number;
}

/** From the moment it is asked for until its end, an interruption (Ctrl-C) is heard instead of ending the program. */
export interface Interruption {
  /** True once it has come; work that pauses can then finish with what it has. A second one ends the program. */
  readonly isHeard: () => boolean;
  /** From here on an interruption ends the program again. */
  readonly end: () => void;
}

/** The files of a result, by path below its folder, with `/` between parts. */
export type ResultFiles = ReadonlyMap<string, string | Uint8Array>;

/** What a file is to hold: at once, or in pieces that are made as they are written. */
export type FileData = string | Uint8Array | { readonly pieces: Iterable<Uint8Array> };

/** The same, where some files may be too long to be held whole. */
export type FilesToWrite = ReadonlyMap<string, FileData>;

/** A module that does one task, saying now and then which share of it is done. */
export interface ThreadModule<Task, Result> {
  readonly run: (task: Task, reach?: (share: number) => void) => Result;
}

/** Work that threads can do: tasks and results are plain data, and a result depends on its task alone. */
export interface ThreadWork<Task, Result> {
  /** Address of the module. */
  readonly module: string;
  /** The same module, for where there are no threads. */
  readonly load: () => Promise<ThreadModule<Task, Result>>;
}

export interface ThreadOptions {
  /** Threads at once; as many as the machine runs where not given. */
  readonly threads?: number | undefined;
  /** Told how much of all tasks is done. */
  readonly reach?: ((done: number, whole: number) => void) | undefined;
}

/** The bytes of a file, one piece after the other. */
export interface Pieces {
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Length in bytes, where it is known beforehand. */
  readonly size: number | undefined;
}

/** A digest of data that come in pieces. */
export interface Digest {
  readonly add: (data: string | Uint8Array) => void;
  /** The digest of everything added, in hexadecimal; to be asked for once, at the end. */
  readonly hex: () => string;
}

/** Everything outside the program that it may touch. Only src/io and bin implement or reach past it. */
export interface World {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The bytes of a file. Throws a FileError when it cannot be opened. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  /**
   * A file in pieces, or standard input where the path is `-`, for tables that need not be held whole. A piece holds
   * until the next one is asked for. Throws a FileError when it cannot be opened.
   */
  readonly readPieces: (path: string) => Promise<Pieces>;
  /** What stands at the path, links followed; undefined where nothing does. */
  readonly kindOf: (path: string) => Promise<'file' | 'folder' | undefined>;
  /** Names in a folder, sorted. Throws a FileError when it cannot be opened. */
  readonly list: (path: string) => Promise<string[]>;
  /**
   * Puts the files in a folder of their own in one step: complete or not at all. A previous result of spotwise at the
   * path is replaced whole; anything else there is left alone and refused with a FileError.
   */
  readonly writeResult: (path: string, files: FilesToWrite, inputs: readonly string[]) => Promise<void>;
  /** Writes one file in one step: whole or not at all. An existing file is replaced; one that was read is refused. */
  readonly writeFile: (path: string, data: string | Uint8Array) => Promise<void>;
  /** Writes one file in one step, also in the place of one that was read: where the person asked for its renewal. */
  readonly renewFile: (path: string, data: string | Uint8Array) => Promise<void>;
  /** Puts the files in a folder that does not exist yet or is empty. */
  readonly writeNewFolder: (path: string, files: ResultFiles) => Promise<void>;
  readonly join: (...parts: readonly string[]) => string;
  /** The path as short as it can be said from the current folder. */
  readonly shorten: (path: string) => string;
  readonly sha256: (data: string | Uint8Array) => string;
  /** SHA-256 of data that come in pieces. */
  readonly startSha256: () => Digest;
  /** HMAC-SHA-256 of the text under a secret key, in hexadecimal. */
  readonly hmacSha256: (key: Uint8Array, text: string) => string;
  /** The day it is, ISO 8601, in UTC; SOURCE_DATE_EPOCH overrides it. The finest time that may stand in a file. */
  readonly today: () => string;
  readonly listen: () => Interruption;
  /** Milliseconds since some fixed moment, for progress and time limits only; never written to a file. */
  readonly clock: () => number;
  /** What the work gives for each task, in their order, done in threads. The number of threads changes no result. */
  readonly inThreads: <Task, Result>(
    work: ThreadWork<Task, Result>,
    tasks: readonly Task[],
    options: ThreadOptions,
  ) => Promise<Result[]>;
}

/** Whoever read the output has gone away, as `head` does: the work ends quietly. */
export class ClosedPipe extends Error {
  override name = 'ClosedPipe';
}
