import { describe, expect, it } from 'vitest';
import { estimateWatched } from '../../src/commands/estimating.js';
import { terminalWords } from '../../src/draw/words/terminal/catalogues.js';
import { estimate } from '../../src/estimate/estimate.js';
import { workIn, type DrawTask } from '../../src/estimate/interval/draw-task.js';
import type { World } from '../../src/io/world.js';
import type { Choice } from '../../src/model/settings.js';
import { memoryWorld } from '../support/memory-world.js';
import { studyOf } from '../support/study.js';

/** A study of many spots of FSW in areas of different sizes, and of a few of MSM. */
async function studyWith(spots: number, interval: Choice) {
  const many = Array.from({ length: spots }, (_, at) => {
    const area = Math.floor(Math.sqrt(at % 16));
    return `F${at},FSW,Area ${area},${at % 3 === 0 ? 'bar' : 'street'},${1 + (at % 9)},${20 + (at % 7)}`;
  });
  const few = Array.from({ length: 12 }, (_, at) => `M${at},MSM,Area 1,park,${1 + at},15`);
  const rows = [...many, ...few, 'L1,TG,Area 1,park,2,3'];
  const table = `spot_id,population,municipality,typology,min,max\n${rows.join('\n')}\n`;
  return (await studyOf({ spots: table }, { method: { interval } })).study;
}

/** A world that notes what it is asked to do in threads, and in how many. */
async function estimatedNoting(spots: number, interval: Choice) {
  const study = await studyWith(spots, interval);
  const world = memoryWorld({});
  const asked: { tasks: DrawTask[]; threads: number | undefined }[] = [];
  const noting: World = {
    ...world,
    inThreads: async (work, tasks, options) => {
      asked.push({ tasks: structuredClone(tasks) as unknown as DrawTask[], threads: options.threads });
      return await world.inThreads(work, structuredClone(tasks), options);
    },
  };
  const invocation = { arguments: [], options: { threads: '3' }, words: await terminalWords('en') };
  return { study, asked, result: await estimateWatched(study, { invocation, world: noting }) };
}

const withoutMany = { use: 'bootstrap', replicates: 200 };

describe('estimating with intervals that take many draws', () => {
  it.each([
    ['bootstrap', 9000],
    ['simulate', 3000],
  ])(
    'draws them in threads, longest first, and gives what drawing in place gives: %s',
    async (use, spots) => {
      const { study, asked, result } = await estimatedNoting(spots, { use });
      expect(result).toEqual(estimate(study));
      expect(asked.map(({ threads }) => threads)).toEqual([3]);
      const work = asked[0]?.tasks.map((task) => workIn(task)) ?? [];
      expect(work.length).toBeGreaterThan(4);
      expect(work).toEqual(work.toSorted((a, b) => b - a));
      const intervals = result.estimates.municipalities.map((row) => row.interval?.low);
      expect(new Set(intervals).size).toBe(intervals.length);
    },
  );

  it.each([
    ['few replicates', 9000, withoutMany],
    ['few spots', 300, { use: 'bootstrap' }],
    ['a longer one by itself', 2500, { use: 'bootstrap' }],
    ['no draws', 9000, { use: 'correlated' }],
  ])('draws in place what no thread would do sooner: %s', async (_, spots, interval) => {
    const { study, asked, result } = await estimatedNoting(spots, interval);
    expect(asked).toEqual([]);
    expect(result).toEqual(estimate(study));
    expect(result.estimates.national[0]?.interval).toBeDefined();
  });
});
