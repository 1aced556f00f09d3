import { createHash, createHmac } from 'node:crypto';
import type { FileData, FilesToWrite, World } from '../../src/io/world.js';
import { FileError } from '../../src/model/failure.js';

/** A world made of a map of files, for whole-program tests without a disk. */
export interface MemoryWorld extends World {
  readonly files: Map<string, string>;
  readonly said: { stdout: string; stderr: string };
}

function join(...parts: readonly string[]): string {
  const path: string[] = [];
  for (const part of parts.join('/').split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}

function textIn(data: FileData): string {
  if (typeof data === 'string') return data;
  return new TextDecoder().decode(data instanceof Uint8Array ? data : Buffer.concat([...data.pieces]));
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

/** A world that holds those files; what is written lands among them. */
export function memoryWorld(files: Readonly<Record<string, string>>, stdin = ''): MemoryWorld {
  const disk = new Map(Object.entries(files));
  const said = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    isTerminal: false,
    columns: 80,
    write: async (text: string) => {
      said[name] += text;
    },
  });
  const kindOf = async (path: string) => {
    const wanted = join(path);
    if (disk.has(wanted)) return 'file' as const;
    return wanted === '' || [...disk.keys()].some((name) => name.startsWith(`${wanted}/`))
      ? ('folder' as const)
      : undefined;
  };
  const write = async (path: string, result: FilesToWrite) => {
    for (const [name, data] of result) disk.set(join(path, name), textIn(data));
  };
  return {
    files: disk,
    said,
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    environment: {},
    readFile: async (path) => {
      const text = disk.get(join(path));
      if (text === undefined) throw new FileError(`cannot open ${path}: it does not exist`);
      return new TextEncoder().encode(text);
    },
    readStdin: async () => new TextEncoder().encode(stdin),
    readPieces: async (path) => {
      const text = path === '-' ? stdin : disk.get(join(path));
      if (text === undefined) throw new FileError(`cannot open ${path}: it does not exist`);
      const bytes = new TextEncoder().encode(text);
      return { pieces: piecesOf(bytes), size: bytes.length };
    },
    kindOf,
    list: async (path) => {
      const folder = `${join(path)}/`;
      const below = [...disk.keys()].filter((name) => name.startsWith(folder));
      return [...new Set(below.map((name) => name.slice(folder.length).split('/')[0] ?? ''))].sort();
    },
    writeResult: async (path, result) => {
      for (const name of disk.keys()) if (name.startsWith(`${join(path)}/`)) disk.delete(name);
      await write(path, result);
    },
    writeFile: async (path, data) => {
      disk.set(join(path), typeof data === 'string' ? data : new TextDecoder().decode(data));
    },
    renewFile: async (path, data) => {
      disk.set(join(path), typeof data === 'string' ? data : new TextDecoder().decode(data));
    },
    writeNewFolder: write,
    join,
    shorten: (path) => path,
    sha256: (data) => createHash('sha256').update(data).digest('hex'),
    startSha256: () => {
      const hash = createHash('sha256');
      return { add: (data) => void hash.update(data), hex: () => hash.digest('hex') };
    },
    hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
    today: () => '2026-01-15',
    listen: () => ({ isHeard: () => false, end: () => undefined }),
    clock: () => 0,
    inThreads: async (work, tasks) => {
      const { run } = await work.load();
      return tasks.map((task) => run(task));
    },
  };
}
