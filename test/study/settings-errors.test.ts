import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/study/settings.js';

const said = (yaml: string) =>
  readSettings(new TextEncoder().encode(yaml), 'study.yaml').issues.map(
    ({ code, line, message }) => `${code} ${line}: ${message}`,
  );

describe('a faulty setting is said once, by what the study meant', () => {
  it.each([
    ['method:\n  settle: middle\n', ['setting-invalid 2: method.settle can be stated, midpoint,']],
    ['method:\n  hidden:\n    use: add\n', ['setting-invalid 2: method.hidden needs "estimate".']],
    [
      'method:\n  hidden:\n    use: all\n',
      ['setting-invalid 3: method.hidden.use can be none, divide, add.'],
    ],
    [
      'method:\n  hidden:\n    use: add\n    estimate: 5\n    lowest: 4\n',
      ['setting-unknown 5: "lowest" is not a setting of method.hidden.'],
    ],
    [
      'method:\n  interval:\n    use: correlated\n    correlation: 2\n',
      ['setting-invalid 4: method.interval.correlation must be <= 1.'],
    ],
    [
      'method:\n  hidden: add\n',
      ['setting-invalid 2: method.hidden needs estimate: write { use: add, estimate: … }.'],
    ],
    ['weekends: [fri]\n', ['setting-unknown 1: "weekends" is not a setting of the study. Did you mean']],
    [
      'populations:\n  - code: FSW\n    method:\n      day: often\n',
      ['setting-invalid 4: populations.method.day can be usual, peak, weekly-mean, by-day.'],
    ],
    [
      'populations:\n  - code: FSW\n  - code: FSW\n',
      ['setting-invalid 3: The population "FSW" is listed more than once.'],
    ],
    ['title: *name\n', ['yaml-syntax 1: "*name" refers to nothing.']],
  ])('%j', (yaml, expected) => {
    const issues = said(yaml);
    expect(issues).toHaveLength(expected.length);
    for (const [at, start] of expected.entries()) expect(issues[at]).toContain(start);
  });

  it('and nothing is said of settings that are right', () => {
    expect(
      said('method:\n  settle: midpoint\n  hidden: {use: add, estimate: 5}\nweekend: [fri, sat]\n'),
    ).toEqual([]);
    expect(said('a: &a 1\n').map((line) => line.split(' ')[0])).toEqual(['setting-unknown']);
  });
});
