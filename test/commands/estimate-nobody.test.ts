import { describe, expect, it } from 'vitest';
import { spotwise } from '../support/spotwise.js';

describe('estimate where no spot is active', () => {
  it('says that nobody is counted, in every language, and ends well', async () => {
    for (const language of ['en', 'fr', 'my']) {
      const { code, error, out } = await spotwise(
        ['estimate', '--spots', 's.csv', '--population', 'X', '--out', 'd', '--language', language],
        { 's.csv': 'spot_id,status,min,max\nS1,defunct,1,2\n' },
      );
      expect([code, error.includes('bug')]).toEqual([0, false]);
      expect(out).not.toMatch(/Infinity|NaN/);
    }
  });
});
