import { drawNormal } from '../stats/draw-normal.js';
import { makeRandom, type Random } from '../stats/random.js';
import type { Person } from './make-people.js';
import type { SpotPlace } from './make-spots.js';
import type { TownAttendanceRow, TownReportRow, TownSpotRow } from './town-rows.js';
import {
  FAITHFUL_FIELD,
  type FieldSettings,
  type InformantSettings,
  type TownSettings,
} from './town-settings.js';
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
 * Level 1: informants of random types say a range around truth · bias · log-normal error (· an error all reports
 * share, where set), truth being the mean day. A spot not visited has the mean of their ends. Level 2: one day
 * from Monday to Friday, the same for all spots, is the usual day; `usual` is who is present then, min and max the
 * least and most of Monday to Friday, the peak ends those of the two busiest days of the week, `weekday` and
 * `weekend` means of their days. Respondents are drawn from those present on the usual day, each equally likely,
 * and answer truly. What `field` sets goes wrong on top; each fault has a stream of its own, so the rest stays.
 */
export function observeSpots(scene: Scene, settings: TownSettings, random: Random): Observation {
  const seen: Observation = { spots: [], reports: [], attendance: [] };
  const field = { ...FAITHFUL_FIELD, ...settings.field };
  const usualDay = random.integer(5);
  const counts = scene.spots.map((_, at) => scene.week.map((day) => day[at]?.length ?? 0));
  const sizes = counts.map(meanOf);
  const isLarge = largest(sizes, settings.share_level_2);
  const meanSize = sizes.length === 0 ? 0 : meanOf(sizes);
  scene.spots.forEach((spot, at) => {
    const stream = random.fork(spot.spotId);
    if (stream.fork('found').uniform() >= field.share_found) return;
    const isDrawn = stream.uniform() < settings.share_level_2;
    const isVisited = field.validation === 'largest' ? isLarge(at) : isDrawn;
    const size = sizes[at] ?? 0;
    const rumoured = size + field.share_to_mean * (meanSize - size);
    const reports = reportsOn(spot, rumoured, { scene, settings, random: stream });
    seen.reports.push(...reports);
    if (!isVisited) {
      seen.spots.push(reportedRow(spot, scene, reports));
      return;
    }
    const spread = field.count_spread;
    const error = Math.exp(spread * drawNormal(stream.fork('count')) - (spread * spread) / 2);
    const counted = (counts[at] ?? []).map((count) => Math.round(count * error));
    seen.spots.push(visitedRow(spot, counted, { scene, usualDay }));
    const present = stream.shuffle([...(scene.week[usualDay]?.[at] ?? [])]);
    const willing = present.filter((number) => agrees(scene.people[number], field, stream.fork(number)));
    const met = willing.slice(0, settings.respondents_per_spot);
    seen.attendance.push(
      ...met.map((number, nth) =>
        respondentRow(spot, scene, { number, nth, daysMore: daysMore(field, stream.fork(number)) }),
      ),
    );
  });
  return seen;
}

/** Tells whether a spot is among that share of them where most people are. */
function largest(sizes: readonly number[], share: number): (at: number) => boolean {
  const order = sizes.map((_, at) => at).sort((one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0));
  const chosen = new Set(order.slice(0, Math.round(share * sizes.length)));
  return (at) => chosen.has(at);
}

function agrees(person: Person | undefined, field: FieldSettings, random: Random): boolean {
  const isRare = (person?.days.length ?? 0) <= field.rare_days;
  return !isRare || random.fork('agrees').uniform() >= field.share_refusing;
}

function daysMore(field: FieldSettings, random: Random): 0 | 1 {
  return random.fork('says').uniform() < field.share_one_more_day ? 1 : 0;
}

function reportsOn(
  spot: SpotPlace,
  rumoured: number,
  from: { readonly scene: Scene; readonly settings: TownSettings; readonly random: Random },
): TownReportRow[] {
  const { scene, settings, random } = from;
  const truth = rumoured * sharedError(settings);
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

/** The factor by which all reports of the town are off together: 1 unless it is set to vary. */
function sharedError(settings: TownSettings): number {
  const spread = settings.field?.shared_spread ?? 0;
  return spread === 0 ? 1 : Math.exp(spread * drawNormal(makeRandom(settings.seed).fork('shared error')));
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
  met: { readonly number: number; readonly nth: number; readonly daysMore: number },
): TownAttendanceRow {
  const person = scene.people[met.number];
  return {
    respondent_id: `${spot.spotId}-r${scene.round}-p${met.nth + 1}`,
    spot_id: spot.spotId,
    population: scene.population,
    days_per_week: Math.min(7, (person?.days.length ?? 1) + met.daysMore),
    spots_per_day: person?.spotsPerDay ?? 1,
    online: (person?.profiles ?? 0) > 0 ? 'yes' : 'no',
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
