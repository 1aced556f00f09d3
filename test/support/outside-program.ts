import { spawnSync } from 'node:child_process';

/**
 * True where a program of the machine can be run; where not, says loudly what was not checked. Checks by other people's
 * programs run wherever those are installed, and nothing else stands in for them.
 */
export function isInstalled(program: string, checks: string, probe = `command -v ${program}`): boolean {
  const found = spawnSync('sh', ['-c', probe], { encoding: 'utf8' }).status === 0;
  if (!found) process.stderr.write(`\nNOT CHECKED: ${checks}. Install ${program} to check it.\n`);
  return found;
}

/** Runs a program and gives what it printed; throws with everything it said when it fails. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string; readonly env?: Record<string, string> } = {},
): string {
  const done = spawnSync(program, args, {
    encoding: 'utf8',
    cwd: options.cwd,
    input: options.input,
    env: { ...process.env, ...options.env },
    maxBuffer: 1 << 26,
  });
  if (done.status !== 0) {
    throw new Error(
      `${program} ${args.join(' ')} ended with ${done.status}: ${done.error?.message ?? ''}\n${done.stderr}\n${done.stdout}`,
    );
  }
  return done.stdout;
}
