import { describe, expect, it } from 'vitest';
import type { Study } from '../../src/model/study.js';
import { DAYS } from '../../src/model/week.js';
import type { Change, Microplan, PlannedPart } from '../../src/plan/microplan.js';
import { planOf, randomTown, spot, study, totalOf, worker } from './town.js';
import { planFor, yangonStudy } from './yangon.js';

/** A study with its rules, so that a change can be made to either. */
interface Situation {
  readonly study: Study;
  readonly rules: Readonly<Record<string, unknown>>;
}

/** The situation after a change that the plan says would cover a part. */
function afterChange({ study: of, rules }: Situation, change: Change, { part }: PlannedPart): Situation {
  const { lat, lon, municipality } = part.figure.spot;
  const alter = (cells: Partial<Study['spots'][number]>): Situation => ({
    study: {
      ...of,
      spots: of.spots.map((row) =>
        row.spot_id === part.spot && row.population === part.population ? { ...row, ...cells } : row,
      ),
    },
    rules,
  });
  const employ = (code: (id: string) => boolean, cells: Partial<Study['workers'][number]>): Situation => ({
    study: { ...of, workers: of.workers.map((row) => (code(row.worker_id) ? { ...row, ...cells } : row)) },
    rules,
  });
  switch (change.kind) {
    case 'security_check':
      return alter({ security_level: '2', security_checked_on: '2021-10-31' });
    case 'meet_earlier':
      return alter({ hours: { from: 600, to: 840 } });
    case 'new_worker': {
      const place = { municipality, lat, lon };
      const added = Array.from({ length: change.workers }, (_, at) =>
        worker({
          worker_id: `Z${of.workers.length}-${at}`,
          population: [change.population],
          languages: change.languages,
          ...place,
        }),
      );
      return { study: { ...of, workers: [...of.workers, ...added] }, rules };
    }
    case 'more_people': {
      const most =
        (of.workers.find((row) => row.worker_id === change.worker)?.max_people ?? 50) + change.people;
      return employ((id) => id === change.worker, { max_people: most });
    }
    case 'go_farther':
      return { study: of, rules: { ...rules, most_km: change.km } };
    case 'other_hours':
      return employ((id) => change.workers.includes(id), { days: DAYS, hours: undefined });
    case 'after_incident': {
      const { study: checked } = alter({ security_level: '2', security_checked_on: '2021-11-30' });
      return { study: checked, rules: { ...rules, as_of: '2021-11-30' } };
    }
    case 'open_road': {
      const roads = rules['closed_roads'] as readonly { readonly between: readonly string[] }[];
      const open = roads.filter(({ between }) => !change.between.every((name) => between.includes(name)));
      return { study: of, rules: { ...rules, closed_roads: open } };
    }
    case 'more_money': {
      const limit = Number(rules['money_per_month']);
      return { study: of, rules: { ...rules, money_per_month: limit + change.amount } };
    }
    case 'online_task':
    case 'networks':
    case 'new_count':
      return { study: of, rules };
  }
}

const workersOfParts = (plan: Microplan) =>
  new Map(
    plan.parts.flatMap(({ part, worker: code }) => (code === undefined ? [] : [[part.id, code] as const])),
  );

/** The changes it takes, one after the other as each plan asks for, until the part is covered. */
function changesToCover(start: Situation, first: Microplan, id: string): string[] {
  const changes: string[] = [];
  let situation = start;
  let plan = first;
  while (changes.length < 6) {
    const part = plan.parts.find(({ part: of }) => of.id === id);
    if (part?.gap === undefined) return changes;
    changes.push(`${part.gap.reason}: ${part.gap.change.kind}`);
    situation = afterChange(situation, part.gap.change, part);
    plan = planOf(
      situation.study,
      { ...situation.study.settings.plan, ...situation.rules },
      { previous: workersOfParts(plan) },
    );
  }
  return [...changes, 'never covered'];
}

describe('every reason, when fixed as the plan says, covers the people', () => {
  it('in 6 variations of Yangon; where people were held back, a second change may be needed', async () => {
    const needed: string[][] = [];
    for (let seed = 1; seed <= 6; seed += 1) {
      const of = await yangonStudy(seed);
      const plan = planFor(of);
      const open = plan.parts.filter(({ status }) => status === 'hold' || status === 'uncovered');
      for (const { part } of open.slice(0, 7)) {
        needed.push([`${seed} ${part.id}`, ...changesToCover({ study: of, rules: {} }, plan, part.id)]);
      }
    }
    expect(needed.filter((changes) => changes.includes('never covered'))).toEqual([]);
    const once = needed.filter((changes) => changes.length === 2).length;
    expect(once).toBeGreaterThan(0.8 * needed.length);
  });
});

describe('money', () => {
  const COSTS = {
    worker_cost: { FSW: 150, others: 120 },
    supervisor_cost: 200,
    km_cost: 0.2,
    item_cost: { condoms: 0.05, needles: 0.1 },
  };

  it('is the reason where more of it, as much as the plan says, covers the people', () => {
    let asked = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const of = randomTown(seed);
      const full = planOf(of, COSTS);
      const cost = totalOf(full);
      const rules = { ...COSTS, money_per_month: cost * 0.6 };
      const plan = planOf(of, rules);
      for (const { part, gap } of plan.parts) {
        if (gap?.reason !== 'money') continue;
        asked += 1;
        const changes = changesToCover({ study: of, rules }, plan, part.id);
        expect(changes, `seed ${seed} ${part.id}`).not.toContain('never covered');
        break;
      }
    }
    expect(asked).toBeGreaterThan(8);
  });
});

const reasonOf = (plan: Microplan) => plan.parts[0]?.gap?.reason;

describe('a reason', () => {
  it('is that no worker is of the population', () => {
    const plan = planOf(
      study({ spots: [spot({ spot_id: 'A' })], workers: [worker({ worker_id: 'W', population: ['MSM'] })] }),
    );
    expect(reasonOf(plan)).toBe('no_worker_of_population');
  });

  it('is that no worker speaks the language', () => {
    const spots = [spot({ spot_id: 'A', languages: ['rki'] })];
    const plan = planOf(study({ spots, workers: [worker({ worker_id: 'W', languages: ['mya'] })] }));
    expect(reasonOf(plan)).toBe('no_shared_language');
  });

  it('is a closed road, and opening it covers the people', () => {
    const spots = [spot({ spot_id: 'A', municipality: 'North', lat: 10, lon: 10 })];
    const of = study({
      spots,
      workers: [worker({ worker_id: 'W', municipality: 'South', lat: 10.01, lon: 10 })],
    });
    const rules = { closed_roads: [{ between: ['South', 'North'] }, { between: ['South', 'East'] }] };
    const plan = planOf(of, rules);
    expect(plan.parts[0]?.gap).toMatchObject({
      reason: 'road_closed',
      change: { kind: 'open_road', between: ['South', 'North'], worker: 'W' },
    });
    const [part] = plan.parts;
    expect(changesToCover({ study: of, rules }, plan, part?.part.id ?? '')).toEqual([
      'road_closed: open_road',
    ]);
  });

  it('is the distance', () => {
    const spots = [spot({ spot_id: 'A', lat: 10, lon: 10 })];
    const plan = planOf(study({ spots, workers: [worker({ worker_id: 'W', lat: 11, lon: 10 })] }));
    expect(plan.parts[0]?.gap).toMatchObject({ reason: 'distance', change: { kind: 'go_farther', km: 112 } });
  });

  it('is the hours', () => {
    const spots = [spot({ spot_id: 'A', hours: { from: 1200, to: 1380 } })];
    const workers = [worker({ worker_id: 'W', hours: { from: 540, to: 960 } })];
    expect(reasonOf(planOf(study({ spots, workers })))).toBe('hours');
  });

  it('is the curfew', () => {
    const spots = [spot({ spot_id: 'A', hours: { from: 1260, to: 1500 } })];
    const workers = [worker({ worker_id: 'W' })];
    const plan = planOf(study({ spots, workers }), { curfew: [{ hours: '22:00-04:00' }] });
    expect(reasonOf(plan)).toBe('curfew');
    expect(reasonOf(planOf(study({ spots, workers })))).toBeUndefined();
  });

  it('is that everybody is full, and says how many more people a worker must serve', () => {
    const spots = ['A', 'B'].map((id) => spot({ spot_id: id, min: 20, max: 20 }));
    const plan = planOf(study({ spots, workers: [worker({ worker_id: 'W', max_people: 35 })] }));
    const gap = plan.parts.find(({ gap: of }) => of !== undefined)?.gap;
    expect(gap).toMatchObject({
      reason: 'capacity',
      change: { kind: 'more_people', worker: 'W', people: 5 },
    });
  });

  it('is that a visit takes two', () => {
    const spots = [
      spot({
        spot_id: 'A',
        security_level: '3',
        security_checked_on: '2021-10-31',
        hours: { from: 600, to: 900 },
      }),
    ];
    const plan = planOf(study({ spots, workers: [worker({ worker_id: 'W' })] }), { as_of: '2021-11-01' });
    expect(reasonOf(plan)).toBe('no_pair');
  });

  it('is security where there is no record, no date, an old date, or no day of the plan', () => {
    const workers = ['W', 'V'].map((id) => worker({ worker_id: id }));
    const fresh = { security_level: '2', security_checked_on: '2021-10-31', hours: { from: 600, to: 900 } };
    const reasons = [
      [{ security_level: undefined }, { as_of: '2021-11-01', conflict: true }],
      [{ ...fresh, security_level: '3', security_checked_on: undefined }, { as_of: '2021-11-01' }],
      [{ ...fresh, security_level: '3', security_checked_on: '2021-10-20' }, { as_of: '2021-11-01' }],
      [{ ...fresh, security_level: '3' }, {}],
      [{ ...fresh, security_level: '3', security_checked_on: '2021-11-02' }, { as_of: '2021-11-01' }],
      [{ ...fresh, security_level: '4' }, { as_of: '2021-11-01' }],
      [{ ...fresh, security_level: '5' }, { as_of: '2021-11-01' }],
      [fresh, { as_of: '2021-11-01' }],
    ] as const;
    const found = reasons.map(([cells, rules]) => {
      const spots = [spot({ spot_id: 'A', ...cells })];
      return reasonOf(planOf(study({ spots, workers }), rules));
    });
    expect(found).toEqual([...Array.from({ length: 7 }, () => 'security'), undefined]);
  });

  it('is an incident at the spot or near it, until its days are over', () => {
    const fresh = {
      security_level: '1',
      security_checked_on: '2021-11-01',
      hours: { from: 600, to: 900 },
    } as const;
    const at = (spot_id: string, lat: number) => spot({ spot_id, lat, lon: 10, ...fresh });
    const spots = [at('A', 10), at('B', 10.004), at('C', 10.006), spot({ spot_id: 'D', ...fresh })];
    const workers = ['W', 'V'].map((id) => worker({ worker_id: id, lat: 10, lon: 10, max_people: 90 }));
    const held = (rules: Readonly<Record<string, unknown>>) =>
      planOf(study({ spots, workers }), { incidents: [{ spot: 'A', on: '2021-10-31' }], ...rules }).parts.map(
        ({ gap }) => gap?.reason,
      );
    const [yes, no] = ['incident', undefined];
    expect(held({ as_of: '2021-11-03' })).toEqual([yes, yes, no, no]);
    expect(held({ as_of: '2021-11-03', incident_km: 1 })).toEqual([yes, yes, yes, no]);
    expect(held({ as_of: '2021-11-04' })).toEqual([no, no, no, no]);
    expect(held({ conflict: false })).toEqual([yes, yes, no, no]);
  });

  it('is that people are met online, or nobody is expected', () => {
    const spots = [spot({ spot_id: 'A', mode: 'web' }), spot({ spot_id: 'B', min: 0, max: 0 })];
    const plan = planOf(study({ spots }));
    expect(plan.parts.map(({ gap }) => gap?.reason)).toEqual(['virtual_only', 'nobody_expected']);
  });
});
