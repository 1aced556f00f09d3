import type { Boundary } from './boundary.js';
import type { PopulationSettings, Settings } from './settings.js';
import type { AttendanceRow } from './tables/attendance.js';
import type { PlaceRow } from './tables/places.js';
import type { PublishedRow } from './tables/published.js';
import type { ReportRow } from './tables/reports.js';
import type { SiteRow } from './tables/sites.js';
import type { SpotRow } from './tables/spots.js';
import type { TravelRow } from './tables/travel.js';
import type { WorkerRow } from './tables/workers.js';

/** A row whose population is known: from its own column, or from the study when it concerns one population only. */
type WithPopulation<Row> = Omit<Row, 'population'> & { readonly population: string };

/** One population at one spot, its municipality filled in from coordinates where the column was empty. */
export type Spot = WithPopulation<SpotRow>;
export type Report = WithPopulation<ReportRow>;
export type Attendance = WithPopulation<AttendanceRow>;

/** One mapping exercise as read: settings and typed rows, nothing computed yet. */
export interface Study {
  readonly settings: Settings;
  readonly spots: readonly Spot[];
  readonly reports: readonly Report[];
  readonly attendance: readonly Attendance[];
  readonly places: readonly PlaceRow[];
  readonly workers: readonly WorkerRow[];
  readonly sites: readonly SiteRow[];
  /** Travel times between places of the study; none where left out. */
  readonly travel?: readonly TravelRow[];
  readonly published: readonly PublishedRow[];
  readonly boundaries: readonly Boundary[];
  /** Input files by table id, as named in messages. */
  readonly files: Readonly<Record<string, string>>;
}

/** The populations of the study in order: those study.yaml lists, then others met in the rows, by code. */
export function populationsOf(study: Study): PopulationSettings[] {
  return listPopulations(study.settings, new Set(study.spots.map((spot) => spot.population)));
}

/** The same, of the population codes met in the rows. */
export function listPopulations(settings: Settings, met: ReadonlySet<string>): PopulationSettings[] {
  const listed = settings.populations;
  const known = new Set(listed.map((population) => population.code));
  const others = [...met].filter((code) => !known.has(code)).sort();
  return [
    ...listed.filter((population) => met.has(population.code)),
    ...others.map((code) => ({ code, label: code, denominator: undefined, method: {} })),
  ];
}
