/** A stream people or programs read. */
export interface Sink {
  /** Resolves when the text has been handed over; rejects with ClosedPipe or FileError. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** Width in columns; 80 where it is not a terminal. */
  readonly columns: number;
}

/** The files of a result, by path below its folder, with `/` between parts. */
export type ResultFiles = ReadonlyMap<string, string | Uint8Array>;

/** Everything outside the program that it may touch. Only src/io and bin implement or reach past it. */
export interface World {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The bytes of a file. Throws a FileError when it cannot be opened. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  /** What stands at the path, links followed; undefined where nothing does. */
  readonly kindOf: (path: string) => Promise<'file' | 'folder' | undefined>;
  /** Names in a folder, sorted. Throws a FileError when it cannot be opened. */
  readonly list: (path: string) => Promise<string[]>;
  /**
   * Puts the files in a folder of their own in one step: complete or not at all. A previous result of spotwise at the
   * path is replaced whole; anything else there is left alone and refused with a FileError.
   */
  readonly writeResult: (path: string, files: ResultFiles, inputs: readonly string[]) => Promise<void>;
  /** Puts one file in place in one step, over whatever file is there; who calls must know it may be replaced. */
  readonly writeFile: (path: string, data: string | Uint8Array) => Promise<void>;
  /** Puts the files in a folder that does not exist yet or is empty. */
  readonly writeNewFolder: (path: string, files: ResultFiles) => Promise<void>;
  readonly join: (...parts: readonly string[]) => string;
  /** The path as short as it can be said from the current folder. */
  readonly shorten: (path: string) => string;
  readonly sha256: (data: string | Uint8Array) => string;
  /** Milliseconds since some fixed moment, for progress and time limits only; never written to a file. */
  readonly clock: () => number;
}

/** Whoever read the output has gone away, as `head` does: the work ends quietly. */
export class ClosedPipe extends Error {
  override name = 'ClosedPipe';
}
