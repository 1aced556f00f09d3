import type { Study } from '../../model/study.js';
import { exactSum } from '../../stats/exact-sum.js';
import type { Figures } from '../figures.js';
import { meanAtSpots } from '../overlap/mean-at-spots.js';
import type { Respondent } from '../overlap/rows.js';
import { countedSpots } from '../respondents.js';
import type { Side } from './met-both-ways.js';

/**
 * Returns the share of people at places who are also met online or by phone, as the interviews of attendance.csv say,
 * each answer weighted by the count at the spot where it was given; undefined where nobody answered at a spot with
 * somebody counted.
 *
 * The number asked is the effective one, (Σ weights)² / Σ weights² (L. Kish 1965, Survey Sampling). People who
 * come often are met more often: where they are online more than others, the share is too high.
 */
export function shareOnline(figures: Figures, study: Study, population: string): Side | undefined {
  const spots = countedSpots(figures).filter((spot) => spot.count > 0);
  const ids = new Set(spots.map((spot) => spot.spotId));
  const answers = new Map<Respondent, number>();
  const asked = new Map<string, number>();
  for (const row of study.attendance) {
    if (row.population !== population || row.online === undefined || !ids.has(row.spot_id)) continue;
    answers.set(
      { spotId: row.spot_id, daysPerWeek: row.days_per_week, spotsPerDay: row.spots_per_day ?? 1 },
      row.online ? 1 : 0,
    );
    asked.set(row.spot_id, (asked.get(row.spot_id) ?? 0) + 1);
  }
  if (answers.size === 0) return undefined;
  const share = meanAtSpots(spots, [...answers.keys()], (met) => answers.get(met) ?? 0).mean;
  const weighed = spots.flatMap(({ spotId, count }) => {
    const here = asked.get(spotId);
    return here === undefined ? [] : [{ count, square: (count * count) / here }];
  });
  const weights = exactSum(weighed.map(({ count }) => count));
  return {
    share: Math.min(1, Math.max(0, share)),
    asked: (weights * weights) / exactSum(weighed.map(({ square }) => square)),
  };
}
