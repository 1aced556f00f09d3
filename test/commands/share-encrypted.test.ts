import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, spotwise } from '../support/program.js';
import { CANARIES, sharedStudy } from '../support/shared-study.js';
import { randomStream } from '../support/tables.js';

const PLACES = [...CANARIES.coordinates, ...CANARIES.names, ...CANARIES.phones];
const hasAge = spawnSync('age', ['--version']).status === 0;

let folder = '';
let recipient = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spotwise-test-'));
  for (const [name, text] of Object.entries(sharedStudy())) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  writeFileSync(join(folder, 'key.txt'), `# for a test\n${identity}\n`);
  writeFileSync(join(folder, 'pass.txt'), 'eleven slow brown snails\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const share = (...args: string[]) => spotwise(['share', ...args], { cwd: folder });
const team = (...args: string[]) => share('in', '--audience', 'team', '--exact', ...args);

/** Files below the folder, but for the study itself, that hold one of the strings. */
function filesWith(strings: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(folder, 'in') + '/'))
    .filter((path) => {
      const text = readFileSync(path, 'latin1');
      return strings.some((string) => text.includes(string));
    });
}

describe('a team output', () => {
  it('is one file that only the holder of the key can read', () => {
    expect(team('--encrypt-to', recipient, '--out', 'team').code).toBe(0);
    expect(readdirSync(join(folder, 'team'))).toEqual(['run.age', 'run.json']);
    expect(filesWith(PLACES)).toEqual([]);
    expect(statSync(join(folder, 'team', 'run.age')).mode & 0o777).toBe(0o600);
    expect(share('--verify', 'team').code).toBe(0);
  });

  it('opens again, with the exact places in it', () => {
    const done = share('--decrypt', 'team/run.age', '--identity', 'key.txt', '--out', 'opened');
    expect(done.code).toBe(0);
    const spots = readFileSync(join(folder, 'opened', 'spots.csv'), 'utf8');
    expect(spots).toContain(CANARIES.names[0]);
    expect(spots).toContain('42.648213,21.167391');
    expect(share('--verify', 'opened').code).toBe(1);
    rmSync(join(folder, 'opened'), { recursive: true });
  });

  it.runIf(hasAge)("opens with the system's own age and tar", () => {
    const done = spawnSync('bash', ['-c', 'age -d -i key.txt team/run.age | tar -xO spots.csv'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(done.stdout).toContain('42.648213,21.167391');
  });

  it('opens with a passphrase where it was locked with one', () => {
    expect(team('--passphrase-file', 'pass.txt', '--out', 'words').code).toBe(0);
    const done = share('--decrypt', 'words/run.age', '--passphrase-file', 'pass.txt', '--out', 'opened');
    expect(done.code).toBe(0);
    rmSync(join(folder, 'opened'), { recursive: true });
  });

  it('that was cut off or changed is refused in one line, and nothing is written', () => {
    const whole = readFileSync(join(folder, 'team', 'run.age'));
    const flipped = Buffer.from(whole);
    flipped[5000] = (flipped[5000] ?? 0) ^ 1;
    for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 3000), flipped]) {
      writeFileSync(join(folder, 'bad.age'), bytes);
      const done = share('--decrypt', 'bad.age', '--identity', 'key.txt', '--out', 'opened');
      expect({ code: done.code, lines: done.stderr.trim().split('\n').length }).toEqual({
        code: 4,
        lines: 1,
      });
      expect(existsSync(join(folder, 'opened'))).toBe(false);
    }
  });

  it('leaves no readable place behind when it is killed, whenever that happens', async () => {
    const random = randomStream(13);
    for (let kill = 0; kill < 8; kill += 1) {
      const args = [
        'share',
        'in',
        '--audience',
        'team',
        '--exact',
        '--encrypt-to',
        recipient,
        '--out',
        'killed',
      ];
      await killedAfter(args, 100 + 700 * random());
      expect(filesWith(PLACES)).toEqual([]);
    }
    const left = existsSync(join(folder, 'killed')) ? readdirSync(join(folder, 'killed')) : [];
    expect([[], ['run.age', 'run.json']]).toContainEqual(left);
  });
});

function killedAfter(args: readonly string[], milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, 'bin', 'spotwise.js'), ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('exit', () => {
      clearTimeout(timer);
      done();
    });
  });
}

describe('an encrypted partner output', () => {
  it('holds the tables inside', () => {
    expect(share('in', '--audience', 'partner', '--encrypt-to', recipient, '--out', 'partner').code).toBe(0);
    expect(share('--decrypt', 'partner/run.age', '--identity', 'key.txt', '--out', 'tables').code).toBe(0);
    expect(share('--verify', 'tables').code).toBe(0);
  });
});
