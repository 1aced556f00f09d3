import { drawNormal } from '../stats/draw-normal.js';
import type { Random } from '../stats/random.js';
import type { Person } from './make-people.js';
import type { SpotPlace } from './make-spots.js';
import type { TownAttendanceRow, TownReportRow, TownSpotRow } from './town-rows.js';
import type { InformantSettings, TownSettings } from './town-settings.js';
import type { WeekOfVisits } from './visit-spots.js';

/** One population in one municipality in one round, as it really is. */
export interface Scene {
  readonly population: string;
  readonly municipality: string;
  readonly round: number;
  readonly people: readonly Person[];
  readonly spots: readonly SpotPlace[];
  readonly week: WeekOfVisits;
}

/** What the field brings back from one scene. */
export interface Observation {
  readonly spots: TownSpotRow[];
  readonly reports: TownReportRow[];
  readonly attendance: TownAttendanceRow[];
}

/**
 * Returns what informants and teams see of a scene.
 *
 * Level 1: informants of random types say a range around truth · bias · log-normal error, truth being the mean
 * day. A spot not visited has the mean of their ends. Level 2: one day from Monday to Friday, the same for all
 * spots, is the usual day; `usual` is who is present then, min and max the least and most of Monday to Friday,
 * the peak ends those of the two busiest days of the week, `weekday` and `weekend` means of their days.
 * Respondents are drawn from those present on the usual day, each equally likely, and answer truly.
 */
export function observeSpots(scene: Scene, settings: TownSettings, random: Random): Observation {
  const seen: Observation = { spots: [], reports: [], attendance: [] };
  const usualDay = random.integer(5);
  scene.spots.forEach((spot, at) => {
    const stream = random.fork(spot.spotId);
    const counts = scene.week.map((day) => day[at]?.length ?? 0);
    const isVisited = stream.uniform() < settings.share_level_2;
    const reports = reportsOn(spot, counts, { scene, settings, random: stream });
    seen.reports.push(...reports);
    seen.spots.push(
      isVisited ? visitedRow(spot, counts, { scene, usualDay }) : reportedRow(spot, scene, reports),
    );
    if (!isVisited) return;
    const present = [...(scene.week[usualDay]?.[at] ?? [])];
    const met = stream.shuffle(present).slice(0, settings.respondents_per_spot);
    seen.attendance.push(...met.map((number, nth) => respondentRow(spot, scene, { number, nth })));
  });
  return seen;
}

function reportsOn(
  spot: SpotPlace,
  counts: readonly number[],
  from: { readonly scene: Scene; readonly settings: TownSettings; readonly random: Random },
): TownReportRow[] {
  const { scene, settings, random } = from;
  const truth = meanOf(counts);
  return Array.from({ length: settings.reports_per_spot }, (_, nth) => {
    const informant = settings.informants[random.integer(settings.informants.length)];
    const range = saidRange(truth, informant, random);
    return {
      informant_id: `${spot.spotId}-r${scene.round}-i${nth + 1}`,
      informant_type: informant?.informant_type ?? '',
      level: 1,
      spot_id: spot.spotId,
      population: scene.population,
      ...range,
    };
  });
}

function saidRange(
  truth: number,
  informant: InformantSettings | undefined,
  random: Random,
): { min: number; max: number } {
  const { bias, spread, half_width } = informant ?? { bias: 1, spread: 0, half_width: 0 };
  const middle = truth * bias * Math.exp(spread * drawNormal(random));
  const min = Math.round(middle * (1 - half_width));
  return { min, max: Math.max(min, Math.round(middle * (1 + half_width))) };
}

function visitedRow(
  spot: SpotPlace,
  counts: readonly number[],
  from: { readonly scene: Scene; readonly usualDay: number },
): TownSpotRow {
  const weekdays = counts.slice(0, 5);
  const busiest = [...counts].sort((one, other) => other - one);
  return {
    ...nameOf(spot, from.scene),
    level: 2,
    min: Math.min(...weekdays),
    max: Math.max(...weekdays),
    usual: counts[from.usualDay] ?? 0,
    peak_min: busiest[1] ?? 0,
    peak_max: busiest[0] ?? 0,
    weekday: meanOf(weekdays),
    weekend: meanOf(counts.slice(5)),
  };
}

function reportedRow(spot: SpotPlace, scene: Scene, reports: readonly TownReportRow[]): TownSpotRow {
  const isReported = reports.length > 0;
  return {
    ...nameOf(spot, scene),
    level: 1,
    min: isReported ? meanOf(reports.map((report) => report.min)) : undefined,
    max: isReported ? meanOf(reports.map((report) => report.max)) : undefined,
    usual: undefined,
    peak_min: undefined,
    peak_max: undefined,
    weekday: undefined,
    weekend: undefined,
  };
}

function nameOf(
  spot: SpotPlace,
  scene: Scene,
): Pick<TownSpotRow, 'spot_id' | 'population' | 'municipality' | 'zone' | 'typology' | 'mode' | 'status'> {
  return {
    spot_id: spot.spotId,
    population: scene.population,
    municipality: scene.municipality,
    zone: spot.zone,
    typology: spot.typology,
    mode: 'geo',
    status: 'active',
  };
}

function respondentRow(
  spot: SpotPlace,
  scene: Scene,
  met: { readonly number: number; readonly nth: number },
): TownAttendanceRow {
  const person = scene.people[met.number];
  return {
    respondent_id: `${spot.spotId}-r${scene.round}-p${met.nth + 1}`,
    spot_id: spot.spotId,
    population: scene.population,
    days_per_week: person?.days.length ?? 1,
    spots_per_day: person?.spotsPerDay ?? 1,
    online: (person?.profiles ?? 0) > 0 ? 'yes' : 'no',
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
