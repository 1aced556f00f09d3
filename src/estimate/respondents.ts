import type { Study } from '../model/study.js';
import type { Figures } from './figures.js';
import type { CountedSpot, Respondent } from './overlap/rows.js';

/** The geographic spots of a population with the persons counted there, typologies as strata. */
export function countedSpots(figures: Figures): CountedSpot[] {
  const spots: CountedSpot[] = [];
  for (let at = 0; at < figures.length; at += 1) {
    if (!figures.isGeo(at)) continue;
    const count = figures.parts.at.estimate[at] ?? 0;
    const stratum = figures.text('typology', at) ?? '';
    spots.push({ spotId: figures.text('spot_id', at) ?? '', count, stratum });
  }
  return spots;
}

/** What the attendance interviews of a population can answer. */
export interface Interviewed {
  /** Respondents met at the spots given; one spot a day where the table does not ask. */
  readonly respondents: readonly Respondent[];
  /** True when every respondent said how many spots a day. */
  readonly saysSpots: boolean;
  /** Interviews left out because their spot is not among those given. */
  readonly elsewhere: number;
}

/** The interviews of a population at those spots, in an order of their own so that row order does not matter. */
export function interviewedAt(study: Study, population: string, spots: readonly CountedSpot[]): Interviewed {
  const ids = new Set(spots.map((spot) => spot.spotId));
  const own = study.attendance.filter((row) => row.population === population);
  const met = own.filter((row) => ids.has(row.spot_id));
  return {
    respondents: met.map((row) => ({
      spotId: row.spot_id,
      daysPerWeek: row.days_per_week,
      spotsPerDay: row.spots_per_day ?? 1,
    })),
    saysSpots: met.length > 0 && met.every((row) => row.spots_per_day !== undefined),
    elsewhere: own.length - met.length,
  };
}
