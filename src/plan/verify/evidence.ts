import type { Spot, Study } from '../../model/study.js';
import type { SiteRow } from '../../model/tables/sites.js';
import type { WorkerRow } from '../../model/tables/workers.js';
import type { StatedRules } from './stated-rules.js';
import { spotKey, textOf, type WrittenPlan, type WrittenRow } from './written.js';

/** What a verifier looks at: the written plan, the rules it states, and the study it was made from. */
export interface Evidence {
  readonly plan: WrittenPlan;
  readonly rules: StatedRules;
  readonly study: Study;
  readonly isConflict: boolean;
  /** Rows of spots.csv by spot, population and part. */
  readonly spots: ReadonlyMap<string, WrittenRow>;
  readonly workers: ReadonlyMap<string, WrittenRow>;
  readonly visits: readonly WrittenRow[];
  /** The rows the study gave. */
  readonly spotRows: ReadonlyMap<string, Spot>;
  readonly workerRows: ReadonlyMap<string, WorkerRow>;
  readonly siteRows: ReadonlyMap<string, SiteRow>;
  /** Where sites.geojson draws each site. */
  readonly sitePoints: ReadonlyMap<string, Located>;
}

/** Lays out a written plan for its checks. */
export function evidenceOf(
  plan: WrittenPlan,
  rules: StatedRules,
  { study, sitesLayer }: { readonly study: Study; readonly sitesLayer: string | undefined },
): Evidence {
  const rowsOf = (file: string) => plan.get(file) ?? [];
  const active = study.spots.filter((spot) => spot.status === undefined || spot.status === 'active');
  return {
    plan,
    rules,
    study,
    isConflict:
      rules.text('conflict') === 'yes' ||
      (rules.text('conflict') !== 'no' && study.spots.some((spot) => spot.security_level !== undefined)),
    spots: new Map(rowsOf('spots.csv').map((row) => [spotKey(row), row])),
    workers: new Map(rowsOf('workers.csv').map((row) => [textOf(row, 'worker_code'), row])),
    visits: rowsOf('visits.csv'),
    spotRows: new Map(active.map((spot) => [`${spot.spot_id}|${spot.population}`, spot])),
    workerRows: new Map(study.workers.map((row) => [row.worker_id, row])),
    siteRows: new Map(study.sites.map((row) => [row.site_id, row])),
    sitePoints: sitesLayer === undefined ? new Map() : pointsOf(sitesLayer),
  };
}

/** The study's row of a written spot, part or visit. */
export function spotRowOf(evidence: Evidence, row: WrittenRow): Spot | undefined {
  return evidence.spotRows.get(`${textOf(row, 'spot_code')}|${textOf(row, 'population')}`);
}

/** The security level a spot counts as on the day of the plan, worked out anew: no record is 4, a stale one is one higher. */
export function levelOf(spot: Spot | undefined, evidence: Evidence): number {
  const level = checkedLevelOf(spot, evidence);
  return spot !== undefined && isNearIncident(spot, evidence) ? Math.max(4, level) : level;
}

/** True where something happened at the spot, or as near and as lately as the rules say. */
function isNearIncident(spot: Spot, { rules, study }: Evidence): boolean {
  return rules.incidents.some((incident) => {
    const days = dayCount(rules.text('as_of')) - dayCount(incident.on);
    if (days > rules.number('incident_days')) return false;
    return study.spots
      .filter((other) => other.spot_id === incident.spot)
      .some((other) => {
        const isHere = other.spot_id === spot.spot_id;
        return isHere || (kmApart(other, spot) ?? Infinity) <= rules.number('incident_km');
      });
  });
}

function checkedLevelOf(spot: Spot | undefined, { rules, isConflict }: Evidence): number {
  if (!isConflict) return Number(spot?.security_level ?? 1);
  if (spot?.security_level === undefined) return 4;
  const level = Number(spot.security_level);
  const valid = rules.number(level >= 3 ? 'security_valid_days_level_3' : 'security_valid_days');
  const age = dayCount(rules.text('as_of')) - dayCount(spot.security_checked_on ?? '');
  return age >= 0 && age <= valid ? level : Math.min(5, level + 1);
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days counted one year and month at a time from the year 1900; NaN where the text is no date. */
function dayCount(date: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) return NaN;
  const [year = NaN, month = NaN, day = NaN] = parts.slice(1).map(Number);
  let days = day;
  for (let at = 1900; at < year; at += 1) days += isLeap(at) ? 366 : 365;
  for (let at = 1; at < month; at += 1)
    days += (MONTH_DAYS[at - 1] ?? NaN) + (at === 2 && isLeap(year) ? 1 : 0);
  return days;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

interface WrittenPoints {
  readonly features?: readonly {
    readonly properties?: { readonly site_code?: string };
    readonly geometry?: { readonly coordinates?: readonly number[] };
  }[];
}

function pointsOf(layer: string): Map<string, Located> {
  const { features = [] } = JSON.parse(layer) as WrittenPoints;
  return new Map(
    features.map(({ properties, geometry }) => {
      const [lon, lat] = geometry?.coordinates ?? [];
      return [properties?.site_code ?? '', { lat, lon }];
    }),
  );
}

interface Located {
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
}

/** Kilometres between two located rows by the spherical law of cosines; undefined where one has no position. */
export function kmApart(a: Located | undefined, b: Located | undefined): number | undefined {
  if (a?.lat === undefined || a.lon === undefined || b?.lat === undefined || b.lon === undefined)
    return undefined;
  const [latA, latB, across] = [a.lat, b.lat, b.lon - a.lon].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const cosine = Math.sin(latA) * Math.sin(latB) + Math.cos(latA) * Math.cos(latB) * Math.cos(across);
  return 6371.0088 * Math.acos(Math.max(-1, Math.min(1, cosine)));
}
