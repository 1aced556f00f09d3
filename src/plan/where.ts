import { kmAtLeast, kmBetween, meanPosition } from '../geo/distance.js';
import type { Position } from '../model/boundary.js';
import { compareText } from '../model/issue.js';
import type { Study } from '../model/study.js';
import type { Distance } from './distance.js';
import type { Place } from './microplan.js';
import { withRoads } from './roads.js';
import { withTravelTimes } from './travel-times.js';
import type { PlanRules } from './rules.js';

/** The place a row of a table gives. */
export function placeOf(row: {
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
  readonly municipality?: string | undefined;
  readonly spot_id?: string;
  readonly worker_id?: string;
  readonly site_id?: string;
}): Place {
  const isLocated = row.lat !== undefined && row.lon !== undefined;
  return {
    position: isLocated ? [row.lon ?? 0, row.lat ?? 0] : undefined,
    municipality: row.municipality,
    code: row.spot_id ?? row.worker_id ?? row.site_id,
  };
}

/**
 * Distances of a study: between positions where both are known; else from the middle of the municipality (of its
 * located spots, or of its outline); else a stated distance within or between municipalities. A place that is not known
 * at all counts as near, so that it is planned for and not lost. Travel times of the study take the place of all that;
 * closed roads and checkpoints are counted in.
 */
export function distancesOf(study: Study, rules: PlanRules): Distance {
  return withRoads(withTravelTimes(straightDistances(study, rules), study.travel ?? [], rules), rules);
}

/** The same without travel times, which are those of workers: for people who go on foot. */
export function walkingDistancesOf(study: Study, rules: PlanRules): Distance {
  return withRoads(straightDistances(study, rules), rules);
}

function straightDistances(study: Study, rules: PlanRules): Distance {
  const middles = middlesOf(study);
  const middleOf = (place: Place) => place.position ?? middles.get(place.municipality ?? '');
  const distance = (a: Place, b: Place): number => {
    if (a.position !== undefined && b.position !== undefined) return kmBetween(a.position, b.position);
    if (a.municipality === b.municipality) return rules.km_within;
    const [from, to] = [middleOf(a), middleOf(b)];
    if (from !== undefined && to !== undefined) return Math.max(rules.km_within, kmBetween(from, to));
    const isKnown = a.municipality !== undefined && b.municipality !== undefined;
    return isKnown ? rules.km_between : rules.km_within;
  };
  return Object.assign(distance, { atLeast: kmNorthOrSouth, isStraight: true });
}

/** Kilometres between two places along a meridian; 0 where a position is not known. */
function kmNorthOrSouth(a: Place, b: Place): number {
  return a.position === undefined || b.position === undefined ? 0 : kmAtLeast(a.position, b.position);
}

function middlesOf(study: Study): Map<string, Position> {
  const middles = new Map<string, Position>();
  for (const { municipality, polygons } of study.boundaries) {
    const middle = meanPosition(polygons.flatMap(([outer]) => outer ?? []));
    if (middle !== undefined) middles.set(municipality, middle);
  }
  const located = new Map<string, Position[]>();
  const inOrder = [...study.spots].sort((a, b) => compareText(a.spot_id, b.spot_id));
  for (const spot of inOrder) {
    const { position, municipality } = placeOf(spot);
    if (position === undefined || municipality === undefined) continue;
    const positions = located.get(municipality);
    if (positions === undefined) located.set(municipality, [position]);
    else positions.push(position);
  }
  for (const [municipality, positions] of located) {
    const middle = meanPosition(positions);
    if (middle !== undefined) middles.set(municipality, middle);
  }
  return middles;
}
