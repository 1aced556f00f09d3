import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './outside-program.js';

/** A PostgreSQL of its own, on data of its own, reached by a socket file only. */
export interface Postgres {
  readonly version: string;
  /** Hands a script to psql in a folder; throws with what psql said at the first thing that fails. */
  readonly run: (script: string, folder: string) => void;
  readonly stop: () => void;
}

/** Databases sort by the rules of a language from this release on (ICU at initdb). */
const OLDEST = 15;
const SERVERS = '/usr/lib/postgresql';
/** Who may not be root. */
const SERVER_USER = 'postgres';

/** The folder of the programs of the newest PostgreSQL; undefined, said loudly, where there is none that serves. */
export function findPostgres(checks: string): string | undefined {
  const versions = existsSync(SERVERS) ? readdirSync(SERVERS).map(Number) : [];
  const folders = versions
    .filter((version) => version >= OLDEST)
    .sort((a, b) => b - a)
    .map((version) => join(SERVERS, String(version), 'bin'))
    .filter((folder) => ['initdb', 'pg_ctl', 'psql'].every((name) => existsSync(join(folder, name))));
  if (folders.length === 0) {
    process.stderr.write(
      `\nNOT CHECKED: ${checks}. Install postgresql, version ${OLDEST} or newer, to check it.\n`,
    );
  }
  return folders[0];
}

/** Starts a server whose database sorts text as English does, so that nothing can lean on an order of bytes. */
export function startPostgres(programs: string): Postgres {
  const folder = mkdtempSync(join(tmpdir(), 'spotwise-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const asServer = (name: string, args: readonly string[]) => {
    const [program = '', ...rest] = [
      ...(isRoot ? ['setpriv', `--reuid=${SERVER_USER}`, `--regid=${SERVER_USER}`, '--clear-groups'] : []),
      join(programs, name),
      ...args,
    ];
    return runProgram(program, rest, { cwd: folder, env: { LC_ALL: 'C.UTF-8' } });
  };
  const data = join(folder, 'data');
  const stop = () => {
    if (existsSync(join(data, 'postmaster.pid'))) asServer('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    chmodSync(folder, 0o755);
    if (isRoot) runProgram('chown', [`${SERVER_USER}:${SERVER_USER}`, folder]);
    const sorting = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en'];
    asServer('initdb', ['-D', data, '-U', SERVER_USER, '-A', 'trust', '-E', 'UTF8', '--no-sync', ...sorting]);
    const settings = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off`;
    asServer('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  } catch (error) {
    stop();
    throw error;
  }
  const psql = (args: readonly string[], cwd: string) =>
    runProgram(
      join(programs, 'psql'),
      ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', folder, '-U', SERVER_USER, '-d', 'postgres', ...args],
      { cwd },
    );
  return {
    version: psql(['-At', '-c', 'SHOW server_version'], folder).trim(),
    run: (script, cwd) => {
      writeFileSync(join(cwd, 'chain.sql'), script);
      psql(['-f', 'chain.sql'], cwd);
    },
    stop,
  };
}
