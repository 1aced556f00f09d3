import type { Part, Visit } from './microplan.js';
import type { PlanRules } from './rules.js';

/** How dangerous a minute at a spot, or on the way to it, counts as, by security level; nobody goes from level 4 on. */
const HAZARD: Readonly<Record<number, number>> = { 1: 0, 2: 1, 3: 4 };

/**
 * The exposure of those who make visits: minutes at each spot and on the way to it times the hazard of its level, times
 * the persons who go. For comparing plans of one study; it is no risk and has no unit of harm. A judgement: nobody has
 * measured the hazards. Spots without a level count as none.
 */
export function exposureOf(
  visits: readonly Visit[],
  partOf: (id: string) => Part | undefined,
  rules: PlanRules,
): number {
  return visits.reduce((sum, visit) => {
    const hazard = HAZARD[partOf(visit.part)?.security ?? 1] ?? 0;
    const onTheWay = (visit.km * 60) / rules.speed_km_per_hour;
    const persons = visit.partner === undefined ? 1 : 2;
    return sum + hazard * (visit.to - visit.from + onTheWay) * persons;
  }, 0);
}
