import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFreshFolder, ROOT } from '../support/program.js';

const PROGRAM = join(ROOT, 'bin', 'spotwise.js');

/** Whether a helper of the system is there and may be used. */
const can = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** A command with what stands before it. */
const at = (before: readonly string[], ...command: [string, ...string[]]): [string, ...string[]] => {
  const [first = '', ...rest] = [...before, ...command];
  return [first, ...rest];
};

const COMMANDS = [
  ['run', 'in', '--out', 'out', '--quiet'],
  ['share', 'in', '--out', 'open', '--quiet'],
  ['check', 'in'],
  ['explain', 'midpoint'],
];

function withStudy<Result>(work: (folder: string) => Result): Result {
  return inFreshFolder((folder) => {
    cpSync(join(ROOT, 'fixtures', 'tiny'), join(folder, 'in'), { recursive: true });
    return work(folder);
  });
}

describe('the network', () => {
  // Where there is none and every call to the system is watched, as far as this computer lets us.
  const isolated = can('unshare', '-rn', 'true') ? ['unshare', '-rn'] : [];
  const watched = can(...at(isolated, 'strace', '-V'))
    ? ['strace', '-f', '-qq', '-e', 'trace=socket,connect', '-o', 'trace']
    : [];

  it.runIf(isolated.length + watched.length > 0)('is not needed and never touched', () => {
    withStudy((cwd) => {
      for (const args of COMMANDS) {
        const [command, ...rest] = at([...isolated, ...watched], process.execPath, PROGRAM, ...args);
        expect(spawnSync(command, rest, { cwd }).status).toBe(0);
        if (watched.length > 0) expect(readFileSync(join(cwd, 'trace'), 'utf8')).not.toMatch(/AF_INET/);
      }
    });
  });

  it('is spoken to by no module of ours', () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const speaking = sources.filter((name) =>
      /from 'node:(?:net|http2?|https|tls|dgram|dns)|\bfetch\(|new WebSocket|XMLHttpRequest/.test(
        readFileSync(join(ROOT, 'src', name), 'utf8'),
      ),
    );
    expect(speaking).toEqual([]);
  });
});

function treeOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length), readFileSync(path, 'latin1')];
    }),
  );
}

/** What run and share write with that environment in a folder below. */
const runIn = (env: Record<string, string>, below: string) =>
  withStudy((cwd) => {
    mkdirSync(join(cwd, below), { recursive: true });
    cpSync(join(cwd, 'in'), join(cwd, below, 'in'), { recursive: true });
    for (const args of COMMANDS.slice(0, 2)) {
      const done = spawnSync(process.execPath, [PROGRAM, ...args], {
        cwd: join(cwd, below),
        env: { PATH: process.env['PATH'] ?? '', ...env },
      });
      expect(done.status).toBe(0);
    }
    return { out: treeOf(join(cwd, below, 'out')), open: treeOf(join(cwd, below, 'open')) };
  });

describe('the same study', () => {
  it('gives the same bytes in every locale, time zone, user and folder', () => {
    const first = runIn({ LANG: 'C.UTF-8', TZ: 'UTC', USER: 'agron' }, 'a');
    expect(Object.keys(first.out).length).toBeGreaterThan(15);
    expect(
      runIn(
        { LANG: 'my_MM.UTF-8', LC_ALL: 'my_MM.UTF-8', TZ: 'Asia/Yangon', USER: 'thida' },
        'another folder',
      ),
    ).toEqual(first);
    expect(
      runIn({ LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', TZ: 'America/St_Johns', HOME: '/nowhere' }, 'b/c'),
    ).toEqual(first);
  });
});

describe('the permission model of Node', () => {
  it('is kept to: only the study is read, only the result written', () => {
    withStudy((cwd) => {
      const [major = 0] = process.versions.node.split('.').map(Number);
      const flag = major < 24 ? '--experimental-permission' : '--permission';
      const done = spawnSync(
        process.execPath,
        [
          flag,
          `--allow-fs-read=${ROOT}/*`,
          `--allow-fs-read=${cwd}/*`,
          `--allow-fs-write=${cwd}/*`,
          PROGRAM,
          ...(COMMANDS[0] ?? []),
        ],
        { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1' } },
      );
      expect({ code: done.status, stderr: done.stderr }).toEqual({ code: 0, stderr: '' });
      expect(readdirSync(join(cwd, 'out')).length).toBeGreaterThan(10);
    });
  });
});
