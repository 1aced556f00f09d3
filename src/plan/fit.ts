import { DAYS } from '../model/week.js';
import type { GapReason, Part, Place } from './microplan.js';
import type { ScheduleContext } from './schedule/crew-days.js';
import { isNoWay } from './roads.js';
import { minutesHome } from './schedule/travel.js';
import { windowOf } from './schedule/window.js';
import { shareLanguage, type Crew } from './workforce.js';

/** Everything that decides whether a crew can serve a part. */
export interface FitContext extends ScheduleContext {
  /** Parts and crews (`part id` and crew leader) that were found not to fit together when visits were placed. */
  readonly ruledOut: ReadonlySet<string>;
}

/** How far each reason is from success: the gap of a part is the one that came nearest. */
export const REASON_ORDER: readonly GapReason[] = [
  'no_worker_of_population',
  'no_shared_language',
  'no_pair',
  'road_closed',
  'distance',
  'hours',
  'curfew',
  'capacity',
];

/** Why a crew cannot serve a part, whatever room it has; undefined where it can. */
export function reasonAgainst(part: Part, crew: Crew, context: FitContext): GapReason | undefined {
  if (!crew.populations.includes(part.population)) return 'no_worker_of_population';
  if (!shareLanguage(part.languages, crew.languages)) return 'no_shared_language';
  if (part.pair && crew.members.length < 2) return 'no_pair';
  if (crew.homes.some((home) => isNoWay(context.distance(part.place, home)))) return 'road_closed';
  const base = crew.members[0].base;
  if (base !== undefined && isFarther(part.place, base, context)) return 'distance';
  if (canVisit(part, crew, context)) {
    return context.ruledOut.has(pairKey(part, crew)) ? 'capacity' : undefined;
  }
  return canVisit(part, crew, { ...context, rules: { ...context.rules, curfew: [] } }) ? 'curfew' : 'hours';
}

function isFarther(place: Place, base: Place, { distance, rules }: FitContext): boolean {
  return (distance.atLeast?.(place, base) ?? 0) > rules.most_km || distance(place, base) > rules.most_km;
}

/** The key of a part and a crew that do not fit together. */
export const pairKey = (part: Part, crew: Crew) => JSON.stringify([part.id, crew.members[0].code]);

/** True when some day of the crew has time for a whole visit. */
function canVisit(part: Part, crew: Crew, context: FitContext): boolean {
  const minutes = context.workloads.get(part.id)?.minutes ?? 0;
  const home = (of: Part, by: Crew) => minutesHome(of, by, context);
  return DAYS.some((day) => {
    const window = windowOf({ part, crew, day }, { rules: context.rules, minutesHome: home });
    return window !== undefined && window.to - window.from >= minutes;
  });
}
