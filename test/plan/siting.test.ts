import { describe, expect, it } from 'vitest';
import type { SiteRow } from '../../src/model/tables/sites.js';
import type { Microplan, Siting } from '../../src/plan/microplan.js';
import { chooseSites, type SitesProblem } from '../../src/plan/siting/choose-sites.js';
import { groupHoursOf } from '../../src/plan/siting/hours.js';
import { siteFeatures } from '../../src/plan/siting/site-features.js';
import { planTables } from '../../src/plan/tables.js';
import { makeRandom } from '../../src/stats/random.js';
import { everyAssignment, everySubset } from './search/brute-force.js';
import { planOf, randomTown, seeded, spot, study } from './town.js';

/** A small problem that looks random, with a forced and a forbidden site in half of the cases. */
function smallProblem(seed: number, changes: Partial<SitesProblem>): SitesProblem {
  const random = seeded(seed);
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const sites = whole(3, 6);
  const people = Array.from({ length: whole(2, 6) }, () => whole(1, 40));
  const minutes = people.map(() => Array.from({ length: sites }, () => whole(1, 60)));
  const isBound = random() < 0.5;
  return {
    method: 'p-median',
    people,
    sites,
    minutes: (customer, site) => minutes[customer]?.[site] ?? 0,
    within: 30,
    open: whole(1, 2),
    capacity: 1000,
    openingCost: whole(0, 900),
    copies: Array.from({ length: sites }, () => 1),
    forced: isBound ? [0] : [],
    forbidden: isBound ? [sites - 1] : [],
    ...changes,
  };
}

/** Every set of sites that keeps the forced ones and leaves out the forbidden ones. */
function allowedSets({ sites, forced, forbidden }: SitesProblem): (readonly number[])[] {
  const sets: (readonly number[])[] = [];
  everySubset(sites, (open) => {
    const isAllowed = forced.every((site) => open.includes(site));
    if (isAllowed && !forbidden.some((site) => open.includes(site))) sets.push([...open]);
  });
  return sets;
}

const travel = ({ people, minutes }: SitesProblem, open: readonly number[]) =>
  people.reduce((sum, one, at) => sum + one * Math.min(...open.map((site) => minutes(at, site))), 0);

const isWithin = ({ minutes, within }: SitesProblem, open: readonly number[], customer: number) =>
  open.some((site) => minutes(customer, site) <= within);

const reached = (problem: SitesProblem, open: readonly number[]) =>
  problem.people.reduce((sum, one, at) => sum + (isWithin(problem, open, at) ? one : 0), 0);

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);

describe('choosing sites agrees with trying every set', () => {
  it('for the least people-minutes', () => {
    for (const seed of SEEDS) {
      const problem = smallProblem(seed, {});
      const chosen = chooseSites(problem, makeRandom(seed));
      const sets = allowedSets(problem).filter((open) => open.length === problem.open);
      expect(sets, `seed ${seed}`).toContainEqual(chosen.open);
      expect(travel(problem, chosen.open)).toBe(Math.min(...sets.map((open) => travel(problem, open))));
    }
  });

  it('for the most people within reach', () => {
    for (const seed of SEEDS) {
      const problem = smallProblem(seed, { method: 'maximal-covering' });
      const chosen = chooseSites(problem, makeRandom(seed));
      const sets = allowedSets(problem).filter((open) => open.length === problem.open);
      expect(sets, `seed ${seed}`).toContainEqual(chosen.open);
      expect(reached(problem, chosen.open)).toBe(Math.max(...sets.map((open) => reached(problem, open))));
    }
  });

  it('for the fewest sites that reach everybody who can be reached', () => {
    for (const seed of SEEDS) {
      const problem = smallProblem(seed, { method: 'fewest-sites' });
      const chosen = chooseSites(problem, makeRandom(seed));
      const sets = allowedSets(problem);
      const most = Math.max(...sets.map((open) => reached(problem, open)));
      expect(sets, `seed ${seed}`).toContainEqual(chosen.open);
      expect(reached(problem, chosen.open)).toBe(most);
      const enough = sets.filter((open) => reached(problem, open) === most);
      expect(chosen.open.length).toBe(Math.min(...enough.map((open) => open.length)));
    }
  });

  it('for people-minutes and opening costs together, with room for everybody', () => {
    for (const seed of SEEDS) {
      const problem = smallProblem(seed, { method: 'opening-costs', capacity: 90 });
      const { people, sites, minutes, forced, forbidden, capacity, openingCost } = problem;
      const chosen = chooseSites(problem, makeRandom(seed));
      let least = Infinity;
      everyAssignment(people.length, sites, (siteOf) => {
        if (siteOf.some((site) => forbidden.includes(site))) return;
        const load = Array.from({ length: sites }, () => 0);
        for (const [at, site] of siteOf.entries()) load[site] = (load[site] ?? 0) + (people[at] ?? 0);
        if (Math.max(...load) > capacity) return;
        const open = new Set([...siteOf, ...forced]).size;
        const way = siteOf.reduce((sum, site, at) => sum + (people[at] ?? 0) * minutes(at, site), 0);
        least = Math.min(least, way + open * openingCost);
      });
      if (least === Infinity) {
        expect(chosen.open).toEqual([]);
        continue;
      }
      let cost = chosen.open.length * openingCost;
      const load = new Map<number, number>();
      for (const [at, sent] of chosen.sent.entries()) {
        expect([...sent.values()].reduce((sum, one) => sum + one, 0)).toBe(people[at]);
        for (const [site, persons] of sent) {
          cost += persons * minutes(at, site);
          load.set(site, (load.get(site) ?? 0) + persons);
        }
      }
      expect(cost, `seed ${seed}`).toBe(least);
      expect(Math.max(...load.values())).toBeLessThanOrEqual(capacity);
      expect(forced.every((site) => chosen.open.includes(site))).toBe(true);
    }
  });
});

function siteRow(cells: Partial<SiteRow> & { readonly site_id: string }): SiteRow {
  return {
    line: 2,
    extra: undefined,
    kind: 'drop_in',
    municipality: undefined,
    lat: undefined,
    lon: undefined,
    services: undefined,
    open: undefined,
    owner: undefined,
    ...cells,
  };
}

const METHODS = ['p-median', 'maximal-covering', 'fewest-sites', 'opening-costs'];

function sited(plan: Microplan): Siting {
  if (plan.siting === undefined) throw new Error('no siting');
  return plan.siting;
}

const atSpots = (plan: Microplan) =>
  plan.parts
    .filter(({ part }) => part.figure.mode === 'geo')
    .reduce((sum, { part }) => sum + part.people.estimate, 0);

describe('siting in a plan', () => {
  it('is left out where no method is named', () => {
    const town = randomTown(1);
    const plan = planOf(town);
    expect(plan.siting).toBeUndefined();
    const tables = planTables(plan, town);
    expect(tables.map(({ name }) => name)).not.toContain('plan/sites.csv');
    expect(plan.assumptions.filter(({ key }) => key.startsWith('siting'))).toEqual([]);
  });

  it.each(METHODS)('loses nobody, stands on no spot and is the same again: %s', (method) => {
    for (let seed = 0; seed < 8; seed += 1) {
      const town = randomTown(seed);
      const rules = { siting: { method, people_per_site: 100 } };
      const plan = planOf(town, rules);
      const { sites, people } = sited(plan);
      expect(people).toBe(atSpots(plan));
      const served = sites.reduce((sum, one) => sum + one.people, 0);
      expect(served).toBe(sites.length === 0 ? 0 : people);
      expect(sited(planOf(town, rules))).toEqual(sited(plan));
      const spots = town.spots.map(({ lat, lon }) => `${lon} ${lat}`);
      for (const { geometry } of siteFeatures(sites)) {
        const point = geometry.coordinates as readonly number[];
        expect(spots).not.toContain(point.join(' '));
        expect(point.map((degrees) => Number(degrees.toFixed(3)))).toEqual(point);
      }
      if (method === 'opening-costs') {
        for (const one of sites) expect(one.people).toBeLessThanOrEqual(one.capacity);
      }
    }
  });

  it('reaches every located spot in time with the fewest sites, for a cell is never wider', () => {
    for (let seed = 0; seed < 8; seed += 1) {
      const town = randomTown(seed);
      const located = study({ ...town, spots: town.spots.filter(({ lat }) => lat !== undefined) });
      const { sites, people, peopleWithin } = sited(
        planOf(located, { siting: { method: 'fewest-sites', minutes: 30 } }),
      );
      expect(peopleWithin).toBe(people);
      for (const one of sites) expect(one.minutesMost ?? 0).toBeLessThanOrEqual(30);
    }
  });

  const spots = ['A', 'B', 'C', 'D'].map((spot_id, at) =>
    spot({ spot_id, municipality: at < 2 ? 'North' : 'South', lat: 42.005 + at * 0.05, lon: 21.005 }),
  );
  const sites = [
    siteRow({ site_id: 'K1', lat: 42.3, lon: 21, municipality: 'Far' }),
    siteRow({ site_id: 'K2', lat: 42.31, lon: 21, open: 'closed' }),
    siteRow({ site_id: 'K3', kind: 'clinic', lat: 42.1, lon: 21 }),
  ];
  const codes = (siting: Readonly<Record<string, unknown>>) =>
    sited(planOf(study({ spots, sites }), { siting: { method: 'p-median', ...siting } })).sites;

  it('keeps existing drop-in centres that are open, unless one is given up or none has to stay', () => {
    expect(codes({ sites: 2 }).map(({ code, isFixed }) => [code, isFixed])).toEqual([
      ['K1', true],
      ['N001', false],
    ]);
    expect(codes({ sites: 1, keep_existing: false }).map(({ code }) => code)).toEqual(['N001']);
    expect(codes({ sites: 2, forbidden: ['K1'] }).map(({ code }) => code)).toEqual(['N001', 'N002']);
  });

  it('opens where it must and not where it must not', () => {
    const municipalities = (siting: Readonly<Record<string, unknown>>) =>
      codes({ forbidden: ['K1'], ...siting }).map(({ place }) => place.municipality);
    expect(municipalities({ sites: 2, forbidden: ['K1', 'North'] })).toEqual(['South', 'South']);
    expect(municipalities({ sites: 1, forced: ['North'] })).toEqual(['North']);
    const [only] = codes({ sites: 1, keep_existing: false, forced: ['D'] });
    expect([only?.minutesMost !== undefined, only?.isFixed, only?.place.position?.[1]]).toEqual([
      true,
      true,
      42.155,
    ]);
    expect(codes({ sites: 4, forbidden: ['K1', 'A', 'North'], forced: ['A'] })).toHaveLength(2);
  });

  it('never opens where the spots around are not safe', () => {
    const unsafe = spots.map((row) => ({
      ...row,
      security_level: row.spot_id === 'A' ? ('2' as const) : ('4' as const),
      security_checked_on: '2026-01-01',
    }));
    const plan = planOf(study({ spots: unsafe }), {
      as_of: '2026-01-02',
      siting: { method: 'fewest-sites' },
    });
    expect(sited(plan).sites.map(({ security }) => security)).toEqual([2]);
    expect(sited(plan).sites[0]?.people).toBe(atSpots(plan));
  });

  it('counts sites by people and makes small ones mobile stops', () => {
    const plan = planOf(study({ spots }), { siting: { method: 'p-median', people_per_site: 15 } });
    expect(sited(plan).neededByPeople).toBe(Math.ceil(atSpots(plan) / 15));
    expect(sited(plan).sites.every(({ kind }) => kind === 'mobile')).toBe(true);
  });
});

describe('hours of groups that share a site', () => {
  const open = { from: 720, to: 1200 };

  it('are none for one population', () => {
    expect(groupHoursOf(new Map([['FSW', 40]]), open, {})).toEqual([]);
  });

  it('share out the opening hours by people without overlap', () => {
    const people = new Map([
      ['FSW', 60],
      ['MSM', 19],
      ['TG', 1],
    ]);
    expect(groupHoursOf(people, open, {})).toEqual([
      { population: 'FSW', hours: [{ from: 720, to: 1080 }] },
      { population: 'MSM', hours: [{ from: 1080, to: 1170 }] },
      { population: 'TG', hours: [{ from: 1170, to: 1200 }] },
    ]);
  });

  it('keep the stated ones and use what is left around them', () => {
    const people = new Map([
      ['FSW', 10],
      ['MSM', 10],
    ]);
    expect(groupHoursOf(people, open, { FSW: { from: 840, to: 960 } })).toEqual([
      { population: 'FSW', hours: [{ from: 840, to: 960 }] },
      {
        population: 'MSM',
        hours: [
          { from: 720, to: 840 },
          { from: 960, to: 1200 },
        ],
      },
    ]);
  });
});
