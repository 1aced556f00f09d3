import { describe, expect, it } from 'vitest';
import { spotwise } from '../support/spotwise.js';

const TWO = ['capture', '--n1', '400', '--n2', '624', '--both', '20', '--population', 'MSM'];

const HISTORIES = `dataset,lists,history,count
hav,P|Q|E,001,63
hav,P|Q|E,010,55
hav,P|Q|E,011,18
hav,P|Q|E,100,69
hav,P|Q|E,101,17
hav,P|Q|E,110,21
hav,P|Q|E,111,28
other,P|Q,11,5
other,P|Q,10,9
other,P|Q,01,7
`;

const register = (from: number, to: number) =>
  `code,visit\n${Array.from({ length: to - from }, (_, at) => `ab${from + at},1`).join('\n')}\n`;

describe('spotwise capture', () => {
  it('shows every estimator and interval of two lists side by side', async () => {
    const { code, out } = await spotwise(TWO);
    expect(code).toBe(0);
    expect(out).toMatch(/12,480 +7,235 +17,725/);
    expect(out).toContain('11,934');
    expect(out).toContain('odds ratio');
  });

  it('writes one row of estimates.csv, all with --all, and to standard output with -', async () => {
    const { files } = await spotwise([...TWO, '--out', 'estimates.csv']);
    const lines = (files.get('estimates.csv') ?? '').trim().split('\n');
    expect(lines[0]).toBe(
      'population,municipality,round,method,low,estimate,high,basis,level,source,caveats',
    );
    expect(lines[1]).toMatch(/^MSM,,,capture\.chapman,8104,11933\.5,17828\.7,confidence,0\.95,,/);
    expect(lines.length).toBe(2);
    const all = await spotwise([...TWO, '--out', '-', '--all']);
    const methods = all.out
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[3]);
    expect(methods).toEqual([
      ...Array.from({ length: 2 }, () => 'capture.chapman'),
      ...Array.from({ length: 6 }, () => 'capture.lincoln_petersen'),
    ]);
  });

  it('replaces an earlier estimates.csv and leaves any other file alone', async () => {
    const again = await spotwise([...TWO, '--out', 'e.csv'], {
      'e.csv': 'population,municipality,round,method,low,estimate,high,basis,level,source,caveats\n',
    });
    expect(again.code).toBe(0);
    const other = await spotwise([...TWO, '--out', 'notes.txt'], { 'notes.txt': 'mine' });
    expect(other.code).toBe(4);
    expect(other.files.get('notes.txt')).toBe('mine');
  });

  it('turns a weighted share into persons on both', async () => {
    const { out } = await spotwise([
      'capture',
      '--n1',
      '400',
      '--n2',
      '624',
      '--both-share',
      '0.032',
      '--json',
    ]);
    const { lists } = JSON.parse(out) as { lists: { both: number } };
    expect(lists.both).toBe(20);
  });

  it('reads histories, asks which data set, and averages models of three lists', async () => {
    const files = { 'h.csv': HISTORIES };
    const asked = await spotwise(['capture', 'h.csv'], files);
    expect(asked.code).toBe(2);
    expect(asked.error).toContain('--dataset: hav, other');
    const { code, out } = await spotwise(['capture', 'h.csv', '--dataset', 'hav', '--odds', '1,5'], files);
    expect(code).toBe(0);
    expect(out).toContain('capture.aic_average');
    expect(out).toContain('Within those odds ratios');
  });

  it('joins registers on their code without ever printing one', async () => {
    const files = { 'clinic.csv': register(0, 60), 'outreach.csv': `${register(40, 120)} AB41 ,2\n` };
    const { code, out } = await spotwise(['capture', 'clinic.csv', 'outreach.csv', '--all'], files);
    expect(code).toBe(0);
    expect(out).toContain('60 on the first list, 80 on the second, 20 on both: 120 different people');
    expect(out).toContain('1 contacts of people already in it counted once');
    expect(out).not.toMatch(/ab4\d/i);
  });

  it('refuses without overlap with exit code 1, and wrong use with 2', async () => {
    const none = await spotwise(['capture', '--n1', '40', '--n2', '30', '--both', '0']);
    expect(none.code).toBe(1);
    expect(none.error).toContain('nobody is on both lists');
    expect((await spotwise(['capture'])).code).toBe(2);
    expect((await spotwise(['capture', '--n1', '40'])).code).toBe(2);
    expect((await spotwise(['capture', '--n1', '4x', '--n2', '3', '--both', '1'])).code).toBe(2);
  });

  it('says where a history is wrong', async () => {
    const { code, error } = await spotwise(['capture', 'h.csv'], {
      'h.csv': 'history,count\n11,5\n1,4\n11,3\n',
    });
    expect(code).toBe(1);
    expect(error).toContain('data have 2 errors');
  });
});
