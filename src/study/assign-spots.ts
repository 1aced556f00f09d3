import type { Boundary } from '../model/boundary.js';

/** A spot as far as its municipality goes. */
export interface PlacedSpot {
  readonly municipality: string | undefined;
  readonly lat: number | undefined;
  readonly lon: number | undefined;
}

/** Spots of one municipality, or of none, by the rule that put them there. */
export interface Assignment {
  /** Undefined for the unassigned. */
  readonly municipality: string | undefined;
  readonly byName: number;
  readonly byPosition: number;
}

/** Every spot in exactly one municipality, or unassigned: the counts add up to all spots. Loads the geometry. */
export async function assignSpots(
  spots: readonly PlacedSpot[],
  boundaries: readonly Boundary[],
): Promise<Assignment[]> {
  const { municipalityFinder } = await import('../geo/inside.js');
  const find = municipalityFinder(boundaries);
  const counts = new Map<string | undefined, { byName: number; byPosition: number }>();
  const at = (municipality: string | undefined) => {
    const known = counts.get(municipality) ?? { byName: 0, byPosition: 0 };
    counts.set(municipality, known);
    return known;
  };
  for (const { municipality, lat, lon } of spots) {
    if (municipality !== undefined) at(municipality).byName += 1;
    else at(lat === undefined || lon === undefined ? undefined : find([lon, lat])).byPosition += 1;
  }
  return [...counts]
    .map(([municipality, count]) => ({ municipality, ...count }))
    .sort((a, b) => ((a.municipality ?? '\uffff') < (b.municipality ?? '\uffff') ? -1 : 1));
}
