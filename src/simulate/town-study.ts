import type { MethodSettings, Settings } from '../model/settings.js';
import type { Attendance, Report, Spot, Study } from '../model/study.js';
import type { Town, TownAttendanceRow, TownReportRow, TownRound, TownSpotRow } from './town-rows.js';
import type { TownSettings } from './town-settings.js';

/** How the study of a town is set up. */
export interface TownStudySettings {
  readonly title: string;
  readonly notes: readonly string[];
  readonly round: 1 | 2;
  readonly method: MethodSettings;
}

/** Returns what study.yaml says for a town: its populations with denominators, Saturday and Sunday as the weekend. */
export function townSettings(town: TownSettings, of: TownStudySettings): Settings {
  return {
    title: of.title,
    round: String(of.round),
    country: 'Nowhere',
    municipality_title: 'municipality',
    populations: town.populations.map(({ population, denominator }) => ({
      code: population,
      label: population,
      denominator,
      method: {},
    })),
    files: {},
    columns: {},
    method: of.method,
    weekend: ['sat', 'sun'],
    plan: {},
    share: {},
    credits: [],
    notes: of.notes,
    seed: town.seed,
  };
}

/**
 * Returns the spots a study lists: level 1 rows without any report are left out, since nobody told of them.
 *
 * Example: a town without reports and with half its spots visited lists the visited half.
 */
export function listedSpots(round: TownRound): TownSpotRow[] {
  const reported = new Set(round.reports.map((report) => report.spot_id));
  return round.spots.filter(
    (spot) => spot.level === 2 || spot.status === 'defunct' || reported.has(spot.spot_id),
  );
}

/** Returns a round of a town as a study that was read: the same rows as its files hold, without the detour of text. */
export function townStudy(town: Town, settings: Settings): Study {
  const round = town.rounds[Number(settings.round) - 1] ?? NO_ROUND;
  return {
    settings,
    spots: listedSpots(round).map(spotOf),
    reports: round.reports.map(reportOf),
    attendance: round.attendance.map(attendanceOf),
    places: town.places.map(({ municipality, ...denominators }, at) => ({
      ...ORIGIN,
      line: at + 2,
      municipality,
      code: undefined,
      parent: undefined,
      mapped: undefined,
      source: undefined,
      year: undefined,
      denominators: new Map(Object.entries(denominators)),
    })),
    workers: [],
    sites: [],
    published: [],
    boundaries: [],
    files: {},
  };
}

const NO_ROUND: TownRound = { round: 1, spots: [], reports: [], attendance: [] };
const ORIGIN = { extra: undefined };

const NOT_ASKED = {
  lat: undefined,
  lon: undefined,
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

/** A row of level 1 leaves its ends to the reports. */
function spotOf({ zone: _zone, ...row }: TownSpotRow, at: number): Spot {
  const isReported = row.level === 1;
  return {
    ...NOT_ASKED,
    ...ORIGIN,
    ...row,
    line: at + 2,
    level: String(row.level),
    min: isReported ? undefined : row.min,
    max: isReported ? undefined : row.max,
  };
}

function reportOf(row: TownReportRow, at: number): Report {
  return {
    ...ORIGIN,
    ...row,
    line: at + 2,
    level: String(row.level),
    peak_min: undefined,
    peak_max: undefined,
    reported_on: undefined,
  };
}

function attendanceOf(row: TownAttendanceRow, at: number): Attendance {
  return { ...ORIGIN, ...row, line: at + 2, online: row.online === 'yes' };
}
