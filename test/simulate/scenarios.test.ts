import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/estimate/estimate.js';
import { readCsv } from '../../src/formats/csv.js';
import { SCENARIOS, scenarioOf } from '../../src/simulate/scenarios.js';
import { SECOND_ROUND, townFiles } from '../../src/simulate/town-files.js';
import { townSettings, townStudy } from '../../src/simulate/town-study.js';
import { makeTown } from '../../src/simulate/town.js';
import { studyOf } from '../support/study.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The files of one round as the reader of studies takes them. */
function textsOf(files: ReadonlyMap<string, string>, round: 1 | 2): Record<string, string> {
  const folder = round === 1 ? '' : `${SECOND_ROUND}/`;
  const names = ['spots', 'reports', 'attendance', 'places'];
  return Object.fromEntries([
    ['study', files.get(`${folder}study.yaml`) ?? ''],
    ...names.flatMap((name) => {
      const text = files.get(`${folder}${name}.csv`);
      return text === undefined ? [] : [[name, text] as const];
    }),
  ]);
}

describe('the scenarios', () => {
  it('are at least twelve, each with a name of its own and its sentences', () => {
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(12);
    expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length);
    for (const { title, special, tests, advice } of SCENARIOS) {
      expect(title.length).toBeGreaterThan(3);
      for (const sentence of [special, tests, advice]) expect(sentence).toMatch(/^[A-Z0-9][^]+\.$/);
    }
    expect(scenarioOf('base')?.title).toBe('Base');
    expect(scenarioOf('bass')).toBeUndefined();
  });

  it.each(SCENARIOS)(
    '$id makes a study that is read without an error and estimated as in memory',
    async (scenario) => {
      const files = townFiles(scenario, scenario.town);
      const { study, issues } = await studyOf(textsOf(files, scenario.round));
      expect(issues.filter((issue) => issue.severity === 'error')).toEqual([]);
      const { title, notes } = study.settings;
      const direct = townStudy(
        makeTown(scenario.town),
        townSettings(scenario.town, { title, notes, round: scenario.round, method: scenario.method }),
      );
      const [read, made] = [study, direct].map((each) =>
        estimate(each).estimates.national.map(
          (row) => [row.population, row.low, row.estimate, row.high] as const,
        ),
      );
      expect(read?.length).toBe(scenario.town.populations.length);
      read?.forEach((row, at) => {
        row.forEach((cell, which) => {
          const other = made?.[at]?.[which] ?? '';
          if (typeof cell === 'number') expect(Math.abs(cell - Number(other))).toBeLessThan(0.001 * cell);
          else expect(cell).toBe(other);
        });
      });
    },
  );
});

describe('the files of a town', () => {
  const base = scenarioOf('base') ?? SCENARIOS[0];
  if (base === undefined) throw new Error('There are scenarios.');
  const files = townFiles(base, base.town);

  it('hold the truth of the town', () => {
    const { table } = readCsv(bytes(files.get('truth.csv') ?? ''), 'truth.csv');
    const [row] = makeTown(base.town).truth;
    expect(table?.columns).toEqual(Object.keys(row ?? {}));
    expect(table?.rows).toEqual([Object.values(row ?? {}).map(String)]);
  });

  it('say loudly that all is invented', () => {
    expect(files.get('README.md')).toMatch(/^# INVENTED/);
    expect(files.get('README.md')).toContain('**Everything in this folder is invented.**');
    expect(files.get('study.yaml')).toContain('title: "INVENTED');
  });

  it('are the same bytes from the same seed and others from another', () => {
    expect(townFiles(base, base.town)).toEqual(files);
    expect(townFiles(base, { ...base.town, seed: 2 }).get('spots.csv')).not.toBe(files.get('spots.csv'));
  });

  it('put a second round in a study of its own', () => {
    const two = scenarioOf('two-rounds') ?? base;
    const names = [...townFiles(two, two.town).keys()];
    expect(names).toContain(`${SECOND_ROUND}/spots.csv`);
    expect(names).toContain(`${SECOND_ROUND}/study.yaml`);
    expect(names.filter((name) => name.endsWith('truth.csv'))).toEqual(['truth.csv']);
  });
});
