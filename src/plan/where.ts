import { kmAtLeast, kmBetween, meanPosition } from '../geo/distance.js';
import type { Position } from '../model/boundary.js';
import { compareText } from '../model/issue.js';
import type { Study } from '../model/study.js';
import type { Place } from './microplan.js';
import { withRoads } from './roads.js';
import type { PlanRules } from './rules.js';

/** Kilometres in a straight line between two places, as well as they are known. */
export interface Distance {
  (a: Place, b: Place): number;
  /** Never more than the distance, and quicker to know: for passing over what is surely too far. */
  readonly atLeast?: (a: Place, b: Place) => number;
  /** True where the distance of places with positions is the straight line between them, whatever else is known. */
  readonly isStraight?: boolean;
}

/** The place a row of a table gives. */
export function placeOf(row: {
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
  readonly municipality?: string | undefined;
}): Place {
  const isLocated = row.lat !== undefined && row.lon !== undefined;
  return {
    position: isLocated ? [row.lon ?? 0, row.lat ?? 0] : undefined,
    municipality: row.municipality,
  };
}

/**
 * Distances of a study: between positions where both are known; else from the middle of the municipality (of its
 * located spots, or of its outline); else a stated distance within or between municipalities. A place that is not known
 * at all counts as near, so that it is planned for and not lost. Closed roads and checkpoints are counted in.
 */
export function distancesOf(study: Study, rules: PlanRules): Distance {
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
  return withRoads(Object.assign(distance, { atLeast: kmNorthOrSouth, isStraight: true }), rules);
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
