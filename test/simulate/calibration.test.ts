import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTERVAL } from '../../src/estimate/interval/interval-step.js';
import { calibrationPage, verdict } from '../../src/simulate/calibration-page.js';
import { FULL_CALIBRATION } from '../../src/simulate/calibration.js';
import { judgeTown } from '../../src/simulate/judge.js';
import { SCENARIOS, scenarioOf } from '../../src/simulate/scenarios.js';
import { scoreTowns } from '../../src/simulate/score.js';
import { ROOT } from '../support/program.js';

const page = readFileSync(join(ROOT, 'docs/calibration.md'), 'utf8');

/** The rows of all tables under a heading, as cells. */
function rowsAfter(heading: string): string[][] {
  const [, rest = ''] = page.split(`\n## ${heading}\n`);
  const [chapter = ''] = rest.split('\n## ');
  return chapter
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) => line.slice(2, -2).split(' | '));
}

const percentIn = (cell: string | undefined) => Number(/^[+-]?\d+(\.\d+)?/.exec(cell ?? '')?.[0]);

const smoke = () =>
  spawnSync(process.execPath, [join(ROOT, 'bench/calibrate.mjs'), '--quick'], { encoding: 'utf8' });

const judged = (ratio: number, low: number, high: number) => [
  {
    id: 'a',
    says: 'a',
    target: 'people' as const,
    ratio,
    intervals: [{ label: 'i', basis: 'confidence' as const, ends: { low, high } }],
  },
];

describe('the committed calibration', () => {
  it('is of the scenarios and the effort in the program', () => {
    expect(page).toContain(`${SCENARIOS.length} scenarios`);
    expect(page).toContain(`${FULL_CALIBRATION.baseTowns} towns of the base scenario`);
    for (const { title, special, tests, advice } of SCENARIOS) {
      expect(page).toContain(`\n## ${title}\n`);
      for (const sentence of [special, tests, advice]) expect(page).toContain(sentence);
    }
  });

  it('has person-visit within 2% of the truth in the base scenario, its interval holding in 93 to 97%', () => {
    const [, base] = rowsAfter('Person-visit and its interval, scenario by scenario');
    expect(base?.[0]).toContain('Base');
    expect(Math.abs(percentIn(base?.[2]))).toBeLessThan(2);
    expect(percentIn(base?.[4])).toBeGreaterThanOrEqual(93);
    expect(percentIn(base?.[4])).toBeLessThanOrEqual(97);
  });

  it.each([
    ['bootstrap', 'bootstrap', 7],
    ['delta', 'delta', 5],
    ['correlated', 'correlated, correlation 0.1', 3],
    ['simulate', 'simulate, triangular', 2],
    ['extremes', 'extremes', 1],
  ])('is quoted rightly on the card of %s', (id, label, quotes) => {
    const card = INTERVAL.variants.find((each) => each.id === id);
    expect(card?.misleads).toContain('docs/calibration.md');
    const quoted = [...(card?.misleads ?? '').matchAll(/(\d+)% \(([^)]+)\)/g)];
    expect(quoted).toHaveLength(quotes);
    for (const [, said, title = ''] of quoted) {
      const held = rowsAfter(title)
        .filter(([chain, interval]) => interval === label && chain !== 'the raw sum')
        .map((row) => Math.round(percentIn(row[3])));
      expect({ title, held }).toEqual({ title, held: expect.arrayContaining([Number(said)]) as number[] });
    }
  });
});

describe('a small calibration, live', () => {
  const base = scenarioOf('base') ?? SCENARIOS[0];
  if (base === undefined) throw new Error('There are scenarios.');
  const towns = 120;
  const run = () =>
    scoreTowns(
      Array.from({ length: towns }, (_, at) =>
        judgeTown(base, 50_000 + at, { replicates: 400, only: 'person-visit' }),
      ),
    );
  const scores = run();

  it('finds person-visit unbiased and its interval honest within Monte Carlo error', () => {
    const [score] = scores;
    const [interval] = score?.intervals ?? [];
    expect(score).toMatchObject({ id: 'person-visit', towns });
    expect(Math.abs(score?.bias ?? 1)).toBeLessThan(0.02);
    expect(Math.abs((interval?.holds ?? 0) - 0.945)).toBeLessThan(3 * 0.021);
    expect(interval?.basis).toBe('confidence');
  });

  it('makes the chapter of the smallest town again, byte for byte', () => {
    const scenario = scenarioOf('few-respondents') ?? base;
    const { seed, replicates, towns: many } = FULL_CALIBRATION;
    const ways = Array.from({ length: many }, (_, at) => judgeTown(scenario, seed + at, { replicates }));
    const made = calibrationPage(FULL_CALIBRATION, [{ scenario, towns: many, scores: scoreTowns(ways) }]);
    const chapter = made.slice(made.indexOf(`\n## ${scenario.title}\n`)).trimEnd();
    expect(chapter.length).toBeGreaterThan(1000);
    expect(page.includes(chapter)).toBe(true);
  });

  it('runs every scenario in the smoke run, twice to the same bytes', () => {
    const [first, second] = [smoke(), smoke()];
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(second.stdout).toBe(first.stdout);
    for (const { title } of SCENARIOS) expect(first.stdout).toContain(`\n## ${title}\n`);
    expect(first.stdout).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('scores', () => {
  it('are bias, RMSE, and how often the truth lay between the ends', () => {
    const [score] = scoreTowns([judged(0.9, 0.8, 0.95), judged(1.1, 0.9, 1.3)]);
    expect(score?.bias).toBeCloseTo(0, 12);
    expect(score?.rmse).toBeCloseTo(0.1, 12);
    expect(score?.intervals[0]).toMatchObject({ towns: 2, holds: 0.5, below: 0, above: 0.5 });
    expect(score?.intervals[0]?.width).toBeCloseTo(0.275, 12);
  });

  it('never call a share exact', () => {
    const [score] = scoreTowns([judged(1, 0.9, 1.1), judged(1, 0.9, 1.1)]);
    expect(score?.intervals[0]?.holdsError).toBeGreaterThan(0.2);
  });

  it('are read as a verdict on what was claimed', () => {
    const interval = { label: '', towns: 300, below: 0, above: 0, width: 1, holdsError: 0.01 };
    expect(verdict({ ...interval, basis: 'confidence', holds: 0.8 })).toBe('too narrow');
    expect(verdict({ ...interval, basis: 'confidence', holds: 0.92 })).toBe('a little narrow');
    expect(verdict({ ...interval, basis: 'confidence', holds: 0.94 })).toBe('holds');
    expect(verdict({ ...interval, basis: 'confidence', holds: 0.99 })).toBe('wider than it need be');
    expect(verdict({ ...interval, basis: 'spread', holds: 0.1 })).toBe('claims no level');
  });
});
