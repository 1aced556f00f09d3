import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTar, writeTar } from '../../src/formats/tar.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const FILES = new Map([
  ['a.csv', bytes('x,y\n1,2\n')],
  ['empty.txt', bytes('')],
  ['block.bin', new Uint8Array(512).fill(7)],
  ['plan/part.csv', bytes('x\n')],
  ['more.bin', new Uint8Array(1025).fill(9)],
]);

describe('an archive', () => {
  it('gives its files back', () => {
    expect(readTar(writeTar(FILES))).toEqual(FILES);
  });

  it('opens with the tar of the system', () => {
    const folder = mkdtempSync(join(tmpdir(), 'spotwise-'));
    writeFileSync(join(folder, 'all.tar'), writeTar(FILES));
    execFileSync('tar', ['-xf', 'all.tar'], { cwd: folder });
    for (const [name, content] of FILES) {
      expect(new Uint8Array(readFileSync(join(folder, name)))).toEqual(content);
    }
    rmSync(folder, { recursive: true });
  });

  it('says nothing of who made it or when', () => {
    const twice = [writeTar(FILES), writeTar(FILES)];
    expect(twice[0]).toEqual(twice[1]);
    expect(new TextDecoder().decode(twice[0]?.subarray(265, 345))).toBe('\0'.repeat(80));
  });

  it.each([
    '../up',
    '/abs',
    'a/b/c',
    'a/../b',
    '../a',
    'a/.b',
    './a',
    'a//b',
    '.hidden',
    'x'.repeat(101),
    '',
  ])('takes no name like "%s"', (name) => {
    expect(() => writeTar(new Map([[name, bytes('')]]))).toThrow(RangeError);
  });

  it('refuses whatever was cut off or changed', () => {
    const whole = writeTar(FILES);
    for (const length of [0, 100, 512, 600, whole.length - 1024]) {
      expect(readTar(whole.subarray(0, length))).toBeUndefined();
    }
    const renamed = Uint8Array.from(whole);
    renamed.set(bytes('../x'), 0);
    expect(readTar(renamed)).toBeUndefined();
  });
});
