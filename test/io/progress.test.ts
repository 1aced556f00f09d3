import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.js';
import { LANGUAGE_TAGS, terminalWords } from '../../src/draw/words/terminal/catalogues.js';
import { ENGLISH_TERMINAL } from '../../src/draw/words/terminal/english.js';
import { progressOn, watched } from '../../src/io/progress.js';
import { memoryWorld } from '../support/memory-world.js';

const WORKING = { doing: 'working', left: ENGLISH_TERMINAL.study.progress.left };

function terminal(isTerminal: boolean) {
  const world = memoryWorld({});
  let now = 0;
  return {
    world: { ...world, clock: () => now, stderr: { ...world.stderr, isTerminal } },
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    said: world.said,
  };
}

describe('the progress line', () => {
  it('says nothing for half a second, then redraws at most ten times a second, then is gone', async () => {
    const { world, wait, said } = terminal(true);
    const progress = progressOn(world, WORKING);
    wait(499);
    await progress.reach(1, 4);
    expect(said.stderr).toBe('');
    wait(1);
    await progress.reach(2, 4);
    expect(said.stderr).toBe('\rworking  ############------------  50%  about 1 s left\u001b[K');
    wait(99);
    await progress.reach(3, 4);
    expect(said.stderr).not.toContain('75%');
    await progress.end();
    expect(said.stderr.endsWith('\r\u001b[K')).toBe(true);
    expect(said.stdout).toBe('');
  });

  it.each([
    [20_000, 1, 4, 'about 60 s left'],
    [20_000, 1, 21, 'about 7 min left'],
    [3_600_000, 1, 3, 'about 2 h left'],
  ])('after %d ms and %d of %d says %s', async (milliseconds, done, whole, left) => {
    const { world, wait, said } = terminal(true);
    const progress = progressOn(world, WORKING);
    wait(milliseconds);
    await progress.reach(done, whole);
    expect(said.stderr).toContain(`%  ${left}\u001b[K`);
  });

  it('says nothing of the time left before it has seen a fiftieth, nor at the end', async () => {
    for (const done of [1, 100]) {
      const { world, wait, said } = terminal(true);
      wait(10_000);
      const progress = progressOn(world, WORKING);
      wait(10_000);
      await progress.reach(done, 100);
      expect(said.stderr).toContain(`${done}%\u001b[K`);
    }
  });

  it('leaves room for the words of every language', async () => {
    for (const tag of LANGUAGE_TAGS) {
      const { progress: words } = (await terminalWords(tag)).study;
      for (const doing of Object.values(words).filter((word) => typeof word === 'string')) {
        const { world, wait, said } = terminal(true);
        const progress = progressOn(
          { ...world, stderr: { ...world.stderr, columns: 80 } },
          { doing, left: words.left },
        );
        wait(1_000_000);
        await progress.reach(30, 100);
        const line = said.stderr.replace('\r', '').replace('\u001b[K', '');
        expect(line).toContain(doing);
        expect(stringWidth(line)).toBeLessThan(80);
      }
    }
  });

  it.each([60, 80, 120])('never wraps at %d columns', async (columns) => {
    const { world, wait, said } = terminal(true);
    const narrow = { ...world, stderr: { ...world.stderr, columns } };
    const progress = progressOn(narrow, { ...WORKING, doing: 'inventing towns' });
    wait(20_000_000);
    await progress.reach(30, 100);
    expect(said.stderr.replace('\r', '').replace('\u001b[K', '').length).toBeLessThan(columns);
  });

  it('is taken away when the work watched fails', async () => {
    const { world, wait, said } = terminal(true);
    function* failing(): Generator<{ done: number; whole: number }, never> {
      wait(1000);
      yield { done: 1, whole: 2 };
      throw new Error('no');
    }
    await expect(watched(failing(), progressOn(world, WORKING))).rejects.toThrow('no');
    expect(said.stderr).toContain('50%');
    expect(said.stderr.endsWith('\r\u001b[K')).toBe(true);
  });

  it.each([
    [
      ['check', 'study'],
      ['reading', 'checking'],
    ],
    [
      ['estimate', 'study'],
      ['reading', 'estimating'],
    ],
    [['estimate', 'study', '--multiverse'], ['running chains']],
    [
      ['plan', 'study'],
      ['reading', 'estimating', 'planning'],
    ],
    [['reproduce', 'study', 'study', '--brief'], ['reproducing studies']],
    [
      ['estimate', 'study', '--language', 'ru'],
      ['чтение', 'оценка'],
    ],
    [['share', 'study', '--expires', '2027-12-31', '--out', 'shared'], ['protecting']],
    [['report', 'study', '--audience', 'public', '--out', 'page.html'], ['protecting']],
    [
      ['export', 'study', '--to', 'csv', 'xlsx', '--out', 'made'],
      ['planning', 'exporting'],
    ],
    [
      ['export', 'study', '--to', 'xlsx', '--audience', 'public', '--expires', '2027-12-31', '--out', 'made'],
      ['protecting', 'exporting'],
    ],
    [['compare', 'study', 'study'], ['comparing']],
  ])('%j says how far it is: %j', async (argv, doings) => {
    const study = {
      'study/spots.csv': 'spot_id,population,min,max\na,FSW,1,3\nb,FSW,4,9\n',
      'study/published.csv': 'table,key,measure,value,source\nnational,population=FSW,spots,2,us\n',
    };
    for (const isTerminal of [true, false]) {
      const world = memoryWorld(study);
      let now = 0;
      const clock = () => (now += 1000);
      await main(argv, { ...world, clock, stderr: { ...world.stderr, isTerminal } });
      for (const doing of doings) expect(world.said.stderr.includes(`\r${doing}  `)).toBe(isTerminal);
      const [lines = ''] = world.said.stderr.split('\u001b[2mМашинный перевод');
      if (isTerminal) expect(lines.endsWith('\r\u001b[K')).toBe(true);
      expect(world.said.stdout).not.toContain('\r');
    }
  });

  it('is silent where nobody watches, and when told to be quiet', async () => {
    for (const [isTerminal, isQuiet] of [
      [false, false],
      [true, true],
    ] as const) {
      const { world, wait, said } = terminal(isTerminal);
      const progress = progressOn(world, WORKING, { isQuiet });
      wait(10_000);
      await progress.reach(1, 2);
      await progress.end();
      expect(said.stderr).toBe('');
    }
  });
});
