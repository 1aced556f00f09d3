import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { PLAN_SCHEMA, readRules } from '../../src/plan/read-rules.js';
import { RULES } from '../../src/plan/rules.js';
import { assumptionsOf } from '../../src/plan/assumptions.js';
import { studyOf } from '../support/study.js';
import { planOf, spot, study, worker } from './town.js';

const yaml = (plan: string) =>
  studyOf({ study: `title: t\nplan:\n${plan}`, spots: 'spot_id,population,min,max\nA,FSW,1,2\n' });

const codes = async (plan: string) => (await yaml(plan)).issues.map((issue) => issue.code);

describe('the rules under plan in study.yaml', () => {
  it('are filled in where they are not stated, entry by entry', () => {
    const rules = readRules({ people_per_worker: { PWID: 30 }, visits_per_month: { '40+': { high: 14 } } });
    expect(rules.people_per_worker).toMatchObject({ PWID: 30, FSW: 50, others: 50 });
    expect(rules.visits_per_month['40+']).toEqual({ low: 4, medium: 8, high: 14 });
    expect(rules.coverage).toBe(0.9);
  });

  it('read a time past midnight as the next day', () => {
    expect(readRules({ hours_unknown: '20:00-02:00' }).hours_unknown).toEqual({ from: 1200, to: 1560 });
    expect(readRules({ curfew: [{ hours: '22:00-04:00', municipality: 'A' }] }).curfew).toEqual([
      { municipality: 'A', hours: { from: 1320, to: 1680 } },
    ]);
  });

  it('are refused where they are not known or cannot be', async () => {
    expect(await codes('  coverage: 0.8\n')).toEqual([]);
    expect(await codes('  coverge: 0.8\n')).toContain('setting-unknown');
    expect(await codes('  coverage: 90\n')).toContain('setting-invalid');
    expect(await codes('  people_per_worker: { FSW: 0 }\n')).toContain('setting-invalid');
    expect(await codes('  hours_unknown: tonight\n')).toContain('setting-invalid');
    expect(await codes('  start_date: 2021-13-01\n')).toContain('setting-invalid');
    expect(await codes('  curfew:\n    - munic: A\n      hours: 22:00-04:00\n')).toContain('setting-unknown');
  });

  it('have a description each, a valid schema, and a line in the assumptions that says who set them', () => {
    expect(() => new Ajv({ allowUnionTypes: true }).compile(PLAN_SCHEMA)).not.toThrow();
    const lines = assumptionsOf(readRules({ coverage: 0.8, people_per_worker: { PWID: 30 } }));
    const names = new Set(lines.map(({ key }) => key.split('.')[0]));
    for (const [name, rule] of Object.entries(RULES)) {
      expect(names.has(name), name).toBe(true);
      expect(
        [rule.meaning, rule.unit, rule.source].every((text) => text !== ''),
        name,
      ).toBe(true);
    }
    const setBy = (key: string) => lines.find((line) => line.key === key)?.setBy;
    expect([setBy('coverage'), setBy('people_per_worker.PWID'), setBy('people_per_worker.FSW')]).toEqual([
      'study',
      'study',
      'default',
    ]);
  });
});

describe('conflict mode', () => {
  const spots = [
    spot({
      spot_id: 'A',
      security_level: '1',
      security_checked_on: '2021-10-31',
      hours: { from: 600, to: 900 },
    }),
    spot({ spot_id: 'B', hours: { from: 600, to: 900 } }),
    spot({
      spot_id: 'C',
      security_level: '4',
      security_checked_on: '2021-10-31',
      hours: { from: 600, to: 900 },
    }),
  ];
  const of = study({ spots, workers: ['V', 'W'].map((id) => worker({ worker_id: id })) });
  const statuses = (rules: Readonly<Record<string, unknown>>) =>
    planOf(of, { as_of: '2021-11-01', ...rules }).parts.map(({ status }) => status);

  it('is on as soon as one spot has a level: a spot without a record is then held', () => {
    expect(statuses({})).toEqual(['planned', 'hold', 'hold']);
  });

  it('can be turned off, but a recorded level of 4 still holds', () => {
    expect(statuses({ conflict: false })).toEqual(['planned', 'planned', 'hold']);
  });

  it('can be turned on where no spot has a level', () => {
    const bare = study({ spots: [spot({ spot_id: 'A' })], workers: [worker({ worker_id: 'W' })] });
    expect(planOf(bare, { conflict: true }).parts[0]?.status).toBe('hold');
    expect(planOf(bare).parts[0]?.status).toBe('planned');
  });

  it('caps what a worker knows: 65 people and 8 spots', () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      spot({
        spot_id: `S${at}`,
        security_level: '2',
        security_checked_on: '2021-10-31',
        hours: { from: 600, to: 900 },
        min: 5,
        max: 5,
      }),
    );
    const alone = [worker({ worker_id: 'W', max_people: 200 })];
    const plan = planOf(study({ spots: many, workers: alone }), { as_of: '2021-11-01' });
    expect(plan.parts.filter(({ status }) => status === 'planned').length).toBe(8);
    const heavy = many.map((row) => ({ ...row, min: 20, max: 20 }));
    const capped = planOf(study({ spots: heavy, workers: alone }), { as_of: '2021-11-01' });
    expect(capped.parts.filter(({ status }) => status === 'planned').length).toBe(3);
  });
});
