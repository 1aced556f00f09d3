import { STANDARD_SETTINGS } from '../../src/model/settings.js';
import { estimate } from '../../src/estimate/estimate.js';
import type { Spot, Study } from '../../src/model/study.js';
import type { SiteRow } from '../../src/model/tables/sites.js';
import type { SpotRow } from '../../src/model/tables/spots.js';
import type { WorkerRow } from '../../src/model/tables/workers.js';
import { DAYS } from '../../src/model/week.js';
import type { Microplan } from '../../src/plan/microplan.js';
import { microplan, type PlanOptions } from '../../src/plan/plan.js';
import { readRules } from '../../src/plan/read-rules.js';

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const EMPTY_SPOT: Omit<SpotRow, 'spot_id'> = {
  line: 2,
  extra: undefined,
  population: 'FSW',
  municipality: undefined,
  typology: undefined,
  mode: undefined,
  lat: undefined,
  lon: undefined,
  status: undefined,
  level: undefined,
  min: undefined,
  max: undefined,
  usual: undefined,
  peak_min: undefined,
  peak_max: undefined,
  weekday: undefined,
  weekend: undefined,
  mon: undefined,
  tue: undefined,
  wed: undefined,
  thu: undefined,
  fri: undefined,
  sat: undefined,
  sun: undefined,
  peak_days: undefined,
  hours: undefined,
  validated_on: undefined,
  languages: undefined,
  risk: undefined,
  security_level: undefined,
  security_checked_on: undefined,
};

/** A spot with the cells given; ten people where none are. */
export function spot(cells: Partial<Spot> & { readonly spot_id: string }): Spot {
  const counted = cells.min === undefined && cells.usual === undefined ? { min: 10, max: 10 } : {};
  return { ...EMPTY_SPOT, population: 'FSW', ...counted, ...cells };
}

/** A worker with the cells given. */
export function worker(cells: Partial<WorkerRow> & { readonly worker_id: string }): WorkerRow {
  return {
    line: 2,
    extra: undefined,
    population: ['FSW'],
    languages: undefined,
    municipality: undefined,
    lat: undefined,
    lon: undefined,
    max_people: undefined,
    days: undefined,
    hours: undefined,
    organisation: undefined,
    ...cells,
  };
}

/** A study of those rows. */
export function study(rows: {
  readonly spots: readonly Spot[];
  readonly workers?: readonly WorkerRow[];
  readonly sites?: readonly SiteRow[];
}): Study {
  return {
    settings: STANDARD_SETTINGS,
    spots: rows.spots,
    reports: [],
    attendance: [],
    places: [],
    workers: rows.workers ?? [],
    sites: rows.sites ?? [],
    published: [],
    boundaries: [],
    files: {},
  };
}

/** The plan of a study under rules as study.yaml states them. */
export function planOf(
  of: Study,
  rules: Readonly<Record<string, unknown>> = {},
  options: PlanOptions = {},
): Microplan {
  return microplan(of, estimate(of).estimates, readRules(rules), options);
}

/** A town that looks random: spots of several populations and languages, workers or none, night hours, online rows. */
export function randomTown(seed: number): Study {
  const random = seeded(seed);
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const pick = <Item>(items: readonly Item[], otherwise: Item): Item =>
    items[whole(0, items.length - 1)] ?? otherwise;
  const populations = ['FSW', 'MSM', 'PWID'].slice(0, whole(1, 3));
  const place = () => ({ lat: 42 + random() * 0.2, lon: 21 + random() * 0.2 });
  const spots = Array.from({ length: whole(1, 40) }, (_, at) => {
    const min = whole(0, 30) * (random() < 0.05 ? 10 : 1);
    const from = whole(8, 23) * 60;
    return spot({
      spot_id: `S${at}`,
      population: pick(populations, 'FSW'),
      municipality: pick(['North', 'South'], 'North'),
      mode: random() < 0.1 ? pick(['web', 'phone'], 'web') : 'geo',
      min,
      max: min + whole(0, 20),
      ...(random() < 0.8 ? place() : {}),
      ...(random() < 0.7 ? { hours: { from, to: from + whole(1, 6) * 60 } } : {}),
      ...(random() < 0.3 ? { languages: [pick(['sq', 'sr'], 'sq')] } : {}),
      ...(random() < 0.5
        ? { peak_min: min + 5, peak_max: min + 40, peak_days: ['fri', 'sat'] as const }
        : {}),
    });
  });
  const workers = Array.from({ length: random() < 0.3 ? 0 : whole(1, 12) }, (_, at) =>
    worker({
      worker_id: `W${at}`,
      population: [pick(populations, 'FSW')],
      municipality: pick(['North', 'South'], 'North'),
      ...(random() < 0.7 ? place() : {}),
      ...(random() < 0.5 ? { languages: [pick(['sq', 'sr'], 'sq')] } : {}),
      ...(random() < 0.5 ? { max_people: whole(5, 70) } : {}),
      ...(random() < 0.4 ? { days: DAYS.filter(() => random() < 0.6) } : {}),
      ...(random() < 0.4 ? { hours: { from: 960, to: 960 + whole(3, 10) * 60 } } : {}),
    }),
  );
  return study({ spots, workers });
}

/** What the plan costs in four weeks. */
export function totalOf(plan: Microplan): number {
  const total = plan.costs?.find((line) => line.plan === 'feasible' && line.what === 'total');
  if (total === undefined) throw new Error('no costs');
  return total.cost.estimate;
}
