import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRecipient, decryptAge, encryptAge, readIdentities } from '../../src/formats/age.js';
import { FileError, UsageError } from '../../src/model/failure.js';
import { randomStream } from '../support/tables.js';

const SIZES = [0, 1, 65_535, 65_536, 65_537, 1_000_000, 20_000_000];
const hasAge = spawnSync('age', ['--version']).status === 0;

let folder = '';
let identity = '';
let recipient = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spotwise-'));
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  writeFileSync(join(folder, 'key.txt'), `# made for a test\n${identity}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

function content(size: number): Uint8Array {
  const filled = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) filled[at] = (at * 31 + (at >> 8)) & 255;
  return filled;
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

describe.runIf(hasAge)("the system's own age program", () => {
  it.each(SIZES)('opens %i bytes encrypted here, and is opened here', async (size) => {
    const plain = content(size);
    const key = join(folder, 'key.txt');
    writeFileSync(join(folder, 'ours.age'), await encryptAge(plain, { recipients: [recipient] }));
    const back = execFileSync('age', ['-d', '-i', key, join(folder, 'ours.age')], { maxBuffer: 2 ** 26 });
    expect(same(back, plain)).toBe(true);

    writeFileSync(join(folder, 'plain'), plain);
    execFileSync('age', ['-r', recipient, '-o', join(folder, 'theirs.age'), join(folder, 'plain')]);
    const theirs = await decryptAge(readFileSync(join(folder, 'theirs.age')), { identities: [identity] });
    expect(same(theirs, plain)).toBe(true);
  });
});

describe('an encrypted file', () => {
  it('opens for each of two recipients and for nobody else', async () => {
    const second = await generateX25519Identity();
    const stranger = await generateX25519Identity();
    const locked = await encryptAge(content(1000), {
      recipients: [recipient, await identityToRecipient(second)],
    });
    for (const known of [identity, second]) {
      expect(same(await decryptAge(locked, { identities: [known] }), content(1000))).toBe(true);
    }
    await expect(decryptAge(locked, { identities: [stranger] })).rejects.toThrow(FileError);
  });

  it('does not open with another passphrase', async () => {
    const locked = await encryptAge(content(10), { passphrase: 'four quiet grey herons' });
    await expect(decryptAge(locked, { passphrase: 'four quiet grey hens' })).rejects.toThrow(FileError);
  });

  it('is refused after any of 200 flipped bits and 50 truncations', async () => {
    const random = randomStream(38);
    const locked = await encryptAge(content(150_000), { recipients: [recipient] });
    let released = 0;
    const attempt = async (bytes: Uint8Array) => {
      try {
        await decryptAge(bytes, { identities: [identity] });
        released += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(FileError);
      }
    };
    for (let flip = 0; flip < 200; flip += 1) {
      const at = flip < 100 ? Math.floor(random() * 250) : Math.floor(random() * locked.length);
      const changed = Uint8Array.from(locked);
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      await attempt(changed);
    }
    for (let cut = 0; cut < 50; cut += 1) {
      await attempt(locked.subarray(0, Math.floor(random() * locked.length)));
    }
    expect(released).toBe(0);
  });
});

describe('keys', () => {
  it('takes X25519 recipients and refuses others with the reason', () => {
    expect(() => checkRecipient(recipient)).not.toThrow();
    for (const wrong of [
      '',
      'age1',
      identity,
      `age1pq1${'q'.repeat(60)}`,
      recipient.toUpperCase(),
      'ssh-ed25519 AAAA',
    ]) {
      expect(() => checkRecipient(wrong)).toThrow(UsageError);
    }
  });

  it('reads key files as age-keygen writes them', () => {
    expect(readIdentities(`# created: today\n# public key: ${recipient}\n${identity}\n`)).toEqual([identity]);
    expect(() => readIdentities(recipient)).toThrow(UsageError);
    expect(() => readIdentities('# nothing\n')).toThrow(UsageError);
  });
});
