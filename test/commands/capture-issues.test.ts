import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.js';
import { memoryWorld } from '../support/memory-world.js';

async function capture(text: string) {
  const world = memoryWorld({ 'histories.csv': text });
  const code = await main(['capture', 'histories.csv'], world);
  return { code, said: world.said.stderr };
}

describe('faults in a table of capture histories', () => {
  it('are located, and nothing is estimated', async () => {
    const wrong = await capture('history,count\n11,5\n1x,7\n01,9\n');
    expect(wrong.code).toBe(1);
    expect(wrong.said).toContain('histories.csv:3');
    expect(wrong.said).toContain('history-invalid');
    const twice = await capture('history,count\n11,5\n10,7\n10,9\n');
    expect(twice.code).toBe(1);
    expect(twice.said).toContain('histories.csv:4');
    expect(twice.said).toContain('history-duplicate');
  });
});
