import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.js';
import { ROOT } from '../support/program.js';
import { memoryWorld } from '../support/memory-world.js';

const PRINTED = readFileSync(join(ROOT, 'fixtures/cameroon-2015/as-printed.csv'), 'utf8');

async function audit(text: string, ...more: string[]) {
  const world = memoryWorld({ 'table.csv': text });
  const code = await main(['audit', 'table.csv', ...more], world);
  return { code, world };
}

interface Report {
  readonly repairs: { label: string; role: string; from: number; to: number; confidence: string }[];
}

describe('spotwise audit', () => {
  it('finds both slips of the printed Cameroon table and proposes one cell each (Billong et al. 2019)', async () => {
    const { code, world } = await audit(PRINTED, '--json');
    const { repairs } = JSON.parse(world.said.stdout) as Report;
    expect(code).toBe(1);
    expect(
      repairs.map(({ label, role, from, to, confidence }) => [label, role, from, to, confidence]),
    ).toEqual([
      ['Douala', 'min', 5550, 5750, 'high'],
      ['Limbe', 'max', 148, 186, 'high'],
    ]);
  });

  it('finds nothing once the two cells are mended', async () => {
    const { code, world } = await audit(
      PRINTED.replace('5550', '5750').replace('110,148,148', '110,186,148'),
    );
    expect(code).toBe(0);
    expect(world.said.stdout).toContain('0 errors, 0 warnings in 9 rows');
  });

  it('takes remarks above the header, floats and thousands signs as tables carry them', async () => {
    const text =
      '# a remark, with a comma\nplace,min,max,estimate\nA,"1,310.0",2041.0,"1,676"\nB,10.0,20.0,15\n';
    const { code, world } = await audit(text);
    expect(world.said.stderr).toBe('');
    expect(code).toBe(0);
  });

  it('says which cells hold no printed number and goes on', async () => {
    const { world } = await audit('place,min,max,spots\nA,1,2,about 700\n');
    expect(world.said.stderr).toBe('Left out, no printed numbers: line 2 spots\n');
  });

  it('reads columns under other headers when told', async () => {
    const { code } = await audit(
      'City;a;b;c\nX;10;4;8\n',
      '--column',
      'label=City',
      'min=a',
      'max=b',
      'estimate=c',
    );
    expect(code).toBe(1);
    expect((await audit('City\nX\n', '--column', 'lable=City')).code).toBe(2);
  });

  it('writes its findings as a table', async () => {
    const { world } = await audit(PRINTED, '--out', 'found.csv');
    const [header, ...rows] = (world.files.get('found.csv') ?? '').trim().split('\n');
    expect(header).toMatch(/^severity,code,label,line,column,found,expected,message,fix,/);
    expect(rows.some((row) => row.includes('Douala,3') && row.includes(',5550,5750,high'))).toBe(true);
  });
});
