import { roundTo } from '../formats/number.js';
import { DAYS, formatTime } from '../model/week.js';
import type { Microplan, PlannedPart, Visit } from '../plan/microplan.js';
import type { Round, Waypoint } from './view.js';

/** Each worker's spots as waypoints, in the order of their codes for paper. Spots without coordinates are left out. */
export function roundsOf(plan: Microplan, decimals: number): Round[] {
  const visits = new Map<string, Visit[]>();
  for (const visit of plan.visits) visits.set(visit.part, [...(visits.get(visit.part) ?? []), visit]);
  const rounds = plan.workers.map(({ worker }) => ({
    worker: worker.alias,
    waypoints: plan.parts
      .filter((planned) => planned.worker === worker.code)
      .flatMap((planned) => waypointOf(planned, visits.get(planned.part.id) ?? [], decimals))
      .sort((a, b) => (a.alias < b.alias ? -1 : 1)),
  }));
  return rounds.filter(({ waypoints }) => waypoints.length > 0);
}

function waypointOf({ part }: PlannedPart, visits: readonly Visit[], decimals: number): Waypoint[] {
  const { position, municipality } = part.place;
  if (position === undefined) return [];
  const times = [...visits]
    .sort((a, b) => DAYS.indexOf(a.day) - DAYS.indexOf(b.day) || a.from - b.from)
    .map(({ day, from }) => `${day} ${formatTime(from)}`);
  return [
    {
      alias: `${part.alias}${part.letter}`,
      position: [roundTo(position[0], decimals), roundTo(position[1], decimals)],
      municipality,
      visits: [...new Set(times)],
    },
  ];
}
