import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../src/stats/random.js';
import { inFreshFolder, spotwise } from '../support/program.js';

/** A table of spots in four areas, in an order of their own. */
function spotTable(spots: number, order: number): string {
  const random = makeRandom(7);
  const rows = Array.from({ length: spots }, (_, at) => {
    const least = 1 + random.integer(20);
    const kind = ['bar', 'street', 'hotel'][random.integer(3)] ?? '';
    return `S${at},FSW,Area ${random.integer(4)},${kind},${least},${least + random.integer(30)}`;
  });
  const shuffled = order === 0 ? rows : makeRandom(order).shuffle(rows);
  return `spot_id,population,municipality,typology,min,max\n${shuffled.join('\n')}\n`;
}

/** The files of an estimate by name; the card without the hash of the table, which knows the order of its rows. */
function filesIn(folder: string): Record<string, string> {
  const texts = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  return Object.fromEntries(texts);
}

describe('threads of the joined program', () => {
  it('find the modules they run', () => {
    const chains = ['sspse', 'fixtures/sizing/network.csv', '--prior-median', '800', '--draws', '100'];
    const done = spotwise([...chains, '--threads', '2']);
    expect(done.stdout + done.stderr).toMatch(/chains/);
    expect(done.stderr).not.toMatch(/ERR_MODULE_NOT_FOUND|bug in spotwise/);
    expect(spotwise([...chains, '--threads', '1'])).toEqual(done);
  });

  it.each([
    ['bootstrap', 8000],
    ['simulate', 3000],
  ])(
    'draw intervals (%s) of the same bytes, however many there are and in whatever order the rows',
    (interval, spots) => {
      inFreshFolder((folder) => {
        const estimated = (threads: string, order: number) => {
          writeFileSync(join(folder, 'spots.csv'), spotTable(spots, order));
          const out = join(folder, `${threads}-${order}`);
          const table = ['--spots', join(folder, 'spots.csv'), '--out', out];
          const method = ['--interval', interval, '--threads', threads];
          const { code, stderr } = spotwise(['estimate', ...table, ...method, '--quiet']);
          expect([code, stderr]).toEqual([0, '']);
          return filesIn(out);
        };
        const alone = estimated('1', 0);
        expect(alone['national.csv']).toMatch(new RegExp(`${interval}.*10000 replicates`));
        for (const threads of ['2', '3', '7']) expect(estimated(threads, 0)).toEqual(alone);
        const { 'run.json': card, 'issues.csv': issues, ...shuffled } = estimated('2', 5);
        expect(card).not.toBe(alone['run.json']);
        expect(issues).toBeDefined();
        expect(alone).toMatchObject(shuffled);
      });
    },
    60_000,
  );
});
