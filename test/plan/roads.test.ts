import { describe, expect, it } from 'vitest';
import { planOf, spot, study, worker } from './town.js';
import type { SiteRow } from '../../src/model/tables/sites.js';
import type { Microplan } from '../../src/plan/microplan.js';
import { certificateText, verifyPlan } from '../../src/plan/verify/verify.js';
import { planFor, writtenTables, yangonStudy } from './yangon.js';

const site = (site_id: string, municipality: string, lat: number): SiteRow => ({
  line: 2,
  extra: undefined,
  site_id,
  kind: 'clinic',
  municipality,
  lat,
  lon: 10,
  services: ['hiv'],
  open: undefined,
  owner: site_id,
});

const SPOTS = ['North', 'South'].map((municipality, at) =>
  spot({ spot_id: `S${at}`, municipality, lat: 10 + at / 100, lon: 10, hours: { from: 600, to: 900 } }),
);
const CLOSED = { closed_roads: [{ between: ['North', 'South'] }] };

const workersOf = (plan: Microplan) => plan.parts.map(({ worker: code }) => code).join();

describe('a closed road', () => {
  it('is not taken from a base, in a day of several stops, or to a site', () => {
    const workers = [worker({ worker_id: 'W', municipality: 'Middle', lat: 10.005, lon: 10 })];
    const sites = [site('C1', 'North', 10.001), site('C2', 'South', 10.002)];
    const of = study({ spots: SPOTS, workers, sites });
    const open = planOf(of);
    const plan = planOf(of, CLOSED);
    expect(plan.parts.map(({ worker: code }) => code)).toEqual(['W', 'W']);
    const visitedOn = (visits: typeof plan.visits, part: number) =>
      visits
        .filter((visit) => visit.part === plan.parts[part]?.part.id)
        .map(({ week, day }) => `${week} ${day}`);
    expect(visitedOn(open.visits, 0)).toEqual(visitedOn(open.visits, 1));
    const days = new Set(visitedOn(plan.visits, 0));
    expect(visitedOn(plan.visits, 1).filter((day) => days.has(day))).toEqual([]);
    expect(open.referrals.map(({ first }) => first)).toEqual(['C1', 'C2']);
    expect(open.referrals[0]?.fallbacks).toHaveLength(1);
    expect(plan.referrals.map(({ first, fallbacks }) => [first, fallbacks.length])).toEqual([
      ['C1', 0],
      ['C2', 0],
    ]);
  });

  it('keeps invented workers on one side', () => {
    const plan = planOf(study({ spots: SPOTS }), { ...CLOSED, coverage: 1 });
    expect(planOf(study({ spots: SPOTS }), { coverage: 1 }).workers).toHaveLength(1);
    expect(new Set(plan.parts.map(({ worker: code }) => code)).size).toBe(2);
  });

  it('costs its minutes where it is a checkpoint', () => {
    const workers = [worker({ worker_id: 'W', municipality: 'North', lat: 10, lon: 10 })];
    const of = study({ spots: SPOTS.slice(1), workers });
    const home = (rules: Readonly<Record<string, unknown>>) => planOf(of, rules).visits[0]?.minutesHome ?? 0;
    const checkpoint = { closed_roads: [{ between: ['South', 'North'], minutes: 40 }] };
    expect(home(checkpoint)).toBe(home({}) + 40);
  });

  it('is in no plan of 10 variations of Yangon with five closed roads and two checkpoints', async () => {
    const closed_roads = [
      { between: ['Hlaing', 'Kyimyindaing'] },
      { between: ['Hlaing', 'Hlaingthaya'] },
      { between: ['Insein', 'Hlaingthaya'] },
      { between: ['North Okkalapa', 'South Okkalapa'] },
      { between: ['Thingangyun', 'Tamwe'] },
      { between: ['Insein', 'Mayangone'], minutes: 30 },
      { between: ['Insein', 'Shwepyitha'], minutes: 20 },
    ];
    let changed = 0;
    for (let seed = 301; seed <= 310; seed += 1) {
      const of = await yangonStudy(seed);
      const plan = planFor(of, { closed_roads });
      const certificate = verifyPlan(writtenTables(plan, of), of);
      expect(certificate.isSound, `seed ${seed}\n${certificateText(certificate)}`).toBe(true);
      const careless = planFor(of, { closed_roads: [] });
      if (workersOf(careless) !== workersOf(plan)) changed += 1;
    }
    expect(changed).toBeGreaterThan(5);
  });

  it('is found by the verifier where a plan takes it', async () => {
    const of = await yangonStudy();
    const texts = writtenTables(planFor(of, { closed_roads: [] }), of);
    const stated = texts.get('plan/assumptions.csv') ?? '';
    const towns = of.workers
      .map(({ municipality }) => municipality ?? '')
      .filter((name) => name !== 'Hlaing');
    const roads = [...new Set(towns)].map((name) => `Hlaing – ${name}`).join('; ');
    const changed = stated.replace(/^closed_roads,none,/m, `closed_roads,${roads},`);
    expect(changed).not.toBe(stated);
    const { verdicts } = verifyPlan(new Map([...texts, ['plan/assumptions.csv', changed]]), of);
    expect(verdicts.find(({ id }) => id === 'curfew')?.faults.join()).toContain('a closed road');
  });
});
