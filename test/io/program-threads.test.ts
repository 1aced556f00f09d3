import { describe, expect, it } from 'vitest';
import { spotwise } from '../support/program.js';

describe('threads of the joined program', () => {
  it('find the modules they run', () => {
    const chains = ['sspse', 'fixtures/sizing/network.csv', '--prior-median', '800', '--draws', '100'];
    const done = spotwise([...chains, '--threads', '2']);
    expect(done.stdout + done.stderr).toMatch(/chains/);
    expect(done.stderr).not.toMatch(/ERR_MODULE_NOT_FOUND|bug in spotwise/);
    expect(spotwise([...chains, '--threads', '1'])).toEqual(done);
  });
});
