import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readableStack } from '../../src/io/readable-stack.js';
import { ROOT } from '../support/program.js';

const lineOf = (text: string, part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('the stack of a bug', () => {
  const joined = join(ROOT, 'dist', 'program', 'cli.cjs');
  const wanted = 'async function dispatch(argv';

  it('names the source file and line of a place in the joined program', () => {
    const line = lineOf(readFileSync(joined, 'utf8'), wanted);
    const source = lineOf(readFileSync(join(ROOT, 'src', 'cli.ts'), 'utf8'), wanted);
    expect(line).toBeGreaterThan(1);
    const readable = readableStack(`TypeError: no\n    at dispatch (${joined}:${line}:1)`);
    expect(readable).toBe(`TypeError: no\n    at dispatch (src/cli.ts:${source}:1)`);
  });

  it('leaves places without a map as they are', () => {
    const stack = 'Error: no\n    at main (/elsewhere/cli.cjs:3:1)\n    at node:internal/main:3:1';
    expect(readableStack(stack)).toBe(stack);
  });
});
