import { describe, expect, it } from 'vitest';
import { spotwise } from '../support/spotwise.js';

describe('the other sizing commands', () => {
  it('multiplier takes a share or a survey table with chains', async () => {
    const share = await spotwise([
      'multiplier',
      '--count',
      '400',
      '--share',
      '0.25',
      '--sample',
      '624',
      '--out',
      '-',
    ]);
    expect(share.out).toContain('multiplier.count_over_share');
    expect(share.out).toContain(',1600,');
    const rows = Array.from(
      { length: 120 },
      (_, at) => `${at % 4 === 0 ? 'yes' : 'no'},${1 + (at % 6)},c${at % 13}`,
    );
    const files = { 'survey.csv': `got,contacts,chain\n${rows.join('\n')}\n` };
    const table = await spotwise(['multiplier', 'survey.csv', '--count', '300'], files);
    expect(table.code).toBe(0);
    expect(table.out).toContain('multiplier.chains');
    expect((await spotwise(['multiplier', '--count', '400', '--share', '0', '--sample', '50'])).code).toBe(1);
    expect((await spotwise(['multiplier'])).code).toBe(2);
  });

  it('crowd, scaleup and repeats write their rows', async () => {
    const guesses = { 'g.csv': `guess\n${[100, 200, 300, 400, 500, 90000].join('\n')}\n` };
    expect((await spotwise(['crowd', 'g.csv', '--most', '10000', '--out', '-'], guesses)).out).toContain(
      'crowd.median,200,300,400,spread,,g.csv',
    );
    const sums = [
      '--frame',
      '10000000',
      '--known-size',
      '1186543',
      '--known-ties',
      '28894',
      '--hidden-ties',
      '1164',
    ];
    expect((await spotwise(['scaleup', ...sums, '--out', '-'])).out).toContain(',47800.1,');
    expect((await spotwise(['repeats', '--met', '1645,183,37,13,1,1'])).out).toContain('7,080');
    expect((await spotwise(['repeats', '--met', '40,0,0'])).code).toBe(1);
    const table = await spotwise(['repeats', 'r.csv', '--out', '-'], {
      'r.csv': 'contacts,persons\n1,50\n2,20\n4,3\n',
    });
    expect(table.out).toContain('repeats.chao');
  });
});
